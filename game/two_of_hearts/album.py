"""The album: what all evenings left, for two who look back.

Nobody's boundaries are in it, nor anything that could tell of them: what was done in private is
not even read. Nor is it told who set a card aside: such a card stands in no list with its drawer.
How often each skipped is counted for `history --json` alone.
"""

from __future__ import annotations

from collections.abc import Mapping, Set
from dataclasses import dataclass, replace

from two_of_hearts.album_fold import Fold
from two_of_hearts.album_pages import (
    Appreciation,
    Evening,
    Face,
    Kept,
    Line,
    Plan,
    Played,
    PlayedRound,
)
from two_of_hearts.engine import events as ev
from two_of_hearts.engine.cards import Card, CardId, Deck, DeckId, Kind
from two_of_hearts.engine.notes import giver_of
from two_of_hearts.engine.offers import unseen_among
from two_of_hearts.engine.partners import Pair, Partner
from two_of_hearts.engine.rounds import Outcome
from two_of_hearts.journal import Journal
from two_of_hearts.journal_check import folding
from two_of_hearts.journal_rows import Note


@dataclass(frozen=True, slots=True)
class Album:
    """What all evenings left."""

    evenings: tuple[Evening, ...]
    """In order, the first one first."""
    kept: tuple[Kept, ...]
    """The cards with a heart, in the order they got it."""
    plans: tuple[Plan, ...]
    """The plans, in the order they were taken on."""
    appreciations: tuple[Appreciation, ...]
    """The appreciations under which something was written, in order."""
    lines: tuple[Line, ...]
    """All other lines, in order."""
    seen: frozenset[CardId]
    """All cards that ever came up."""

    @classmethod
    def of(cls, journal: Journal, titles: Mapping[DeckId, str] | None = None) -> Album:
        """Look back on all that is in a journal.

        Args:
            journal: where the evenings are.
            titles: what decks are called today, for cards that came from beside a round's decks.

        Raises:
            Trouble: the journal cannot be read.
        """
        folds: dict[int, Fold] = {}
        kept: dict[CardId, None] = {}
        with folding(journal):
            for number, row in journal.public_events():
                if isinstance(row.event, ev.EveningBegan):
                    folds[number] = Fold(number, row.at, row.event)
                else:
                    folds[number].add(row.at, row.event)
                if isinstance(row.event, ev.CardKept):
                    kept[row.event.card] = None
                elif isinstance(row.event, ev.CardLetGo):
                    kept.pop(row.event.card, None)
            return _Binding(folds, kept, titles or {}, journal).album()

    def evening(self, number: int) -> Evening | None:
        """The evening of this number, or None where there is none to look back on."""
        return next((one for one in self.evenings if one.number == number), None)

    def only(self, numbers: Set[int]) -> Album:
        """What these evenings alone left; what was ever seen stays as it is.

        A kept card is in it where it came up in one of them, though it may have come again later.
        """
        evenings = tuple(one for one in self.evenings if one.number in numbers)
        last = {card: one.number for one in evenings for card in one.came_up}
        return Album(
            evenings=evenings,
            kept=tuple(
                replace(one, evening=last[one.face.id]) for one in self.kept if one.face.id in last
            ),
            plans=tuple(one for one in self.plans if one.evening in numbers),
            appreciations=tuple(one for one in self.appreciations if one.evening in numbers),
            lines=tuple(one for one in self.lines if one.note.evening in numbers),
            seen=self.seen,
        )


EMPTY = Album((), (), (), (), (), frozenset())
"""The album of two who have not played yet."""


def seen_of(deck: Deck, album: Album) -> tuple[int, int]:
    """How many cards of a deck this couple has seen, and how many it has, as the game counts.

    The game counts no appreciations where it offers a deck; a deck of nothing else is never
    offered, and here all its cards count.
    """
    unseen, cards = unseen_among(deck, album.seen)
    if not cards:
        return sum(card.id in album.seen for card in deck.cards), len(deck.cards)
    return cards - unseen, cards


