"""A list to choose from, with arrows, with a click, or by going on."""

from __future__ import annotations

from dataclasses import dataclass

from rich.cells import cell_len
from rich.style import Style
from textual import events
from textual.message import Message
from textual.reactive import reactive
from textual.strip import Strip

from two_of_hearts.tui.widgets.drawn import Drawn, Span, fit, strip
from two_of_hearts.view import Print
from two_of_hearts.words import table as words

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
    print: Print | None = None
    """Of a deck: its sign, which stands before the label in its own colour."""


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
        width: 1fr;
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

    class Scrolled(Message):
        """The wheel was turned over the list."""

        def __init__(self, by: int) -> None:
            super().__init__()
            self.by = by

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

    def _step(self, height: int) -> int:
        """How many lines a row takes: two, where there is room for air between them."""
        return 2 if len(self.rows) * 2 <= height - 2 else 1

    def draw(self, width: int, height: int) -> list[Strip]:
        base = self.rich_style
        left, across = self._span(width)
        first, room = self._window(height)
        step = self._step(height)
        lines = [Strip.blank(width, base)] * self._above(height)
        for index, row in enumerate(self.rows[first : first + room], start=first):
            chosen = self.style("choices--chosen") if index == self.cursor else None
            lines.append(self._row(row, chosen, base, left, across))
            lines += [Strip.blank(width, base)] * (step - 1)
        if room < height:
            below = max(0, len(self.rows) - first - room)
            more = fit(words.more_rows(first, below), across - 4)
            lines.append(strip([(" " * (left + 4) + more, self.style("choices--note"))]))
        return lines

    def _above(self, height: int) -> int:
        """How many lines stay empty above a list that does not fill its place."""
        return max(0, height - len(self.rows) * self._step(height)) // 3

    def index_at(self, line: int) -> int | None:
        """Which row is drawn at a line of the widget, or None."""
        height = self.size.height
        first, room = self._window(height)
        row, between = divmod(line - self._above(height), self._step(height))
        index = first + row
        return index if not between and 0 <= row < room and index < len(self.rows) else None

    def line_of(self, index: int) -> int:
        """At which line of the widget a row is drawn."""
        height = self.size.height
        return self._above(height) + (index - self._window(height)[0]) * self._step(height)

    def _row(self, row: Row, chosen: Style | None, base: Style, left: int, across: int) -> Strip:
        note = _short(row.note, max(across // 3, across - 10 - cell_len(row.label)))
        label = fit(row.label, across - cell_len(note) - 9)
        gap = across - 8 - cell_len(label) - cell_len(note)
        return strip(
            [
                (" " * left, base),
                self._sign(row, chosen),
                (label + " " * gap, chosen or base),
                (note, chosen or self.style("choices--note")),
                (f"  {row.right or ' '} ", chosen or self.style("choices--l")),
            ]
        )

    def _sign(self, row: Row, chosen: Style | None) -> Span:
        """What stands before a row."""
        if row.print is None:
            return f" {row.left or ' '}  ", chosen or self.style("choices--a")
        ink = self.table_app.inks[row.print.hue]
        style = chosen or self.rich_style
        return f" {row.print.sign}  ", style + Style(color=ink.back if chosen else ink.on_table)

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        event.stop()
        self.post_message(self.Scrolled(1))

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        event.stop()
        self.post_message(self.Scrolled(-1))

    def on_click(self, event: events.Click) -> None:
        event.stop()
        spot = event.get_content_offset(self)
        if spot is None:
            return
        left, across = self._span(self.size.width)
        index, place = self.index_at(spot.y), spot.x - left
        if index is not None and 0 <= place < across:
            side = "left" if place < 4 else "right" if place >= across - 4 else "middle"
            self.post_message(self.Pressed(index, side))


def _short(note: str, width: int) -> str:
    """A note without its last parts, where there is no room for all of them."""
    while cell_len(note) > width and " · " in note:
        note = note.rpartition(" · ")[0]
    return fit(note, width)
