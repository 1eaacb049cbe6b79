"""What keys are called: in the footer, on the help page, and of the pages' own keys."""

from __future__ import annotations

from two_of_hearts.engine.rounds import Answering
from two_of_hearts.words.lexicon import N_, _, ngettext

TEXTS: dict[str, tuple[str, str]] = {
    "next": (N_("go on"), N_("The natural next thing.")),
    "skip": (
        N_("skip"),
        N_("Set this card aside; of appreciations, take another. Free, and no reason needed."),
    ),
    "more": (N_("tell me more"), N_("Turn up the card's next follow-up.")),
    "free": (N_("say it freely"), N_("An appreciation without a card.")),
    "clock": (N_("clock"), N_("Start the card's clock, pause it, go on.")),
    "deeper_a": (N_("deeper"), ""),
    "deeper_l": (N_("deeper"), ""),
    "mood_a": ("", N_("The left partner's own key.")),
    "mood_l": ("", N_("The right partner's own key.")),
    "turns": (N_("turns"), N_("Another length for the coming rounds.")),
    "answering": (
        N_("who answers"),
        N_("Who answers a question: both of you, or only who drew it."),
    ),
    "moods": (N_("moods"), N_("Back to the moods.")),
    "keep": (N_("keep"), N_("Put a heart on this card, or take it off.")),
    "never": (N_("never again"), N_("Never deal this card again.")),
    "note": (N_("jot a line"), N_("Write a line under this card, change it or delete it.")),
    "cards": (
        N_("cards"),
        N_("The cards of this evening: bring one back, keep, never again."),
    ),
    "album": (N_("look back"), N_("Your evenings, kept cards, plans and written words.")),
    "keepsake": (N_("keepsake"), N_("Make a page of an evening, to keep or to print.")),
    "erase": (N_("delete the line"), N_("When looking back: delete a line, when pressed twice.")),
    "undo": (N_("undo"), N_("Take the last move back, again and again.")),
    "wrap": (N_("wrap up"), N_("End the round early, with its appreciations.")),
    "leave": (N_("goodbye"), N_("End the evening now.")),
    "limits": (N_("off-limits"), N_("Topics to leave out, for each in private.")),
    "names": (N_("names"), N_("Your names, on the first screen.")),
    "new": (N_("a new evening"), N_("Begin anew though one waits, on the first screen.")),
    "settings": (N_("settings"), N_("The rules of your house, the colours, the keys.")),
    "help": (N_("help"), N_("Every key, and how an evening goes.")),
    "quit": (N_("quit"), N_("Stop here. The evening waits at this very card.")),
}
"""By the id of the action: what the footer calls it, and what the help page says of it."""

OTHERWISE: dict[str, str] = {
    "LetGo": N_("take heart off"),
    "Restore": N_("may come again"),
    "CloseGently": N_("close gently"),
    "WithdrawDeeper": N_("not deeper after all"),
    "Swap": N_("another card"),
}
"""By the name of the move: the footer's word where it is another than its action's."""


def label(id: str, move: str = "") -> str:
    """What the footer calls an action.

    Args:
        id: the action.
        move: the name of the move that it would play.
    """
    text = OTHERWISE.get(move) or TEXTS[id][0]
    return _(text) if text else ""


def help(id: str) -> str:
    """What the help page says of an action, or "" where it says nothing."""
    text = TEXTS[id][1]
    return _(text) if text else ""


def for_one(name: str, label: str) -> str:
    """A key that is one partner's own."""
    return _("{name}: {label}").format(name=name, label=label)


def turns(n: int) -> str:
    """How long a round is."""
    return ngettext("{n} turn", "{n} turns", n).format(n=n)


def answering(who: Answering) -> str:
    """Who answers."""
    return _("both answer") if who is Answering.BOTH else _("the drawer answers")


def change_note() -> str:
    """What opens a line that is there already."""
    return _("change the line")


def skip_reply() -> str:
    """What skips one's own answer."""
    return _("leave my answer out")


def own_key() -> str:
    """What Enter is told where it is anybody's key."""
    return _("(your own key, please)")


def clock(is_running: bool) -> str:
    """What the key of a clock does."""
    return _("pause the clock") if is_running else _("start the clock")


def choose() -> str:
    """What the arrows do in a list."""
    return _("choose")


def change() -> str:
    """What Enter does with a row that has several values."""
    return _("change")


def close() -> str:
    """What Escape does on a page."""
    return _("back to the table")


def bring_back() -> str:
    """What takes a card that was set aside."""
    return _("bring it back")


def read_on() -> str:
    """What the arrows do with a long text."""
    return _("read on")


def close_unseen() -> str:
    """What closes a private page."""
    return _("done, and nobody sees it")


def close_box() -> str:
    """What ends the program after goodbye."""
    return _("Close the box")


def back_to_table() -> str:
    """What takes goodbye back."""
    return _("undo, back to the table")


def another_leaf() -> str:
    """What the arrows at the sides do in the album."""
    return _("another leaf")


def another_month() -> str:
    """What the page keys do in the album."""
    return _("another month")


def tick(done: bool) -> str:
    """What a tick says of a plan, or its taking off."""
    return _("not yet") if done else _("we did it")


def keepsake() -> str:
    """What makes a keepsake, in the album."""
    return _("make a keepsake")


def everything() -> str:
    """What opens the palette."""
    return _("everything")
