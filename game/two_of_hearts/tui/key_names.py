"""How keys are written, in the footer and in a sentence. Apart, as the first screen needs it."""

from __future__ import annotations

from textual.keys import format_key

IN_WORDS = {"⏎": "Enter", "space": "Space"}
"""How a sentence writes what the footer writes in another way."""


def written(keys: str) -> str:
    """A key as the footer writes it; of several the first.

    Args:
        keys: Textual's names, separated by commas.
    """
    first = keys.split(",")[0] or keys
    *modifiers, key = first.split("+")
    signs = ("^" if modifier == "ctrl" else f"{modifier}+" for modifier in modifiers)
    return "".join(signs) + format_key(key)


def in_words(keys: str) -> str:
    """A key as a sentence writes it."""
    return IN_WORDS.get(written(keys), written(keys))
