"""What the plain mode says of a card's clock."""

from __future__ import annotations

from two_of_hearts.words.lexicon import _, ngettext


def seconds(n: float) -> str:
    """A length of time."""
    minutes, rest = divmod(int(n), 60)
    many = ngettext("{n} minute", "{n} minutes", minutes).format(n=minutes)
    few = ngettext("{n} second", "{n} seconds", rest).format(n=rest)
    if minutes and rest:
        return _("{minutes} and {seconds}").format(minutes=many, seconds=few)
    return many if minutes else few


def has(time: str) -> str:
    """Of a card with a clock that rests."""
    return _("It has a clock of {time}. The word c starts it.").format(time=time)


def starts(time: str) -> str:
    """It runs from now on."""
    return _("The clock runs, {time} from now. It ends nothing.").format(time=time)


def gone(gone: str, whole: str) -> str:
    """How far it is."""
    return _("{gone} of {whole} are gone.").format(gone=gone, whole=whole)


def pauses(gone: str, whole: str) -> str:
    """It rests."""
    return _("The clock rests. {gone} of {whole} are gone.").format(gone=gone, whole=whole)


def over() -> str:
    """It has run to its end."""
    return _("The clock has run out. No hurry.")


def how_far() -> str:
    """What tells how far a running clock is."""
    return _("how far the clock is")


def pause() -> tuple[str, str]:
    """What pauses a running clock: its word, and what it is called."""
    return _("pause"), _("the clock")


def pause_help() -> str:
    """What is said of it."""
    return _("Let the clock rest. Then c lets it go on.")
