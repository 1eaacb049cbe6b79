"""Which deck to play, best fit first."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import Horizontal

from two_of_hearts.tui.screens.base import EveningScreen
from two_of_hearts.tui.screens.choosing import ChoosingScreen
from two_of_hearts.tui.widgets.box import Box
from two_of_hearts.tui.widgets.choices import Choices
from two_of_hearts.tui.widgets.heading import Heading
from two_of_hearts.tui.widgets.keys import Keys
from two_of_hearts.tui.widgets.seats import Seats
from two_of_hearts.view import View
from two_of_hearts.words import table as words


class DecksScreen(ChoosingScreen):
    """A row for each deck, with how it fits and how much of it is still unseen.

    Where there is room the deck at the cursor lies beside the list.
    """

    def compose(self) -> ComposeResult:
        yield Seats().data_bind(EveningScreen.view)
        yield Heading()
        with Horizontal():
            yield Choices()
            yield Box()
        yield Heading(id="about")
        yield Keys()

    def hint(self, view: View) -> str:
        return words.best_first(view.next_turns, view.answering)

    def describe(self, view: View) -> None:
        super().describe(view)
        cursor = self.query_one(Choices).cursor
        if cursor is not None and cursor < len(view.offers):
            offer = view.offers[cursor]
            self.query_one(Box).deck = (offer.label, offer.print)
