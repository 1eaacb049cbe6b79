"""Two people and a cat on the keyboard: random keys, clicks and sizes for a real terminal.

Run it with: python tests/mash.py [minutes] [seed]

It plays the real program in a pseudo-terminal, reads the screen back with a terminal emulator, and
ends with what went wrong: a traceback, an end that nobody asked for, a torn card, a page that
Escape does not leave, or a terminal that is not left as it was.
"""

from __future__ import annotations

import fcntl
import os
import pty
import random
import re
import select
import signal
import struct
import sys
import tempfile
import termios
import time
from collections import deque
from contextlib import suppress
from pathlib import Path
from typing import ClassVar

import pyte

CARD = {"f4ead8", "2a1f1a", "655342"}
"""The colours of a sheet of cardboard, and of a cursor or a selection on it (theme walnut)."""

HEART = "a81f38"
"""The colour of hearts (theme walnut)."""

SHORTEST = 16
"""How many cells of these colours beside each other are part of a sheet."""

FEWEST = 3
"""How many lines of them below each other are one; fewer may be a row of a list."""

UNKNOWN = re.compile(
    rb"\x1b\[[<>=?][0-9;]*[\$]?[pu]|\x1b\[[<>=][0-9;]*[a-zA-Z]|\x1bP.*?\x1b\\|\x1b\][^\x07\x1b]*(?:\x07|\x1b\\)",
    re.DOTALL,
)
"""What the emulator does not know, and a terminal does not show."""

MODES = {b"1049": b"l", b"25": b"h", b"1000": b"l", b"1003": b"l", b"2004": b"l"}
"""How a terminal is to be left: no other screen, a cursor, no mouse, no bracketed paste."""

STRANGERS = ("NO_COLOR", "TEXTUAL_ANIMATIONS", "SSH_TTY", "SSH_CONNECTION", "COLUMNS", "LINES")
"""What the program is not to learn from who starts it; the last two hold a window at one size."""

LATELY = 12
"""How many things may be done before it is seen that the program ends: it takes its time to."""

SOURCE = Path(__file__).resolve().parents[1] / "game"
"""The game beside these tests; one that is installed may be another."""

NAMED = {
    "enter": "\r",
    "escape": "\x1b",
    "up": "\x1b[A",
    "down": "\x1b[B",
    "right": "\x1b[C",
    "left": "\x1b[D",
    "pageup": "\x1b[5~",
    "pagedown": "\x1b[6~",
    "delete": "\x1b[3~",
    "backspace": "\x7f",
    "tab": "\t",
    "f1": "\x1bOP",
    "f5": "\x1b[15~",
    "palette": "\x10",
}


class Wrong(AssertionError):
    """Something that no couple should see."""


