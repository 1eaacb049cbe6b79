"""The cards on the first screen: the two of hearts itself, on the back of another."""

from __future__ import annotations

from textual import events
from textual.message import Message
from textual.strip import Strip

from two_of_hearts.engine.cards import Hue
from two_of_hearts.tui.widgets.drawn import Drawn, strip
from two_of_hearts.tui.widgets.faces import back
from two_of_hearts.tui.widgets.sheets import Sheet

ACROSS = 21

HEART = ("▄██▄▄██▄", "▀██████▀", "  ▀██▀  ")
"""A heart in half blocks, eight cells wide."""


class Emblem(Drawn):
    """A two of hearts, as it lies in any box of cards."""

    COMPONENT_CLASSES = {"emblem--face", "emblem--back"}

    DEFAULT_CSS = """
    Emblem {
        height: 14;
        & > .emblem--face { color: $heart; background: $card; }
        & > .emblem--back { color: $back-text; }
    }
    """

    class Pressed(Message):
        """The card was clicked."""

    def on_click(self, event: events.Click) -> None:
        event.stop()
        self.post_message(self.Pressed())

    def draw(self, width: int, height: int) -> list[Strip]:
        face = self.style("emblem--face")
        inside = [
            " 2" + " " * (ACROSS - 2),
            *(line.center(ACROSS) for line in HEART),
            " " * ACROSS,
            " " * ACROSS,
            *(line.center(ACROSS) for line in HEART),
            " " * (ACROSS - 2) + "2 ",
        ]
        front = Sheet.of([strip([(line, face)]) for line in inside], ACROSS, face)
        ink = self.table_app.inks[Hue.CRIMSON]
        other = back(self.style("emblem--back"), ink, "♥", "", ACROSS, len(inside))
        table = self.table(width, height)
        left = (width - ACROSS) // 2
        table.lay(other, left - 4, 0)
        table.lay(front, left + 3, 1)
        return table.rows
