"""Settings on disk: `config.toml` made into a `Config`, or into a list of all that is wrong.

Whatever is wrong leaves its default, and the rest counts. Reading makes nothing and takes the
standard library alone, because the first screen waits for it; what only writing or a mistake
needs is imported then.
"""

from __future__ import annotations

import re
import stat
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import Any

from two_of_hearts.engine.rounds import DEFAULT_TURNS, ROUND_LENGTHS, Answering
from two_of_hearts.engine.text import flaw, printable
from two_of_hearts.errors import Trouble
from two_of_hearts.guarded import check_trusted
from two_of_hearts.words import config as words
from two_of_hearts.words.lexicon import _

MOST_BYTES = 65_536
"""How large the file may be."""

MOST_DOTS = 100
"""How many dots a line may have: reading `a.a.a.a` takes the square of its length."""

AUTO = "auto"
"""As it suits the terminal."""

LONGEST_NAME = 40
"""How many characters the name of colours may have."""

MARK = b"\xef\xbb\xbf"
"""The byte-order mark of UTF-8."""

THEMES = ("walnut", "birch", "contrast", "sixteen")
"""The names of the game's own colours, for who cannot ask the screen for all there are."""

Keys = Mapping[str, tuple[str, ...]]
"""The name of an action, and its keys."""


@dataclass(frozen=True, slots=True)
class Config:
    """What two people have chosen for their game."""

    answers: Answering = Answering.BOTH
    """Who answers, in evenings that begin from now on."""
    turns: int = DEFAULT_TURNS
    """How long a round is, in evenings that begin from now on."""
    theme: str = AUTO
    """The name of the colours, or "auto"; whether there are such is for the front end to know."""
    dimming: bool = True
    """Whether what matters less at the moment steps back."""
    animation: str = AUTO
    """Whether things move: "auto", "on" or "off"."""
    bell: bool = True
    """Whether the terminal's bell rings when a clock has run out."""
    plain: bool = False
    """Whether the game is lines of text, without a screen."""
    keys: Keys = field(default_factory=dict)
    """Keys of one's own, by the name of the action. Only their form has been looked at."""


CHOICES: dict[str, tuple[object, ...]] = {
    "answers": tuple(who.value for who in Answering),
    "turns": ROUND_LENGTHS,
    "dimming": (True, False),
    "animation": (AUTO, "on", "off"),
    "bell": (True, False),
    "plain": (True, False),
}
"""The values that a setting can have, where they can be counted."""

SETTINGS = tuple(field.name for field in fields(Config) if field.name != "keys")

Wrong = tuple[str, str, str]
"""Which setting, what is wrong, and the mend."""


@dataclass(frozen=True, slots=True)
class ConfigProblem:
    """One thing that is wrong with the settings."""

    file: str
    """The path of the file."""
    key: str
    """Which setting, as in "turns" or "keys.skip"; empty for the file as a whole."""
    wrong: str
    """What is wrong."""
    mend: str
    """What to do about it."""

    def __str__(self) -> str:
        where = f"{self.key}: " if self.key else ""
        return f"{self.file}: {where}{self.wrong} {self.mend}"


def read(path: Path) -> tuple[Config, tuple[ConfigProblem, ...]]:
    """The settings, and all that is wrong with them; where there is no file, the defaults."""
    try:
        data = content(path)
        values = parsed(data) if data is not None else {}
    except Trouble as trouble:
        return Config(), (_problem(path, "", trouble.detail, trouble.mend),)
    wrong: list[Wrong] = []
    if data is not None and data.startswith(MARK):
        wrong.append(("", _(words.MARKED), _(words.SAVE_AS_UTF8)))
    found: dict[str, Any] = {}
    for name, value in values.items():
        mistakes = list(_mistakes(name, value))
        wrong += mistakes
        if not mistakes:
            found[name] = made(name, value)
    return Config(**found), tuple(_problem(path, *each) for each in wrong)


def _problem(path: Path, key: str, wrong: str, mend: str) -> ConfigProblem:
    return ConfigProblem(printable(str(path)), words.name(key), wrong, mend)


