"""The words of the first screen, apart from the others so that it need not wait for the rules."""

from __future__ import annotations

from datetime import datetime

from two_of_hearts.engine.partners import Pair, Partner
from two_of_hearts.words import dates
from two_of_hearts.words.lexicon import N_, _, ngettext

SIGNS = {Partner.A: "◆", Partner.L: "●"}
"""A sign for each partner, so that colour never stands alone."""

DEFAULT_NAMES = Pair("Ace", "Lark")
"""What two are called who give no names."""

FIRST_WORDS = N_("This is a game, not therapy. Any card may be skipped, and nobody has to say why.")

TITLE = "Two of Hearts"
"""The name of the game, which is the same in every language."""


def about() -> str:
    """What this is, for those who have played before."""
    return _("A card game for two, at one laptop.")


def waits(since: datetime) -> str:
    """An evening that was left."""
    told = _("Your evening of {day} waits at the very card where you left it.")
    return told.format(day=dates.day_of_month(since))


def who(names: Pair[str]) -> str:
    """The two of them, each with their sign."""
    a, l = (f"{SIGNS[partner]} {names.of(partner)}" for partner in Partner)  # noqa: E741
    return _("{a} and {l}").format(a=a, l=l)


def sit_down() -> str:
    """What begins an evening."""
    return _("Sit down")


def go_on() -> str:
    """What goes on with the evening that waits."""
    return _("Go on where you were")


def new_instead() -> str:
    """What begins another evening though one waits."""
    return _("a new evening instead")


def new_as_asked() -> str:
    """The same, with what the command line has chosen."""
    return _("a new evening, as you asked")


def left_out(files: int) -> str:
    """The title over what is wrong with decks."""
    return ngettext("A deck was left out", "{n} decks were left out", files).format(n=files)


def more_with() -> str:
    """Where all that is wrong with decks is told."""
    return _("More with: two-of-hearts decks check")


def bad_name() -> str:
    """The title over what is wrong with a name."""
    return _("That name")


def broken() -> str:
    """The game itself is broken."""
    return _(
        "Something in the game broke, and we are sorry. Your evening is saved:\n"
        "start it again, and it goes on at the very card where it stopped.\n"
    )


def theme() -> tuple[str, str]:
    """The palette's entry for the colours: what it is called, and what it does."""
    return _("Theme"), _("Other colours")


def search() -> str:
    """What stands in the palette while nothing is written."""
    return _("Search for what you want to do…")
