"""Where a line belongs that somebody writes now: under which card, and whose words it is.

Lines are no events and not in the state: nothing about the game depends on them.
"""

from __future__ import annotations

from dataclasses import dataclass

from two_of_hearts.engine.cards import CardId
from two_of_hearts.engine.partners import Partner
from two_of_hearts.engine.rounds import Round
from two_of_hearts.engine.state import Phase, State


@dataclass(frozen=True, slots=True)
class NotePlace:
    """Where a line belongs."""

    card: CardId
    """Under which card, or what is said freely."""
    partner: Partner | None
    """Whose words; None where they are both partners'."""


def note_place(state: State) -> NotePlace | None:
    """Where a line that is written now belongs; None where there is nothing to write under."""
    round = state.round
    if round is None:
        return None
    match state.phase:
        case Phase.SAY:
            return NotePlace(_given(round), round.giver)
        case Phase.RESPOND:
            return NotePlace(_given(round), round.giver.other)
        case _ if round.card is None:
            return None
        case Phase.ANSWER:
            return NotePlace(round.card.id, round.drawer)
        case Phase.REPLY:
            return NotePlace(round.card.id, round.drawer.other)
        case Phase.TOGETHER | Phase.THANKS:
            return NotePlace(round.card.id, None)
        case _:
            return None


def said_freely(round: int, giver: Partner) -> CardId:
    """What stands in for the card of an appreciation that is said without one.

    The giver is in it: both may speak freely in one round, and what one says must not take the
    place of what the same one answered to the other. No deck's card can have this id, because a
    card's own has no colon.
    """
    return CardId(f"said-freely/{round}:{giver}")


def giver_of(id: CardId) -> Partner | None:
    """Who gave an appreciation without a card; None where the id is that of a card."""
    deck, _, own = id.partition("/")
    _, colon, giver = own.partition(":")
    return Partner(giver) if deck == "said-freely" and colon else None


def _given(round: Round) -> CardId:
    return round.card.id if round.card else said_freely(round.number, round.giver)
