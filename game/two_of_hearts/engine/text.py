"""The door through which every word of a deck or a name comes in.

What is let in here is later put on a screen as it is, so nothing may pass that moves a cursor,
turns the reading direction around or hides itself.
"""

from __future__ import annotations

import re
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
"""The glue of emoji, and of letters in the scripts that join them by a sign, as Sinhala does."""

MOST_MARKS = 6
"""How many marks one letter may carry. No language piles up more, and more would cover the lines
above and below."""

FLAG = re.compile("\U0001f3f4[\U000e0030-\U000e0039\U000e0061-\U000e007a]{1,6}\U000e007f")
"""The flag of a part of a country, as of Scotland: a black one, with letters that are not shown."""


class Wrong(StrEnum):
    """What can be wrong with a text."""

    EMPTY = "empty"
    INVISIBLE = "invisible"
    """There is nothing in it that can be seen."""
    TOO_LONG = "too long"
    UNSHOWABLE = "unshowable"
    """A character in it cannot be shown."""
    PILED = "piled"
    """A letter in it carries too many marks, or a mark has no letter."""


@dataclass(frozen=True, slots=True)
class Flaw:
    """What is wrong with a text."""

    wrong: Wrong
    """What it is."""
    found: int = 0
    """How many characters it has, or the number of the one that is wrong."""
    most: int = 0
    """How many it may have, or the place of that one, from 1."""


def flaw(text: str, longest: int) -> Flaw | None:
    """What is wrong with a line of text, or None where it is fit for a screen.

    Args:
        text: a line as it came in.
        longest: how many characters it may have.
    """
    if not any(_is_seen(char) for char in text):
        return Flaw(Wrong.INVISIBLE if text.strip() else Wrong.EMPTY)
    if len(text) > longest:
        return Flaw(Wrong.TOO_LONG, len(text), longest)
    marks = MOST_MARKS  # a mark at the beginning would go to what stands before the text
    for place, char in enumerate(text):
        if not _is_shown(text, place):
            return Flaw(Wrong.UNSHOWABLE, ord(char), place + 1)
        marks = marks + 1 if unicodedata.category(char)[0] == "M" else 0
        if marks > MOST_MARKS:
            return Flaw(Wrong.PILED, ord(char), place + 1)
    return None


def _is_seen(char: str) -> bool:
    """Whether there is anything to be seen of the character."""
    return char not in BLANKS and (unicodedata.category(char)[0] in "LNPS" or _is_new(char))


def _is_new(char: str) -> bool:
    """Whether the character may be an emoji that is newer than this Python."""
    return "\U0001f300" <= char <= "\U0001faff" and unicodedata.category(char) == "Cn"


def _is_shown(text: str, place: int) -> bool:
    """Whether the character can be shown, or is the glue of such."""
    char = text[place]
    match unicodedata.category(char):
        case "Cc" | "Cs" | "Co" | "Zl" | "Zp":
            return False
        case "Cf":
            return char == NON_JOINER or _joins(text, place) or _is_in_flag(text, place)
        case "Cn":
            return _is_new(char)
    return True


def _joins(text: str, place: int) -> bool:
    """Whether the character joins two emoji, or stands behind the sign that joins letters."""
    if text[place] != JOINER or place + 1 == len(text) or place == 0:
        return False
    before, after = text[place - 1], text[place + 1]
    if unicodedata.combining(before) == 9:
        return unicodedata.category(after) == "Lo"
    if before == "\ufe0f":
        before = text[place - 2 : place - 1]
    return _is_emoji(before) and _is_emoji(after)


def _is_emoji(char: str) -> bool:
    """Whether the character may be part of a joined emoji; two arrows are, that are signs."""
    return bool(char) and (
        unicodedata.category(char) in ("So", "Sk") or _is_new(char) or char in "\u2194\u2195"
    )


def _is_in_flag(text: str, place: int) -> bool:
    """Whether the character is one of the hidden letters in a flag."""
    start = text.rfind("\U0001f3f4", max(0, place - 8), place)
    found = FLAG.match(text, start) if start >= 0 else None
    return found is not None and place < found.end()


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
    out; line breaks stay, and whatever `flaw` lets in as well."""
    if text.isascii() and text.isprintable():
        return text
    return "".join(
        c if c == "\n" or _is_shown(text, n) else _spelled(c) for n, c in enumerate(text)
    )


def _spelled(char: str) -> str:
    return f"\\u{ord(char):04x}" if char <= "\uffff" else f"\\U{ord(char):08x}"


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
    """The text without joiners that join nothing."""
    return "".join(c for n, c in enumerate(text) if c != JOINER or _joins(text, n))
