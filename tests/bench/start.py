"""How long until the first screen is there, against a bare Textual app with a Static and a Footer.

Run it with: python tests/bench/start.py [pairs]

Each app starts in a process of its own, on a pseudo-terminal, and is killed when its footer has
been painted. The two are run in turn, so that a machine that slows down slows both; the figure to
look at is the median of the ratios.
"""

from __future__ import annotations

import fcntl
import os
import pty
import signal
import statistics
import struct
import sys
import tempfile
import termios
import time
from pathlib import Path

BARE = """
from textual.app import App
from textual.widgets import Footer, Static

class Bare(App):
    BINDINGS = [("x", "quit", "leave it")]
    def compose(self):
        yield Static("Two of Hearts")
        yield Footer()

Bare().run()
"""


def start(arguments: list[str], footer: bytes) -> float:
    """Seconds from the start of the process until its footer has been painted."""
    began = time.perf_counter()
    process, terminal = pty.fork()
    if process == 0:
        os.environ["TERM"] = "xterm-256color"
        os.execv(sys.executable, [sys.executable, *arguments])
    fcntl.ioctl(terminal, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))
    painted = b""
    while footer not in painted:
        try:
            painted += os.read(terminal, 65536)
        except OSError:
            raise SystemExit(f"It did not start:\n{painted.decode()}") from None
    seconds = time.perf_counter() - began
    os.kill(process, signal.SIGKILL)
    os.waitpid(process, 0)
    os.close(terminal)
    return seconds


def main() -> None:
    """Print the median of each, and of the ratio of each pair."""
    pairs = int(sys.argv[1]) if len(sys.argv) > 1 else 15
    with tempfile.TemporaryDirectory() as folder:
        ours = ["-m", "two_of_hearts", "--home", str(Path(folder) / "home")]
        times = [
            (start(["-c", BARE], b"leave it"), start(ours, b"Sit down")) for _ in range(pairs + 1)
        ][1:]  # the first pair only warms the machine
    ratios = [game / bare for bare, game in times]
    print(f"bare  {statistics.median(bare for bare, _ in times):.3f} s")
    print(f"ours  {statistics.median(game for _, game in times):.3f} s")
    print(f"ratio {statistics.median(ratios):.2f}  ({min(ratios):.2f} to {max(ratios):.2f})")


if __name__ == "__main__":
    main()
