"""The footer: what may be done now, and with which key. Each entry can be clicked."""

from __future__ import annotations

from collections.abc import Iterable

from rich.cells import cell_len
from textual import events
from textual.geometry import Size
from textual.message import Message
from textual.reactive import reactive
from textual.strip import Strip

from two_of_hearts.tui.widgets.drawn import Drawn, Span, blank, fit, strip
from two_of_hearts.words import actions as words

Entry = tuple[str, str, str]
"""An action's id, its key as it is written, and its label."""

GAP = 3
"""Cells between two entries."""

NARROW = 64
"""In how few cells they stand closer, so that the card keeps its lines."""


PALETTE = "palette"
"""The entry that stands for all that has no room."""


class Keys(Drawn):
    """The legal actions, in as many lines as they need."""

    COMPONENT_CLASSES = {"keys--key", "keys--first"}

    DEFAULT_CSS = """
    Keys {
        dock: bottom;
        height: auto;
        max-height: 6;
        padding: 0 2;
        color: $table-muted;
        & > .keys--key { color: $table-text; }
        & > .keys--first { color: $table-text; text-style: bold; }
    }
    """

    MOST = {"-small": 2, "-low": 3}
    """In how many lines the keys have to find room, where there is little of it."""

    entries: reactive[tuple[Entry, ...]] = reactive(())

    def watch_entries(self) -> None:
        """Only another number of lines moves what is above."""
        if not self.is_attached:
            return
        least = int(self.styles.min_height.value) if self.styles.min_height else 0
        if max(least, len(self._rows(self.size.width))) != self.size.height:
            self.refresh(layout=True)

    class Pressed(Message):
        """An entry was clicked."""

        def __init__(self, action: str) -> None:
            super().__init__()
            self.action = action

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        return len(self._rows(width))

    def _rows(self, width: int) -> list[list[tuple[Entry, int]]]:
        """The entries in lines, each with the column where it begins.

        Where there are too many for the room, the last place is for the palette, which has all.
        """
        most = next((n for name, n in self.MOST.items() if self.screen.has_class(name)), 6)
        rows = _in_lines(self.entries, width)
        kept = list(self.entries)
        while len(rows) > most and len(kept) > 1:
            kept.pop()
            rows = _in_lines((*kept, (PALETTE, "^p", words.everything())), width)
        return rows

    def draw(self, width: int, height: int) -> list[Strip]:
        base, key, first = self.rich_style, self.style("keys--key"), self.style("keys--first")
        lines = []
        for row in self._rows(width):
            spans: list[Span] = []
            for (action, name, label), column in row:
                gap = column - sum(cell_len(text) for text, _ in spans)
                is_next = action == "next"
                spans += [
                    (" " * gap, blank(base)),
                    (name + " ", first if is_next else key),
                    (fit(label, width - cell_len(name) - 1), first if is_next else base),
                ]
            lines.append(strip(spans))
        return lines

    def on_click(self, event: events.Click) -> None:
        event.stop()
        spot = event.get_content_offset(self)
        if spot is None:
            return
        rows = self._rows(self.size.width)
        for (action, name, label), column in rows[spot.y] if spot.y < len(rows) else []:
            if column <= spot.x < column + cell_len(name) + 1 + cell_len(label):
                if action == PALETTE:
                    self.app.action_command_palette()
                else:
                    self.post_message(self.Pressed(action))


def _in_lines(entries: Iterable[Entry], width: int) -> list[list[tuple[Entry, int]]]:
    rows: list[list[tuple[Entry, int]]] = [[]]
    column = 0
    for entry in entries:
        wide = min(width, cell_len(entry[1]) + 1 + cell_len(entry[2]))
        if column and column + wide > width:
            rows.append([])
            column = 0
        rows[-1].append((entry, column))
        column += wide + (GAP if width >= NARROW else GAP - 1)
    return rows
