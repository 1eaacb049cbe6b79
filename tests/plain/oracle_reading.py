"""Reads what the game prints in plain lines: a scene, the choices under it, the short line.

It knows sentences and nothing of the game's own code, so that what it understands is what two
people could understand.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

MOODS = ("playful", "tender", "curious", "dreamy", "brave", "weary", "grateful", "adventurous")
DEPTHS = {"light": 1, "warm": 2, "deep": 3}

KINDS = {
    "question": "question",
    "story": "story",
    "do it now, together": "activity",
    "plan it for another day": "plan",
    "a gesture": "affection",
    "appreciation": "appreciation",
}
"""What the game calls a kind, and what a deck's file calls it."""

TOPICS = {
    "Having or raising children": "children",
    "Quarrels between us": "conflict",
    "Faith and religion": "faith",
    "The family one grew up in": "family",
    "Illness and health": "health",
    "What needs hearing": "hearing",
    "Living together, a home": "home",
    "How bodies look": "looks",
    "Death and grief": "loss",
    "Marriage and weddings": "marriage",
    "Money": "money",
    "Walking, dancing, moving freely": "movement",
    "Former partners": "past-loves",
    "Politics": "politics",
    "School": "school",
    "Sex": "sex",
    "What needs eyesight": "sight",
    "Touching each other": "touch",
    "Work and careers": "work",
}
"""What the game calls a topic, and what a deck's file calls it."""


class Broken(AssertionError):
    """What the game printed is not what its rules say."""


def hold(is_true: object, why: str) -> None:
    """The rules hold, or the game is broken."""
    if not is_true:
        raise Broken(why)


@dataclass(frozen=True, slots=True)
class Printed:
    """A card, as its deck's file has it."""

    text: str
    deck: str
    """The title of its deck."""
    kind: str
    depth: int
    topics: frozenset[str]
    follow_ups: tuple[str, ...]
    has_clock: bool


@dataclass(frozen=True, slots=True)
class Shelf:
    """All decks."""

    cards: dict[str, Printed]
    """By their texts; no two cards of the game say the same."""
    moods: dict[str, dict[str, int]]
    """By the title of a deck: how well it suits each mood."""

    def of(self, title: str) -> list[Printed]:
        """The cards of a deck that are drawn in turns."""
        cards = self.cards.values()
        return [card for card in cards if card.deck == title and card.kind != "appreciation"]


def shelf(folders: Sequence[Path]) -> Shelf:
    """Read the decks from their files."""
    cards: dict[str, Printed] = {}
    moods = {}
    for file in sorted(file for folder in folders for file in folder.glob("*.toml")):
        deck = tomllib.loads(file.read_text())
        moods[deck["title"]] = deck["moods"]
        for card in deck["card"]:
            hold(card["text"] not in cards, f"two cards say: {card['text']}")
            cards[card["text"]] = Printed(
                text=card["text"],
                deck=deck["title"],
                kind=card.get("kind", deck["kind"]),
                depth=card["depth"],
                topics=frozenset(card.get("topics", ())),
                follow_ups=tuple(card.get("follow_ups", ())),
                has_clock="clock" in card,
            )
    return Shelf(cards, moods)


@dataclass(frozen=True, slots=True)
class Choice:
    """Something that the game offers."""

    number: str
    """Empty for one partner's own."""
    word: str
    label: str
    about: str
    is_first: bool = False

    @property
    def is_own(self) -> bool:
        """Whether only its word chooses it."""
        return not self.number


FIRST = re.compile(r"(\d+)\. (.+?); or just Enter\.(?: (.*))?")
OWN = re.compile(r"([al]): (.+?)\.(?: (.*))?")
WORD = re.compile(r"(\d+)\. ([a-z]+): (.+?)\.(?: (.*))?")
NUMBER = re.compile(r"(\d+)\. (.+?)[.?](?: (.*))?")
SHORT = re.compile(r"Enter: (.+?)\. (?:Or: (.+); question|Question) mark for all\.")


