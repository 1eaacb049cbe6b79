"""What a move costs, against a bare Textual app: bytes, time until it is painted, idleness.

Run it with: python tests/bench/moves.py [moves]

Both run in a pseudo-terminal of 100 by 30, in turn, in one run. A move is timed from the key to the
first byte of what it paints, and to the last one; a pause of a tenth of a second ends it. Our game
is measured once with cards that hold still, and once with cards that move.
"""

from __future__ import annotations

import fcntl
import os
import pty
import select
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
    BINDINGS = [("enter", "go", "go on"), ("s", "go", "skip"), ("m", "go", "more")]
    count = 0
    def compose(self):
        yield Static("0", id="it")
        yield Footer()
    def action_go(self):
        self.count += 1
        self.query_one("#it").update(f"Something of {self.count} words, as long as a card is." * 2)

Bare().run()
"""

EVENING = ["\r"] * 4 + ["m", "s", "\r", "m", "\r", "\r", "\r", "k", "\r"] * 8
"""The keys of an evening: drawing, further questions, a skip, answers, thanks."""


class Program:
    """A program in a pseudo-terminal.

    Args:
        arguments: what Python is given.
        animations: the value of TEXTUAL_ANIMATIONS.
    """

    def __init__(self, arguments: list[str], animations: str) -> None:
        self.process, self.terminal = pty.fork()
        if self.process == 0:
            os.environ.update(TERM="xterm-256color", COLORTERM="truecolor")
            os.environ["TEXTUAL_ANIMATIONS"] = animations
            os.execv(sys.executable, [sys.executable, *arguments])
        fcntl.ioctl(self.terminal, termios.TIOCSWINSZ, struct.pack("HHHH", 30, 100, 0, 0))
        self.read(quiet=2.0)

    def read(self, quiet: float) -> tuple[int, float, float]:
        """Read until nothing comes: how many bytes, when the first and the last one came."""
        size, first, last = 0, 0.0, 0.0
        while select.select([self.terminal], [], [], quiet)[0]:
            size += len(os.read(self.terminal, 65536))
            last = time.perf_counter()
            first = first or last
        return size, first, last

    def press(self, key: str) -> tuple[int, float, float]:
        """Press a key: how many bytes it paints, seconds until the first and until the last."""
        began = time.perf_counter()
        os.write(self.terminal, key.encode())
        size, first, last = self.read(quiet=0.1)
        return size, first - began, last - began

    def idle(self, seconds: float) -> tuple[float, int]:
        """Seconds of processor, and bytes written, while nobody types."""
        before, end, size = self.processor(), time.monotonic() + seconds, 0
        while (left := end - time.monotonic()) > 0:
            if select.select([self.terminal], [], [], left)[0]:
                size += len(os.read(self.terminal, 65536))
        return self.processor() - before, size

    def processor(self) -> float:
        """Seconds of processor that it has used."""
        fields = Path(f"/proc/{self.process}/stat").read_text().rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")

    def end(self) -> None:
        """Make an end of it."""
        os.kill(self.process, signal.SIGKILL)
        os.waitpid(self.process, 0)
        os.close(self.terminal)


def main() -> None:
    """Print the figures of each, and their ratios."""
    moves = int(sys.argv[1]) if len(sys.argv) > 1 else 44
    with tempfile.TemporaryDirectory() as folder:
        game = ["-m", "two_of_hearts", "--names", "Mia", "Jo", "--seed", "7", "--home"]
        programs = {
            "bare": Program(["-c", BARE], "none"),
            "still": Program([*game, str(Path(folder) / "still")], "none"),
            "moving": Program([*game, str(Path(folder) / "moving")], "full"),
        }
        figures: dict[str, list[tuple[int, float, float]]] = {name: [] for name in programs}
        for key in (EVENING * 3)[:moves]:
            for name, program in programs.items():
                if (painted := program.press(key))[0]:
                    figures[name].append(painted)
        bare = figures["bare"]
        print(
            "          bytes   first paint, median and 95th   last byte, median   (ratio to bare)"
        )
        for name, found in figures.items():
            size = statistics.median(f[0] for f in found)
            first = sorted(f[1] for f in found)
            late = first[int(len(first) * 0.95) - 1]
            last = statistics.median(f[2] for f in found)
            by = size / statistics.median(f[0] for f in bare)
            slower = statistics.median(first) / statistics.median(f[1] for f in bare)
            middle = statistics.median(first)
            print(
                f"{name:8} {size:6.0f}   {middle * 1000:5.1f} ms {late * 1000:5.1f} ms"
                f"   {last * 1000:6.1f} ms   bytes {by:.2f}, first paint {slower:.2f}"
            )
        for name, program in programs.items():
            waking = program.idle(12)
            used, size = program.idle(20)
            print(
                f"{name:8} idle: {used / 20 * 100:.2f} % of a processor, {size} bytes in 20 s"
                f" (in the 12 s before: {waking[1]} bytes)"
            )
            program.end()


if __name__ == "__main__":
    main()
