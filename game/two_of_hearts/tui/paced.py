"""An app that paints as fast as its terminal reads, and no faster."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from rich.console import RenderableType
from textual import on
from textual.app import App
from textual.driver import Driver
from textual.screen import Screen

if TYPE_CHECKING:
    from two_of_hearts.tui.terminal import TableDriver
    from two_of_hearts.tui.thin import Picture


class PacedApp(App[None]):
    """Leaves out pictures that nobody would see in time.

    On a line that keeps up, all goes as Textual has it. Where a reader is far behind, pictures are
    left out until all is read, and then comes the present one. On a slow line only those signs are
    sent that have changed, and never more than one picture at a time.
    """

    _owes = False
    _picture: Picture | None = None

    def get_driver_class(self) -> type[Driver]:
        """Our own driver where Textual would take its own for a real terminal."""
        usual = super().get_driver_class()
        if usual.__name__ != "LinuxDriver":
            return usual
        from two_of_hearts.tui.terminal import TableDriver

        return TableDriver

    def _display(self, screen: Screen[Any], renderable: RenderableType | None) -> None:
        driver = self._line
        if driver is None or renderable is None or self._batch_count or not self._running:
            super()._display(screen, renderable)
            return
        if driver.on_free is None:
            driver.on_free = self._catch_up
        if driver.speed:
            if self._picture is None:
                from two_of_hearts.tui.thin import Picture

                self._picture = Picture(self.console)
            self._picture.lay(renderable, self.size)
            if driver.is_free:
                driver.write(self._picture.changes())
            self.post_display_hook()
        elif driver.is_behind:
            self._owes = True
            self.post_display_hook()
        else:
            super()._display(screen, renderable)

    @property
    def _line(self) -> TableDriver | None:
        """The driver, where it is ours."""
        return cast("TableDriver", self._driver) if hasattr(self._driver, "on_free") else None

    def _catch_up(self) -> None:
        """All was read: what was left out meanwhile is painted."""
        if not self._running or self._line is None:
            return
        if self._picture is not None:
            self._line.write(self._picture.changes())
        elif self._owes:
            self._owes = False
            self.screen.refresh()

    @on(Driver.SignalResume)
    def _paint_again(self) -> None:
        """Back from Ctrl+Z: somebody else has painted here."""
        self._picture = None
        self.screen.refresh(layout=True)
