"""What stands on the pages that are laid over the table."""

from __future__ import annotations

from two_of_hearts.words.lexicon import _


def note_title(whose: str) -> str:
    """Above the line that one may write."""
    return _("A line under this card, in the words of {name}").format(name=whose)


def note_hint() -> str:
    """Below it."""
    return _("⏎ keeps it, on this machine alone; an empty line is deleted. Esc changes nothing.")
