"""The table: the card, whose turn it is, who speaks and who listens, the hand-over, the thanks."""

from __future__ import annotations

from textual.app import ComposeResult

from two_of_hearts.tui.actions import Action
from two_of_hearts.tui.screens.base import EveningScreen
from two_of_hearts.tui.widgets.card import Card
from two_of_hearts.tui.widgets.egg_timer import EggTimer
from two_of_hearts.tui.widgets.hint import Hint
from two_of_hearts.tui.widgets.keys import Keys
from two_of_hearts.tui.widgets.seats import Seats
from two_of_hearts.view import View


class CardTableScreen(EveningScreen):
    """The card in the middle, the partners above it, and a quiet line below."""

    def compose(self) -> ComposeResult:
        yield Seats().data_bind(EveningScreen.view)
        yield Card().data_bind(EveningScreen.view)
        yield EggTimer().data_bind(EveningScreen.view)
        yield Hint().data_bind(EveningScreen.view)
        yield Keys()

    def offers(self, action: Action, view: View) -> bool:
        if action.id == "clock":
            return view.card is not None and view.card.clock is not None
        return super().offers(action, view)

    def label(self, action: Action, view: View) -> str:
        if action.id == "clock":
            clock = self.query_one(EggTimer).clock
            return "pause the clock" if clock and clock.is_running else "start the clock"
        return super().label(action, view)

    def action_act(self, id: str) -> None:
        if id == "clock":
            self.query_one(EggTimer).toggle()
            if self.view is not None:
                self.lay(self.view)
        else:
            super().action_act(id)

    def on_egg_timer_ran_out(self) -> None:
        """The clock ends nothing; it may ring, for those who look at each other meanwhile."""
        if self.table.preferences.config.bell:
            self.app.bell()
        if self.view is not None:
            self.lay(self.view)

    def on_card_pressed(self) -> None:
        self.action_act("next")
