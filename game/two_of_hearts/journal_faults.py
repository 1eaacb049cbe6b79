"""What the system says of a journal, as something that a player can be told.

A fault is either outside of the file, and then the file stays as it is; or the file itself is not
as it was written, and then what can be read of it is saved.
"""

from __future__ import annotations

import errno
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import msgspec

from two_of_hearts.errors import Trouble
from two_of_hearts.words import troubles as words


class Damaged(Trouble):
    """The file is not as it was written."""


FOLDING = (AssertionError, AttributeError, IndexError, KeyError, StopIteration, TypeError)
"""What the rules raise where events do not follow from each other."""

FULL = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)

MENDS = {
    sqlite3.SQLITE_BUSY: words.BUSY,
    sqlite3.SQLITE_LOCKED: words.BUSY,
    sqlite3.SQLITE_FULL: words.FULL,
    sqlite3.SQLITE_READONLY: words.READ_ONLY,
    sqlite3.SQLITE_IOERR: words.DISK,
    sqlite3.SQLITE_CANTOPEN: words.REFUSED,
    sqlite3.SQLITE_PERM: words.REFUSED,
    sqlite3.SQLITE_CONSTRAINT: words.CROSSED,
}

DAMAGE = (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_ERROR)
"""The last one says that a table is not there, or is another one than it should be."""


@contextmanager
def explained(what: str, path: Path, mend: str = words.BY_DOCTOR) -> Iterator[None]:
    """Turn what is raised within into what a player can be told.

    Args:
        what: one of the titles of `words.troubles`.
        path: the journal.
        mend: what to do where it is damaged.

    Raises:
        Damaged: the file is not as it was written.
        Trouble: anything else is wrong.
    """
    try:
        yield
    except OSError as error:
        raise Trouble(*words.journal(what, str(path), *_refusal(error))) from error
    except sqlite3.Error as error:
        code = getattr(error, "sqlite_errorcode", None)
        kind = None if code is None else code & 0xFF
        if kind in DAMAGE or (kind is None and not isinstance(error, sqlite3.ProgrammingError)):
            raise Damaged(*words.damaged(str(path), mend)) from error
        reason = MENDS.get(kind or 0, words.SYSTEM)
        raise Trouble(*words.journal(what, str(path), reason, str(error))) from error
    except (msgspec.MsgspecError, ValueError, *FOLDING) as error:
        raise Damaged(*words.damaged(str(path), mend)) from error


def _refusal(error: OSError) -> tuple[tuple[str, str], str]:
    """Why the system refuses a file: a reason with its mend, and what the system says."""
    said = error.strerror or ""
    if error.errno in FULL:
        return words.FULL, said
    if error.errno == errno.EROFS:
        return words.READ_ONLY, said
    if error.errno in (errno.EISDIR, errno.ENOTDIR, errno.EEXIST):
        return words.FOLDER, said
    if error.errno in (errno.EACCES, errno.EPERM):
        return words.REFUSED, said
    return words.SYSTEM, said
