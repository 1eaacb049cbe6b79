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
from two_of_hearts.words import flaws

MENDS = {
    "title": f"Write the deck's name in quotes, at most {TITLE_LENGTH} characters.",
    "about": f"Write one sentence in quotes, at most {LINE_LENGTH} characters.",
    "language": 'Write language = "en", or the tag of another language.',
    "sign": 'Write one character of ordinary width in quotes, as in "♪".',
    "hue": f"Write one of {', '.join(Hue)}.",
    "moods": "Write a table [moods] with lines like tender = 2, each from 1 to 3.",
    "card": f"Write at least one [[card]], and at most {MOST_CARDS}.",
    "id": "Write small letters, digits and hyphens in quotes, at most 32.",
    "text": f"Write the prompt in quotes, at most {TEXT_LENGTH} characters.",
    "depth": "Write 1 (light), 2 (warm) or 3 (deep).",
    "kind": f"Write one of {', '.join(Kind)}.",
    "topics": f"Write a list of these: {', '.join(Topic)}.",
    "follow_ups": f"Write a list of at most 6 questions of at most {LINE_LENGTH} characters each.",
    "clock": "Write whole seconds, from 10 to 1800.",
    "from": "Write a list of ids from Q01 to Q16, S1 to S7 and F1 to F3, or leave it out.",
}
"""What to do about each key."""

CHOICES: dict[str, type[Enum]] = {"kind": Kind, "topics": Topic, "moods": Mood, "hue": Hue}
"""The keys whose words come from a list."""

LENGTHS = {"title": TITLE_LENGTH, "about": LINE_LENGTH, "text": TEXT_LENGTH}
"""The keys that are shown, and how long they may be."""

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
        yield Fault(None, "card", "It has no list of cards.", MENDS["card"])
        return
    if len(cards) > MOST_CARDS:
        wrong = f"It has {len(cards)} cards, and {MOST_CARDS} is the most."
        yield Fault(None, None, wrong, "Make several decks of it.")
        return
    for number, card in enumerate(cards):
        if isinstance(card, dict):
            yield from _keys(number, card, CARD_KEYS)
            yield from _follow_ups(number, card)
        else:
            yield Fault(number, None, "It is no table.", "Begin each card with [[card]].")
    yield from _twice(cards)


def _keys(card: int | None, table: dict[str, Any], known: dict[str, Any]) -> Iterator[Fault]:
    """What is wrong with the keys of a head or a card, each by itself."""
    misspelt = set()
    for key in (key for key in table if key not in known):
        nearest = _nearest(key, known)
        misspelt.add(nearest)
        mend = f"Did you mean {nearest}?" if nearest else f"The keys are {', '.join(known)}."
        yield Fault(card, key, f"There is no key {_quoted(key)}.", mend)
    for key, field in known.items():
        if key == "card":
            continue
        if key not in table:
            if field.required and key not in misspelt:
                yield Fault(card, None, f"The key {key} is missing.", MENDS[key])
            continue
        value = table[key]
        if isinstance(value, str) and key in LENGTHS:
            if problem := flaw(value, LENGTHS[key]):
                yield Fault(card, key, flaws.of_key(key, problem), MENDS[key])
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
        words = [value] if isinstance(value, str) else list(value) if _is_many(value) else []
        for word in words:
            if isinstance(word, str) and word not in known:
                nearest = _nearest(word, known)
                mend = f"Did you mean {nearest}?" if nearest else f"Choose from {', '.join(known)}."
                return Fault(card, key, f"{key} does not know {_quoted(word)}.", mend)
    if key == "moods" and isinstance(value, dict):
        for mood, fit in value.items():
            if not isinstance(fit, int) or isinstance(fit, bool) or not 1 <= fit <= 3:
                wrong = f"The fit of {mood} cannot be {_quoted(fit)}."
                return Fault(card, mood, wrong, MENDS[key])
    return Fault(card, key, f"{key} cannot be {_quoted(value)}.", MENDS[key])


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
            yield Fault(number, "follow_ups", flaws.of_follow_up(problem), MENDS["follow_ups"])
    depth = card.get("depth")
    if depth in (Depth.WARM, Depth.DEEP) and len(follow_ups) < 2:
        wrong = f"A card of depth {depth} has two follow-ups or more, this one {len(follow_ups)}."
        yield Fault(
            number, "follow_ups", wrong, "Write what one could ask next, in two directions."
        )


def _twice(cards: list[Any]) -> Iterator[Fault]:
    """Cards whose id another card before them has."""
    seen: Counter[str] = Counter()
    for number, card in enumerate(cards):
        id = card.get("id") if isinstance(card, dict) else None
        if isinstance(id, str):
            seen[id] += 1
            if seen[id] == 2:
                yield Fault(number, "id", "Another card has this id.", "Give each card its own.")


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
        return "a number of thousands of digits"
