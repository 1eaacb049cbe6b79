"""What an event changes: the other half of the rules. Decides nothing and refuses nothing."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from functools import reduce
from typing import Any

from two_of_hearts.engine import events as ev
from two_of_hearts.engine.cards import Card, CardId
from two_of_hearts.engine.rounds import Answering, Round
from two_of_hearts.engine.state import Phase, State


def fold(state: State, events: Iterable[ev.Event]) -> State:
    """The state after all these events."""
    return reduce(evolve, events, state)


def evolve(state: State, event: ev.Event) -> State:
    """The state after one event that `rules.decide` returned."""
    match event:
        case ev.MoodPicked(partner=partner, mood=mood):
            return replace(state, moods=state.moods.put(partner, mood))
        case ev.MoodsShown():
            return replace(state, phase=Phase.MOODS)
        case ev.DecksShown():
            return replace(state, phase=Phase.DECKS, deeper=frozenset())
        case ev.TurnsSet(turns=turns):
            return replace(state, turns=turns)
        case ev.AnsweringSet(answering=answering):
            return replace(state, answering=answering)
        case ev.RoundOpened():
            return _open(state, event)
        case ev.CardRetired(card=card):
            return replace(state, retired=state.retired | {card})
        case ev.CardRestored(card=card):
            return replace(state, retired=state.retired - {card})
        case ev.CardKept(card=card):
            return replace(state, kept=state.kept | {card})
        case ev.CardLetGo(card=card):
            return replace(state, kept=state.kept - {card})
        case ev.TopicMarked() | ev.TopicUnmarked():
            return replace(state, limits=state.limits.after(event))
        case ev.DeeperWished(partner=partner):
            return replace(state, deeper=state.deeper | {partner})
        case ev.DeeperWithdrawn(partner=partner):
            return replace(state, deeper=state.deeper - {partner})
        case ev.EveningEnded():
            return replace(state, phase=Phase.GOODBYE, deeper=frozenset())
        case _ if state.round is not None:
            return _in_round(state, state.round, event)
        case _:
            raise TypeError(f"no round for {event}")


def _open(state: State, event: ev.RoundOpened) -> State:
    """A round begins. The ceiling that was agreed holds for the evening."""
    round = Round(
        number=event.number,
        starter=event.starter,
        turns=event.turns,
        ceiling=event.ceiling,
        answering=event.answering,
        decks=event.decks,
        pile=event.pile,
        thanks=event.thanks,
    )
    return replace(
        state,
        phase=Phase.DRAW,
        round=round,
        ceiling=event.ceiling,
        deeper=frozenset(),
    )


def _in_round(state: State, round: Round, event: ev.Event) -> State:
    """An event that needs a round to have happened."""

    def on(phase: Phase, **changes: Any) -> State:
        return replace(state, phase=phase, round=replace(round, **changes))

    match event:
        case ev.CardDrawn(card=id):
            card = _find(round.pile, id)
            state = replace(state, drawn=(*state.drawn, card))
            return on(_opening(card), card=card, follow_ups=0, replied=False)
        case ev.CardAnswered():
            both = round.answering is Answering.BOTH
            return on(Phase.REPLY if both else Phase.THANKS)
        case ev.CardReplied():
            return on(Phase.THANKS, replied=True)
        case ev.ReplySkipped():
            return on(Phase.THANKS)
        case ev.PlanTakenOn(card=id):
            card = _find(state.drawn, id)
            return replace(state, plans=(*state.plans, card))
        case ev.FollowUpTurned():
            return on(state.phase, follow_ups=round.follow_ups + 1)
        case ev.CardSkipped(card=id):
            card = _find(state.drawn, id)
            return on(
                Phase.DRAW,
                card=None,
                skipped=(*round.skipped, card),
                set_aside=(*round.set_aside, card),
            )
        case ev.CardBroughtBack(card=id):
            card = _find(round.set_aside, id)
            rest = tuple(other for other in round.set_aside if other is not card)
            return on(_opening(card), card=card, follow_ups=0, replied=False, set_aside=rest)
        case ev.TurnEnded():
            return on(Phase.DRAW, card=None, turn=round.turn + 1, skipped=())
        case ev.TurnsEnded(ending=ending):
            return on(Phase.GIVE, card=None, skipped=(), ending=ending)
        case ev.AppreciationDrawn(card=id):
            card = _find(round.thanks, id)
            state = replace(state, drawn=(*state.drawn, card))
            return on(Phase.SAY, card=card, follow_ups=0)
        case ev.AppreciationFreed():
            return on(Phase.SAY, card=None)
        case ev.AppreciationSaid():
            return on(Phase.RESPOND)
        case ev.AppreciationReceived():
            return on(Phase.GIVE, card=None, given=round.given + 1)
        case ev.RoundEnded(outcome=outcome):
            state = replace(state, outcomes=(*state.outcomes, outcome))
            return on(Phase.BETWEEN, card=None, outcome=outcome)
        case _:
            raise TypeError(f"not an event of a round: {event}")


def _opening(card: Card) -> Phase:
    """What a card that was just turned up waits for."""
    return Phase.ANSWER if card.kind.is_spoken else Phase.TOGETHER


def _find(cards: Iterable[Card], id: CardId) -> Card:
    return next(card for card in cards if card.id == id)
