"""A month of evenings: a sheet of the calendar, with a heart on each day that was played."""

from __future__ import annotations

from calendar import Calendar as Weeks
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from rich.style import Style
from textual.reactive import reactive
from textual.strip import Strip

from two_of_hearts.tui.widgets.drawn import Drawn, Span, centred, strip
from two_of_hearts.tui.widgets.room import is_small
from two_of_hearts.tui.widgets.sheets import Sheet
from two_of_hearts.words import dates

CELL = 5
"""How wide a day is, in cells."""

PAD = 3
"""How far the days stay away from the edges of the sheet."""

ACROSS = 7 * CELL + 2 * PAD


@dataclass(frozen=True, slots=True)
class Month:
    """A month, and how many evenings each of its days had."""

    year: int
    month: int
    evenings: Mapping[int, int]
    """By the day of the month."""


class Calendar(Drawn):
    """The sheet of one month."""

    COMPONENT_CLASSES = {"calendar--sheet", "calendar--quiet", "calendar--heart"}

    DEFAULT_CSS = """
    Calendar {
        height: 12;
        & > .calendar--sheet { color: $ink; background: $card; }
        & > .calendar--quiet { color: $ink-muted; background: $card; }
        & > .calendar--heart { color: $heart; background: $card; text-style: bold; }
    }
    """

    month: reactive[Month | None] = reactive(None)

    def draw(self, width: int, height: int) -> list[Strip]:
        table = self.table(width, height, is_lit=False)
        if self.month is None:
            return table.rows
        face, quiet = self.style("calendar--sheet"), self.style("calendar--quiet")
        pad = " " * PAD
        first = date(self.month.year, self.month.month, 1)
        rows = [
            centred(dates.month(first), ACROSS, face + Style(bold=True), face),
            strip([(pad, face), *((name.center(CELL), quiet) for name in dates.short_weekdays())]),
        ]
        for week in Weeks().monthdayscalendar(self.month.year, self.month.month):
            rows.append(strip([(pad, face), *(self._day(day) for day in week)]))
        if is_small(self.app.size):
            return rows
        sheet = Sheet.of(rows, ACROSS, face)
        table.lay(sheet, (width - ACROSS) // 2, 0)
        return table.rows

    def _day(self, day: int) -> Span:
        """A day: its number, or a heart beside it where there was an evening."""
        assert self.month is not None
        evenings = self.month.evenings.get(day, 0)
        if evenings:
            return f"{day:>2}{'♥' * min(evenings, 2)}".center(CELL), self.style("calendar--heart")
        quiet = self.style("calendar--quiet")
        return f"{day:>2} ".center(CELL) if day else " " * CELL, quiet
