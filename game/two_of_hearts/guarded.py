"""Files for their owner alone: how one of ours is made and opened, so that nobody else steers it.

Somebody else matters only where they can put something into the folder. So a file or a link that
belongs to another is trusted where nobody but the folder's owner may write, and refused where
anybody may; a stick or a network folder that shows strange owners keeps working.
"""

from __future__ import annotations

import os
import stat
from contextlib import suppress
from pathlib import Path

from two_of_hearts.errors import Trouble
from two_of_hearts.words import private as words

ROOT = 0
"""Whoever this is can read everything anyway."""

FILE, FOLDER = 0o600, 0o700
"""How what we make can be used: by its owner alone."""

OTHERS = 0o077
"""What others may do."""

OTHERS_WRITE = 0o022
"""What others may do to put something here."""


def keep_quiet() -> None:
    """Make nothing for others, and leave no picture of the memory behind when killed.

    For the whole process, whatever it was started with: so it holds for the files too that
    SQLite and the temporary folder make.
    """
    os.umask(OTHERS)
    try:
        import resource

        hard = resource.getrlimit(resource.RLIMIT_CORE)[1]
        resource.setrlimit(resource.RLIMIT_CORE, (0, hard))
    except (ImportError, OSError, ValueError):
        # Windows writes no such pictures by itself.
        pass


def open_own(path: Path, flags: int = os.O_RDWR | os.O_CREAT) -> int:
    """Open a file of ours, or make it; one that others can read is narrowed.

    A link is not followed: it could lead anywhere, and what belongs beside the file would lie
    there too. The folder itself may be reached through links.

    Returns:
        A descriptor, which the caller closes.

    Raises:
        Trouble: it is a link or no file, or somebody else has put it there.
        OSError: the system refuses.
    """
    check_own(path)
    quiet = getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
    handle = os.open(path, flags | quiet | getattr(os, "O_CLOEXEC", 0), FILE)
    try:
        found = os.fstat(handle)
        _refuse_foreign(path, found)
        # SQLite gives its own files the mode of this one.
        if hasattr(os, "fchmod") and found.st_mode & OTHERS and found.st_uid == os.geteuid():
            os.fchmod(handle, FILE)
    except BaseException:
        os.close(handle)
        raise
    return handle


def check_own(path: Path) -> None:
    """See that nothing lies there, or a file of ours.

    Raises:
        Trouble: it is a link or no file, or somebody else has put it there.
    """
    with suppress(FileNotFoundError):
        _refuse_foreign(path, path.lstat())


def check_trusted(path: Path) -> None:
    """See that nobody else has put there what lies there. A couple's own links are followed.

    Raises:
        Trouble: somebody else has.
    """
    try:
        found = path.lstat()
    except OSError:
        return
    if not _is_trusted(path, found):
        raise Trouble(*words.not_ours(str(path)))


def refuse_open_to_all(folder: Path) -> None:
    """See that not everybody may put something into a folder: SQLite puts a file beside the
    journal with each move, and takes the one that it finds.

    Raises:
        Trouble: everybody may.
        OSError: the folder cannot be looked at.
    """
    if hasattr(os, "geteuid") and folder.stat().st_mode & stat.S_IWOTH:
        raise Trouble(*words.open_to_all(str(folder)))


def narrow(folder: Path) -> None:
    """Close a folder of ours to others. For the system's own place; what somebody chose, stays."""
    if not hasattr(os, "geteuid"):
        return
    try:
        found = folder.stat()
        if found.st_uid == os.geteuid() and found.st_mode & OTHERS:
            folder.chmod(FOLDER)
    except OSError:
        # Not there yet, or it cannot be: the files in it are for their owner alone anyway.
        pass


def _refuse_foreign(path: Path, found: os.stat_result) -> None:
    if stat.S_ISLNK(found.st_mode):
        raise Trouble(*words.link(str(path)))
    if not stat.S_ISREG(found.st_mode):
        raise Trouble(*words.no_file(str(path)))
    if not _is_trusted(path, found):
        raise Trouble(*words.not_ours(str(path)))


def _is_trusted(path: Path, found: os.stat_result) -> bool:
    """Whether it is ours, or lies where nobody else can have put it."""
    if not hasattr(os, "geteuid") or found.st_uid in (os.geteuid(), ROOT):
        return True
    return not path.parent.stat().st_mode & OTHERS_WRITE
