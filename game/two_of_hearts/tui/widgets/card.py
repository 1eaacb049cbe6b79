"""The table with the card in its middle: the pile, the card that was drawn, what lies aside.

Cards turn over, move aside and are laid on a pile. Each movement is only a picture of what has
already happened, a quarter of a second long, and whatever is pressed meanwhile ends it.
"""

from __future__ import annotations

from dataclasses import dataclass
from time import monotonic

from textual import events
from textual.message import Message
from textual.strip import Strip
from textual.timer import Timer

from two_of_hearts.engine.cards import Hue
from two_of_hearts.engine.state import Phase
from two_of_hearts.tui.theme import Ink
from two_of_hearts.tui.widgets.drawn import Viewed, blank, fit, wrap
from two_of_hearts.tui.widgets.faces import PAD, Paints, back, face, hand_over, slip
from two_of_hearts.tui.widgets.motion import FRAMES, SECONDS, Motion, motion_of
from two_of_hearts.tui.widgets.room import is_small
from two_of_hearts.tui.widgets.sheets import Sheet, Table
from two_of_hearts.view import View
from two_of_hearts.words import table as words

SIZES = ((38, 84, 25), (0, 64, 19))
"""From so many lines of table on: how wide and how tall a card grows, in cells."""


BARE = (Phase.DRAW, Phase.GIVE, Phase.THANKS)
"""The phases in which no card lies open."""

MOST_LINES = 99
"""More lines than any slip has."""


@dataclass(frozen=True, slots=True)
class Laid:
    """The card in the middle, as it is laid: its sheet and where."""

    sheet: Sheet
    x: int
    y: int
    slip: Sheet | None = None
    on_pile: bool = False


