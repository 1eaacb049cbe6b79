"""The palette's list of colours: what is chosen there is kept, like on the page of settings."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, cast

from textual.theme import ThemeProvider

if TYPE_CHECKING:
    from two_of_hearts.tui.app import TableApp


class KeptThemes(ThemeProvider):
    """All colours by name, the game's own first."""

    @property
    def commands(self) -> list[tuple[str, Callable[[], None]]]:
        preferences = cast("TableApp", self.app).preferences
        return [(name, partial(preferences.change, "theme", name)) for name in preferences.themes]
