"""Forgetting: an evening, what one partner wrote, or everything, so that no file holds it any more.

What is deleted is overwritten in the file, and then the file is written anew without it.
"""

from __future__ import annotations

import os
import sqlite3
import stat
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from two_of_hearts import journal_open
from two_of_hearts.engine import events as ev
from two_of_hearts.engine.partners import Pair, Partner
from two_of_hearts.errors import Trouble
from two_of_hearts.guarded import check_trusted
from two_of_hearts.journal import COUNTS, Journal
from two_of_hearts.journal_faults import explained
from two_of_hearts.journal_schema import transaction
from two_of_hearts.kept import LOCK, beside
from two_of_hearts.remnant import Sat, leave, remnant, who_sat
from two_of_hearts.words import private as words
from two_of_hearts.words import troubles

PATIENCE = 1.0
"""How many seconds to wait for a game that is just committing something."""

TABLES = ("event", "note", "done")


class Busy(Trouble):
    """A game is running on the journal."""


@dataclass(frozen=True, slots=True)
class Going:
    """What would be forgotten, in numbers."""

    evenings: int
    """How many evenings it is in."""
    first: datetime | None
    """When the first of them began."""
    last: datetime | None
    """When the last of them began."""
    cards: int
    """How many cards came up in them."""
    lines: int
    """How many lines were written."""
    ticks: int
    """How many plans were ticked."""


@contextmanager
def alone(journal: Path) -> Iterator[sqlite3.Connection]:
    """A sound journal that nobody plays from and nobody else writes in.

    What is done in it is a transaction of its own, and then the file is made anew.

    Raises:
        Taken, Busy: a game is running on it.
        Trouble: it cannot be opened, read or written; nothing has changed.
    """
    with journal_open.alone(journal), _changing(journal) as db:
        yield db


@contextmanager
def _changing(journal: Path) -> Iterator[sqlite3.Connection]:
    with _open(journal) as db:
        # SQLite's locking_mode=EXCLUSIVE would leave what was there in the file beside the
        # journal, if we were killed in between.
        for pragma in ("secure_delete=ON", "temp_store=MEMORY"):
            db.execute(f"PRAGMA {pragma}").fetchall()
        with transaction(db):
            yield db
        # So that no free page remembers where something was. What was written there is zeros
        # already, so a disk without room for that does not make it undone.
        with suppress(sqlite3.OperationalError):
            db.execute("VACUUM")


def evening(journal: Path, number: int) -> Going | None:
    """What would be forgotten with an evening; None where there is none to look back on."""
    with _open(journal) as db:
        going = _going(db, [number])
        rounds = f"SELECT EXISTS (SELECT 1 FROM event WHERE {COUNTS} AND kind = ? AND evening = ?)"
        (was_played,) = db.execute(rounds, (ev.RoundOpened.__name__, number)).fetchone()
        return going if was_played or going.lines else None


def lines(journal: Path, partner: Partner | None) -> tuple[Going, Pair[str] | None]:
    """What would be forgotten with a partner's lines, and how the two sat last.

    Args:
        partner: who sits there now; None for the lines of both.
    """
    with _open(journal) as db:
        found = [(n, who) for n, who in _seat_by_evening(db, partner) if _lines(db, n, who)]
        going = _going(db, [number for number, _ in found])
        many = sum(_lines(db, number, who) for number, who in found)
        sat = [one for one in who_sat(db) if one.evening > 0]
        return (
            Going(going.evenings, going.first, going.last, 0, many, 0),
            sat[-1].names if sat else None,
        )


def everything(journal: Path) -> Going | None:
    """What would be forgotten with everything; None where the journal cannot be read.

    Raises:
        Trouble: somebody else has put something there.
    """
    for path in beside(journal.parent):
        check_trusted(path)
    if not journal.exists():
        return Going(0, None, None, 0, 0, 0)
    try:
        with _open(journal) as db:
            return _going(db, [one.evening for one in who_sat(db) if one.evening > 0])
    except Trouble:
        return None


def forget_evening(journal: Path, number: int) -> None:
    """Forget an evening.

    Raises:
        Taken, Busy: a game is running.
        Trouble: it could not be done; nothing has changed.
    """
    with alone(journal) as db:
        left = remnant(db, number)
        for table in TABLES:
            db.execute(f"DELETE FROM {table} WHERE evening = ?", (number,))
        leave(db, -number, left)


