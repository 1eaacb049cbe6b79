"""Where the keepsake of an evening is to lie. It is written only here, and only when asked."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, cast

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Input, Static

from two_of_hearts.engine.text import printable
from two_of_hearts.errors import Trouble
from two_of_hearts.keeping import Keeping
from two_of_hearts.keepsake import AlreadyThere
from two_of_hearts.tui.screens.sheet import SheetPage
from two_of_hearts.words import pages as words

if TYPE_CHECKING:
    from two_of_hearts.tui.app import TableApp


class KeepsakePage(SheetPage[None]):
    """One line with a path. What is there already is written over only when asked twice.

    Args:
        keeping: what was kept of all evenings.
        evening: the number of the evening.
        path: where the keepsake is offered to lie.
    """

    def __init__(self, keeping: Keeping, evening: int, path: Path) -> None:
        super().__init__()
        self._keeping = keeping
        self._evening = evening
        self._path = path
        self._asked: str | None = None

    def compose(self) -> ComposeResult:
        with Vertical(classes="sheet"):
            yield Static(Content(words.keepsake_title()), classes="title")
            yield Input(printable(str(self._path)), select_on_focus=False, id="path")
            yield Static("", id="problem")
            yield Static(Content(words.keepsake_hint()), classes="quiet")

    def submit(self, input: Input) -> None:
        """Write it."""
        text = input.value.strip()
        if not text:
            self.say(words.keepsake_nowhere())
            return
        again, self._asked = self._asked == text, None
        try:
            path = self._keeping.make_keepsake(self._evening, Path(text), overwrite=again)
        except AlreadyThere:
            self._asked = text
            self.say(words.keepsake_is_there())
        except Trouble as trouble:
            self.say(printable(f"{trouble.title}. {trouble.detail} {trouble.mend}"))
        else:
            cast("TableApp", self.app).tell(printable(str(path)), words.keepsake_made())
            self.leave()
