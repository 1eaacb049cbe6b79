"""Keys of one's own: which names and keys there are, and which two would meet.

A keymap is a whole one, with every action in it. Textual lets an action go whose own key another
one takes, and does not say so; hence nothing is given to it that has not been looked at here.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from enum import Flag, auto
from itertools import combinations

from rich.cells import cell_len
from textual.keys import REPLACED_KEYS, key_to_character
from textual.keys import Keys as TextualKeys

from two_of_hearts.config import SETTINGS, Keys, Wrong, near
from two_of_hearts.tui.actions import ACTIONS
from two_of_hearts.words import keys as words
from two_of_hearts.words.config import ABOVE_KEYS
from two_of_hearts.words.lexicon import _


class Place(Flag):
    """Where an action can be of use. Two may share a key where they never meet."""

    WELCOME = auto()
    MOODS = auto()
    DECKS = auto()
    TABLE = auto()
    BETWEEN = auto()
    GOODBYE = auto()
    CARDS = auto()
    """The page with the cards of the evening."""
    LIMITS = auto()
    """The page with what is off-limits."""
    ALBUM = auto()
    """The page that looks back."""


ANY = ~Place(0)
CARD = Place.TABLE | Place.BETWEEN | Place.GOODBYE | Place.CARDS

PLACES = {
    "skip": Place.TABLE,
    "more": CARD,
    "note": Place.TABLE,
    "keepsake": Place.GOODBYE | Place.ALBUM,
    "erase": Place.ALBUM,
    "free": Place.TABLE,
    "clock": Place.TABLE,
    "left": Place.MOODS | Place.BETWEEN | Place.LIMITS,
    "right": Place.MOODS | Place.BETWEEN | Place.LIMITS,
    "turns": Place.DECKS,
    "answering": Place.DECKS,
    "moods": Place.DECKS,
    "keep": CARD,
    "never": CARD,
    "wrap": Place.TABLE,
    "cards": ~Place.WELCOME,
    "undo": ~Place.WELCOME,
    "leave": ~Place.WELCOME,
    "limits": ~Place.WELCOME,
    "names": Place.WELCOME,
    "new": Place.WELCOME,
}
"""Where an action can be of use; all others can be anywhere."""

MODIFIERS = {"ctrl", "shift", "alt", "super"}

NAMED = {key.value for key in TextualKeys if key.value.isalnum()} - {"return"}
"""Keys that have a name and no sign: "enter", "f2", "home"."""

OTHER_NAMES = {
    "return": "enter",
    "ctrl+m": "enter",
    "esc": "escape",
    "ctrl+left_square_bracket": "escape",
    "ctrl+i": "tab",
    "shift+tab": "tab",
    "del": "delete",
    "pgup": "pageup",
    "pgdn": "pagedown",
    " ": "space",
}
"""Other names of keys, and keys that a terminal does not tell apart."""

KEPT = (
    *("escape", "tab", "up", "down", "left", "right", "pageup", "pagedown"),
    *("ctrl+c", "ctrl+p", "ctrl+q", "ctrl+z"),
)
"""Keys that keep their place, so that there is always a way through a list and out of a page."""


def understood(key: str) -> str | None:
    """A key as config.toml has it: its sign where it has one, else its name; None if unknown.

    Args:
        key: a sign, or Textual's name of a key.
    """
    if len(key) != 1:
        key = key.lower()
    key = OTHER_NAMES.get(key, key)
    if len(key) == 1:
        return key if key.isprintable() and cell_len(key) == 1 else None
    *modifiers, name = key.split("+")
    if not modifiers:
        sign = key_to_character(REPLACED_KEYS.get(name, name))
        return name if name in NAMED else understood(sign) if sign else None
    if modifiers == ["shift"] and len(name) == 1 and name.isalpha():
        return name.upper()
    is_known = name in NAMED or (len(name) == 1 and name.isalnum())
    known = MODIFIERS.issuperset(modifiers) and len(set(modifiers)) == len(modifiers)
    return key if known and (is_known or key in set(TextualKeys)) else None


OURS: dict[str, tuple[str, ...]] = {
    action.name: tuple(understood(key) or key for key in action.key.split(","))
    for action in ACTIONS
}
"""The game's own keys."""


def in_file(keys: tuple[str, ...]) -> str | list[str]:
    """The keys of an action as config.toml has them."""
    return keys[0] if len(keys) == 1 else list(keys)


def normal(keys: Keys) -> dict[str, tuple[str, ...]]:
    """Keys by the names that this module gives them, each once."""
    return {
        name: tuple(dict.fromkeys(understood(key) or key for key in own))
        for name, own in keys.items()
    }


def whole(keys: Keys) -> dict[str, tuple[str, ...]]:
    """All actions with their keys, these and else the game's own."""
    return {**OURS, **normal(keys)}


def for_textual(keys: Keys) -> dict[str, str]:
    """A whole keymap, as Textual wants it."""
    return {
        name: ",".join("comma" if key == "," else key for key in own)
        for name, own in whole(keys).items()
    }


def check(keys: Keys) -> Iterator[Wrong]:
    """All that is wrong with keys of one's own."""
    sound: dict[str, tuple[str, ...]] = {}
    for name, own in keys.items():
        if name not in OURS:
            is_setting = name in SETTINGS
            mend = _(ABOVE_KEYS) if is_setting else near(name, OURS, words.ACTIONS_ARE)
            yield f"keys.{name}", _(words.NO_ACTION), mend
            continue
        wrong = list(_wrong_keys(name, own))
        yield from wrong
        if not wrong:
            sound[name] = own
    for key, one, other in clashes(whole(sound)):
        mine, its = (one, other) if one in sound else (other, one)
        wrong_key = _(words.CLASH).format(key=key, one=mine, other=its)
        yield f"keys.{mine}", wrong_key, _(words.CLASH_MEND).format(one=mine, other=its)


def _wrong_keys(name: str, own: tuple[str, ...]) -> Iterator[Wrong]:
    for key in own:
        known = understood(key)
        if known is None:
            names = sorted(NAMED - set(KEPT))
            wrong = _(words.NO_KEY).format(key=words.quoted(key))
            yield f"keys.{name}", wrong, near(key, names, words.A_KEY_IS)
        elif known in KEPT:
            yield f"keys.{name}", _(words.KEPT).format(key=known), _(words.ANOTHER)


def clashes(keys: Mapping[str, tuple[str, ...]]) -> Iterator[tuple[str, str, str]]:
    """Every key that two actions have where both can be of use, with their names."""
    for one, other in combinations(keys, 2):
        if PLACES.get(one, ANY) & PLACES.get(other, ANY):
            for key in keys[one]:
                if key in keys[other]:
                    yield key, one, other
