"""What stands on the table around the card, and beside a deck or a card in a list."""

from __future__ import annotations

from two_of_hearts.engine.rounds import Answering
from two_of_hearts.words.lexicon import _, ngettext

# The table


def both_of_you() -> str:
    """Whose words a line is that belongs to the two together."""
    return _("both of you")


def note(whose: str, text: str) -> str:
    """A line that somebody wrote."""
    return _("{name}: {words}").format(name=whose, words=text)


def freely() -> str:
    """What stands in the place of a card."""
    return _("In your own words.")


def appreciation() -> str:
    """What the moment is called in which each says something good to the other."""
    return _("appreciation")


def round_by_turn(round: int, depth: str, turn: int, turns: int) -> str:
    """How far the round is, in few letters."""
    told = _("round {round}, {depth}: {turn} of {turns}")
    return told.format(round=round, depth=depth, turn=turn, turns=turns)


def round_up_to(round: int, depth: str) -> str:
    """How deep the round goes; its turns stand beside it as signs."""
    return _("round {round}, up to {depth}").format(round=round, depth=depth)


def set_aside(n: int) -> str:
    """How many cards lie aside."""
    return ngettext("{n} card set aside", "{n} cards set aside", n).format(n=n)


def more_rows(above: int, below: int) -> str:
    """How much of a list there is besides what can be seen."""
    parts = [_("↑ {n} more").format(n=above)] if above else []
    parts += [_("↓ {n} more").format(n=below)] if below else []
    return "   ".join(parts)


def no_room(across: int, down: int) -> str:
    """The window is too small; `across` and `down` are what it needs."""
    told = _("This window is a little small for a card. Make it {across} by {down}, and we go on.")
    return told.format(across=across, down=down)


# Decks


def best_first(turns: int, who: Answering) -> str:
    """Above the decks: their order, and the rules of the coming round."""
    if who is Answering.BOTH:
        told = _("Best fit first. {n} turns a round, both answer each question.")
    else:
        told = _("Best fit first. {n} turns a round, only the drawer answers.")
    return told.format(n=turns)


def unseen(n: int, cards: int) -> str:
    """How much of a deck is new."""
    return _("{n} of {cards} unseen").format(n=n, cards=cards)


def surprise() -> str:
    """What a surprise is made of."""
    return _("The three decks that suit you best tonight, shuffled into one.")


def suits_both(just_right: bool) -> str:
    """A deck that suits both moods."""
    return _("just right") if just_right else _("suits you both")


def suits_one(moods: int) -> str:
    """A deck that suits one of so many moods."""
    return _("suits one of you") if moods == 2 else _("suits you")


# Cards


def never_again() -> str:
    """A card that is never to come again."""
    return _("never again")


def on_the_table() -> str:
    """The card that lies open."""
    return _("on the table")


def is_aside() -> str:
    """A card that was set aside."""
    return _("set aside")


def gone(id: str) -> str:
    """A card whose deck is not there any more."""
    return _("A card of a deck that is gone ({id})").format(id=id)
