"""Cardboard on wood: sheets with round corners and a shadow, laid on a table one over the other."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from rich.color import Color
from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip


@dataclass(frozen=True, slots=True)
class Sheet:
    """A piece of cardboard, as it would lie in full."""

    rows: tuple[Strip, ...]
    """Its lines, each as wide as the sheet; its edges come around them."""
    across: int
    """How many cells it is wide."""
    colour: Color
    """The colour of its edges."""

    @classmethod
    def of(cls, rows: Sequence[Strip], across: int, ground: Style) -> Sheet:
        """A sheet of these lines on a ground, which gives its edges their colour."""
        assert ground.bgcolor is not None
        lines = tuple(row.adjust_cell_length(across, ground) for row in rows)
        return cls(lines, across, ground.bgcolor)

    @property
    def height(self) -> int:
        """How many lines it takes on the table, with its edges."""
        return len(self.rows) + 2

    def turned(self, part: float) -> Sheet:
        """The sheet while it turns over: only so much of its width is seen."""
        across = max(2, round(self.across * part))
        left = (self.across - across) // 2
        return Sheet(tuple(row.crop(left, left + across) for row in self.rows), across, self.colour)

    def pulled(self, lines: int) -> Sheet:
        """The sheet while it slides out from under another: only its last lines are seen."""
        return Sheet(self.rows[max(0, len(self.rows) - lines) :], self.across, self.colour)


class Table:
    """Wood, and what was laid on it.

    Args:
        width: how many cells it is wide.
        grounds: the style of each line of wood, from the top.
        shadow: the colour of what lies in a shadow.
    """

    def __init__(self, width: int, grounds: Sequence[Style], shadow: Color | None) -> None:
        self.rows = [Strip.blank(width, ground) for ground in grounds]
        self._width = width
        self._shadow = shadow

    def lay(self, sheet: Sheet, x: int, y: int, is_high: bool = True) -> None:
        """Lay a sheet down; what would hang over the edge of the table is not seen.

        Args:
            sheet: what is laid down.
            x: its first cell.
            y: its first line.
            is_high: whether it throws a shadow; the top of a pile throws none on the pile.
        """
        foot = y + sheet.height - 1
        if is_high and self._shadow is not None:
            shade = Style(bgcolor=self._shadow)
            self._splice(Strip([Segment(" " * (sheet.across - 1), shade)]), x + 1, foot)
            for row in range(y + 1, foot + 1):
                self._edge("▌", 1, self._shadow, x + sheet.across, row)
        self._edge("▗" + "▄" * (sheet.across - 2) + "▖", sheet.across, sheet.colour, x, y)
        for number, line in enumerate(sheet.rows, start=y + 1):
            self._splice(line, x, number)
        self._edge("▝" + "▀" * (sheet.across - 2) + "▘", sheet.across, sheet.colour, x, foot)

    def _edge(self, text: str, across: int, colour: Color, x: int, y: int) -> None:
        """A line that covers half of each cell; the other half shows what lies below."""
        if not 0 <= y < len(self.rows):
            return
        first, last = max(0, x), min(self._width, x + across)
        segments, place = [], first
        for segment in self.rows[y].crop(first, last):
            ground = segment.style.bgcolor if segment.style else None
            end = place + segment.cell_length
            half = text[place - x : end - x]
            segments.append(Segment(half, Style(color=colour, bgcolor=ground)))
            place = end
        self._splice(Strip(segments), first, y)

    def _splice(self, strip: Strip, x: int, y: int) -> None:
        if not 0 <= y < len(self.rows):
            return
        if x < 0:
            strip, x = strip.crop(-x), 0
        strip = strip.crop(0, max(0, self._width - x))
        if not strip.cell_length:
            return
        row = self.rows[y]
        self.rows[y] = Strip.join(
            [row.crop(0, x), strip, row.crop(x + strip.cell_length, self._width)]
        ).simplify()
