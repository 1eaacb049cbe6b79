"""What is offered, and what Enter takes of it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from helpers import begin, card, deck, legal, play, table, until
from two_of_hearts.engine import events as ev
from two_of_hearts.engine import moves as mv
from two_of_hearts.engine import rules
from two_of_hearts.engine.cards import CardId, Depth, Mood
from two_of_hearts.engine.dealing import chance, depth_wanted, shuffled
from two_of_hearts.engine.memory import Memory, recall
from two_of_hearts.engine.offers import offered
from two_of_hearts.engine.partners import Partner
from two_of_hearts.engine.state import Phase


def test_enter_takes_a_deck_that_was_not_just_played() -> None:
    state = until(table(deck("red"), deck("blue"), deck("green")), Phase.BETWEEN)
    state = play(state, mv.ChangeDeck())
    assert rules.natural(state) == mv.TakeDeck(deck("blue").id)
    alone = until(table(deck("red")), Phase.BETWEEN)
    assert rules.natural(play(alone, mv.ChangeDeck())) == mv.TakeDeck(deck("red").id)


@pytest.mark.parametrize(("decks", "is_there"), [(1, False), (2, True), (3, True)])
def test_a_surprise_needs_two_decks(decks: int, is_there: bool) -> None:
    shelf = [deck(name) for name in ("red", "blue", "green")[:decks]]
    state = play(begin(*shelf), mv.ShowDecks())
    assert bool(legal(state, mv.SurpriseUs)) == is_there
    assert len(legal(state, mv.TakeDeck)) == decks


def test_of_decks_that_fit_alike_the_less_seen_comes_first() -> None:
    decks = [deck(name, moods={Mood.BRAVE: 2}) for name in ("blue", "red")]
    seen = {CardId(f"blue/1-{n}"): n for n in range(1, 4)}
    assert [one.id for one in offered(begin(*decks, memory=Memory(seen=seen)))] == ["red", "blue"]
    assert [one.id for one in offered(begin(*decks))] == ["blue", "red"]
    # By its share, not by the count: five of 24 are unseen here, and all three there.
    small = deck("tiny", [card("tiny", f"1-{n}") for n in range(3)], moods={Mood.BRAVE: 2})
    worn = Memory(seen={CardId(f"blue/{d}-{n}"): 1 for d in (1, 2, 3) for n in range(6)})
    assert [one.id for one in offered(begin(decks[0], small, memory=worn))] == ["tiny", "blue"]


def test_what_is_said_freely_is_not_said_freely_again() -> None:
    state = play(until(table(), Phase.GIVE), mv.Draw())
    assert state.phase is Phase.SAY
    assert legal(state, mv.SayFreely)
    assert not legal(play(state, mv.SayFreely()), mv.SayFreely)


def test_a_heart_can_be_taken_off_where_it_can_be_seen() -> None:
    """Of the cards of earlier evenings only those that were taken out are in the list."""
    kept, out = CardId("red/1-0"), CardId("red/1-1")
    memory = Memory(kept=frozenset({kept, out}), retired=frozenset({out, CardId("red/1-2")}))
    assert legal(table(memory=memory), mv.LetGo) == [mv.LetGo(out)]


def test_an_evening_is_shuffled_in_its_own_way() -> None:
    rounds = [state.round for state in (table(seed=seed) for seed in range(20)) if state.round]
    assert len({round.pile for round in rounds}) > 15
    assert len({round.thanks for round in rounds}) > 15
    assert chance(1, "a") != chance(2, "a") != chance(2, "b")


def test_cards_that_were_never_seen_come_before_the_one_that_was_seen_first() -> None:
    cards = deck("red").cards
    memory = recall([ev.CardDrawn(Partner.A, cards[0].id)])
    assert all(shuffled(cards, memory, seed)[-1] == cards[0] for seed in range(20))


def test_a_heart_that_was_taken_off_is_not_remembered() -> None:
    kept = [ev.CardKept(CardId("red/1-0")), ev.CardKept(CardId("red/1-1"))]
    assert recall([*kept, ev.CardLetGo(CardId("red/1-0"))]).kept == {CardId("red/1-1")}


def test_after_two_skips_it_is_lighter_by_one_level_and_no_more() -> None:
    round = table().round
    assert round is not None
    deep = tuple(card("red", f"3-{n}", 3) for n in range(2))
    assert depth_wanted(replace(round, skipped=deep)) == (Depth.WARM, Depth.DEEP)
    assert depth_wanted(replace(round, skipped=deep[:1])) == (Depth.DEEP, Depth.DEEP)