class Card(Viewed):
    """What lies in the middle: the back of the pile, the face of a card, or the hand-over."""

    COMPONENT_CLASSES = {
        "card--face",
        "card--quiet",
        "card--hairline",
        "card--heart",
        "card--under",
        "card--under-quiet",
        "card--back",
        "card--far",
    }

    DEFAULT_CSS = """
    Card {
        height: 1fr;
        & > .card--face { color: $ink; background: $card; }
        & > .card--quiet { color: $ink-muted; background: $card; }
        & > .card--hairline { color: $hairline; background: $card; }
        & > .card--heart { color: $heart; background: $card; }
        & > .card--under { color: $ink; background: $card-under; }
        & > .card--under-quiet { color: $ink-muted; background: $card-under; }
        & > .card--back { color: $back-text; }
        & > .card--far { background: $card-far; }
    }
    """

    _motion: Motion | None = None
    _before: View | None = None
    _around: tuple[object, list[Strip]] | None = None
    _began = 0.0
    _frames: Timer | None = None

    class Pressed(Message):
        """The card was clicked."""

    def on_click(self, event: events.Click) -> None:
        event.stop()
        self.post_message(self.Pressed())

    def watch_view(self, before: View | None, view: View | None) -> None:
        """Show how the card came to lie where it does."""
        self._still()
        motion = motion_of(before, view)
        if motion is not None and self.app.animation_level != "none":
            self._motion, self._before, self._began = motion, before, monotonic()
            self._frames = self.set_interval(SECONDS / FRAMES, self._next_frame)

    def _still(self) -> None:
        if self._frames is not None:
            self._frames.stop()
        self._motion = self._before = self._frames = None

    def _next_frame(self) -> None:
        if monotonic() - self._began >= SECONDS:
            self._still()
        self.refresh()

    # Drawing

    def _paints(self) -> Paints:
        names = ("face", "quiet", "hairline", "heart", "under", "under-quiet")
        return Paints(*(self.style(f"card--{name}") for name in names))

    def _ink(self, hue: Hue) -> Ink:
        return self.table_app.inks[hue]

    def draw_view(self, view: View, width: int, height: int) -> list[Strip]:
        if is_small(self.app.size):
            return self._words_alone(view, width, height)
        laid = self._place(view, width, height)
        table = self._with_piles(view, laid, width, height)
        if self._motion is None or self._before is None:
            self._lay(table, laid, laid.sheet, laid.slip)
        else:
            part = min(1.0, (monotonic() - self._began) / SECONDS)
            before = self._place(self._before, width, height)
            self._lay_moving(table, self._motion, before, laid, part)
        return table.rows

    def _lay_moving(
        self, table: Table, motion: Motion, before: Laid, laid: Laid, part: float
    ) -> None:
        """Lay the cards down as they lie while one of them moves.

        Args:
            table: the table.
            motion: what the card does.
            before: how the card lay before.
            laid: how the card lies in the end.
            part: how far it is, from 0 to 1.
        """
        match motion:
            case Motion.TURN_OVER if part < 0.5:
                self._lay(table, before, before.sheet.turned(1 - 2 * part))
            case Motion.TURN_OVER:
                self._lay(table, laid, laid.sheet.turned(2 * part - 1))
            case Motion.SLIDE_OUT if laid.slip is not None:
                lines = round(len(laid.slip.rows) * part)
                self._lay(table, laid, laid.sheet, laid.slip.pulled(lines))
            case Motion.BRING_BACK:
                way = round((laid.x + laid.sheet.across) * (1 - part))
                table.lay(laid.sheet, laid.x - way, laid.y)
            case Motion.ASIDE:
                self._lay(table, laid, laid.sheet)
                way = round((before.x + before.sheet.across) * part)
                table.lay(before.sheet, before.x - way, before.y)
            case _:
                self._lay(table, laid, laid.sheet)
                way = round((before.x + before.sheet.across) * part)
                table.lay(before.sheet, before.x + way, before.y)

    def _place(self, view: View, width: int, height: int) -> Laid:
        """What lies in the middle of a table of this size, and where."""
        across = width - 22 if width >= 78 else width - 4
        widest, tallest = next((w, t) for least, w, t in SIZES if height >= least)
        return self._middle(view, width, height, min(widest, across), min(tallest, height))

    def _words_alone(self, view: View, width: int, height: int) -> list[Strip]:
        """A small window: what the card says from edge to edge, and no ornament."""
        laid = self._middle(view, width, height + 2, width, height + 2)
        paints, notes = self._paints(), _notes(view, width - 2 * PAD)
        under = slip(paints, notes, width, height - 2) or slip(paints, notes, width, MOST_LINES)
        if view.phase in BARE or under is None:
            return list(laid.sheet.rows)
        # What was turned up last is being read; the first lines of the card make room for it.
        front = self._front(view, width, len(_words(view, width)) + 1)
        lines = [*front.rows[1:], *under.rows]
        return [front.rows[0], *lines[-max(1, height - 1) :]]

    def _lay(self, table: Table, laid: Laid, sheet: Sheet, slip: Sheet | None = None) -> None:
        """Lay a card down, in the middle of the place that it has, and its slip below."""
        if slip is not None and slip.rows:
            table.lay(slip, laid.x + 2, laid.y + sheet.height - 1)
        x = laid.x + (laid.sheet.across - sheet.across) // 2
        table.lay(sheet, x, laid.y, is_high=not laid.on_pile)

    def _middle(self, view: View, width: int, height: int, across: int, down: int) -> Laid:
        """What lies in the middle, and where.

        Args:
            view: what there is to see.
            width: the width of the table.
            height: its height.
            across: how wide a card may be.
            down: how tall it may be.
        """
        if view.phase in (Phase.DRAW, Phase.GIVE):
            narrow = across if across == width else min(across, 44)
            ink, style = self._ink(view.back.hue), self.style("card--back")
            pile = back(style, ink, view.back.sign, view.headline, narrow, down - 3)
            return Laid(pile, (width - narrow) // 2, _above(height, down - 1), on_pile=True)
        paints, x = self._paints(), (width - across) // 2
        if view.phase is Phase.THANKS:
            return Laid(hand_over(paints, view, across, down - 2), x, _above(height, down))
        words, notes, under = len(_words(view, across)), _notes(view), None
        for least in (words + 5, words + 4, words + 3):
            # In a low window the card first gives up its empty lines, then its foot.
            if notes and under is None:
                under = slip(paints, notes, across - 4, height - least - 1)
                down = max(least, min(down, height - len(under.rows) - 1)) if under else down
        whole = down + (len(under.rows) if under else 0)
        return Laid(self._front(view, across, down - 2), x, _above(height, whole), under)

    def _front(self, view: View, across: int, down: int) -> Sheet:
        """The face of the card, or a blank one."""
        kind = view.card.kind if view.card else words.appreciation()
        ink = self._ink((view.card.print if view.card else view.back).hue)
        return face(self._paints(), ink, view.card, kind, words.freely(), across, down)

    def _with_piles(self, view: View, laid: Laid, width: int, height: int) -> Table:
        """The table with all that lies around; it changes seldom, and is kept as it was drawn."""
        around = (min(3, view.set_aside), min(3, view.laid), laid.on_pile)
        key = (around, laid.x, laid.y, laid.sheet.across, laid.sheet.height, width, height)
        table = self.table(width, height)
        if self._around is not None and self._around[0] == key:
            table.rows = list(self._around[1])
        else:
            self._piles(table, view, laid)
            self._around = (key, list(table.rows))
        return table

    def notify_style_update(self) -> None:
        self._around = None
        super().notify_style_update()

    def _piles(self, table: Table, view: View, laid: Laid) -> None:
        """The cards that lie aside, the answered ones, and the rest of the pile under the back."""
        across = min(12, laid.x - 5)
        if laid.on_pile:
            rim = blank(self.style("card--under"))
            rest = [Strip.blank(laid.sheet.across, rim)] * len(laid.sheet.rows)
            table.lay(Sheet.of(rest, laid.sheet.across, rim), laid.x + 1, laid.y + 1)
        if across < 6:
            return
        far = blank(self.style("card--far"))
        small = Sheet.of([Strip.blank(across, far)] * 4, across, far)
        y = laid.y + (laid.sheet.height - small.height) // 2
        places = [(2, view.set_aside), (laid.x * 2 + laid.sheet.across - 3 - across, view.laid)]
        for x, many in places:
            for number in range(min(3, many)):
                table.lay(small, x + number % 2, y - number)


def _above(height: int, whole: int) -> int:
    """How many lines of wood lie above what is in the middle; a little more than below it."""
    spare = max(0, height - whole)
    return min(spare, (spare + 2) // 2)


def _words(view: View, across: int) -> list[str]:
    """What the card says, in lines."""
    return wrap(view.card.text if view.card else words.freely(), across - 2 * PAD)


def _notes(view: View, across: int | None = None) -> list[tuple[str, str]]:
    """What slides out from under the card, each with its sign: follow-ups, and written lines.

    Args:
        view: what there is to see.
        across: in how many cells a written line has to fit; None where it may take several lines.
    """
    follow_ups = view.card.follow_ups if view.card else ()
    lines = [words.note(whose, text) for whose, text in view.notes]
    short = lines if across is None else [fit(line, across) for line in lines]
    return [("↳", text) for text in follow_ups] + [("✎", line) for line in short]
