"""Cards that may ask the same thing in other words.

A machine that has no language model can still see shared rare words. Words are cut to their stems,
common ones left out, and each of the others weighs the more the fewer cards have it. What is found
are candidates, for people to look at.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from math import log, sqrt

from two_of_hearts.engine.cards import Card, CardId

ALIKE = 0.55
"""From which likeness on (0 to 1, a cosine of weighted stems) two cards are called candidates."""

RARE = 40
"""A word that more cards than this have brings no two cards together by itself."""

COMMON = """
a about after again all also always am an and another any are as ask at away back be
became because been before being between both but by came can come could day describe did
do does doing done each ever every everything few finish first for from gave get give go
got had has have here how i if in instead into is it its just kind last let like little
long made make many me mine more most much my name never no nobody not nothing now of off
on once one only or other others our out over own partner people person put same say
sentence set she should show so some somebody someone something still such take tell than
that the their them then there these they thing things this those three through time to
together too took turn two until up us use used very was way we well went were what when
where which while who whom whose why will with without word words would yet you your yours
yourself
"""

STOP_WORDS = frozenset(COMMON.split())
"""Words that say nothing of what a card is about."""

ENDINGS = ("ingly", "edly", "ings", "ing", "ies", "ied", "ed", "es", "ly", "s", "y", "e")


@dataclass(frozen=True, slots=True)
class Twins:
    """Two cards that look alike."""

    one: CardId
    other: CardId
    likeness: float
    """From 0, nothing in common, to 1, the same words."""


def stems(text: str) -> list[str]:
    """The words of a text that say what it is about, each cut to its stem.

    Where every word is a common one, all of them: the same text is a twin whatever it says.
    """
    words = re.findall(r"[^\W\d_]+", text.casefold())
    return [_stem(word) for word in words if word not in STOP_WORDS and len(word) > 2] or words


def _stem(word: str) -> str:
    """A word without its ending; at least three letters stay. Rough, but the same for all."""
    for ending in ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            word = word.removesuffix(ending)
            break
    return word[:-1] if len(word) > 3 and word[-1] == word[-2] else word


def find_twins(cards: Iterable[Card], among: frozenset[CardId] | None = None) -> Iterator[Twins]:
    """Pairs of cards that look alike, the most alike first.

    Args:
        cards: all cards that are compared.
        among: only pairs in which one of these is; None for all.
    """
    texts = {card.id: Counter(stems(card.text)) for card in cards}
    spread = Counter(stem for counts in texts.values() for stem in counts)
    # Not the usual logarithm of a share: a large deck beside ours must not change what is rare.
    weights = {stem: 1 / (1 + log(count)) for stem, count in spread.items()}
    vectors = {id: _unit(counts, weights) for id, counts in texts.items()}
    holders: defaultdict[str, list[CardId]] = defaultdict(list)
    for id, vector in vectors.items():
        for stem in vector:
            if spread[stem] <= RARE:
                holders[stem].append(id)
    pairs = {
        (one, other)
        for ids in holders.values()
        for n, one in enumerate(ids)
        for other in ids[n + 1 :]
        if among is None or one in among or other in among
    }
    found = [Twins(one, other, _likeness(vectors[one], vectors[other])) for one, other in pairs]
    alike = [twins for twins in found if twins.likeness >= ALIKE]
    yield from sorted(alike, key=lambda twins: (-twins.likeness, twins.one, twins.other))


def _likeness(one: dict[str, float], other: dict[str, float]) -> float:
    """The cosine of two vectors; 0 where they share a single word and have others."""
    shared = one.keys() & other.keys()
    if len(shared) < 2 and one.keys() != other.keys():
        return 0.0
    return sum(one[stem] * other[stem] for stem in shared)


def _unit(counts: Counter[str], weights: dict[str, float]) -> dict[str, float]:
    """The weights of a text's stems, scaled to a length of one."""
    vector = {stem: weights[stem] for stem in counts}
    length = sqrt(sum(weight * weight for weight in vector.values()))
    return {stem: weight / length for stem, weight in vector.items()} if length else {}
