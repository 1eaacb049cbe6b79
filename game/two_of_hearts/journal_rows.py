"""What the journal hands out: an event, a line, a tick, each with the moment it was recorded."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from two_of_hearts.engine import events as ev
from two_of_hearts.engine.cards import CardId
from two_of_hearts.engine.partners import Partner


@dataclass(frozen=True, slots=True)
class Recorded:
    """An event as it was recorded."""

    move: int
    """The move that it came from."""
    at: datetime
    """When it was played."""
    event: ev.Event
    """What happened."""


@dataclass(frozen=True, slots=True)
class Note:
    """A line that somebody wrote under a card."""

    evening: int
    """In which evening."""
    card: CardId
    """Under which card, or what was said freely."""
    partner: Partner | None
    """Whose words; None where they are both partners'."""
    at: datetime
    """When it was last written."""
    text: str
    """The words."""


@dataclass(frozen=True, slots=True)
class Done:
    """A tick on a plan."""

    evening: int
    """In which evening it was taken on."""
    card: CardId
    """The plan."""
    at: datetime
    """When it was ticked."""
