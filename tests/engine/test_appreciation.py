"""The rules, "The appreciation exchange"."""

from __future__ import annotations

import pytest

from helpers import card, deck, drawn, go_on, legal, play, table, thanks, until
from two_of_hearts.engine import moves as mv
from two_of_hearts.engine import rules
from two_of_hearts.engine.cards import Kind
from two_of_hearts.engine.memory import Memory
from two_of_hearts.engine.rounds import Outcome
from two_of_hearts.engine.state import Phase
from two_of_hearts.look import look


def test_the_one_who_started_gives_first_then_the_other_way_round() -> None:
    state = until(table(), Phase.GIVE)
    assert state.round is not None
    starter = state.round.starter
    for giver in (starter, starter.other):
        assert state.round.giver is giver
        assert look(state, can_undo=True).seats.of(giver).role == "gives"
        state = go_on(state)
        assert state.phase is Phase.SAY
        assert drawn(state).kind is Kind.APPRECIATION
        state = go_on(state)
        assert state.phase is Phase.RESPOND
        assert look(state, can_undo=True).seats.of(giver.other).role == "responds"
        state = go_on(state)
    assert state.phase is Phase.BETWEEN


def test_a_round_that_is_wrapped_up_early_ends_with_it_too() -> None:
    together = deck("blue", [card("blue", f"{n}", 1, Kind.ACTIVITY) for n in range(9)])
    seen = set()
    for shelf in (deck("red"), together):
        for steps in range(12):
            state = go_on(table(shelf), steps)
            seen.add(state.phase)
            state = play(state, mv.WrapUp())
            assert state.phase is Phase.GIVE
            assert until(state, Phase.BETWEEN).outcomes == (Outcome.WRAPPED_UP,)
    assert seen == {Phase.DRAW, Phase.ANSWER, Phase.REPLY, Phase.TOGETHER, Phase.THANKS}


def test_wrapping_up_after_the_last_answer_is_a_whole_round() -> None:
    state = table()
    assert state.round is not None
    while (state.round.turn, state.phase) != (5, Phase.THANKS):
        state = go_on(state)
    assert until(play(state, mv.WrapUp()), Phase.BETWEEN).outcomes == (Outcome.COMPLETED,)


def test_a_prompt_can_be_swapped_as_often_as_one_likes() -> None:
    state = go_on(until(table(), Phase.GIVE))
    seen = [drawn(state).id]
    while mv.Swap() in rules.legal(state):
        state = play(state, mv.Swap())
        seen.append(drawn(state).id)
    assert len(seen) == len(set(seen)) == 8  # those that are no deeper than the round
    assert legal(state, mv.SayFreely)


def test_it_can_be_said_freely_without_a_card() -> None:
    before = until(table(), Phase.GIVE)
    for state in (before, go_on(before)):
        free = play(state, mv.SayFreely())
        assert drawn(play(free, mv.Swap())).kind is Kind.APPRECIATION
        assert free.phase is Phase.SAY
        assert free.round is not None
        assert free.round.card is None
        assert go_on(free).phase is Phase.RESPOND


def test_with_no_card_left_it_is_said_freely() -> None:
    state = until(table(deck("red")), Phase.GIVE)
    while (state := play(state, mv.Draw())) and mv.Swap() in rules.legal(state):
        while mv.Swap() in rules.legal(state):
            state = play(state, mv.Swap())
        state = go_on(state, 2)
    assert state.round is not None
    assert state.round.card is None
    assert until(state, Phase.BETWEEN).outcomes == (Outcome.COMPLETED,)


def test_the_round_counts_as_ended_when_both_have_given() -> None:
    state = go_on(until(table(), Phase.GIVE), 5)
    assert state.outcomes == ()
    assert go_on(state).outcomes == (Outcome.COMPLETED,)


@pytest.mark.parametrize("steps", range(30))
def test_close_gently_leads_past_it_and_says_something_kind(steps: int) -> None:
    state = table()
    for _ in range(steps):
        if state.phase is not Phase.BETWEEN:
            state = go_on(state)
    if state.phase is Phase.BETWEEN:
        return
    closed = play(state, mv.CloseGently())
    assert closed.phase is Phase.GOODBYE
    assert closed.outcomes == (Outcome.CLOSED_GENTLY,)
    assert closed.drawn == state.drawn
    assert "kind" in look(closed, can_undo=True).hint


def test_retired_appreciations_do_not_come_and_unseen_ones_come_first() -> None:
    cards = thanks().cards
    light = [c.id for c in cards if c.depth <= 2]
    memory = Memory(seen={light[0]: 2, light[1]: 1}, retired=frozenset(light[5:]))
    state = go_on(until(table(memory=memory), Phase.GIVE))
    order = [drawn(state).id]
    while (state := play(state, mv.Swap())).round.card is not None:
        order.append(drawn(state).id)
        if mv.Swap() not in rules.legal(state):
            break
    assert set(order[:3]) == set(light[2:5])
    assert order[3:] == [light[1], light[0]]


def test_never_again_during_the_exchange_turns_up_another() -> None:
    state = go_on(until(table(), Phase.GIVE))
    card = drawn(state).id
    state = play(state, mv.Retire(card))
    assert state.phase is Phase.SAY
    assert drawn(state).id != card
