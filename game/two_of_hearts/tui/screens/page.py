"""A page laid over the table for a moment: help, the cards of the evening, what is off-limits."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar, cast

from textual.app import ComposeResult
from textual.binding import Binding
from textual.screen import ModalScreen

from two_of_hearts.tui.screens.fitted import Overlay
from two_of_hearts.tui.widgets.choices import Choices
from two_of_hearts.tui.widgets.heading import Heading
from two_of_hearts.tui.widgets.keys import Keys

if TYPE_CHECKING:
    from two_of_hearts.tui.app import TableApp


class Page(Overlay, ModalScreen[None]):
    """A page of its own keys, which Escape closes."""

    AUTO_FOCUS = None
    BINDINGS: ClassVar[list[Any]] = [Binding("escape", "close", "close")]

    @property
    def table(self) -> TableApp:
        """The app, which holds the session."""
        return cast("TableApp", self.app)

    def press(self, id: str) -> None:
        """Do what an entry of the footer says."""
        raise NotImplementedError

    def on_keys_pressed(self, message: Keys.Pressed) -> None:
        self.press(message.action)

    def action_close(self) -> None:
        """Back to the table."""
        self.leave()


class ListPage(Page):
    """A page with a list: what it is, the rows, more of the row at the cursor, the keys."""

    BINDINGS: ClassVar[list[Any]] = [
        Binding("up", "cursor(-1)", "up", show=False),
        Binding("down", "cursor(1)", "down", show=False),
    ]

    def compose(self) -> ComposeResult:
        yield Heading()
        yield Choices()
        yield Heading(id="about")
        yield Keys()

    def on_choices_scrolled(self, message: Choices.Scrolled) -> None:
        self.action_cursor(message.by)

    def action_cursor(self, by: int) -> None:
        """Move the cursor, and say more of where it is."""
        raise NotImplementedError
