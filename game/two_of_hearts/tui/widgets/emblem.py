"""The card on the welcome screen: the two of hearts itself."""

from __future__ import annotations

from rich.style import Style
from textual import events
from textual.message import Message
from textual.strip import Strip

from two_of_hearts.tui.widgets.drawn import Drawn, strip

ACROSS = 21

HEART = ("▄██▄▄██▄", "▀██████▀", "  ▀██▀  ")
"""A heart in half blocks, eight cells wide."""


class Emblem(Drawn):
    """A two of hearts, as it lies in any box of cards."""

    COMPONENT_CLASSES = {"emblem--face"}

    DEFAULT_CSS = """
    Emblem {
        height: 12;
        & > .emblem--face { color: $heart; background: $card; }
    }
    """

    class Pressed(Message):
        """The card was clicked."""

    def on_click(self, event: events.Click) -> None:
        event.stop()
        self.post_message(self.Pressed())

    def draw(self, width: int, height: int) -> list[Strip]:
        face, table = self.style("emblem--face"), self.rich_style
        rim = Style(color=face.bgcolor, bgcolor=table.bgcolor)
        left = (width - ACROSS) // 2
        inside = [
            " 2" + " " * (ACROSS - 2),
            *(line.center(ACROSS) for line in HEART),
            " " * ACROSS,
            " " * ACROSS,
            *(line.center(ACROSS) for line in HEART),
            " " * (ACROSS - 2) + "2 ",
        ]
        rows = [strip([(line, face)]) for line in inside]
        top = strip([("▗" + "▄" * (ACROSS - 2) + "▖", rim)])
        foot = strip([("▝" + "▀" * (ACROSS - 2) + "▘", rim)])
        margin = strip([(" " * left, table)])
        return [Strip([*margin, *row]) for row in (top, *rows, foot)]
