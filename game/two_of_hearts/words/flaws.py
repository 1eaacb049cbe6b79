"""What is wrong with a text that somebody wrote: a name, a line, a card's text."""

from __future__ import annotations

from two_of_hearts.engine.text import Flaw, Wrong
from two_of_hearts.words.lexicon import N_, _

NAME = {
    Wrong.EMPTY: N_("This name is empty. Please choose another."),
    Wrong.INVISIBLE: N_("This name has nothing in it that can be seen. Please choose another."),
    Wrong.TOO_LONG: N_(
        "This name has {found} characters, and {most} is the most. Please choose another."
    ),
    Wrong.UNSHOWABLE: N_(
        "This name has a character that cannot be shown (U+{found:04X} at place {most}). "
        "Please choose another."
    ),
    Wrong.PILED: N_(
        "This name has more marks than a letter can carry (U+{found:04X} at place {most}). "
        "Please choose another."
    ),
}

LINE = {
    Wrong.EMPTY: N_("This line is empty. Please change it."),
    Wrong.INVISIBLE: N_("This line has nothing in it that can be seen. Please change it."),
    Wrong.TOO_LONG: N_(
        "This line has {found} characters, and {most} is the most. Please change it."
    ),
    Wrong.UNSHOWABLE: N_(
        "This line has a character that cannot be shown (U+{found:04X} at place {most}). "
        "Please change it."
    ),
    Wrong.PILED: N_(
        "This line has more marks than a letter can carry (U+{found:04X} at place {most}). "
        "Please change it."
    ),
}

KEY = {
    Wrong.EMPTY: N_("The {key} is empty."),
    Wrong.INVISIBLE: N_("The {key} has nothing in it that can be seen."),
    Wrong.TOO_LONG: N_("The {key} has {found} characters, and {most} is the most."),
    Wrong.UNSHOWABLE: N_(
        "The {key} has a character that cannot be shown (U+{found:04X} at place {most})."
    ),
    Wrong.PILED: N_(
        "The {key} has more marks than a letter can carry (U+{found:04X} at place {most})."
    ),
}

FOLLOW_UP = {
    Wrong.EMPTY: N_("A follow-up is empty."),
    Wrong.INVISIBLE: N_("A follow-up has nothing in it that can be seen."),
    Wrong.TOO_LONG: N_("A follow-up has {found} characters, and {most} is the most."),
    Wrong.UNSHOWABLE: N_(
        "A follow-up has a character that cannot be shown (U+{found:04X} at place {most})."
    ),
    Wrong.PILED: N_(
        "A follow-up has more marks than a letter can carry (U+{found:04X} at place {most})."
    ),
}

IMPORTED = {
    Wrong.EMPTY: N_("{place}: it is empty."),
    Wrong.INVISIBLE: N_("{place}: it has nothing in it that can be seen."),
    Wrong.TOO_LONG: N_("{place}: it has {found} characters, and {most} is the most."),
    Wrong.UNSHOWABLE: N_(
        "{place}: it has a character that cannot be shown (U+{found:04X} at place {most})."
    ),
    Wrong.PILED: N_(
        "{place}: it has more marks than a letter can carry (U+{found:04X} at place {most})."
    ),
}


def of_name(flaw: Flaw) -> str:
    """What is wrong with a name."""
    return _(NAME[flaw.wrong]).format(found=flaw.found, most=flaw.most)


def of_line(flaw: Flaw) -> str:
    """What is wrong with a line under a card."""
    return _(LINE[flaw.wrong]).format(found=flaw.found, most=flaw.most)


def of_key(key: str, flaw: Flaw) -> str:
    """What is wrong with a text in a deck's file."""
    return _(KEY[flaw.wrong]).format(key=key, found=flaw.found, most=flaw.most)


def of_follow_up(flaw: Flaw) -> str:
    """What is wrong with a follow-up in a deck's file."""
    return _(FOLLOW_UP[flaw.wrong]).format(found=flaw.found, most=flaw.most)


def of_imported(place: str, flaw: Flaw) -> str:
    """What is wrong with a text that was to be imported; `place` is where it stands."""
    return _(IMPORTED[flaw.wrong]).format(place=place, found=flaw.found, most=flaw.most)
