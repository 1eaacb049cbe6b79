"""The door to gettext: every text passes here, so that one catalogue translates them all.

A text is looked up when it is shown, never when a module is loaded. So texts are written as
``_("…")`` inside functions, as ``N_("…")`` in tables whose readers look them up, and with
``.format`` behind the look-up: ``_("{name} speaks").format(name=name)``. xgettext finds them all.
"""

from __future__ import annotations

import gettext
from pathlib import Path

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
        _translations = gettext.translation(DOMAIN, FOLDER, fallback=True)
    return _translations


def _(message: str) -> str:
    """The text in the language of the players."""
    return _current().gettext(message)


def ngettext(singular: str, plural: str, n: int) -> str:
    """The text for so many things, in the language of the players."""
    return _current().ngettext(singular, plural, n)


def N_(message: str) -> str:
    """Mark a text of a table; who reads the table looks it up."""
    return message
