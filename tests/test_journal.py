"""The journal: what is appended stays, what fails leaves nothing."""

from __future__ import annotations

import shutil
import sqlite3
import stat
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest

from helpers import NAMES, NOON, SEED, begin, deck, now, play
from two_of_hearts.engine import events as ev
from two_of_hearts.engine import moves as mv
from two_of_hearts.engine import rules
from two_of_hearts.engine.cards import CardId, Topic
from two_of_hearts.engine.partners import Partner
from two_of_hearts.engine.rounds import Answering
from two_of_hearts.engine.state import Phase
from two_of_hearts.errors import Trouble
from two_of_hearts.journal import Journal
from two_of_hearts.journal_code import KINDS, checksum
from two_of_hearts.journal_rows import Done, Note
from two_of_hearts.journal_schema import SCHEMA_VERSION
from two_of_hearts.opening import Opening
from two_of_hearts.session import Session

BEGAN = ev.EveningBegan(NAMES, SEED, 10, Answering.DRAWER)


@pytest.fixture
def journal(tmp_path: Path) -> Journal:
    return Journal(tmp_path / "home" / "journal.sqlite3")


def test_every_kind_of_event_comes_back_as_it_was(journal: Journal) -> None:
    state = play(begin(deck("red")), mv.ShowDecks())
    (opened,) = rules.decide(state, mv.TakeDeck(state.decks[0].id))
    samples: dict[str, ev.Event] = {"EveningBegan": BEGAN, "RoundOpened": opened}
    for name, kind in KINDS.items():
        fields = getattr(kind, "__dataclass_fields__", {})
        if name not in samples:
            samples[name] = kind(**{field: SAMPLES[field] for field in fields})
    assert set(samples) == set(KINDS)
    journal.append(1, 0, 0, NOON, list(samples.values()))
    assert [row.event for row in journal.events(1)] == list(samples.values())
    assert {row.at for row in journal.events(1)} == {NOON}


SAMPLES = {
    "partner": Partner.L,
    "mood": "brave",
    "turns": 10,
    "answering": "drawer",
    "card": "red/1-0",
    "round": 2,
    "ending": "completed",
    "outcome": "closed gently",
    "topic": "money",
    "nth": 3,
}


def test_an_evening_from_before_there_were_house_rules_has_the_defaults(journal: Journal) -> None:
    old = '{"names": {"a": "Mia", "l": "Jo"}, "seed": 7}'
    row = (1, 0, 0, NOON.isoformat(), "EveningBegan", old, None)
    journal._db.execute("INSERT INTO event VALUES (?, ?, ?, ?, ?, ?, ?, ?)", (*row, checksum(*row)))
    (recorded,) = journal.events(1)
    assert recorded.event == ev.EveningBegan(NAMES, 7, 6, Answering.BOTH)


def test_folder_and_file_are_for_their_owner_alone(journal: Journal) -> None:
    assert stat.S_IMODE(journal.path.stat().st_mode) == 0o600
    assert stat.S_IMODE(journal.path.parent.stat().st_mode) == 0o700


def test_a_move_is_recorded_whole_or_not_at_all(journal: Journal) -> None:
    journal.append(1, 0, 0, NOON, [BEGAN])
    journal.append(1, 1, 1, NOON, [ev.DecksShown()])
    with pytest.raises(Trouble):
        journal.append(1, 0, 2, NOON, [ev.CardReplied(), ev.CardAnswered()])
    assert journal.counts(1) == (2, 1)


def test_an_undone_move_does_not_count_and_is_not_lost(journal: Journal) -> None:
    journal.append(1, 0, 0, NOON, [BEGAN])
    journal.append(1, 1, 1, NOON, [ev.DecksShown(), ev.MoodsShown()])
    journal.undo(1, 3, 1, NOON)
    assert [row.event for row in journal.events(1)] == [BEGAN]
    assert journal.counts(1) == (4, 1)


def test_memory_leaves_out_undone_moves_and_this_evening(journal: Journal) -> None:
    for evening in (1, 2):
        journal.append(evening, 0, 0, NOON, [BEGAN])
        journal.append(evening, 1, 1, NOON, [ev.CardRetired(CardId(f"red/{evening}"))])
        journal.append(evening, 2, 2, NOON, [ev.CardRetired(CardId(f"red/{evening}-undone"))])
        journal.undo(evening, 3, 2, NOON)
    assert journal.memory(without=2).retired == {"red/1"}
    assert journal.memory(without=3).retired == {"red/1", "red/2"}


def test_memory_knows_who_started_without_reading_the_piles(journal: Journal) -> None:
    session = Session.begin(journal, begin(deck("red")).decks, now, NAMES, SEED)
    session.play(mv.ShowDecks())
    state = session.play(mv.TakeDeck(session.state.decks[0].id))
    assert state.round is not None
    assert journal.memory(without=2).last_starter is state.round.starter
    assert journal.memory(without=2).rounds == 1
    assert journal.memory(without=1).rounds == 0