def choices(lines: Sequence[str]) -> list[Choice]:
    """Choices in full, one to a line."""
    told = []
    for line in lines:
        if match := FIRST.fullmatch(line):
            told.append(Choice(match[1], "", match[2], match[3] or "", True))
        elif match := OWN.fullmatch(line):
            told.append(Choice("", match[1], match[2], match[3] or ""))
        elif match := WORD.fullmatch(line):
            told.append(Choice(match[1], match[2], match[3], match[4] or ""))
        elif match := NUMBER.fullmatch(line):
            told.append(Choice(match[1], "", match[2], match[3] or ""))
        else:
            raise Broken(f"no choice: {line}")
    numbers = [int(choice.number) for choice in told if choice.number]
    hold(numbers == list(range(1, len(numbers) + 1)), f"numbers that do not count: {lines}")
    return told


def split(lines: Sequence[str]) -> tuple[list[str], list[str]]:
    """What comes before the choices in full, and these."""
    at = next((n for n, line in enumerate(lines) if FIRST.fullmatch(line)), len(lines))
    return list(lines[:at]), list(lines[at:])


PHASES = {
    "moods": r"How do you feel tonight\?",
    "decks": r"Which deck shall it be\?",
    "draw": r"(?P<who>.+), draw (?:a|another) card\.",
    "answer": r"(?P<who>.+) speaks\.",
    "reply": r"Now (?P<who>.+), the same card\.",
    "together": r"For both of you, together\.",
    "thanks": r"(?P<who>.+), thank .+ for opening up\.",
    "give": r"(?:No card is left that fits\. )?(?P<who>.+), draw an appreciation for .+\.",
    "say": r"(?P<who>.+), say it to .+\.",
    "respond": r"(?P<who>.+), say what landed\.",
    "goodbye": r"Until the next evening\.",
}
"""By its phase, the line that says what happens now, and who does it."""

OUTCOMES = {
    "That was a whole round.": "completed",
    "A shorter round, well rounded off.": "wrapped up",
    "This deck had no more cards that fitted.": "ran out",
}

PLACE = re.compile(r"Round (\d+), turn (\d+) of (\d+), no deeper than (light|warm|deep)\.")
CARD = re.compile(r"A card of (.+): ([^:]+), (light|warm|deep)\.")


@dataclass(frozen=True, slots=True)
class Scene:
    """What lies on the table, as it is told to somebody who asks."""

    phase: str
    who: str
    """Who acts; empty where it is both."""
    outcome: str
    """How the last round ended, between rounds."""
    place: tuple[int, int, int, int] | None
    """Round, turn, turns and ceiling, before a draw."""
    card: str
    """Its text; empty where none lies there."""
    follow_ups: tuple[str, ...]
    has_heart: bool
    has_clock: bool
    ran_out: bool
    lines: tuple[str, ...]
    """All that was said."""
    choices: tuple[Choice, ...]


def scene(lines: Sequence[str], shelf: Shelf) -> Scene:
    """What a question mark was answered with."""
    told, listed = split(lines)
    phase, who, outcome = "", "", ""
    for line in told:
        for name, pattern in PHASES.items():
            if not phase and (match := re.fullmatch(pattern, line)):
                phase, who = name, match.groupdict().get("who") or ""
        if not phase and line in OUTCOMES:
            phase, outcome = "between", OUTCOMES[line]
    hold(phase, f"nothing says what happens now: {told}")
    place = next((match for line in told if (match := PLACE.fullmatch(line))), None)
    return Scene(
        phase=phase,
        who=who,
        outcome=outcome,
        place=(int(place[1]), int(place[2]), int(place[3]), DEPTHS[place[4]]) if place else None,
        card=_card(told, shelf),
        follow_ups=tuple(line[11:] for line in told if line.startswith("Tell more: ")),
        has_heart="It has a heart." in told,
        has_clock=any(line.startswith("It has a clock of ") for line in told),
        ran_out=any(line.startswith("No card is left that fits. ") for line in told),
        lines=tuple(told),
        choices=tuple(choices(listed)),
    )


def _card(told: Sequence[str], shelf: Shelf) -> str:
    """The words of the card, which are those of its deck's file."""
    for n, line in enumerate(told[:-1]):
        if match := CARD.fullmatch(line):
            text = told[n + 1]
            hold(text in shelf.cards, f"a card of no deck: {text}")
            card = shelf.cards[text]
            same = (card.deck, card.kind, card.depth)
            hold(same == (match[1], KINDS[match[2]], DEPTHS[match[3]]), f"{line} is not {card}")
            return text
    return ""
