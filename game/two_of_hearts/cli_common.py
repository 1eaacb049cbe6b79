"""What the commands share: where things are kept, which decks there are, and how to end."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from functools import update_wrapper
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

import click

from two_of_hearts.engine.text import printable
from two_of_hearts.words import command as words

if TYPE_CHECKING:
    from collections.abc import Callable

    from two_of_hearts.engine.cards import Deck
    from two_of_hearts.library import Library
    from two_of_hearts.tui.app import TableApp

TROUBLE, USAGE, BROKEN = 1, 2, 70
"""Exit codes beside 0: something is wrong with a file; the command cannot do that here; the game
itself is broken."""

home_option = click.option(
    "--home",
    type=click.Path(path_type=Path, file_okay=False),
    envvar="TWO_OF_HEARTS_HOME",
    help="Keep everything in this folder.",
)


def at_home(command: Callable[..., None]) -> Callable[..., None]:
    """Give a command of a group its home, named before or behind the command."""

    @click.pass_context
    def run(context: click.Context, /, home: Path | None, **options: object) -> None:
        from two_of_hearts import places

        command(places.home(home) if home else context.obj, **options)

    return home_option(update_wrapper(run, command))


def load_decks(folder: Path) -> Library:
    """The decks of the game, and those in the folder that everything is kept in."""
    from two_of_hearts import library, places

    return library.load([library.bundled(), places.own_decks(folder)])


def known(name: str, library: Library) -> Deck:
    """The deck of this name, or a clear end."""
    wanted = name.strip().casefold().replace(" ", "-")
    for deck in library.decks:
        if wanted in (deck.id, deck.title.casefold().replace(" ", "-")):
            return deck
    from difflib import get_close_matches

    ids = [deck.id for deck in library.decks]
    near = get_close_matches(name, ids, n=1)
    mend = words.meant(near[0]) if near else words.decks_are(ids)
    stop(words.no_deck(repr(name)), mend, USAGE)


def say(text: object, err: bool = False) -> None:
    """Print a line. Whatever is in it, a file's name perhaps, cannot steer the terminal."""
    click.echo(printable(str(text)), err=err)


@contextmanager
def spelled_out() -> Iterator[None]:
    """What click says of a command line repeats it, and some of it as it is: spell it out."""
    try:
        yield
    except click.UsageError as error:
        told = error.format_message()
        harmless = printable(told)
        if harmless == told:
            raise
        raise click.UsageError(harmless, error.ctx) from None


def stop(wrong: str, mend: str, code: int) -> NoReturn:
    """Say what is wrong and how to mend it, and end."""
    say(f"{wrong}\n{mend}", err=True)
    raise SystemExit(code)


def run(app: TableApp) -> int:
    """Let the couple play until they have enough; the exit code.

    Raises:
        Exception: whatever broke the game, once the terminal is as it was.
    """
    app.run()
    if app.failure is not None:
        raise app.failure
    return app.return_code or 0


def can_show_screens() -> bool:
    """Whether there is a terminal that a screen can be shown in."""
    streams = (sys.stdin, sys.stdout, sys.stderr)
    return all(stream.isatty() for stream in streams) and os.environ.get("TERM") != "dumb"


def refuse_without_terminal() -> None:
    """End with a word of help where there is no terminal to play in."""
    if not can_show_screens():
        stop(*words.no_terminal(), USAGE)
