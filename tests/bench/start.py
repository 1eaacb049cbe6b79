"""How long until the first screen is there, against a bare Textual app with a Static and a Footer;
and how long until the first lines are, where there is no screen.

Run it with: python tests/bench/start.py [rounds]

Each starts in a process of its own, on a pseudo-terminal, and is killed when its footer has been
painted, or its choices told. They are run in turn, so that a machine that slows down slows all;
the figures to look at are the medians of the ratios.
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
    """Print the median of each, and of its ratio to the bare app in the same round."""
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 15
    with tempfile.TemporaryDirectory() as folder:
        game = ["-m", "two_of_hearts", "--home", str(Path(folder) / "home")]
        starters = {
            "bare": (["-c", BARE], b"leave it"),
            "ours": (game, b"Sit down"),
            "lines": ([*game, "--plain"], b"quit."),
        }
        times = [
            {name: start(*what) for name, what in starters.items()} for _ in range(rounds + 1)
        ][1:]  # the first round only warms the machine
    for name in starters:
        seconds = statistics.median(one[name] for one in times)
        ratios = [one[name] / one["bare"] for one in times]
        least, most = min(ratios), max(ratios)
        ratio = statistics.median(ratios)
        print(f"{name:5} {seconds:.3f} s, ratio {ratio:.2f} ({least:.2f} to {most:.2f})")


if __name__ == "__main__":
    main()
