"""Cards as pictures: SVG with its text wrapped, and PNG made of that where a package is installed.

A picture brings no font and asks for none: it names the system's serif fonts. How wide their
letters are is estimated on the wide side, so that a text never runs over the edge of its card.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from html import escape

from two_of_hearts.errors import Trouble
from two_of_hearts.keepsake.leaves import ACCENT, Keepsake, Leaf
from two_of_hearts.keepsake.shapes import HEART, steps, tick
from two_of_hearts.words import keepsake as words

WIDTH, HEIGHT = 750, 1050
"""The size of a card, in the proportions of a playing card."""

FONTS = "Georgia, 'Iowan Old Style', 'Palatino Linotype', 'DejaVu Serif', 'Noto Serif', serif"

INK, SOFT = "#2c2320", "#6a5a50"

COLUMN = 590
"""How wide the text is."""

TOP, BOTTOM = 160, 885
"""Between which lines the text stands."""

SIZES = range(48, 11, -2)
"""The sizes that are tried for a text, the largest first."""

ZOOM = 2
"""How many dots of a PNG make one unit."""


@dataclass(frozen=True, slots=True)
class Row:
    """A line of text in its place."""

    text: str
    size: float
    drop: float
    """How far its base line lies below that of the row before."""
    colour: str = INK
    is_slanted: bool = False


def draw(leaf: Leaf) -> str:
    """A card as SVG."""
    name = ". ".join(
        part
        for part in (leaf.deck, leaf.from_to, leaf.text, leaf.kind, leaf.depth_name, leaf.plan)
        if part
    )
    left = WIDTH / 2 - (52 if leaf.plan else 30)
    mark = (
        f'<svg x="{left:g}" y="918" width="60" height="35" viewBox="0 0 24 14">'
        f"{steps(leaf.depth)}</svg>"
    )
    box = (
        f'<svg x="{left + 76:g}" y="923" width="28" height="28" viewBox="0 0 14 14">'
        f"{tick(leaf.is_done)}</svg>"
    )
    heart = (
        f'<svg x="{WIDTH - 118}" y="72" width="44" height="44" viewBox="0 0 24 24">'
        f'<path d="{HEART}" fill="currentColor"/></svg>'
    )
    foot = " · ".join(part for part in (leaf.kind, leaf.plan, leaf.day) if part)
    return _card(
        name,
        leaf.accent,
        [
            _line(leaf.deck, 105, 28, SOFT, spacing=2),
            heart if leaf.is_kept else "",
            f'<path d="M80 135H{WIDTH - 80}" stroke="currentColor" stroke-width="1.5"/>',
            *_block(_fitted(leaf)),
            mark if leaf.depth else "",
            box if leaf.plan else "",
            _line(foot, 985, 24, SOFT),
        ],
    )


def cover(keepsake: Keepsake) -> str:
    """The lid of the box, as SVG: whose keepsake it is, and from when."""
    rows = [
        *_rows(keepsake.names, 58, 0),
        *_rows(keepsake.when, 30, 34, is_slanted=True),
        *_rows(keepsake.decks, 26, 24, SOFT),
    ]
    if not keepsake.sections:
        rows += _rows(words.nothing_was_kept(), 28, 40)
    return _card(
        words.picture_name(keepsake.names, keepsake.when),
        ACCENT,
        [
            _line(words.TITLE, 105, 28, SOFT, spacing=6),
            f'<svg x="{WIDTH / 2 - 55:g}" y="165" width="110" height="110" viewBox="0 0 24 24">'
            f'<path d="{HEART}" fill="currentColor"/></svg>',
            *_block(rows),
            _line(words.farewell(), 975, 24, SOFT, is_slanted=True),
        ],
    )


def png(svg: str) -> bytes:
    """A picture of an SVG, in dots.

    Raises:
        Trouble: the package that draws it is not installed, or there is no font on the machine.
    """
    try:
        from resvg_py import svg_to_bytes
    except ImportError as error:
        raise Trouble(*words.no_png()) from error
    probe = '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="20">{}</svg>'
    text = '<text y="15" font-family="serif">o</text>'
    if svg_to_bytes(svg_string=probe.format(text)) == svg_to_bytes(svg_string=probe.format("")):
        raise Trouble(*words.no_font())
    return bytes(svg_to_bytes(svg_string=svg, zoom=ZOOM))


def _card(name: str, accent: str, parts: list[str]) -> str:
    colour = accent if re.fullmatch("#[0-9a-fA-F]{6}", accent) else ACCENT
    return "\n".join(
        [
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" '
            f'width="{WIDTH}" height="{HEIGHT}" role="img" lang="{escape(words.language())}" '
            f'color="{colour}" font-family="{FONTS}">',
            f"<title>{escape(name)}</title>",
            f'<rect x="3" y="3" width="{WIDTH - 6}" height="{HEIGHT - 6}" rx="44" '
            'fill="#fbf6e9" stroke="#d9cba8" stroke-width="2"/>',
            f'<rect x="36" y="36" width="{WIDTH - 72}" height="{HEIGHT - 72}" rx="24" '
            'fill="none" stroke="currentColor" stroke-opacity="0.45" stroke-width="1.5"/>',
            *(part for part in parts if part),
            "</svg>",
            "",
        ]
    )


def _fitted(leaf: Leaf) -> list[Row]:
    """The rows of a card in the largest size that fits.

    Of an appreciation, what was said counts for more than the card that asked for it.
    """
    is_given = bool(leaf.from_to and leaf.words)
    rows: list[Row] = []
    for size in SIZES:
        small = size * 0.7
        prompt, said = (small, size * 0.9) if is_given else (size, small)
        rows = _rows(leaf.from_to, small, 0, SOFT, is_slanted=True)
        rows += _rows(leaf.text, prompt, prompt * 0.5 if rows else 0, SOFT if is_given else INK)
        for line in leaf.words:
            rows += _rows(line.name, small * 0.85, small * 1.1, SOFT)
            rows += _rows(line.text, said, 0, is_slanted=True)
        if sum(row.drop for row in rows) <= BOTTOM - TOP:
            break
    return rows


def _rows(
    text: str, size: float, space: float, colour: str = INK, is_slanted: bool = False
) -> list[Row]:
    """A text in rows that fit the column, about as long as each other; space above the first."""
    room = COLUMN / size
    lines = wrap(text, room)
    while len(lines) > 1 and len(narrower := wrap(text, room - 0.5)) == len(lines):
        lines, room = narrower, room - 0.5
    return [
        Row(line, size, size * 1.36 + (0 if number else space), colour, is_slanted)
        for number, line in enumerate(lines)
    ]


def _block(rows: list[Row]) -> list[str]:
    """Rows in the middle between top and bottom."""
    high = sum(row.drop for row in rows)
    y = TOP + (BOTTOM - TOP - high) / 2
    drawn = []
    for row in rows:
        y += row.drop
        drawn.append(_line(row.text, y - row.size * 0.3, row.size, row.colour, row.is_slanted))
    return drawn


def _line(
    text: str, y: float, size: float, colour: str, is_slanted: bool = False, spacing: int = 0
) -> str:
    """One line of text in the middle of the card, made smaller where it would not fit."""
    if not text:
        return ""
    wide = sum(map(advance, text)) * size + spacing * len(text)
    if wide > COLUMN:
        size *= COLUMN / wide
    style = ' font-style="italic"' if is_slanted else ""
    style += f' letter-spacing="{spacing}"' if spacing else ""
    return (
        f'<text x="{WIDTH / 2:g}" y="{y:.1f}" font-size="{size:.1f}" fill="{colour}" '
        f'text-anchor="middle"{style}>{escape(text)}</text>'
    )


def wrap(text: str, room: float) -> list[str]:
    """A text in lines no wider than so many of its letters' heights; long words are broken."""
    lines: list[str] = []
    line = ""
    for word in text.split():
        joined = f"{line} {word}".strip()
        if _wide(joined) <= room:
            line = joined
            continue
        if line:
            lines.append(line)
        line = ""
        for char in word:
            if _wide(line + char) > room and not unicodedata.combining(char):
                lines.append(line)
                line = ""
            line += char
    return [*lines, line] if line else lines


def _wide(text: str) -> float:
    return sum(map(advance, text))


def advance(char: str) -> float:
    """How wide a letter is at the most in common serif fonts, as a part of their size."""
    if unicodedata.combining(char) or unicodedata.category(char) in ("Cf", "Mn", "Me"):
        return 0.0
    if unicodedata.east_asian_width(char) in ("W", "F"):
        return 1.05
    if char in "iljtfrI.,;:!|'’‘ ()[]-":
        return 0.4
    if char in "mwMW@%&—…":
        return 1.0
    if char.isupper() or char.isdigit():
        return 0.78
    return 0.62
