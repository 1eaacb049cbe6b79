"""What goes to the terminal, written beside the game, so that the game never waits for a reader.

A terminal may stop reading for a minute, be as slow as a serial line, or be gone. Moves are played
and saved meanwhile, and an end that somebody asks for still comes.
"""

from __future__ import annotations

import os
import select
from collections import deque
from collections.abc import Callable
from contextlib import suppress
from threading import Condition, Thread

CHUNK = 4096
"""How many bytes are written at most at once."""

BITS_A_BYTE = 10
"""A serial line sends a start and a stop bit with each byte."""

A_SECOND = 10
"""How many times in a second a slow line is given something."""


class Outlet(Thread):
    """Writes to a terminal.

    Args:
        terminal: its number as a file.
        bits: what its line carries in a second, where it is a slow one; never more is sent, so
            that nothing queues where it cannot be taken back.
        empty: called from this thread whenever all is written.
        gone: called from this thread once, when there is no terminal any more.
    """

    def __init__(
        self,
        terminal: int,
        bits: int | None,
        empty: Callable[[], None],
        gone: Callable[[], None],
    ) -> None:
        super().__init__(name="outlet", daemon=True)
        self.held = 0  # bytes that wait to be written
        self._terminal = _opened_anew(terminal)
        self._rate = bits / BITS_A_BYTE if bits else 0.0
        self._empty = empty
        self._gone = gone
        self._changed = Condition()
        self._parts: deque[bytes] = deque()
        self._is_ending = False
        self._is_gone = False

    def write(self, data: bytes) -> None:
        """Let something be written; what nobody can read any more is not kept."""
        with self._changed:
            if data and not self._is_gone:
                self._parts.append(data)
                self.held += len(data)
                self._changed.notify_all()

    def drop(self) -> None:
        """Forget what was not written yet."""
        with self._changed:
            self._parts.clear()
            self.held = 0

    def finish(self, seconds: float) -> bool:
        """Write all that waits, and end.

        Args:
            seconds: how long that is waited for.

        Returns:
            Whether it was done.
        """
        with self._changed:
            self._is_ending = True
            self._changed.notify_all()
        self.join(seconds)
        return not self.is_alive()

    def run(self) -> None:
        while part := self._next():
            try:
                written = os.write(self._terminal, part)
            except BlockingIOError:
                # Asked again in any case: where the system was told to forget, it does not say so.
                select.select([], [self._terminal], [], 0.2)
                written = 0
            except OSError:
                self._lose()
                break
            self._wrote(part, written)
        with suppress(OSError):
            os.close(self._terminal)

    def _next(self) -> bytes:
        """The next bytes to write; none when it is to end."""
        with self._changed:
            while not self._parts and not self._is_ending:
                self._changed.wait()
            if not self._parts:
                return b""
            most = min(CHUNK, int(self._rate / A_SECOND) or 1) if self._rate else CHUNK
            first = self._parts.popleft()
            if len(first) > most:
                self._parts.appendleft(first[most:])
            return first[:most]

    def _wrote(self, part: bytes, written: int) -> None:
        with self._changed:
            if written < len(part):
                self._parts.appendleft(part[written:])
            # What was dropped meanwhile was counted out already.
            self.held = sum(map(len, self._parts))
            if self._rate and not self._is_ending:
                self._changed.wait_for(lambda: self._is_ending, written / self._rate)
            is_empty = not self._parts
        if is_empty:
            self._empty()

    def _lose(self) -> None:
        with self._changed:
            self._is_gone = True
            self._parts.clear()
            self.held = 0
        self._gone()


def _opened_anew(terminal: int) -> int:
    """The same terminal, for a writer who does not wait in the midst of a write; whoever else
    holds it still may."""
    try:
        return os.open(os.ttyname(terminal), os.O_WRONLY | os.O_NOCTTY | os.O_NONBLOCK)
    except OSError:
        return os.dup(terminal)
