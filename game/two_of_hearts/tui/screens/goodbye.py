"""Goodbye: a kind word, and what the evening leaves: plans, kept cards, written words."""

from __future__ import annotations

from collections.abc import Iterable

from textual.app import ComposeResult

from two_of_hearts.tui.actions import Action
from two_of_hearts.tui.screens.base import EveningScreen
from two_of_hearts.tui.widgets.heading import Heading
from two_of_hearts.tui.widgets.keys import Keys
from two_of_hearts.tui.widgets.lines import Lines
from two_of_hearts.tui.widgets.seats import Seats
from two_of_hearts.view import View
from two_of_hearts.words import actions as words
from two_of_hearts.words import pages, table


class GoodbyeScreen(EveningScreen):
    """The end of the evening. Everything is saved."""

    OWN = ("keepsake",)

    def compose(self) -> ComposeResult:
        yield Seats().data_bind(EveningScreen.view)
        yield Heading()
        yield Lines()
        yield Keys()

    def lay(self, view: View) -> None:
        super().lay(view)
        self.query_one(Heading).words = (view.headline, view.hint)
        self.query_one(Lines).items = tuple(_left(view))

    def offers(self, action: Action, view: View) -> bool:
        if action.id == "keepsake":
            return view.round > 0
        return action.id == "next" or super().offers(action, view)

    def label(self, action: Action, view: View) -> str:
        match action.id:
            case "next":
                return words.close_box()
            case "undo":
                return words.back_to_table()
            case _:
                return super().label(action, view)

    def action_act(self, id: str) -> None:
        super().action_act("quit" if id == "next" else id)


def _left(view: View) -> Iterable[tuple[str, str]]:
    """What the evening leaves, each with its sign; plans first."""
    if view.plans:
        yield "", pages.your_plans()
        yield from (("▸", text) for text in view.plans)
    if view.kept:
        yield "", pages.kept_cards()
        yield from (("♥", text) for text in view.kept)
    if view.notes:
        yield "", pages.written_words()
        yield from (("✎", table.note(whose, text)) for whose, text in view.notes)
