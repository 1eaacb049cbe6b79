"""The command `keepsake`: makes a page, a text or pictures of an evening or a year."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from two_of_hearts.cli_album import look_back
from two_of_hearts.cli_common import home_option, load_decks, say
from two_of_hearts.engine.text import printable
from two_of_hearts.words import command


@click.command()
@click.option("--evening", type=click.IntRange(1), help="Of this evening; else of the last one.")
@click.option("--year", type=click.IntRange(1), help="Of all evenings of this year.")
@click.option(
    "--format",
    "form",
    type=click.Choice(["html", "md", "svg", "png"]),
    help="How it is made; else as PATH ends; html without one. svg and png make a folder of cards.",
)
@click.option("-o", "path", type=click.Path(path_type=Path), metavar="PATH", help="Where it goes.")
@click.option("--force", is_flag=True, help="Write over what is there.")
@home_option
def keepsake(
    evening: int | None,
    year: int | None,
    form: str | None,
    path: Path | None,
    force: bool,
    home: Path | None,
) -> None:
    """Make a keepsake of what an evening, or a year, left."""
    if evening is not None and year is not None:
        raise click.UsageError(command.evening_or_year())
    from functools import partial

    from two_of_hearts import places
    from two_of_hearts.keepsake import AlreadyThere, Choice, Format, write
    from two_of_hearts.prints import PRINTS
    from two_of_hearts.words import keepsake as words

    folder = places.home(home)
    decks = load_decks(folder).decks
    make = partial(
        write,
        look_back(folder, decks),
        Choice(evening, year),
        path,
        format=Format(form) if form else None,
        accents={deck.id: PRINTS[deck.hue] for deck in decks},
    )
    try:
        made = make(overwrite=force)
    except AlreadyThere as taken:
        if not (sys.stdin.isatty() and sys.stdout.isatty()):
            raise
        click.confirm(printable(words.write_over(taken.path)), abort=True)
        made = make(overwrite=True)
    say(made)
