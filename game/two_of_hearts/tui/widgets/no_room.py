"""What is said while the window is too small for a card."""

from __future__ import annotations

from textual.strip import Strip

from two_of_hearts.tui.widgets.drawn import Drawn, centred, wrap
from two_of_hearts.tui.widgets.room import SMALLEST
from two_of_hearts.words import table


class NoRoom(Drawn):
    """A kind sentence in the middle of the window."""

    DEFAULT_CSS = "NoRoom { display: none; height: 1fr; color: $table-text; }"

    def draw(self, width: int, height: int) -> list[Strip]:
        words = wrap(table.no_room(*SMALLEST), max(1, width - 2))
        blank = Strip.blank(width, self.rich_style)
        lines = [centred(line, width, self.rich_style, self.rich_style) for line in words]
        return [blank] * max(0, (height - len(lines)) // 2) + lines
