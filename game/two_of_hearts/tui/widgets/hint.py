"""The line under the card: what happens now, and what the other one does meanwhile."""

from __future__ import annotations

from rich.style import Style
from textual.strip import Strip

from two_of_hearts.engine.legal import GIVING_PHASES
from two_of_hearts.engine.state import Phase
from two_of_hearts.tui.widgets.drawn import Viewed, centred, paragraph
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
        aside = view.set_aside if view.phase not in GIVING_PHASES else 0
        if view.phase is not Phase.THANKS:
            room = height - len(lines) - bool(aside)
            quietly = paragraph(view.hint, width - 4, room)
            lines += [centred(line, width, quiet, base) for line in quietly]
        if aside:
            lines.append(centred(words.set_aside(view.set_aside), width, quiet, base))
        return lines
