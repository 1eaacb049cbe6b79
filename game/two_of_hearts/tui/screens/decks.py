"""Which deck to play, best fit first."""

from __future__ import annotations

from two_of_hearts.engine.rounds import Answering
from two_of_hearts.tui.screens.choosing import ChoosingScreen
from two_of_hearts.view import View


class DecksScreen(ChoosingScreen):
    """A row for each deck, with how it fits and how much of it is still unseen."""

    def hint(self, view: View) -> str:
        both = view.answering is Answering.BOTH
        who = "both answer each question" if both else "only the drawer answers"
        return f"Best fit first. {view.next_turns} turns a round, {who}."
