"""How both feel tonight: one mood for both, or each their own."""

from __future__ import annotations

from two_of_hearts.engine import moves as mv
from two_of_hearts.engine.cards import Mood
from two_of_hearts.engine.partners import Partner
from two_of_hearts.tui.actions import BY_ID, Action
from two_of_hearts.tui.screens.choosing import ChoosingScreen
from two_of_hearts.tui.widgets.choices import Choices, Row
from two_of_hearts.view import View
from two_of_hearts.words import keys as words
from two_of_hearts.words import moves
from two_of_hearts.words.evening import ABOUT_MOODS, MOOD_TITLES
from two_of_hearts.words.lexicon import _

MOODS = tuple(Mood)


class MoodsScreen(ChoosingScreen):
    """A row for each mood; a sign at its left or right end says who feels so."""

    OWN = ("mood_a", "mood_l")

    def offers(self, action: Action, view: View) -> bool:
        if action.id in self.OWN:
            return self.query_one(Choices).cursor is not None
        # The length of a round is chosen where it can be seen.
        return action.id != "turns" and super().offers(action, view)

    def rows(self, view: View) -> tuple[Row, ...]:
        a, l = view.seats.a, view.seats.l  # noqa: E741 - the partner's key
        return tuple(
            Row(
                _(MOOD_TITLES[mood]),
                _(ABOUT_MOODS[mood]),
                a.sign if a.mood is mood else "",
                l.sign if l.mood is mood else "",
            )
            for mood in MOODS
        )

    def first(self, view: View) -> int | None:
        return None

    def about(self, view: View, row: int | None) -> str:
        return view.first_words

    def hint(self, view: View) -> str:
        chosen = self.table.preferences
        return words.how_to_choose_moods(chosen.going_on, *map(chosen.own_key, Partner))

    def label(self, action: Action, view: View) -> str:
        cursor = self.query_one(Choices).cursor
        match action.id:
            case "next" if cursor is not None and MOODS[cursor] not in _picked(view):
                return moves.both_feel(MOODS[cursor])
            case "next":
                return view.natural_label
            case "mood_a" | "mood_l" if cursor is not None and action.partner is not None:
                seat = view.seats.of(action.partner)
                return moves.feels(seat.name, MOODS[cursor])
            case _:
                return super().label(action, view)

    def chosen(self, view: View, row: int, side: str) -> mv.Move | None:
        match side:
            case "left":
                return mv.PickMood(Partner.A, MOODS[row])
            case "right":
                return mv.PickMood(Partner.L, MOODS[row])
            case "enter" if MOODS[row] in _picked(view):
                return view.natural
            case _:
                return mv.ShareMood(MOODS[row])

    def action_act(self, id: str) -> None:
        cursor = self.query_one(Choices).cursor
        partner = BY_ID[id].partner
        if id in self.OWN and cursor is not None and partner is not None:
            self.table.play(mv.PickMood(partner, MOODS[cursor]))
        else:
            super().action_act(id)


def _picked(view: View) -> set[Mood | None]:
    """The moods that somebody has chosen."""
    return {view.seats.a.mood, view.seats.l.mood}
