"""The command `doctor`: says how well all is that is kept, and mends the journal."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

import click

from two_of_hearts.cli_common import TROUBLE, USAGE, home_option, load_decks, say, stop

if TYPE_CHECKING:
    from collections.abc import Iterator


@click.command()
@click.option(
    "--mend",
    "is_to_mend",
    is_flag=True,
    help="Set a damaged journal aside; keep what can be read.",
)
@click.option(
    "--recover",
    "file",
    type=click.Path(path_type=Path, exists=True, dir_okay=False),
    metavar="FILE",
    help="Make a new journal of what can be read of FILE.",
)
@home_option
def doctor(is_to_mend: bool, file: Path | None, home: Path | None) -> None:
    """See whether all is well. It tells numbers alone, so you can show them to anybody."""
    from two_of_hearts import places

    folder = places.home(home)
    if file is not None:
        _recover(file, places.journal(folder))
    elif is_to_mend:
        _mend(places.journal(folder))
    else:
        _tell(folder)


def _tell(folder: Path) -> None:
    """All that is found; what is wrong comes last, and with exit code 1."""
    import platform
    import sqlite3

    from two_of_hearts import __version__, doctor, places
    from two_of_hearts.words import doctor as words

    path = places.journal(folder)
    say(words.versions(__version__, platform.python_version(), sqlite3.sqlite_version))
    wrong = list(_look_at(path))
    if files := doctor.set_aside(path):
        say(words.set_aside(files))
    wrong += [
        words.seen_by_others(".", mode) if file == folder else words.seen_by_others(file.name, mode)
        for file, mode in doctor.seen_by_others(path).items()
    ]
    if problems := len(load_decks(folder).problems):
        wrong.append(words.deck_problems(problems))
    for line in wrong or [words.all_is_well()]:
        say(line)
    raise SystemExit(TROUBLE if wrong else 0)


def _look_at(path: Path) -> Iterator[str]:
    """Say what is in a journal; gives what is wrong with it, and the mend."""
    from two_of_hearts import doctor
    from two_of_hearts.errors import Trouble
    from two_of_hearts.journal_faults import explained
    from two_of_hearts.journal_lock import is_taken
    from two_of_hearts.journal_mend import hot
    from two_of_hearts.journal_open import open_to_read, refuse_foreign
    from two_of_hearts.words import command, troubles
    from two_of_hearts.words import doctor as words

    if not os.path.lexists(path):
        say(words.no_journal())
        return
    try:
        refuse_foreign(path)
        with explained(troubles.UNOPENED, path):
            was_waiting, is_open = hot(path).exists(), is_taken(path)
        journal = open_to_read(path)
        try:
            found = doctor.examine(journal)
        finally:
            journal.close()
    except Trouble as trouble:
        told = f"{command.trouble(trouble.title, trouble.detail)}\n{trouble.mend}"
        # A folder's name tells who plays; the file's does not.
        for folder in (Path(os.path.realpath(path)).parent, path.parent):
            told = told.replace(f"{folder}{os.sep}", "")
        yield told
        return
    say(words.counts(found.format, found.evenings, found.events, found.lines, found.ticks))
    if is_open:
        say(words.is_open())
    elif was_waiting:
        say(words.was_waiting())
    if found.orphans:
        say(words.orphans(found.orphans))
    if found.broken_pages:
        yield words.broken_pages(found.broken_pages)
    if found.senseless:
        yield words.senseless(found.senseless, found.cut)
    if found.is_damaged:
        yield words.mend()


def _mend(path: Path) -> None:
    """Set a damaged journal aside and make a new one of what can be read; a good one stays."""
    from datetime import datetime

    from two_of_hearts import doctor
    from two_of_hearts.journal import Journal
    from two_of_hearts.journal_faults import Damaged
    from two_of_hearts.journal_mend import recover
    from two_of_hearts.journal_open import alone, refuse_empty, refuse_foreign
    from two_of_hearts.words import command
    from two_of_hearts.words import doctor as words

    if not os.path.lexists(path):
        say(words.no_journal())
        return
    refuse_foreign(path)
    with alone(path):
        try:
            refuse_empty(path)
            journal = Journal(path)
            try:
                is_damaged = doctor.examine(journal).is_damaged
            finally:
                journal.close()
        except Damaged:
            is_damaged = True
        if not is_damaged:
            say(words.nothing_to_mend())
            return
        told = recover(path, path, datetime.now().date()).told()
        say(f"{command.trouble(told.title, told.detail)}\n{told.mend}")


def _recover(file: Path, path: Path) -> None:
    """Make a journal of what can be read of a file, where there is none yet."""
    from datetime import datetime

    from two_of_hearts.journal_mend import recover
    from two_of_hearts.journal_open import alone, make_folder
    from two_of_hearts.words import doctor as words

    make_folder(path)
    with alone(path):
        if os.path.lexists(path):
            stop(*words.there_is_one(), USAGE)
        sound = recover(file, path, datetime.now().date()).sound
    say(words.recovered(sound.evenings, sound.cut, len(sound.notes)))
