"""Plays the plain mode on the streams of this process."""

from __future__ import annotations

import io
import os
import sys
from typing import Any


def play_plainly(evening: dict[str, Any]) -> int:
    """Play until the box is closed, the input ends, or nobody reads any more.

    Args:
        evening: what every front end is given.

    Returns:
        The exit code.
    """
    from two_of_hearts.plain.game import PlainGame

    # A byte that is no letter becomes a sign that says so, rather than the end of the game.
    if isinstance(sys.stdin, io.TextIOWrapper):
        sys.stdin.reconfigure(errors="replace")

    def ring() -> None:
        sys.stdout.write("\a")
        sys.stdout.flush()

    bell = ring if sys.stdout.isatty() else None
    try:
        PlainGame(sys.stdin, sys.stdout, ring=bell, **evening).run()
        sys.stdout.flush()
    except BrokenPipeError:
        # Who read is gone, and everything is saved. Python would try again at its end.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return 0
