"""Plays the plain mode on the streams of this process."""

from __future__ import annotations

import errno
import io
import os
import sys
from typing import Any

GONE = (errno.EIO, errno.ENXIO, errno.EBADF)
"""How a terminal says that its window was closed."""

HANGUP = 1
"""The number of the signal that goes with it, on every system."""


def play_plainly(evening: dict[str, Any]) -> int:
    """Play until the box is closed, the input ends, or nobody reads any more.

    Args:
        evening: what every front end is given.

    Returns:
        The exit code.
    """
    from two_of_hearts.plain.ending import Ended, heeding
    from two_of_hearts.plain.game import PlainGame
    from two_of_hearts.plain.source import heard

    # A byte that is no letter becomes a sign that says so, rather than the end of the game.
    if isinstance(sys.stdin, io.TextIOWrapper):
        sys.stdin.reconfigure(errors="replace")

    def ring() -> None:
        sys.stdout.write("\a")
        sys.stdout.flush()

    bell = ring if sys.stdout.isatty() else None
    try:
        with heeding():
            PlainGame(heard(sys.stdin), sys.stdout, ring=bell, **evening).run()
            sys.stdout.flush()
    except BrokenPipeError:
        code = 0
    except Ended as end:
        code = 128 + end.number
    except OSError as error:
        if error.errno not in GONE:
            raise
        code = 128 + HANGUP
    else:
        return 0
    # Nobody reads any more, and everything is saved. Python would try again at its end, and might
    # wait for ever.
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return code
