"""Which screen shows a view.

Apart from the app, because it brings in every screen of the evening, and the first screen needs
none of them.
"""

from __future__ import annotations

from two_of_hearts.engine.state import Phase
from two_of_hearts.tui.screens.base import EveningScreen
from two_of_hearts.tui.screens.between import BetweenScreen
from two_of_hearts.tui.screens.card_table import CardTableScreen
from two_of_hearts.tui.screens.decks import DecksScreen
from two_of_hearts.tui.screens.goodbye import GoodbyeScreen
from two_of_hearts.tui.screens.moods import MoodsScreen
from two_of_hearts.view import View

SCREENS: dict[Phase, type[EveningScreen]] = {
    Phase.MOODS: MoodsScreen,
    Phase.DECKS: DecksScreen,
    Phase.BETWEEN: BetweenScreen,
    Phase.GOODBYE: GoodbyeScreen,
}
"""The screen of each phase; all others are played at the table."""


def screen_of(view: View) -> type[EveningScreen]:
    """The screen that is made for a view."""
    return SCREENS.get(view.phase, CardTableScreen)
