"""Headings and wrapped texts in a column; scrolled with the wheel, the arrows or the page keys."""

from __future__ import annotations

from rich.style import Style
from textual import events
from textual.reactive import reactive
from textual.strip import Strip

from two_of_hearts.tui.widgets.drawn import Drawn, strip, wrap
from two_of_hearts.words import pages

WIDEST = 72


class Lines(Drawn):
    """A quiet list. An item is a sign and a text; without a sign it is a heading."""

    COMPONENT_CLASSES = {"lines--sign", "lines--quiet"}

    DEFAULT_CSS = """
    Lines {
        height: 1fr;
        color: $table-text;
        & > .lines--sign { color: $partner-a; }
        & > .lines--quiet { color: $table-muted; }
    }
    """

    items: reactive[tuple[tuple[str, str], ...]] = reactive(())
    offset_line: reactive[int] = reactive(0)

    _most = 0

    def draw(self, width: int, height: int) -> list[Strip]:
        base, sign, quiet = self.rich_style, self.style("lines--sign"), self.style("lines--quiet")
        across = min(WIDEST, width - 4)
        left = " " * ((width - across) // 2)
        column = max((len(mark) for mark, _ in self.items), default=0) + 2
        lines: list[Strip] = []
        for mark, text in self.items:
            if not mark:
                lines += [Strip.blank(width, base)] if lines else []
                lines.append(strip([(left + text, quiet)]))
                continue
            for number, line in enumerate(wrap(text, across - column)):
                shown = (mark if number == 0 else "").ljust(column)
                lines.append(strip([(left, base), (shown, sign + Style(bold=True)), (line, base)]))
        self._most = max(0, len(lines) - height)
        start = min(self.offset_line, self._most)
        more = len(lines) - start - height
        shown_lines = lines[start : start + height]
        if more > 0 and shown_lines:
            shown_lines[-1] = strip([(left + pages.more_lines(more + 1), quiet)])
        return shown_lines

    def show_later(self, by: int) -> None:
        """Show later or earlier lines."""
        self.offset_line = max(0, min(self._most, self.offset_line + by))

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        self.show_later(2)

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        self.show_later(-2)
