"""What a slow line is sent of a picture: the signs that have changed, and no colour twice.

At 9,600 bits a second a whole screen as Textual paints it takes twenty seconds. Most of that says
again what is there already.
"""

from __future__ import annotations

from functools import cache
from typing import cast

from rich.cells import cell_len
from rich.console import Console, RenderableType
from rich.segment import ControlType, Segment
from rich.style import Style
from textual.geometry import Size

Cell = tuple[str, str]
"""A sign, with what makes its colours. The second half of a wide sign is empty."""

UNKNOWN: Cell = ("", "?")

GAP = 7
"""So many signs that have not changed cost less than moving over them."""


class Picture:
    """What is to be seen, and what the terminal was sent of it.

    Args:
        console: knows the colours of the terminal.
    """

    def __init__(self, console: Console) -> None:
        self._console = console
        self._size = Size(0, 0)
        self._wanted: list[list[Cell]] = []
        self._sent: list[list[Cell]] = []

    def lay(self, renderable: RenderableType, size: Size) -> None:
        """Take in a picture, or a part of one.

        Args:
            renderable: what Textual would have written.
            size: that of the terminal; another one than before makes all of it unknown.
        """
        if size != self._size:
            self._size = size
            self._sent = _blank(size)
            if len(self._wanted) != size.height or any(len(r) != size.width for r in self._wanted):
                self._wanted = _blank(size)
        x = y = 0
        options = self._console.options
        for segment in self._console.render(renderable, options):
            if segment.control:
                for code in segment.control:
                    if code[0] is ControlType.CURSOR_MOVE_TO:
                        _, x, y = cast("tuple[ControlType, int, int]", code)
            elif segment.text != "\n":
                x = self._put(x, y, segment)

    def _put(self, x: int, y: int, segment: Segment) -> int:
        """Lay some signs, and say where they end."""
        if not 0 <= y < len(self._wanted):
            return x
        row = self._wanted[y]
        for sign in segment.text:
            wide = cell_len(sign)
            if wide == 0:
                if 0 < x <= len(row):
                    row[x - 1] = (row[x - 1][0] + sign, row[x - 1][1])
                continue
            if x >= 0 and x + wide <= len(row):
                row[x] = (sign, _colours(segment.style, self._console, sign == " "))
                for more in range(1, wide):
                    row[x + more] = ("", row[x][1])
            x += wide
        return x

    def changes(self) -> str:
        """What to send so that the terminal shows it; empty where it does."""
        told: list[str] = []
        now = ""  # the colours that hold
        for y, (wanted, sent) in enumerate(zip(self._wanted, self._sent, strict=True)):
            last = -1
            for x, cell in enumerate(wanted):
                if cell == sent[x] or cell == UNKNOWN:
                    continue
                if last >= 0 and x - last <= GAP and all(c[1] == now for c in wanted[last:x]):
                    told += [c[0] for c in wanted[last:x]]
                elif x != last:
                    told.append(f"\x1b[{y + 1};{x + 1}H")
                if cell[1] != now:
                    now = cell[1]
                    told.append(f"\x1b[0;{now}m" if now else "\x1b[0m")
                told.append(cell[0])
                sent[x] = cell
                last = x + 1
        if told and now:
            told.append("\x1b[0m")
        return "".join(told)


def _blank(size: Size) -> list[list[Cell]]:
    return [[UNKNOWN] * size.width for _ in range(size.height)]


def _colours(style: Style | None, console: Console, is_blank: bool) -> str:
    """What makes the colours of a sign: as in 1;31. Of a blank only the ground is seen."""
    if style is None:
        return ""
    if is_blank and not (style.underline or style.reverse or style.strike):
        style = Style(bgcolor=style.bgcolor)
    return _codes(style.without_color if console.no_color else style, console)


@cache
def _codes(style: Style, console: Console) -> str:
    color_system = console._color_system
    shown = style.render("x", color_system=color_system)
    return shown.partition("m")[0].removeprefix("\x1b[") if shown != "x" else ""
