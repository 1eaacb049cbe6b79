"""What stands on the pages that are laid over the table."""

from __future__ import annotations

from two_of_hearts.words.lexicon import _


def note_title(whose: str) -> str:
    """Above the line that one may write."""
    return _("A line under this card, in the words of {name}").format(name=whose)


def note_hint() -> str:
    """Below it."""
    return _("⏎ keeps it, on this machine alone; an empty line is deleted. Esc changes nothing.")


def choose() -> str:
    """What the arrows do in a list."""
    return _("choose")


def close() -> str:
    """What Escape does on a page."""
    return _("back to the table")


def another_leaf() -> str:
    """What the arrows at the sides do in the album."""
    return _("another leaf")


def another_month() -> str:
    """What the page keys do in the album."""
    return _("another month")


def done() -> str:
    """What a tick says of a plan."""
    return _("we did it")


def not_done() -> str:
    """What it says when it is taken off."""
    return _("not yet")


def delete() -> str:
    """What becomes of a line that is not wanted any more."""
    return _("delete the line")