class _Binding:
    """Binds folded evenings, hearts, lines and ticks into an album."""

    def __init__(
        self,
        folds: Mapping[int, Fold],
        kept: Mapping[CardId, None],
        titles: Mapping[DeckId, str],
        journal: Journal,
    ) -> None:
        self._folds = folds
        self._kept = kept
        self._titles = titles
        self._done = {(tick.evening, tick.card): tick.at for tick in journal.done()}
        self._notes: dict[int, dict[CardId, list[Note]]] = {}
        for note in journal.notes():
            self._notes.setdefault(note.evening, {}).setdefault(note.card, []).append(note)

    def album(self) -> Album:
        folds = [f for f in self._folds.values() if f.rounds or f.number in self._notes]
        last = {card: fold for fold in folds for card in fold.drawn}
        return Album(
            evenings=tuple(self._evening(fold) for fold in folds),
            kept=tuple(
                Kept(self._face(last[id], last[id].drawn[id]), last[id].number)
                for id in self._kept
                if id in last
            ),
            plans=tuple(
                Plan(self._face(fold, card), fold.number, self._done.get((fold.number, card.id)))
                for fold in folds
                for card in fold.state.plans
            ),
            appreciations=tuple(found for fold in folds for found in self._appreciations(fold)),
            lines=tuple(line for fold in folds for line in self._lines(fold)),
            seen=frozenset(last),
        )

    def _evening(self, fold: Fold) -> Evening:
        outcomes = (*fold.state.outcomes, Outcome.OPEN)
        return Evening(
            number=fold.number,
            names=fold.state.names,
            began=fold.began,
            last=fold.last,
            moods=fold.state.moods,
            has_ended=fold.has_ended,
            rounds=tuple(
                PlayedRound(
                    number=round.number,
                    decks=tuple(deck.title for deck in round.decks),
                    ceiling=round.ceiling,
                    outcome=outcomes[round.number - 1],
                    cards=tuple(
                        Played(
                            self._face(fold, fold.drawn[id]),
                            drawer,
                            tuple(self._noted(fold).get(id, ())),
                        )
                        for id, drawer in fold.stayed(round)
                    ),
                )
                for round in fold.rounds.values()
            ),
            came_up=frozenset(fold.drawn),
            skips=Pair(fold.skips[Partner.A], fold.skips[Partner.L]),
        )

    def _noted(self, fold: Fold) -> dict[CardId, list[Note]]:
        """What is written in an evening, by cards, in the order of their first lines."""
        return self._notes.get(fold.number, {})

    def _giver(self, fold: Fold, id: CardId) -> Partner | None:
        """Who said the appreciation; None where it is no such card, or was swapped for another."""
        card = fold.drawn.get(id)
        if card is not None and card.kind is not Kind.APPRECIATION:
            return None
        return giver_of(id) or fold.drawers.get(id)

    def _appreciations(self, fold: Fold) -> list[Appreciation]:
        found = []
        for id, notes in self._noted(fold).items():
            if giver := self._giver(fold, id):
                card = fold.drawn.get(id)
                face = self._face(fold, card) if card else None
                found.append(Appreciation(fold.number, face, giver, tuple(notes)))
        return found

    def _lines(self, fold: Fold) -> list[Line]:
        lines = []
        for id, notes in self._noted(fold).items():
            if self._giver(fold, id) is None:
                card = fold.find(id)
                face = self._face(fold, card) if card else None
                goes_out = id in fold.drawers or id in self._kept
                lines += [Line(note, face, goes_out) for note in notes]
        return lines

    def _face(self, fold: Fold, card: Card) -> Face:
        played = {deck.id: deck.title for round in fold.rounds.values() for deck in round.decks}
        # A deck that is gone has only its id, which its title was mostly like.
        gone = card.deck.replace("-", " ").title()
        title = played.get(card.deck) or self._titles.get(card.deck) or gone
        return Face(card.id, card.text, card.kind, card.depth, title)
