"""What the plain mode says beside the table: names, lines, the private moment, the album, a
keepsake, settings and help."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from two_of_hearts.engine.partners import Pair
from two_of_hearts.words import dates
from two_of_hearts.words.lexicon import N_, _
from two_of_hearts.words.plain import choice, sentence

# Names and lines


def name_left(name: str) -> str:
    """The first of the two names."""
    return _("What is the one on the left called? Enter alone: {name}.").format(name=name)


def name_right(name: str) -> str:
    """The second of the two names."""
    return _("What is the one on the right called? Enter alone: {name}.").format(name=name)


def note_asked() -> str:
    """Below the title, where there is no line yet."""
    return _("Type it, then Enter. It stays on this machine. Enter alone writes nothing.")


def note_there(text: str) -> str:
    """Where there is one."""
    return _("So far it says: {text}").format(text=text)


def note_choices() -> tuple[str, str]:
    """What can be done with it, beside leaving it."""
    return _("write it anew"), _("delete it")


def leave_it() -> str:
    """What Enter does."""
    return _("leave it as it is")


def note_kept() -> str:
    """A line was written."""
    return _("It is written down.")


def note_gone() -> str:
    """A line was deleted."""
    return _("It is deleted.")


def note_left() -> str:
    """Nothing was written or changed."""
    return _("Nothing is changed.")


# The cards of the evening


def card_row(number: int, text: str, notes: Sequence[str]) -> str:
    """A card in the list."""
    told = choice(number, text)
    return " ".join((told, *(sentence(note[:1].upper() + note[1:]) for note in notes)))


# Off-limits


def whose_moment(names: Pair[str]) -> tuple[str, ...]:
    """Before one is here alone."""
    return (
        _("Topics to leave out, marked in private."),
        _("Whose moment is it? For {a} type a, for {l} type l. Enter goes back.").format(
            a=names.a, l=names.l
        ),
    )


def alone(name: str, other: str) -> tuple[str, ...]:
    """Before the topics are told."""
    return (
        _("This is for {name} alone.").format(name=name),
        _("{other}, please look away, and do not listen.").format(other=other),
        _("{name}, if a voice reads to you: headphones help, or a low voice.").format(name=name),
        _("Nothing that you type here is repeated, and nothing that was marked before is told."),
        _("Enter, when you are alone."),
    )


def how_to_mark() -> tuple[str, ...]:
    """After the list of topics."""
    return (
        _("A number leaves its topic out. The word in before a number lets it in again: in 3."),
        _("A question mark tells the topics again. Enter alone, when you are done."),
    )


def let_in() -> str:
    """The word that lets a topic in again."""
    return _("in")


def noted() -> str:
    """The same answer to whatever was marked."""
    return _("Noted.")


def no_topic() -> str:
    """What was typed is no topic."""
    return _("That is none of the topics. A question mark tells them.")


def scrolls_away(lines: int) -> str:
    """Before the empty lines."""
    return _("{n} empty lines follow, so that nothing of this stays in view.").format(n=lines)


def both_again(other: str) -> str:
    """After them."""
    return _("Thank you. It holds from the next card on. {other}, you are back.").format(
        other=other
    )


def both_again_in_vain(other: str) -> str:
    """After them, where something could not be saved."""
    return _("Thank you. What was not saved does not hold. {other}, you are back.").format(
        other=other
    )


# Looking back


def close_album() -> str:
    """What Enter does in the album."""
    return _("close the album")


def leaf(label: str, n: int) -> str:
    """A part of the album, and how much is in it."""
    return _("{label}: {n}").format(label=label, n=n)


def keepsake_of_one() -> str:
    """After the evenings."""
    return _("The number of an evening makes a keepsake of it. Enter goes back.")


def plan_row(text: str, done: datetime | None) -> str:
    """A plan, and whether it is done."""
    if done:
        return _("{text} Done, ticked on {day}.").format(text=sentence(text), day=dates.day(done))
    return _("{text} Still to come.").format(text=sentence(text))


def ticks() -> str:
    """After the plans."""
    return _("The number of a plan ticks it, or takes the tick off. Enter goes back.")


def ticked(is_done: bool) -> str:
    """A tick was set, or taken off."""
    return _("Ticked: you did it.") if is_done else _("The tick is off.")


def deletes() -> str:
    """After the lines."""
    return _("The number of a line deletes it, when you say yes. Enter goes back.")


def sure(text: str) -> tuple[str, str]:
    """Before a line is deleted."""
    return (
        _("It says: {text}").format(text=text),
        _("Type yes, and it is gone for good. Enter alone leaves it."),
    )


def yes() -> str:
    """The word that agrees."""
    return _("yes")


def no() -> str:
    """The word that does not."""
    return _("no")


# A keepsake


def keepsake_here(path: str) -> tuple[str, ...]:
    """Where it is offered to lie."""
    return (
        _("It would lie here: {path}").format(path=path),
        _("Enter makes it there. Another path makes it elsewhere. The word no makes none."),
        _("A path that ends in .html makes a page, in .md plain text, in .svg a folder of cards."),
    )


def no_path() -> str:
    """What was typed is no place for a keepsake. So a word for the table makes no file."""
    return _("That is no path. A path ends as in evening.html. The word no makes none.")


def keepsake_is_there() -> str:
    """Something lies there already."""
    return _("Something is there already. Type yes to write over it, or another path.")


def keepsake_none() -> str:
    """None was made."""
    return _("No keepsake is made.")


def keepsake_made(path: str) -> str:
    """One was."""
    return _("Your keepsake lies here: {path}").format(path=path)


# Settings


def setting(label: str, value: str) -> str:
    """A setting, and what it is now."""
    return _("{label}: {value}").format(label=label, value=value)


def as_it_is(value: str) -> str:
    """The value that holds now, in the list of all."""
    return _("{value} (as it is now)").format(value=value)


def for_the_screen() -> str:
    """What colours, dimming and movement are for."""
    return _("Colours, dimming and movement are for the screen. So are keys, which are set there.")


# Help


def evening() -> tuple[str, ...]:
    """How an evening goes."""
    return (
        _("You draw in turns. Who drew answers first, then the other answers the same card."),
        _("While one speaks, the other listens to understand."),
        _("Any card may be skipped, and nobody has to say why."),
        _("Every round ends with an appreciation, said by each to the other."),
        _("A round begins light, and rises. A deeper round opens only when both say so."),
        _("You can stop at any moment. The evening goes on at the very card where it stopped."),
    )


def typing() -> tuple[str, ...]:
    """How one plays by typing."""
    return (
        _("Enter alone does the natural next thing; a whole evening can be played with it."),
        _("Every choice has a number, and most have a word: s skips, u takes back, q stops."),
        _("Instead of a number the beginning of its name will do, where no other begins so."),
        _("A question mark tells again where you are, and all that can be done now."),
        _("The left one's own word is a, and the right one's is l."),
        _("With their own words each chooses a mood, and both open a deeper round."),
    )


def all_words() -> str:
    """Above the words that can be typed."""
    return _("These are the words. Each can be used where the choices name it.")


HELP = {
    "clock": N_("Start the card's clock. While it runs, c tells how far it is."),
    "settings": N_("The rules of your house, and what holds on a screen."),
    "help": N_("How an evening goes, and how one plays by typing."),
    "names": N_("Other names."),
    "new": N_("Begin anew, though an evening waits."),
}
"""By the id of the action: what is said of it here, where screens say something else."""


def help(id: str) -> str:
    """What is said of an action here, or "" where it is the same as on a screen."""
    return _(HELP[id]) if id in HELP else ""
