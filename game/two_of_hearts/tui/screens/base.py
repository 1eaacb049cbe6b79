"""What all screens of the evening share: one view, the keys, and a word when there is no room."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any, ClassVar, cast

from textual.reactive import reactive
from textual.screen import Screen

from two_of_hearts.tui.actions import ACTIONS, BY_ID, Action, bindings, label_of, move_of
from two_of_hearts.tui.screens.fitted import Fitted
from two_of_hearts.tui.widgets.keys import Keys
from two_of_hearts.view import View

if TYPE_CHECKING:
    from two_of_hearts.tui.app import TableApp


class EveningScreen(Fitted, Screen[None]):
    """A screen of the evening. It owns the view and binds it into its panels."""

    AUTO_FOCUS = None
    BINDINGS: ClassVar[list[Any]] = bindings()

    COMMON: ClassVar[tuple[str, ...]] = (
        *("undo", "cards", "album", "limits", "settings", "help", "quit"),
    )
    """The actions without a move that every evening screen has."""

    OWN: ClassVar[tuple[str, ...]] = ()
    """The actions without a move that only this one has."""

    view: reactive[View | None] = reactive(None, bindings=True, repaint=False)

    @property
    def table(self) -> TableApp:
        """The app, which holds the session."""
        return cast("TableApp", self.app)

    def ready(self) -> None:
        self.watch_view(self.view)

    def resumed(self) -> None:
        """Keys may have changed while a page lay over the table."""
        self.watch_view(self.view)

    def watch_view(self, view: View | None) -> None:
        """A view that comes before the widgets do waits for them."""
        if view is not None and self.is_laid:
            self.lay(view)

    def lay(self, view: View) -> None:
        """Show a view. Panels that are bound to it repaint by themselves; the footer follows."""
        self.query_one(Keys).entries = tuple(self.entries(view))

    def entries(self, view: View) -> Iterable[tuple[str, str, str]]:
        """What the footer shows: everything that is legal now."""
        for action in ACTIONS:
            if self.offers(action, view):
                key = self.table.preferences.key_of(action)
                yield action.id, key, self.label(action, view)

    def label(self, action: Action, view: View) -> str:
        """What the footer calls an action."""
        return label_of(action, view)

    def offers(self, action: Action, view: View) -> bool:
        """Whether an action can be used now."""
        if action.moves:
            return move_of(action, view) is not None
        match action.id:
            case "next":
                return view.natural is not None
            case "undo":
                return view.can_undo
            case "cards":
                return bool(view.cards)
            case "note":
                return view.writer is not None
            case _:
                return action.id in self.COMMON or action.id in self.OWN

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        if action != "act" or not self.is_laid:
            return self.is_laid
        view = self.table.view
        return view is not None and self.offers(BY_ID[str(parameters[0])], view)

    def action_act(self, id: str) -> None:
        """Do what a key, a click on the footer or the palette asks for."""
        action, view = BY_ID[id], self.table.view
        if view is None or not self.offers(action, view):
            return
        move = view.natural if id == "next" else move_of(action, view)
        if move is not None:
            self.table.play(move)
        elif id == "undo":
            self.table.undo()
        elif id == "quit":
            self.table.exit()
        else:
            self.table.open_page(id)

    def on_keys_pressed(self, message: Keys.Pressed) -> None:
        self.press(message.action)

    def press(self, id: str) -> None:
        """A click on an entry of the footer.

        Not the handler itself, because Textual calls the handlers of all base classes.
        """
        self.action_act(id)
