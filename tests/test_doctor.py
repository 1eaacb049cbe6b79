"""The doctor: says how all is, in numbers alone, and mends without mixing anything."""

from __future__ import annotations

import os
import shutil
import sqlite3
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from damage import evenings, play_some
from two_of_hearts.cli import main
from two_of_hearts.journal import Journal


@pytest.fixture(scope="module")
def original(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("original") / "journal.sqlite3"
    play_some(path)
    return path


@pytest.fixture
def path(tmp_path: Path, original: Path) -> Path:
    home = tmp_path / "mia-and-jo"
    home.mkdir(mode=0o700)
    return Path(shutil.copy(original, home / "journal.sqlite3"))


def doctor(path: Path, *args: str) -> Result:
    return CliRunner().invoke(main, ["doctor", *args, "--home", str(path.parent)])


def spoil(path: Path) -> bytes:
    with sqlite3.connect(path) as db:
        db.execute("UPDATE event SET sum = 1 WHERE evening = 2 AND seq = 5")
    db.close()
    return path.read_bytes()


def test_before_anybody_played_all_is_well_and_nothing_is_made(tmp_path: Path) -> None:
    done = doctor(tmp_path / "none" / "journal.sqlite3")
    assert done.exit_code == 0
    assert "There is no journal yet" in done.stdout
    assert done.stdout.endswith("All is well.\n")
    assert list(tmp_path.iterdir()) == []


def test_a_whole_journal_is_counted(path: Path) -> None:
    journal = Journal(path)
    kinds = [row[4] for row in journal.rows() if len(row) == 8]
    # How many topics were marked is nobody's business.
    events = sum(kind not in ("TopicMarked", "TopicUnmarked") for kind in kinds)
    assert events < len(kinds)
    lines = len(journal.notes())
    journal.close()
    done = doctor(path)
    assert done.exit_code == 0
    assert f"format 3: 4 evenings, {events} events, {lines} lines, " in done.stdout
    assert doctor(path, "--mend").stdout.startswith("There is nothing to mend")


def test_what_the_doctor_says_can_be_shown_to_anybody(path: Path) -> None:
    """No name, no card and no line, and no folder's name, which may be a person's."""
    (path.parent / "decks").mkdir()
    (path.parent / "decks" / "mias-secret.toml").write_text("title = 'Mia'\n")
    spoil(path)
    said = doctor(path).output
    path.write_bytes(path.read_bytes()[:5000])
    said += doctor(path).output
    path.write_text("Mia")
    said += doctor(path).output
    path.unlink()
    path.symlink_to(path.parent / "mia" / "gone")
    said += doctor(path).output
    assert "journal.sqlite3" in said
    for secret in ("Mia", "mia", "Jo ", "Line ", "street", str(path.parent.parent)):
        assert secret not in said, secret


def test_what_is_wrong_is_said_and_ends_with_1_and_changes_nothing(path: Path) -> None:
    was = spoil(path)
    done = doctor(path)
    assert done.exit_code == 1
    assert "cannot be understood, or follow" in done.stdout
    assert "1 evening would end earlier than it did." in done.stdout
    assert "two-of-hearts doctor --mend" in done.stdout
    assert path.read_bytes() == was


def test_a_mended_journal_is_whole_and_the_damaged_one_lies_beside(path: Path) -> None:
    before = evenings(path)
    was = spoil(path)
    assert doctor(path, "--mend").exit_code == 0
    assert evenings(path) == {**before, 2: before[2][:5]}
    (aside,) = path.parent.glob("journal.damaged-*.sqlite3")
    assert aside.read_bytes() == was
    done = doctor(path)
    assert done.exit_code == 0
    assert "1 damaged journal lies aside" in done.stdout


@pytest.mark.skipif(os.name != "posix", reason="Windows keeps permissions elsewhere")
def test_a_folder_that_others_may_look_into_is_named_and_a_journal_is_closed(path: Path) -> None:
    path.chmod(0o644)
    aside = path.with_name("journal.damaged-1.sqlite3")
    aside.write_bytes(b"")
    aside.chmod(0o640)
    path.parent.chmod(0o755)
    done = doctor(path)
    assert done.exit_code == 1
    assert path.stat().st_mode & 0o777 == 0o600
    assert f"chmod 600 {aside.name}" in done.stdout
    assert "chmod 700 ." in done.stdout
    aside.chmod(0o600)
    path.parent.chmod(0o700)
    assert doctor(path).exit_code == 0


def test_problems_of_decks_are_counted_and_not_told(path: Path) -> None:
    (path.parent / "decks").mkdir()
    (path.parent / "decks" / "ours.toml").write_text("title = 3\n")
    done = doctor(path)
    assert done.exit_code == 1
    assert "problems with decks. More with: two-of-hearts decks check" in done.stdout


def test_a_move_that_was_half_written_is_told(path: Path) -> None:
    before = evenings(path)
    copied = path.with_name("half.sqlite3")
    db = sqlite3.connect(path, isolation_level=None)
    db.execute("PRAGMA cache_size = 1")
    db.execute("BEGIN")
    db.execute("UPDATE event SET kind = 'Half'")
    # As a killed game leaves them: both files, in the middle of a move.
    shutil.copy(path, copied)
    shutil.copy(f"{path}-journal", f"{copied}-journal")
    db.execute("ROLLBACK")
    db.close()
    copied.rename(path)
    Path(f"{copied}-journal").rename(f"{path}-journal")
    path.chmod(0o600)
    Path(f"{path}-journal").chmod(0o600)
    done = doctor(path)
    assert done.exit_code == 0
    assert "was taken back" in done.stdout
    assert evenings(path) == before


def test_a_file_that_was_set_aside_is_read_again_into_a_folder_of_its_own(path: Path) -> None:
    before = evenings(path)
    spoil(path)
    doctor(path, "--mend")
    (aside,) = path.parent.glob("journal.damaged-*.sqlite3")
    was = aside.read_bytes()
    elsewhere = path.parent.parent / "again" / "journal.sqlite3"
    done = doctor(elsewhere, "--recover", str(aside))
    assert done.exit_code == 0
    assert "A new journal was made: 4 evenings" in done.stdout
    assert evenings(elsewhere) == {**before, 2: before[2][:5]}
    assert aside.read_bytes() == was


def test_a_journal_that_is_there_is_never_written_over_or_mixed(path: Path) -> None:
    was = path.read_bytes()
    other = path.parent.parent / "other.sqlite3"
    shutil.copy(path, other)
    for file in (path, other):
        done = doctor(path, "--recover", str(file))
        assert done.exit_code == 2
        assert "stays as it is" in done.stderr
    assert path.read_bytes() == was


def test_a_file_of_another_program_recovers_nothing(tmp_path: Path) -> None:
    soup = tmp_path / "soup.txt"
    soup.write_text("Leeks, potatoes. " * 100)
    done = doctor(tmp_path / "home" / "journal.sqlite3", "--recover", str(soup))
    assert done.exit_code == 1
    assert "no journal of Two of Hearts" in done.stderr
    assert not (tmp_path / "home" / "journal.sqlite3").exists()
