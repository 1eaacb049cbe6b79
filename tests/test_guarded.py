"""What we keep is for its owner alone, and nobody else steers where it goes."""

from __future__ import annotations

import os
import stat
import subprocess
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from evenings import spend
from helpers import NOON
from two_of_hearts import config_write, deck_write, forget, guarded
from two_of_hearts.album import Album
from two_of_hearts.config import Config, read
from two_of_hearts.engine.cards import CardId
from two_of_hearts.errors import Trouble
from two_of_hearts.journal import Journal
from two_of_hearts.journal_open import open_to_play
from two_of_hearts.kept import running

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="files there have no such modes")

GAME = Path(guarded.__file__).parents[1]

EVERYTHING = """
import os, sys
os.umask({umask})
from two_of_hearts.cli import main
from pathlib import Path
home = Path({home!r})
for command in (
    "--plain --names Mia Jo",
    "decks new ours",
    "decks import cards.txt",
    "keepsake -o {out}/page.html",
    "keepsake -o {out}/page.md",
    "keepsake --format svg -o {out}/pictures",
):
    try:
        main([*command.split(), "--home", str(home)])
    except SystemExit as end:
        assert end.code in (0, None), (command, end.code)
from two_of_hearts import config_write
config_write.write(home / "config.toml", {{"turns": 4}}, {{}})
"""


def modes(folder: Path) -> dict[str, str]:
    """How each file and folder below this one can be used."""
    return {
        str(path.relative_to(folder)): oct(stat.S_IMODE(path.stat().st_mode))
        for path in sorted(folder.rglob("*"))
    }


@pytest.fixture
def foreign(monkeypatch: pytest.MonkeyPatch) -> Callable[[], None]:
    """From then on all that is there belongs to somebody else."""

    def change() -> None:
        monkeypatch.setattr(os, "geteuid", lambda: 54321)
        monkeypatch.setattr(guarded, "ROOT", -1)

    return change


@pytest.mark.parametrize("umask", ["0o000", "0o777", "0o027"])
def test_whatever_the_umask_all_that_is_made_is_for_its_owner_alone(
    tmp_path: Path, umask: str
) -> None:
    out = tmp_path / "out"
    out.mkdir()
    (tmp_path / "cards.txt").write_text("What did you hear today?\n")
    code = EVERYTHING.format(umask=umask, home=str(tmp_path / "new" / "home"), out=out)
    typed = "\n\n\n\nk\nj\nA line\n\n\n\n\n\n\n\nq\n"
    done = subprocess.run(
        [sys.executable, "-c", code],
        input=typed,
        capture_output=True,
        text=True,
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(GAME)},
    )
    assert done.returncode == 0, done.stderr
    made = {**modes(tmp_path / "new"), **modes(out)}
    assert {"home/journal.sqlite3", "home/config.toml", "page.html", "page.md"} <= made.keys()
    assert {"home/decks/ours.toml", "home/decks/cards.toml", "pictures"} <= made.keys()
    folders = {name for name in made if (tmp_path / "new" / name).is_dir() or name == "pictures"}
    assert {made[name] for name in folders} == {"0o700"}
    assert {mode for name, mode in made.items() if name not in folders} == {"0o600"}
    assert modes(tmp_path)["new"] == "0o700"


def test_what_sqlite_lays_beside_the_journal_is_for_its_owner_alone(tmp_path: Path) -> None:
    before = os.umask(0)
    try:
        journal = Journal(tmp_path / "journal.sqlite3")
        journal._db.execute("BEGIN IMMEDIATE")
        journal._db.execute("INSERT INTO note VALUES (1, 'x/y', 'a', ?, 'A line')", (str(NOON),))
        assert modes(tmp_path) == {"journal.sqlite3": "0o600", "journal.sqlite3-journal": "0o600"}
    finally:
        os.umask(before)


def test_a_journal_that_others_could_read_is_narrowed(tmp_path: Path) -> None:
    path = tmp_path / "journal.sqlite3"
    Journal(path).close()
    path.chmod(0o664)
    Journal(path).close()
    assert modes(tmp_path) == {"journal.sqlite3": "0o600"}


def test_the_systems_own_place_is_narrowed_and_a_chosen_folder_stays(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from click.testing import CliRunner

    from two_of_hearts.cli import main

    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    monkeypatch.setenv("HOME", str(tmp_path))
    own, chosen = tmp_path / "two-of-hearts", tmp_path / "chosen"
    for folder in (own, chosen):
        folder.mkdir()
        folder.chmod(0o755)
    CliRunner().invoke(main, ["--plain"], input="q\n")
    CliRunner().invoke(main, ["--plain", "--home", str(chosen)], input="q\n")
    if sys.platform != "darwin":
        assert stat.S_IMODE(own.stat().st_mode) == 0o700
    assert stat.S_IMODE(chosen.stat().st_mode) == 0o755


@pytest.mark.parametrize("name", ["journal.sqlite3", "journal.sqlite3-journal"])
@pytest.mark.parametrize("there", [True, False])
def test_a_link_in_the_place_of_the_journal_is_not_followed(
    tmp_path: Path, name: str, there: bool
) -> None:
    home, elsewhere = tmp_path / "home", tmp_path / "elsewhere"
    home.mkdir()
    if there:
        elsewhere.write_text("Somebody's letter.\n")
    (home / name).symlink_to(elsewhere)
    with pytest.raises(Trouble, match="link"):
        Journal(home / "journal.sqlite3")
    assert elsewhere.exists() == there
    assert not there or elsewhere.read_text() == "Somebody's letter.\n"


def test_a_link_that_comes_while_a_game_is_open_is_not_written_through(tmp_path: Path) -> None:
    """SQLite itself refuses it: what a move changes would else lie elsewhere."""
    journal = Journal(tmp_path / "journal.sqlite3")
    elsewhere = tmp_path / "elsewhere"
    running(journal.path).symlink_to(elsewhere)
    with pytest.raises(Trouble):
        journal.write_note(1, CardId("x/y"), None, "A line", NOON)
    assert not elsewhere.exists()


def test_a_home_that_is_reached_through_links_works(tmp_path: Path) -> None:
    (tmp_path / "disk" / "share").mkdir(parents=True)
    (tmp_path / "link").symlink_to(tmp_path / "disk")
    Journal(tmp_path / "link" / "share" / "home" / "journal.sqlite3").close()
    (tmp_path / "again").symlink_to(tmp_path / "link" / "share" / "home")
    Journal(tmp_path / "again" / "journal.sqlite3").close()
    assert (tmp_path / "disk" / "share" / "home" / "journal.sqlite3").is_file()


def test_a_pipe_in_the_place_of_the_journal_is_told_and_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "journal.sqlite3")
    with pytest.raises(Trouble, match="no file"):
        Journal(tmp_path / "journal.sqlite3")


