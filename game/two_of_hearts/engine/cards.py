"""Cards and decks: what lies in the box. Frozen, so that none changes while it is played."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import IntEnum, StrEnum
from typing import NewType

DeckId = NewType("DeckId", str)
"""The name of a deck's file without its ending: ``way-back``."""

CardId = NewType("CardId", str)
"""Deck and card together, unique in the whole box: ``way-back/den``."""


class Kind(StrEnum):
    """What a card asks of two people (rules, Words)."""

    QUESTION = "question"
    STORY = "story"
    ACTIVITY = "activity"
    PLAN = "plan"
    AFFECTION = "affection"
    APPRECIATION = "appreciation"

    @property
    def is_spoken(self) -> bool:
        """Whether one speaks while the other listens; the other kinds are done together."""
        return self in (Kind.QUESTION, Kind.STORY)


class Depth(IntEnum):
    """How much trust a card needs."""

    LIGHT = 1
    WARM = 2
    DEEP = 3


class Mood(StrEnum):
    """How an evening feels."""

    PLAYFUL = "playful"
    TENDER = "tender"
    CURIOUS = "curious"
    DREAMY = "dreamy"
    BRAVE = "brave"
    WEARY = "weary"
    GRATEFUL = "grateful"
    ADVENTUROUS = "adventurous"


class Topic(StrEnum):
    """What a card takes for granted or touches, and what a partner may leave out."""

    CHILDREN = "children"
    CONFLICT = "conflict"
    FAITH = "faith"
    FAMILY = "family"
    HEALTH = "health"
    HEARING = "hearing"
    HOME = "home"
    LOOKS = "looks"
    LOSS = "loss"
    MARRIAGE = "marriage"
    MONEY = "money"
    MOVEMENT = "movement"
    PAST_LOVES = "past-loves"
    POLITICS = "politics"
    SCHOOL = "school"
    SEX = "sex"
    SIGHT = "sight"
    TOUCH = "touch"
    WORK = "work"


class Hue(StrEnum):
    """The colour of a deck's backs. Each theme prints it in its own way."""

    CRIMSON = "crimson"
    ROSE = "rose"
    CORAL = "coral"
    CLAY = "clay"
    AMBER = "amber"
    BRONZE = "bronze"
    OLIVE = "olive"
    MOSS = "moss"
    TEAL = "teal"
    SKY = "sky"
    SLATE = "slate"
    INDIGO = "indigo"
    PLUM = "plum"
    WINE = "wine"


@dataclass(frozen=True, slots=True)
class Card:
    """One prompt."""

    id: CardId
    """Stable and hand-written; what the game remembers a card by."""
    text: str
    """The prompt, as it is read aloud."""
    kind: Kind
    """What it asks for; decides how its turn goes."""
    depth: Depth
    """How much trust it needs."""
    topics: tuple[Topic, ...] = ()
    """What it takes for granted, in the order of the alphabet."""
    follow_ups: tuple[str, ...] = ()
    """Its own further questions, turned up one by one with "tell me more"."""
    clock: int | None = None
    """Seconds of its clock, where it has one."""

    @property
    def deck(self) -> DeckId:
        """The deck that the card comes from."""
        return DeckId(self.id.partition("/")[0])


@dataclass(frozen=True, slots=True)
class Deck:
    """A themed set of cards."""

    id: DeckId
    """The name of its file without the ending."""
    title: str
    """Its name on the table."""
    about: str
    """One sentence that says what it is about."""
    language: str
    """The language of its cards, as a BCP 47 tag: ``en``."""
    moods: Mapping[Mood, int]
    """For which moods it is good, and how good: 1 to 3."""
    cards: tuple[Card, ...]
    """In the order of the file."""
    sign: str = "♥"
    """What its backs are printed with: one character, one cell wide."""
    hue: Hue = Hue.CRIMSON
    """The colour of its backs."""
