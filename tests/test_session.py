"""The session: committed before it is shown, resumed at the very same card, undone."""

from __future__ import annotations

import signal
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from helpers import NAMES, SEED, begin, deck, now
from two_of_hearts.engine import events as ev
from two_of_hearts.engine import moves as mv
from two_of_hearts.engine import rules
from two_of_hearts.engine.cards import Topic
from two_of_hearts.engine.partners import Pair, Partner
from two_of_hearts.engine.rounds import Answering
from two_of_hearts.engine.state import Phase, State
from two_of_hearts.engine.text import NOTE_LENGTH, BadName, BadNote
from two_of_hearts.errors import Trouble
from two_of_hearts.journal import Journal
from two_of_hearts.session import Session

SHELF = begin(deck("red"), deck("blue")).decks


@pytest.fixture
def journal(tmp_path: Path) -> Journal:
    return Journal(tmp_path / "journal.sqlite3")


@pytest.fixture
def session(journal: Journal) -> Session:
    return Session.begin(journal, SHELF, now, NAMES, SEED)


def go_on(session: Session, times: int) -> None:
    for _ in range(times):
        move = rules.natural(session.state)
        assert move is not None
        session.play(move)


def test_a_move_that_cannot_be_committed_changes_nothing(
    session: Session, journal: Journal, monkeypatch: pytest.MonkeyPatch
) -> None:
    go_on(session, 3)
    before = session.state

    def full(*_: object) -> None:
        raise Trouble("The journal cannot be written", "The disk is full.", "Make room.")

    monkeypatch.setattr(journal, "_insert", full)
    with pytest.raises(Trouble):
        session.play(mv.Answer())
    with pytest.raises(Trouble):
        session.undo()
    assert session.state is before
    monkeypatch.undo()
    session.play(mv.Answer())
    assert Session.resume(journal, SHELF, now).state == session.state


def test_the_last_move_can_be_undone_back_to_the_start(session: Session) -> None:
    states = [session.state]
    for _ in range(30):
        go_on(session, 1)
        states.append(session.state)
    for state in reversed(states[:-1]):
        session.undo()
        assert session.state == state
    assert not session.can_undo
    with pytest.raises(ValueError, match="nothing to take back"):
        session.undo()


def test_back_at_the_start_of_the_evening_the_rules_of_the_house_hold(journal: Journal) -> None:
    session = Session.begin(journal, SHELF, now, NAMES, SEED, 10, Answering.DRAWER)
    go_on(session, 1)
    session.play(mv.SetTurns(4))
    session.play(mv.SetAnswering(Answering.BOTH))
    assert (session.state.turns, session.state.answering) == (4, Answering.BOTH)
    again = Session.resume(journal, SHELF, now)
    assert again is not None
    assert again.state == session.state
    while again.can_undo:
        again.undo()
    assert (again.state.turns, again.state.answering) == (10, Answering.DRAWER)
    go_on(again, 2)
    assert (again.state.round.turns, again.state.round.answering) == (10, Answering.DRAWER)


def test_what_was_set_in_an_evening_does_not_reach_the_next(journal: Journal) -> None:
    session = Session.begin(journal, SHELF, now, NAMES, SEED, 10)
    session.play(mv.SetTurns(4))
    assert Session.begin(journal, SHELF, now, NAMES, SEED, 10).state.turns == 10


def test_after_an_undo_the_same_card_is_drawn_again(session: Session) -> None:
    go_on(session, 3)
    card = session.state.round.card
    session.undo()
    session.play(mv.Draw())
    assert session.state.round.card == card


def test_undo_leaves_what_was_marked_in_private_as_it_is(session: Session) -> None:
    go_on(session, 2)
    session.play(mv.MarkTopic(Partner.L, Topic.MONEY))
    session.undo()
    assert session.state.phase is Phase.DECKS
    assert session.state.off_limits == Pair(frozenset(), frozenset({Topic.MONEY}))
    session.undo()
    assert not session.can_undo
    assert Topic.MONEY in session.state.boundaries


def test_an_evening_goes_on_at_exactly_the_same_card(session: Session, journal: Journal) -> None:
    for _ in range(25):
        go_on(session, 1)
        resumed = Session.resume(journal, SHELF, now)
        assert resumed is not None
        assert resumed.state == session.state
        assert resumed.can_undo


def test_it_goes_on_though_its_deck_was_deleted_or_edited(
    session: Session, journal: Journal
) -> None:
    go_on(session, 3)
    card = session.state.round.card
    edited = tuple(
        replace(deck, cards=tuple(replace(card, text="Other words.") for card in deck.cards))
        for deck in SHELF
    )
    for shelf in ((), edited):
        resumed = Session.resume(journal, shelf, now)
        assert resumed is not None
        assert resumed.state.round.card == card
        go_on(resumed, 1)
        resumed.undo()


