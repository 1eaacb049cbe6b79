"""What stands on the screen of the album."""

from __future__ import annotations

from two_of_hearts.engine.partners import Pair
from two_of_hearts.words.lexicon import N_, _

LEAVES = (N_("Evenings"), N_("Cards and plans"), N_("Words"), N_("Decks"))
"""The names of its leaves."""

EMPTY = (
    N_("No evening yet. After the first round it will stand here, with a heart on its day."),
    N_("No card has a heart yet, and no plan was taken on. On the table {keep} keeps a card."),
    N_("Nothing is written down. Under an open card {note} opens a line."),
    N_("There is no deck."),
)
"""What an empty leaf invites to."""


def leaf(number: int) -> str:
    """The name of a leaf."""
    return _(LEAVES[number])


def empty(number: int, keep: str, note: str) -> str:
    """What an empty leaf invites to; `keep` and `note` are the keys for these."""
    return _(EMPTY[number]).format(keep=keep, note=note)


def names(names: Pair[str]) -> str:
    """Who sat there."""
    return _("{a} and {l}.").format(a=names.a, l=names.l)


def seen(seen: int, cards: int) -> str:
    """How much of a deck is seen."""
    return _("{seen} of {cards} seen").format(seen=seen, cards=cards)


def from_evening(text: str, deck: str, number: int) -> str:
    """A card in full, and where it is from."""
    return _("{text} ({deck}, evening {number})").format(text=text, deck=deck, number=number)


def line(text: str, card: str) -> str:
    """A written line in full, and the card that it stands under."""
    return _("{text} ({card})").format(text=text, card=card)


def plan() -> str:
    """A plan that waits."""
    return _("a plan")


def done() -> str:
    """A plan that was done."""
    return _("done")


def sure(key: str) -> str:
    """Before a line is deleted."""
    return _("Press {key} once more, and this line is gone for good.").format(key=key)
