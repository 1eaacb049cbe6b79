"""A card's clock. It tells how far it is when asked, and never speaks while somebody types."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from contextlib import suppress
from threading import Timer

from two_of_hearts.engine.cards import CardId
from two_of_hearts.engine.clock import Clock
from two_of_hearts.view import CardFace
from two_of_hearts.words import plain_clock as words


class CardTimer:
    """The clock of the card on the table.

    Args:
        ticks: gives seconds of any clock that only goes forward.
        ring: sounds when a clock has run out; None where nothing can.
    """

    def __init__(self, ticks: Callable[[], float], ring: Callable[[], None] | None) -> None:
        self.clock: Clock | None = None
        self._ticks = ticks
        self._ring = ring
        self._card: CardId | None = None
        self._bell: Timer | None = None

    def lay(self, card: CardFace | None) -> None:
        """Another card has another clock, at rest."""
        if (card and card.id) != self._card:
            self._card = card.id if card else None
            self.clock = Clock(card.clock) if card and card.clock else None
            self.be_quiet()

    def over(self) -> Iterable[str]:
        """That it has run out: told once, before the next choice."""
        if self.clock and self.clock.is_running and self._gone(self.clock) >= self.clock.seconds:
            self.clock = self.clock.toggled(self._ticks())
            self.be_quiet()
            yield words.over()

    def start_or_tell(self, rings: bool) -> Iterable[str]:
        """Start it, or let it go on; where it runs, tell how far it is.

        Args:
            rings: whether it may sound when it has run out.
        """
        if self.clock is None:
            return
        gone, whole = self._gone(self.clock), self.clock.seconds
        if self.clock.is_running:
            # That it has run out is told before the next choice, by `over`.
            if gone < whole:
                yield words.gone(words.seconds(gone), words.seconds(whole))
            return
        self.clock = self.clock.toggled(self._ticks())
        left = self.clock.seconds - self.clock.spent
        yield words.starts(words.seconds(left))
        if self._ring is not None and rings:
            self._bell = Timer(left, self._sound)
            self._bell.daemon = True
            self._bell.start()

    def pause(self) -> Iterable[str]:
        """Let it rest."""
        if self.clock is not None and self.clock.is_running:
            self.clock = self.clock.toggled(self._ticks())
            gone, whole = words.seconds(self.clock.spent), words.seconds(self.clock.seconds)
            self.be_quiet()
            yield words.pauses(gone, whole)

    def be_quiet(self) -> None:
        """No bell rings any more."""
        if self._bell is not None:
            self._bell.cancel()
            self._bell = None

    def _sound(self) -> None:
        """A bell is no line, so it may sound while somebody types."""
        # Where the output is gone meanwhile, the next line that is said finds out.
        with suppress(OSError, ValueError):
            if self._ring is not None:
                self._ring()

    def _gone(self, clock: Clock) -> float:
        return clock.elapsed(self._ticks())
