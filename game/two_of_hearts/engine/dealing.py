"""Which card comes next (rules, How deep it goes; Skips 3 and 4; What is remembered 1).

All chance in the game is `chance`: a keyed hash (BLAKE2b, in the standard library) of the
evening's seed and the name of what is being decided. It has no state, it is the same in every
Python, and a card that is added to a deck does not move the others.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from hashlib import blake2b

from two_of_hearts.engine.cards import Card, Depth, Kind
from two_of_hearts.engine.memory import Memory
from two_of_hearts.engine.partners import Partner
from two_of_hearts.engine.rounds import Round
from two_of_hearts.engine.state import State


def chance(seed: int, about: str) -> int:
    """A number from 0 to 2**64 - 1 that depends on nothing but the seed and what it is about."""
    return int.from_bytes(blake2b(f"{seed}:{about}".encode(), digest_size=8).digest(), "big")


def toss(seed: int) -> Partner:
    """The coin toss of the very first round."""
    return Partner.A if chance(seed, "coin") % 2 == 0 else Partner.L


def shuffled(cards: Iterable[Card], memory: Memory, seed: int) -> tuple[Card, ...]:
    """Cards in the order they are dealt: unseen ones first, then those seen longest ago."""
    return tuple(sorted(cards, key=lambda c: (memory.seen.get(c.id, 0), chance(seed, c.id), c.id)))


def depth_of_pair(pair: int, pairs: int, ceiling: Depth) -> Depth:
    """How deep a pair of turns is dealt (rules, How deep it goes 1 and 2).

    The levels from light to the ceiling are spread over the pairs in blocks as even as can be.

    Args:
        pair: which pair, from 0.
        pairs: how many pairs the round has.
        ceiling: how deep the round may go.
    """
    return Depth(1 + min(pair, pair * ceiling // pairs))


def depth_wanted(round: Round) -> tuple[Depth, Depth]:
    """The depth that the next card should have, and the depth that it may have at the most."""
    if not round.skipped:
        return depth_of_pair(round.turn // 2, round.turns // 2, round.ceiling), round.ceiling
    most = min(card.depth for card in round.skipped)
    if len(round.skipped) >= 2:
        return Depth(max(Depth.LIGHT, most - 1)), most
    return most, most


def by_nearness(wanted: Depth, most: Depth) -> Iterator[Depth]:
    """Depths in the order in which they are tried: as wanted, lighter, then deeper."""
    for depth in range(wanted, 0, -1):
        yield Depth(depth)
    for depth in range(wanted + 1, most + 1):
        yield Depth(depth)


def may_be_dealt(state: State, cards: Iterable[Card]) -> list[Card]:
    """Those cards that were not drawn this evening, and that nobody has taken out or left out."""
    drawn = {card.id for card in state.drawn}
    boundaries = state.boundaries
    return [
        card
        for card in cards
        if card.id not in drawn
        and card.id not in state.retired
        and boundaries.isdisjoint(card.topics)
    ]


def next_card(state: State) -> Card | None:
    """The card that the drawer turns up, or None where the pile has run out."""
    assert state.round is not None
    cards = may_be_dealt(state, state.round.pile)
    wanted, most = depth_wanted(state.round)
    for depth in by_nearness(wanted, most):
        for card in cards:
            if card.depth == depth:
                return card
    return None


def next_thanks(state: State) -> Card | None:
    """The next appreciation card no deeper than the round, or None where none is left."""
    assert state.round is not None
    cards = may_be_dealt(state, state.round.thanks)
    return next((card for card in cards if card.depth <= state.round.ceiling), None)


def could_be_played(state: State, cards: Iterable[Card], ceiling: Depth) -> list[Card]:
    """The cards of a deck that a round with this ceiling may deal.

    It does not look at boundaries: whether a deck is offered must not tell what was marked in
    private.
    """
    drawn = {card.id for card in state.drawn}
    return [
        card
        for card in cards
        if card.kind is not Kind.APPRECIATION
        and card.depth <= ceiling
        and card.id not in drawn
        and card.id not in state.retired
    ]
