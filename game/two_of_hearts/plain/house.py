"""What every part of the plain mode needs: the talk, the settings as they hold, and the decks."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path
from typing import Any

from two_of_hearts.actions import ACTIONS
from two_of_hearts.config import Config, made
from two_of_hearts.engine.text import BadName
from two_of_hearts.errors import Trouble
from two_of_hearts.journal import Journal
from two_of_hearts.keeping import Keeping
from two_of_hearts.library import Library
from two_of_hearts.plain.doing import SIGNS
from two_of_hearts.plain.talk import Talk
from two_of_hearts.plain.timer import CardTimer
from two_of_hearts.words import flaws
from two_of_hearts.words import plain as words
from two_of_hearts.words import settings as told
from two_of_hearts.words.lexicon import _


@dataclass(slots=True)
class House:
    """The things that lie about while two people play."""

    talk: Talk
    """Lines in and out."""
    journal: Journal
    """Where evenings are kept."""
    library: Library
    """The decks."""
    now: Callable[[], datetime]
    """Gives the present moment, with a time zone."""
    timer: CardTimer
    """The clock of the card on the table."""
    config: Config
    """The settings as they hold now."""
    path: Path | None = None
    """The file to keep changes of them in; None where they hold for tonight."""
    has_told: bool = field(default=False, init=False)
    """Whether it was said that they cannot be kept."""

    def keeping(self) -> Keeping:
        """What was kept of all evenings.

        Raises:
            Trouble: the journal cannot be read.
        """
        return Keeping(self.journal, self.library.decks, self.now)

    def change(self, name: str, value: Any) -> None:
        """Choose another value for a setting. Where it cannot be kept it holds for tonight, which
        is told once."""
        self.config = replace(self.config, **{name: made(name, value)})
        if self.path is None:
            return
        from two_of_hearts import config_write

        try:
            config_write.write(self.path, {name: value}, keys_in_file())
            self.has_told = False
        except Trouble as trouble:
            if not self.has_told:
                self.tell(trouble)
                self.talk.say(_(told.FOR_TONIGHT))
            self.has_told = True

    def tell(self, trouble: Trouble) -> None:
        """Say what is wrong, and the mend."""
        self.talk.say(words.sentence(trouble.title), trouble.detail, trouble.mend)

    @contextmanager
    def telling(self) -> Iterator[None]:
        """Whatever a player can be told of is told, and the game goes on."""
        try:
            yield
        except Trouble as trouble:
            self.tell(trouble)
        except BadName as error:
            self.talk.say(flaws.of_name(error.flaw))


def keys_in_file() -> dict[str, str | list[str]]:
    """The game's own keys, for the comments of a new file of settings."""
    keys: dict[str, str | list[str]] = {}
    for action in ACTIONS:
        own = [SIGNS.get(key, key) for key in action.key.split(",")]
        keys[action.name] = own[0] if len(own) == 1 else own
    return keys
