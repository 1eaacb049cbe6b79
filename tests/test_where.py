"""`where` names every file that is kept, and makes none."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from evenings import spend
from two_of_hearts.cli import main
from two_of_hearts.journal import Journal
from two_of_hearts.kept import kept, running
from two_of_hearts.words.private import Thing

Run = Callable[..., Result]


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr("two_of_hearts.places.keepsakes", lambda: tmp_path / "Documents")
    return tmp_path / "home"


@pytest.fixture
def run(home: Path) -> Run:
    return lambda *args: CliRunner().invoke(main, [*args, "--home", str(home)])


def about(output: str) -> dict[str, list[str]]:
    """What is told about each path."""
    told: dict[str, list[str]] = {}
    for line in output.splitlines():
        if line.startswith(" "):
            next(reversed(told.values())).append(line.strip())
        else:
            told[line] = []
    return told


def test_where_nothing_is_yet_all_is_named_and_nothing_made(home: Path, run: Run) -> None:
    done = run("where")
    assert done.exit_code == 0
    told = about(done.stdout)
    assert list(told) == [
        str(home),
        str(home / "journal.sqlite3"),
        str(home / "journal.sqlite3-journal"),
        str(home / "config.toml"),
        str(home / "decks"),
        str(home.parent / "Documents"),
    ]
    assert {lines[1] for lines in told.values()} == {"Not there."}
    assert not home.exists()


def test_every_file_that_is_there_is_named(home: Path, run: Run) -> None:
    journal = Journal(home / "journal.sqlite3")
    spend(journal)
    journal.close()
    run("decks", "new", "ours")
    (home / "journal.damaged-2026-02-14.sqlite3").write_text("torn")
    (home / "config.toml").write_text("turns = 4\n")
    running(journal.path).write_text("")
    told = about(run("where").stdout)
    for path in home.rglob("*"):
        assert any(line.startswith("There, ") for line in told[str(path)]), path
    assert told[str(home / "config.toml")][1].startswith("There, 10 bytes, -rw-")
    size = journal.path.stat().st_size
    assert told[str(journal.path)][1] == f"There, {size} bytes, -rw-------."


@pytest.mark.skipif(sys.platform == "win32", reason="files there have no such modes")
def test_what_others_can_look_into_is_told_with_the_mend(home: Path, run: Run) -> None:
    Journal(home / "journal.sqlite3").close()
    home.chmod(0o755)
    (home / "config.toml").write_text("turns = 4\n")
    (home / "config.toml").chmod(0o644)
    told = about(run("where").stdout)
    assert told[str(home)][2].endswith(f"chmod 700 {home}")
    assert told[str(home / "config.toml")][2].endswith(f"chmod 600 {home / 'config.toml'}")
    assert len(told[str(home / "journal.sqlite3")]) == 2


def test_a_folder_that_is_a_file_and_a_link_that_leads_nowhere_break_nothing(
    home: Path, run: Run
) -> None:
    home.mkdir()
    (home / "decks").write_text("")
    (home / "journal.sqlite3").symlink_to(home / "nowhere")
    done = run("where")
    assert done.exit_code == 0
    assert about(done.stdout)[str(home / "journal.sqlite3")][1] == "Not there."


def test_everything_that_can_be_kept_has_a_word(home: Path) -> None:
    (home / "decks").mkdir(parents=True)
    (home / "decks" / "ours.toml").write_text("")
    (home / "journal.damaged").write_text("")
    (home / "journal.lock").write_text("")
    found = {one.thing for one in kept(home, home / "config.toml", home)}
    assert found == set(Thing)