OLD = Path(__file__).parent / "data" / "journal-1.sqlite3"
"""A journal as the game wrote it before lines and ticks: one evening of four turns, with a skip, an
undone draw, a kept card and a plan."""


def test_an_old_journal_is_brought_up_to_date_with_its_evening_whole(tmp_path: Path) -> None:
    path = tmp_path / "journal.sqlite3"
    shutil.copy(OLD, path)
    journal = Journal(path)
    recorded = journal.events(1)
    began = recorded[0].event
    assert isinstance(began, ev.EveningBegan)
    state = rules.begin(began, (), journal.memory(without=1))
    state = rules.fold(state, [row.event for row in recorded[1:]])
    assert state.phase is Phase.GOODBYE
    assert state.kept == {"hand-in-hand/bigger-piece"}
    assert [card.id for card in state.plans] == ["hand-in-hand/minute-tomorrow"]
    journal.write_note(1, CardId("hand-in-hand/bigger-piece"), None, "It was the cake.", NOON)
    journal.close()
    again = Journal(path)
    assert [note.text for note in again.notes(1)] == ["It was the cake."]
    assert again.events(1) == recorded


def test_an_old_journal_becomes_just_what_a_new_one_is(tmp_path: Path) -> None:
    shutil.copy(OLD, tmp_path / "old.sqlite3")
    tables = [
        (
            Journal(tmp_path / name)
            ._db.execute("SELECT type, name, sql FROM sqlite_schema ORDER BY name")
            .fetchall(),
            Journal(tmp_path / name)._db.execute("PRAGMA user_version").fetchone(),
        )
        for name in ("old.sqlite3", "new.sqlite3")
    ]
    assert tables[0] == tables[1]
    assert tables[0][1] == (SCHEMA_VERSION,)


def test_an_old_journal_that_cannot_be_brought_up_to_date_stays_as_it_was(tmp_path: Path) -> None:
    path = tmp_path / "journal.sqlite3"
    shutil.copy(OLD, path)
    with sqlite3.connect(path) as db:
        db.execute("CREATE TABLE done (something_else TEXT)")
    before = path.read_bytes()
    with pytest.raises(Trouble, match="damaged"):
        Journal(path)
    assert path.read_bytes() == before


def test_a_line_is_written_replaced_and_deleted(journal: Journal) -> None:
    card, later = CardId("red/1-0"), NOON + timedelta(minutes=1)
    journal.write_note(1, card, Partner.A, "The lake.", NOON)
    journal.write_note(1, card, Partner.L, "The heron.", later)
    journal.write_note(1, card, None, "Both of us.", later)
    journal.write_note(2, card, Partner.A, "Another night.", NOON)
    journal.write_note(1, card, Partner.A, "The lake, at six.", NOON)
    assert journal.notes(1)[0] == Note(1, card, Partner.A, NOON, "The lake, at six.")
    assert {(note.partner, note.text) for note in journal.notes(1)[1:]} == {
        (Partner.L, "The heron."),
        (None, "Both of us."),
    }
    assert [note.evening for note in journal.notes()] == [1, 1, 1, 2]
    journal.erase_note(1, card, None)
    journal.erase_note(1, card, None)
    assert [note.text for note in journal.notes(1)] == ["The lake, at six.", "The heron."]


def test_a_deleted_line_is_nowhere_in_the_file(journal: Journal) -> None:
    secrets = [f"Number {n} is what nobody else shall read. " * 4 for n in range(60)]
    for number, secret in enumerate(secrets):
        journal.write_note(1, CardId(f"red/{number}"), Partner.A, secret, NOON)
    assert b"nobody else shall read" in journal.path.read_bytes()
    journal.write_note(1, CardId("red/0"), Partner.A, "Softer words.", NOON)
    for number in range(1, 60):
        journal.erase_note(1, CardId(f"red/{number}"), Partner.A)
    assert b"nobody else" not in journal.path.read_bytes()
    assert b"shall read" not in journal.path.read_bytes()
    assert [path.name for path in journal.path.parent.iterdir()] == ["journal.sqlite3"]


def test_a_plan_is_ticked_and_the_tick_taken_off(journal: Journal) -> None:
    plan, other = CardId("red/1-0"), CardId("red/1-1")
    journal.mark_done(1, plan, NOON)
    journal.mark_done(1, other, NOON)
    journal.mark_done(1, plan, NOON + timedelta(days=1))
    assert set(journal.done()) == {
        Done(1, plan, NOON + timedelta(days=1)),
        Done(1, other, NOON),
    }
    journal.unmark_done(1, plan)
    assert journal.done() == (Done(1, other, NOON),)


