"""The settings: a row for each, which goes through its values; each holds at once and is kept."""

from __future__ import annotations

from typing import Any, ClassVar

from textual.binding import Binding

from two_of_hearts.config import AUTO, CHOICES
from two_of_hearts.tui.actions import BY_ID
from two_of_hearts.tui.screens.page import ListPage
from two_of_hearts.tui.widgets.choices import Choices, Row
from two_of_hearts.tui.widgets.heading import Heading
from two_of_hearts.tui.widgets.keys import Keys
from two_of_hearts.words import settings as words
from two_of_hearts.words.lexicon import _

ROWS = tuple(words.LABELS)
"""The settings, in the order of the page; the last one is a page of its own."""


class SettingsPage(ListPage):
    """What holds for this house, with the values at the right."""

    BINDINGS: ClassVar[list[Any]] = [
        Binding("enter,space", "change(1)", "change", show=False, id="next"),
        Binding("right", "change(1)", "next value", show=False),
        Binding("left", "change(-1)", "value before", show=False),
        Binding("comma", "close", "close", show=False, id="settings"),
    ]

    def ready(self) -> None:
        self.query_one(Choices).cursor = 0
        self._show()

    def resumed(self) -> None:
        """Keys may have changed meanwhile."""
        self._show()

    @property
    def _at_cursor(self) -> str:
        """The setting at the cursor."""
        return ROWS[self.query_one(Choices).cursor or 0]

    def _show(self) -> None:
        chosen = self.table.preferences
        self.query_one(Heading).words = (_(words.TITLE), words.where(chosen.file))
        self.query_one(Choices).rows = tuple(
            Row(_(words.LABELS[name]), self._value(name)) for name in ROWS
        )
        about = _(words.ABOUT[self._at_cursor]).format(
            **{name: chosen.key_of(BY_ID[id]) for name, id in HERE.items()}
        )
        held = chosen.config.animation == "on" and self.app.animation_level == "none"
        if self._at_cursor == "animation" and held:
            about = _(words.STILL)
        self.query_one("#about", Heading).words = ("", about)
        does = words.OPEN if self._at_cursor == "keys" else words.CHANGE
        self.query_one(Keys).entries = (
            ("choose", "↑↓", _(words.CHOOSE)),
            ("change", chosen.key("next", "enter"), _(does)),
            *([] if self._at_cursor == "keys" else [("back", "←", _(words.VALUE_BEFORE))]),
            ("close", "esc", _(words.BACK)),
        )

    def _value(self, name: str) -> str:
        config = self.table.preferences.config
        if name == "keys":
            return words.how_many_keys(len(config.keys))
        return words.shown(name, getattr(config, name))

    def action_cursor(self, by: int) -> None:
        """Move the cursor."""
        self.query_one(Choices).move(by)
        self._show()

    def action_change(self, by: int) -> None:
        """Go on to the next value of the setting at the cursor, or back."""
        name, chosen = self._at_cursor, self.table.preferences
        if name == "keys":
            from two_of_hearts.tui.screens.own_keys import OwnKeysPage

            self.app.push_screen(OwnKeysPage())
            return
        values = (AUTO, *chosen.themes) if name == "theme" else CHOICES[name]
        place = values.index(getattr(chosen.config, name))
        chosen.change(name, values[(place + by) % len(values)])
        self._show()

    def on_choices_pressed(self, message: Choices.Pressed) -> None:
        self.query_one(Choices).cursor = message.index
        self.action_change(1)
        self._show()

    def press(self, id: str) -> None:
        match id:
            case "close":
                self.action_close()
            case "change":
                self.action_change(1)
            case "back":
                self.action_change(-1)
            case _:
                self.action_cursor(1)


HERE = {"answering": "answering", "turns": "turns"}
"""The actions whose keys the page names."""
