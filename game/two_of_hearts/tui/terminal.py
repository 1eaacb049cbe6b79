"""The terminal as it may really be: slow, deaf, stopped, or gone in the middle of a sentence.

Textual's own driver waits for whoever reads the screen, and goes on without end when its terminal
is gone. This one does neither, and leaves the terminal as it was however the game ends.
"""

from __future__ import annotations

import asyncio
import os
import selectors
import signal
import termios
from codecs import getincrementaldecoder
from collections.abc import Callable, Iterable
from contextlib import suppress
from typing import Any

from textual._parser import ParseError
from textual._xterm_parser import XTermParser
from textual.drivers.linux_driver import LinuxDriver
from textual.message import Message

from two_of_hearts.tui.outlet import Outlet
from two_of_hearts.tui.pace import slow_line

ENDING = (signal.SIGTERM, signal.SIGHUP, signal.SIGINT, signal.SIGQUIT)
"""The signals that end the game; one that was ignored when it was started stays so."""

BEHIND = 65_536
"""How many bytes may wait for a reader before pictures are left out."""

PATIENCE = 1.0
"""How many seconds a reader has to take the last words."""


class TableDriver(LinuxDriver):
    """A terminal that the game never waits for."""

    def __init__(self, app: Any, **how: Any) -> None:
        super().__init__(app, **how)
        self.speed = slow_line()  # bits a second, where the line is a slow one
        self.on_free: Callable[[], object] | None = None
        """Called when all was written, where somebody waits for that."""
        assert self._file is not None
        self._out = self._file.fileno()
        self._encoding = self._file.encoding or "utf-8"
        self._outlet = self._opened()
        self._is_on = False
        self._is_gone = False

    @property
    def is_behind(self) -> bool:
        """Whether so much waits to be read that another picture would only make it later."""
        return self._outlet.held > BEHIND

    @property
    def is_free(self) -> bool:
        """Whether all was written."""
        return not self._outlet.held

    def _opened(self) -> Outlet:
        outlet = Outlet(self._out, self.speed, self._tell_free, self._tell_gone)
        outlet.start()
        return outlet

    def _tell(self, what: Callable[[], object]) -> None:
        """Let something be done in the game's own thread, as long as there is one."""
        with suppress(RuntimeError):
            self._loop.call_soon_threadsafe(what)

    def _tell_free(self) -> None:
        self._tell(self._free)

    def _free(self) -> None:
        if self.on_free is not None:
            self.on_free()

    def _tell_gone(self) -> None:
        self._tell(self._lose)

    def _lose(self) -> None:
        """There is no terminal any more, so there is nobody to play."""
        if not self._is_gone:
            self._is_gone = True
            self._app.exit(return_code=128 + signal.SIGHUP)

    # What Textual asks of a driver

    def write(self, data: str) -> None:
        """Never waits. A sign that the terminal does not know becomes one that it does."""
        self._outlet.write(data.encode(self._encoding, "replace"))

    def start_application_mode(self) -> None:
        if not self._outlet.is_alive():
            self._outlet = self._opened()
        # Before the terminal is changed: from then on an end has to put it back.
        loop = asyncio.get_running_loop()
        for number in ENDING:
            if signal.getsignal(number) is not signal.SIG_IGN:
                loop.add_signal_handler(number, self._end, number)
        super().start_application_mode()  # type: ignore[no-untyped-call]
        self._is_on = True

    def _end(self, number: int) -> None:
        self._app.exit(return_code=128 + number)

    def stop_application_mode(self) -> None:
        self._outlet.drop()  # nobody waits for pictures of what is over
        super().stop_application_mode()
        self._is_on = False

    def close(self) -> None:
        """Say the last words, and wait no longer for a reader than can be borne."""
        super().close()
        if not self._outlet.finish(PATIENCE):
            # The system holds what nobody reads. Without that, there is room for the last words.
            with suppress(termios.error):
                termios.tcflush(self._out, termios.TCOFLUSH)
            self._outlet.finish(PATIENCE)
        # The terminal is as it was and all is kept, so another signal may end the rest at once;
        # Python would answer Ctrl+C with a traceback here.
        with suppress(RuntimeError, ValueError):
            for number in ENDING:
                if signal.getsignal(number) is not signal.SIG_IGN:
                    self._loop.remove_signal_handler(number)
                    signal.signal(number, signal.SIG_DFL)

    def _sigcont_application(self, *_: object) -> None:
        """Go on. Who was stopped without being asked has not yet put the terminal back, and would
        otherwise take its present state for the one to leave it in."""
        if self._is_on and self._auto_restart:
            self.suspend_application_mode()
            self._must_signal_resume = True
        super()._sigcont_application()

    def run_input_thread(self) -> None:
        """Read keys until the game ends, or the terminal does.

        As Textual's, which takes the end of its input for silence and asks again at once.
        """
        parser = XTermParser(self._debug)
        decode = getincrementaldecoder("utf-8")("replace").decode
        with selectors.SelectSelector() as selector:
            selector.register(self.fileno, selectors.EVENT_READ)
            while not self.exit_event.is_set():
                if selector.select(0.1):
                    try:
                        data = os.read(self.fileno, 4096)
                    except BlockingIOError:
                        continue
                    except OSError:
                        data = b""
                    if not data:
                        self._tell_gone()
                        break
                    self._heard(parser.feed(decode(data)))
                self._heard(parser.tick())
        with suppress(EOFError, ParseError):
            self._heard(parser.feed(""))

    def _heard(self, messages: Iterable[Message]) -> None:
        for message in messages:
            self.process_message(message)
