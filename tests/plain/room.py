"""A room where the game is played in lines: typed lines in, and all that was said out."""

from __future__ import annotations

import io
import shutil
from collections.abc import Iterable
from pathlib import Path
from tempfile import mkdtemp

from helpers import NAMES, SEED, now
from shelf import SHELF
from two_of_hearts.config import Config, read
from two_of_hearts.engine import events as ev
from two_of_hearts.engine import moves as mv
from two_of_hearts.engine import rules
from two_of_hearts.engine.cards import Deck
from two_of_hearts.engine.partners import Pair
from two_of_hearts.engine.state import State
from two_of_hearts.journal import Journal
from two_of_hearts.library import Library
from two_of_hearts.look import look
from two_of_hearts.plain.game import PlainGame
from two_of_hearts.view import View

TYPED = "> "
"""What a line begins with that somebody typed, in a transcript."""

STEP = 25.0
"""How many seconds pass from line to line."""


class Typed(io.StringIO):
    """Lines that are typed. Each stands in the transcript where it was asked for."""

    seconds = 0.0
    """How much time has passed since the first line."""

    def __init__(self, lines: Iterable[str], out: io.StringIO) -> None:
        super().__init__()
        self._lines = iter(lines)
        self._out = out

    def readline(self, size: int | None = -1, /) -> str:  # type: ignore[override]
        line = next(self._lines, None)
        if line is None:
            return ""
        self.seconds += STEP
        self._out.write(f"{TYPED}{line}".rstrip(" ") + "\n")
        return line + "\n"


class Room:
    """One journal, and games that are started in it again and again.

    Args:
        folder: where the journal lies.
        shelf: the decks.
    """

    def __init__(self, folder: Path, shelf: tuple[Deck, ...] = SHELF) -> None:
        self.folder = folder
        self.shelf = shelf

    @property
    def path(self) -> Path:
        return self.folder / "journal.sqlite3"

    def play(
        self,
        *lines: str,
        names: Pair[str] | None = NAMES,
        first_moves: tuple[mv.Move, ...] = (),
        config_path: Path | None = None,
        library: Library | None = None,
    ) -> str:
        """Start the game, type these lines, and then nothing more.

        Returns:
            The transcript.
        """
        out = io.StringIO()
        journal = Journal(self.path)
        config, problems = read(config_path) if config_path else (Config(), ())
        typed = Typed(lines, out)
        try:
            PlainGame(
                typed,
                out,
                journal=journal,
                load=lambda: library or Library(self.shelf, ()),
                now=now,
                seed=lambda: SEED,
                names=names,
                first_moves=first_moves,
                config=config,
                config_path=config_path,
                config_problems=problems,
                ticks=lambda: typed.seconds,
            ).run()
        finally:
            journal.close()
        return out.getvalue()

    def state(self) -> State:
        """Where the last evening is, ended or not: the fold of what is recorded."""
        journal = Journal(self.path)
        try:
            evening = journal.last_evening()
            began, *happened = (row.event for row in journal.events(evening))
            assert isinstance(began, ev.EveningBegan)
            start = rules.begin(began, self.shelf, journal.memory(evening))
            return rules.fold(start, happened)
        finally:
            journal.close()

    def view(self) -> View:
        """What there is to be seen and done there."""
        return look(self.state(), can_undo=True)

    def empty(self) -> Room:
        """Another room, where nobody has played."""
        return Room(Path(mkdtemp(dir=self.folder)), self.shelf)

    def copy(self, folder: Path) -> Room:
        """The same room again, where something else may be tried."""
        folder.mkdir()
        shutil.copy(self.path, folder / self.path.name)
        return Room(folder, self.shelf)


def said(transcript: str) -> list[str]:
    """What the game said, without what was typed."""
    return [line for line in transcript.splitlines() if not line.startswith(TYPED.strip())]