def content(path: Path) -> bytes | None:
    """What is in the file; None where there is none.

    Raises:
        Trouble: there is something that cannot be read as settings.
    """
    check_trusted(path)
    try:
        found = path.stat()
        if stat.S_ISREG(found.st_mode) and found.st_size <= MOST_BYTES:
            return path.read_bytes()
    except (FileNotFoundError, NotADirectoryError):
        return None
    except OSError as error:
        raise _unreadable(f"{error.strerror}.", _(words.SEE_THAT_YOURS)) from error
    if stat.S_ISDIR(found.st_mode):
        raise _unreadable(_(words.FOLDER), _(words.MOVE_IT))
    if not stat.S_ISREG(found.st_mode):
        raise _unreadable(_(words.NO_FILE), _(words.MOVE_IT))
    size = _(words.TOO_LARGE).format(size=found.st_size, most=MOST_BYTES)
    raise _unreadable(size, _(words.SHORTEN))


def parsed(data: bytes) -> dict[str, Any]:
    """The values in a file.

    Raises:
        Trouble: it is no TOML; the line is named where it can be told.
    """
    import tomllib

    try:
        text = data.decode("utf-8-sig")
        for number, line in enumerate(text.splitlines(), start=1):
            if line.count(".") > MOST_DOTS and not line.startswith("#"):
                raise ValueError(f"too many dots (at line {number})")
        return tomllib.loads(text)
    except UnicodeDecodeError as error:
        raise _unreadable(_(words.NOT_UTF8), _(words.SAVE_AS_UTF8)) from error
    # Numbers of 5000 digits and lists in 5000 lists are no settings either.
    except (ValueError, RecursionError) as error:
        place = re.search(r"at line (\d+)", str(error))
        line = place[1] if place else ""
        if "overwrite" in str(error):
            again = _(words.AGAIN).format(line=line or data.count(b"\n") + 1)
            raise _unreadable(again, _(words.ONE_OF_TWO)) from error
        ends = "end of document" in str(error)
        wrong = words.BROKEN_AT if line else words.BROKEN_OFF if ends else words.BROKEN
        raise _unreadable(_(wrong).format(line=line), _(words.LIKE_THIS)) from error


def _unreadable(detail: str, mend: str) -> Trouble:
    return Trouble(_(words.UNREADABLE), detail, mend)


def made(name: str, value: Any) -> Any:
    """A sound value of the file, as `Config` has it."""
    if name == "keys":
        return {key: (one,) if isinstance(one, str) else tuple(one) for key, one in value.items()}
    return Answering(value) if name == "answers" else value


def _mistakes(name: str, value: object) -> Iterable[Wrong]:
    """What is wrong with a setting."""
    if name == "keys":
        yield from _mistakes_of_keys(value)
    elif name not in SETTINGS:
        known = (*SETTINGS, "keys")
        yield name, _(words.NO_SETTING), near(name, known, words.THERE_ARE)
    elif name == "theme":
        if not isinstance(value, str) or flaw(value, LONGEST_NAME):
            yield name, _(words.NO_VALUE).format(value=words.value(value)), _(words.A_NAME)
    # True equals 1 in Python, and 6.0 equals 6.
    elif not any(type(value) is type(one) and value == one for one in CHOICES[name]):
        wrong = _(words.NO_VALUE).format(value=words.value(value))
        choices = [words.in_toml(choice) for choice in CHOICES[name]]
        yield name, wrong, near(words.in_toml(str(value)), choices, words.ONE_OF)


def _mistakes_of_keys(table: object) -> Iterable[Wrong]:
    """What is wrong with the form of the keys; whether there are such is for the front end."""
    if not isinstance(table, dict):
        yield "keys", _(words.NO_TABLE), _(words.WRITE_KEYS)
        return
    for name, value in table.items():
        keys = value if isinstance(value, list) else [value]
        if not keys or not all(isinstance(key, str) for key in keys):
            wrong = _(words.NO_KEY_VALUE).format(value=words.value(value))
            mend = words.ABOVE_KEYS if name in SETTINGS else words.KEY_LIKE_THIS
            yield f"keys.{name}", wrong, _(mend)


def near(name: str, names: Iterable[str], otherwise: str) -> str:
    """Which of these names was meant; where none comes near, a sentence with all of them."""
    from difflib import get_close_matches

    names = list(names)
    # Of a long name only the beginning counts, so that looking for it does not take for ever.
    close = get_close_matches(name[:40], names, n=1)
    if close:
        return _(words.MEANT).format(name=close[0])
    return _(otherwise).format(names=", ".join(names))
