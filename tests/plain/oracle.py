"""Two who type at random, through a pipe, and know the rules by heart.

    python tests/plain/oracle.py [moves] [--seed N]

They start the real program again and again in one home, choose among what it offers, stop it in
every way, and hold what it prints against the rules' own page (`oracle_rules`), which knows nothing
of the game's code. The first thing that is not as it should be ends it, with the last lines.
"""

from __future__ import annotations

import argparse
import os
import random
import select
import subprocess
import sys
import tempfile
from collections import Counter, deque
from dataclasses import dataclass, field
from pathlib import Path

if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).parents[1]))

from plain.oracle_evening import Evening
from plain.oracle_reading import Broken, hold, shelf

ROOT = Path(__file__).parents[2]

LONGEST = 600
"""After how many moves a start has been stopped at the latest, where there is time for many."""

OWN_DECKS = {
    "crumbs": ("Crumbs", (1, 1, 1, 2, 3)),
    "cellar": ("Cellar", (3, 3, 3, 1)),
    "attic": ("Attic", (2, 2, 2, 2, 3, 3, 3)),
}
"""Decks of so few cards that they run out, or lack a depth: titles, and how deep each card is."""


class Game:
    """The program, at the other end of two pipes.

    Args:
        home: its folder.
        seed: how it shuffles.
        args: what else the command line says.
    """

    def __init__(self, home: Path, seed: int, *args: str) -> None:
        self.log: deque[str] = deque(maxlen=60)
        self._child = subprocess.Popen(
            [
                *(sys.executable, "-m", "two_of_hearts", "play", "--plain"),
                *("--home", str(home), "--seed", str(seed), *args),
            ],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            cwd=home,
            # What is said between two questions must come at once, and not line by line.
            env={
                **os.environ,
                "PYTHONPATH": str(ROOT / "game"),
                "HOME": str(home),
                "PYTHONUNBUFFERED": "",
            },
        )
        assert self._child.stdin
        assert self._child.stdout
        self._in, self._out = self._child.stdin.fileno(), self._child.stdout.fileno()

    def told(self) -> list[str]:
        """What it says before it waits for a line.

        It writes all of it at once, and a pipe hands on at once what fits; of a longer text the
        rest is waited for.
        """
        text = b""
        while True:
            ready, _, _ = select.select([self._out], [], [], 0.2 if len(text) > 4000 else 60)
            if not ready:
                hold(text, "it says nothing more")
                break
            more = os.read(self._out, 1 << 20)
            text += more
            if not more or (len(text) <= 4000 and text.endswith(b"\n")):
                break
        lines = text.decode().splitlines()
        self.log.extend(lines)
        return lines

    def type(self, line: str) -> list[str]:
        """Type a line, and hear what is said to it."""
        self.log.append(f"> {line}")
        os.write(self._in, line.encode() + b"\n")
        return self.told()

    def ends(self) -> list[str]:
        """The input ends: what it says then. It must end well."""
        assert self._child.stdin
        if not self._child.stdin.closed:
            self._child.stdin.close()
        told = self.told()
        self.closed()
        return told

    def closed(self) -> None:
        """It has ended by itself, and well."""
        assert self._child.stdin
        assert self._child.stdout
        assert self._child.stderr
        code = self._child.wait(60)
        wrong = self._child.stderr.read().decode()
        hold(code == 0, f"it ended with {code}: {wrong}")
        hold(not wrong, wrong)
        for stream in (self._child.stdin, self._child.stdout, self._child.stderr):
            stream.close()

    def killed(self) -> None:
        """The lid is closed."""
        self._child.kill()
        self._child.wait()
        for stream in (self._child.stdin, self._child.stdout, self._child.stderr):
            assert stream
            stream.close()


@dataclass(slots=True)
class Played:
    """What came of it."""

    moves: int = 0
    starts: int = 0
    kinds: Counter[str] = field(default_factory=Counter)
    """How often each thing was done."""


def play(home: Path, moves: int, seed: int, longest: int = 120) -> Played:
    """Play evenings in one home until so many moves are done.

    Args:
        home: an empty folder.
        moves: how many.
        seed: decides everything.
        longest: after how many moves a start has been stopped at the latest.

    Raises:
        Broken: something was not as the rules say; the last lines are in it.
    """
    rng = random.Random(seed)
    decks = home / "decks"
    decks.mkdir(parents=True, exist_ok=True)
    for name, (title, depths) in OWN_DECKS.items():
        (decks / f"{name}.toml").write_text(own_deck(title, depths))
    evening = Evening(rng, shelf([ROOT / "decks", decks]), home)
    done = Played(kinds=evening.kinds)
    game = None
    try:
        while done.moves < moves:
            game = Game(home, rng.randrange(2**63))
            done.starts += 1
            many = rng.randrange(5, longest)
            done.moves += evening.one_start(game, min(many, moves - done.moves))
    except BaseException as error:
        log = "\n".join(game.log) if game else ""
        if game:
            game.killed()
        if isinstance(error, Exception):
            where = f"seed {seed}, after {sum(done.kinds.values())} moves"
            raise Broken(f"{log}\n\n{where}: {type(error).__name__}: {error}") from error
        raise
    return done


def own_deck(title: str, depths: tuple[int, ...]) -> str:
    """A small deck, with a topic on every other card and one plan."""
    rows = [f'title = "{title}"', 'about = "A few."', 'language = "en"', 'kind = "question"']
    rows += ["[moods]", "brave = 3"]
    for n, depth in enumerate(depths):
        rows += ["[[card]]", f'id = "{title.lower()}-{n}"', f"depth = {depth}"]
        rows += [f'text = "In the {title.lower()}, at place {n}, what lies there?"']
        rows += ['topics = ["money"]'] if n % 2 else ['kind = "plan"'] if n == 2 else []
        rows += [f'follow_ups = ["What else, at {n}?", "And who, at {n}?"]']
    return "\n".join(rows)


def main() -> None:
    """Play from the command line."""
    parser = argparse.ArgumentParser()
    parser.add_argument("moves", type=int, nargs="?", default=20_000)
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        try:
            done = play(Path(folder), asked.moves, asked.seed, LONGEST)
        except Broken as broken:
            sys.exit(str(broken))
    kinds = ", ".join(f"{kind} {n}" for kind, n in done.kinds.most_common())
    sys.stdout.write(f"{done.moves} moves in {done.starts} starts hold: {kinds}\n")


if __name__ == "__main__":
    main()