def test_an_evening_that_ended_is_not_resumed(session: Session, journal: Journal) -> None:
    go_on(session, 3)
    session.play(mv.CloseGently())
    assert Session.resume(journal, SHELF, now) is None


def test_the_next_evening_remembers(session: Session, journal: Journal) -> None:
    go_on(session, 3)
    card = session.state.round.card.id
    starter = session.state.round.starter
    session.play(mv.Keep(card))
    session.play(mv.Retire(session.state.drawn[0].id))
    session.play(mv.MarkTopic(Partner.A, Topic.FAITH))
    session.play(mv.CloseGently())
    later = Session.begin(journal, SHELF, now, NAMES, SEED)
    assert later.state.kept == {card}
    assert later.state.retired == {card}
    assert later.state.boundaries == {Topic.FAITH}
    go_on(later, 2)
    assert later.state.round.starter is starter.other
    assert card not in [c.id for c in later.state.round.pile]


def test_a_name_that_cannot_be_shown_begins_nothing(journal: Journal) -> None:
    with pytest.raises(BadName):
        Session.begin(journal, SHELF, now, Pair("Mia", "\x1b[2J"), SEED)
    assert journal.last_evening() == 0


def test_two_games_at_one_journal_lose_nothing(session: Session, journal: Journal) -> None:
    go_on(session, 3)
    other = Session.resume(Journal(journal.path), SHELF, now)
    session.play(mv.Answer())
    with pytest.raises(Trouble):
        other.play(mv.Skip())
    assert Session.resume(journal, SHELF, now).state == session.state


def until(session: Session, phase: Phase) -> None:
    while session.state.phase is not phase:
        go_on(session, 1)


def test_a_line_is_committed_and_is_there_when_the_evening_goes_on(
    session: Session, journal: Journal
) -> None:
    until(session, Phase.ANSWER)
    assert session.note == ""
    session.write_note("  The lake,\nat six. ")
    assert session.note == "The lake, at six."
    (line,) = journal.notes(session.evening)
    assert (line.card, line.partner) == (
        session.state.round.card.id,
        session.state.round.drawer,
    )
    resumed = Session.resume(Journal(journal.path), SHELF, now)
    assert resumed is not None
    assert resumed.note == "The lake, at six."


def test_each_moment_of_a_card_has_a_line_of_its_own(session: Session, journal: Journal) -> None:
    until(session, Phase.ANSWER)
    for phase in (Phase.ANSWER, Phase.REPLY, Phase.THANKS, Phase.SAY, Phase.RESPOND):
        until(session, phase)
        assert session.note == ""
        session.write_note(f"While it was time to {phase}.")
    assert len(journal.notes(session.evening)) == 5


def test_an_empty_line_deletes_what_was_written(session: Session, journal: Journal) -> None:
    until(session, Phase.ANSWER)
    session.write_note("Something.")
    session.write_note(" \n ")
    assert session.note == ""
    assert journal.notes() == ()


def test_undo_takes_no_line_back(session: Session) -> None:
    until(session, Phase.ANSWER)
    session.write_note("The lake.")
    session.undo()
    assert session.note == ""
    session.play(mv.Draw())
    assert session.note == "The lake."


def test_a_line_that_was_changed_when_looking_back_is_shown_as_it_is_now(
    session: Session, journal: Journal
) -> None:
    until(session, Phase.ANSWER)
    session.write_note("The lake.")
    drawer = session.state.round.drawer
    journal.erase_note(session.evening, session.state.round.card.id, drawer)
    assert session.note == ""


def test_a_line_that_cannot_be_committed_or_shown_leaves_the_old_one(
    session: Session, journal: Journal
) -> None:
    until(session, Phase.ANSWER)
    session.write_note("The lake.")
    for bad in ("\x1b[2J", "x" * (NOTE_LENGTH + 1), "\u202egninniw"):
        with pytest.raises(BadNote):
            session.write_note(bad)
    journal._db.execute("PRAGMA query_only = ON")
    for text in ("The sea.", ""):
        with pytest.raises(Trouble):
            session.write_note(text)
    assert session.note == "The lake."


def test_there_is_nothing_to_write_under_before_a_card_is_drawn(session: Session) -> None:
    with pytest.raises(ValueError, match="nothing to write under"):
        session.write_note("Too early.")
    until(session, Phase.DRAW)
    with pytest.raises(ValueError, match="nothing to write under"):
        session.write_note("Still too early.")


