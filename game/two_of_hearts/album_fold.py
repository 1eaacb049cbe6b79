"""One evening of the album, folded from its events by the game's own rules."""

from __future__ import annotations

from collections import Counter
from datetime import datetime

from two_of_hearts.engine import events as ev
from two_of_hearts.engine import rules
from two_of_hearts.engine.cards import Card, CardId
from two_of_hearts.engine.memory import Memory
from two_of_hearts.engine.partners import Partner
from two_of_hearts.engine.rounds import Round
from two_of_hearts.engine.state import Phase


class Fold:
    """What is known of an evening while its events are told, one by one.

    Args:
        number: which evening.
        began: when they sat down.
        event: the first event.
    """

    def __init__(self, number: int, began: datetime, event: ev.EveningBegan) -> None:
        self.number = number
        self.began = began
        self.last = began
        self.state = rules.begin(event, (), Memory())
        self.rounds: dict[int, Round] = {}
        self.drawn: dict[CardId, Card] = {}
        """Every card that came up."""
        self.drawers: dict[CardId, Partner] = {}
        """Who drew it, of those that were not set aside."""
        self.skips: Counter[Partner] = Counter()
        self._round_of: dict[CardId, int] = {}

    def add(self, at: datetime, event: ev.Event) -> None:
        """Tell the next event."""
        before = self.state
        self.state = rules.evolve(before, event)
        self.last = at
        round = self.state.round
        if round is None:
            return
        self.rounds[round.number] = round
        match event:
            case ev.CardDrawn(partner=partner, card=id):
                self._turn_up(id, partner, round)
            case ev.CardBroughtBack(card=id):
                self._turn_up(id, round.drawer, round)
            case ev.AppreciationDrawn(partner=partner, card=id):
                self._swap(before.round)
                self._turn_up(id, partner, round)
            case ev.AppreciationFreed():
                self._swap(before.round)
            case ev.CardSkipped(partner=partner, card=id):
                self.drawers.pop(id)
                self.skips[partner] += 1
            case ev.ReplySkipped(partner=partner):
                self.skips[partner] += 1
            case _:
                pass

    def _turn_up(self, id: CardId, drawer: Partner, round: Round) -> None:
        assert round.card is not None
        self.drawn[id] = round.card
        self.drawers[id] = drawer
        self._round_of[id] = round.number

    def _swap(self, round: Round | None) -> None:
        """An appreciation that lies on the table unsaid makes room for another."""
        if round and round.card:
            self.drawers.pop(round.card.id)

    @property
    def has_ended(self) -> bool:
        """Whether they said goodbye."""
        return self.state.phase is Phase.GOODBYE

    def stayed(self, round: Round) -> list[tuple[CardId, Partner]]:
        """The cards of a round that were not set aside, in order, each with who drew it."""
        number = round.number
        return [(id, who) for id, who in self.drawers.items() if self._round_of[id] == number]

    def find(self, id: CardId) -> Card | None:
        """A card of this evening; of its piles, where its draw was taken back."""
        piles = (pile for round in self.rounds.values() for pile in (round.pile, round.thanks))
        unseen = (card for pile in piles for card in pile if card.id == id)
        return self.drawn.get(id) or next(unseen, None)
