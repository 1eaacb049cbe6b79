"""What stands on the pages that are laid over the table."""

from __future__ import annotations

from two_of_hearts.engine.cards import Topic
from two_of_hearts.words.evening import TOPICS
from two_of_hearts.words.lexicon import _, ngettext


def note_title(whose: str) -> str:
    """Above the line that one may write."""
    return _("A line under this card, in the words of {name}").format(name=whose)


def note_hint() -> str:
    """Below it."""
    return _("⏎ keeps it, on this machine alone; an empty line is deleted. Esc changes nothing.")


def keepsake_title() -> str:
    """Above the path of a keepsake."""
    return _("A keepsake of this evening: its kept cards, plans and written words")


def keepsake_hint() -> str:
    """Below it."""
    return _(
        "⏎ makes it there. The ending says how: .html is a page to look at and to print, .md is "
        "plain text, .svg or .png is a folder of cards. Esc makes none."
    )


def keepsake_nowhere() -> str:
    """No path is written."""
    return _("Write where it is to lie, or close this with Esc.")


def keepsake_is_there() -> str:
    """Something lies where the keepsake would."""
    return _("Something is there already. ⏎ once more writes over it, or choose another name.")


def keepsake_made() -> str:
    """The title over the path of a keepsake that was made."""
    return _("Your keepsake lies here")


def cards_title() -> str:
    """Above the cards of the evening."""
    return _("The cards of this evening, and those put away")


def set_aside(n: int) -> str:
    """How many lie aside, or "" where none does."""
    told = ngettext("{n} set aside in this round.", "{n} set aside in this round.", n)
    return told.format(n=n) if n else ""


def your_plans() -> str:
    """Above the plans of the evening."""
    return _("Your plans")


def written_words() -> str:
    """The heading of the lines that were written."""
    return _("Words that you wrote down")


def kept_cards() -> str:
    """Above the kept cards of the evening."""
    return _("Kept cards")


def more_lines(n: int) -> str:
    """Below a text that goes on."""
    return ngettext("… {n} more line, with ↓", "… {n} more lines, with ↓", n).format(n=n)


def clock(gone: float, seconds: float, is_running: bool) -> str:
    """How far a card's clock has run, beside its bar.

    Args:
        gone: the seconds that have run.
        seconds: how many it has in all.
        is_running: whether it runs now.
    """
    times = {"gone": _minutes(gone), "all": _minutes(seconds)}
    if gone >= seconds:
        return _("{gone} of {all}  done, no hurry").format(**times)
    if is_running:
        return _("{gone} of {all}").format(**times)
    return (_("{gone} of {all}  paused") if gone else _("{gone} of {all}  at rest")).format(**times)


def _minutes(seconds: float) -> str:
    return f"{int(seconds) // 60}:{int(seconds) % 60:02}"


# Help


def help_title() -> str:
    """The title of the help page."""
    return _("Help")


def how_it_goes() -> str:
    """Above how an evening goes."""
    return _("How an evening goes")


def evening() -> tuple[str, ...]:
    """How an evening goes, in five sentences."""
    return (
        _("You draw in turns. Who drew answers first, then the other answers the same card."),
        _("While one speaks, the other listens to understand."),
        _("Every round ends with an appreciation, said by each to the other."),
        _("A deeper round opens only when both press their own key."),
        _("On a card ▂ means light, ▂▄ warm, and ▂▄▆ deep. A round begins light, and rises."),
    )


def keys() -> str:
    """Above the list of keys."""
    return _("Keys; the footer shows those that can be used now")


def palette() -> str:
    """What the palette is."""
    return _("The palette: everything, by name.")


# Names


def who() -> str:
    """Above the two names."""
    return _("Who sits here tonight?")


def names_hint() -> str:
    """Below them."""
    return _("⏎ go on, with the name in grey if you write none")


# Off-limits


def limits_title() -> str:
    """The title of the private page."""
    return _("Off-limits")


def whose_moment() -> str:
    """Before anybody is there alone."""
    return _("Topics to leave out, marked in private. Whose moment is it? The other looks away.")


def for_one_alone(name: str) -> str:
    """While one is there alone."""
    return _("For {name} alone").format(name=name)


def limit_changes() -> tuple[str, str, str]:
    """What can be done with a topic, in the order in which Enter goes through it."""
    return "", _("leave out"), _("let in again")


def topic(topic: Topic) -> str:
    """A topic, as a row of a list."""
    title = _(TOPICS[topic])
    return title[:1].upper() + title[1:]


def limits_hold() -> str:
    """What is told when the page is closed."""
    return _("It holds from the next card on.")


def thank_you() -> str:
    """The title over it."""
    return _("Thank you")