def forget_lines(journal: Path, partner: Partner | None) -> None:
    """Forget what a partner wrote, or what was written for both.

    Raises:
        Taken, Busy: a game is running.
        Trouble: it could not be done; nothing has changed.
    """
    with alone(journal) as db:
        for number, who in _seat_by_evening(db, partner):
            query = "DELETE FROM note WHERE evening = ? AND partner = ?"
            db.execute(query, (number, who or ""))


def forget_everything(journal: Path) -> None:
    """Delete the journal, and every one that was set aside. One that cannot be read goes too.

    Raises:
        Taken, Busy: a game is running.
        Trouble: somebody else has put something there.
        OSError: a file could not be deleted.
    """
    with journal_open.alone(journal):
        if journal.is_file():
            # Where it is damaged, or none of ours, the files go all the same.
            try:
                with _changing(journal) as db:
                    for table in TABLES:
                        db.execute(f"DELETE FROM {table} WHERE true")
            except Busy:
                raise
            except Trouble:
                pass
        # The lock last: until then nobody begins to play.
        files = sorted(beside(journal.parent), key=lambda path: path.name == LOCK)
        for path in files:
            check_trusted(path)
        for path in files:
            # Windows lets nobody delete what is open.
            if path.name != LOCK or sys.platform != "win32":
                _wipe(path)
    with suppress(OSError):
        folder = os.open(journal.parent, os.O_RDONLY)
        os.fsync(folder)
        os.close(folder)


def _going(db: sqlite3.Connection, numbers: list[int]) -> Going:
    """What is in these evenings. What was done in private is not counted."""
    held = f"({', '.join(str(number) for number in numbers)})"
    drawn = f"'{ev.CardDrawn.__name__}', '{ev.AppreciationDrawn.__name__}'"
    began = [
        datetime.fromisoformat(at)
        for (at,) in db.execute(
            f"SELECT at FROM event WHERE kind = ? AND evening IN {held} ORDER BY evening",
            (ev.EveningBegan.__name__,),
        )
    ]
    counted = (
        f"SELECT count(*) FROM event WHERE {COUNTS} AND kind IN ({drawn}) AND evening IN {held}",
        f"SELECT count(*) FROM note WHERE evening IN {held}",
        f"SELECT count(*) FROM done WHERE evening IN {held}",
    )
    cards, written, ticks = (int(db.execute(query).fetchone()[0]) for query in counted)
    first, last = (began[0], began[-1]) if began else (None, None)
    return Going(len(began), first, last, cards, written, ticks)


def _lines(db: sqlite3.Connection, number: int, who: Partner | None) -> int:
    query = "SELECT count(*) FROM note WHERE evening = ? AND partner = ?"
    return int(db.execute(query, (number, who or "")).fetchone()[0])


def _seat_by_evening(
    db: sqlite3.Connection, partner: Partner | None
) -> list[tuple[int, Partner | None]]:
    """Where somebody sat in each evening, who sat there in the last one."""
    found: list[tuple[int, Partner | None]] = []
    after: Sat | None = None
    for sat in reversed(who_sat(db)):
        if after and partner and sat.turned(after):
            partner = partner.other
        found.append((sat.evening, partner))
        after = sat
    return found


def _wipe(path: Path) -> None:
    """Delete a file; overwritten before, where it is one and has no second name."""
    found = path.lstat()
    if stat.S_ISDIR(found.st_mode):
        return
    if stat.S_ISREG(found.st_mode) and found.st_nlink == 1:
        with suppress(OSError):
            handle = os.open(path, os.O_WRONLY | getattr(os, "O_NOFOLLOW", 0))
            with os.fdopen(handle, "wb") as file:
                file.write(bytes(found.st_size))
                file.flush()
                os.fsync(file.fileno())
    path.unlink()


@contextmanager
def _open(journal: Path) -> Iterator[sqlite3.Connection]:
    with _explained(journal):
        # That brings an older one up to date, and sees that it is ours.
        Journal(journal).close()
    with _explained(journal):
        db = sqlite3.connect(journal, timeout=PATIENCE, isolation_level=None)
        try:
            yield db
        finally:
            db.close()


@contextmanager
def _explained(journal: Path) -> Iterator[None]:
    try:
        with explained(troubles.UNWRITTEN, journal):
            yield
    except Trouble as trouble:
        if getattr(trouble.__cause__, "sqlite_errorcode", None) == sqlite3.SQLITE_BUSY:
            raise Busy(*words.busy()) from trouble
        raise
