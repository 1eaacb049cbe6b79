"""A line under a card. Nothing is ever typed unless somebody opens this page."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Input, Static

from two_of_hearts.engine.text import NOTE_LENGTH, BadNote, clean_note
from two_of_hearts.tui.screens.sheet import SheetPage
from two_of_hearts.words import flaws
from two_of_hearts.words import pages as words


class NotePage(SheetPage[str | None]):
    """Asks for one line and hands it back, or None when it is closed with Escape.

    Args:
        whose: whose words it will be.
        text: what is written there already.
    """

    def __init__(self, whose: str, text: str) -> None:
        super().__init__()
        self._whose = whose
        self._text = text

    def compose(self) -> ComposeResult:
        with Vertical(classes="sheet"):
            yield Static(Content(words.note_title(self._whose)), classes="title")
            yield Input(self._text, max_length=NOTE_LENGTH, select_on_focus=False, id="line")
            yield Static("", id="problem")
            yield Static(Content(words.note_hint()), classes="quiet")

    def submit(self, input: Input) -> None:
        """Keep the line; an empty one is deleted."""
        try:
            self.leave(clean_note(input.value) if input.value.strip() else "")
        except BadNote as error:
            self.say(flaws.of_line(error.flaw))
