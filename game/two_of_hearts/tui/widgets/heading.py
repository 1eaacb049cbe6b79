"""The words at the top of a screen that asks for a choice."""

from __future__ import annotations

from rich.style import Style
from textual.geometry import Size
from textual.reactive import reactive
from textual.strip import Strip

from two_of_hearts.tui.widgets.drawn import Drawn, centred, paragraph, wrap


class Heading(Drawn):
    """A question and a quiet line under it."""

    COMPONENT_CLASSES = {"heading--quiet"}

    DEFAULT_CSS = """
    Heading {
        height: 3;
        color: $table-text;
        & > .heading--quiet { color: $table-muted; }
    }
    """

    words: reactive[tuple[str, str]] = reactive(("", ""))
    """The headline and the line under it."""

    def watch_words(self) -> None:
        """Where the height follows the words, another one moves what is around."""
        if self.styles.is_auto_height:
            self.refresh(layout=True)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        headline, hint = self.words
        return bool(headline) + len(wrap(hint, width - 6))

    def draw(self, width: int, height: int) -> list[Strip]:
        base, quiet = self.rich_style, self.style("heading--quiet")
        headline, hint = self.words
        lines = [centred(headline, width, base + Style(bold=True), base)] if headline else []
        said = paragraph(hint, width - 6, height - len(lines))
        return lines + [centred(line, width, quiet, base) for line in said]
