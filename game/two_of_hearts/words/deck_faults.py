"""What is said of a deck whose table is wrong: what it is, and the mend."""

from __future__ import annotations

from collections.abc import Iterable

from two_of_hearts.words.lexicon import N_, _, ngettext

MENDS = {
    "title": N_("Write the deck's name in quotes, at most {most} characters."),
    "about": N_("Write one sentence in quotes, at most {most} characters."),
    "language": N_('Write language = "en", or the tag of another language.'),
    "sign": N_('Write one character of ordinary width in quotes, as in "♪".'),
    "hue": N_("Write one of {known}."),
    "moods": N_("Write a table [moods] with lines like tender = 2, each from 1 to 3."),
    "card": N_("Write at least one [[card]], and at most {most}."),
    "id": N_("Write small letters, digits and hyphens in quotes, at most 32."),
    "text": N_("Write the prompt in quotes, at most {most} characters."),
    "depth": N_("Write 1 (light), 2 (warm) or 3 (deep)."),
    "kind": N_("Write one of {known}."),
    "topics": N_("Write a list of these: {known}."),
    "follow_ups": N_("Write a list of at most 6 questions of at most {most} characters each."),
    "clock": N_("Write whole seconds, from 10 to 1800."),
    "from": N_("Write a list of ids from Q01 to Q16, S1 to S7 and F1 to F3, or leave it out."),
}
"""What to do about each key."""


def mend(key: str, most: int, known: Iterable[str]) -> str:
    """What to do about a key.

    Args:
        key: its name in the file.
        most: how many characters or cards it may have, where that is said.
        known: the words to choose from, where there are such.
    """
    return _(MENDS[key]).format(most=most, known=", ".join(known))


def meant(name: str) -> str:
    """The nearest spelling."""
    return _("Did you mean {name}?").format(name=name)


def no_key(key: str) -> str:
    """A key that nobody knows."""
    return _("There is no key {key}.").format(key=key)


def keys_are(keys: Iterable[str]) -> str:
    """All keys, where none is near."""
    return _("The keys are {keys}.").format(keys=", ".join(keys))


def missing(key: str) -> str:
    """A key that has to be there."""
    return _("The key {key} is missing.").format(key=key)


def cannot_be(key: str, value: str) -> str:
    """A value of the wrong type or length."""
    return _("{key} cannot be {value}.").format(key=key, value=value)


def not_known(key: str, word: str) -> str:
    """A word that is not in the list of a key."""
    return _("{key} does not know {word}.").format(key=key, word=word)


def choose_from(words: Iterable[str]) -> str:
    """That list, where no word in it is near."""
    return _("Choose from {words}.").format(words=", ".join(words))


def bad_fit(mood: str, value: str) -> str:
    """How good a deck is for a mood, said with no number from 1 to 3."""
    return _("The fit of {mood} cannot be {value}.").format(mood=mood, value=value)


def huge_number() -> str:
    """What stands for a number that is too long to be printed."""
    return _("a number of thousands of digits")


def no_cards() -> str:
    """A deck without a list of cards."""
    return _("It has no list of cards.")


def too_many_cards(cards: int, most: int) -> str:
    """A deck of more cards than it may have."""
    return _("It has {cards} cards, and {most} is the most.").format(cards=cards, most=most)


def several_decks() -> str:
    """The mend for that, and for a file that is too large."""
    return _("Make several decks of it.")


def no_table() -> tuple[str, str]:
    """A card that is none: what is wrong, and the mend."""
    return _("It is no table."), _("Begin each card with [[card]].")


def few_follow_ups(depth: int, found: int) -> tuple[str, str]:
    """A deeper card with too few follow-ups: what is wrong, and the mend."""
    wrong = ngettext(
        "A card of depth {depth} has two follow-ups or more, this one {n}.",
        "A card of depth {depth} has two follow-ups or more, this one {n}.",
        found,
    )
    mend = _("Write what one could ask next, in two directions.")
    return wrong.format(depth=depth, n=found), mend


def same_id() -> tuple[str, str]:
    """An id that stands on two cards: what is wrong, and the mend."""
    return _("Another card has this id."), _("Give each card its own.")


def twin(other: str, text: str) -> tuple[str, str]:
    """A card that asks what another one asks: what is wrong, and the mend."""
    wrong = _("It asks much the same as {other}: “{text}”").format(other=other, text=text)
    return wrong, _("Ask something else with one of the two.")
