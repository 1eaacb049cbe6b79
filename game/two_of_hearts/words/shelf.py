"""What the command `decks` says of the decks: their list, one of them in full, and all is well."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from two_of_hearts.engine.cards import Depth, Kind, Mood, Topic
from two_of_hearts.words.evening import MOODS
from two_of_hearts.words.lexicon import N_, _, ngettext

DEPTHS = {Depth.LIGHT: N_("Light"), Depth.WARM: N_("Warm"), Depth.DEEP: N_("Deep")}

KINDS = {
    Kind.QUESTION: N_("question"),
    Kind.STORY: N_("story"),
    Kind.ACTIVITY: N_("activity"),
    Kind.PLAN: N_("plan"),
    Kind.AFFECTION: N_("affection"),
    Kind.APPRECIATION: N_("appreciation"),
}

TOPICS = {
    Topic.CHILDREN: N_("children"),
    Topic.CONFLICT: N_("conflict"),
    Topic.FAITH: N_("faith"),
    Topic.FAMILY: N_("family"),
    Topic.HEALTH: N_("health"),
    Topic.HEARING: N_("hearing"),
    Topic.HOME: N_("home"),
    Topic.LOOKS: N_("looks"),
    Topic.LOSS: N_("loss"),
    Topic.MARRIAGE: N_("marriage"),
    Topic.MONEY: N_("money"),
    Topic.MOVEMENT: N_("movement"),
    Topic.PAST_LOVES: N_("past-loves"),
    Topic.POLITICS: N_("politics"),
    Topic.SCHOOL: N_("school"),
    Topic.SEX: N_("sex"),
    Topic.SIGHT: N_("sight"),
    Topic.TOUCH: N_("touch"),
    Topic.WORK: N_("work"),
}
"""A word for each topic, where several stand in one line."""


def deck(id: str, title: str, is_own: bool) -> str:
    """A deck in one line; `is_own` where the couple made it."""
    told = _("{id}: {title} (yours)") if is_own else _("{id}: {title}")
    return told.format(id=id, title=title)


def counts(cards: Mapping[Depth, int], seen: int) -> str:
    """How many cards a deck has of each depth, and how many were ever drawn."""
    return _("{light} light, {warm} warm, {deep} deep; {seen} seen, {unseen} unseen.").format(
        light=cards[Depth.LIGHT],
        warm=cards[Depth.WARM],
        deep=cards[Depth.DEEP],
        seen=seen,
        unseen=sum(cards.values()) - seen,
    )


def good_for(moods: Mapping[Mood, int]) -> str:
    """For which moods a deck is good, and how good."""
    fits = [_("{mood} {fit}").format(mood=_(MOODS[mood]), fit=fit) for mood, fit in moods.items()]
    return _("Good for: {moods}.").format(moods=", ".join(fits) or _("any mood"))


def heading(depth: Depth, cards: int) -> str:
    """Above the cards of one depth."""
    told = ngettext("{depth}, {n} card", "{depth}, {n} cards", cards)
    return told.format(depth=_(DEPTHS[depth]), n=cards)


def card(kind: Kind, text: str, clock: int | None) -> str:
    """A card in one line."""
    if clock is None:
        return _("{kind}: {text}").format(kind=_(KINDS[kind]), text=text)
    told = ngettext("{kind}: {text} ({n} second)", "{kind}: {text} ({n} seconds)", clock)
    return told.format(kind=_(KINDS[kind]), text=text, n=clock)


def left_out_with(topics: Iterable[Topic]) -> str:
    """With which topics a card is left out."""
    return _("(left out with: {topics})").format(topics=", ".join(_(TOPICS[t]) for t in topics))


def and_more(problems: int) -> str:
    """How many problems are not told."""
    return ngettext("and {n} more.", "and {n} more.", problems).format(n=problems)


def all_is_well(decks: int, cards: int) -> str:
    """Nothing is wrong with any deck."""
    return _("{decks}, {cards}: all is well.").format(
        decks=ngettext("{n} deck", "{n} decks", decks).format(n=decks),
        cards=ngettext("{n} card", "{n} cards", cards).format(n=cards),
    )
