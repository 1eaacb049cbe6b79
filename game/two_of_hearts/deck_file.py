"""The format of a deck's file, as types: what may stand in it, and of what shape.

`decks/schema.json` is written from these types, so that an editor knows what the game knows.
"""

from __future__ import annotations

from typing import Annotated

import msgspec
from msgspec import UNSET, Meta, Struct, UnsetType

from two_of_hearts.engine.cards import Depth, Hue, Kind, Mood, Topic

TEXT_LENGTH = 160
"""How many characters a card's text may have."""

LINE_LENGTH = 120
"""How many characters a follow-up or a deck's `about` may have."""

TITLE_LENGTH = 40
"""How many characters a deck's title may have."""

MOST_CARDS = 2000
"""How many cards a deck may have."""

SLUG = r"^[a-z0-9]+(-[a-z0-9]+)*$(?!\n)"
"""The form of a card's id and of a deck's file name."""

ORIGINS = r"^(Q0[1-9]|Q1[0-6]|S[1-7]|F[1-3])$(?!\n)"
"""The ids of the ideas that the game's own decks are made from."""

Slug = Annotated[str, Meta(pattern=SLUG, max_length=32)]
Line = Annotated[str, Meta(min_length=1, max_length=LINE_LENGTH)]
Clock = Annotated[int, Meta(ge=10, le=1800)]


class CardFile(Struct, forbid_unknown_fields=True, rename={"origin": "from"}):
    """One `[[card]]`."""

    id: Annotated[
        Slug,
        Meta(description="Short, hand-written, unique in the deck. Never change or reuse it."),
    ]
    text: Annotated[
        str,
        Meta(min_length=1, max_length=TEXT_LENGTH, description="The prompt, as it is read aloud."),
    ]
    depth: Annotated[Depth, Meta(description="1 light, 2 warm, 3 deep.")]
    kind: Annotated[Kind | UnsetType, Meta(description="Where it is not the deck's kind.")] = UNSET
    topics: Annotated[
        list[Topic], Meta(description="What the card touches or takes for granted.")
    ] = []
    follow_ups: Annotated[
        list[Line],
        Meta(max_length=6, description="Further questions; at least two for depth 2 and 3."),
    ] = []
    clock: Annotated[Clock | UnsetType, Meta(description="Seconds, where a clock helps.")] = UNSET
    origin: Annotated[
        list[Annotated[str, Meta(pattern=ORIGINS)]],
        Meta(description="Which of the game's ideas the card grew from."),
    ] = []


class DeckFile(Struct, forbid_unknown_fields=True, rename={"cards": "card"}):
    """The whole file: its head, then its cards."""

    title: Annotated[
        str,
        Meta(min_length=1, max_length=TITLE_LENGTH, description="The deck's name on the table."),
    ]
    about: Annotated[Line, Meta(description="One sentence that says what the deck is about.")]
    language: Annotated[
        str, Meta(pattern=r"^[a-z]{2,3}(-[A-Za-z0-9]+)*$(?!\n)", description='As in "en".')
    ]
    kind: Annotated[Kind, Meta(description="The kind of every card that names none.")]
    moods: Annotated[
        dict[Mood, Annotated[int, Meta(ge=1, le=3)]],
        Meta(description="For which moods the deck is good, and how good: 1 to 3."),
    ]
    cards: Annotated[
        list[CardFile],
        Meta(min_length=1, max_length=MOST_CARDS, description="The cards, light ones first."),
    ]
    sign: Annotated[
        Annotated[str, Meta(min_length=1, max_length=1)] | UnsetType,
        Meta(description="One character that the backs of the cards are printed with."),
    ] = UNSET
    hue: Annotated[Hue | UnsetType, Meta(description="The colour of the backs.")] = UNSET


def schema() -> str:
    """The JSON schema of a deck's file, for editors, as it stands in `decks/schema.json`."""
    made = msgspec.json.schema(DeckFile)
    whole = {"$schema": "https://json-schema.org/draft/2020-12/schema", **made}
    return msgspec.json.format(msgspec.json.encode(whole), indent=2).decode() + "\n"


if __name__ == "__main__":
    print(schema(), end="")  # noqa: T201 - python -m two_of_hearts.deck_file > decks/schema.json
