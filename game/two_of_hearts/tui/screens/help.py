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
from two_of_hearts.words import actions, pages
from two_of_hearts.words import keys as words
from two_of_hearts.words.greeting import FIRST_WORDS
from two_of_hearts.words.lexicon import _


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
        heading.words = (pages.help_title(), _(FIRST_WORDS))
        lines = Lines()
        chosen = self.table.preferences
        lines.items = (
            ("", pages.how_it_goes()),
            *(("·", text) for text in pages.evening()),
            ("", pages.keys()),
            *((chosen.key_of(action), self._help(action)) for action in ACTIONS if action.help),
            ("↑↓", words.from_a_list(chosen.going_on)),
            ("^p", pages.palette()),
        )
        footer = Keys()
        footer.entries = (("scroll", "↑↓", actions.read_on()), ("close", "esc", actions.close()))
        yield heading
        yield lines
        yield footer

    def _help(self, action: Action) -> str:
        """What is said of an action; of several keys the others are named."""
        _first, *others = map(in_words, self.table.preferences.keys_of(action).split(","))
        return words.does_the_same(action.help, ", ".join(others)) if others else action.help

    def action_scroll_lines(self, by: int) -> None:
        """Read on, or back."""
        self.query_one(Lines).show_later(by)

    def press(self, id: str) -> None:
        if id == "close":
            self.leave()
        else:
            self.action_scroll_lines(4)
