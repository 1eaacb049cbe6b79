"""A bright sheet with a line to write on, laid over the table. Inputs eat letter keys, so they
have pages of their own."""

from __future__ import annotations

from typing import Any, ClassVar, Generic

from textual import events
from textual.binding import Binding
from textual.content import Content
from textual.screen import ModalScreen, ScreenResultType
from textual.widgets import Input, Static

from two_of_hearts.tui.screens.fitted import Overlay


class SheetPage(Overlay, ModalScreen[ScreenResultType], Generic[ScreenResultType]):
    """Enter goes on, Escape leaves everything as it was; so do a click on the words at the foot
    of the sheet, and a click beside it."""

    BINDINGS: ClassVar[list[Any]] = [Binding("escape", "leave", "back", show=False)]

    def submit(self, input: Input) -> None:
        """Go on with what is written.

        Args:
            input: the line that Enter was pressed in.
        """
        raise NotImplementedError

    def say(self, problem: str) -> None:
        """Say what is wrong with what is written."""
        self.query_one("#problem", Static).update(Content(problem))

    def action_leave(self) -> None:
        """Back to the table, and nothing has changed."""
        self.leave(None)

    def on_input_changed(self, event: Input.Changed) -> None:
        """What was wrong is no longer there to be seen."""
        event.stop()
        self.say("")

    def on_input_submitted(self, event: Input.Submitted) -> None:
        event.stop()
        self.submit(event.input)

    def on_click(self, event: events.Click) -> None:
        if event.widget is self:
            self.action_leave()
        elif event.widget is not None and event.widget.has_class("quiet"):
            self.submit(list(self.query(Input))[-1])
