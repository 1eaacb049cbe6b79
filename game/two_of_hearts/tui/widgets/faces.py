"""What is printed on cards: the back, the face, the slip with its follow-ups, the hand-over."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from rich.cells import cell_len
from rich.style import Style
from textual.strip import Strip

from two_of_hearts.engine.cards import Depth
from two_of_hearts.tui.theme import Ink
from two_of_hearts.tui.widgets.drawn import Span, blank, centred, fit, strip, wrap
from two_of_hearts.tui.widgets.sheets import Sheet

if TYPE_CHECKING:
    from two_of_hearts.view import CardFace, View

STEPS = "▂▄▆"
"""The depth, without words: as many steps as it is deep."""

PAD = 4
"""How far the text stays away from the edges of a card."""


@dataclass(frozen=True, slots=True)
class Paints:
    """The styles that cards are printed with."""

    face: Style
    """A card's text."""
    quiet: Style
    """What else stands on a face."""
    hairline: Style
    """Thin lines on a face."""
    heart: Style
    """Hearts and steps on a face."""
    under: Style
    """The text on slips, and on cards that lie below."""
    under_quiet: Style
    """Signs on slips."""


def back(text: Style, ink: Ink, sign: str, words: str, across: int, down: int) -> Sheet:
    """The back of a pile, with what is to be done written on it.

    Args:
        text: the style of the words.
        ink: the colours of the deck.
        sign: what the pattern is made of.
        words: what is written in the middle.
        across: how wide it is, in cells.
        down: how many lines it has within its edges.
    """
    ground = Style(bgcolor=ink.back)
    text, pattern = text + ground, Style(color=ink.pattern, bgcolor=ink.back)
    lines = wrap(words, across - 10)[: max(1, down)]
    first = (down - len(lines)) // 2
    rows = []
    for row in range(down):
        line = lines[row - first] if 0 <= row - first < len(lines) else None
        if line is not None:
            rows.append(centred(line, across, text + Style(bold=True), ground))
        elif row in (first - 1, first + len(lines)):
            rows.append(Strip.blank(across, ground))
        else:
            odd = (row - first) % 2
            signs = ("    " if odd else "  ") + f"{sign}   " * across
            rows.append(strip([("  ", ground), (signs[: across - 4], pattern), ("  ", ground)]))
    return Sheet.of(rows, across, ground)


def face(
    paints: Paints, ink: Ink, card: CardFace | None, kind: str, freely: str, across: int, down: int
) -> Sheet:
    """The face of a card, or a blank one for one's own words.

    Args:
        paints: the styles.
        ink: the colours of the card's deck.
        card: the card; None where an appreciation is said without one.
        kind: what the foot of a blank card says.
        freely: what a blank card says.
        across: how wide it is, in cells.
        down: how many lines it has within its edges.
    """
    inner = across - 2 * PAD
    text = wrap(card.text if card else freely, inner)
    rows = [centred(line, inner, paints.face + Style(bold=True), paints.face) for line in text]
    spare = down - 2 - len(rows)
    ground = blank(paints.face)
    empty = Strip.blank(inner, ground)
    lines = [_top(paints, ink, card, inner), *rows]
    if spare >= 0:
        lines[1:1] = [empty] * (spare // 2)
        lines += [empty] * (spare - spare // 2) + [_foot(paints, ink, card, kind, inner)]
    lines = lines[:down]
    pad = strip([(" " * PAD, ground)])
    return Sheet.of(
        [Strip([*pad, *line.adjust_cell_length(inner, ground), *pad]).simplify() for line in lines],
        across,
        ground,
    )


def _top(paints: Paints, ink: Ink, card: CardFace | None, inner: int) -> Strip:
    """A face's first line: the deck's sign and title, a hairline, the depth in steps."""
    if card is None:
        return strip([("─" * inner, paints.hairline)])
    sign = paints.face + Style(color=ink.back, bold=True)
    title = fit(card.deck, inner - len(Depth) - 6)
    steps, rest = STEPS[: card.depth], "·" * (len(Depth) - card.depth)
    line = max(0, inner - 2 - cell_len(title) - 2 - len(steps + rest))
    spans: list[Span] = [(f"{card.print.sign} ", sign), (f"{title} ", paints.quiet)]
    spans += [("─" * line + " ", paints.hairline), (steps, paints.heart), (rest, paints.quiet)]
    return strip(spans)


def _foot(paints: Paints, ink: Ink, card: CardFace | None, kind: str, inner: int) -> Strip:
    """A face's last line: its kind, a hairline, and a heart where it is kept."""
    mark = KEPT if card and card.is_kept else ""
    kind = fit(kind, inner - cell_len(mark) - 6)
    end = mark or (card.print.sign if card else "")
    style = paints.heart if mark else paints.face + Style(color=ink.back, bold=True)
    line = max(0, inner - cell_len(kind) - cell_len(end) - 2)
    return strip([(f"{kind} ", paints.quiet), ("─" * line + " ", paints.hairline), (end, style)])


KEPT = "♥"
"""The mark of a card that is kept."""


def slip(paints: Paints, notes: list[tuple[str, str]], across: int, room: int) -> Sheet | None:
    """What slides out from under a card: its follow-ups, and lines that were written.

    Args:
        paints: the styles.
        notes: each with its sign.
        across: how wide it is, in cells.
        room: how many lines there are; where it is too few, the first notes are left out.
    """
    inner = across - 2 * PAD
    blocks = [
        [(sign if number == 0 else "", line) for number, line in enumerate(wrap(text, inner))]
        for sign, text in notes
    ]
    while blocks and sum(map(len, blocks)) > room:
        blocks.pop(0)
    if not blocks:
        return None
    rows = [
        strip([(f" {sign.ljust(PAD - 1)}", paints.under_quiet), (line, paints.under)])
        for block in blocks
        for sign, line in block
    ]
    return Sheet.of(rows, across, blank(paints.under))


def hand_over(paints: Paints, view: View, across: int, down: int) -> Sheet:
    """The moment between two turns: the thanks, and where the cards go."""
    empty = Strip.blank(across, blank(paints.face))
    rows = [centred("♥", across, paints.heart, paints.face), empty]
    for line in wrap(view.headline, across - 12):
        rows.append(centred(line, across, paints.face + Style(bold=True), paints.face))
    rows.append(empty)
    for line in wrap(view.hint, across - 12):
        rows.append(centred(line, across, paints.quiet, paints.face))
    above = max(0, (down - len(rows)) // 2)
    short = len(rows)
    rows = ([empty] * above + rows)[:down]
    rows += [empty] * (down - len(rows))
    if view.card is not None and down > above + short + 1:
        mark = KEPT if view.card.is_kept else ""
        text = fit(view.card.text, across - 2 * PAD - 2)
        gap = " " * (across - 2 * PAD - cell_len(text) - cell_len(mark))
        rows[-1] = strip(
            [(" " * PAD + text + gap, paints.quiet), (mark, paints.heart), (" " * PAD, paints.face)]
        )
    return Sheet.of(rows, across, paints.face)
