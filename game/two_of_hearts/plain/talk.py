"""Lines out and lines in: all that the plain mode has of a terminal.

Whatever is printed passes `printable`, so that no name, line or deck can steer the terminal.
"""

from __future__ import annotations

import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import TextIO

from two_of_hearts.engine.text import printable
from two_of_hearts.plain.source import Source


class Stopped(Exception):
    """Nobody types any more: the input has ended, or somebody pressed Ctrl+C."""


class Talk:
    """What is said, and what is answered.

    Args:
        source: where lines are read from.
        out: where lines are written to.
    """

    def __init__(self, source: Source, out: TextIO) -> None:
        self._source = source
        self._out = out

    def say(self, *lines: str) -> None:
        """Write lines. A break within one does not make two of it."""
        for line in lines:
            self._out.write(printable(line).replace("\n", " ") + "\n")

    def ask(self) -> str:
        """The next line that is typed, without the space around it.

        Raises:
            Stopped: there is none.
        """
        self._out.flush()
        try:
            line = self._source.readline()
        except (KeyboardInterrupt, UnicodeError):
            # Some encodings refuse a line whatever is made of its bytes: none can be read there.
            line = ""
        if not line:
            raise Stopped
        return line.strip()

    @contextmanager
    def unseen(self) -> Iterator[None]:
        """What is typed meanwhile is not shown, where the input is a terminal that can do so."""
        if sys.platform == "win32" or not self._source.isatty():
            yield
            return
        import termios

        terminal = self._source.fileno()
        before = termios.tcgetattr(terminal)
        silent = [*before]
        silent[3] = before[3] & ~termios.ECHO

        def hide(*_: object) -> None:
            termios.tcsetattr(terminal, termios.TCSADRAIN, silent)

        hide()
        # Who comes back from Ctrl+Z finds the terminal as the shell has left it.
        usual = signal.signal(signal.SIGCONT, hide)
        try:
            yield
        finally:
            signal.signal(signal.SIGCONT, usual)
            # At once, for a reader who takes nothing would be waited for. It may also be gone.
            with suppress(termios.error):
                termios.tcsetattr(terminal, termios.TCSANOW, before)
