"""Lines that are typed, or come through a pipe, with an ear for signals.

Python looks for signals, and then lets the system wait for a line. One that comes just between the
two would be heard with the next line alone, perhaps never. Here a signal leaves a byte in a pipe
of our own, and both are waited for.
"""

from __future__ import annotations

import codecs
import io
import os
import select
import signal
import sys
from typing import Protocol, TextIO

from two_of_hearts.plain.ending import heed

MOST = 65_536
"""How many bytes are read at once."""


class Source(Protocol):
    """What lines are read from."""

    def readline(self) -> str:
        """The next line with its end; empty where there is none."""

    def isatty(self) -> bool:
        """Whether somebody types."""

    def fileno(self) -> int:
        """The system's number for it."""


def heard(stream: TextIO) -> Source:
    """The same lines, from a source that hears every signal where the system lets it.

    Only to be called in the main thread, and before anything is read.
    """
    try:
        stream.fileno()
    except (OSError, ValueError):
        return stream
    return stream if sys.platform == "win32" else Heard(stream)


class Heard:
    """A stream of the system, read without any line being lost.

    Args:
        stream: it says how bytes become letters, and which are no letters.
    """

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream
        letters = codecs.getincrementaldecoder(stream.encoding or "utf-8")
        decoder = letters(stream.errors or "replace")
        self._letters = io.IncrementalNewlineDecoder(decoder, translate=True)
        self._text = ""
        self._woken, wake = os.pipe()
        for end in (self._woken, wake):
            os.set_blocking(end, False)
        signal.set_wakeup_fd(wake, warn_on_full_buffer=False)

    def readline(self) -> str:
        """The next line; the last one may have no end.

        Raises:
            Ended, KeyboardInterrupt: a signal has come, now or since the line before.
        """
        heed()
        while "\n" not in self._text:
            ready, _, _ = select.select([self.fileno(), self._woken], [], [])
            if self._woken in ready:
                # What is to be done then is done by its handler, before the next line of this.
                os.read(self._woken, MOST)
                heed()
                continue
            data = os.read(self.fileno(), MOST)
            self._text += self._letters.decode(data, final=not data)
            if not data:
                break
        line, end, self._text = self._text.partition("\n")
        return line + end

    def isatty(self) -> bool:
        """Whether somebody types."""
        return self._stream.isatty()

    def fileno(self) -> int:
        """The system's number for it."""
        return self._stream.fileno()
