"""The album: what all evenings left, and nothing that nobody meant to leave."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from helpers import NAMES, NOON, SEED, begin, card, deck
from two_of_hearts.album import Album, seen_of
from two_of_hearts.engine import moves as mv
from two_of_hearts.engine import rules
from two_of_hearts.engine.cards import DeckId, Kind, Mood, Topic
from two_of_hearts.engine.notes import said_freely
from two_of_hearts.engine.offers import unseen_of
from two_of_hearts.engine.partners import Pair, Partner
from two_of_hearts.engine.rounds import Outcome
from two_of_hearts.engine.state import Phase
from two_of_hearts.journal import Journal
from two_of_hearts.session import Session

PLANS = deck("out", [card("out", f"plan-{n}", kind=Kind.PLAN) for n in range(6)])
SHELF = begin(deck("red"), PLANS).decks


@pytest.fixture
def journal(tmp_path: Path) -> Iterator[Journal]:
    journal = Journal(tmp_path / "journal.sqlite3")
    yield journal
    journal.close()


def sit_down(
    journal: Journal, days: int = 0, names: Pair[str] = NAMES, first: str = "red"
) -> Session:
    """An evening so many days later, whose first round has just begun; a minute a move."""
    moment = [NOON + timedelta(days=days)]

    def now() -> datetime:
        moment[0] += timedelta(minutes=1)
        return moment[0]

    session = Session.begin(journal, SHELF, now, names, SEED)
    session.play(mv.ShowDecks())
    session.play(mv.TakeDeck(DeckId(first)))
    return session


def go_on(session: Session, *phases: Phase) -> None:
    """The natural next thing, until one of these phases comes."""
    while True:
        move = rules.natural(session.state)
        assert move is not None
        session.play(move)
        if session.state.phase in phases:
            return


def test_an_evening_without_a_round_is_not_in_the_album(journal: Journal) -> None:
    Session.begin(journal, SHELF, lambda: NOON, NAMES, SEED).play(mv.ShowDecks())
    assert Album.of(journal) == Album((), (), (), (), (), frozenset())


def test_an_evening_is_told_as_it_was(journal: Journal) -> None:
    session = sit_down(journal)
    go_on(session, Phase.BETWEEN)
    session.play(mv.SayGoodbye())
    sit_down(journal, days=3, names=Pair("Mi", "Jonas"))
    first, second = Album.of(journal).evenings
    assert (first.number, first.names, first.has_ended) == (1, NAMES, True)
    assert first.began == NOON + timedelta(minutes=1)
    assert first.last == journal.events(1)[-1].at
    (round,) = first.rounds
    assert (round.decks, round.outcome) == (("Red",), Outcome.COMPLETED)
    assert [c.face.id for c in round.cards] == [c.id for c in session.state.drawn]
    assert [c.face.text for c in round.cards] == [c.text for c in session.state.drawn]
    assert {c.face.deck for c in round.cards} == {"Red", "Thanks"}
    turns = [played.drawer for played in round.cards[:6]]
    assert turns == [round.cards[0].drawer, round.cards[0].drawer.other] * 3
    assert (second.names, second.has_ended) == (Pair("Mi", "Jonas"), False)
    assert [one.outcome for one in second.rounds] == [Outcome.OPEN]


def test_the_moods_of_an_evening_are_the_last_ones_named(journal: Journal) -> None:
    session = Session.begin(journal, SHELF, lambda: NOON, NAMES, SEED)
    session.play(mv.PickMood(Partner.A, Mood.BRAVE))
    session.play(mv.PickMood(Partner.A, Mood.WEARY))
    session.play(mv.ShowDecks())
    session.play(mv.TakeDeck(DeckId("red")))
    assert Album.of(journal).evenings[0].moods == Pair(Mood.WEARY, None)


def test_what_was_taken_back_is_not_in_the_album(journal: Journal) -> None:
    session = sit_down(journal)
    session.play(mv.Draw())
    session.play(mv.Keep(session.state.drawn[0].id))
    session.undo()
    session.undo()
    album = Album.of(journal)
    assert album.kept == ()
    assert album.seen == frozenset()
    assert album.evenings[0].rounds[0].cards == ()


def test_a_card_that_was_set_aside_stands_nowhere_with_who_drew_it(journal: Journal) -> None:
    session = sit_down(journal)
    session.play(mv.Draw())
    aside = session.state.round.card.id
    session.play(mv.Skip())
    session.play(mv.Draw())
    album = Album.of(journal)
    shown = [played.face.id for played in album.evenings[0].rounds[0].cards]
    assert shown == [session.state.round.card.id]
    assert album.seen == {aside, *shown}
    assert album.evenings[0].came_up == album.seen


def test_a_card_that_was_brought_back_is_told_with_who_took_it_up(journal: Journal) -> None:
    session = sit_down(journal)
    session.play(mv.Draw())
    aside = session.state.round.card.id
    session.play(mv.Skip())
    go_on(session, Phase.THANKS)
    session.play(mv.Thank())
    session.play(mv.BringBack(aside))
    *_, last = Album.of(journal).evenings[0].rounds[0].cards
    assert (last.face.id, last.drawer) == (aside, session.state.round.drawer)


def test_skips_are_counted_for_each_partner(journal: Journal) -> None:
    session = sit_down(journal)
    drawer = session.state.round.drawer
    for _ in range(2):
        session.play(mv.Draw())
        session.play(mv.Skip())
    session.play(mv.Draw())
    session.play(mv.Answer())
    session.play(mv.Skip())
    assert Album.of(journal).evenings[0].skips == Pair(0, 0).put(drawer, 2).put(drawer.other, 1)


def test_a_heart_counts_while_it_is_on_the_card(journal: Journal) -> None:
    session = sit_down(journal)
    go_on(session, Phase.BETWEEN)
    first, second, *_ = session.state.drawn
    session.play(mv.Keep(second.id))
    session.play(mv.Keep(first.id))
    session.play(mv.LetGo(second.id))
    (kept,) = Album.of(journal).kept
    assert (kept.face.text, kept.face.deck, kept.evening) == (first.text, "Red", 1)


def test_a_kept_card_belongs_to_the_evening_in_which_it_was_last_drawn(journal: Journal) -> None:
    for days in range(4):
        session = sit_down(journal, days)
        go_on(session, Phase.BETWEEN)
        if days == 0:
            session.play(mv.Keep(session.state.drawn[0].id))
    kept = Album.of(journal).kept[0]
    came_up = [one.number for one in Album.of(journal).evenings if kept.face.id in one.came_up]
    assert len(came_up) > 1
    assert kept.evening == came_up[-1]


def test_a_plan_waits_until_it_is_ticked(journal: Journal) -> None:
    session = sit_down(journal, first="out")
    go_on(session, Phase.GIVE)
    plans = Album.of(journal).plans
    assert [plan.face.id for plan in plans] == [c.id for c in session.state.plans]
    assert {plan.done for plan in plans} == {None}
    journal.mark_done(1, plans[1].face.id, NOON)
    assert [plan.done for plan in Album.of(journal).plans[:3]] == [None, NOON, None]


def test_lines_stand_under_their_cards(journal: Journal) -> None:
    session = sit_down(journal)
    session.play(mv.Draw())
    session.write_note("The lake.")
    session.play(mv.Answer())
    session.write_note("The heron.")
    album = Album.of(journal)
    (played,) = album.evenings[0].rounds[0].cards
    assert [note.text for note in played.notes] == ["The lake.", "The heron."]
    assert [(line.note, line.goes_out) for line in album.lines] == [
        (note, True) for note in played.notes
    ]
    assert {line.face for line in album.lines} == {played.face}
    assert album.appreciations == ()


def test_a_line_is_never_out_of_reach(journal: Journal) -> None:
    """Under a card that was set aside it stays in the album; it only does not go out."""
    session = sit_down(journal)
    for text in ("Set aside.", "Taken back."):
        session.play(mv.Draw())
        session.write_note(text)
        if text == "Set aside.":
            session.play(mv.Skip())
    session.undo()
    lines = Album.of(journal).lines
    assert [(line.note.text, line.goes_out) for line in lines] == [
        ("Set aside.", False),
        ("Taken back.", False),
    ]
    assert all(line.face for line in lines)
    while session.can_undo:
        session.undo()
    lines = Album.of(journal).lines
    assert [(line.note.text, line.face) for line in lines] == [
        ("Set aside.", None),
        ("Taken back.", None),
    ]


def test_a_line_under_a_card_that_was_set_aside_and_kept_may_go_out(journal: Journal) -> None:
    session = sit_down(journal)
    session.play(mv.Draw())
    session.write_note("For later.")
    session.play(mv.Keep(session.state.drawn[0].id))
    session.play(mv.Skip())
    assert [line.goes_out for line in Album.of(journal).lines] == [True]


def test_written_appreciations_say_who_said_them(journal: Journal) -> None:
    session = sit_down(journal)
    go_on(session, Phase.SAY)
    giver, given = session.state.round.giver, session.state.round.card.id
    session.write_note("That you called my mother.")
    go_on(session, Phase.RESPOND)
    session.write_note("That you saw it.")
    go_on(session, Phase.GIVE)
    session.play(mv.SayFreely())
    session.write_note("And you waited up.")
    album = Album.of(journal)
    carded, free = album.appreciations
    assert carded.face is not None
    assert (carded.face.id, carded.giver) == (given, giver)
    assert [(note.partner, note.text) for note in carded.notes] == [
        (giver, "That you called my mother."),
        (giver.other, "That you saw it."),
    ]
    assert (free.face, free.giver) == (None, giver.other)
    assert [note.card for note in free.notes] == [said_freely(1, giver.other)]
    assert album.lines == ()


def test_an_appreciation_that_was_swapped_for_another_was_not_said(journal: Journal) -> None:
    session = sit_down(journal)
    go_on(session, Phase.SAY)
    swapped = session.state.round.card.id
    session.write_note("Not quite.")
    session.play(mv.Swap())
    album = Album.of(journal)
    assert album.appreciations == ()
    assert [(line.note.text, line.goes_out) for line in album.lines] == [("Not quite.", False)]
    assert swapped not in [c.face.id for c in album.evenings[0].rounds[0].cards]


def test_nothing_that_was_marked_in_private_changes_the_album(journal: Journal) -> None:
    session = sit_down(journal)
    session.play(mv.Draw())
    before = Album.of(journal)
    session.play(mv.MarkTopic(Partner.L, Topic.MONEY))
    session.play(mv.MarkTopic(Partner.A, Topic.LOSS))
    session.play(mv.UnmarkTopic(Partner.A, Topic.LOSS))
    assert Album.of(journal) == before
    assert "money" not in repr(before).casefold()


def test_seen_cards_are_counted_as_the_game_counts_them(journal: Journal) -> None:
    session = sit_down(journal)
    go_on(session, Phase.BETWEEN)
    album = Album.of(journal)
    for one in SHELF[:2]:
        unseen, cards = unseen_of(session.state, one)
        assert seen_of(one, album) == (cards - unseen, cards)
    assert seen_of(SHELF[0], album) == (6, 24)
    assert seen_of(SHELF[2], album) == (2, 12)


def test_a_deck_beside_the_round_has_the_title_it_has_today(journal: Journal) -> None:
    session = sit_down(journal)
    go_on(session, Phase.SAY)
    today = Album.of(journal, {DeckId("thanks"): "So Many Thanks"})
    assert today.evenings[0].rounds[0].cards[-1].face.deck == "So Many Thanks"
    gone = Album.of(journal)
    assert gone.evenings[0].rounds[0].cards[-1].face.deck == "Thanks"


def test_an_album_of_some_evenings_has_what_these_left(journal: Journal) -> None:
    for days in range(4):
        session = sit_down(journal, days, first="out" if days % 2 else "red")
        session.play(mv.Draw())
        session.write_note(f"Line {days}.")
        go_on(session, Phase.BETWEEN)
        if days == 0:
            session.play(mv.Keep(session.state.drawn[0].id))
    whole = Album.of(journal)
    part = whole.only({1, 2})
    assert [one.number for one in part.evenings] == [1, 2]
    assert [(one.face, one.evening) for one in part.kept] == [(whole.kept[0].face, 1)]
    assert part.plans
    assert {one.evening for one in part.plans} == {2}
    assert [line.note.text for line in part.lines] == ["Line 0.", "Line 1."]
    assert whole.only({3}).plans == ()
    assert whole.only({1, 2, 3, 4}) == whole


def test_an_evening_that_goes_on_after_a_later_one_stays_in_its_place(journal: Journal) -> None:
    first = sit_down(journal)
    sit_down(journal, days=1)
    go_on(first, Phase.BETWEEN)
    assert [one.number for one in Album.of(journal).evenings] == [1, 2]
