"""What a slow line is sent of a picture: the signs that have changed, and no colour twice.

At 9,600 bits a second a whole screen as Textual paints it takes twenty seconds. Most of that says
again what is there already.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache
from typing import cast

from rich.cells import cell_len
from rich.console import Console, RenderableType
from rich.segment import ControlType, Segment
from rich.style import Style
from textual.geometry import Size


@dataclass(frozen=True, slots=True)
class Ink:
    """What makes the colours of a sign, as a terminal is told."""

    whole: str
    """All of it, as in 1;31;40; empty for the terminal's own."""
    ground: str
    """What is seen of it where nothing is written; a line under or through it is seen too."""


@dataclass(frozen=True, slots=True)
class Cell:
    """A place on the screen."""

    sign: str
    """What stands there; empty in the second half of a wide sign."""
    ink: Ink

    def fits(self, ink: Ink) -> bool:
        """Whether it looks the same in other colours."""
        return self.ink == ink or (self.sign == " " and self.ink.ground == ink.ground)


PLAIN = Ink("", "")
UNKNOWN = Cell("", Ink("?", "?"))

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
                    row[x - 1] = replace(row[x - 1], sign=row[x - 1].sign + sign)
                continue
            if x >= 0 and x + wide <= len(row):
                ink = _ink(segment.style, self._console)
                if sign == " ":
                    ink = Ink(ink.ground, ink.ground)
                row[x] = Cell(sign, ink)
                for more in range(1, wide):
                    row[x + more] = Cell("", ink)
            x += wide
        return x

    def changes(self) -> str:
        """What to send so that the terminal shows it; empty where it does."""
        told: list[str] = []
        now = PLAIN
        for y, (wanted, sent) in enumerate(zip(self._wanted, self._sent, strict=True)):
            last = -1
            for x, cell in enumerate(wanted):
                if cell == sent[x] or cell == UNKNOWN:
                    continue
                if 0 <= last < x <= last + GAP and all(c.fits(now) for c in wanted[last:x]):
                    told += [c.sign for c in wanted[last:x]]
                elif x != last:
                    told.append(f"\x1b[{y + 1};{x + 1}H")
                if not cell.fits(now):
                    now = cell.ink
                    told.append(f"\x1b[0;{now.whole}m" if now.whole else "\x1b[0m")
                told.append(cell.sign)
                sent[x] = cell
                last = x + 1
        if now != PLAIN:
            told.append("\x1b[0m")
        return "".join(told)


def _blank(size: Size) -> list[list[Cell]]:
    return [[UNKNOWN] * size.width for _ in range(size.height)]


@cache
def _ink(style: Style | None, console: Console) -> Ink:
    if style is None:
        return PLAIN
    if console.no_color:
        style = style.without_color
    has_line = style.underline or style.underline2 or style.reverse or style.strike
    whole = _codes(style, console)
    return Ink(whole, whole if has_line else _codes(Style(bgcolor=style.bgcolor), console))


def _codes(style: Style, console: Console) -> str:
    """The numbers between the brackets that choose a style."""
    told = style.render(" ", color_system=console._color_system)
    return told.partition("m")[0].removeprefix("\x1b[") if told.startswith("\x1b[") else ""
