"""The command: what can be said on the command line. A front end is imported only when it plays."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

import click

from two_of_hearts import __version__
from two_of_hearts.engine.cards import Mood
from two_of_hearts.engine.rounds import ROUND_LENGTHS

if TYPE_CHECKING:
    from collections.abc import Callable

    from two_of_hearts.engine.cards import Deck
    from two_of_hearts.engine.moves import Move
    from two_of_hearts.library import Library

TROUBLE, USAGE = 1, 2
"""Exit codes beside 0: something is wrong with a file; the command cannot do that here."""

home_option = click.option(
    "--home",
    type=click.Path(path_type=Path, file_okay=False),
    envvar="TWO_OF_HEARTS_HOME",
    help="Keep everything in this folder.",
)


class PlayByDefault(click.Group):
    """A group whose command `play` is understood where none is named."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Put `play` before options that are not the group's own."""
        own = {"--help", "-h", "--version"}
        if not args or (args[0].startswith("-") and args[0] not in own):
            args = ["play", *args]
        return super().parse_args(ctx, args)


@click.group(cls=PlayByDefault, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="two-of-hearts")
def main() -> None:
    """Two of Hearts: a card game for two, at one laptop.

    Without a command it plays; the options of "play" may then be given as they are.
    """


@main.command()
@click.option("--names", nargs=2, metavar="A B", help="What the two of you are called.")
@click.option(
    "--mood", type=click.Choice([mood.value for mood in Mood]), help="How you both feel tonight."
)
@click.option("--deck", metavar="NAME", help='Begin with this deck; see "decks".')
@click.option("--turns", type=click.Choice([str(n) for n in ROUND_LENGTHS]), help="Round length.")
@click.option("--seed", type=click.IntRange(0, 2**63 - 1), help="Shuffle in this one way.")
@home_option
def play(
    names: tuple[str, str] | None,
    mood: str | None,
    deck: str | None,
    turns: str | None,
    seed: int | None,
    home: Path | None,
) -> None:
    """Play an evening. This is what happens when no command is named."""
    streams = (sys.stdin, sys.stdout, sys.stderr)
    if not all(stream.isatty() for stream in streams) or os.environ.get("TERM") == "dumb":
        _stop(
            "Two of Hearts is played in a terminal window, and this is none.",
            "Start it in one, without a pipe, and with TERM as the terminal sets it.",
            USAGE,
        )
    # Imported here, so that --help and --version do not wait for them.
    import secrets
    from datetime import datetime
    from functools import partial

    from two_of_hearts import library, places
    from two_of_hearts.engine.partners import Pair
    from two_of_hearts.engine.text import BadName, clean_name
    from two_of_hearts.errors import Trouble
    from two_of_hearts.journal import Journal

    folder = places.home(home)
    load = partial(library.load, [library.bundled(), places.own_decks(folder)])
    try:
        who = Pair(clean_name(names[0]), clean_name(names[1])) if names else None
        moves = _first_moves(mood, turns, deck, load) if mood or turns or deck else ()
        journal = Journal(places.journal(folder))
    except BadName as error:
        raise click.BadParameter(str(error), param_hint="--names") from None
    except Trouble as trouble:
        _stop(f"{trouble.title}. {trouble.detail}", trouble.mend, TROUBLE)
    from two_of_hearts.tui.app import TableApp

    app = TableApp(
        journal=journal,
        load=load,
        now=lambda: datetime.now().astimezone(),
        seed=(lambda: seed) if seed is not None else (lambda: secrets.randbits(63)),
        names=who,
        first_moves=moves,
    )
    try:
        app.run()
    finally:
        journal.close()
    raise SystemExit(app.return_code or 0)


def _first_moves(
    mood: str | None, turns: str | None, deck: str | None, load: Callable[[], Library]
) -> tuple[Move, ...]:
    """What the options have already chosen, as moves."""
    from two_of_hearts.engine import moves as mv

    moves: list[Move] = []
    if mood:
        moves.append(mv.ShareMood(Mood(mood)))
    if turns:
        moves.append(mv.SetTurns(int(turns)))
    if deck:
        moves += [mv.ShowDecks(), mv.TakeDeck(_known(deck, load()).id)]
    return tuple(moves)


def _known(name: str, library: Library) -> Deck:
    """The deck of this name, or a clear end."""
    for deck in library.decks:
        if deck.id == name:
            return deck
    from difflib import get_close_matches

    ids = [deck.id for deck in library.decks]
    near = get_close_matches(name, ids, n=1)
    mend = f"Did you mean {near[0]}?" if near else f"There are {', '.join(ids)}."
    _stop(f"There is no deck called {name!r}.", mend, USAGE)


@main.group(invoke_without_command=True)
@home_option
@click.pass_context
def decks(context: click.Context, home: Path | None) -> None:
    """List the decks, or show one."""
    context.obj = home
    if context.invoked_subcommand is None:
        _list(home)


@decks.command("list")
@click.pass_obj
def list_decks(home: Path | None) -> None:
    """Name all decks, with how many cards they have of each depth."""
    _list(home)


def _list(home: Path | None) -> None:
    from two_of_hearts.engine.cards import Depth

    library = _library(home)
    wide = max((len(deck.id) for deck in library.decks), default=0)
    for deck in library.decks:
        counts = [sum(card.depth == depth for card in deck.cards) for depth in Depth]
        light, warm, deep = counts
        click.echo(f"{deck.id:{wide}}  {light} light, {warm} warm, {deep} deep.  {deck.about}")


@decks.command()
@click.argument("name")
@click.pass_obj
def show(home: Path | None, name: str) -> None:
    """Print the deck NAME, card by card."""
    deck = _known(name, _library(home))
    click.echo(f"{deck.title}\n{deck.about}\n")
    for card in deck.cards:
        click.echo(f"{card.depth.name.lower()} {card.kind}: {card.text}")
        for question in card.follow_ups:
            click.echo(f"  - {question}")


def _library(home: Path | None) -> Library:
    """All decks; what is wrong with any of them goes to stderr."""
    from two_of_hearts import library, places

    found = library.load([library.bundled(), places.own_decks(places.home(home))])
    for problem in found.problems:
        click.echo(str(problem), err=True)
    return found


def _stop(wrong: str, mend: str, code: int) -> NoReturn:
    """Say what is wrong and how to mend it, and end."""
    click.echo(f"{wrong}\n{mend}", err=True)
    raise SystemExit(code)
