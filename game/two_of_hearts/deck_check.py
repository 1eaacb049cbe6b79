"""Everything that is wrong with a deck's table, at once.

msgspec stops at the first error of what it converts. So each key is converted by itself, and what
the types cannot say (texts fit for a screen, ids told apart, follow-ups enough) comes after.
"""

from __future__ import annotations

import reprlib
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import get_close_matches
from enum import Enum
from itertools import islice
from typing import Any

import msgspec

from two_of_hearts.deck_file import (
    LINE_LENGTH,
    MOST_CARDS,
    TEXT_LENGTH,
    TITLE_LENGTH,
    CardFile,
    DeckFile,
)
from two_of_hearts.engine.cards import Depth, Hue, Kind, Mood, Topic
from two_of_hearts.engine.text import flaw, is_sign
from two_of_hearts.words import deck_faults as words
from two_of_hearts.words import flaws

CHOICES: dict[str, type[Enum]] = {"kind": Kind, "topics": Topic, "moods": Mood, "hue": Hue}
"""The keys whose words come from a list."""

LENGTHS = {"title": TITLE_LENGTH, "about": LINE_LENGTH, "text": TEXT_LENGTH}
"""The keys that are shown, and how long they may be."""

MOST = LENGTHS | {"card": MOST_CARDS, "follow_ups": LINE_LENGTH}
"""The most that is said of a key in its mend: characters, or cards."""

MOST_FAULTS = 100
"""How many faults of one file are told; whoever mends them sees the next ones."""

HEAD_KEYS = {field.encode_name: field for field in msgspec.structs.fields(DeckFile)}
CARD_KEYS = {field.encode_name: field for field in msgspec.structs.fields(CardFile)}


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing that is wrong with a table."""

    card: int | None
    """Which card, from 0; None for the head."""
    key: str | None
    """Which key."""
    wrong: str
    """What is wrong."""
    mend: str
    """What to do about it."""


def check(table: dict[str, Any]) -> list[Fault]:
    """Everything that is wrong with a deck's table, to a limit; nothing when it is sound."""
    return list(islice(_faults(table), MOST_FAULTS))


def _faults(table: dict[str, Any]) -> Iterator[Fault]:
    yield from _keys(None, table, HEAD_KEYS)
    cards = table.get("card")
    if not isinstance(cards, list) or not cards:
        yield Fault(None, "card", words.no_cards(), _mend("card"))
        return
    if len(cards) > MOST_CARDS:
        wrong = words.too_many_cards(len(cards), MOST_CARDS)
        yield Fault(None, None, wrong, words.several_decks())
        return
    for number, card in enumerate(cards):
        if isinstance(card, dict):
            yield from _keys(number, card, CARD_KEYS)
            yield from _follow_ups(number, card)
        else:
            yield Fault(number, None, *words.no_table())
    yield from _twice(cards)


def _keys(card: int | None, table: dict[str, Any], known: dict[str, Any]) -> Iterator[Fault]:
    """What is wrong with the keys of a head or a card, each by itself."""
    misspelt = set()
    for key in (key for key in table if key not in known):
        nearest = _nearest(key, known)
        misspelt.add(nearest)
        mend = words.meant(nearest) if nearest else words.keys_are(known)
        yield Fault(card, key, words.no_key(_quoted(key)), mend)
    for key, field in known.items():
        if key == "card":
            continue
        if key not in table:
            if field.required and key not in misspelt:
                yield Fault(card, None, words.missing(key), _mend(key))
            continue
        value = table[key]
        if isinstance(value, str) and key in LENGTHS:
            if problem := flaw(value, LENGTHS[key]):
                yield Fault(card, key, flaws.of_key(key, problem), _mend(key))
            continue
        if key == "sign" and not (isinstance(value, str) and is_sign(value)):
            yield _wrong_value(card, key, value)
            continue
        try:
            msgspec.convert(value, field.type)
        except msgspec.ValidationError:
            yield _wrong_value(card, key, value)


def _wrong_value(card: int | None, key: str, value: Any) -> Fault:
    """A value of the wrong type, length or spelling."""
    if key in CHOICES:
        known = [choice.value for choice in CHOICES[key]]
        said = [value] if isinstance(value, str) else list(value) if _is_many(value) else []
        for word in said:
            if isinstance(word, str) and word not in known:
                nearest = _nearest(word, known)
                mend = words.meant(nearest) if nearest else words.choose_from(known)
                return Fault(card, key, words.not_known(key, _quoted(word)), mend)
    if key == "moods" and isinstance(value, dict):
        for mood, fit in value.items():
            if not isinstance(fit, int) or isinstance(fit, bool) or not 1 <= fit <= 3:
                return Fault(card, mood, words.bad_fit(mood, _quoted(fit)), _mend(key))
    return Fault(card, key, words.cannot_be(key, _quoted(value)), _mend(key))


def _mend(key: str) -> str:
    known = (choice.value for choice in CHOICES.get(key, ()))
    return words.mend(key, MOST.get(key, 0), known)


def _follow_ups(number: int, card: dict[str, Any]) -> Iterator[Fault]:
    """What is wrong with a card's follow-ups beyond their types."""
    follow_ups = card.get("follow_ups", [])
    if not isinstance(follow_ups, list):
        return
    for text in follow_ups:
        if (
            isinstance(text, str)
            and 0 < len(text) <= LINE_LENGTH
            and (problem := flaw(text, LINE_LENGTH))
        ):
            yield Fault(number, "follow_ups", flaws.of_follow_up(problem), _mend("follow_ups"))
    depth = card.get("depth")
    if depth in (Depth.WARM, Depth.DEEP) and len(follow_ups) < 2:
        yield Fault(number, "follow_ups", *words.few_follow_ups(depth, len(follow_ups)))


def _twice(cards: list[Any]) -> Iterator[Fault]:
    """Cards whose id another card before them has."""
    seen: Counter[str] = Counter()
    for number, card in enumerate(cards):
        id = card.get("id") if isinstance(card, dict) else None
        if isinstance(id, str):
            seen[id] += 1
            if seen[id] == 2:
                yield Fault(number, "id", *words.same_id())


def _is_many(value: Any) -> bool:
    return isinstance(value, list | dict)


def _nearest(word: str, known: Any) -> str | None:
    return next(iter(get_close_matches(word, list(known), n=1)), None)


def _quoted(value: Any) -> str:
    """A value as it may stand in a message: short, and with everything strange spelled out."""
    short = reprlib.Repr()
    short.maxstring = short.maxother = 40
    short.maxlevel = 2
    try:
        return short.repr(value)
    except ValueError:
        return words.huge_number()
