"""Help: how an evening goes, how one plays by typing, and every word that there is."""

from __future__ import annotations

from collections.abc import Iterable

from two_of_hearts.actions import ACTIONS
from two_of_hearts.plain.doing import SIGNS
from two_of_hearts.words import actions as called
from two_of_hearts.words import plain as words
from two_of_hearts.words import plain_pages as texts

ELSEWHERE = ("next", "erase")
"""Enter is told by itself, and lines are deleted by their numbers."""


def help_lines() -> Iterable[str]:
    """All of it, one thing to a line."""
    yield from texts.evening()
    yield from texts.typing()
    yield texts.all_words()
    for action in ACTIONS:
        label = called.label(action.id)
        if not label or action.partner is not None or action.id in ELSEWHERE:
            continue
        word = "" if action.key in SIGNS else action.key
        told = words.own_word(word, label) if word else words.sentence(label)
        yield f"{told} {texts.help(action.id) or action.help}"