def test_a_journal_that_somebody_else_has_put_into_an_open_folder_is_refused(
    tmp_path: Path, foreign: Callable[[], None]
) -> None:
    path = tmp_path / "journal.sqlite3"
    Journal(path).close()
    foreign()
    Journal(path).close()  # Where nobody else can write, it is a strange disk and no stranger.
    tmp_path.chmod(0o1777)
    with pytest.raises(Trouble, match="somebody else"):
        Journal(path)


def test_a_part_of_a_journal_that_somebody_else_has_laid_beside_is_refused(
    tmp_path: Path, foreign: Callable[[], None]
) -> None:
    """SQLite would write into the journal what it finds there."""
    path = tmp_path / "journal.sqlite3"
    tmp_path.chmod(0o1777)
    running(path).write_bytes(b"\xd9\xd5\x05\xf9\x20\xa1\x63\xd7")
    foreign()
    with pytest.raises(Trouble, match="somebody else"):
        Journal(path)
    assert not path.exists()


def test_settings_are_neither_read_nor_written_through_somebody_elses_link(
    tmp_path: Path, foreign: Callable[[], None]
) -> None:
    path, real = tmp_path / "config.toml", tmp_path / "real.toml"
    real.write_text("turns = 4\n")
    path.symlink_to(real)
    assert read(path)[0] == Config(turns=4)
    tmp_path.chmod(0o777)
    foreign()
    config, (problem,) = read(path)
    assert config == Config()
    assert "not yours" in problem.wrong
    with pytest.raises(Trouble, match="somebody else"):
        config_write.write(path, {"turns": 10}, {})
    assert real.read_text() == "turns = 4\n"


def test_what_somebody_else_has_put_there_is_not_deleted_with_everything(
    tmp_path: Path, foreign: Callable[[], None]
) -> None:
    tmp_path.chmod(0o1777)
    theirs = tmp_path / "journal.sqlite3"
    theirs.write_text("Theirs")
    foreign()
    for go in (forget.everything, forget.forget_everything):
        with pytest.raises(Trouble, match="somebody else"):
            go(theirs)
    assert theirs.read_text() == "Theirs"


def test_settings_are_put_in_their_place_with_the_mode_they_had(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """And what is written on the way is open to nobody before."""
    path = tmp_path / "config.toml"
    config_write.write(path, {"turns": 4}, {})
    seen = []
    replace = Path.replace

    def look(part: Path, target: Path) -> Path:
        seen.append(stat.S_IMODE(part.stat().st_mode))
        return replace(part, target)

    monkeypatch.setattr(Path, "replace", look)
    config_write.write(path, {"turns": 10}, {})
    path.chmod(0o640)
    config_write.write(path, {"turns": 6}, {})
    assert seen == [0o600, 0o640]


def test_decks_and_pictures_do_not_go_through_somebody_elses_link(
    tmp_path: Path, foreign: Callable[[], None]
) -> None:
    from two_of_hearts.keepsake import Choice, Format, write

    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    (tmp_path / "link").symlink_to(elsewhere)
    journal = Journal(tmp_path / "journal.sqlite3")
    spend(journal, line="A line")
    album = Album.of(journal)
    journal.close()
    deck_write.save(tmp_path / "link", "ours", "title = 1\n")
    tmp_path.chmod(0o777)
    foreign()
    with pytest.raises(Trouble, match="somebody else"):
        deck_write.save(tmp_path / "link", "theirs", "title = 1\n")
    with pytest.raises(Trouble, match="somebody else"):
        write(album, Choice(), tmp_path / "link", format=Format.SVG)
    assert [path.name for path in elsewhere.iterdir()] == ["ours.toml"]


@pytest.mark.skipif(os.name != "posix", reason="Windows keeps permissions elsewhere")
@pytest.mark.parametrize("mode", [0o777, 0o1777, 0o703])
def test_nobody_plays_where_every_account_may_write(tmp_path: Path, mode: int) -> None:
    """With each move SQLite takes the file beside the journal that it finds."""
    home = tmp_path / "home"
    home.mkdir()
    home.chmod(mode)
    with pytest.raises(Trouble, match="chmod o-w"):
        open_to_play(home / "journal.sqlite3", date(2026, 2, 14))
    assert list(home.iterdir()) == []
    home.chmod(mode & ~0o002)
    open_to_play(home / "journal.sqlite3", date(2026, 2, 14)).close()
