"""The line under the card: what happens now, and what the other one does meanwhile."""

from __future__ import annotations

from rich.style import Style
from textual.strip import Strip

from two_of_hearts.engine.state import Phase
from two_of_hearts.tui.widgets.drawn import Viewed, centred, wrap
from two_of_hearts.tui.widgets.room import is_small
from two_of_hearts.view import View
from two_of_hearts.words import table as words


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
        said = is_small(self.app.size) and view.phase in (Phase.ANSWER, Phase.REPLY)
        if view.phase not in (Phase.DRAW, Phase.GIVE, Phase.THANKS) and not said:
            lines.append(centred(view.headline, width, base + Style(bold=True), base))
        if view.phase is not Phase.THANKS:
            lines += [centred(line, width, quiet, base) for line in wrap(view.hint, width - 4)]
        if view.set_aside:
            lines.append(centred(words.set_aside(view.set_aside), width, quiet, base))
        return lines
