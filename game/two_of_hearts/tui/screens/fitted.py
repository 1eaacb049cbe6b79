"""What every screen and page does with the size of its window."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import events

from two_of_hearts.tui.widgets.no_room import NoRoom
from two_of_hearts.tui.widgets.room import classes

if TYPE_CHECKING:
    from textual.widget import Widget as Base
else:
    Base = object


class Fitted(Base):
    """Tells the style sheets how much room there is, and the players where there is too little."""

    ROOMY: ClassVar[int] = 24
    """How many lines a window has in which nothing needs to be drawn closer together."""

    def on_mount(self) -> None:
        self.mount(NoRoom())

    def on_resize(self, event: events.Resize) -> None:
        for name, holds in classes(event.size, self.ROOMY).items():
            self.set_class(holds, name)