class Mash:
    """The program in a pseudo-terminal, and what it shows.

    Args:
        home: the folder that everything is kept in.
        seed: decides all that is done.
    """

    MORE: ClassVar[dict[str, str]] = {}
    """What the program is to know of who starts it."""
    names = ("Mia", "Jo")

    def __init__(self, home: Path, seed: int) -> None:
        self.dice = random.Random(seed)
        self.did: deque[str] = deque(maxlen=50)
        self.cards = 0  # how many were looked at
        self._home = home
        self._size = (80, 24)
        self.start()

    def start(self) -> None:
        """Start the program, again or for the first time."""
        self.did.append("start")
        self._size = (80, 24)
        self._raw = b""
        self._rest = b""
        self.screen = self.screen_of(*self._size)
        self._stream = pyte.ByteStream(self.screen)
        self._process, self._terminal = pty.fork()
        if self._process == 0:
            arguments = ["-m", "two_of_hearts", "--home", str(self._home), "--names", *self.names]
            heed_all()
            whole = environment(**self.MORE)
            os.execve(sys.executable, [sys.executable, *arguments], whole)
        self.resize(*self._size)
        self.settle(seconds=40, until="help")

    def screen_of(self, width: int, height: int) -> pyte.Screen:
        """What shows it."""
        return pyte.Screen(width, height)

    def resize(self, width: int, height: int) -> None:
        """Make the window another size."""
        self._size = (width, height)
        fcntl.ioctl(self._terminal, termios.TIOCSWINSZ, struct.pack("HHHH", height, width, 0, 0))
        self.screen.resize(height, width)

    def send(self, text: str) -> None:
        """Type something; where nobody listens any more, `settle` tells."""
        with suppress(OSError):
            os.write(self._terminal, text.encode())

    def settle(self, quiet: float = 0.15, seconds: float = 3.0, until: str = "") -> bool:
        """Read what is shown until nothing comes any more.

        Returns:
            Whether the program still runs.
        """
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            ready, _, _ = select.select([self._terminal], [], [], quiet)
            if not ready:
                if not until or any(until in line for line in self.screen.display):
                    return True
                continue
            try:
                data = os.read(self._terminal, 65536)
            except OSError:
                return False
            if not data:
                return False
            self._raw = (self._raw + data)[-400_000:]
            self._feed(data)
        return True

    def _feed(self, data: bytes) -> None:
        """Show the emulator what it knows; an escape sequence that is not whole yet waits."""
        data = UNKNOWN.sub(b"", self._rest + data)
        cut = data.rfind(b"\x1b")
        whole = cut < 0 or re.match(
            rb"\x1b(\[[0-9;?<>=$]*[a-zA-Z]|[()][A-Z0-9]|[78=>cM])", data[cut:]
        )
        self._rest = b"" if whole else data[cut:]
        self._stream.feed(data if whole else data[:cut])

    # What is done

    def act(self) -> None:
        """Do something at random."""
        letters = "abcdefghijklmnoprstuvwxyz ,?.;1234567890"
        kind = self.dice.choices(
            ["letter", "named", "click", "wheel", "move", "resize", "paste", "garbage", "burst"],
            [34, 30, 12, 4, 4, 9, 3, 2, 6],
        )[0]
        width, height = self._size
        match kind:
            case "letter":
                self._do(self.dice.choice(letters))
            case "named":
                name = self.dice.choice([*NAMED, "enter", "enter", "enter", "escape"])
                self._do(NAMED[name], name)
            case "move":
                x, y = self.dice.randint(1, width), self.dice.randint(1, height)
                self._do(f"\x1b[<35;{x};{y}M", f"move {x},{y}")
            case "click" | "wheel":
                button = 0 if kind == "click" else self.dice.choice([64, 65])
                x, y = self.dice.randint(1, width), self.dice.randint(1, height)
                self._do(f"\x1b[<{button};{x};{y}M\x1b[<{button};{x};{y}m", f"{kind} {x},{y}")
            case "resize":
                sizes = [(40, 12), (60, 18), (80, 24), (120, 40), (220, 60), (30, 8), (61, 19)]
                size = self.dice.choice(
                    [*sizes, (self.dice.randint(20, 220), self.dice.randint(5, 60))]
                )
                self.did.append(f"resize {size}")
                self.resize(*size)
            case "paste":
                self._do("\x1b[200~a [b]line[/b]\n愛 \x07\x1b[201~", "paste")
            case "garbage":
                self._do(
                    "\x1b[" + "".join(self.dice.choices("0123456789;?<>", k=6)) + "z", "garbage"
                )
            case _:
                keys = "".join(self.dice.choices("\r \rsmkbu", k=12))
                self._do(keys, f"burst {keys!r}")

    def _do(self, text: str, name: str = "") -> None:
        self.did.append(name or text)
        self.send(text)

    def leave(self, how: str) -> None:
        """End the program: by its own key, after as many Escapes as pages lie over each other, or
        by force."""
        self.did.append(f"leave by {how}")
        if how == "kill":
            os.kill(self._process, signal.SIGKILL)
            os.waitpid(self._process, 0)
            os.close(self._terminal)
            return
        self.resize(80, 24)
        if not self.settle(0.3):
            self.ended()
            return
        for _ in range(4):
            self.send("\x1b")
            if not self.settle(0.25):
                raise Wrong("Escape ended the program.")
        self.send("q")
        if self.settle(5.0, 8.0):
            # On the page of keys the cat may have given q to something else.
            self.send("\x03")
            if self.settle(20.0, 30.0):
                raise Wrong("Four Escapes and Ctrl+C do not end it.")
        self.ended()

    def told(self, number: int) -> None:
        """Tell it with a signal to end, and see that it does."""
        os.kill(self._process, number)
        if self.settle(20.0, 30.0):
            raise Wrong("It goes on.")
        self.ended(128 + number)

    def ended(self, code: int = 0) -> None:
        """See how it ended, and how it left the terminal."""
        _, status = os.waitpid(self._process, 0)
        os.close(self._terminal)
        end = os.waitstatus_to_exitcode(status)
        # As a shell has it: a signal that ends the very last steps gives the same number.
        if (128 - end if end < 0 else end) != code:
            raise Wrong(f"It ended with {end}.")
        for mode, want in MODES.items():
            found = re.findall(rb"\x1b\[\?" + mode + rb"([hl])", self._raw)
            if found and found[-1] != want:
                raise Wrong(f"The terminal is left with the mode {mode.decode()} as {found[-1]!r}.")

    @staticmethod
    def is_ending(thing: str) -> bool:
        """Whether something that was done may end the program."""
        return thing in ("enter", " ") or thing.startswith(("click", "burst"))

    # What is looked at

    def look(self) -> None:
        """See whether all is well on the screen."""
        shown = "\n".join(self.screen.display)
        if "Traceback" in shown or "Error" in shown or "in the game broke" in shown:
            raise Wrong("There is an error on the screen.")
        if self._has_notice():
            return  # it lies over whatever is there
        before: list[tuple[int, int]] = []
        lines = 0
        for y in range(self.screen.lines + 1):
            runs = self._runs(y) if y < self.screen.lines else []
            if before and runs and runs != before:
                raise Wrong(f"A card is torn at line {y + 1}: {before} becomes {runs}.")
            if before and not runs and lines >= FEWEST:
                self.cards += 1
                self._see_edge(y - lines - 1, before, "▗▄▖")
                self._see_edge(y, before, "▝▀▘")
            lines = lines + 1 if runs else 0
            before = runs

    def _see_edge(self, y: int, runs: list[tuple[int, int]], signs: str) -> None:
        """See that the edge of a card is a whole line, as wide as the card, where it has one."""
        if not 0 <= y < self.screen.lines:
            return
        cells = [self.screen.buffer[y][x] for x in range(self.screen.columns)]
        drawn = "".join(c.data if c.data in signs and c.fg in CARD else " " for c in cells)
        left, middle, right = tuple(signs)
        whole = " " * self.screen.columns
        for start, end in runs:
            whole = whole[:start] + left + middle * (end - start - 2) + right + whole[end:]
        if drawn.strip() and drawn != whole:
            raise Wrong(f"The edge of a card is torn at line {y + 1}: {drawn.strip()!r}.")

    def _has_notice(self) -> bool:
        """Whether a word in a corner lies over the table: its left edge is the colour of hearts."""
        cells = (cell for line in self.screen.buffer.values() for cell in line.values())
        return any(cell.data == "▌" and cell.fg == HEART for cell in cells)

    def _runs(self, y: int) -> list[tuple[int, int]]:
        """Where cardboard lies in a line: first and last cell of each sheet."""
        runs, start = [], None
        for x in range(self.screen.columns + 1):
            is_card = x < self.screen.columns and self.screen.buffer[y][x].bg in CARD
            if is_card and start is None:
                start = x
            elif not is_card and start is not None:
                if x - start >= SHORTEST:
                    runs.append((start, x))
                start = None
        return runs

    @property
    def text(self) -> str:
        """What is to be seen."""
        return "\n".join(self.screen.display)

    def report(self, wrong: Exception, seed: int) -> str:
        """All that helps to find it."""
        screen = "\n".join(self.screen.display)
        return f"{wrong}\nseed {seed}, the last things done: {list(self.did)}\n{screen}"


