"""Which screen shows a view, and what the palette holds for it.

Apart from the app, because it brings in every screen of the evening, and the first screen needs
none of them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial

from textual.app import SystemCommand
from textual.screen import Screen

from two_of_hearts.engine import moves as mv
from two_of_hearts.engine.state import Phase
from two_of_hearts.tui.actions import ACTIONS
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

LISTED = (
    mv.PickMood,
    mv.ShareMood,
    mv.SetTurns,
    mv.TakeDeck,
    mv.SurpriseUs,
    mv.BringBack,
    mv.PlayOn,
    mv.Lighten,
    mv.ChangeDeck,
)
"""Moves that stand in the palette one by one, beside the actions."""


def screen_of(view: View) -> type[EveningScreen]:
    """The screen that is made for a view."""
    return SCREENS.get(view.phase, CardTableScreen)


def commands(
    screen: Screen[object], view: View, play: Callable[[mv.Move], object]
) -> Iterable[SystemCommand]:
    """Whatever the screen's keys do now, and every row of its list, by name."""
    if not isinstance(screen, EveningScreen):
        return
    for action in ACTIONS:
        if screen.offers(action, view):
            label = screen.label(action, view).capitalize()
            yield SystemCommand(label, action.help or label, partial(screen.action_act, action.id))
    for move, label in zip(view.moves, view.labels, strict=True):
        if isinstance(move, LISTED):
            yield SystemCommand(label, "", partial(play, move))
