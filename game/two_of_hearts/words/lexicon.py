"""The door to gettext: every text passes here, so that one catalogue translates them all.

A text is looked up when it is shown, never when a module is loaded. So texts are written as
``_("…")`` inside functions, as ``N_("…")`` in tables whose readers look them up, and with
``.format`` behind the look-up: ``_("{name} speaks").format(name=name)``. xgettext finds them all.
"""

from __future__ import annotations

import gettext
import struct
from functools import lru_cache
from pathlib import Path
from string import Formatter

from two_of_hearts.engine.text import printable

DOMAIN = "two_of_hearts"
"""The name of the catalogues: ``locale/de/LC_MESSAGES/two_of_hearts.mo``."""

FOLDER = Path(__file__).parents[1] / "locale"
"""Where the catalogues lie."""

_translations: gettext.NullTranslations | None = None


def use(translations: gettext.NullTranslations | None) -> None:
    """Speak with these translations; None goes back to what the environment asks for."""
    global _translations
    _translations = translations


def _current() -> gettext.NullTranslations:
    global _translations
    if _translations is None:
        try:
            _translations = gettext.translation(DOMAIN, FOLDER, fallback=True)
        except (OSError, ValueError, struct.error, IndexError, LookupError, ArithmeticError):
            # A catalogue that is broken is none: the game speaks its own language.
            _translations = gettext.NullTranslations()
    return _translations


def _fields(text: str) -> set[str]:
    """What is to be filled into a text.

    Raises:
        ValueError: it also says in which form, which no text of ours does.
    """
    found = set()
    for _text, name, form, kind in Formatter().parse(text):
        if form or kind:
            raise ValueError(text)
        found |= set() if name is None else {name}
    return found


@lru_cache(512)
def _sound(translated: str, *originals: str) -> str | None:
    """The translation as it can be shown; None where it asks for what nobody fills in."""
    try:
        known = set().union(*map(_fields, originals))
        return printable(translated) if _fields(translated) <= known else None
    except ValueError:
        return None


def _(message: str) -> str:
    """The text in the language of the players."""
    told = _current().gettext(message)
    return told if told == message else _sound(told, message) or message


def ngettext(singular: str, plural: str, n: int) -> str:
    """The text for so many things, in the language of the players."""
    own = singular if n == 1 else plural
    try:
        told = _current().ngettext(singular, plural, n)
    except (ArithmeticError, LookupError, ValueError, TypeError):
        # A catalogue counts by a rule of its own, which may be broken.
        return own
    return told if told == own else _sound(told, singular, plural) or own


def N_(message: str) -> str:
    """Mark a text of a table; who reads the table looks it up."""
    return message
