"""Help: every key and what it does, and how an evening goes."""

from __future__ import annotations

from typing import Any, ClassVar

from textual.app import ComposeResult
from textual.binding import Binding

from two_of_hearts.tui.actions import ACTIONS, Action
from two_of_hearts.tui.key_names import in_words
from two_of_hearts.tui.screens.page import Page
from two_of_hearts.tui.widgets.heading import Heading
from two_of_hearts.tui.widgets.keys import Keys
from two_of_hearts.tui.widgets.lines import Lines
from two_of_hearts.words import keys as words
from two_of_hearts.words.greeting import FIRST_WORDS

EVENING = (
    "You draw in turns. Who drew answers first, then the other answers the same card.",
    "While one speaks, the other listens to understand.",
    "Every round ends with an appreciation, said by each to the other.",
    "A deeper round opens only when both press their own key.",
    "On a card ▂ means light, ▂▄ warm, and ▂▄▆ deep. A round begins light, and rises.",
)


class HelpPage(Page):
    """The table of actions, and the evening in four sentences."""

    BINDINGS: ClassVar[list[Any]] = [
        Binding("down,pagedown", "scroll_lines(4)", "down", show=False),
        Binding("up,pageup", "scroll_lines(-4)", "up", show=False),
        Binding("question_mark", "close", "close", show=False, id="help"),
        Binding("enter,space", "close", "close", show=False, id="next"),
        Binding("q", "close", "close", show=False, id="quit"),
    ]

    def compose(self) -> ComposeResult:
        heading = Heading()
        heading.words = ("Help", FIRST_WORDS)
        lines = Lines()
        chosen = self.table.preferences
        lines.items = (
            ("", "How an evening goes"),
            *(("·", text) for text in EVENING),
            ("", "Keys; the footer shows those that can be used now"),
            *((chosen.key_of(action), self._help(action)) for action in ACTIONS if action.help),
            ("↑↓", words.from_a_list(chosen.going_on)),
            ("^p", "The palette: everything, by name."),
        )
        footer = Keys()
        footer.entries = (("scroll", "↑↓", "read on"), ("close", "esc", "back to the table"))
        yield heading
        yield lines
        yield footer

    def _help(self, action: Action) -> str:
        """What is said of an action; of several keys the others are named."""
        _, *others = map(in_words, self.table.preferences.keys_of(action).split(","))
        return words.does_the_same(action.help, ", ".join(others)) if others else action.help

    def action_scroll_lines(self, by: int) -> None:
        """Read on, or back."""
        self.query_one(Lines).show_later(by)

    def on_keys_pressed(self, message: Keys.Pressed) -> None:
        if message.action == "close":
            self.dismiss()
        else:
            self.action_scroll_lines(4)
