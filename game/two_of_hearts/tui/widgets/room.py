"""How much room a window has: for everything, for a card and its words alone, or for no card."""

from __future__ import annotations

from textual.geometry import Size

SMALLEST = (40, 12)
"""The smallest window that has room for a card, in cells."""

ORNATE = (60, 18)
"""From this size on there is room for a table, and not only for words."""

WIDE = 110
"""From so many cells on there is room beside a list."""

CLASSES = ("-no-room", "-small", "-low", "-wide")
"""What style sheets call them."""


def has_room(size: Size) -> bool:
    """Whether a window has room for a card."""
    return size.width >= SMALLEST[0] and size.height >= SMALLEST[1]


def is_small(size: Size) -> bool:
    """Whether a window has room for one column of words, and for no ornament."""
    return size.width < ORNATE[0] or size.height < ORNATE[1]


def classes(size: Size, roomy: int) -> dict[str, bool]:
    """Which classes a screen of this size has.

    Args:
        size: the window.
        roomy: from how many lines on nothing needs to be drawn closer together.
    """
    values = (not has_room(size), is_small(size), size.height < roomy, size.width >= WIDE)
    return dict(zip(CLASSES, values, strict=True))
