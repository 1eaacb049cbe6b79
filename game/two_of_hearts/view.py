"""What a front end shows: the words, the cards and the legal moves of one moment.

Frozen and comparable, so that an equal view repaints nothing; and with no logic left in it, so
that two front ends cannot play two different games. Nobody's boundaries are in it. `look` makes it.
"""

from __future__ import annotations

from dataclasses import dataclass

from two_of_hearts.engine import moves as mv
from two_of_hearts.engine.cards import CardId, Depth, Hue, Mood
from two_of_hearts.engine.partners import Pair, Partner
from two_of_hearts.engine.rounds import Answering
from two_of_hearts.engine.state import Phase


@dataclass(frozen=True, slots=True)
class Seat:
    """A partner, as they sit at the table."""

    partner: Partner
    name: str
    sign: str
    """The sign that stands beside their colour."""
    role: str
    """What they do now: "speaks", "listens" …; empty where both do the same."""
    is_active: bool
    """Whether it is for them to act."""
    mood: Mood | None
    wishes_deeper: bool
    """Whether they have pressed their key for a deeper round."""


@dataclass(frozen=True, slots=True)
class Print:
    """What a deck's cards are printed with."""

    sign: str
    """One character, one cell wide."""
    hue: Hue
    """The colour of the backs, and of the sign on the faces."""


@dataclass(frozen=True, slots=True)
class CardFace:
    """A card, face up."""

    id: CardId
    text: str
    kind: str
    depth: Depth
    deck: str
    """The title of its deck."""
    print: Print
    follow_ups: tuple[str, ...]
    """Those that are turned up."""
    more: int
    """How many are not."""
    clock: int | None
    """Seconds, where it has one."""
    is_kept: bool


@dataclass(frozen=True, slots=True)
class CardLine:
    """A card in a list, with what can be done to it now."""

    id: CardId
    text: str
    note: str
    """Where it is: on the table, set aside, never again …"""
    is_kept: bool
    bring_back: mv.Move | None
    keep: mv.Move | None
    """Keep, or take the heart off."""
    retire: mv.Move | None
    """Never again, or may come again."""


@dataclass(frozen=True, slots=True)
class Offer:
    """Something to choose from a list: a deck, or what comes after the round."""

    move: mv.Move
    label: str
    about: str
    """One sentence more, where there is one."""
    note: str
    """A few words beside it."""
    print: Print | None = None
    """Of a deck: what its cards are printed with."""


@dataclass(frozen=True, slots=True)
class View:
    """Everything that a front end shows of a moment."""

    phase: Phase
    headline: str
    hint: str
    seats: Pair[Seat]
    card: CardFace | None
    notes: tuple[tuple[str, str], ...]
    """The lines written under the card, after goodbye those of the evening: whose words, and the
    words."""
    writer: str | None
    """Whose words a line written now would be; None where there is nothing to write under."""
    back: Print
    """What the back of the pile is printed with."""
    laid: int
    """How many cards were answered in this round, and lie on the pile."""
    round: int
    """Which round, from 1; 0 before the first."""
    turn: int
    """Which turn, from 1; as high as `turns` when they are over."""
    turns: int
    ceiling: str
    decks: str
    """The titles of the decks in play."""
    set_aside: int
    """How many cards lie aside in this round, for both together."""
    offers: tuple[Offer, ...]
    """The list to choose from, in the phases that have one."""
    cards: tuple[CardLine, ...]
    """The cards of this evening, the latest first, and the retired ones."""
    kept: tuple[str, ...]
    """The texts of the cards with a heart that were drawn this evening."""
    plans: tuple[str, ...]
    """The plans that were taken on this evening."""
    next_turns: int
    """How long the next round is."""
    answering: Answering
    natural: mv.Move | None
    natural_label: str
    moves: tuple[mv.Move, ...]
    """Every legal move."""
    labels: tuple[str, ...]
    """What each of them is called."""
    can_undo: bool
    first_words: str
    """What is said at the first evening; else empty."""
