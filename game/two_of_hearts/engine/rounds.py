"""A round: an even number of turns, then the appreciation exchange."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from two_of_hearts.engine.cards import Card, DeckId, Depth
from two_of_hearts.engine.partners import Partner

ROUND_LENGTHS = (4, 6, 10)
"""Turns in a round (rules, Sitting down 2); always even."""

DEFAULT_TURNS = 6
"""Turns in a round when nobody chooses."""


class Answering(StrEnum):
    """Who answers a question or tells a story (rules, A turn 2)."""

    BOTH = "both"
    """First the drawer, then the partner, the same card: the procedure of Aron et al. (1997)."""
    DRAWER = "drawer"
    """The house rule: only the drawer."""


class Outcome(StrEnum):
    """How a round ended (rules, Always true 5)."""

    OPEN = "still open"
    COMPLETED = "completed"
    WRAPPED_UP = "wrapped up early"
    RAN_OUT = "deck ran out"
    CLOSED_GENTLY = "closed gently"


@dataclass(frozen=True, slots=True)
class DeckName:
    """A deck's id and title, kept with the round so that it can be shown when the file is gone."""

    id: DeckId
    title: str


@dataclass(frozen=True, slots=True)
class Round:
    """An even number of turns, then the appreciation exchange."""

    number: int
    """1 for the first round of the evening."""
    starter: Partner
    """Who takes the first turn, and gives the first appreciation."""
    turns: int
    """How many turns it has when it is played to its end."""
    ceiling: Depth
    """How deep it may go."""
    answering: Answering
    """Who answers a question or tells a story."""
    decks: tuple[DeckName, ...]
    """The deck that it is played with, or the three of "Surprise us"."""
    pile: tuple[Card, ...]
    """The cards of these decks in the order in which they are dealt."""
    thanks: tuple[Card, ...]
    """The appreciation cards in the order in which they are dealt."""
    turn: int = 0
    """How many turns have ended."""
    card: Card | None = None
    """The card on the table."""
    follow_ups: int = 0
    """How many of its follow-ups are turned up."""
    replied: bool = False
    """Whether both partners have answered it."""
    skipped: tuple[Card, ...] = ()
    """The cards skipped in the present turn, in order."""
    set_aside: tuple[Card, ...] = ()
    """The cards skipped in this round that were not brought back."""
    given: int = 0
    """How many appreciations have been said and received."""
    ending: Outcome = Outcome.OPEN
    """Why the turns ended; the outcome once both appreciations are given."""
    outcome: Outcome = Outcome.OPEN
    """How the whole round ended."""

    @property
    def drawer(self) -> Partner:
        """Whose turn it is. Turns alternate strictly, whatever is skipped."""
        return self.starter if self.turn % 2 == 0 else self.starter.other

    @property
    def giver(self) -> Partner:
        """Who says an appreciation now: first the one who started the round."""
        return self.starter if self.given == 0 else self.starter.other
