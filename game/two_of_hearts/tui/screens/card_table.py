"""The table: the card, whose turn it is, who speaks and who listens, the hand-over, the thanks."""

from __future__ import annotations

from time import monotonic

from textual.app import ComposeResult
from textual.timer import Timer

from two_of_hearts.engine.state import Phase
from two_of_hearts.tui.actions import Action
from two_of_hearts.tui.screens.base import EveningScreen
from two_of_hearts.tui.widgets.card import Card
from two_of_hearts.tui.widgets.egg_timer import EggTimer
from two_of_hearts.tui.widgets.hint import Hint
from two_of_hearts.tui.widgets.keys import Keys
from two_of_hearts.tui.widgets.seats import Seats
from two_of_hearts.view import View
from two_of_hearts.words import actions as words

QUIET = "-quiet"
"""The class of a table of which only the card is seen."""

SECONDS_TO_QUIET = 8.0
"""How long a card lies open until everything else dims."""

OPEN_CARD = (Phase.ANSWER, Phase.REPLY, Phase.TOGETHER, Phase.SAY, Phase.RESPOND)
"""The phases in which two people look at each other and not at a screen."""


class CardTableScreen(EveningScreen):
    """The card in the middle, the partners above it, and a quiet line below."""

    def compose(self) -> ComposeResult:
        yield Seats().data_bind(EveningScreen.view)
        yield Card().data_bind(EveningScreen.view)
        yield EggTimer().data_bind(EveningScreen.view)
        yield Hint().data_bind(EveningScreen.view)
        yield Keys()

    _stillness: Timer | None = None
    _touched = 0.0

    def ready(self) -> None:
        super().ready()
        self._awake()

    def lay(self, view: View) -> None:
        super().lay(view)
        self._awake()

    def on_key(self) -> None:
        """Whatever is pressed brings the table back, and acts at once."""
        self._awake()

    def on_mouse_move(self) -> None:
        self._awake()

    def _awake(self) -> None:
        """Everything is there again; some seconds after this only the card is."""
        self._touched = monotonic()
        self.remove_class(QUIET)
        if self._stillness is None and self._may_be_quiet():
            self._stillness = self.set_timer(SECONDS_TO_QUIET, self._be_quiet)

    def _may_be_quiet(self) -> bool:
        is_open = self.view is not None and self.view.phase in OPEN_CARD
        return is_open and self.table.preferences.config.dimming

    def _be_quiet(self) -> None:
        """One timer at a time, however often a mouse moves: it waits for what is left."""
        self._stillness = None
        if self._may_be_quiet():
            left = SECONDS_TO_QUIET - (monotonic() - self._touched)
            if left > 0:
                self._stillness = self.set_timer(left, self._be_quiet)
            else:
                self.add_class(QUIET)

    def offers(self, action: Action, view: View) -> bool:
        if action.id == "clock":
            return view.card is not None and view.card.clock is not None
        return super().offers(action, view)

    def label(self, action: Action, view: View) -> str:
        if action.id == "clock":
            clock = self.query_one(EggTimer).clock
            return words.clock(clock is not None and clock.is_running)
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
