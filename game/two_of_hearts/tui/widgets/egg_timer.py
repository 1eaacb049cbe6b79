"""A card's clock: a bar that fills. It ticks only while it runs."""

from __future__ import annotations

from time import monotonic

from textual.message import Message
from textual.reactive import reactive
from textual.strip import Strip
from textual.timer import Timer

from two_of_hearts.engine.clock import Clock
from two_of_hearts.tui.widgets.drawn import Viewed, centred
from two_of_hearts.view import View
from two_of_hearts.words import pages as words

BAR = 24


class EggTimer(Viewed):
    """The bar of the clock of the card on the table; not there where the card has none."""

    DEFAULT_CSS = """
    EggTimer {
        height: 1;
        color: $table-muted;
        display: none;
        &.-clock { display: block; }
    }
    """

    clock: reactive[Clock | None] = reactive(None)

    class RanOut(Message):
        """The clock has run to its end."""

    _timer: Timer | None = None

    def watch_view(self, before: View | None, view: View | None) -> None:
        """Another card has another clock, at rest."""
        old = before.card if before else None
        card = view.card if view else None
        if (old and old.id) != (card and card.id):
            self.clock = Clock(card.clock) if card and card.clock else None
        self.set_class(self.clock is not None, "-clock")

    def watch_clock(self, clock: Clock | None) -> None:
        """Tick only while there is something to see."""
        if self._timer:
            self._timer.stop()
        running = clock is not None and clock.is_running
        self._timer = self.set_interval(1.0, self._tick) if running else None

    def _tick(self) -> None:
        if self.clock and self.clock.elapsed(monotonic()) >= self.clock.seconds:
            self.clock = self.clock.toggled(monotonic())
            self.post_message(self.RanOut())
        self.refresh()

    def toggle(self) -> None:
        """Start the clock, pause it, or go on."""
        if self.clock:
            self.clock = self.clock.toggled(monotonic())

    def draw_view(self, view: View, width: int, height: int) -> list[Strip]:
        if self.clock is None:
            return []
        gone = self.clock.elapsed(monotonic())
        full = int(BAR * gone / self.clock.seconds)
        bar = "▰" * full + "▱" * (BAR - full)
        told = words.clock(gone, self.clock.seconds, self.clock.is_running)
        text = f"{bar}  {told}"
        return [centred(text, width, self.rich_style, self.rich_style)]
