"""Keys of one's own: a row for each action, and the next key that is pressed becomes its key."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, ClassVar

from textual import events
from textual.binding import Binding
from textual.reactive import reactive

from two_of_hearts.tui import keymap
from two_of_hearts.tui.actions import ACTIONS
from two_of_hearts.tui.key_names import written
from two_of_hearts.tui.screens.page import ListPage
from two_of_hearts.tui.widgets.choices import Choices, Row
from two_of_hearts.tui.widgets.heading import Heading
from two_of_hearts.tui.widgets.keys import Entry, Keys
from two_of_hearts.words import settings as words
from two_of_hearts.words.actions import TEXTS
from two_of_hearts.words.lexicon import _

ROWS = {action.name: action for action in ACTIONS if TEXTS[action.id][1]}
"""Every action that has a key of its own."""


class OwnKeysPage(ListPage):
    """All actions with their keys."""

    BINDINGS: ClassVar[list[Any]] = [
        Binding("pageup", "cursor(-8)", "up", show=False),
        Binding("pagedown", "cursor(8)", "down", show=False),
        Binding("enter,space", "wait", "another key", show=False, id="next"),
        Binding("backspace,delete", "reset", "back to the game's own", show=False),
        Binding("comma", "close", "close", show=False, id="settings"),
    ]

    waits: reactive[bool] = reactive(False, init=False)
    """Whether the next key that is pressed becomes the action's."""

    def ready(self) -> None:
        self.query_one(Heading).words = (_(words.KEYS_TITLE), _(words.KEYS_HINT))
        self.query_one(Choices).cursor = 0
        self._show()

    @property
    def _at_cursor(self) -> str:
        """The action at the cursor."""
        return tuple(ROWS)[self.query_one(Choices).cursor or 0]

    def watch_waits(self) -> None:
        """Say what is waited for, or what the action does."""
        self._show()

    def _show(self) -> None:
        keys = keymap.whole(self.table.preferences.config.keys)
        self.query_one(Choices).rows = tuple(
            Row(label(name), "  ".join(map(written, keys[name])), *_mark(keys[name], name))
            for name in ROWS
        )
        if self.waits:
            self._say(_(words.WAITING).format(action=label(self._at_cursor)))
        elif self.table.preferences.broken_keys:
            self._say(words.broken(str(self.table.preferences.broken_keys[0])))
        else:
            self._say(f"{ROWS[self._at_cursor].help} {words.in_file(self._at_cursor)}")
        self.query_one(Keys).entries = tuple(self._entries(keys[self._at_cursor]))

    def _say(self, text: str) -> None:
        self.query_one("#about", Heading).words = ("", text)

    def _entries(self, own: tuple[str, ...]) -> Iterable[Entry]:
        if self.waits:
            yield "leave", "esc", _(words.LEAVE_IT)
            return
        yield "choose", "↑↓", _(words.CHOOSE)
        if not self.table.preferences.broken_keys:
            yield "wait", self.table.preferences.key("next", "enter"), _(words.ANOTHER_KEY)
            if own != keymap.OURS[self._at_cursor]:
                yield "reset", written("delete"), _(words.OUR_KEY)
        yield "close", "esc", _(words.BACK_TO_SETTINGS)

    def on_key(self, event: events.Key) -> None:
        """While a key is waited for, it does nothing but become the action's."""
        if not self.waits:
            return
        event.stop()
        event.prevent_default()
        key = keymap.understood(event.key)
        if key == "escape":
            self.waits = False
        elif key is None or key in keymap.KEPT:
            self._say(_(words.CANNOT_BE))
        else:
            self._give((key,))

    def _give(self, own: tuple[str, ...]) -> None:
        """Give these keys to the action at the cursor, unless another one has one of them."""
        clash = self.table.preferences.change_key(self._at_cursor, own)
        if clash is None:
            self.waits = False
            self._show()
            return
        key, *both = clash
        other = next(name for name in both if name != self._at_cursor)
        self._say(_(words.IS_TAKEN).format(key=written(key), action=label(other)))

    def action_cursor(self, by: int) -> None:
        """Move the cursor."""
        self.query_one(Choices).move(by)
        self._show()

    def action_wait(self) -> None:
        """Wait for the new key."""
        if not self.table.preferences.broken_keys:
            self.waits = True

    def action_reset(self) -> None:
        """Give the action at the cursor back what the game gives it."""
        if not self.table.preferences.broken_keys:
            self._give(keymap.OURS[self._at_cursor])

    def on_choices_pressed(self, message: Choices.Pressed) -> None:
        choices = self.query_one(Choices)
        is_again = choices.cursor == message.index and not self.waits
        choices.cursor = message.index
        self.waits = False
        self._show()
        if is_again:
            self.action_wait()

    def press(self, id: str) -> None:
        match id:
            case "leave":
                self.waits = False
            case "wait":
                self.action_wait()
            case "reset":
                self.action_reset()
            case "close":
                self.action_close()
            case _:
                self.action_cursor(1)


def label(name: str) -> str:
    """What the page calls an action."""
    text = _(words.OWN[name]) if name in words.OWN else ROWS[name].label
    return text[:1].upper() + text[1:]


def _mark(own: tuple[str, ...], name: str) -> tuple[str, str]:
    """The signs at the ends of a row: one for what is not as the game has it."""
    return ("" if own == keymap.OURS[name] else "•", "")
