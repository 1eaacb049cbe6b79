"""The door through which every word of a deck or a name comes in.

What is let in here is later put on a screen as it is, so nothing may pass that moves a cursor,
turns the reading direction around or hides itself.
"""

from __future__ import annotations

import unicodedata

NAME_LENGTH = 24
"""How many characters a name may have."""

BLANKS = "\u115f\u1160\u2800\u3164\uffa0"
"""Characters that count as letters or signs and show nothing."""

JOINERS = "\u200c\u200d"
"""Zero-width joiners are letters' glue in many scripts and in emoji, so they may pass."""


def flaw(text: str, longest: int) -> str | None:
    """What is wrong with a line of text, or None where it is fit for a screen.

    Args:
        text: a line as it came in.
        longest: how many characters it may have.
    """
    if not text.strip(BLANKS + JOINERS + " \t\u00a0\u3000"):
        return "is empty"
    if len(text) > longest:
        return f"has {len(text)} characters, and {longest} is the most"
    for position, char in enumerate(text, start=1):
        category = unicodedata.category(char)
        if category in ("Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp") and char not in JOINERS:
            return f"has a character that cannot be shown (U+{ord(char):04X} at place {position})"
    return None


class BadName(ValueError):
    """A name that cannot be shown; the message says why and how to mend it."""


def clean_name(name: str) -> str:
    """A partner's name, with the space around it and doubled inside it taken away.

    Raises:
        BadName: it is empty, too long or holds characters that cannot be shown.
    """
    name = " ".join(word for word in name.split(" ") if word)
    if problem := flaw(name, NAME_LENGTH):
        raise BadName(f"This name {problem}. Please choose another.")
    return name
