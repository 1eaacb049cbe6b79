"""The rules, "How deep it goes"."""

from __future__ import annotations

from itertools import pairwise

import pytest

from helpers import card, deck, drawn, go_on, legal, play, table, turns, until
from two_of_hearts.engine import moves as mv
from two_of_hearts.engine import rules
from two_of_hearts.engine.cards import Depth, Topic
from two_of_hearts.engine.dealing import depth_of_pair
from two_of_hearts.engine.partners import Partner
from two_of_hearts.engine.rounds import Outcome
from two_of_hearts.engine.state import Phase, State


@pytest.mark.parametrize("length", [4, 6, 10])
def test_both_turns_of_a_pair_are_dealt_at_the_same_depth(length: int) -> None:
    depths = [drawn(state).depth for state in turns(table(turns=length))]
    assert len(depths) == length
    assert depths[0::2] == depths[1::2]


@pytest.mark.parametrize("pairs", [2, 3, 5])
@pytest.mark.parametrize("ceiling", list(Depth))
def test_depth_begins_light_and_rises_by_one_level_at_most(pairs: int, ceiling: Depth) -> None:
    depths = [depth_of_pair(pair, pairs, ceiling) for pair in range(pairs)]
    assert depths[0] is Depth.LIGHT
    assert all(0 <= after - before <= 1 for before, after in pairwise(depths))
    assert max(depths) <= ceiling


@pytest.mark.parametrize(
    ("pairs", "ceiling", "depths"),
    [
        (2, 2, [1, 2]),
        (3, 2, [1, 1, 2]),
        (3, 3, [1, 2, 3]),
        (5, 2, [1, 1, 1, 2, 2]),
        (5, 3, [1, 1, 2, 2, 3]),
        (5, 1, [1, 1, 1, 1, 1]),
        (2, 3, [1, 2]),
    ],
)
def test_the_levels_are_spread_evenly_over_the_round(
    pairs: int, ceiling: int, depths: list[int]
) -> None:
    assert [depth_of_pair(pair, pairs, Depth(ceiling)) for pair in range(pairs)] == depths


def test_the_first_rounds_ceiling_is_warm() -> None:
    state = table()
    assert state.round is not None
    assert state.round.ceiling is Depth.WARM


def between() -> State:
    return until(table(), Phase.BETWEEN)


def test_the_same_depth_again() -> None:
    state = play(between(), mv.PlayOn())
    assert state.round is not None
    assert (state.round.number, state.round.ceiling) == (2, Depth.WARM)


def test_lighter() -> None:
    state = play(between(), mv.Lighten())
    assert state.round is not None
    assert state.round.ceiling is Depth.LIGHT
    assert {drawn(s).depth for s in turns(state)} == {Depth.LIGHT}
    assert not legal(until(state, Phase.BETWEEN), mv.Lighten)


@pytest.mark.parametrize("partner", list(Partner))
def test_either_key_alone_leaves_the_depth_where_it_is(partner: Partner) -> None:
    state = play(between(), mv.WishDeeper(partner))
    assert state.phase is Phase.BETWEEN
    assert state.ceiling is Depth.WARM
    assert mv.WishDeeper(partner) not in rules.legal(state)
    assert play(state, mv.PlayOn()).ceiling is Depth.WARM


@pytest.mark.parametrize("first", list(Partner))
def test_deeper_needs_both_partners_own_keys(first: Partner) -> None:
    state = play(between(), mv.WishDeeper(first), mv.WishDeeper(first.other))
    assert state.phase is Phase.DRAW
    assert state.round is not None
    assert state.round.ceiling is Depth.DEEP
    assert max(drawn(s).depth for s in turns(state)) is Depth.DEEP
    assert not legal(until(state, Phase.BETWEEN), mv.WishDeeper)


def test_a_wish_can_be_taken_back() -> None:
    state = play(between(), mv.WishDeeper(Partner.A), mv.WithdrawDeeper(Partner.A))
    assert play(state, mv.WishDeeper(Partner.L)).phase is Phase.BETWEEN


