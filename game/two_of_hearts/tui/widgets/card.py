"""The card: the brightest thing on the screen."""

from __future__ import annotations

from rich.cells import cell_len
from rich.style import Style
from textual import events
from textual.message import Message
from textual.strip import Strip

from two_of_hearts.engine.cards import Depth
from two_of_hearts.engine.state import Phase
from two_of_hearts.tui.widgets.drawn import Span, Viewed, centred, fit, strip, wrap
from two_of_hearts.view import CardFace, View

WIDEST, TALLEST = 64, 19
"""How large a card grows, in cells."""

STEPS = "▂▄▆"
"""The depth, without words: as many steps as it is deep."""


class Card(Viewed):
    """What lies in the middle: the back of the pile, the face of a card, or the hand-over."""

    COMPONENT_CLASSES = {
        "card--table",
        "card--face",
        "card--quiet",
        "card--heart",
        "card--back",
        "card--pattern",
    }

    DEFAULT_CSS = """
    Card {
        height: 1fr;
        & > .card--table { background: $table; }
        & > .card--face { color: $ink; background: $card; }
        & > .card--quiet { color: $ink-muted; background: $card; }
        & > .card--heart { color: $heart; background: $card; }
        & > .card--back { color: $back-text; background: $back; }
        & > .card--pattern { color: $back-pattern; background: $back; }
    }
    """

    class Pressed(Message):
        """The card was clicked."""

    def on_click(self, event: events.Click) -> None:
        event.stop()
        self.post_message(self.Pressed())

    def draw_view(self, view: View, width: int, height: int) -> list[Strip]:
        across, down = min(WIDEST, width - 4), min(TALLEST, height)
        if view.phase in (Phase.DRAW, Phase.GIVE):
            across = min(across, 40)
            body, edge = self._back(view, across, down - 2), self.style("card--back")
        else:
            body, edge = self._face(view, across, down - 2), self.style("card--face")
        return self._laid(body, edge, width, height, across)

    def _laid(
        self, body: list[Strip], edge: Style, width: int, height: int, across: int
    ) -> list[Strip]:
        """A card's lines between its edges, in the middle of the table."""
        table = self.style("card--table")
        rim = Style(color=edge.bgcolor, bgcolor=table.bgcolor)
        left = (width - across) // 2
        margin, rest = (" " * left, table), (" " * (width - left - across), table)
        top = strip([margin, ("▗" + "▄" * (across - 2) + "▖", rim), rest])
        foot = strip([margin, ("▝" + "▀" * (across - 2) + "▘", rim), rest])
        sides = [Strip([*strip([margin]), *line, *strip([rest])]) for line in body]
        spare = height - len(body) - 2
        # A little below the middle: the line under the card belongs to it.
        above = min(spare, (spare + 4) // 2)
        return [Strip.blank(width, table)] * above + [top, *sides, foot]

    def _back(self, view: View, across: int, down: int) -> list[Strip]:
        """The pile, face down, with what is to be done written on it."""
        back, pattern = self.style("card--back"), self.style("card--pattern")
        words = wrap(view.headline, across - 8)
        first = (down - len(words)) // 2
        lines = []
        for row in range(down):
            word = words[row - first] if 0 <= row - first < len(words) else None
            if word is not None:
                lines.append(centred(word, across, back + Style(bold=True), back))
            elif row in (first - 1, first + len(words)) or row in (0, down - 1):
                lines.append(strip([(" " * across, back)]))
            else:
                hearts = ("   " if row % 2 else " ") + "♥   " * across
                lines.append(strip([("  ", back), (hearts[: across - 4], pattern), ("  ", back)]))
        return lines

    def _face(self, view: View, across: int, down: int) -> list[Strip]:
        face, quiet, heart = (self.style(f"card--{n}") for n in ("face", "quiet", "heart"))
        inner = across - 8
        card = view.card
        if view.phase is Phase.THANKS:
            return self._hand_over(view, across, down)
        if card is None:
            text = wrap("In your own words.", inner)
            top: list[Span] = [("", quiet)]
            foot: list[Span] = [("appreciation", quiet)]
            more: list[str] = []
        else:
            text = wrap(card.text, inner)
            top = self._ends(card.deck, STEPS[: card.depth], STEPS[card.depth :], inner)
            mark = "♥ kept" if card.is_kept else ""
            kind = fit(card.kind, inner - cell_len(mark))
            foot = [(kind + " " * (inner - cell_len(kind) - cell_len(mark)), quiet), (mark, heart)]
            more = self._follow_ups(card, inner, down - 2 - len(text))
        body = [centred(line, inner, face + Style(bold=True), face) for line in text]
        body += [strip([(line, face)]) for line in more]
        spare = down - 2 - len(body)
        above = spare // 2 if not more else min(1, spare)
        middle = [Strip.blank(inner, face)] * above + body
        middle += [Strip.blank(inner, face)] * (down - 2 - len(middle))
        rows = [strip(top), *middle[: max(0, down - 2)], strip(foot)]
        pad = strip([("    ", face)])
        return [Strip([*pad, *row.adjust_cell_length(inner, face), *pad]) for row in rows]

    def _ends(self, title: str, steps: str, rest: str, inner: int) -> list[Span]:
        """A card's top line: its deck on the left, its depth on the right."""
        quiet, heart = self.style("card--quiet"), self.style("card--heart")
        title = fit(title, inner - len(Depth) - 1)
        gap = " " * (inner - cell_len(title) - len(steps) - len(rest))
        faint = Style(color=quiet.color, bgcolor=quiet.bgcolor, dim=True)
        return [(title + gap, quiet), (steps, heart), ("·" * len(rest), faint)]

    def _follow_ups(self, card: CardFace, inner: int, room: int) -> list[str]:
        """The follow-ups that are turned up; where there is no room for all, the last ones."""
        blocks = [
            [("↳ " if i == 0 else "  ") + line for i, line in enumerate(wrap(text, inner - 2))]
            for text in card.follow_ups
        ]
        while len(blocks) > 1 and sum(map(len, blocks)) + 1 > room:
            blocks.pop(0)
        lines = [line for block in blocks for line in block]
        return ["", *lines] if lines and len(lines) < room else lines

    def _hand_over(self, view: View, across: int, down: int) -> list[Strip]:
        """The moment between two turns: the thanks, and where the cards go."""
        face, heart, quiet = (self.style(f"card--{n}") for n in ("face", "heart", "quiet"))
        words = wrap(view.headline, across - 12)
        hint = wrap(view.hint, across - 12)
        rows = [centred("♥", across, heart, face), Strip.blank(across, face)]
        rows += [centred(line, across, face + Style(bold=True), face) for line in words]
        rows += [Strip.blank(across, face)]
        rows += [centred(line, across, quiet, face) for line in hint]
        above = max(0, (down - len(rows)) // 2)
        rows = ([Strip.blank(across, face)] * above + rows)[:down]
        rows += [Strip.blank(across, face)] * (down - len(rows))
        if view.card is not None and down > above + len(words) + len(hint) + 4:
            mark = "♥ kept" if view.card.is_kept else ""
            text = fit(view.card.text, across - 10 - cell_len(mark))
            gap = " " * (across - 8 - cell_len(text) - cell_len(mark))
            rows[-1] = strip([("    " + text + gap, quiet), (mark + "    ", heart)])
        return rows
