"""What stands in the album: evenings, cards, plans and words, each a frozen value."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from two_of_hearts.engine.cards import CardId, Depth, Kind, Mood
from two_of_hearts.engine.partners import Pair, Partner
from two_of_hearts.engine.rounds import Outcome
from two_of_hearts.journal_rows import Note


@dataclass(frozen=True, slots=True)
class Face:
    """A card as it was when it was last drawn, though its deck may be gone."""

    id: CardId
    """What the game knows it by."""
    text: str
    """The prompt."""
    kind: Kind
    """What it asks for."""
    depth: Depth
    """How much trust it needs."""
    deck: str
    """The title of its deck."""


@dataclass(frozen=True, slots=True)
class Played:
    """A card that came up in an evening and was not set aside."""

    face: Face
    """The card."""
    drawer: Partner
    """Who drew it."""
    notes: tuple[Note, ...]
    """The lines under it, in the order they were written."""


@dataclass(frozen=True, slots=True)
class PlayedRound:
    """A round, looked back upon."""

    number: int
    """1 for the first of its evening."""
    decks: tuple[str, ...]
    """The titles of its decks."""
    ceiling: Depth
    """How deep it could go."""
    outcome: Outcome
    """How it ended."""
    cards: tuple[Played, ...]
    """Its cards in order, without those that were set aside."""


@dataclass(frozen=True, slots=True)
class Evening:
    """An evening with at least one round, or with a line."""

    number: int
    """1 for the first one in the journal."""
    names: Pair[str]
    """What the two were called."""
    began: datetime
    """When they sat down."""
    last: datetime
    """When something was last played."""
    moods: Pair[Mood | None]
    """How each felt, where they said so."""
    has_ended: bool
    """Whether they said goodbye, or it still waits."""
    rounds: tuple[PlayedRound, ...]
    """Its rounds in order."""
    came_up: frozenset[CardId]
    """All cards that were turned up, those set aside too."""
    skips: Pair[int]
    """How often each skipped. Shown by `history --json` and nowhere else."""


@dataclass(frozen=True, slots=True)
class Kept:
    """A card with a heart on it."""

    face: Face
    """The card."""
    evening: int
    """In which evening it was last drawn."""


@dataclass(frozen=True, slots=True)
class Plan:
    """A plan that was taken on."""

    face: Face
    """The card."""
    evening: int
    """In which evening."""
    done: datetime | None
    """When it was ticked; None while it waits."""


@dataclass(frozen=True, slots=True)
class Appreciation:
    """An appreciation under which something was written."""

    evening: int
    """In which evening."""
    face: Face | None
    """Its card; None where it was said freely."""
    giver: Partner
    """Who said it, to the other."""
    notes: tuple[Note, ...]
    """What was said, and what landed, in the order they were written."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line under any other card."""

    note: Note
    """The line."""
    face: Face | None
    """Its card; None where the draw was taken back and the card is not known any more."""
    goes_out: bool
    """Whether it goes into the keepsake: not from under a card that was set aside and not kept."""
