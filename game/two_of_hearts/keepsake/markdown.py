"""A keepsake as Markdown. Nothing in a text acts as markup, and the file reads well as it is."""

from __future__ import annotations

import re
from collections.abc import Iterator

from two_of_hearts.keepsake.leaves import Keepsake, Leaf
from two_of_hearts.words import keepsake as words

ANYWHERE = re.compile(r"([\\`*_{}\[\]<>#|~&$]|(?<=www)\.|:(?=//))")
"""Signs that act wherever they stand: emphasis, code, links, tables, tags and entities; and what
makes an address of bare letters."""

AT_THE_START = re.compile(r"^([-+=]|\d+(?=[.)]))")
"""What makes a list or a heading of a line that begins with it."""


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
    if rest:
        yield rest
    for line in leaf.words:
        yield f"- {_text(line.name)}: {_text(line.text)}"


def _text(text: str) -> str:
    """A text with a backslash wherever a sign would act; commas and full stops stay readable."""
    text = ANYWHERE.sub(r"\\\1", text)
    return AT_THE_START.sub(lambda m: f"{m[1]}\\" if m[1].isdigit() else f"\\{m[1]}", text)
