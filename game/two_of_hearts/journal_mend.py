"""A damaged journal is set aside, never changed, and what can be read of it becomes a new one.

The new file is made beside the old one and takes its place in one step, so that there is a whole
journal in that place at every moment, whenever the machine stops.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import count
from pathlib import Path

from two_of_hearts.errors import Trouble
from two_of_hearts.journal_check import Sound, sift
from two_of_hearts.journal_faults import explained
from two_of_hearts.journal_file import connect, is_ours, sync_folder
from two_of_hearts.journal_pages import rows
from two_of_hearts.journal_schema import transaction
from two_of_hearts.words import troubles as words


@dataclass(frozen=True, slots=True)
class Recovered:
    """What came of a damaged journal."""

    aside: Path
    """Where it lies now, as it was."""
    sound: Sound
    """What could be read of it, and is in the new one."""

    def told(self) -> Trouble:
        """What a player is told of it."""
        told = words.set_aside(str(self.aside), self.sound.evenings, self.sound.cut)
        return Trouble(*told)


def recover(damaged: Path, path: Path, today: date) -> Recovered:
    """Make a journal of what can be read of a damaged one.

    Nothing else may have either file open.

    Args:
        damaged: the file to read. Where it is the journal itself, it is set aside.
        path: where the new journal goes.
        today: goes into the name of what is set aside.

    Raises:
        Trouble: nothing of ours is in it, or the new journal cannot be written.
    """
    with explained(words.UNREAD, damaged):
        data = damaged.read_bytes()
    if not is_ours(data):
        raise Trouble(*words.not_ours(str(damaged)))
    sound = sift(rows(data))
    with explained(words.UNWRITTEN, path):
        made = beside(path, "recovering")
        _write(made, sound)
        aside = _set_aside(path, today) if damaged == path else damaged
        made.replace(path)
        sync_folder(path.parent)
    return Recovered(aside, sound)


def beside(path: Path, why: str) -> Path:
    """The name of a file that is not the journal yet."""
    return path.with_name(f"{path.stem}.{why}{path.suffix}")


def hot(path: Path) -> Path:
    """Where SQLite notes what to take back, while it writes."""
    return path.with_name(f"{path.name}-journal")


def make_new(path: Path) -> None:
    """Put an empty journal in its place. A file of no length is never ours then: it is damaged."""
    with explained(words.UNOPENED, path):
        made = beside(path, "new")
        _write(made, Sound((), (), (), 0, 0, 0))
        made.replace(path)
        sync_folder(path.parent)


def finish(path: Path) -> None:
    """Put a recovered journal in its place, where a machine that cannot link was stopped between
    the two names. It is whole: its writing ends before the damaged one leaves its place."""
    made = beside(path, "recovering")
    if not path.exists() and made.exists():
        with explained(words.UNOPENED, path):
            made.replace(path)
            sync_folder(path.parent)


def _write(path: Path, sound: Sound) -> None:
    for old in (path, hot(path)):
        old.unlink(missing_ok=True)
    db = connect(path, words.BY_DOCTOR)
    try:
        with transaction(db):
            tables = {
                "INSERT INTO event VALUES (?, ?, ?, ?, ?, ?, ?, ?)": sound.events,
                "INSERT INTO note VALUES (?, ?, ?, ?, ?)": sound.notes,
                "INSERT INTO done VALUES (?, ?, ?)": sound.ticks,
            }
            for statement, values in tables.items():
                db.executemany(statement, values)
    finally:
        db.close()


def _set_aside(path: Path, today: date) -> Path:
    """Give a damaged journal a name of its own. It is linked there first, so that its place is
    never empty; where a drive knows no links, it is renamed."""
    for aside in _names(path, today):
        if aside.exists() and aside.samefile(path):
            break  # the machine stopped here before
        try:
            os.link(path, aside)
            break
        except FileExistsError:
            continue
        except (OSError, NotImplementedError):
            if not aside.exists():
                path.rename(aside)
                break
    # Somebody's letters are in it, and it may have come from elsewhere.
    aside.chmod(0o600)
    if hot(path).exists():
        # What SQLite would take back belongs to the damaged file, and would spoil the new one.
        hot(path).replace(hot(aside))
    sync_folder(path.parent)
    return aside


def _names(path: Path, today: date) -> Iterator[Path]:
    """Names to set a journal aside under."""
    yield beside(path, f"damaged-{today.isoformat()}")
    for n in count(2):
        yield beside(path, f"damaged-{today.isoformat()}-{n}")
