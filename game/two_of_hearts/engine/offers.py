"""Which decks are offered, best fit first (rules, Sitting down 1)."""

from __future__ import annotations

from collections.abc import Set

from two_of_hearts.engine.cards import CardId, Deck, Depth, Kind
from two_of_hearts.engine.dealing import could_be_played
from two_of_hearts.engine.state import State

SURPRISE = 3
"""How many decks "Surprise us" mixes."""


def fits(state: State, deck: Deck) -> tuple[int, int]:
    """How well a deck suits tonight: how many of the two it suits, then how well in all.

    A mood that both share counts for both. Where one partner said nothing, the deck has only the
    other one to suit.
    """
    values = [deck.moods.get(mood, 0) for mood in state.moods if mood is not None]
    return sum(value > 0 for value in values), sum(values)


def offered(state: State) -> tuple[Deck, ...]:
    """The decks that could be played now, best fit first.

    Among decks that fit alike the one with more cards still unseen comes first, then the order of
    the titles decides.
    """

    def rank(deck: Deck) -> tuple[int, int, float, str]:
        suited, fit = fits(state, deck)
        unseen, cards = unseen_of(state, deck)
        return -suited, -fit, -unseen / cards, deck.title

    decks = [deck for deck in state.decks if could_be_played(state, deck.cards, state.ceiling)]
    return tuple(sorted(decks, key=rank))


def unseen_of(state: State, deck: Deck) -> tuple[int, int]:
    """How many cards of a deck this couple has not seen, and how many it has.

    Boundaries are not looked at, so that the numbers tell nothing of them.
    """
    return unseen_among(deck, state.memory.seen.keys() | {card.id for card in state.drawn})


def unseen_among(deck: Deck, seen: Set[CardId]) -> tuple[int, int]:
    """How many cards of a deck are not among those seen, and how many it has.

    Appreciations do not count: they come from every deck, whichever is played.
    """
    playable = [card.id for card in deck.cards if card.kind is not Kind.APPRECIATION]
    return sum(card not in seen for card in playable), len(playable)


def can_play_on(state: State, ceiling: int) -> bool:
    """Whether the decks of the last round, still on the shelf, could fill another round."""
    if state.round is None or ceiling not in (1, 2, 3):
        return False
    names = {deck.id for deck in state.round.decks}
    return any(
        deck.id in names and could_be_played(state, deck.cards, Depth(ceiling))
        for deck in state.decks
    )
