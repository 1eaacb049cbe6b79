"""What the palette holds: whatever the keys of a screen do, and every row of its list, by name."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial
from typing import TYPE_CHECKING

from textual.app import SystemCommand
from textual.await_complete import AwaitComplete
from textual.command import CommandList, CommandPalette
from textual.screen import Screen

from two_of_hearts.engine import moves as mv
from two_of_hearts.tui.actions import ACTIONS, BY_ID
from two_of_hearts.tui.screens.base import EveningScreen
from two_of_hearts.tui.screens.page import Page
from two_of_hearts.tui.screens.welcome import WelcomeScreen
from two_of_hearts.tui.widgets.keys import Keys
from two_of_hearts.view import View

if TYPE_CHECKING:
    from two_of_hearts.tui.app import TableApp

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


class Palette(CommandPalette):
    """Textual's palette, closing once: a second Enter may come before the first has closed it."""

    _is_left = False

    def dismiss(self, result: None = None) -> AwaitComplete:
        if self._is_left:
            return AwaitComplete()
        self._is_left = True
        return super().dismiss(result)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """A key for the list waits until the list has its place: before, Textual would end the
        program."""
        if action == "command_list":
            return any(found.scrollable_content_region for found in self.query(CommandList))
        return super().check_action(action, parameters)


def commands(app: TableApp, screen: Screen[object]) -> Iterable[SystemCommand]:
    """What can be done on a screen, each with its name and what it does."""
    if isinstance(screen, EveningScreen) and app.view is not None:
        yield from _of_evening(app, screen, app.view)
    elif isinstance(screen, Page | WelcomeScreen):
        for id, _key, label in screen.query_one(Keys).entries:
            action = BY_ID.get(id)
            yield _command(label, action.help if action else "", partial(_press, screen, id))


def _press(screen: Page | WelcomeScreen, id: str) -> None:
    """Do what an entry says, unless the screen was left while the palette closed."""
    if screen.is_current and screen.is_laid:
        screen.press(id)


def _of_evening(app: TableApp, screen: EveningScreen, view: View) -> Iterable[SystemCommand]:
    for action in ACTIONS:
        if screen.offers(action, view):
            label = screen.label(action, view)
            yield _command(label, action.help, partial(screen.action_act, action.id))
    for move, label in zip(view.moves, view.labels, strict=True):
        if isinstance(move, LISTED):
            yield SystemCommand(label, "", partial(app.play, move))


def _command(label: str, help: str, does: partial[None]) -> SystemCommand:
    """An entry, which begins with a capital."""
    return SystemCommand(label[:1].upper() + label[1:], help or label, does)
