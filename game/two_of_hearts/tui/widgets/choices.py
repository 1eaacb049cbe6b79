"""A list to choose from, with arrows, with a click, or by going on."""

from __future__ import annotations

from dataclasses import dataclass

from rich.cells import cell_len
from rich.style import Style
from textual import events
from textual.message import Message
from textual.reactive import reactive
from textual.strip import Strip

from two_of_hearts.tui.widgets.drawn import Drawn, fit, strip

WIDEST = 72


@dataclass(frozen=True, slots=True)
class Row:
    """One entry of a list."""

    label: str
    note: str = ""
    """A few words at the right."""
    left: str = ""
    """A sign before the label, in the left partner's colour."""
    right: str = ""
    """A sign behind the label, in the right partner's colour."""


class Choices(Drawn):
    """Rows with a cursor. Longer lists scroll with it."""

    COMPONENT_CLASSES = {
        "choices--chosen",
        "choices--note",
        "choices--a",
        "choices--l",
    }

    DEFAULT_CSS = """
    Choices {
        height: 1fr;
        color: $table-text;
        & > .choices--chosen { color: $ink; background: $card; text-style: bold; }
        & > .choices--note { color: $table-muted; }
        & > .choices--a { color: $partner-a; }
        & > .choices--l { color: $partner-l; }
    }
    """

    rows: reactive[tuple[Row, ...]] = reactive(())
    cursor: reactive[int | None] = reactive(None)

    class Pressed(Message):
        """A row was clicked, at its left end, its right end or between."""

        def __init__(self, index: int, side: str) -> None:
            super().__init__()
            self.index = index
            self.side = side

    def move(self, by: int) -> None:
        """Move the cursor up or down; it comes in at the top or the bottom."""
        if self.rows:
            start = self.cursor if self.cursor is not None else (-1 if by > 0 else len(self.rows))
            self.cursor = max(0, min(len(self.rows) - 1, start + by))

    def _window(self, height: int) -> tuple[int, int]:
        """The first row that is shown, and how many are. A longer list keeps its last line free."""
        room = height if len(self.rows) <= height else height - 1
        cursor = self.cursor or 0
        return max(0, min(cursor - room // 2, len(self.rows) - room)), room

    def _span(self, width: int) -> tuple[int, int]:
        """Where rows begin, and how wide they are."""
        across = min(WIDEST, width - 4)
        return (width - across) // 2, across

    def draw(self, width: int, height: int) -> list[Strip]:
        base = self.rich_style
        left, across = self._span(width)
        first, room = self._window(height)
        lines = []
        for index, row in enumerate(self.rows[first : first + room], start=first):
            chosen = self.style("choices--chosen") if index == self.cursor else None
            lines.append(self._row(row, chosen, base, left, across))
        if room < height:
            more = f"↑ {first}   ↓ {max(0, len(self.rows) - first - room)}"
            lines.append(strip([(" " * (left + 4) + more, self.style("choices--note"))]))
        return [Strip.blank(width, base)] * self._above(height) + lines

    def _above(self, height: int) -> int:
        """How many lines stay empty above a list that does not fill its place."""
        return max(0, height - len(self.rows)) // 3

    def _row(self, row: Row, chosen: Style | None, base: Style, left: int, across: int) -> Strip:
        note = fit(row.note, max(across // 3, across - 10 - cell_len(row.label)))
        label = fit(row.label, across - cell_len(note) - 9)
        gap = across - 8 - cell_len(label) - cell_len(note)
        return strip(
            [
                (" " * left, base),
                (f" {row.left or ' '}  ", chosen or self.style("choices--a")),
                (label + " " * gap, chosen or base),
                (note, chosen or self.style("choices--note")),
                (f"  {row.right or ' '} ", chosen or self.style("choices--l")),
            ]
        )

    def on_click(self, event: events.Click) -> None:
        event.stop()
        spot = event.get_content_offset(self)
        if spot is None:
            return
        width, height = self.size
        left, across = self._span(width)
        first, room = self._window(height)
        row = spot.y - self._above(height)
        index = first + row
        if 0 <= row < room and 0 <= index < len(self.rows) and left <= spot.x < left + across:
            place = spot.x - left
            side = "left" if place < 4 else "right" if place >= across - 4 else "middle"
            self.post_message(self.Pressed(index, side))
