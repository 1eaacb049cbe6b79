"""A journal as a file: opened for its owner alone, told from others' files, kept on disk."""

from __future__ import annotations

import os
import sqlite3
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from two_of_hearts.errors import Trouble
from two_of_hearts.guarded import FOLDER, check_own, open_own
from two_of_hearts.journal_code import is_event
from two_of_hearts.journal_faults import Damaged, explained
from two_of_hearts.journal_pages import rows
from two_of_hearts.journal_schema import SCHEMA_VERSION, VERSIONS, prepare, transaction, version_of
from two_of_hearts.words import troubles as words

SCHEMA_TEXT = VERSIONS[0][0].strip().splitlines()[1].strip().encode()
"""A line that every journal has in it, and no other program's file."""


SHORTEST = 512
"""How many bytes the smallest page of SQLite has."""

TOUCH = "DELETE FROM done WHERE 0"
"""Changes nothing, and is refused where SQLite could open the file for reading alone: it says so
with the first move otherwise."""

NOTHING_WRITTEN = (
    sqlite3.SQLITE_BUSY,
    sqlite3.SQLITE_LOCKED,
    sqlite3.SQLITE_READONLY,
    sqlite3.SQLITE_CONSTRAINT,
)
"""How SQLite refuses before it writes anything."""


def connect(path: Path, mend: str, is_new: bool = True) -> sqlite3.Connection:
    """Open a journal and bring it up to date; where there is none, an empty one is made.

    Args:
        path: the file; it and its folder are made where they are missing, for their owner alone.
        mend: what to do where it is damaged.
        is_new: whether it is made where it is missing. In the middle of an evening it is not: the
            rest of an evening alone could not be played again.

    Raises:
        Damaged: it is a journal, and is not as it was written.
        Trouble: it cannot be opened, is not ours, or is of another version.
    """
    with explained(words.UNOPENED, path, mend):
        if is_new:
            path.parent.mkdir(mode=FOLDER, parents=True, exist_ok=True)
        check_own(path.with_name(f"{path.name}-journal"))
        file = open_own(path, os.O_RDWR | (os.O_CREAT if is_new else 0))
        try:
            found = os.fstat(file)
        finally:
            os.close(file)
        db = sqlite3.connect(path, timeout=5.0, isolation_level=None)
    try:
        with explained(words.UNREAD, path, mend):
            if 0 < found.st_size < SHORTEST:
                # SQLite takes such a file for a new one, and would write over it.
                raise ValueError(found.st_size)
            version = prepare(db)
        if version > SCHEMA_VERSION:
            raise Trouble(*words.other_version(str(path), version, SCHEMA_VERSION))
    except Damaged:
        # Closed before the file is read beside SQLite, whose locks such a reading would lift.
        db.close()
        with explained(words.UNREAD, path, mend):
            if not is_ours(path.read_bytes()):
                raise Trouble(*words.not_ours(str(path))) from None
        raise
    except Trouble:
        db.close()
        raise
    return db


def is_ours(data: bytes) -> bool:
    """Whether a file that SQLite cannot read was a journal once: it has anything of one in it, or
    nothing at all, as after a power cut."""
    return not data.strip(b"\0") or SCHEMA_TEXT in data or any(is_event(row) for row in rows(data))


def sync_folder(folder: Path) -> None:
    """Keep the names in a folder over a power cut. Windows does so by itself.

    Raises:
        OSError: the disk refuses.
    """
    if sys.platform != "win32":
        file = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(file)
        finally:
            os.close(file)


class JournalFile:
    """A journal that is open, and what is done alike with all of its tables.

    Args:
        path: the file.

    Raises:
        Damaged: the file is not as it was written.
        Trouble: it cannot be opened, or is not a journal of this version.
    """

    mend = words.BY_DOCTOR
    """What to do where it is damaged."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.is_damaged = False
        self._db = connect(path, self.mend)

    def damage(self) -> Damaged:
        """What to raise where this file is seen to be damaged."""
        self.is_damaged = True
        return Damaged(*words.damaged(str(self.path), self.mend))

    def version(self) -> int:
        """The version of its tables."""
        with self._explained(words.UNREAD):
            return version_of(self._db)

    def faults(self) -> list[str]:
        """What SQLite finds wrong with the file, in its own words; nothing where it is whole.

        Raises:
            Trouble: it cannot be read at all.
        """
        with self._explained(words.UNREAD):
            found = [str(line) for (line,) in self._db.execute("PRAGMA integrity_check")]
        return [] if found == ["ok"] else found

    def rows(self) -> Iterator[tuple[Any, ...]]:
        """All that is in the file, as it is written there.

        Raises:
            Trouble: it cannot be read.
        """
        with self._explained(words.UNREAD):
            for table in ("event", "note", "done"):
                yield from self._db.execute(f"SELECT * FROM {table}")

    def close(self) -> None:
        """Let go of the file. Nothing needs saving: every move already is."""
        self._db.close()

    @contextmanager
    def _writing(self, proof: str, row: tuple[Any, ...]) -> Iterator[None]:
        """Commit what is written within, or nothing.

        A commit that fails at its very end, when a folder cannot be synced, has changed the file
        all the same. So after a failure of the disk the file is opened anew, which takes back what
        was half written, and is asked.

        Args:
            proof: a query that says whether all is as it should be after the change.
            row: what the query asks about.
        """
        with self._explained(words.UNWRITTEN):
            try:
                with transaction(self._db):
                    yield
            except sqlite3.Error as error:
                if getattr(error, "sqlite_errorcode", 0) & 0xFF in NOTHING_WRITTEN:
                    raise
                self._db.close()
                self._db = connect(self.path, self.mend, is_new=False)
                self._db.execute(TOUCH)
                if not self._db.execute(proof, row).fetchone()[0]:
                    raise

    @contextmanager
    def _explained(self, what: str) -> Iterator[None]:
        """Turn what the system says into what a player can be told."""
        try:
            with explained(what, self.path, self.mend):
                yield
        except Damaged:
            self.is_damaged = True
            raise
