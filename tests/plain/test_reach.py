"""Every legal move can be played by typing, and where the input ends the evening goes on later."""

from __future__ import annotations

from dataclasses import replace
from itertools import chain
from pathlib import Path

import pytest

from plain.room import Room, said
from two_of_hearts.engine import moves as mv
from two_of_hearts.engine import rules
from two_of_hearts.engine.cards import CardId
from two_of_hearts.engine.rounds import ROUND_LENGTHS
from two_of_hearts.engine.state import Phase
from two_of_hearts.view import View
from two_of_hearts.words.evening import MOOD_TITLES
from two_of_hearts.words.pages import topic as title_of

STEPS = (
    *([""], ["a", "tender"], [""], ["h"], ["h"], ["way back"]),
    *([""], ["k"], ["m"], ["s"], [""], ["s"], [""], [""], [""], [""]),
    *(["b", "2", "n", ""], [""], ["w"]),
    *([""], ["s"], ["f"], [""], [""], [""], [""], [""]),
    *(["l"], ["another deck"], ["hand"], [""], ["g"]),
)
"""Through every phase, with cards kept, set aside and retired, and one wish for a deeper round.
What is typed in one step leads to a page and out of it again."""

EVENING = tuple(chain.from_iterable(STEPS))


def before(phase: Phase, room: Room) -> tuple[str, ...]:
    """What is typed until the evening is in a phase for the first time."""
    for many in range(1, len(EVENING)):
        room.play(*EVENING[:many])
        found, room = room.state().phase is phase, room.empty()
        if found:
            return EVENING[:many]
    raise AssertionError(phase)


def typed(view: View, move: mv.Move) -> list[str]:
    """What two people would type to play a move."""
    match move:
        case _ if move == view.natural:
            return [""]
        case mv.PickMood(partner=partner, mood=mood):
            return [partner.value, MOOD_TITLES[mood]]
        case mv.ShareMood(mood=mood):
            return [MOOD_TITLES[mood].lower()]
        case mv.SetTurns(turns=turns):
            away = ROUND_LENGTHS.index(turns) - ROUND_LENGTHS.index(view.next_turns)
            return ["t"] * (away % len(ROUND_LENGTHS))
        case mv.WishDeeper(partner=partner) | mv.WithdrawDeeper(partner=partner):
            return [partner.value]
        case mv.MarkTopic(partner=partner, topic=topic):
            return ["o", partner.value, "", title_of(topic), ""]
        case mv.UnmarkTopic(partner=partner, topic=topic):
            return ["o", partner.value, "", f"in {title_of(topic)}", ""]
        case mv.BringBack(card=id):
            return ["b", row(view, id), "bring it back"]
        case mv.Keep(card=id) | mv.LetGo(card=id):
            return ["b", row(view, id), "k", ""]
        case mv.Retire(card=id) | mv.Restore(card=id):
            return ["b", row(view, id), "n", ""]
    words: dict[type[mv.Move], str] = {
        mv.SetAnswering: "h",
        mv.ChangeMoods: "r",
        mv.Skip: "s",
        mv.Swap: "s",
        mv.TellMore: "m",
        mv.SayFreely: "f",
        mv.WrapUp: "w",
        mv.CloseGently: "g",
        mv.SayGoodbye: "g",
    }
    return [words.get(type(move)) or view.labels[view.moves.index(move)]]


def every_kind() -> set[type[mv.Move]]:
    """All kinds of moves there are."""
    return set(mv.Move.__subclasses__())


def row(view: View, id: CardId) -> str:
    """The number of a card on the page of cards."""
    return str([line.id for line in view.cards].index(id) + 1)