def test_a_line_that_cannot_be_committed_changes_nothing(journal: Journal) -> None:
    card = CardId("red/1-0")
    journal.write_note(1, card, Partner.A, "The lake.", NOON)
    journal.mark_done(1, card, NOON)
    journal._db.execute("PRAGMA query_only = ON")
    changes: list[Callable[[], None]] = [
        lambda: journal.write_note(1, card, Partner.A, "The sea.", NOON),
        lambda: journal.erase_note(1, card, Partner.A),
        lambda: journal.mark_done(1, CardId("red/2-0"), NOON),
        lambda: journal.unmark_done(1, card),
    ]
    for change in changes:
        with pytest.raises(Trouble, match="cannot be written"):
            change()
    journal._db.execute("PRAGMA query_only = OFF")
    assert [note.text for note in journal.notes()] == ["The lake."]
    assert journal.done() == (Done(1, card, NOON),)


def test_what_was_done_in_private_is_not_among_the_public_events(journal: Journal) -> None:
    session = Session.begin(journal, begin(deck("red")).decks, now, NAMES, SEED)
    session.play(mv.MarkTopic(Partner.L, Topic.MONEY))
    session.play(mv.UnmarkTopic(Partner.L, Topic.MONEY))
    session.play(mv.ShowDecks())
    session.play(mv.ChangeMoods())
    session.undo()
    public = [(evening, row.event) for evening, row in journal.public_events()]
    assert public == [(1, ev.EveningBegan(NAMES, SEED)), (1, ev.DecksShown())]


def test_a_journal_of_another_version_is_named_and_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "journal.sqlite3"
    with sqlite3.connect(path) as db:
        db.execute("PRAGMA user_version = 99")
    before = path.read_bytes()
    with pytest.raises(Trouble, match="another version"):
        Journal(path)
    assert path.read_bytes() == before


def test_a_file_that_is_no_journal_is_named_and_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "journal.sqlite3"
    path.write_text("Dear diary, this is not a database at all." * 40)
    before = path.read_bytes()
    with pytest.raises(Trouble, match="--home"):
        Journal(path)
    assert path.read_bytes() == before


def test_the_first_screen_knows_what_waits(journal: Journal) -> None:
    assert Opening.of(journal) == Opening(None, None, None, has_played=False)
    session = Session.begin(journal, begin(deck("red")).decks, now, NAMES, SEED)
    assert Opening.of(journal).waiting is None
    session.play(mv.ShowDecks())
    session.play(mv.TakeDeck(session.state.decks[0].id))
    assert Opening.of(journal) == Opening(NAMES, NAMES, NOON, has_played=True)
    session.play(mv.CloseGently())
    assert Opening.of(journal).waiting is None
    session.undo()
    assert Opening.of(journal).waiting == NAMES


def test_an_evening_that_was_only_begun_does_not_hide_the_one_that_waits(journal: Journal) -> None:
    shelf = begin(deck("red")).decks
    session = Session.begin(journal, shelf, now, NAMES, SEED)
    session.play(mv.ShowDecks())
    Session.begin(journal, shelf, now, NAMES.swapped(), SEED)
    assert Opening.of(journal).waiting == NAMES
    assert Opening.of(journal).names == NAMES.swapped()
    resumed = Session.resume(journal, shelf, now)
    assert resumed is not None
    assert resumed.evening == 1


def test_the_first_screen_tells_nothing_of_what_was_marked_in_private(journal: Journal) -> None:
    shelf = begin(deck("red")).decks
    session = Session.begin(journal, shelf, now, NAMES, SEED)
    session.play(mv.ShowDecks())
    before = Opening.of(journal)
    later = Session.resume(journal, shelf, lambda: NOON + timedelta(days=2))
    assert later is not None
    later.play(mv.MarkTopic(Partner.L, Topic.MONEY))
    assert Opening.of(journal) == before
    later.undo()
    assert Opening.of(journal).waiting is None


def test_what_was_marked_after_an_evening_was_left_holds_when_it_goes_on(journal: Journal) -> None:
    shelf = begin(deck("red")).decks
    Session.begin(journal, shelf, now, NAMES, SEED).play(mv.ShowDecks())
    Session.begin(journal, shelf, now, NAMES, SEED).play(mv.MarkTopic(Partner.A, Topic.MONEY))
    resumed = Session.resume(journal, shelf, now)
    assert resumed is not None
    assert resumed.state.boundaries == {Topic.MONEY}


def test_a_commit_is_on_the_disk_and_what_is_deleted_is_overwritten(journal: Journal) -> None:
    pragmas = {
        name: journal._db.execute(f"PRAGMA {name}").fetchone()[0]
        for name in ("journal_mode", "synchronous", "secure_delete")
    }
    assert pragmas == {"journal_mode": "delete", "synchronous": 3, "secure_delete": 1}
