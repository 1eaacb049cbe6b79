"""The cards of this evening: bring one back, put a heart on it, never again and back."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, ClassVar

from textual.binding import Binding

from two_of_hearts.tui.screens.page import ListPage
from two_of_hearts.tui.widgets.choices import Choices, Row
from two_of_hearts.tui.widgets.heading import Heading
from two_of_hearts.tui.widgets.keys import Entry, Keys
from two_of_hearts.view import CardLine
from two_of_hearts.words import actions as words
from two_of_hearts.words import pages


class CardsPage(ListPage):
    """A row for each card that was drawn this evening, and for each that is never to come again."""

    BINDINGS: ClassVar[list[Any]] = [
        Binding("enter,space", "act('back')", "bring back", show=False, id="next"),
        Binding("k", "act('keep')", "keep", show=False, id="keep"),
        Binding("n", "act('never')", "never again", show=False, id="never"),
        Binding("b", "close", "close", show=False, id="cards"),
    ]

    def ready(self) -> None:
        self.query_one(Choices).cursor = 0
        self._show()

    def _show(self) -> None:
        view = self.table.view
        if view is None or not view.cards:
            self.leave()
            return
        choices = self.query_one(Choices)
        choices.rows = tuple(
            Row(line.text, line.note, "♥" if line.is_kept else "") for line in view.cards
        )
        choices.cursor = min(choices.cursor or 0, len(view.cards) - 1)
        self.query_one(Heading).words = (pages.cards_title(), pages.set_aside(view.set_aside))
        line = view.cards[choices.cursor]
        self.query_one("#about", Heading).words = ("", line.text)
        self.query_one(Keys).entries = tuple(self._entries(line))

    def _entries(self, line: CardLine) -> Iterable[Entry]:
        key = self.table.preferences.key
        yield "choose", "↑↓", words.choose()
        if line.bring_back:
            yield "back", key("next", "enter"), words.bring_back()
        if line.keep:
            yield "keep", key("keep", "k"), words.label("keep", type(line.keep).__name__)
        if line.retire:
            yield "never", key("never", "n"), words.label("never", type(line.retire).__name__)
        yield "close", "esc", words.close()

    def action_cursor(self, by: int) -> None:
        """Move the cursor."""
        self.query_one(Choices).move(by)
        self._show()

    def action_act(self, what: str) -> None:
        """Play a move with the card at the cursor."""
        view, cursor = self.table.view, self.query_one(Choices).cursor
        if view is None or cursor is None:
            return
        line = view.cards[cursor]
        move = {"back": line.bring_back, "keep": line.keep, "never": line.retire}[what]
        if move is None:
            return
        self.table.play(move)
        if what == "back":
            self.leave()
        else:
            self._show()

    def on_choices_pressed(self, message: Choices.Pressed) -> None:
        choices = self.query_one(Choices)
        if message.side == "left":
            choices.cursor = message.index
            self.action_act("keep")
        elif choices.cursor == message.index:
            self.action_act("back")
        choices.cursor = message.index
        self._show()

    def press(self, id: str) -> None:
        if id == "close":
            self.leave()
        elif id != "choose":
            self.action_act(id)
