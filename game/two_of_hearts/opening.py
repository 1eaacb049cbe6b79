"""What is known before anybody sits down. Apart, so that the first screen waits for no more."""

from __future__ import annotations

from dataclasses import dataclass

from two_of_hearts.engine import events as ev
from two_of_hearts.engine.partners import Pair
from two_of_hearts.journal import Journal


@dataclass(frozen=True, slots=True)
class Opening:
    """What is known before anybody sits down."""

    names: Pair[str] | None
    """Who plays: as the command line says, or as last time."""
    waiting: Pair[str] | None
    """Whose evening still waits; None where none does."""
    since: str
    """The day of its last move, in words."""
    has_played: bool
    """Whether a round was ever played here."""

    @classmethod
    def of(cls, journal: Journal, names: Pair[str] | None = None) -> Opening:
        """Look into the journal, for the first screen.

        Raises:
            Trouble: the journal cannot be read.
        """
        recorded = journal.events(journal.last_evening())
        last = next((r.event.names for r in recorded if isinstance(r.event, ev.EveningBegan)), None)
        ended = any(isinstance(row.event, ev.EveningEnded) for row in recorded)
        waits = len(recorded) > 1 and not ended
        at = recorded[-1].at if recorded else None
        return cls(
            names=names or last,
            waiting=last if waits else None,
            since=f"{at:%A}, {at.day} {at:%B}" if at else "",
            has_played=journal.has(ev.RoundOpened),
        )