def test_every_legal_move_can_be_played_in_every_phase(room: Room, tmp_path: Path) -> None:
    """Walks an evening; at each step every move that was not tried in this phase yet is typed into
    a copy, and what came of it is held against the rules."""
    tried: set[tuple[Phase, str, str]] = set()
    for part in range(1, len(STEPS) + 1):
        here, way = Room(tmp_path / f"after-{part}"), tuple(chain.from_iterable(STEPS[:part]))
        here.folder.mkdir()
        here.play(*way)
        state, view = here.state(), here.view()
        for number, move in enumerate(view.moves):
            kind = (state.phase, type(move).__name__, getattr(move, "partner", ""))
            if kind in tried:
                continue
            tried.add(kind)
            # An evening that has ended, or only begun, is played from its start instead.
            if state.phase is Phase.GOODBYE or part == 1:
                there = here.empty()
                there.play(*way, *typed(view, move))
            else:
                there = here.copy(tmp_path / f"{part}-{number}")
                there.play("", *typed(view, move))
            expected = rules.fold(state, rules.decide(state, move))
            assert there.state() == replace(expected, memory=there.state().memory), move
    assert {phase for phase, _move, _partner in tried} == set(Phase)
    assert {move for _phase, move, _partner in tried} == {m.__name__ for m in every_kind()}


@pytest.mark.parametrize("many", range(1, len(EVENING)))
def test_where_the_input_ends_the_evening_waits_at_the_same_card(room: Room, many: int) -> None:
    """Also in the middle of a page."""
    told = said(room.play(*EVENING[:many]))
    left, view = room.state(), room.view()
    assert told[-1].startswith("We stop here. Everything is saved")
    again = said(room.play(""))
    if "waits" in told[-1]:
        assert room.state() == left
        assert not view.card or view.phase is Phase.BETWEEN or view.card.text in again
    else:
        assert left.phase is Phase.MOODS, "nothing was played yet"


def test_an_evening_that_has_ended_does_not_wait(room: Room) -> None:
    told = said(room.play(*EVENING))
    assert told[-1] == "We stop here. Everything is saved."
    assert room.state().phase is Phase.GOODBYE
    assert not any("waits" in line for line in said(room.play()))


@pytest.mark.parametrize("lines", [(), ("",), ("e",), ("e", "Ada"), (",",), (",", "2"), ("help",)])
def test_the_input_may_end_before_anybody_sat_down(room: Room, lines: tuple[str, ...]) -> None:
    assert said(room.play(*lines))[-1] == "We stop here. Everything is saved."


def test_ctrl_c_stops_as_the_end_of_the_input_does(
    room: Room, monkeypatch: pytest.MonkeyPatch
) -> None:
    def pressed(*_: object) -> str:
        raise KeyboardInterrupt

    room.play(*EVENING[:9])
    left = room.state()
    monkeypatch.setattr("plain.room.Typed.readline", pressed)
    assert said(room.play())[-1].startswith("We stop here.")
    assert room.state() == left


def test_ctrl_c_while_nobody_is_asked_stops_too(
    room: Room, monkeypatch: pytest.MonkeyPatch
) -> None:
    def pressed(*_: object) -> None:
        raise KeyboardInterrupt

    room.play(*EVENING[:9])
    left = room.state()
    monkeypatch.setattr("two_of_hearts.session.Session.play", pressed)
    assert said(room.play("", ""))[-1].startswith("We stop here.")
    assert room.state() == left


def test_an_evening_can_be_played_with_empty_lines_alone(room: Room) -> None:
    told = said(room.play(*[""] * 200, names=None))
    assert room.state().phase is Phase.GOODBYE
    assert len(room.state().outcomes) == 2
    assert told[-1] == "We stop here. Everything is saved."


def test_enter_and_numbers_open_no_deeper_round(room: Room) -> None:
    """Only the two words do, a and l, whatever else is typed."""
    room.play(*before(Phase.BETWEEN, room.empty()))
    assert room.state().phase is Phase.BETWEEN
    room.play("", *(str(n) for n in range(5, 30)), "deeper", "mia", "jo", "mia would go deeper", "")
    state = room.state()
    assert state.deeper == frozenset()
    assert state.round is not None
    assert state.round.ceiling == 2


def test_nobody_skips_or_opens_anything_by_a_letter_that_is_of_no_use_now(room: Room) -> None:
    """At the thanks there is nothing to skip, and the settings begin with the same letter."""
    room.play(*before(Phase.THANKS, room.empty()))
    assert room.state().phase is Phase.THANKS
    told = said(room.play("", "s"))
    assert "That is none of the choices. A question mark tells them." in told
    assert "Settings." not in told
