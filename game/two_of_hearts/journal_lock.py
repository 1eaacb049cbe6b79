"""The lock of a table: two games that play from one journal would deal the same turn twice.

The system holds it for as long as the game runs, and lets go of it however the game ends. So there
is no mark that a killed game could leave behind; the file itself says nothing.
"""

from __future__ import annotations

import errno
import os
import sys
from pathlib import Path

from two_of_hearts.errors import Trouble
from two_of_hearts.guarded import check_own, open_own
from two_of_hearts.words import troubles as words

NAME = "journal.lock"

TAKEN = (errno.EAGAIN, errno.EACCES, errno.EDEADLK)
"""How the systems say that somebody else has it. Anything else says that there are no locks here,
as on some drives of a network; then a second game is not seen, and the journal itself refuses
what does not fit."""


class Taken(Trouble):
    """A game is played from the journal."""


class Lock:
    """Held from its making until it is let go of, or the program ends.

    Args:
        journal: the file that is played from; the lock lies beside it.

    Raises:
        Taken: another game holds it.
        Trouble: somebody else has put something in its place.
        OSError: nothing can be written in the folder.
    """

    def __init__(self, journal: Path) -> None:
        self._file = open_own(journal.parent / NAME)
        try:
            _lock(self._file)
        except OSError as error:
            if error.errno in TAKEN:
                os.close(self._file)
                raise Taken(*words.two_games(str(journal))) from error

    def let_go(self) -> None:
        """Let another game play. Once is enough, and twice does no harm."""
        if self._file >= 0:
            os.close(self._file)
        self._file = -1


def is_taken(journal: Path) -> bool:
    """Whether a game is played from a journal at this moment. A lock that is not there is not made.

    Raises:
        Trouble: somebody else has put something in its place.
        OSError: the folder cannot be looked into.
    """
    check_own(journal.parent / NAME)
    try:
        file = os.open(journal.parent / NAME, os.O_RDONLY)
    except FileNotFoundError:
        return False
    try:
        _lock(file)
    except OSError as error:
        return error.errno in TAKEN
    finally:
        os.close(file)
    return False


if sys.platform == "win32":
    import msvcrt

    def _lock(file: int) -> None:
        msvcrt.locking(file, msvcrt.LK_NBLCK, 1)
else:
    import fcntl

    def _lock(file: int) -> None:
        # Not lockf, whose lock is lost when any other opening of the file is closed.
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
