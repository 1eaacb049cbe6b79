"""A screen that asks for a choice from a list: moods, decks, what comes after a round."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, ClassVar

from textual.app import ComposeResult
from textual.binding import Binding

from two_of_hearts.engine import moves as mv
from two_of_hearts.tui.actions import Action
from two_of_hearts.tui.screens.base import EveningScreen
from two_of_hearts.tui.widgets.choices import Choices, Row
from two_of_hearts.tui.widgets.heading import Heading
from two_of_hearts.tui.widgets.keys import Entry, Keys
from two_of_hearts.tui.widgets.seats import Seats
from two_of_hearts.view import View
from two_of_hearts.words import actions as words


class ChoosingScreen(EveningScreen):
    """Partners, a question, a list, keys. Enter takes the row with the cursor."""

    BINDINGS: ClassVar[list[Any]] = [
        Binding("up", "cursor(-1)", "up", show=False),
        Binding("down", "cursor(1)", "down", show=False),
    ]

    ROOMY = 28

    def compose(self) -> ComposeResult:
        yield Seats().data_bind(EveningScreen.view)
        yield Heading()
        yield Choices()
        yield Heading(id="about")
        yield Keys()

    def rows(self, view: View) -> tuple[Row, ...]:
        """The list."""
        return tuple(Row(offer.label, offer.note, print=offer.print) for offer in view.offers)

    def first(self, view: View) -> int | None:
        """Where the cursor stands at first."""
        places = [i for i, offer in enumerate(view.offers) if offer.move == view.natural]
        return places[0] if places else None

    def about(self, view: View, row: int | None) -> str:
        """What is said of the row with the cursor."""
        return view.offers[row].about if row is not None else ""

    def chosen(self, view: View, row: int, side: str) -> mv.Move | None:
        """The move of a row, chosen by Enter or by a click at one of its sides."""
        return view.offers[row].move

    def hint(self, view: View) -> str:
        """The quiet line under the question."""
        return view.hint

    def entries(self, view: View) -> Iterable[Entry]:
        first, *rest = super().entries(view)
        return first, ("choose", "↑↓", words.choose()), *rest

    def press(self, id: str) -> None:
        if id == "choose":
            self.action_cursor(1)
        else:
            super().press(id)

    def label(self, action: Action, view: View) -> str:
        cursor = self.query_one(Choices).cursor
        if action.id == "next" and view.offers and cursor is not None:
            return view.offers[cursor].label
        return super().label(action, view)

    def lay(self, view: View) -> None:
        choices = self.query_one(Choices)
        self.query_one(Heading).words = (view.headline, self.hint(view))
        rows = self.rows(view)
        # A row that changes its words is still the row that the cursor stands on.
        is_another_list = len(rows) != len(choices.rows)
        choices.rows = rows
        if is_another_list:
            choices.cursor = self.first(view)
        # Only now, because the footer names the row with the cursor.
        super().lay(view)
        self.describe(view)

    def resumed(self) -> None:
        """Come back to the list as to a new one."""
        super().resumed()
        if self.view is not None:
            self.query_one(Choices).cursor = self.first(self.view)
            self.describe(self.view)

    def describe(self, view: View) -> None:
        """Say more of the row with the cursor, and name in the footer what Enter does with it."""
        cursor = self.query_one(Choices).cursor
        self.query_one("#about", Heading).words = ("", self.about(view, cursor))
        self.query_one(Keys).entries = tuple(self.entries(view))

    def action_cursor(self, by: int) -> None:
        """Move the cursor."""
        self.query_one(Choices).move(by)
        if self.view is not None:
            self.describe(self.view)

    def action_act(self, id: str) -> None:
        cursor, view = self.query_one(Choices).cursor, self.table.view
        if id == "next" and view is not None and view is self.view and cursor is not None:
            self._take(view, cursor, "enter")
        else:
            super().action_act(id)

    def _take(self, view: View, row: int, side: str) -> None:
        if move := self.chosen(view, row, side):
            self.table.play(move)

    def on_choices_scrolled(self, message: Choices.Scrolled) -> None:
        self.action_cursor(message.by)

    def on_choices_pressed(self, message: Choices.Pressed) -> None:
        if self.view is not None:
            self._take(self.view, message.index, message.side)
