"""The commands `where` and `forget`: what is kept, and how it goes again."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from two_of_hearts.cli_common import TROUBLE, USAGE, at_home, home_option, say, stop

if TYPE_CHECKING:
    from collections.abc import Callable

    from two_of_hearts.forget import Going

SEATS = ("left", "right", "both")
"""Whose lines: who sat there last, or those of both together."""

yes_option = click.option("--yes", is_flag=True, help="Do not ask. For scripts.")


@click.command()
@home_option
def where(home: Path | None) -> None:
    """Name every file that is kept, and what is in it."""
    from two_of_hearts import places
    from two_of_hearts.kept import kept
    from two_of_hearts.words import private as words

    folder = places.home(home)
    for one in kept(folder, places.config(folder, home), places.keepsakes()):
        say(one.path)
        say(f"    {words.thing(one.thing)}")
        say(f"    {words.there(one.size, one.mode) if one.mode else words.missing()}")
        if one.is_open:
            say(f"    {words.is_open(one.path, '700' if one.size is None else '600')}")


@click.group()
@home_option
@click.pass_context
def forget(context: click.Context, home: Path | None) -> None:
    """Forget an evening, a partner's lines, or everything."""
    context.obj = home


@forget.command("evening")
@click.argument("number", type=click.IntRange(1))
@yes_option
@at_home
def forget_evening(home: Path | None, number: int, yes: bool) -> None:
    """Forget the evening NUMBER, as "history" numbers them."""
    from two_of_hearts import forget, places
    from two_of_hearts.words import looking_back
    from two_of_hearts.words import private as words

    journal = places.journal(places.home(home))
    going = forget.evening(journal, number) if journal.exists() else None
    if going is None:
        stop(looking_back.no_such_evening(number), looking_back.which_evenings(), USAGE)
    say(_told(going))
    say(words.evening_stays())
    _forget(lambda: forget.forget_evening(journal, number), yes)


@forget.command("lines")
@click.argument("whose", type=click.Choice(SEATS))
@yes_option
@at_home
def forget_lines(home: Path | None, whose: str, yes: bool) -> None:
    """Forget all lines that somebody wrote: who sat on the left last, or on the right.

    "both" are the lines under what you did together; they belong to neither alone.
    """
    from two_of_hearts import forget, places
    from two_of_hearts.engine.partners import Partner
    from two_of_hearts.words import private as words

    partner = {"left": Partner.A, "right": Partner.L, "both": None}[whose]
    journal = places.journal(places.home(home))
    going, names = forget.lines(journal, partner) if journal.exists() else (None, None)
    if not going or not going.lines or not names:
        say(words.nothing_to_forget())
        return
    name = names.of(partner) if partner else words.both(names.a, names.l)
    say(words.lines_going(going.lines, going.evenings, name))
    if going.first and going.last:
        say(words.between(going.first, going.last))
    say(words.lines_stay())
    _forget(lambda: forget.forget_lines(journal, partner), yes)


@forget.command("everything")
@yes_option
@at_home
def forget_everything(home: Path | None, yes: bool) -> None:
    """Forget all evenings, and delete the journal with all that was set aside of it."""
    from two_of_hearts import forget, places
    from two_of_hearts.kept import beside
    from two_of_hearts.words import private as words

    folder = places.home(home)
    journal = places.journal(folder)
    if not beside(folder):
        say(words.nothing_to_forget())
        return
    going = forget.everything(journal)
    say(_told(going) if going else words.unread())
    # Named after the journal was opened: that may have mended or set aside something.
    for path in beside(folder):
        say(words.file_going(path, path.lstat().st_size))
    say(words.rest_stays(places.own_decks(folder), places.config(folder, home)))
    _forget(lambda: forget.forget_everything(journal), yes)


def can_ask() -> bool:
    """Whether somebody sits there who can be asked."""
    return sys.stdin.isatty() and sys.stdout.isatty()


def _told(going: Going) -> str:
    from two_of_hearts.words import private as words

    counts = going.cards, going.lines, going.ticks
    return words.going(going.evenings, going.first, going.last, counts)


def _forget(do: Callable[[], None], yes: bool) -> None:
    """Ask for a word, which no key that is held down can type; then do it."""
    from two_of_hearts.words import private as words

    say(words.out_of_reach())
    if not yes:
        if not can_ask():
            stop(*words.nobody_to_ask(), USAGE)
        typed = click.prompt(words.sure(words.word()), default="", show_default=False)
        if typed.strip().casefold() != words.word().casefold():
            say(words.nothing_forgotten())
            raise SystemExit(TROUBLE)
    do()
    say(words.forgotten())
