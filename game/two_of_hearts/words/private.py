"""What is said about what stays with two people: where it lies, and how it is forgotten."""

from __future__ import annotations

from datetime import datetime
from enum import Enum
from pathlib import Path

from two_of_hearts.words import dates
from two_of_hearts.words.lexicon import N_, _, ngettext


class Thing(Enum):
    """What we keep, each with what is in it."""

    HOME = N_("The folder that all the rest lies in, unless it says otherwise.")
    JOURNAL = N_(
        "The journal: your names, the cards you drew and what you did with them, the lines you "
        "wrote, and what each of you left out, with who did."
    )
    RUNNING = N_("What a move changes in the journal; it is there for a moment, or after a crash.")
    ASIDE = N_("Lies beside the journal, and may hold as much as it does.")
    LOCK = N_("Empty. By this a game tells another one that it is running.")
    SETTINGS = N_("The settings. Nothing that you said is in them.")
    DECKS = N_("The folder for decks of your own.")
    DECK = N_("A deck of your own.")
    KEEPSAKES = N_(
        "Where a keepsake is offered to lie; on the command line it is the present folder. It "
        "holds what you kept and wrote down. The game does not know which you have made."
    )


def thing(thing: Thing) -> str:
    """What is in a file."""
    return _(thing.value)


def missing() -> str:
    """It is not there."""
    return _("Not there.")


def there(size: int | None, mode: str) -> str:
    """How large it is, and for whom."""
    if size is None:
        return _("There, {mode}.").format(mode=mode)
    many = ngettext("one byte", "{n} bytes", size).format(n=size)
    return _("There, {size}, {mode}.").format(size=many, mode=mode)


def is_open(path: Path, mode: str) -> str:
    """Others can look into it, and how that ends."""
    return _("Others on this machine can look into it. To close it: chmod {mode} {path}").format(
        mode=mode, path=path
    )


def open_to_all(path: str) -> tuple[str, str, str]:
    """Everybody may put files into the folder."""
    return (
        _("Everybody may put files here"),
        _(
            "{path} can be written by all accounts of this machine, so nothing is safe in it."
        ).format(path=path),
        _("Close it with: chmod o-w {path}. Or name another folder with --home.").format(path=path),
    )


def link(path: str) -> tuple[str, str, str]:
    """A link lies where a file of ours should."""
    return (
        _("This is a link, and not followed"),
        _("{path} leads to another place.").format(path=path),
        _("Take it away, or name the folder that it leads to with --home."),
    )


def no_file(path: str) -> tuple[str, str, str]:
    """Something else lies where a file of ours should."""
    return (
        _("This is no file"),
        _("{path} is a folder or a device.").format(path=path),
        _("Move it elsewhere, or name another folder with --home."),
    )


def not_ours(path: str) -> tuple[str, str, str]:
    """Somebody else has put something where a file of ours should be."""
    return (
        _("This belongs to somebody else"),
        _("{path} lies where others can write, and is not yours.").format(path=path),
        _("Choose a folder where you alone can write, and name it with --home."),
    )


def busy() -> tuple[str, str, str]:
    """A game is running."""
    return (
        _("A game is running"),
        _("Nothing can be forgotten while somebody plays."),
        _("Close the game, and try again."),
    )


def going(
    evenings: int, first: datetime | None, last: datetime | None, counts: tuple[int, int, int]
) -> str:
    """What will be gone, in numbers: cards, lines and ticks are left out where there are none."""
    cards, lines, ticks = counts
    told = [ngettext("one evening", "{n} evenings", evenings).format(n=evenings)]
    if first and last:
        days = dates.day(first), dates.day(last)
        when = days[0]
        if days[0] != days[1]:
            when = _("{first} to {last}").format(first=days[0], last=days[1])
        told = [_("{evenings} ({when})").format(evenings=told[0], when=when)]
    if cards:
        told.append(ngettext("one card", "{n} cards", cards).format(n=cards))
    if lines:
        told.append(ngettext("one line", "{n} lines", lines).format(n=lines))
    if ticks:
        told.append(ngettext("one ticked plan", "{n} ticked plans", ticks).format(n=ticks))
    return _("This goes: {what}.").format(what=", ".join(told))


def lines_going(lines: int, evenings: int, whose: str) -> str:
    """How many lines will be gone."""
    many = ngettext("one line", "{n} lines", lines).format(n=lines)
    where = ngettext("in one evening", "in {n} evenings", evenings).format(n=evenings)
    return _("This goes: {lines} {where}, written by {name}.").format(
        lines=many, where=where, name=whose
    )


def between(first: datetime, last: datetime) -> str:
    """When the first and the last of the evenings were."""
    return _("The first on {first}, the last on {last}.").format(
        first=dates.day(first), last=dates.day(last)
    )


def both(a: str, l: str) -> str:  # noqa: E741 - the partner's key
    """Both, for what is written under what they did together."""
    return _("{a} and {l} together").format(a=a, l=l)


def unread() -> str:
    """A journal that cannot be looked into."""
    return _("This goes: a journal that cannot be read, with all that is in it.")


def file_going(path: Path, size: int) -> str:
    """A file that will be gone."""
    many = ngettext("one byte", "{n} bytes", size).format(n=size)
    return _("This file goes: {path}, {size}.").format(path=path, size=many)


def evening_stays() -> str:
    """What outlives an evening."""
    return _(
        "Its cards can come again, and its hearts, plans and lines are gone. What either of you "
        "left out stays left out, cards that you took out stay out, and for that the game may "
        "go on knowing what you are called. The other evenings keep their numbers."
    )


def lines_stay() -> str:
    """What outlives lines."""
    return _("The evenings, their cards, and all other lines stay.")


def rest_stays(decks: Path, config: Path) -> str:
    """What is not forgotten with everything."""
    return _("Your own decks and settings stay: {decks}, {config}.").format(
        decks=decks, config=config
    )


def out_of_reach() -> str:
    """What the game cannot delete."""
    return _(
        "What the game cannot reach: keepsakes that you made, copies and backups of these files, "
        "what your disk still keeps of deleted ones, what your terminal still shows, and your "
        "shell's history."
    )


def word() -> str:
    """What is typed to forget."""
    return _("forget")


def sure(word: str) -> str:
    """The question before."""
    return _('It cannot be brought back. To go on, type "{word}"').format(word=word)


def nothing_forgotten() -> str:
    """Another word was typed."""
    return _("Nothing was forgotten.")


def forgotten() -> str:
    """It is done."""
    return _("It is forgotten.")


def nothing_to_forget() -> str:
    """There is nothing."""
    return _("There is nothing to forget here.")


def nobody_to_ask() -> tuple[str, str]:
    """There is no terminal to ask in: what is wrong, and the mend."""
    return (
        _("Nobody can be asked here, so nothing was forgotten."),
        _("Do it in a terminal, or add --yes."),
    )
