"""What is said when two people look back: on the command line, and on the pages of a keepsake."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from two_of_hearts.engine.cards import Depth, Kind, Mood
from two_of_hearts.engine.partners import Pair, Partner
from two_of_hearts.engine.rounds import Outcome
from two_of_hearts.words import dates
from two_of_hearts.words.evening import DEPTHS, MOODS
from two_of_hearts.words.lexicon import N_, _, ngettext

KINDS = {
    Kind.QUESTION: N_("question"),
    Kind.STORY: N_("story"),
    Kind.ACTIVITY: N_("done together"),
    Kind.PLAN: N_("plan"),
    Kind.AFFECTION: N_("a gesture"),
    Kind.APPRECIATION: N_("appreciation"),
}

OUTCOMES = {
    Outcome.OPEN: N_("still open"),
    Outcome.COMPLETED: N_("a whole round"),
    Outcome.WRAPPED_UP: N_("wrapped up early"),
    Outcome.RAN_OUT: N_("until the deck ran out"),
    Outcome.CLOSED_GENTLY: N_("closed gently"),
}


def depth(depth: Depth) -> str:
    """How much trust a card needs."""
    return _(DEPTHS[depth])


def kind(kind: Kind) -> str:
    """What a card asks for."""
    return _(KINDS[kind])


def nothing_yet() -> str:
    """Nobody has played here."""
    return _(
        "There is nothing to look back on yet. Sit down together, start two-of-hearts,\n"
        "and after the first round your evening will be here."
    )


def no_such_evening(number: int) -> str:
    """An evening was named that is not there."""
    return _("There is no evening {number} to look back on.").format(number=number)


def which_evenings() -> str:
    """How to find the number of an evening."""
    return _('"two-of-hearts history" lists them, each with its number.')


def summary(evenings: int, first: datetime) -> str:
    """How many evenings there were, and since when."""
    many = ngettext("One evening", "{n} evenings", evenings).format(n=evenings)
    return _("{evenings}, the first on {day}.").format(evenings=many, day=dates.day(first))


def evening(number: int, began: datetime, names: Pair[str], whole: bool) -> str:
    """The heading of an evening; `whole` names the month and the year too."""
    return _("Evening {number}: {day}, {time}, {a} and {l}").format(
        number=number,
        day=dates.day(began) if whole else dates.day_in_month(began),
        time=dates.time(began),
        a=names.a,
        l=names.l,
    )


def moods(names: Pair[str], felt: Pair[Mood | None]) -> str:
    """How the two felt, or "" where nobody said so."""
    if felt.a is not None and felt.a == felt.l:
        return _("You both felt {mood}.").format(mood=_(MOODS[felt.a]))
    said = [
        _("{name} felt {mood}").format(name=name, mood=_(MOODS[mood]))
        for name, mood in zip(names, felt, strict=True)
        if mood is not None
    ]
    return _("{sentence}.").format(sentence=", ".join(said)) if said else ""


def round(decks: Sequence[str], ceiling: Depth, outcome: Outcome, cards: int) -> str:
    """A round in one line."""
    told = _("{decks}: {outcome}, no deeper than {depth}, {cards}.")
    if ceiling is Depth.DEEP:
        told = _("{decks}: {outcome}, as deep as it goes, {cards}.")
    return told.format(
        decks=", ".join(decks),
        outcome=_(OUTCOMES[outcome]),
        depth=_(DEPTHS[ceiling]),
        cards=ngettext("one card", "{n} cards", cards).format(n=cards),
    )


def waits() -> str:
    """An evening that nobody has ended."""
    return _("This evening still waits for you.")


def card(kind: Kind, text: str) -> str:
    """A card in one line."""
    return _("{kind}: {text}").format(kind=_(KINDS[kind]), text=text)


def where(deck: str, number: int) -> str:
    """Where a card comes from."""
    return _("{deck}, evening {number}").format(deck=deck, number=number)


def plan(text: str, done: bool) -> str:
    """A plan in one line, with a tick when it is done."""
    return f"[{'x' if done else ' '}] {text}"


def done_on(at: datetime) -> str:
    """When a plan was ticked."""
    return _("Done, ticked on {day}").format(day=dates.day(at))


def appreciation(names: Pair[str], giver: Partner, text: str) -> str:
    """An appreciation in one line: who said it to whom, and the card's text where it has one."""
    who = _("{giver} to {receiver}").format(giver=names.of(giver), receiver=names.of(giver.other))
    told = text or said_freely()
    return _("{who}: {text}").format(who=who, text=told)


def said_freely() -> str:
    """What stands in the place of a card."""
    return _("In their own words")


def note(names: Pair[str], partner: Partner | None, text: str) -> str:
    """A line with whose words it is."""
    return _("{name}: {words}").format(name=whose(names, partner), words=text)


def whose(names: Pair[str], partner: Partner | None) -> str:
    """Who wrote a line."""
    if partner is None:
        return _("{a} and {l}").format(a=names.a, l=names.l)
    return names.of(partner)


def unknown_card() -> str:
    """A card whose draw was taken back, so that nobody knows its words any more."""
    return _("A card that was taken back")


def deck_seen(title: str, seen: int, cards: int) -> str:
    """How much of a deck is seen."""
    return _("{deck}: {seen} of {cards} seen").format(deck=title, seen=seen, cards=cards)


def headings() -> dict[str, str]:
    """The headings of what was left."""
    return {
        "kept": _("Cards you kept"),
        "plans": _("Plans"),
        "appreciations": _("Appreciations you wrote down"),
        "lines": _("Lines you wrote"),
        "decks": _("What you have seen of each deck"),
    }
