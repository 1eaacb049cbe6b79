"""The rules, "A turn"."""

from __future__ import annotations

import pytest

from helpers import card, deck, drawn, go_on, legal, play, table, until
from two_of_hearts.engine import events as ev
from two_of_hearts.engine import moves as mv
from two_of_hearts.engine import rules
from two_of_hearts.engine.cards import Card, Kind
from two_of_hearts.engine.clock import Clock
from two_of_hearts.engine.state import Phase
from two_of_hearts.look import look


def only(kind: Kind) -> list[Card]:
    return [card("red", f"{n}", 1, kind, clock=30) for n in range(8)]


def test_the_partner_whose_turn_it_is_draws() -> None:
    state = table()
    assert state.round is not None
    view = look(state, can_undo=False)
    assert view.seats.of(state.round.drawer).role == "draws"
    assert view.seats.of(state.round.drawer.other).role == "waits"
    events = rules.decide(state, mv.Draw())
    card = drawn(go_on(state)).id
    assert events == (ev.CardDrawn(state.round.drawer, card),)


@pytest.mark.parametrize("kind", [Kind.QUESTION, Kind.STORY])
def test_the_drawer_answers_first_then_the_partner_the_same_card(kind: Kind) -> None:
    state = go_on(table(deck("red", only(kind))))
    assert state.round is not None
    first, drawer = drawn(state), state.round.drawer
    assert state.phase is Phase.ANSWER
    assert look(state, can_undo=True).seats.of(drawer).role == "speaks"
    state = go_on(state)
    assert state.phase is Phase.REPLY
    assert drawn(state) == first
    assert look(state, can_undo=True).seats.of(drawer.other).role == "speaks"
    assert look(state, can_undo=True).seats.of(drawer).role == "listens"


@pytest.mark.parametrize("kind", [Kind.ACTIVITY, Kind.PLAN, Kind.AFFECTION])
def test_what_is_done_together_takes_one_step(kind: Kind) -> None:
    state = go_on(table(deck("red", only(kind))))
    assert state.phase is Phase.TOGETHER
    after = go_on(state)
    assert after.phase is Phase.DRAW
    assert after.round is not None
    assert after.round.turn == 1


def test_the_screen_says_the_listeners_job() -> None:
    state = go_on(table())
    assert state.round is not None
    listener = state.names.of(state.round.drawer.other)
    assert look(state, can_undo=True).hint == f"{listener} listens to understand, not to answer."


def test_the_hand_over_is_a_moment_of_its_own() -> None:
    state = until(table(), Phase.THANKS)
    assert state.round is not None
    drawer, listener = state.round.drawer, state.round.drawer.other
    view = look(state, can_undo=True)
    assert (
        view.headline
        == f"{state.names.of(listener)}, thank {state.names.of(drawer)} for opening up"
    )
    assert f"the cards go to {state.names.of(listener)}" in view.hint
    assert go_on(state).round.drawer is listener


def test_follow_ups_are_turned_up_one_by_one() -> None:
    state = go_on(table())
    first, second = drawn(state).follow_ups
    assert look(state, can_undo=True).card.follow_ups == ()
    state = play(state, mv.TellMore())
    assert look(state, can_undo=True).card.follow_ups == (first,)
    state = play(go_on(state), mv.TellMore())
    assert look(state, can_undo=True).card.follow_ups == (first, second)
    assert not legal(state, mv.TellMore)


def test_another_card_has_its_own_follow_ups() -> None:
    state = play(go_on(table()), mv.TellMore(), mv.Skip(), mv.Draw())
    assert look(state, can_undo=True).card.follow_ups == ()


def test_follow_ups_are_turned_up_before_moving_on() -> None:
    assert not legal(until(table(), Phase.THANKS), mv.TellMore)


def test_follow_ups_are_optional() -> None:
    assert go_on(go_on(table())).phase is Phase.REPLY


def test_a_clock_starts_only_when_asked() -> None:
    clock = Clock(60)
    assert not clock.is_running
    assert clock.elapsed(1000.0) == 0


def test_a_clock_can_be_paused_and_goes_on_where_it_was() -> None:
    clock = Clock(60).toggled(10.0).toggled(30.0)
    assert not clock.is_running
    assert clock.elapsed(500.0) == 20
    assert clock.toggled(100.0).elapsed(105.0) == 25


def test_a_clock_stops_at_its_end_and_can_be_started_afresh() -> None:
    clock = Clock(60).toggled(0.0)
    assert clock.elapsed(61.0) == 60
    assert clock.toggled(61.0).toggled(70.0).elapsed(71.0) == 1


def test_one_key_plays_a_whole_evening() -> None:
    state = until(table(), Phase.BETWEEN)
    assert rules.natural(state) == mv.PlayOn()
    state = until(until(state, Phase.BETWEEN), Phase.GOODBYE)
    assert len(state.outcomes) == 2
    assert rules.natural(state) is None
