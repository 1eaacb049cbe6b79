"""The command: what can be said on the command line. A front end is imported only when it plays."""

from __future__ import annotations

import io
import signal
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
    run,
    say,
    spelled_out,
    stop,
)
from two_of_hearts.cli_decks import decks
from two_of_hearts.cli_demo import demo
from two_of_hearts.cli_doctor import doctor
from two_of_hearts.cli_keepsake import keepsake
from two_of_hearts.cli_private import forget, where
from two_of_hearts.engine.cards import Kind, Mood
from two_of_hearts.engine.rounds import ROUND_LENGTHS
from two_of_hearts.errors import Trouble
from two_of_hearts.guarded import keep_quiet, narrow
from two_of_hearts.words import command as words

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from two_of_hearts.engine.moves import Move
    from two_of_hearts.library import Library


STOPPED = 128 + signal.SIGINT
"""The exit code where Ctrl+C ends a command."""

DEBUG = "--debug"
"""What asks for a report, wherever it stands."""


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
            try:
                return super().invoke(ctx)
            except KeyboardInterrupt:
                raise SystemExit(STOPPED) from None

    def main(self, args: Sequence[str] | None = None, *more: Any, **extra: Any) -> Any:
        """Run the command; where the game itself is broken, say so without a traceback."""
        keep_quiet()
        for stream in (sys.stdout, sys.stderr):
            # A terminal that cannot show a letter shows its number.
            if isinstance(stream, io.TextIOWrapper):
                stream.reconfigure(errors="backslashreplace")
        given = list(sys.argv[1:] if args is None else args)
        asked = [arg for arg in given if arg != DEBUG]
        error: Exception | None = None
        try:
            return _explained(lambda: super(PlayByDefault, self).main(asked, *more, **extra))
        except SystemExit as end:
            error = end.__cause__ if isinstance(end.__cause__, Exception) else None
            if len(asked) < len(given):
                _report(given, end.code if isinstance(end.code, int) else 0, error)
            raise end from None


def _explained(command: Callable[[], Any]) -> Any:
    """Turn whatever ends a command into an exit code and, where it is needed, a sentence."""
    try:
        return command()
    except Trouble as trouble:
        say(f"{words.trouble(trouble.title, trouble.detail)}\n{trouble.mend}", err=True)
        raise SystemExit(TROUBLE) from trouble
    except OSError as error:
        told = words.refused(str(error.strerror), str(error.filename))
        say("\n".join(told), err=True)
        raise SystemExit(TROUBLE) from error
    except Exception as error:
        say(words.broken(), err=True)
        raise SystemExit(BROKEN) from error


def _report(args: Sequence[str], code: int, error: Exception | None) -> None:
    """Write down what can help to mend the game, and say where."""
    from datetime import datetime

    from two_of_hearts import report

    try:
        path = report.write(args, code, error, datetime.now())
    except OSError:
        say(words.no_report(), err=True)
    else:
        say("\n".join(words.reported(str(path))), err=True)


@click.group(cls=PlayByDefault, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="two-of-hearts")
@click.option(
    DEBUG, is_flag=True, expose_value=False, help="Write a report at the end; it is safe to share."
)
def main() -> None:
    """Two of Hearts: a card game for two, at one laptop.

    Without a command it plays. What you would choose can be said beforehand, as in
    --names Mia Jo --mood tender --deck hand-in-hand --turns 4; see "play --help".
    """


@main.command()
@click.option(
    "--names",
    nargs=2,
    metavar="A B",
    help="What the two of you are called; others on this machine see it in the list of processes.",
)
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
    from two_of_hearts.journal_open import open_to_play
    from two_of_hearts.words import flaws

    folder = places.home(home)
    if home is None:
        narrow(folder)
    settings = places.config(folder, home)
    chosen, problems = config.read(settings)
    load = partial(library.load, [library.bundled(), places.own_decks(folder)])
    try:
        who = Pair(clean_name(names[0]), clean_name(names[1])) if names else None
        moves = _first_moves(mood, turns, deck, load) if mood or turns or deck else ()
        journal = open_to_play(places.journal(folder), datetime.now().date())
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

            code = run(TableApp(**evening))
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
main.add_command(doctor)
main.add_command(forget)
main.add_command(history)
main.add_command(keepsake)
main.add_command(where)
