"""The two partners at their sides of the table, and how far the round is."""

from __future__ import annotations

from rich.cells import cell_len
from rich.style import Style
from textual.strip import Strip

from two_of_hearts.engine.legal import GIVING_PHASES, TURN_PHASES
from two_of_hearts.engine.partners import Partner
from two_of_hearts.tui.widgets.drawn import Viewed, fit, strip
from two_of_hearts.tui.widgets.room import is_small
from two_of_hearts.view import Seat, View
from two_of_hearts.words import table as words


class Seats(Viewed):
    """Who sits where and what they do; in the middle the turns of the round."""

    COMPONENT_CLASSES = {"seats--a", "seats--l", "seats--quiet"}

    DEFAULT_CSS = """
    Seats {
        height: 3;
        padding: 1 3;
        & > .seats--a { color: $partner-a; }
        & > .seats--l { color: $partner-l; }
        & > .seats--quiet { color: $table-muted; }
    }
    """

    def draw_view(self, view: View, width: int, height: int) -> list[Strip]:
        quiet = self.style("seats--quiet")
        small = is_small(self.app.size)
        side = width // 2 - 1 if small else max(8, (width - 24) // 2)
        left, right = self._seat(view.seats.a, side), self._seat(view.seats.l, side)
        middle = "" if small else self._round(view, width)
        middle = fit(middle, width - cell_len(left) - cell_len(right) - 2)
        before = max(1, (width - cell_len(middle)) // 2 - cell_len(left))
        after = max(1, width - cell_len(left) - before - cell_len(middle) - cell_len(right))
        return [
            strip(
                [
                    (left, self._seat_style(view.seats.a)),
                    (" " * before + middle + " " * after, quiet),
                    (right, self._seat_style(view.seats.l)),
                ]
            )
        ]

    def _round(self, view: View, width: int) -> str:
        """How far the round is."""
        if self.table_app.banner:
            return self.table_app.banner
        if view.phase in GIVING_PHASES:
            return words.appreciation()
        if view.phase not in TURN_PHASES:
            return ""
        if width < 90:
            return words.round_by_turn(view.round, view.ceiling, view.turn, view.turns)
        done = "▰" * view.turn + "▱" * (view.turns - view.turn)
        return f"{words.round_up_to(view.round, view.ceiling)}  {done}"

    def _seat(self, seat: Seat, width: int) -> str:
        role = f" {seat.role}" if seat.role else ""
        name = fit(seat.name, width - cell_len(role) - 2)
        if seat.partner is Partner.A:
            return f"{seat.sign} {name}{role}"
        return f"{name}{role} {seat.sign}"

    def _seat_style(self, seat: Seat) -> Style:
        style = self.style(f"seats--{seat.partner}")
        return style + Style(bold=True) if seat.is_active else style
