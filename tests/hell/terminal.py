"""A terminal that measures letters in its own way, as terminals do."""

from __future__ import annotations

from collections.abc import Callable
from unicodedata import category

import pyte
from pyte import modes
from wcwidth import wcwidth

Measure = Callable[[str], int]


def by_sign(char: str) -> int:
    """Each character by itself, as older terminals do: a family is as wide as all its members."""
    return max(0, wcwidth(char))


def by_letter(char: str) -> int:
    """As those do that give every mark that takes room a cell of its own."""
    return 1 if category(char) in ("Mc", "Me") else by_sign(char)


def simple(char: str) -> int:
    """As a console does that knows of nothing: everything takes one cell, glue and marks too."""
    return 2 if by_sign(char) == 2 and char < "\U0001f000" else 1


MEASURES: tuple[Measure, ...] = (by_sign, by_letter, simple)


class Emulator(pyte.Screen):
    """A screen on which characters are as wide as one says. What has no width joins the letter
    before it; what stood in half of a wide letter goes when the other half is written over.

    Args:
        columns: how wide the window is.
        lines: how high.
        measure: how many cells a character takes.
    """

    def __init__(self, columns: int, lines: int, measure: Measure = by_sign) -> None:
        super().__init__(columns, lines)
        self._measure = measure

    def draw(self, data: str) -> None:
        for char in data:
            self._put(char, self._measure(char))

    def _put(self, char: str, width: int) -> None:
        line, cursor = self.buffer[self.cursor.y], self.cursor
        if width == 0:
            at = max(0, cursor.x - 1)
            at -= 1 if line[at].data == "" and at else 0
            line[at] = line[at]._replace(data=line[at].data + char)
            return
        if cursor.x + width > self.columns:
            if modes.DECAWM in self.mode:
                self.carriage_return()
                self.linefeed()
                line = self.buffer[cursor.y]
            else:
                cursor.x = self.columns - width
        for x in range(cursor.x, cursor.x + width):
            if line[x].data == "" and x == cursor.x and x:
                line[x - 1] = line[x - 1]._replace(data=" ")
            if x + 1 < self.columns and line[x + 1].data == "":
                line[x + 1] = line[x + 1]._replace(data=" ")
            line[x] = cursor.attrs._replace(data=char if x == cursor.x else "")
        cursor.x += width
        self.dirty.add(cursor.y)

    @property
    def rows(self) -> list[str]:
        """What is shown, line by line."""
        return [
            "".join(self.buffer[y][x].data for x in range(self.columns)) for y in range(self.lines)
        ]
