"""Two games at one journal: the second is told, and whoever only looks is not disturbed."""

from __future__ import annotations

import shutil
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from damage import TODAY
from helpers import NAMES, NOON, SEED, begin, deck, now
from two_of_hearts.cli import main
from two_of_hearts.engine import moves as mv
from two_of_hearts.engine.cards import CardId
from two_of_hearts.engine.partners import Partner
from two_of_hearts.errors import Trouble
from two_of_hearts.journal import Journal
from two_of_hearts.journal_lock import Lock, is_taken
from two_of_hearts.journal_open import open_to_play, open_to_read
from two_of_hearts.session import Session

DATA = Path(__file__).parent / "data"


@pytest.fixture
def home(tmp_path: Path) -> Path:
    journal = Journal(tmp_path / "journal.sqlite3")
    session = Session.begin(journal, begin(deck("red")).decks, now, NAMES, SEED)
    for move in (mv.ShowDecks(), mv.TakeDeck(session.state.decks[0].id), mv.Draw()):
        session.play(move)
    journal.close()
    return tmp_path


def run(home: Path, *args: str) -> Result:
    return CliRunner().invoke(main, [*args, "--home", str(home)], input="")


@pytest.fixture
def other(home: Path) -> Iterator[subprocess.Popen[str]]:
    """Another game that is open, and waits for somebody to type."""
    code = "from two_of_hearts.cli import main; main()"
    with subprocess.Popen(
        [sys.executable, "-c", code, "--plain", "--home", str(home)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        env={"PYTHONPATH": str(Path(__file__).parents[1] / "game")},
    ) as game:
        assert game.stdout is not None
        assert game.stdout.readline() == "Two of Hearts.\n"
        yield game
        game.kill()


def test_a_second_game_is_told_before_it_shows_anything(
    home: Path, other: subprocess.Popen[str]
) -> None:
    done = run(home, "play", "--plain")
    assert done.exit_code == 1
    assert done.stdout == ""
    assert done.stderr.startswith("Another game is open here. Somebody plays from ")
    assert "Close that game first, or play with --home" in done.stderr
    assert other.poll() is None


def test_who_only_looks_is_not_disturbed_by_a_game(
    home: Path, other: subprocess.Popen[str]
) -> None:
    for command in ("history", "decks list", "doctor"):
        assert run(home, *command.split()).exit_code == 0, command
    said = run(home, "doctor")
    assert said.exit_code == 0
    assert "A game is open here at this moment." in said.stdout
    assert "Another game" in run(home, "doctor", "--mend").stderr


def test_the_lock_of_a_killed_game_is_gone_with_it(
    home: Path, other: subprocess.Popen[str]
) -> None:
    assert is_taken(home / "journal.sqlite3")
    other.kill()
    other.wait()
    assert not is_taken(home / "journal.sqlite3")
    assert run(home, "play", "--plain").exit_code == 0


def test_two_ways_to_one_journal_are_one(home: Path, tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.symlink_to(home)
    first = open_to_play(home / "journal.sqlite3", TODAY)
    with pytest.raises(Trouble, match="Another game"):
        open_to_play(elsewhere / "journal.sqlite3", TODAY)
    first.close()
    open_to_play(elsewhere / "journal.sqlite3", TODAY).close()


def test_a_game_that_has_ended_lets_go_whatever_became_of_it(home: Path) -> None:
    path = home / "journal.sqlite3"
    was = path.read_bytes()
    for spoilt in (b"no journal", b"", was):
        path.write_bytes(spoilt)
        with suppress(Trouble):
            open_to_play(path, TODAY).close()
        assert not is_taken(path)


def test_an_older_journal_is_not_changed_beside_a_game(tmp_path: Path) -> None:
    """That game may be an older one, which would not know its journal again."""
    path = Path(shutil.copy(DATA / "journal-2.sqlite3", tmp_path / "journal.sqlite3"))
    before = path.read_bytes()
    lock = Lock(path)
    done = run(tmp_path, "history")
    assert done.exit_code == 1
    assert "Close that game first" in done.stderr
    assert path.read_bytes() == before
    lock.let_go()
    assert run(tmp_path, "history").exit_code == 0
    assert path.read_bytes() != before


def test_who_looks_while_a_move_is_written_waits_for_it(home: Path) -> None:
    path = home / "journal.sqlite3"
    playing = open_to_play(path, TODAY)
    playing._db.execute("BEGIN EXCLUSIVE")
    values = ("a", NOON.isoformat(), "Soon.")
    playing._db.execute("INSERT INTO note VALUES (1, 'red/1-0', ?, ?, ?)", values)
    seen: list[str] = []

    def look() -> None:
        journal = open_to_read(path)
        seen.extend(note.text for note in journal.notes())
        journal.close()

    looking = threading.Thread(target=look)
    looking.start()
    assert seen == []
    playing._db.execute("COMMIT")
    looking.join()
    assert seen == ["Soon."]
    playing.close()


def test_a_move_beside_somebody_who_looks_is_written_all_the_same(home: Path) -> None:
    playing = open_to_play(home / "journal.sqlite3", TODAY)
    looking = open_to_read(home / "journal.sqlite3")
    rows = looking.rows()
    next(rows)
    rows.close()  # type: ignore[attr-defined]
    playing.write_note(1, CardId("red/1-0"), Partner.A, "Here.", NOON)
    assert [note.text for note in looking.notes()] == ["Here."]
    looking.close()
    playing.close()


def test_a_journal_in_which_something_else_has_written_refuses_the_move(home: Path) -> None:
    """Where a drive has no locks, the journal itself sees that a turn is dealt twice."""
    path = home / "journal.sqlite3"
    shelf = begin(deck("red")).decks
    one, other = Journal(path), Journal(path)
    first, second = (Session.resume(journal, shelf, now) for journal in (one, other))
    assert first
    assert second
    first.play(mv.Answer())
    before = second.state
    with pytest.raises(Trouble, match="Something else has written"):
        second.play(mv.Skip())
    assert second.state is before
    assert Session.resume(one, shelf, now).state == first.state  # type: ignore[union-attr]
