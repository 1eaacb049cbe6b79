"""What every screen and page does with the size of its window."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, cast

from textual import events

from two_of_hearts.tui.widgets.no_room import NoRoom
from two_of_hearts.tui.widgets.room import classes

if TYPE_CHECKING:
    from textual.screen import ModalScreen
    from textual.widget import Widget as Base
else:
    Base = object


class Fitted(Base):
    """Tells the style sheets how much room there is, and the players where there is too little."""

    ROOMY: ClassVar[int] = 24
    """How many lines a window has in which nothing needs to be drawn closer together."""

    is_laid = False
    """Whether everything on it is there."""

    def ready(self) -> None:
        """Fill it, when everything on it is there."""

    def resumed(self) -> None:
        """It is seen again, after another screen or a page."""

    def on_mount(self) -> None:
        # A screen that is left while it is being made has nothing on it, or hangs nowhere any more.
        if self.children and self.is_attached:
            self.is_laid = True
            self.mount(NoRoom())
            self.ready()

    def on_screen_resume(self) -> None:
        if self.is_laid:
            self.resumed()

    def on_resize(self, event: events.Resize) -> None:
        for name, holds in classes(event.size, self.ROOMY).items():
            self.set_class(holds, name)


class Overlay(Fitted):
    """What lies over the table, and is closed once."""

    _is_left = False

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """A key that comes before everything is there, or when it is left already, does nothing."""
        return self.is_laid and not self._is_left

    def leave(self, result: object = None) -> None:
        """Close it. A second key may come before the first has closed it, and finds it closed."""
        if not self._is_left:
            self._is_left = True
            cast("ModalScreen[object]", self).dismiss(result)
