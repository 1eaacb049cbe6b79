"""The door through which every word of a deck or a name comes in.

What is let in here is later put on a screen as it is, so nothing may pass that moves a cursor,
turns the reading direction around or hides itself.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from enum import StrEnum

NAME_LENGTH = 24
"""How many characters a name may have."""

NOTE_LENGTH = 280
"""How many characters a line under a card may have."""

BLANKS = "\u115f\u1160\u2800\u3164\uffa0"
"""Characters that count as letters or signs and show nothing."""

NON_JOINER = "\u200c"
"""Letters' glue in many scripts."""

JOINER = "\u200d"
"""The glue of emoji. Elsewhere terminals and libraries do not agree on how wide it makes a text."""


class Wrong(StrEnum):
    """What can be wrong with a text."""

    EMPTY = "empty"
    INVISIBLE = "invisible"
    """There is nothing in it that can be seen."""
    TOO_LONG = "too long"
    UNSHOWABLE = "unshowable"
    """A character in it cannot be shown."""


@dataclass(frozen=True, slots=True)
class Flaw:
    """What is wrong with a text."""

    wrong: Wrong
    """What it is."""
    found: int = 0
    """How many characters it has, or the number of the one that cannot be shown."""
    most: int = 0
    """How many it may have, or the place of that one, from 1."""


def flaw(text: str, longest: int) -> Flaw | None:
    """What is wrong with a line of text, or None where it is fit for a screen.

    Args:
        text: a line as it came in.
        longest: how many characters it may have.
    """
    if not any(unicodedata.category(char)[0] in "LNPS" and char not in BLANKS for char in text):
        return Flaw(Wrong.INVISIBLE if text.strip() else Wrong.EMPTY)
    if len(text) > longest:
        return Flaw(Wrong.TOO_LONG, len(text), longest)
    for place, char in enumerate(text):
        hidden = unicodedata.category(char) in ("Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp")
        if hidden and char != NON_JOINER and not _joins_emoji(text, place):
            return Flaw(Wrong.UNSHOWABLE, ord(char), place + 1)
    return None


def _joins_emoji(text: str, place: int) -> bool:
    """Whether the character is a joiner between two emoji."""
    around = (text[place - 1 : place].rstrip("\ufe0f"), text[place + 1 : place + 2])
    if text[place - 1 : place] == "\ufe0f":
        around = (text[place - 2 : place - 1], around[1])
    return text[place] == JOINER and all(
        one and unicodedata.category(one) in ("So", "Sk") for one in around
    )


def is_sign(text: str) -> bool:
    """Whether a text is one character that is shown in one cell by every terminal: no letter that
    joins, nothing wide, no emoji."""
    return (
        len(text) == 1
        and flaw(text, 1) is None
        and unicodedata.east_asian_width(text) not in "WF"
        and unicodedata.bidirectional(text) not in ("R", "AL", "AN")
        and text < "\U0001f000"
    )


def printable(text: str) -> str:
    """A text of any origin, a file's name perhaps, with everything that cannot be shown spelled
    out; line breaks stay, and the glue of letters and emoji, which `flaw` lets in as well."""

    def passes(char: str, place: int) -> bool:
        return char.isprintable() or char in ("\n", NON_JOINER) or _joins_emoji(text, place)

    return "".join(c if passes(c, n) else f"\\u{ord(c):04x}" for n, c in enumerate(text))


class BadText(ValueError):
    """A text that cannot be shown.

    Args:
        flaw: what is wrong with it.
    """

    def __init__(self, flaw: Flaw) -> None:
        super().__init__(flaw)
        self.flaw = flaw


class BadName(BadText):
    """A name that cannot be shown."""


def clean_name(name: str) -> str:
    """A partner's name, with the space around it and doubled inside it taken away.

    Raises:
        BadName: it is empty, too long or holds characters that cannot be shown.
    """
    name = _unglued(" ".join(word for word in name.split(" ") if word))
    if problem := flaw(name, NAME_LENGTH):
        raise BadName(problem)
    return name


class BadNote(BadText):
    """A line that cannot be shown."""


def clean_note(text: str) -> str:
    """A line under a card. Breaks in it, from a paste perhaps, and doubled space become one space.

    Raises:
        BadNote: it is empty, too long or holds characters that cannot be shown.
    """
    text = _unglued(" ".join(text.split()))
    if problem := flaw(text, NOTE_LENGTH):
        raise BadNote(problem)
    return text


def _unglued(text: str) -> str:
    """The text without joiners that join no emoji."""
    return "".join(c for n, c in enumerate(text) if c != JOINER or _joins_emoji(text, n))
