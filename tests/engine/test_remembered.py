"""The rules, "What is remembered", as far as the engine goes; the journal's part is elsewhere."""

from __future__ import annotations

from helpers import NAMES, card, deck, drawn, go_on, legal, play, table, turns, until
from two_of_hearts.engine import events as ev
from two_of_hearts.engine import moves as mv
from two_of_hearts.engine.cards import CardId, Kind, Topic
from two_of_hearts.engine.dealing import chance, shuffled, toss
from two_of_hearts.engine.memory import Memory, recall
from two_of_hearts.engine.partners import Pair, Partner
from two_of_hearts.engine.state import Phase
from two_of_hearts.look import look


def test_no_card_is_dealt_twice_in_one_evening() -> None:
    state = until(table(deck("red", each=20)), Phase.GOODBYE)
    ids = [c.id for c in state.drawn]
    assert len(ids) == len(set(ids)) == 16


def test_unseen_cards_come_first_then_those_seen_longest_ago() -> None:
    cards = [card("red", f"{n}") for n in range(6)]
    memory = Memory(seen={cards[0].id: 9, cards[1].id: 2, cards[2].id: 5})
    order = [c.id for c in shuffled(cards, memory, seed=1)]
    assert set(order[:3]) == {cards[3].id, cards[4].id, cards[5].id}
    assert order[3:] == [cards[1].id, cards[2].id, cards[0].id]
    red = deck("red", cards)
    assert [drawn(s).id for s in turns(table(red, memory=memory))][3:] == order[3:]


def test_the_shuffle_is_pinned_so_that_a_seed_means_the_same_on_every_python() -> None:
    assert chance(0, "coin") == 832387208922248443
    assert chance(7, "red/1-0") == 9773951582718262994
    assert [toss(seed).value for seed in range(8)] == list("llalllll")
    order = [c.id.removeprefix("red/") for c in shuffled(deck("red", each=3).cards, Memory(), 42)]
    assert order == ["2-1", "1-0", "2-0", "2-2", "1-1", "3-1", "3-2", "1-2", "3-0"]


def test_another_seed_is_another_shuffle() -> None:
    cards = deck("red").cards
    assert len({shuffled(cards, Memory(), seed) for seed in range(10)}) == 10


def test_a_card_added_to_a_deck_does_not_move_the_others() -> None:
    cards = deck("red").cards
    longer = shuffled((*cards, card("red", "new")), Memory(), 3)
    assert tuple(c for c in longer if c.id != "red/new") == shuffled(cards, Memory(), 3)


def test_cards_can_be_kept_and_let_go_and_are_listed_afterwards() -> None:
    state = go_on(table())
    first = drawn(state)
    state = play(state, mv.Keep(first.id))
    assert look(state, can_undo=True).card.is_kept
    end = until(state, Phase.GOODBYE)
    assert look(end, can_undo=True).kept == (first.text,)
    assert look(play(end, mv.LetGo(first.id)), can_undo=True).kept == ()


def test_plans_that_were_taken_on_are_listed_afterwards() -> None:
    red = deck("red", [card("red", f"{n}", 1, Kind.PLAN) for n in range(9)])
    done = until(
        table(deck("red", [card("red", f"{n}", 1, Kind.ACTIVITY) for n in range(9)])), Phase.GIVE
    )
    assert look(done, can_undo=True).plans == ()
    state = go_on(table(red))
    skipped = drawn(state)
    state = go_on(play(state, mv.Skip()))
    taken = drawn(state)
    state = play(go_on(state), mv.WrapUp())
    plans = look(until(state, Phase.BETWEEN), can_undo=True).plans
    assert plans == (taken.text,)
    assert skipped.text not in plans


def test_memory_is_folded_from_the_events_of_earlier_evenings() -> None:
    one, two = CardId("red/1"), CardId("red/2")
    events = [
        ev.EveningBegan(NAMES, 1),
        ev.TopicMarked(Partner.A, Topic.MONEY),
        ev.TopicMarked(Partner.L, Topic.FAITH),
        ev.TopicUnmarked(Partner.L, Topic.FAITH),
        ev.CardDrawn(Partner.A, one),
        ev.CardKept(one),
        ev.CardDrawn(Partner.L, two),
        ev.CardRetired(two),
        ev.CardRetired(one),
        ev.CardRestored(one),
        ev.EveningBegan(NAMES, 2),
        ev.AppreciationDrawn(Partner.A, one),
    ]
    memory = recall(events)
    assert memory.names == NAMES
    assert memory.seen[one] > memory.seen[two]
    assert memory.kept == {one}
    assert memory.retired == {two}
    assert memory.off_limits == Pair(frozenset({Topic.MONEY}), frozenset())


def test_memory_follows_partners_who_change_seats() -> None:
    events = [
        ev.EveningBegan(NAMES, 1),
        ev.TopicMarked(Partner.A, Topic.MONEY),
        ev.EveningBegan(NAMES.swapped(), 2),
        ev.TopicMarked(Partner.A, Topic.FAITH),
    ]
    marks = recall(events).off_limits
    assert marks == Pair(frozenset({Topic.FAITH}), frozenset({Topic.MONEY}))


def test_a_kept_card_has_its_heart_on_another_evening() -> None:
    red = deck("red", [card("red", "only")])
    state = go_on(table(red, memory=Memory(kept=frozenset({CardId("red/only")}))))
    assert look(state, can_undo=True).card.is_kept
    assert legal(state, mv.LetGo)
