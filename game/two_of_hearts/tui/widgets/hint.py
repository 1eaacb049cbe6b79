"""The line under the card: what happens now, and what the other one does meanwhile."""

from __future__ import annotations

from rich.style import Style
from textual.strip import Strip

from two_of_hearts.engine.state import Phase
from two_of_hearts.tui.widgets.drawn import Viewed, centred, wrap
from two_of_hearts.view import View


class Hint(Viewed):
    """A headline, a quiet sentence, and how many cards lie aside."""

    COMPONENT_CLASSES = {"hint--quiet"}

    DEFAULT_CSS = """
    Hint {
        height: 4;
        color: $table-text;
        & > .hint--quiet { color: $table-muted; }
    }
    """

    def draw_view(self, view: View, width: int, height: int) -> list[Strip]:
        base, quiet = self.rich_style, self.style("hint--quiet")
        lines = []
        if view.phase not in (Phase.DRAW, Phase.GIVE, Phase.THANKS):
            lines.append(centred(view.headline, width, base + Style(bold=True), base))
        if view.phase is not Phase.THANKS:
            lines += [centred(line, width, quiet, base) for line in wrap(view.hint, width - 4)]
        if view.set_aside:
            cards = "1 card" if view.set_aside == 1 else f"{view.set_aside} cards"
            lines.append(centred(f"{cards} set aside", width, quiet, base))
        return lines
