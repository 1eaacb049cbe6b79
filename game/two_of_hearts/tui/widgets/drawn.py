"""The base of everything on the table: one widget that draws many lines, from one view.

Textual's line API repaints a table about three times as fast as many small widgets do, and it
takes text as it is: no word of a card or a name is ever read as markup.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from math import pi, sin
from typing import TYPE_CHECKING, Self, cast

from rich.cells import cell_len, set_cell_size
from rich.color import Color, blend_rgb
from rich.segment import Segment
from rich.style import Style
from textual.geometry import Region
from textual.reactive import reactive
from textual.strip import Strip
from textual.widget import Widget

from two_of_hearts.tui.widgets.sheets import Table

if TYPE_CHECKING:
    from two_of_hearts.tui.app import TableApp
    from two_of_hearts.view import View

Span = tuple[str, Style]


class Drawn(Widget):
    """A widget that is drawn as a whole whenever what it shows, its size or its style changes."""

    COMPONENT_CLASSES = {"drawn--lamp", "drawn--shadow"}

    DEFAULT_CSS = """
    Drawn {
        & > .drawn--lamp { background: $lamp; }
        & > .drawn--shadow { background: $shadow; }
    }
    """

    _lines: list[Strip] | None = None

    def draw(self, width: int, height: int) -> list[Strip]:
        """The lines of the widget, from the top; missing ones stay empty."""
        raise NotImplementedError

    def refresh(
        self,
        *regions: Region,
        repaint: bool = True,
        layout: bool = False,
        recompose: bool = False,
    ) -> Self:
        before, self._lines = self._lines, None
        if regions or layout or recompose or not repaint or not self._fits(before):
            return super().refresh(*regions, repaint=repaint, layout=layout, recompose=recompose)
        # Only what differs is painted again: a terminal may be slow, and far away.
        changed = list(_differences(before or [], self._drawn()))
        return super().refresh(*changed) if changed else self

    def _fits(self, lines: list[Strip] | None) -> bool:
        """Whether these lines were drawn for the size that the widget has now."""
        width, height = self.size
        if not lines or len(lines) != height:
            return False
        return lines[0].cell_length == width

    def notify_style_update(self) -> None:
        self._lines = None
        super().notify_style_update()

    def render_line(self, y: int) -> Strip:
        if self._lines is None or not self._fits(self._lines):
            return self._drawn()[y]
        return self._lines[y]

    def _drawn(self) -> list[Strip]:
        """Draw all lines anew."""
        width, height = self.size
        lines = self.draw(width, height)[:height]
        ground = blank(self.rich_style)
        rest = [Strip.blank(width, ground)] * (height - len(lines))
        self._lines = [line.adjust_cell_length(width, ground).simplify() for line in lines] + rest
        return self._lines

    @property
    def table_app(self) -> TableApp:
        """The app, which knows the colours."""
        return cast("TableApp", self.app)

    def table(self, width: int, height: int, is_lit: bool = True) -> Table:
        """The wood, ready for sheets to be laid on; with a lamp over it, or without."""
        wood, shadow = blank(self.rich_style), self.style("drawn--shadow").bgcolor
        is_lit = is_lit and self.table_app.has_fine_colours
        lamp = self.style("drawn--lamp") if is_lit else wood
        return Table(width, lamplight(wood, lamp, height), shadow)

    def style(self, name: str) -> Style:
        """The style of one of the widget's component classes."""
        return self.get_component_rich_style(name)


def _differences(before: list[Strip], after: list[Strip]) -> Iterable[Region]:
    """Where two drawings differ: of each line the part between what is the same on both sides."""
    for y, (old, new) in enumerate(zip(before, after, strict=True)):
        if old != new:
            width = max(old.cell_length, new.cell_length)
            left = min(_common(list(old), list(new), 1), width - 1)
            right = _common(list(old)[::-1], list(new)[::-1], -1)
            yield Region(left, y, max(1, width - left - right), 1)


