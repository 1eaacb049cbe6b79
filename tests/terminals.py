"""A terminal for tests: the real program in it, read as it comes, slowly, or not at all."""

from __future__ import annotations

import fcntl
import os
import pty
import select
import signal
import struct
import subprocess
import sys
import termios
import time
from collections.abc import Mapping
from pathlib import Path

import pyte

from mash import MODES, UNKNOWN, environment, heed_all

LEFT = {**MODES, b"1004": b"l", b"1006": b"l", b"1015": b"l", b"7": b"h"}
"""How a terminal is to be left: also without focus reports, and with lines that wrap."""

GAME = ("-m", "two_of_hearts", "--names", "Mia", "Jo", "--seed", "7", "--home")


class Line:
    """The real program on a line of its own.

    Args:
        home: the folder that everything is kept in.
        args: what the command line says.
        terminal: how it is called, or None where nobody says.
        bits: the speed that the line claims to have.
        leads: whether it belongs to the session, so that closing it sends SIGHUP.
        ignores: whether SIGHUP is ignored, as under nohup.
        known: what the program is to know of who starts it.
    """

    def __init__(
        self,
        home: Path,
        *args: str,
        terminal: str | None = "xterm-256color",
        bits: int | None = None,
        leads: bool = True,
        ignores: bool = False,
        size: tuple[int, int] = (80, 24),
        known: Mapping[str, str] | None = None,
    ) -> None:
        self.ours, theirs = pty.openpty()
        self.size = size
        self.resize(*size)
        if bits:
            mode = termios.tcgetattr(theirs)
            mode[4] = mode[5] = bits
            termios.tcsetattr(theirs, termios.TCSANOW, mode)
        self.before = termios.tcgetattr(theirs)
        whole = environment(**(known or {}))
        del whole["TERM"]
        if terminal is not None:
            whole["TERM"] = terminal

        def prepare() -> None:
            heed_all()
            if ignores:
                signal.signal(signal.SIGHUP, signal.SIG_IGN)
            if leads:
                os.setsid()
                fcntl.ioctl(0, termios.TIOCSCTTY, 0)

        self.game = subprocess.Popen(
            [sys.executable, *GAME, str(home), *args],
            stdin=theirs,
            stdout=theirs,
            stderr=theirs,
            env=whole,
            preexec_fn=prepare,
        )
        os.close(theirs)
        self.raw = b""

    def resize(self, width: int, height: int) -> None:
        """Make the window another size."""
        self.size = (width, height)
        fcntl.ioctl(self.ours, termios.TIOCSWINSZ, struct.pack("HHHH", height, width, 0, 0))

    def type(self, text: str) -> None:
        """Type something, or as much of it as anybody takes."""
        os.set_blocking(self.ours, False)
        try:
            os.write(self.ours, text.encode())
        except BlockingIOError:
            pass
        finally:
            os.set_blocking(self.ours, True)

    def read(self, until: str = "", quiet: float = 0.3, seconds: float = 30.0) -> str:
        """Read until something is to be seen and nothing more comes, or the program is gone.

        Returns:
            The screen.
        """
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            if not select.select([self.ours], [], [], quiet)[0]:
                if not until or until in self.screen():
                    break
                continue
            try:
                data = os.read(self.ours, 65536)
            except OSError:
                break
            if not data:
                break
            self.raw += data
        shown = self.screen()
        assert until in shown, f"{until!r} is not to be seen in\n{shown}"
        return shown

    def screen(self) -> str:
        """What is to be seen of all that was read."""
        shown = pyte.Screen(*self.size)
        pyte.ByteStream(shown).feed(UNKNOWN.sub(b"", self.raw))
        return "\n".join(shown.display)

    def memory(self) -> int:
        """How many kilobytes of memory it holds."""
        status = Path(f"/proc/{self.game.pid}/status").read_text()
        return int(status.partition("VmRSS:")[2].split()[0])

    def processor(self) -> float:
        """Seconds of processor that it has used."""
        fields = Path(f"/proc/{self.game.pid}/stat").read_text().rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")

    def close(self) -> None:
        """The window is closed."""
        os.close(self.ours)

    def ended(self) -> int:
        """How it ended; its last words are read."""
        self.read(quiet=20.0, seconds=20.0)
        return self.game.wait(20)

    def is_clean(self) -> bool:
        """Whether the terminal is left as it was."""
        for mode, want in LEFT.items():
            found = [
                self.raw[at + len(mode) + 3 : at + len(mode) + 4]
                for at in range(len(self.raw))
                if self.raw.startswith(b"\x1b[?" + mode, at)
                and self.raw[at + len(mode) + 3 : at + len(mode) + 4] in (b"h", b"l")
            ]
            if found and found[-1] != want:
                return False
        keyboard = self.raw.rfind(b"\x1b[>25u") <= self.raw.rfind(b"\x1b[<u")
        return keyboard and termios.tcgetattr(self.ours) == self.before
