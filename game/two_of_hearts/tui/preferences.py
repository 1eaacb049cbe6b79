"""The settings as they hold now: put into effect, shown, changed, and kept in the file.

Nothing of it waits for a file: what cannot be kept holds for tonight, and is said so once.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from two_of_hearts.config import AUTO, Config, ConfigProblem, made, near
from two_of_hearts.engine.partners import Partner
from two_of_hearts.engine.text import printable
from two_of_hearts.errors import Trouble
from two_of_hearts.tui.key_names import in_words, written
from two_of_hearts.tui.pace import line_speed, may_move, slow_line
from two_of_hearts.tui.theme import OWN, fitting
from two_of_hearts.words import settings as words
from two_of_hearts.words.config import NO_VALUE, value
from two_of_hearts.words.lexicon import _

if TYPE_CHECKING:
    from two_of_hearts.tui.actions import Action
    from two_of_hearts.tui.app import TableApp

MOST_TOLD = 4
"""How many problems are told at the start; a notice has only so much room."""


class Preferences:
    """What the two have chosen.

    Args:
        app: the app that it is put into effect in.
        config: the settings as they were read.
        path: the file to keep changes in; None where there is none.
        problems: what was wrong with it.
    """

    keymap: Mapping[str, str]
    """Every action with its keys, by Textual's names; empty while all are the game's own."""

    broken_keys: tuple[ConfigProblem, ...]
    """Why the keys in the file do not count."""

    def __init__(
        self,
        app: TableApp,
        config: Config,
        path: Path | None,
        problems: Iterable[ConfigProblem] = (),
    ) -> None:
        self.config = config
        self.path = path
        self.keymap = {}
        self.problems = list(problems)
        self._app = app
        self._has_told = False
        self._dress()
        self._move()
        self._take_keys()

    @property
    def file(self) -> str:
        """The path of the file, fit for a screen; empty where there is none."""
        return printable(str(self.path)) if self.path else ""

    @property
    def themes(self) -> tuple[str, ...]:
        """The names of all colours, the game's own first."""
        own = tuple(theme.name for theme in OWN)
        return (*own, *sorted(self._app.available_themes.keys() - set(own)))

    def _move(self) -> None:
        """Let cards move, or hold them still."""
        moves = may_move(self.config.animation, os.environ, line_speed())
        self._app.animation_level = "full" if moves else "none"

    def _dress(self) -> None:
        """Put the colours on; those that suit the terminal where there are none of that name."""
        for theme in OWN:
            self._app.register_theme(theme)
        if self.config.theme not in (AUTO, *self.themes):
            wrong = _(NO_VALUE).format(value=value(self.config.theme))
            mend = near(self.config.theme, self.themes, words.SEE_THEMES)
            self.problems.append(ConfigProblem(self.file, "theme", wrong, mend))
            self.config = replace(self.config, theme=AUTO)
        self._wear(self.config.theme)

    def _wear(self, name: str) -> None:
        """Put colours on, by their name."""
        # Sixteen colours take a fifth of the bytes that more of them would.
        colours = "standard" if slow_line() else self._app.console.color_system
        fits = fitting(colours, self._app.no_color)
        self._app.theme = fits if name == AUTO else name

    def _take_keys(self) -> None:
        """Keys of one's own count when nothing at all is wrong with them."""
        if self.config.keys:
            from two_of_hearts.tui import keymap  # only for those who have such keys

            keys = self.config.keys
            self.problems += [ConfigProblem(self.file, *each) for each in keymap.check(keys)]
            self.keymap = keymap.for_textual(keys)
            self.config = replace(self.config, keys=keymap.normal(keys))
        self.broken_keys = tuple(p for p in self.problems if p.key.split(".")[0] == "keys")
        if self.broken_keys:
            self.keymap = {}
            self.config = replace(self.config, keys={})

    def begin(self) -> None:
        """When the app is there: give it the keys, and tell what is wrong with the file."""
        if self.keymap:
            self._app.set_keymap(self.keymap)
        if self.problems:
            told = [f"{p.key}: {p.wrong} {p.mend}".removeprefix(": ") for p in self.problems]
            more = len(told) - MOST_TOLD
            if more > 0:
                told[MOST_TOLD:] = [words.and_more(more)]
            self._app.tell("\n".join((*told, self.file)), _(words.PROBLEMS), seconds=20)

    def key(self, name: str, ours: str) -> str:
        """An action's key as the footer writes it.

        Args:
            name: what config.toml calls the action.
            ours: the game's own keys for it, by Textual's names.
        """
        return written(self.keymap.get(name, ours))

    def key_of(self, action: Action) -> str:
        """An action's key as the footer writes it."""
        return self.key(action.name, action.key)

    def keys_of(self, action: Action) -> str:
        """All keys of an action, by Textual's names."""
        return self.keymap.get(action.name, action.key)

    def own_key(self, partner: Partner) -> str:
        """A partner's own key as the footer writes it."""
        return self.key("left" if partner is Partner.A else "right", partner.value)

    @property
    def going_on(self) -> str:
        """The key for the natural next thing, as a sentence writes it."""
        return in_words(self.keymap.get("next", "enter,space"))

    def change(self, name: str, value: Any) -> None:
        """Choose another value for a setting; it holds at once."""
        self.config = replace(self.config, **{name: made(name, value)})
        if name == "theme":
            self._wear(self.config.theme)
        elif name == "animation":
            self._move()
        self._keep(name, value)

    def change_key(self, name: str, own: tuple[str, ...]) -> tuple[str, str, str] | None:
        """Give an action other keys, as config.toml has them; they hold at once.

        Returns:
            A key that it cannot have, with the names of the two actions that would meet; then
            nothing has changed.
        """
        from two_of_hearts.tui import keymap

        keys = {**self.config.keys, name: own}
        if own == keymap.OURS[name]:
            del keys[name]
        if clash := next(keymap.clashes(keymap.whole(keys)), None):
            return clash
        self.config = replace(self.config, keys=keys)
        self.keymap = keymap.for_textual(keys) if keys else {}
        self._app.set_keymap(self.keymap)
        self._keep(f"keys.{name}", keymap.in_file(own) if name in keys else None)
        return None

    def _keep(self, name: str, value: object) -> None:
        """Write a change to the file. Where that fails it holds for tonight, which is told once."""
        if self.path is None:
            return
        from two_of_hearts import config_write
        from two_of_hearts.tui import keymap

        ours = {action: keymap.in_file(keys) for action, keys in keymap.OURS.items()}
        try:
            config_write.write(self.path, {name: value}, ours)
            self._has_told = False
        except Trouble as trouble:
            if not self._has_told:
                tonight = _(words.FOR_TONIGHT)
                self._app.tell(f"{trouble.detail} {trouble.mend} {tonight}", trouble.title)
            self._has_told = True
