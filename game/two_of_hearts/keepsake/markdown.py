"""A keepsake as Markdown. Every sign that could act as markup in a text is escaped."""

from __future__ import annotations

import re
from collections.abc import Iterator

from two_of_hearts.keepsake.leaves import Keepsake, Leaf
from two_of_hearts.words import keepsake as words

SIGNS = re.compile(r"([!-/:-@\[-`{-~])")
"""All ASCII punctuation: CommonMark lets a backslash stand before each of them."""


def draw(keepsake: Keepsake) -> str:
    """The keepsake as a Markdown text."""
    return "\n\n".join(_blocks(keepsake)) + "\n"


def _blocks(keepsake: Keepsake) -> Iterator[str]:
    yield f"# {_text(keepsake.names)}"
    yield "\\\n".join(_text(line) for line in (keepsake.when, keepsake.decks) if line)
    if not keepsake.sections:
        yield _text(words.nothing_was_kept())
    for section in keepsake.sections:
        yield f"## {_text(section.title)}"
        for leaf in section.leaves:
            yield from _leaf(leaf)


def _leaf(leaf: Leaf) -> Iterator[str]:
    tick = f"{'☑' if leaf.is_done else '☐'} " if leaf.plan else ""
    heart = " ♥" if leaf.is_kept else ""
    yield f"> {tick}{_text(leaf.text)}{heart}"
    about = (leaf.from_to, leaf.deck, leaf.kind, leaf.depth_name, leaf.plan, leaf.day)
    rest = " · ".join(_text(part) for part in about if part)
    yield f"{rest}" if rest else ""
    for line in leaf.words:
        yield f"- {_text(line.name)}: {_text(line.text)}"


def _text(text: str) -> str:
    return SIGNS.sub(r"\\\1", text)