def environment(**more: str) -> dict[str, str]:
    """What the program knows of who starts it, and more.

    All of it is handed over: pytest may have set the size of a window where Python does not see it.
    """
    kept = {name: value for name, value in os.environ.items() if name not in STRANGERS}
    shown = {"TERM": "xterm-256color", "COLORTERM": "truecolor"}
    return kept | shown | {"PYTHONPATH": str(SOURCE)} | more


def heed_all() -> None:
    """Before a program is started: a shell lets what it runs beside itself ignore these."""
    for number in (signal.SIGINT, signal.SIGQUIT, signal.SIGHUP):
        signal.signal(number, signal.SIG_DFL)


def mash(home: Path, seed: int, actions: int, minutes: float = 0.0) -> tuple[int, int]:
    """Mash for so many actions, or for so many minutes.

    Returns:
        How many things were done, and how many cards were looked at.

    Raises:
        Wrong: with all that helps to find it.
    """
    game = Mash(home, seed)
    end, done = time.monotonic() + minutes * 60, 0
    for _ in range(4):
        # Two people sit down and draw a card; then comes the cat.
        game.send("\r")
        game.settle(0.3)
    try:
        while done < actions or time.monotonic() < end:
            game.act()
            done += 1
            if game.dice.random() < 0.5:
                continue
            if not game.settle():
                # After goodbye Enter closes the box, and a click on the footer may quit.
                if not any(game.is_ending(thing) for thing in list(game.did)[-LATELY:]):
                    raise Wrong("The program ended though nobody asked it to.")
                game.ended()
                game.start()
                continue
            if game.dice.random() < 0.5:
                game.settle(0.45)
                try:
                    game.look()
                except Wrong:
                    # A busy machine may pause within a picture: only what stays wrong is.
                    game.settle(1.5, 10.0)
                    game.look()
            if done % 97 == 0:
                game.leave(game.dice.choice(["key", "key", "kill"]))
                game.start()
        game.leave("key")
    except Wrong as wrong:
        raise Wrong(game.report(wrong, seed)) from None
    return done, game.cards


if __name__ == "__main__":
    minutes = float(sys.argv[1]) if len(sys.argv) > 1 else 10.0
    seed = int(sys.argv[2]) if len(sys.argv) > 2 else random.randrange(10_000)
    with tempfile.TemporaryDirectory() as folder:
        try:
            done, cards = mash(Path(folder) / "home", seed, 0, minutes)
            print(f"{done} things done, {cards} cards looked at, all well")
        except Wrong as wrong:
            raise SystemExit(str(wrong)) from None
