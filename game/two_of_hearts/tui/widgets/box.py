"""The deck at the cursor, as it lies in the box: its back, its sign, its name."""

from __future__ import annotations

from textual.reactive import reactive
from textual.strip import Strip

from two_of_hearts.tui.widgets.drawn import Drawn
from two_of_hearts.tui.widgets.faces import back
from two_of_hearts.tui.widgets.sheets import Sheet
from two_of_hearts.view import Print

ACROSS, DOWN = 26, 15
"""How large a deck is, in cells."""


class Box(Drawn):
    """A deck, face down."""

    COMPONENT_CLASSES = {"box--back", "box--under"}

    DEFAULT_CSS = """
    Box {
        width: 38;
        height: 1fr;
        display: none;
        & > .box--back { color: $back-text; }
        & > .box--under { background: $card-under; }
    }
    """

    deck: reactive[tuple[str, Print | None]] = reactive(("", None))
    """The deck's title, and what it is printed with."""

    def draw(self, width: int, height: int) -> list[Strip]:
        table = self.table(width, height, is_lit=False)
        title, made = self.deck
        down = min(DOWN, height - 2)
        if made is None or down < 5:
            return table.rows
        under = self.style("box--under")
        ink = self.table_app.inks[made.hue]
        top = back(self.style("box--back"), ink, made.sign, title, ACROSS, down - 2)
        rest = Sheet.of([Strip.blank(ACROSS, under)] * (down - 2), ACROSS, under)
        x, y = (width - ACROSS) // 2 - 2, max(0, (height - down) // 3)
        table.lay(rest, x + 2, y + 1)
        table.lay(rest, x + 1, y + 1, is_high=False)
        table.lay(top, x, y, is_high=False)
        return table.rows
