"""What a demo says of itself."""

from __future__ import annotations

from two_of_hearts.words.lexicon import _


def how_to_begin() -> str:
    """After a demo."""
    return _(
        "To play yourselves: two-of-hearts. Any card may be skipped, and nobody has to say why."
    )


def banner() -> str:
    """Between the two names."""
    return _("a demo: any key ends it")
