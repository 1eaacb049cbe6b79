"""What is said while the window is too small for a card."""

from __future__ import annotations

from textual.geometry import Size
from textual.strip import Strip

from two_of_hearts.tui.widgets.drawn import Drawn, centred, wrap

SMALLEST = (60, 18)
"""The smallest window that has room for a card, in cells."""


class NoRoom(Drawn):
    """A kind sentence in the middle of the window."""

    DEFAULT_CSS = "NoRoom { display: none; height: 1fr; color: $table-text; }"

    def draw(self, width: int, height: int) -> list[Strip]:
        text = "This window is a little small for a card. Make it {} by {}, and we go on."
        words = wrap(text.format(*SMALLEST), max(1, width - 2))
        blank = Strip.blank(width, self.rich_style)
        lines = [centred(line, width, self.rich_style, self.rich_style) for line in words]
        return [blank] * max(0, (height - len(lines)) // 2) + lines


def has_room(size: Size) -> bool:
    """Whether a window has room for a card."""
    return size.width >= SMALLEST[0] and size.height >= SMALLEST[1]
