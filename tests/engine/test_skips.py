"""The rules, "Skips"."""

from __future__ import annotations

from itertools import pairwise

import pytest

from helpers import begin, card, deck, drawn, go_on, legal, play, table, until
from two_of_hearts.engine import events as ev
from two_of_hearts.engine import moves as mv
from two_of_hearts.engine import rules
from two_of_hearts.engine.cards import CardId, Kind
from two_of_hearts.engine.memory import Memory
from two_of_hearts.engine.partners import Partner
from two_of_hearts.engine.rounds import Outcome
from two_of_hearts.engine.state import Phase, State
from two_of_hearts.look import look


def skip_and_draw(state: State) -> State:
    return play(state, mv.Skip(), mv.Draw())


@pytest.mark.parametrize("kind", list(Kind)[:5])
def test_any_card_can_be_skipped_before_it_is_answered(kind: Kind) -> None:
    state = go_on(table(deck("red", [card("red", f"{n}", 1, kind) for n in range(8)])))
    assert play(state, mv.Skip()).phase is Phase.DRAW


def test_there_is_no_limit() -> None:
    state = go_on(table(deck("red", each=8)))
    for _ in range(23):
        state = play(state, mv.Skip())
        state = play(state, mv.Draw())
        if state.phase is Phase.GIVE:
            break
    assert state.round is not None
    assert len(state.round.set_aside) == 8
    assert state.round.turn == 0


def test_a_skip_costs_nothing() -> None:
    state = go_on(table())
    assert state.round is not None
    after = play(state, mv.Skip())
    assert after.round is not None
    assert after.round.drawer is state.round.drawer
    assert after.round.turn == state.round.turn
    assert after.round.turns == state.round.turns
    assert after.phase is Phase.DRAW


def warm(state: State) -> State:
    """The first card of a round's last pair, which is warm."""
    assert state.round is not None
    while state.round.turn < 4 or state.phase is not Phase.ANSWER:
        state = go_on(state)
    assert drawn(state).depth == 2
    return state


def test_the_replacement_is_never_deeper() -> None:
    state = go_on(table())
    for _ in range(5):
        depth = drawn(state).depth
        state = skip_and_draw(state)
        assert drawn(state).depth <= depth


def test_not_even_after_one_skip_is_anything_deeper_dealt() -> None:
    cards = [card("red", "1-0"), *(card("red", f"2-{n}", 2) for n in range(9))]
    state = go_on(table(deck("red", cards)))
    assert drawn(state).depth == 1
    assert skip_and_draw(state).phase is Phase.GIVE


def test_nothing_deeper_is_dealt_though_nothing_else_is_left() -> None:
    """Two light cards and many warm ones: after the light ones the pile is through."""
    cards = [card("red", f"1-{n}") for n in range(2)]
    cards += [card("red", f"2-{n}", 2) for n in range(9)]
    state = skip_and_draw(go_on(table(deck("red", cards))))
    assert drawn(state).depth == 1
    light = drawn(state).id
    state = play(state, mv.Skip())
    assert mv.BringBack(light) in rules.legal(state)
    state = play(state, mv.Draw())
    assert state.phase is Phase.GIVE
    assert state.round is not None
    assert state.round.ending is Outcome.RAN_OUT
    assert "No card is left that fits" in look(state, can_undo=True).headline


def test_after_two_skips_in_a_row_it_is_one_level_lighter() -> None:
    once = skip_and_draw(warm(table()))
    assert drawn(once).depth == 2
    assert drawn(skip_and_draw(once)).depth == 1


def test_where_there_is_no_lighter_one_it_is_as_deep() -> None:
    red = deck("red", [card("red", f"2-{n}", 2) for n in range(9)])
    state = go_on(table(red))
    state = skip_and_draw(skip_and_draw(skip_and_draw(state)))
    assert drawn(state).depth == 2


def test_a_skipped_card_does_not_come_back_in_this_evening() -> None:
    state = go_on(table())
    skipped = drawn(state).id
    state = play(state, mv.Skip())
    while state.phase is not Phase.GOODBYE:
        state = go_on(state)
        assert state.round is not None
        assert state.round.card is None or state.round.card.id != skipped


def test_a_skipped_card_may_come_on_another_evening() -> None:
    red = deck("red", [card("red", "only")])
    memory = Memory(rounds=1, last_starter=Partner.A, seen={CardId("red/only"): 1})
    assert drawn(go_on(table(red, memory=memory))).id == "red/only"


