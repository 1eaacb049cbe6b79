"""The ways to a journal: to play from it, and to read it beside a game.

Whoever plays holds the lock, and sees at the start and at the end whether the file is as it was
written. Where it is not, it is set aside, what can be read is kept, and that is told.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

from two_of_hearts.guarded import FOLDER, check_own, refuse_open_to_all
from two_of_hearts.journal import Journal
from two_of_hearts.journal_check import prefix
from two_of_hearts.journal_faults import Damaged, explained
from two_of_hearts.journal_file import TOUCH
from two_of_hearts.journal_lock import Lock
from two_of_hearts.journal_mend import finish, make_new, recover
from two_of_hearts.journal_schema import SCHEMA_VERSION
from two_of_hearts.words import troubles as words


class PlayedJournal(Journal):
    """A journal that is played from, by this game alone.

    Args:
        path: the file.
        lock: held until it is closed.
        today: goes into the name of a damaged journal.
    """

    mend = words.AT_THE_END

    def __init__(self, path: Path, lock: Lock, today: date) -> None:
        super().__init__(path)
        self._lock = lock
        self._today = today

    def look_over(self) -> None:
        """See that the file is whole, and that the evening which would go on can be played again.

        All its pages are looked at, which takes about a tenth of a second for a thousand evenings.
        Whether each event of each evening makes sense is seen when it is read.

        Raises:
            Damaged: it is not.
        """
        query = "SELECT * FROM event WHERE evening = ? ORDER BY seq"
        with self._explained(words.UNREAD):
            self._db.execute(TOUCH)
            is_whole = self._db.execute("PRAGMA quick_check(1)").fetchone() == ("ok",)
            # That does not look at the order of the rows, which pages in the wrong place disturb.
            keys = self._db.execute("SELECT evening, seq FROM event").fetchall()
            is_whole = is_whole and keys == sorted(set(keys))
            for evening in {self.last_played(), self.last_evening()}:
                rows = self._db.execute(query, (evening,)).fetchall()
                is_whole = is_whole and prefix(rows) == len(rows)
        if not is_whole:
            raise self.damage()

    def close(self) -> None:
        """Let go of the file and the lock.

        Raises:
            Trouble: the file was found to be damaged; what can be read of it is kept.
        """
        super().close()
        try:
            if self.is_damaged:
                self.is_damaged = False
                raise recover(self.path, self.path, self._today).told()
        finally:
            self._lock.let_go()


def open_to_play(path: Path, today: date) -> PlayedJournal:
    """The journal to play from; where there is none, a new one.

    Args:
        path: where it lies.
        today: goes into the name of a damaged journal.

    Raises:
        Trouble: another game plays from it; or it cannot be used; or it was damaged, is set aside
            now, and what could be read of it is in a new one.
    """
    refuse_foreign(path)
    make_folder(path)
    with explained(words.UNOPENED, path):
        refuse_open_to_all(path.parent)
        lock = Lock(path)
    try:
        finish(path)
        if not path.exists():
            make_new(path)
        refuse_empty(path)
        journal = PlayedJournal(path, lock, today)
    except Damaged:
        try:
            raise recover(path, path, today).told() from None
        finally:
            lock.let_go()
    except BaseException:
        lock.let_go()
        raise
    try:
        journal.look_over()
    except BaseException:
        journal.close()
        raise
    return journal


def open_to_read(path: Path) -> Journal:
    """The journal to look at, perhaps while a game is played from it.

    One of an older format is brought up to date only while nobody plays: the game may be an older
    one too, which would not know its own journal again.

    Raises:
        Trouble: it cannot be used.
    """
    refuse_foreign(path)
    refuse_empty(path)
    if version(path) >= SCHEMA_VERSION:
        return Journal(path)
    with alone(path):
        return Journal(path)


def make_folder(path: Path) -> None:
    """Make the folder that a journal is to lie in, for its owner alone.

    Raises:
        Trouble: it cannot be made.
    """
    with explained(words.UNOPENED, path):
        path.parent.mkdir(mode=FOLDER, parents=True, exist_ok=True)


@contextmanager
def alone(path: Path) -> Iterator[None]:
    """What is done within is done while nobody plays.

    Raises:
        Trouble: somebody does, or no lock can be made.
    """
    with explained(words.UNOPENED, path):
        lock = Lock(path)
    try:
        yield
    finally:
        lock.let_go()


def refuse_foreign(path: Path) -> None:
    """See that a file of ours lies there, or none.

    Raises:
        Trouble: it is a link or no file, or somebody else has put it there.
    """
    with explained(words.UNOPENED, path):
        check_own(path)


def refuse_empty(path: Path) -> None:
    """No journal is ever empty: it gets its place when it is made. So one without a byte lost them.

    Raises:
        Damaged: it is.
    """
    with explained(words.UNOPENED, path):
        if path.is_file() and path.stat().st_size == 0:
            raise Damaged(*words.damaged(str(path), words.BY_DOCTOR))


def version(path: Path) -> int:
    """The version in the head of a file, without a lock on it.

    Raises:
        Trouble: it cannot be read.
    """
    with explained(words.UNOPENED, path), path.open("rb") as file:
        return int.from_bytes(file.read(64)[60:64], "big")
