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

GAP = 4
"""How many cells lie between two sheets."""


@dataclass(frozen=True, slots=True)
class Month:
    """A month, and how many evenings each of its days had."""

    year: int
    month: int
    evenings: Mapping[int, int]
    """By the day of the month."""


class Calendar(Drawn):
    """The sheet of a month; beside it, where there is room, those of the months before."""

    COMPONENT_CLASSES = {"calendar--sheet", "calendar--quiet", "calendar--heart"}

    DEFAULT_CSS = """
    Calendar {
        height: 12;
        & > .calendar--sheet { color: $ink; background: $card; }
        & > .calendar--quiet { color: $ink-muted; background: $card; }
        & > .calendar--heart { color: $heart; background: $card; text-style: bold; }
    }
    """

    months: reactive[tuple[Month, ...]] = reactive(())
    """The last one is the one that is looked at."""

    def draw(self, width: int, height: int) -> list[Strip]:
        if self.months and is_small(self.app.size):
            return self._rows(self.months[-1])
        table = self.table(width, height, is_lit=False)
        room = max(1, (width - GAP) // (ACROSS + GAP))
        shown = self.months[-room:]
        left = (width - len(shown) * (ACROSS + GAP) + GAP) // 2
        face = self.style("calendar--sheet")
        for number, month in enumerate(shown):
            sheet = Sheet.of(self._rows(month), ACROSS, face)
            table.lay(sheet, left + number * (ACROSS + GAP), 0)
        return table.rows

    def _rows(self, month: Month) -> list[Strip]:
        """The lines of a sheet."""
        face, quiet = self.style("calendar--sheet"), self.style("calendar--quiet")
        pad = " " * PAD
        first = date(month.year, month.month, 1)
        rows = [
            centred(dates.month(first), ACROSS, face + Style(bold=True), face),
            strip([(pad, face), *((name.center(CELL), quiet) for name in dates.short_weekdays())]),
        ]
        for week in Weeks().monthdayscalendar(month.year, month.month):
            rows.append(strip([(pad, face), *(self._day(month, day) for day in week)]))
        return rows

    def _day(self, month: Month, day: int) -> Span:
        """A day: its number, and a heart beside it where there was an evening."""
        evenings = month.evenings.get(day, 0)
        if evenings:
            return f"{day:>2}{'♥' * min(evenings, 2)}".center(CELL), self.style("calendar--heart")
        quiet = self.style("calendar--quiet")
        return f"{day:>2} ".center(CELL) if day else " " * CELL, quiet
