"""A card's clock: started only when asked, paused at will, and never an end to the turn.

It is an egg timer on the table, not a part of the evening: it is not recorded, and a resumed card
has its clock at rest (rules, A turn 5).
"""

from __future__ import annotations

from dataclasses import dataclass, replace


@dataclass(frozen=True, slots=True)
class Clock:
    """How far a clock has run. Moments are seconds of any clock that only goes forward."""

    seconds: float
    """How long it runs in all."""
    spent: float = 0.0
    """How long it ran before it was last started."""
    since: float | None = None
    """The moment it was last started; None while it rests."""

    @property
    def is_running(self) -> bool:
        """Whether it runs, or rests."""
        return self.since is not None

    def elapsed(self, now: float) -> float:
        """Seconds that have run, never more than it has."""
        running = now - self.since if self.since is not None else 0.0
        return min(self.seconds, self.spent + running)

    def toggled(self, now: float) -> Clock:
        """Started where it rests, paused where it runs; a clock that ran out starts afresh."""
        if self.is_running:
            return replace(self, spent=self.elapsed(now), since=None)
        spent = 0.0 if self.spent >= self.seconds else self.spent
        return replace(self, spent=spent, since=now)
