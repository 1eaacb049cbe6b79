"""What is known before anybody sits down. Apart, so that the first screen waits for no more."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from two_of_hearts.engine import events as ev
from two_of_hearts.engine.partners import Pair
from two_of_hearts.journal import Journal
from two_of_hearts.journal_rows import Recorded


@dataclass(frozen=True, slots=True)
class Opening:
    """What is known before anybody sits down."""

    names: Pair[str] | None
    """Who plays: as the command line says, or as last time."""
    waiting: Pair[str] | None
    """Whose evening still waits; None where none does."""
    since: datetime | None
    """When its last move was; None where none waits."""
    has_played: bool
    """Whether a round was ever played here."""

    @classmethod
    def of(cls, journal: Journal, names: Pair[str] | None = None) -> Opening:
        """Look into the journal, for the first screen.

        Raises:
            Trouble: the journal cannot be read.
        """
        evening = journal.last_played()
        recorded = journal.events(evening)
        public = [row for row in recorded if not isinstance(row.event, ev.PRIVATE)]
        ended = any(isinstance(row.event, ev.EveningEnded) for row in public)
        return cls(
            names=names or _names(journal.events(journal.last_evening())),
            waiting=None if ended else _names(recorded),
            since=public[-1].at if public else None,
            has_played=journal.has(ev.RoundOpened),
        )


def _names(recorded: list[Recorded]) -> Pair[str] | None:
    """What the two are called in an evening."""
    return next(
        (row.event.names for row in recorded if isinstance(row.event, ev.EveningBegan)), None
    )
