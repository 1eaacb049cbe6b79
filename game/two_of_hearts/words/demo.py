"""What a demo says of itself."""

from __future__ import annotations

from two_of_hearts.words.lexicon import _


def banner() -> str:
    """Between the two names."""
    return _("a demo: any key ends it")
