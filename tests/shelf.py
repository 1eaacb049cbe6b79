"""A little shelf of decks for the tests of screens and lines, so that no edit changes one."""

from __future__ import annotations

from two_of_hearts.engine.cards import Card, CardId, Deck, DeckId, Depth, Hue, Kind, Mood, Topic

FOLLOW_UPS = (
    "What did it smell of there?",
    "Who else knew about it, and who must never find out?",
)


PRINTS = {"hand-in-hand": ("∞", Hue.ROSE), "way-back": ("◄", Hue.TEAL)}


def deck(name: str, title: str, about: str, moods: dict[Mood, int], *cards: Card) -> Deck:
    sign, hue = PRINTS.get(name, ("♥", Hue.CRIMSON))
    return Deck(DeckId(name), title, about, "en", moods, cards, sign, hue)


def card(id: str, text: str, depth: int, kind: Kind, clock: int | None = None) -> Card:
    topics = (Topic.SCHOOL,) if "school" in text else ()
    return Card(CardId(id), text, kind, Depth(depth), topics, FOLLOW_UPS, clock)


DENS = [
    ("den", "Describe a hiding place you had as a child: how one got in, and what you kept there."),
    ("sound", "Which sound of the street you grew up in would you know again at once?"),
    ("shop", "Take us through the door of a shop you were sent to as a child. What do you buy?"),
    ("promise", "What did you promise yourself as a child, and have you kept it until today?"),
    ("coat", "Which piece of clothing did you refuse to take off, whatever anyone said?"),
    ("desk", "Whom did you sit beside at school, and what did the two of you plot?"),
]

GESTURES = [
    ("hands", "Hold hands and say nothing for one minute. Look wherever you like.", 60),
    ("toast", "Raise whatever you are drinking, and toast one small thing from today.", None),
    ("blanket", "Make the other one more comfortable than they are now, without asking how.", None),
]

PRAISE = [
    "Name one thing your partner did this week that made your day lighter, and how you noticed.",
    "Tell your partner of a moment when you watched them with others and felt proud.",
    "Which habit of your partner's would you miss within a day? Say what it does for you.",
    "Thank your partner for something they believe you have forgotten.",
]

SHELF = (
    deck(
        "hand-in-hand",
        "Hand in Hand",
        "Affection without words, or with few.",
        {Mood.TENDER: 3, Mood.WEARY: 2},
        *(
            card(f"hand-in-hand/{id}-{n}", text, n, Kind.AFFECTION, clock)
            for id, text, clock in GESTURES
            for n in (1, 2, 3)
        ),
        card("hand-in-hand/walk", "Plan a walk with no aim and no telephone.", 1, Kind.PLAN),
    ),
    deck(
        "thank-you",
        "Thank You",
        "Appreciation, said to the other.",
        {Mood.GRATEFUL: 3},
        *(card(f"thank-you/{n}", text, 1, Kind.APPRECIATION) for n, text in enumerate(PRAISE)),
    ),
    deck(
        "way-back",
        "Way Back",
        "Childhood places, people and first ambitions.",
        {Mood.CURIOUS: 3, Mood.TENDER: 1},
        *(
            card(f"way-back/{id}-{n}", text, n, Kind.QUESTION)
            for id, text in DENS
            for n in (1, 2, 3)
        ),
    ),
)
