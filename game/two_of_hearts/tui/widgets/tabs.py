"""The names of a page's leaves in one line; the open one is marked, and each can be clicked."""

from __future__ import annotations

from rich.cells import cell_len
from textual import events
from textual.message import Message
from textual.reactive import reactive
from textual.strip import Strip

from two_of_hearts.tui.widgets.drawn import Drawn, Span, fit, strip


class Tabs(Drawn):
    """Names beside each other, in the middle.

    Args:
        names: what the leaves are called.
    """

    COMPONENT_CLASSES = {"tabs--chosen", "tabs--quiet"}

    DEFAULT_CSS = """
    Tabs {
        height: 3;
        padding: 1 0;
        & > .tabs--chosen { color: $ink; background: $card; text-style: bold; }
        & > .tabs--quiet { color: $table-muted; }
    }
    """

    chosen: reactive[int] = reactive(0)

    class Pressed(Message):
        """A name was clicked."""

        def __init__(self, index: int) -> None:
            super().__init__()
            self.index = index

    def __init__(self, names: tuple[str, ...]) -> None:
        super().__init__()
        self._names = names

    def _places(self, width: int) -> list[tuple[int, str]]:
        """Each name with a space around it, and the column where it begins."""
        room = max(3, width // len(self._names))
        names = [f" {fit(name, room - 2)} " for name in self._names]
        column = max(0, (width - sum(map(cell_len, names))) // 2)
        places = []
        for name in names:
            places.append((column, name))
            column += cell_len(name)
        return places

    def draw(self, width: int, height: int) -> list[Strip]:
        places = self._places(width)
        spans: list[Span] = [(" " * places[0][0], self.rich_style)]
        for index, (_column, name) in enumerate(places):
            is_chosen = index == self.chosen
            spans.append((name, self.style(f"tabs--{'chosen' if is_chosen else 'quiet'}")))
        return [strip(spans)]

    def on_click(self, event: events.Click) -> None:
        event.stop()
        spot = event.get_content_offset(self)
        for index, (column, name) in enumerate(self._places(self.size.width)):
            if spot is not None and column <= spot.x < column + cell_len(name):
                self.post_message(self.Pressed(index))
