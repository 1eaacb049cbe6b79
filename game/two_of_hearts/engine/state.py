"""Everything that is true about an evening at one moment."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from two_of_hearts.engine.cards import Card, CardId, Deck, Depth, Mood, Topic
from two_of_hearts.engine.memory import Limits, Memory
from two_of_hearts.engine.partners import Pair, Partner
from two_of_hearts.engine.rounds import DEFAULT_TURNS, Answering, Outcome, Round


class Phase(StrEnum):
    """What the evening waits for."""

    MOODS = "moods"
    """How both feel tonight."""
    DECKS = "decks"
    """The choice of a deck."""
    DRAW = "draw"
    """The drawer turns up a card."""
    ANSWER = "answer"
    """The drawer answers; the other listens."""
    REPLY = "reply"
    """The other answers the same card; the drawer listens."""
    TOGETHER = "together"
    """Both do or plan what the card says."""
    THANKS = "thanks"
    """The listener thanks the speaker, and the cards are handed over."""
    GIVE = "give"
    """The giver turns up an appreciation card."""
    SAY = "say"
    """The giver says it to the other."""
    RESPOND = "respond"
    """The other says what landed."""
    BETWEEN = "between"
    """The round has ended: another one, or goodbye."""
    GOODBYE = "goodbye"
    """The evening has ended."""


@dataclass(frozen=True, slots=True)
class State:
    """An evening: made by `rules.begin`, changed only by `evolve`."""

    seed: int
    """Decides every shuffle and the coin toss."""
    names: Pair[str]
    """What the two are called."""
    decks: tuple[Deck, ...]
    """The decks on the shelf. They do not change during the evening."""
    memory: Memory
    """What earlier evenings left. It does not change during the evening."""
    retired: frozenset[CardId]
    """Cards that are never dealt again."""
    kept: frozenset[CardId]
    """Cards with a heart on them."""
    limits: Limits
    """What each partner leaves out. No screen shows it."""
    phase: Phase = Phase.MOODS
    """What the evening waits for."""
    moods: Pair[Mood | None] = Pair(None, None)  # noqa: RUF009 - a Pair is frozen
    """How each feels tonight, where they said so."""
    turns: int = DEFAULT_TURNS
    """How long the next round is."""
    answering: Answering = Answering.BOTH
    """Who answers in the next round."""
    ceiling: Depth = Depth.WARM
    """How deep the next round may go."""
    deeper: frozenset[Partner] = frozenset()
    """Who has pressed their key for a deeper round."""
    round: Round | None = None
    """The present round, or the last one."""
    outcomes: tuple[Outcome, ...] = ()
    """How this evening's rounds ended, in order."""
    drawn: tuple[Card, ...] = ()
    """Every card drawn this evening, in order."""
    plans: tuple[Card, ...] = ()
    """The plans that were taken on this evening."""

    @property
    def off_limits(self) -> Pair[frozenset[Topic]]:
        """The topics that each partner leaves out."""
        return self.limits.marked

    @property
    def boundaries(self) -> frozenset[Topic]:
        """What is left out tonight: the union of what the two marked."""
        return self.off_limits.a | self.off_limits.l

    @property
    def last_starter(self) -> Partner | None:
        """Who started the last round, in this evening or before; None before the very first."""
        return self.round.starter if self.round else self.memory.last_starter