def _common(one: list[Segment], other: list[Segment], step: int) -> int:
    """How many cells two lines have in common: whole pieces, and the blank part of the next one.

    Args:
        one: the pieces of a line, beginning at one of its ends.
        other: those of the other line, from the same end.
        step: 1 from the left, -1 from the right.
    """
    width = 0
    for mine, its in zip(one, other, strict=False):
        if mine == its:
            width += mine.cell_length
            continue
        if mine.style == its.style:
            for a, b in zip(mine.text[::step], its.text[::step], strict=False):
                if not a == b == " ":
                    break
                width += 1
        break
    return width


class Viewed(Drawn):
    """A drawn widget that shows the view of its screen."""

    view: reactive[View | None] = reactive(None)

    def draw(self, width: int, height: int) -> list[Strip]:
        return self.draw_view(self.view, width, height) if self.view else []

    def draw_view(self, view: View, width: int, height: int) -> list[Strip]:
        """The lines of the widget, from the top; missing ones stay empty."""
        raise NotImplementedError


def strip(spans: Iterable[Span]) -> Strip:
    """One line of differently styled texts."""
    return Strip([Segment(text, style) for text, style in spans])


@lru_cache(maxsize=256)
def blank(style: Style) -> Style:
    """The ground of a style: what is empty needs no colour of letters, nor the bytes for it."""
    return Style(bgcolor=style.bgcolor)


def centred(text: str, width: int, style: Style, around: Style) -> Strip:
    """One line with a text in the middle; cut where it is too long."""
    text = fit(text, width)
    left = (width - cell_len(text)) // 2
    rest = width - left - cell_len(text)
    ground = blank(around)
    return strip([(" " * left, ground), (text, style), (" " * rest, ground)])


@lru_cache(maxsize=64)
def paragraph(text: str, width: int, lines: int) -> tuple[str, ...]:
    """A text that is centred: its lines about as long as each other, and no more than so many, the
    last one with a sign that there is more."""
    said = wrap(text, width)
    if 0 < lines < len(said):
        return (*said[: lines - 1], fit(" ".join(said[lines - 1 :]), width))
    for narrower in range(width - 1, width // 2, -1):
        tried = wrap(text, narrower)
        if len(tried) > len(said):
            break
        said = tried
    return tuple(said)


def fit(text: str, width: int) -> str:
    """A text no wider than so many cells, with a sign that something is missing."""
    if cell_len(text) <= width:
        return text
    return set_cell_size(text, max(0, width - 1)).rstrip(" \u200d") + "…" if width > 0 else ""


def wrap(text: str, width: int) -> list[str]:
    """A text in lines no wider than so many cells, broken between words where that is possible."""
    lines: list[str] = []
    line = ""
    for word in text.split():
        if line and cell_len(line) + 1 + cell_len(word) > width:
            lines.append(line)
            line = ""
        while cell_len(word) > width and len(word) > 1:
            head = _head(word, width)
            lines.append(head)
            word = word[len(head) :]
        line = f"{line} {word}" if line else word
    return [*lines, line] if line else lines


def _head(word: str, width: int) -> str:
    """As many of a word's first characters as fit in so many cells."""
    end = len(word)
    while end > 1 and (cell_len(word[:end]) > width or word[end - 1] == "\u200d"):
        end -= 1
    return word[:end]


@lru_cache(maxsize=32)
def lamplight(wood: Style, lamp: Style, height: int) -> tuple[Style, ...]:
    """The lines of a table under a lamp: lighter in the middle, like the wood at the edges.

    Where the terminal has no fine shades the two styles are alike enough, or of its own palette,
    and the wood stays as it is.
    """
    if not (wood.bgcolor and lamp.bgcolor and lamp.bgcolor.triplet and wood.bgcolor.triplet):
        return (wood,) * height
    dark, light = wood.bgcolor.triplet, lamp.bgcolor.triplet
    shades = (sin(pi * (row + 0.5) / height) ** 1.5 for row in range(height))
    return tuple(
        Style(bgcolor=Color.from_triplet(blend_rgb(dark, light, shade))) for shade in shades
    )
