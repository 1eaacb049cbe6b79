"""A keepsake as one HTML file: a boxed deck of cards, and light on paper when it is printed.

It has no script, no font and no link, and its policy forbids the browser to load anything.
"""

from __future__ import annotations

import re
from base64 import b64encode
from collections.abc import Iterator
from hashlib import sha256
from html import escape
from pathlib import Path

from two_of_hearts.keepsake.leaves import ACCENT, Keepsake, Leaf, Section
from two_of_hearts.keepsake.shapes import HEART, steps, tick
from two_of_hearts.words import keepsake as words

STYLE = Path(__file__).with_name("page.css")
"""How the page looks; it is written into the page."""


def draw(keepsake: Keepsake) -> str:
    """The keepsake as an HTML page."""
    accents = sorted({leaf.accent for section in keepsake.sections for leaf in section.leaves})
    classes = {accent: f"accent-{number}" for number, accent in enumerate(accents)}
    style = STYLE.read_text(encoding="utf-8")
    for accent, name in classes.items():
        # Only a colour may come into the style from elsewhere.
        colour = accent if re.fullmatch("#[0-9a-fA-F]{6}", accent) else ACCENT
        style += f".{name} {{ --accent: {colour}; }}\n"
    digest = b64encode(sha256(style.encode()).digest()).decode()
    policy = f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
    return "\n".join(
        [
            "<!DOCTYPE html>",
            f'<html lang="{escape(words.language())}">',
            "<head>",
            '<meta charset="utf-8">',
            f'<meta http-equiv="Content-Security-Policy" content="{policy}">',
            '<meta name="viewport" content="width=device-width, initial-scale=1">',
            '<meta name="referrer" content="no-referrer">',
            f"<title>{escape(words.TITLE)}: {escape(keepsake.names)}, "
            f"{escape(keepsake.when)}</title>",
            f"<style>{style}</style>",
            "</head>",
            "<body>",
            *_body(keepsake, classes),
            "</body>",
            "</html>",
            "",
        ]
    )


def _body(keepsake: Keepsake, classes: dict[str, str]) -> Iterator[str]:
    yield "<header>"
    yield f'<p class="game">{escape(words.TITLE)}</p>'
    yield _heart("crest")
    yield f'<h1 dir="auto">{escape(keepsake.names)}</h1>'
    yield f'<p class="when">{escape(keepsake.when)}</p>'
    if keepsake.decks:
        yield f'<p class="decks" dir="auto">{escape(keepsake.decks)}</p>'
    yield "</header>"
    yield "<main>"
    if not keepsake.sections:
        yield f'<p class="nothing">{escape(words.nothing_was_kept())}</p>'
    for number, section in enumerate(keepsake.sections, start=1):
        yield from _section(number, section, classes)
    yield "</main>"
    yield f"<footer><p>{escape(words.farewell())}</p></footer>"


def _section(number: int, section: Section, classes: dict[str, str]) -> Iterator[str]:
    yield f'<section aria-labelledby="section-{number}">'
    yield f'<h2 id="section-{number}">{escape(section.title)}</h2>'
    # A list without its bullets is no list to some screen readers, unless it says so.
    yield '<ul role="list">'
    for leaf in section.leaves:
        given = " given" if leaf.from_to else ""
        yield f'<li class="card {classes[leaf.accent]}{given}">'
        yield from _leaf(leaf)
        yield "</li>"
    yield "</ul>"
    yield "</section>"


def _leaf(leaf: Leaf) -> Iterator[str]:
    yield '<div class="head">'
    if leaf.deck:
        yield f'<p class="deck" dir="auto">{escape(leaf.deck)}</p>'
    if leaf.is_kept:
        yield f'{_heart("heart")}<span class="unseen">{escape(words.kept())}</span>'
    yield "</div>"
    yield '<div class="face">'
    if leaf.from_to:
        yield f'<p class="from-to" dir="auto">{escape(leaf.from_to)}</p>'
    yield f'<p class="text" dir="auto">{escape(leaf.text)}</p>'
    if leaf.words:
        yield '<dl class="words">'
        for line in leaf.words:
            yield f'<div><dt dir="auto">{escape(line.name)}</dt>'
            yield f'<dd dir="auto">{escape(line.text)}</dd></div>'
        yield "</dl>"
    yield "</div>"
    yield '<div class="foot">'
    if leaf.depth:
        yield f'<svg class="steps" viewBox="0 0 24 14" aria-hidden="true">{steps(leaf.depth)}</svg>'
        yield f'<span class="unseen">{escape(leaf.depth_name)}</span>'
    parts = [f"<span>{escape(part)}</span>" for part in (leaf.kind, leaf.day) if part]
    if leaf.plan:
        box = f'<svg class="tick" viewBox="0 0 14 14" aria-hidden="true">{tick(leaf.is_done)}</svg>'
        parts.append(f"<span>{box} {escape(leaf.plan)}</span>")
    yield "".join(parts)
    yield "</div>"


def _heart(name: str) -> str:
    return (
        f'<svg class="{name}" viewBox="0 0 24 24" aria-hidden="true">'
        f'<path d="{HEART}" fill="currentColor"/></svg>'
    )