def test_never_again_takes_a_card_out_for_good() -> None:
    state = go_on(table())
    card = drawn(state).id
    after = play(state, mv.Retire(card))
    assert after.phase is Phase.DRAW
    assert card in after.retired
    red = deck("red", [c for c in state.decks[0].cards if c.id == card])
    later = begin(red, memory=Memory(retired=after.retired))
    assert not legal(play(later, mv.ShowDecks()), mv.TakeDeck)


def test_never_again_works_on_a_card_that_was_already_answered() -> None:
    state = until(table(), Phase.THANKS)
    card = drawn(state).id
    after = play(state, mv.Retire(card))
    assert after.phase is Phase.THANKS
    assert card in after.retired
    much_later = until(state, Phase.GOODBYE)
    assert card in play(much_later, mv.Retire(card)).retired


def test_never_again_can_be_undone_later() -> None:
    memory = Memory(retired=frozenset({CardId("red/1-0")}))
    state = begin(memory=memory)
    assert legal(state, mv.Restore) == [mv.Restore(CardId("red/1-0"))]
    assert play(state, mv.Restore(CardId("red/1-0"))).retired == frozenset()


def test_who_answers_second_may_skip_and_the_turn_ends_as_usual() -> None:
    state = until(table(), Phase.REPLY)
    assert state.round is not None
    after = play(state, mv.Skip())
    assert after.phase is Phase.THANKS
    assert after.round is not None
    assert after.round.set_aside == ()
    assert not after.round.replied
    assert go_on(after).round.turn == 1


def test_every_skip_is_recorded_with_partner_card_and_round() -> None:
    state = go_on(table())
    assert state.round is not None
    (event,) = rules.decide(state, mv.Skip())
    assert event == ev.CardSkipped(state.round.drawer, drawn(state).id, 1)
    reply = until(state, Phase.REPLY)
    (event,) = rules.decide(reply, mv.Skip())
    assert event == ev.ReplySkipped(state.round.drawer.other, drawn(reply).id, 1)


def test_screens_show_the_cards_set_aside_for_both_together() -> None:
    state = skip_and_draw(skip_and_draw(go_on(table())))
    view = look(state, can_undo=True)
    assert view.set_aside == 2
    assert [line.note for line in view.cards] == ["on the table", "set aside", "set aside"]
    assert "set aside" not in f"{view.seats}"


def test_a_card_that_was_set_aside_can_be_brought_back() -> None:
    state = go_on(table())
    first = drawn(state)
    state = play(state, mv.Skip())
    back = play(state, mv.BringBack(first.id))
    assert drawn(back) == first
    assert back.phase is Phase.ANSWER
    assert back.round is not None
    assert back.round.set_aside == ()


def test_it_can_be_brought_back_in_place_of_the_card_on_the_table() -> None:
    state = go_on(table())
    first = drawn(state)
    state = skip_and_draw(state)
    second = drawn(state)
    state = play(state, mv.BringBack(first.id))
    assert drawn(state) == first
    assert state.round is not None
    assert state.round.set_aside == (second,)


def test_a_card_that_was_answered_makes_no_room_for_another() -> None:
    state = until(skip_and_draw(go_on(table())), Phase.REPLY)
    assert not legal(state, mv.BringBack)


def test_a_retired_card_does_not_come_back() -> None:
    state = go_on(table())
    first = drawn(state).id
    state = play(state, mv.Retire(first))
    assert mv.BringBack(first) not in rules.legal(state)
    assert mv.BringBack(first) in rules.legal(play(state, mv.Restore(first)))


def test_a_card_comes_back_only_where_it_is_not_deeper_than_what_was_skipped_since() -> None:
    state = warm(table())
    deep = drawn(state)
    state = skip_and_draw(skip_and_draw(state))
    assert drawn(state).depth == 1
    assert mv.BringBack(deep.id) not in rules.legal(state)
    state = play(state, mv.Skip())
    assert mv.BringBack(deep.id) not in rules.legal(state)


def test_the_count_starts_anew_with_each_round() -> None:
    state = play(go_on(table()), mv.Skip())
    state = until(until(state, Phase.BETWEEN), Phase.DRAW)
    assert state.round is not None
    assert state.round.set_aside == ()


def test_skips_in_different_turns_are_not_in_a_row() -> None:
    state = warm(table())
    state = play(state, mv.Skip(), mv.Draw())
    state = go_on(until(state, Phase.DRAW))
    state = skip_and_draw(state)
    assert drawn(state).depth == 2
    depths = [c.depth for c in state.drawn]
    assert all(later - earlier <= 1 for earlier, later in pairwise(depths))