PLAYER = """
import sys
from pathlib import Path
sys.path[:0] = {path!r}
from test_session import SHELF, Journal, NAMES, SEED, Session, now, rules, shown
journal = Journal(Path({file!r}))
while True:
    session = Session.begin(journal, SHELF, now, NAMES, SEED)
    moves = 0
    while move := rules.natural(session.state):
        session.play(move)
        moves += 1
        print(session.evening, moves, shown(session.state), flush=True)
"""


def shown(state: State) -> str:
    """What is on the screen, in a word."""
    return f"{state.phase}:{state.round.card.id if state.round and state.round.card else None}"


@pytest.mark.parametrize("lines", [1, 7, 20, 61, 140])
def test_a_killed_game_has_lost_nothing_that_was_shown(tmp_path: Path, lines: int) -> None:
    """A real process and a real SIGKILL, after so many moves were seen."""
    file = tmp_path / "journal.sqlite3"
    code = PLAYER.format(path=[str(Path(__file__).parent), *sys.path], file=str(file))
    process = subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None
    seen = [process.stdout.readline() for _ in range(lines)]
    process.send_signal(signal.SIGKILL)
    seen += [line for line in process.stdout if line.endswith("\n")]
    process.wait()
    evening, moves, on_screen = seen[-1].split()
    journal = Journal(file)
    recorded = journal.events(int(evening))
    began = recorded[0].event
    assert isinstance(began, ev.EveningBegan)
    state = rules.begin(began, SHELF, journal.memory(without=int(evening)))
    until_then = [row.event for row in recorded[1:] if row.move <= int(moves)]
    assert shown(rules.fold(state, until_then)) == on_screen
    assert recorded[-1].move <= int(moves) + 1, "at most the move that was not yet shown"


def later(hours: int) -> Callable[[], datetime]:
    return lambda: now() + timedelta(hours=hours)


def off_limits(journal: Journal) -> Pair[frozenset[Topic]]:
    """What is left out in the evening that is gone on with."""
    session = Session.resume(journal, SHELF, now)
    assert session is not None
    return session.state.off_limits


@pytest.mark.parametrize(
    ("names", "mine"), [(NAMES, Partner.A), (NAMES.swapped(), Partner.L), (Pair("X", "Y"), "a")]
)
def test_what_was_marked_since_is_of_who_marked_it_wherever_they_sat(
    session: Session, journal: Journal, names: Pair[str], mine: Partner
) -> None:
    go_on(session, 4)
    for evening, topic in enumerate((Topic.MONEY, Topic.WORK), start=1):
        other = Session.begin(journal, SHELF, later(evening), names, SEED)
        other.play(mv.MarkTopic(Partner.A, topic))
    found = off_limits(journal)
    assert found.of(Partner(mine)) == {Topic.MONEY, Topic.WORK}
    assert found.of(Partner(mine).other) == frozenset()


@pytest.mark.parametrize("hours", [-48, 0, 1])
def test_of_what_was_said_twice_the_last_word_holds_whatever_the_clock_says(
    journal: Journal, hours: int
) -> None:
    session = Session.begin(journal, SHELF, now, NAMES, SEED)
    go_on(session, 4)
    session.play(mv.MarkTopic(Partner.L, Topic.FAITH))
    session.play(mv.MarkTopic(Partner.L, Topic.SCHOOL))
    session.play(mv.UnmarkTopic(Partner.L, Topic.SCHOOL))
    other = Session.begin(journal, SHELF, later(hours), NAMES, SEED)
    other.play(mv.UnmarkTopic(Partner.L, Topic.FAITH))
    other.play(mv.MarkTopic(Partner.L, Topic.SCHOOL))
    assert off_limits(journal) == Pair(frozenset(), frozenset({Topic.SCHOOL}))
    resumed = Session.resume(journal, SHELF, now)
    assert resumed is not None
    resumed.play(mv.UnmarkTopic(Partner.L, Topic.SCHOOL))
    resumed.play(mv.MarkTopic(Partner.L, Topic.WORK))
    last = Pair(frozenset[Topic](), frozenset({Topic.WORK}))
    assert off_limits(journal) == last
    assert Session.begin(journal, SHELF, later(hours), NAMES, SEED).state.off_limits == last


def test_rows_and_moves_are_numbered_without_a_gap(session: Session, journal: Journal) -> None:
    go_on(session, 6)
    session.undo()
    session.play(mv.MarkTopic(Partner.A, Topic.SEX))
    session.undo()
    go_on(session, 3)
    rows = [row for row in journal.rows() if len(row) == 8]
    assert [row[1] for row in rows] == list(range(len(rows)))
    moves = list(dict.fromkeys(row[2] for row in rows))
    assert sorted(moves) == list(range(max(moves) + 1))