def test_a_wish_does_not_outlive_the_choice() -> None:
    state = play(between(), mv.WishDeeper(Partner.A), mv.PlayOn())
    state = until(state, Phase.BETWEEN)
    assert play(state, mv.WishDeeper(Partner.L)).phase is Phase.BETWEEN


def test_another_deck_keeps_the_depth_that_was_agreed() -> None:
    state = play(until(table(deck("red"), deck("blue")), Phase.BETWEEN), mv.Lighten())
    state = play(until(state, Phase.BETWEEN), mv.ChangeDeck())
    assert rules.natural(state) == mv.TakeDeck(state.decks[1].id)
    state = go_on(state)
    assert state.round is not None
    assert state.round.decks[0].id == "blue"
    assert state.round.ceiling is Depth.LIGHT


def test_goodbye() -> None:
    assert play(between(), mv.SayGoodbye()).phase is Phase.GOODBYE


def test_where_a_depth_has_run_out_the_nearest_lighter_card_is_dealt() -> None:
    red = deck("red", [card("red", f"1-{n}", 1) for n in range(9)] + [card("red", "2-0", 2)])
    depths = [drawn(state).depth for state in turns(table(red))]
    assert depths == [1, 1, 1, 1, 2, 1]


def test_then_the_nearest_deeper_one_up_to_the_ceiling() -> None:
    cards = [card("red", "1-0", 1), *(card("red", f"2-{n}", 2) for n in range(9))]
    cards += [card("red", f"3-{n}", 3) for n in range(9)]
    depths = [drawn(state).depth for state in turns(table(deck("red", cards)))]
    assert depths == [1, 2, 2, 2, 2, 2]


def test_the_nearest_lighter_one_comes_before_the_lightest() -> None:
    cards = [card("red", f"{d}-{n}", d) for d in (1, 2) for n in range(12)]
    cards.append(card("red", "3-0", 3))
    state = until(table(deck("red", cards)), Phase.BETWEEN)
    state = play(state, mv.WishDeeper(Partner.A), mv.WishDeeper(Partner.L))
    assert [drawn(s).depth for s in turns(state)] == [1, 1, 2, 2, 3, 2]


def test_another_round_stays_with_its_deck() -> None:
    state = until(table(deck("red"), deck("blue")), Phase.BETWEEN)
    state = play(state, mv.PlayOn())
    assert state.round is not None
    assert {card.deck for card in state.round.pile} == {"red"}


def test_with_no_card_left_the_round_goes_to_its_appreciation_and_says_so() -> None:
    red = deck("red", [card("red", f"1-{n}") for n in range(3)])
    state = until(table(red), Phase.GIVE)
    assert state.round is not None
    assert state.round.turn == 3
    state = until(state, Phase.BETWEEN)
    assert state.outcomes == (Outcome.RAN_OUT,)
    assert not legal(state, mv.PlayOn)
    assert rules.natural(state) == mv.SayGoodbye()


@pytest.mark.parametrize(
    ("others", "then"), [(0, mv.PlayOn()), (1, mv.ChangeDeck()), (2, mv.ChangeDeck())]
)
def test_after_a_deck_ran_out_another_one_comes_next_where_there_is_one(
    others: int, then: mv.Move
) -> None:
    cards = [card("red", f"1-{n}") for n in range(3)]
    cards += [card("red", f"1-{n}", topics=[Topic.MONEY]) for n in range(3, 20)]
    shelf = [deck("red", cards), *(deck(name) for name in ("blue", "green")[:others])]
    state = play(table(*shelf), mv.MarkTopic(Partner.A, Topic.MONEY))
    state = until(state, Phase.BETWEEN)
    assert state.outcomes == (Outcome.RAN_OUT,)
    # What is offered does not tell that the rest is left out.
    assert legal(state, mv.PlayOn)
    assert rules.natural(state) == then


def test_after_a_whole_round_the_same_deck_comes_next() -> None:
    state = until(table(deck("red"), deck("blue")), Phase.BETWEEN)
    assert state.outcomes == (Outcome.COMPLETED,)
    assert rules.natural(state) == mv.PlayOn()
