"""Forgetting: what goes is in no file any more, and what somebody marked holds on."""

from __future__ import annotations

import os
import random
import sqlite3
import sys
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from evenings import SHELF, hurry, spend
from helpers import NAMES, NOON
from two_of_hearts import cli_private, forget
from two_of_hearts.album import Album
from two_of_hearts.cli import main
from two_of_hearts.engine import events as ev
from two_of_hearts.engine import moves as mv
from two_of_hearts.engine.cards import CardId, Topic
from two_of_hearts.engine.memory import Memory
from two_of_hearts.engine.partners import Pair, Partner
from two_of_hearts.errors import Trouble
from two_of_hearts.journal import Journal
from two_of_hearts.journal_lock import is_taken
from two_of_hearts.journal_open import open_to_play
from two_of_hearts.kept import running
from two_of_hearts.look import look
from two_of_hearts.opening import Opening
from two_of_hearts.session import Session

SWAPPED = NAMES.swapped()

SEEDS = int(os.environ.get("FORGET_SEEDS", "30"))
"""How many random pasts are forgotten; FORGET_SEEDS=2000 for many."""

Run = Callable[..., Result]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where the journal lies."""
    return tmp_path / "home" / "journal.sqlite3"


@pytest.fixture
def run(path: Path) -> Run:
    """Runs a command at home, with what is typed."""

    def invoke(*args: str, typed: str = "") -> Result:
        return CliRunner().invoke(main, [*args, "--home", str(path.parent)], input=typed)

    return invoke


@pytest.fixture
def two(path: Path) -> Path:
    """A journal of two evenings, each with lines under its cards."""
    journal = Journal(path)

    def keep(session: Session) -> None:
        assert session.state.round is not None
        assert session.state.round.card is not None
        session.play(mv.Keep(session.state.round.card.id))

    spend(journal, NOON, line="Glimmer of the first", during=keep)
    spend(journal, NOON + timedelta(days=9), line="Glimmer of the second", red=False)
    done = next(iter(Album.of(journal).plans))
    journal.mark_done(done.evening, done.face.id, NOON + timedelta(days=10))
    journal.close()
    return path


def held(folder: Path, text: str) -> list[str]:
    """The files in which a text stands."""
    files = [path for path in folder.rglob("*") if path.is_file()]
    return [path.name for path in files if text.encode() in path.read_bytes()]


def memory(path: Path) -> Memory:
    journal = Journal(path)
    try:
        return journal.memory(without=-1_000_000)
    finally:
        journal.close()


def album(path: Path) -> Album:
    journal = Journal(path)
    try:
        return Album.of(journal)
    finally:
        journal.close()


def test_a_forgotten_evening_is_in_no_file_any_more(two: Path) -> None:
    assert held(two.parent, "Glimmer of the first") == [two.name]
    assert held(two.parent, "2026-02-14") == [two.name]
    forget.forget_evening(two, 1)
    assert held(two.parent, "Glimmer of the first") == []
    assert held(two.parent, "2026-02-14") == []
    assert held(two.parent, "Glimmer of the second") == [two.name]
    # And the lock, which is empty.
    assert {path.name for path in two.parent.iterdir()} == {two.name, "journal.lock"}


def test_the_other_evenings_keep_their_numbers_and_the_next_one_gets_the_next(two: Path) -> None:
    forget.forget_evening(two, 1)
    assert [one.number for one in album(two).evenings] == [2]
    journal = Journal(two)
    assert spend(journal, NOON + timedelta(days=20)).evening == 3


def test_its_cards_hearts_plans_and_lines_are_forgotten_with_it(two: Path) -> None:
    before = album(two)
    assert before.kept
    forget.forget_evening(two, 1)
    after = album(two)
    assert not after.kept
    assert after.seen < before.seen
    assert memory(two).seen.keys() == after.seen
    assert len(after.plans) == len(before.plans) > 0
    forget.forget_evening(two, 2)
    assert album(two) == Album((), (), (), (), (), frozenset())


def test_when_the_last_one_is_forgotten_the_one_before_may_still_wait(path: Path) -> None:
    journal = Journal(path)
    session = Session.begin(journal, SHELF, lambda: NOON, NAMES, 3)
    for move in (mv.ShowDecks(), mv.TakeDeck(SHELF[0].id), mv.Draw()):
        session.play(move)
    journal.close()
    waiting = session.state
    journal = Journal(path)
    marked = (mv.MarkTopic(Partner.A, Topic.SEX), mv.UnmarkTopic(Partner.A, Topic.SEX))
    spend(journal, NOON + timedelta(days=1), before=marked)
    journal.close()
    forget.forget_evening(path, 2)
    journal = Journal(path)
    again = Session.resume(journal, SHELF, lambda: NOON)
    assert again is not None
    assert again.state.off_limits == waiting.off_limits
    assert look(again.state, can_undo=True) == look(waiting, can_undo=True)
    again.play(mv.Answer())


NEW_NAME = Pair("Jo", "Mimi")
"""They have changed seats, and one of them is called otherwise: nobody can tell the seats then."""


def evening(journal: Journal, number: int, dice: random.Random, names: Pair[str]) -> None:
    """An evening in which much is marked, taken out, let in again, and taken back."""
    at = NOON + timedelta(days=number)
    hurry(journal)
    journal.append(number, 0, 0, at, [ev.EveningBegan(names, number)])
    seq = 1
    topics, cards = [Topic.SEX, Topic.MONEY], [CardId("red/1-1"), CardId("red/1-2")]
    for move in range(1, 9):
        who, topic, card = dice.choice(list(Partner)), dice.choice(topics), dice.choice(cards)
        event = dice.choice(
            [
                ev.TopicMarked(who, topic),
                ev.TopicUnmarked(who, topic),
                ev.CardRetired(card),
                ev.CardRestored(card),
            ]
        )
        journal.append(number, seq, move, at, [event])
        seq += 1
        if dice.random() < 0.2 and not isinstance(event, ev.PRIVATE):
            journal.undo(number, seq, move, at)
            seq += 1


@pytest.mark.parametrize("seed", range(SEEDS))
def test_what_each_left_out_and_what_both_took_out_holds_on(path: Path, seed: int) -> None:
    """Whoever sits where when, whichever evenings are forgotten, and in whichever order."""
    dice = random.Random(seed)
    seats = [dice.choice([NAMES, SWAPPED]) for _ in range(4)]
    if seed % 4 == 0:
        seats[1], seats[2], seats[3] = SWAPPED, NEW_NAME, NEW_NAME
    journal = Journal(path)
    for number, names in enumerate(seats, start=1):
        evening(journal, number, dice, names)
    journal.close()
    last = seats[-1]
    before = memory(path)
    assert before.names == last
    for number in dice.sample([1, 2, 3], 3):
        forget.forget_evening(path, number)
        after = memory(path)
        assert after.off_limits == before.off_limits
        assert after.retired == before.retired
    forget.forget_evening(path, 4)
    after = memory(path)
    assert after.names is not None
    for names in (NAMES, SWAPPED):
        if last in (NAMES, SWAPPED):
            assert after.seated(names).off_limits == before.seated(names).off_limits
    assert after.retired == before.retired


def test_a_remnant_has_neither_the_time_nor_a_word_of_its_evening(path: Path) -> None:
    journal = Journal(path)
    taken: list[CardId] = []

    def out(session: Session) -> None:
        assert session.state.round is not None
        assert session.state.round.card is not None
        taken.append(session.state.round.card.id)
        session.play(mv.Retire(taken[0]))

    spend(journal, before=(mv.MarkTopic(Partner.L, Topic.WORK),), during=out)
    spend(journal, NOON + timedelta(days=1))
    journal.close()
    forget.forget_evening(path, 1)
    db = sqlite3.connect(path)
    rows = db.execute("SELECT evening, at, kind, body FROM event WHERE evening <= 1").fetchall()
    assert rows == [
        (-1, "1970-01-01T00:00:00+00:00", "TopicMarked", '{"nth":1,"partner":"l","topic":"work"}'),
        (-1, "1970-01-01T00:00:00+00:00", "CardRetired", f'{{"card":"{taken[0]}"}}'),
        (-1, "1970-01-01T00:00:00+00:00", "EveningEnded", "{}"),
    ]


def test_a_number_is_never_used_again_and_every_limit_holds_on(path: Path) -> None:
    for number, topic in enumerate((Topic.WORK, Topic.MONEY), start=1):
        journal = Journal(path)
        spend(journal, names=NAMES, before=(mv.MarkTopic(Partner.A, topic),))
        assert journal.last_evening() == number
        journal.close()
        forget.forget_evening(path, number)
    marked = memory(path).seated(NAMES).off_limits
    assert marked == Pair(frozenset({Topic.WORK, Topic.MONEY}), frozenset())
    journal = Journal(path)
    assert Opening.of(journal).waiting is None
    assert (journal.last_evening(), journal.next_evening()) == (0, 3)
    assert Album.of(journal).evenings == ()


def test_the_number_of_the_next_evening_does_not_tell_whether_anything_was_left_out(
    tmp_path: Path,
) -> None:
    numbers: list[tuple[int, int]] = []
    for marked in ((), (mv.MarkTopic(Partner.A, Topic.WORK),)):
        path = tmp_path / str(len(numbers)) / "journal.sqlite3"
        journal = Journal(path)
        spend(journal)
        spend(journal, NOON + timedelta(days=1), before=marked)
        journal.close()
        forget.forget_evening(path, 2)
        journal = Journal(path)
        numbers.append((journal.next_evening(), journal.last_evening()))
        journal.close()
    assert numbers == [(3, 1), (3, 1)]


def test_who_is_called_otherwise_and_changes_seats_keeps_what_the_evening_left(
    path: Path,
) -> None:
    journal = Journal(path)
    spend(journal, names=Pair("Mia", "Jo"))
    marked = (mv.MarkTopic(Partner.A, Topic.MONEY),)
    spend(journal, NOON + timedelta(days=1), names=Pair("Mimi", "Jo"), before=marked)
    journal.close()
    forget.forget_evening(path, 2)
    assert memory(path).seated(Pair("Jo", "Mimi")).off_limits.l == {Topic.MONEY}
    assert memory(path).seated(Pair("Mimi", "Jo")).off_limits.a == {Topic.MONEY}


def test_what_was_left_out_since_holds_in_an_older_evening_that_is_gone_on_with(
    path: Path,
) -> None:
    journal = Journal(path)
    session = Session.begin(journal, SHELF, lambda: NOON, NAMES, 3)
    for move in (mv.ShowDecks(), mv.TakeDeck(SHELF[0].id), mv.Draw()):
        session.play(move)
    session.play(mv.MarkTopic(Partner.A, Topic.MONEY))
    session.play(mv.UnmarkTopic(Partner.A, Topic.MONEY))
    spend(journal, NOON, before=(mv.MarkTopic(Partner.A, Topic.MONEY),))
    journal.close()
    forget.forget_evening(path, 2)
    journal = Journal(path)
    again = Session.resume(journal, SHELF, lambda: NOON)
    assert again is not None
    assert again.state.off_limits.a == {Topic.MONEY}


def test_nobody_can_begin_to_play_before_everything_is_gone(
    two: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    taken: list[bool] = []
    unlink = Path.unlink

    def look(path: Path, missing_ok: bool = False) -> None:
        taken.append(is_taken(two))
        unlink(path, missing_ok)

    monkeypatch.setattr(Path, "unlink", look)
    forget.forget_everything(two)
    assert taken
    assert all(taken)
    assert list(two.parent.iterdir()) == []


def test_a_disk_without_room_to_make_the_file_anew_does_not_keep_what_was_forgotten(
    two: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    connect = sqlite3.connect

    class Full(sqlite3.Connection):
        def execute(self, query: str, *more: Any) -> sqlite3.Cursor:
            if query == "VACUUM":
                raise sqlite3.OperationalError("database or disk is full")
            return super().execute(query, *more)

    monkeypatch.setattr(sqlite3, "connect", lambda *a, **k: connect(*a, **{**k, "factory": Full}))
    forget.forget_evening(two, 1)
    assert held(two.parent, "Glimmer of the first") == []
    assert held(two.parent, "2026-02-14") == []


def test_what_is_left_of_a_forgotten_evening_is_sound_and_outlives_a_damage(
    path: Path, run: Run
) -> None:
    journal = Journal(path)
    spend(journal, names=NAMES, before=(mv.MarkTopic(Partner.A, Topic.WORK),))
    spend(journal, NOON + timedelta(days=1), names=NAMES)
    journal.close()
    forget.forget_evening(path, 1)
    assert "All is well" in run("doctor").stdout
    before = memory(path)
    data = path.read_bytes()
    path.write_bytes(b"Something else.." + data[16:])
    with pytest.raises(Trouble, match="The journal was damaged"):
        open_to_play(path, date(2026, 2, 14))
    assert memory(path) == before
    assert before.seated(NAMES).off_limits.a == {Topic.WORK}


def test_a_partners_lines_go_wherever_they_sat(path: Path) -> None:
    journal = Journal(path)
    for number, names in enumerate((NAMES, SWAPPED, NAMES), start=1):
        evening(journal, number, random.Random(1), names)
        for who in Partner:
            text = f"Words of {names.of(who)}"
            journal.write_note(number, CardId("red/1-1"), who, text, NOON)
        journal.write_note(number, CardId("red/1-1"), None, "Words of two", NOON)
    journal.close()
    going, sat = forget.lines(path, Partner.A)
    assert (going.lines, going.evenings, sat) == (3, 3, NAMES)
    forget.forget_lines(path, Partner.A)
    assert held(path.parent, "Words of Mia") == []
    journal = Journal(path)
    texts = sorted(note.text for note in journal.notes())
    assert texts == ["Words of Jo"] * 3 + ["Words of two"] * 3
    journal.close()
    forget.forget_lines(path, None)
    assert held(path.parent, "Words of two") == []
    assert forget.lines(path, Partner.L)[0].lines == 3


def test_what_an_older_program_left_in_free_pages_goes_too(two: Path) -> None:
    db = sqlite3.connect(two, isolation_level=None)
    db.execute("PRAGMA secure_delete=OFF")
    db.execute("BEGIN")
    many = [(1, f"old/{n}", "a", str(NOON), f"Shadow {n} " * 40) for n in range(200)]
    db.executemany("INSERT INTO note VALUES (?, ?, ?, ?, ?)", many)
    db.execute("COMMIT")
    db.execute("DELETE FROM note WHERE card LIKE 'old/%'")
    db.close()
    assert held(two.parent, "Shadow 7 ")
    forget.forget_evening(two, 2)
    assert held(two.parent, "Shadow") == []


def test_nothing_is_written_into_the_folder_for_temporary_files(two: Path) -> None:
    """SQLite would write a whole copy there when it makes the file anew."""
    with forget.alone(two) as db:
        assert db.execute("PRAGMA temp_store").fetchone() == (2,)
        assert db.execute("PRAGMA secure_delete").fetchone() == (1,)
    journal = Journal(two)
    assert journal._db.execute("PRAGMA temp_store").fetchone() == (2,)


def test_while_a_game_writes_nothing_is_forgotten(
    two: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(forget, "PATIENCE", 0.05)
    before = album(two)
    other = sqlite3.connect(two, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    for command in ("evening 1", "lines left", "everything"):
        done = run("forget", *command.split(), "--yes")
        assert done.exit_code == 1
        assert "A game is running." in done.stderr
    other.close()
    assert album(two) == before


def test_while_something_is_forgotten_no_game_writes(two: Path) -> None:
    with forget.alone(two):
        other = sqlite3.connect(two, timeout=0.05, isolation_level=None)
        with pytest.raises(sqlite3.OperationalError, match="locked"):
            other.execute("BEGIN IMMEDIATE")
        other.close()


def test_everything_means_the_journals_that_were_set_aside_too(two: Path, run: Run) -> None:
    home = two.parent
    aside = home / "journal.damaged-2026-02-14.sqlite3"
    aside.write_bytes(b"no database; Glimmer of long ago")
    for name in ("recovering.sqlite3", "new.sqlite3", "lock", "sqlite3-journal"):
        (home / f"journal.{name}").write_bytes(b"")
    (home / "decks").mkdir()
    (home / "decks" / "ours.toml").write_text("title = 1\n")
    (home / "config.toml").write_text("turns = 4\n")
    done = run("forget", "everything", "--yes")
    assert done.exit_code == 0, done.output
    assert str(aside) in done.stdout
    assert "Your own decks and settings stay" in done.stdout
    assert sorted(path.name for path in home.iterdir()) == ["config.toml", "decks"]
    assert held(home, "Glimmer") == []
    assert run("history").stdout.startswith("There is nothing to look back on yet.")


def test_somebodys_diary_in_the_same_folder_stays(two: Path, run: Run) -> None:
    names = ("journal.txt", "journal-2026.sqlite3", "my journal.damaged", "journals")
    for name in names:
        (two.parent / name).write_text("Dear diary")
    assert run("forget", "everything", "--yes").exit_code == 0
    assert sorted(path.name for path in two.parent.iterdir()) == sorted(names)


def test_what_a_crash_has_left_beside_the_journal_goes_too(two: Path) -> None:
    """A torn change that was not yet begun in the journal itself is never looked at again."""
    running(two).write_bytes(bytes(512) + b"Glimmer of a torn change" * 99)
    forget.forget_evening(two, 1)
    assert held(two.parent, "Glimmer of a torn change") == []


def test_a_file_is_overwritten_before_it_goes(
    two: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    (two.parent / "journal.damaged-1").write_bytes(b"Glimmer" * 999)
    last: dict[str, bytes] = {}
    unlink = Path.unlink

    def look(path: Path, missing_ok: bool = False) -> None:
        last[path.name] = path.read_bytes()
        unlink(path, missing_ok)

    monkeypatch.setattr(Path, "unlink", look)
    run("forget", "everything", "--yes")
    assert last.keys() == {"journal.sqlite3", "journal.damaged-1", "journal.lock"}
    assert all(set(data) <= {0} for data in last.values())


@pytest.mark.skipif(sys.platform == "win32", reason="links need rights there")
def test_what_a_link_leads_to_and_what_has_a_second_name_elsewhere_is_left_alone(
    two: Path, run: Run, tmp_path: Path
) -> None:
    letter, copy = tmp_path / "letter", tmp_path / "copy"
    letter.write_text("A letter")
    copy.write_text("A copy")
    (two.parent / "journal.damaged-1").symlink_to(letter)
    os.link(copy, two.parent / "journal.damaged-2")
    assert run("forget", "everything", "--yes").exit_code == 0
    assert list(two.parent.iterdir()) == []
    assert (letter.read_text(), copy.read_text()) == ("A letter", "A copy")


def test_a_journal_that_cannot_be_read_can_be_forgotten_all_the_same(path: Path, run: Run) -> None:
    path.parent.mkdir()
    path.write_bytes(b"Glimmer of a torn file" * 200)
    done = run("forget", "everything", "--yes")
    assert done.exit_code == 0
    assert held(path.parent, "Glimmer") == []


def test_it_is_told_in_counts_and_dates_what_goes_and_never_in_texts(two: Path, run: Run) -> None:
    told = run("forget", "evening", "1", "--yes").stdout
    assert "This goes: one evening (Saturday, 14 February 2026), 8 cards, 13 lines." in told
    told += run("forget", "lines", "left", "--yes").stdout
    told += run("forget", "everything", "--yes").stdout
    assert "copies and backups" in told
    assert "Glimmer" not in told
    for deck in SHELF:
        for card in deck.cards:
            assert card.text not in told
            assert card.id not in told


@pytest.fixture
def somebody(monkeypatch: pytest.MonkeyPatch) -> None:
    """Somebody sits there who can be asked."""
    monkeypatch.setattr(cli_private, "can_ask", lambda: True)


@pytest.mark.usefixtures("somebody")
def test_without_the_word_nothing_is_forgotten(two: Path, run: Run) -> None:
    before = two.read_bytes()
    for command in ("evening 1", "lines left", "lines both", "everything"):
        for typed in ("", "y\n", "yes\n", "\n", "forge\n"):
            done = run("forget", *command.split(), typed=typed)
            assert two.read_bytes() == before
            assert done.exit_code == 1
            assert "It is forgotten" not in done.stdout


@pytest.mark.usefixtures("somebody", "two")
def test_with_the_word_it_is_done(run: Run) -> None:
    done = run("forget", "evening", "1", typed=" Forget\n")
    assert 'To go on, type "forget"' in done.stdout
    assert done.stdout.endswith("It is forgotten.\n")
    assert run("history", "--evening", "1").exit_code == 2


@pytest.mark.usefixtures("two")
def test_where_nobody_can_be_asked_it_is_not_done(run: Run) -> None:
    done = run("forget", "everything", typed="forget\n")
    assert done.exit_code == 2
    assert "add --yes" in done.stderr
    assert run("history", "--evening", "1").exit_code == 0


@pytest.mark.parametrize("command", ["evening 1", "lines right", "everything"])
def test_where_nothing_is_nothing_is_made(path: Path, run: Run, command: str) -> None:
    done = run("forget", *command.split(), "--yes")
    assert "nothing to forget" in done.output or "no evening 1" in done.output
    assert not path.parent.exists()


def test_home_may_be_named_anywhere(two: Path) -> None:
    home = str(two.parent)
    for args in (
        ("--home", home, "forget", "evening", "9"),
        ("forget", "--home", home, "evening", "9"),
        ("forget", "evening", "--home", home, "9"),
    ):
        assert "no evening 9" in CliRunner().invoke(main, args).stderr


def test_an_evening_that_cannot_be_understood_is_told(two: Path) -> None:
    db = sqlite3.connect(two)
    db.execute("UPDATE event SET body = '{' WHERE kind = 'EveningBegan'")
    db.commit()
    db.close()
    with pytest.raises(Trouble):
        forget.forget_evening(two, 1)
