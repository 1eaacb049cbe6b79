"""An end that the system asks for: the terminal is put back, and nothing is waited for."""

from __future__ import annotations

import signal
from collections.abc import Iterator
from contextlib import contextmanager, suppress

ENDING = ("SIGTERM", "SIGHUP", "SIGQUIT")
"""The signals that end the game, by name: not every system has them all. Ctrl+C is not among them,
for it is one of the ways to stop."""


class Ended(BaseException):
    """The system told the game to end.

    No `Exception`, so that nothing on its way takes it for trouble.

    Args:
        number: of the signal.
    """

    def __init__(self, number: int) -> None:
        super().__init__(number)
        self.number = number


_told: list[BaseException] = []
"""What signals have raised. Python loses that where it comes in the middle of an import."""


def heed() -> None:
    """Raise once more what a signal has raised, for the case that it was lost on its way.

    Raises:
        Ended, KeyboardInterrupt: as the signal did.
    """
    if _told:
        raise _told[0]


@contextmanager
def heeding() -> Iterator[None]:
    """Let these signals raise `Ended` meanwhile; one that was ignored at the start stays so.

    Raises:
        Ended: one has come. Whoever changed the terminal puts it back on the way.
    """
    numbers = [getattr(signal, name) for name in ENDING if hasattr(signal, name)]
    heeded = [number for number in numbers if signal.getsignal(number) is not signal.SIG_IGN]

    def end(number: int, frame: object) -> None:
        for each in heeded:
            signal.signal(each, signal.SIG_IGN)  # another one would interrupt the way out
        _told.append(Ended(number))
        heed()

    def stop(number: int, frame: object) -> None:
        _told.append(KeyboardInterrupt())
        heed()

    _told.clear()
    with suppress(ValueError):  # not in the main thread, where no signal comes
        for number in heeded:
            signal.signal(number, end)
        if signal.getsignal(signal.SIGINT) is signal.default_int_handler:
            signal.signal(signal.SIGINT, stop)
    yield
