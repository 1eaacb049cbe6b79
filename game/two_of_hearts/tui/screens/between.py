"""After a round: the same again, lighter, deeper with both keys, another deck, or goodbye."""

from __future__ import annotations

from two_of_hearts.engine import moves as mv
from two_of_hearts.engine.partners import Partner
from two_of_hearts.tui.actions import Action
from two_of_hearts.tui.screens.choosing import ChoosingScreen
from two_of_hearts.tui.widgets.choices import Choices, Row
from two_of_hearts.view import View
from two_of_hearts.words import actions
from two_of_hearts.words import keys as words


class BetweenScreen(ChoosingScreen):
    """What may come next. A deeper round opens only when both have pressed their own key."""

    def rows(self, view: View) -> tuple[Row, ...]:
        return tuple(
            Row(offer.label, self.table.preferences.own_key(offer.move.partner))
            if isinstance(offer.move, mv.WishDeeper | mv.WithdrawDeeper)
            else Row(offer.label)
            for offer in view.offers
        )

    def chosen(self, view: View, row: int, side: str) -> mv.Move | None:
        move = super().chosen(view, row, side)
        own = isinstance(move, mv.WishDeeper | mv.WithdrawDeeper)
        # Enter is anybody's key; a deeper round wants each one's own.
        return None if own and side == "enter" else move

    def label(self, action: Action, view: View) -> str:
        label = super().label(action, view)
        cursor = self.query_one(Choices).cursor
        if action.id == "next" and cursor is not None and not self.chosen(view, cursor, "enter"):
            return actions.own_key()
        return label

    def about(self, view: View, row: int | None) -> str:
        seats = [seat for seat in view.seats if seat.wishes_deeper]
        if seats:
            other = view.seats.of(seats[0].partner.other)
            one = seats[0].name
            key = self.table.preferences.own_key(other.partner)
            return words.one_for_deeper(one, other.name, key)
        if any(isinstance(offer.move, mv.WishDeeper) for offer in view.offers):
            return words.both_for_deeper(*map(self.table.preferences.own_key, Partner))
        return ""
