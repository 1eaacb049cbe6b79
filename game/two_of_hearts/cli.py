"""The command: what can be said on the command line. A front end is imported only when it plays."""

from __future__ import annotations

import io
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from two_of_hearts import __version__
from two_of_hearts.cli_album import history
from two_of_hearts.cli_common import (
    BROKEN,
    TROUBLE,
    USAGE,
    can_show_screens,
    home_option,
    known,
    refuse_without_terminal,
    spelled_out,
    stop,
)
from two_of_hearts.cli_decks import decks
from two_of_hearts.cli_demo import demo
from two_of_hearts.cli_keepsake import keepsake
from two_of_hearts.engine.cards import Kind, Mood
from two_of_hearts.engine.rounds import ROUND_LENGTHS
from two_of_hearts.errors import Trouble
from two_of_hearts.words import command as words

if TYPE_CHECKING:
    from collections.abc import Callable

    from two_of_hearts.engine.moves import Move
    from two_of_hearts.library import Library


class PlayByDefault(click.Group):
    """A group whose command `play` is understood where none is named."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Put `play` before options that are not the group's own."""
        if args[:1] == ["--home"] and args[2:3] and args[2] in self.commands:
            args = [args[2], "--home", args[1], *args[3:]]
        own = {"--help", "-h", "--version"}
        if not args or (args[0].startswith("-") and args[0] not in own):
            args = ["play", *args]
        with spelled_out():
            return super().parse_args(ctx, args)

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command that was named; its own command line is read here."""
        with spelled_out():
            return super().invoke(ctx)

    def main(self, *args: Any, **extra: Any) -> Any:
        """Run the command; where the game itself is broken, say so without a traceback."""
        for stream in (sys.stdout, sys.stderr):
            # A terminal that cannot show a letter shows its number.
            if isinstance(stream, io.TextIOWrapper):
                stream.reconfigure(errors="backslashreplace")
        try:
            return super().main(*args, **extra)
        except Trouble as trouble:
            stop(words.trouble(trouble.title, trouble.detail), trouble.mend, TROUBLE)
        except OSError as error:
            stop(*words.refused(str(error.strerror), str(error.filename)), TROUBLE)
        except Exception:
            click.echo(words.broken(), err=True)
            raise SystemExit(BROKEN) from None


@click.group(cls=PlayByDefault, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="two-of-hearts")
def main() -> None:
    """Two of Hearts: a card game for two, at one laptop.

    Without a command it plays. What you would choose can be said beforehand, as in
    --names Mia Jo --mood tender --deck hand-in-hand --turns 4; see "play --help".
    """


@main.command()
@click.option("--names", nargs=2, metavar="A B", help="What the two of you are called.")
@click.option(
    "--mood", type=click.Choice([mood.value for mood in Mood]), help="How you both feel tonight."
)
@click.option("--deck", metavar="NAME", help='Begin with this deck; see "decks".')
@click.option("--turns", type=click.Choice([str(n) for n in ROUND_LENGTHS]), help="Round length.")
@click.option("--seed", type=click.IntRange(0, 2**63 - 1), help="Shuffle in this one way.")
@click.option(
    "--plain/--no-plain",
    default=None,
    help="As lines of text, for a screen reader; or with a screen. Else as it suits the terminal.",
)
@home_option
def play(
    names: tuple[str, str] | None,
    mood: str | None,
    deck: str | None,
    turns: str | None,
    seed: int | None,
    plain: bool | None,
    home: Path | None,
) -> None:
    """Play an evening. This is what happens when no command is named."""
    if plain is False:
        refuse_without_terminal()
    # Imported here, so that --help and --version do not wait for them.
    import secrets
    from datetime import datetime
    from functools import partial

    from two_of_hearts import config, library, places
    from two_of_hearts.engine.partners import Pair
    from two_of_hearts.engine.text import BadName, clean_name
    from two_of_hearts.journal import Journal
    from two_of_hearts.words import flaws

    folder = places.home(home)
    settings = places.config(folder, home)
    chosen, problems = config.read(settings)
    load = partial(library.load, [library.bundled(), places.own_decks(folder)])
    try:
        who = Pair(clean_name(names[0]), clean_name(names[1])) if names else None
        moves = _first_moves(mood, turns, deck, load) if mood or turns or deck else ()
        journal = Journal(places.journal(folder))
    except BadName as error:
        raise click.BadParameter(flaws.of_name(error.flaw), param_hint="--names") from None
    evening: dict[str, Any] = {
        "journal": journal,
        "load": load,
        "now": lambda: datetime.now().astimezone(),
        "seed": (lambda: seed) if seed is not None else (lambda: secrets.randbits(63)),
        "names": who,
        "first_moves": moves,
        "config": chosen,
        "config_path": settings,
        "config_problems": problems,
    }
    try:
        if plain or (plain is None and (chosen.plain or not can_show_screens())):
            from two_of_hearts.cli_plain import play_plainly

            code = play_plainly(evening)
        else:
            from two_of_hearts.tui.app import TableApp

            app = TableApp(**evening)
            app.run()
            code = app.return_code or 0
    finally:
        journal.close()
    raise SystemExit(code)


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
        chosen = known(deck, load())
        if all(card.kind is Kind.APPRECIATION for card in chosen.cards):
            stop(*words.appreciations_alone(chosen.title), USAGE)
        moves += [mv.ShowDecks(), mv.TakeDeck(chosen.id)]
    return tuple(moves)


main.add_command(decks)
main.add_command(demo)
main.add_command(history)
main.add_command(keepsake)
