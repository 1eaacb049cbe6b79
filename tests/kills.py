"""Ends the real program at any moment, and looks whether anything that was shown is lost.

Run it with: python tests/kills.py plain|screens [times] [seed]

Both front ends are played in a real pseudo-terminal with random keys, and ended by a signal or by
closing the window. Then the journal must hold what was to be seen, or more, and the next start must
go on there.
"""

from __future__ import annotations

import io
import os
import pty
import random
import select
import shutil
import signal
import sqlite3
import sys
import tempfile
import termios
import time
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import Any, ClassVar, TextIO, cast

from mash import Mash, Wrong, environment, heed_all
from two_of_hearts.engine import rules
from two_of_hearts.engine.events import EveningBegan
from two_of_hearts.engine.partners import Pair
from two_of_hearts.engine.state import Phase, State
from two_of_hearts.journal import Journal
from two_of_hearts.library import Library, bundled, load
from two_of_hearts.look import look
from two_of_hearts.plain.game import PlainGame
from two_of_hearts.view import View

SEED = 7

CLOSED = 0
"""Instead of a signal: the window is closed."""

ENDS = (
    *[signal.SIGKILL] * 5,
    signal.SIGTERM,
    signal.SIGHUP,
    signal.SIGINT,
    signal.SIGQUIT,
    CLOSED,
)
"""The ways to end it, the hardest most often."""

LINES = (*[""] * 8, "s", "s", "m", "k", "n", "u", "u", "b", "1", "2", "w", "o", "f", "?", "t", "h")
"""What is typed in plain mode: much that plays, some that undoes, some that opens a list."""

KEYS = (*"\r" * 8, *"ssmknuuwfth ")
"""What is typed on screens: what plays, and nothing that lies over the table."""

FACE_UP = (Phase.ANSWER, Phase.REPLY, Phase.TOGETHER, Phase.SAY, Phase.RESPOND)

TURN = (Phase.DRAW, Phase.ANSWER, Phase.REPLY, Phase.THANKS, Phase.TOGETHER)

Row = tuple[Any, ...]


@cache
def decks() -> Library:
    """The game's own decks."""
    return load([bundled()])


def rows(home: Path) -> list[Row]:
    """All that the journal holds, without the time; nothing where there is none yet."""
    file = home / "journal.sqlite3"
    if not file.exists() or not file.stat().st_size:
        return []
    Journal(file).close()  # mends what a kill left in the middle, as the game would
    db = sqlite3.connect(file)
    try:
        events = db.execute(
            "SELECT evening, seq, move, kind, body, undoes FROM event ORDER BY 1, 2"
        )
        notes = db.execute("SELECT evening, card, partner, text FROM note ORDER BY 1, 2, 3")
        return [*events, *notes]
    finally:
        db.close()


def dead(process: int, seconds: float = 20.0) -> int:
    """The exit code of a program that was told to end.

    Raises:
        Wrong: it goes on.
    """
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        done, status = os.waitpid(process, os.WNOHANG)
        if done:
            return os.waitstatus_to_exitcode(status)
        time.sleep(0.005)
    os.kill(process, signal.SIGKILL)
    os.waitpid(process, 0)
    raise Wrong("It was told to end, and goes on.")


# Plain mode


@dataclass(frozen=True, slots=True)
class Moment:
    """The game waits for a line."""

    told: str
    """All that it has said until then."""
    rows: list[Row]
    """What the journal holds then."""


class Prompter:
    """Gives lines to a game beside the real one, and keeps each moment in which it asks."""

    def __init__(self, lines: list[str], out: io.StringIO, home: Path) -> None:
        self._lines = iter(lines)
        self.moments: list[Moment] = []
        self.game: PlainGame | None = None
        self._out = out
        self._home = home

    def readline(self) -> str:
        """The next line; empty where there is none."""
        if self.game and self.game._evening:
            # What is told is told from this state: so much has to be kept when it asks again.
            session = self.game._evening._session
            live, kept = session.state, next(past(self._home, 0, session.evening))[0]
            if other := [n for n in State.__slots__ if getattr(live, n) != getattr(kept, n)]:
                raise Wrong(f"What is told is not yet kept: {other} after {self._out.getvalue()}")
        self.moments.append(Moment(self._out.getvalue(), rows(self._home)))
        return next((line + "\n" for line in self._lines), "")

    def isatty(self) -> bool:
        """Nothing is hidden from it."""
        return False


def foreseen(home: Path, lines: list[str]) -> list[Moment]:
    """What the game will say and keep, from the same journal: the same seed and the same lines
    always give the same evening."""
    with tempfile.TemporaryDirectory() as folder:
        copy, out = Path(folder), io.StringIO()
        if (home / "journal.sqlite3").exists():
            shutil.copy(home / "journal.sqlite3", copy)
        journal = Journal(copy / "journal.sqlite3")
        source = Prompter(lines, out, copy)
        source.game = PlainGame(
            cast(TextIO, source),
            out,
            journal,
            decks,
            lambda: datetime.now().astimezone(),
            lambda: SEED,
            Pair("Mia", "Jo"),
        )
        source.game.run()
        journal.close()
        return source.moments


def plain_kill(home: Path, dice: random.Random) -> int:
    """Play some lines, and end it.

    Returns:
        How many lines were answered; -1 where it ended before it asked for one.
    """
    lines = [dice.choice(LINES) for _ in range(dice.randint(1, 14))]
    before = rows(home)
    moments = foreseen(home, lines)
    how, early = dice.choice(ENDS), dice.random() < 0.2
    if early and how == signal.SIGINT:
        how = signal.SIGKILL  # Python may lose this one while it imports
    process, terminal = pty.fork()
    if process == 0:
        heed_all()
        mode = termios.tcgetattr(0)
        mode[3] &= ~termios.ECHO
        termios.tcsetattr(0, termios.TCSANOW, mode)
        arguments = [*("-m", "two_of_hearts", "--plain", "--seed", str(SEED)), "--home", str(home)]
        os.execve(
            sys.executable, [sys.executable, *arguments, "--names", "Mia", "Jo"], environment()
        )
    # Here too, for the lines may come before the program has said so.
    mode = termios.tcgetattr(terminal)
    mode[3] &= ~termios.ECHO
    termios.tcsetattr(terminal, termios.TCSANOW, mode)
    shown = b"" if early else _read(terminal, 30.0, len(moments[0].told.encode()))
    attributes = termios.tcgetattr(terminal)
    os.write(terminal, "".join(line + "\n" for line in lines).encode())
    shown += _read(terminal, dice.uniform(0, 0.3 if early else 0.05))
    if how == CLOSED:
        os.close(terminal)
        dead(process)
    else:
        os.kill(process, how)
        shown += _read(terminal, 20.0)
        code = dead(process)
        expected = {-how} if how == signal.SIGKILL else {0 if how == signal.SIGINT else 128 + how}
        # Where it would not ask for all lines, its evening may have come to its own end before.
        expected |= {0} if len(moments) <= len(lines) else set()
        if code not in expected | ({-how, 1, 130} if early else set()):
            raise Wrong(f"{how!r} ends it with {code}.")
        if not early and how != signal.SIGKILL and termios.tcgetattr(terminal) != attributes:
            raise Wrong(f"{how!r} leaves the terminal in another mode.")
        os.close(terminal)
    text = shown.decode(errors="ignore").replace("\r\n", "\n")
    if "Traceback" in text and how != signal.SIGINT:
        raise Wrong(text)
    answered = max((i for i, m in enumerate(moments) if text.startswith(m.told)), default=-1)
    # What was said when the window was gone could not be read here: it may have answered more.
    last = len(moments) if how == CLOSED else answered + 2
    allowed = [moment.rows for moment in moments[max(0, answered) : last]]
    if answered < 0:
        allowed.append(before)
    if (found := rows(home)) not in allowed:
        raise Wrong(
            f"{how!r}, {answered} of {lines} answered: the journal holds {len(found)} rows,"
            f" not one of {[len(each) for each in allowed]}.\n{text}\n--\n{moments[-1].told}"
        )
    return answered


def _read(terminal: int, seconds: float, least: int | None = None) -> bytes:
    """Read for some seconds, or until so many bytes are there, or the program is gone."""
    data, end = b"", time.monotonic() + seconds
    while (left := end - time.monotonic()) > 0 and (least is None or len(data) < least):
        if not select.select([terminal], [], [], left)[0]:
            break
        try:
            more = os.read(terminal, 65536)
        except OSError:
            break
        if not more:
            break
        data += more
    return data


# Screens


class Played(Mash):
    """The game on a screen, of which only whole pictures are looked at."""

    PICTURE = b"\x1b[?2026l"
    """How the game says that a picture is whole, to a terminal that says it wants to know."""

    MORE: ClassVar[dict[str, str]] = {"TEXTUAL_ANIMATIONS": "none"}
    """A card that still moves is shown where it is no more."""

    _part = b""

    def _feed(self, data: bytes) -> None:
        if b"\x1b[?2026$p" in data:
            self.send("\x1b[?2026;2$y")
        self._part += data
        whole, mark, rest = self._part.rpartition(self.PICTURE)
        if mark:
            super()._feed(whole + mark)
            self._part = rest

    def start(self) -> None:
        self._part = b""
        super().start()

    def end(self, how: int) -> None:
        """End it, and read what it has still shown."""
        if how == CLOSED:
            os.close(self._terminal)
            # In the very last steps the system ends it, which a shell gives the same number.
            if (code := dead(self._process)) not in (128 + signal.SIGHUP, -signal.SIGHUP):
                raise Wrong(f"A closed window ends it with {code}.")
            return
        os.kill(self._process, how)
        while self.settle(20.0, 20.0):
            pass
        if how == signal.SIGKILL:
            dead(self._process)
            os.close(self._terminal)
        else:
            self.ended(128 + how)

    def shows(self, view: View) -> bool:
        """Whether a moment is what is to be seen."""
        shown = squeezed("".join(self.screen.display))
        told = [view.headline]
        if view.phase in FACE_UP and view.card is not None:
            told.append(view.card.text)
            told += view.card.follow_ups
        if view.phase in TURN:
            told += [f"round {view.round}, {view.ceiling}: {view.turn} of {view.turns}"]
            told += [f"{seat.name} {seat.role}" for seat in view.seats]
        return all(squeezed(text) in shown for text in told)


def squeezed(text: str) -> str:
    """Only letters and digits: lines break anywhere, and cards lie beside each other."""
    return "".join(sign for sign in text.casefold() if sign.isalnum())


def lately(home: Path, moves: int) -> Iterator[View]:
    """The present moment of the journal, and those before its last moves, as they are shown."""
    return (look(state, can_undo) for state, can_undo in past(home, moves))


def past(home: Path, moves: int, evening: int = 0) -> Iterator[tuple[State, bool]]:
    """The present state of an evening, else of the last one, and those before its last moves,
    whether undone or not; each with whether there is a move to take back."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(shutil.copy(home / "journal.sqlite3", folder))
        for _ in range(moves + 1):
            journal = Journal(file)
            evening = evening or journal.last_evening()
            recorded = [row.event for row in journal.events(evening)] if evening else []
            if not recorded or not isinstance(recorded[0], EveningBegan):
                return
            state = rules.begin(recorded[0], decks().decks, journal.memory(evening))
            yield rules.fold(state, recorded[1:]), len(recorded) > 1
            journal.close()
            db = sqlite3.connect(file)
            last = "(SELECT {} FROM event WHERE evening = ?1 ORDER BY seq DESC LIMIT 1)"
            db.execute(
                f"DELETE FROM event WHERE evening = ?1 AND move = {last.format('move')}"
                f" AND undoes IS {last.format('undoes')}",
                (evening,),
            )
            db.commit()
            db.close()


def screen_kill(game: Played, home: Path, dice: random.Random) -> bool:
    """Go on with an evening, play some keys, and end it.

    Returns:
        Whether it was ended; an evening may also be over.
    """
    waits = rows(home)
    game.send("\r")
    now, tries = None, 0
    # An evening that is over stays the last one until the two have sat down.
    while now is None or now.phase is Phase.GOODBYE or not game.shows(now):
        game.settle(0.12)
        now = next(lately(home, 0), None)
        tries += 1
        if tries == 40:
            raise Wrong(f"It does not go on with {now and now.headline}, but shows:\n{game.text}")
    if waits and rows(home)[: len(waits)] != waits:
        raise Wrong("To go on has changed what was there.")
    for _ in range(dice.randint(0, 4)):
        game.send(dice.choice(KEYS))
        if not game.settle(0.12):
            game.ended()
            return False
    burst = [dice.choice(KEYS) for _ in range(dice.randint(1, 3))]
    game.send("".join(burst))
    time.sleep(dice.uniform(0, 0.12))
    how = dice.choice(ENDS)
    try:
        game.end(how)
    except Wrong as wrong:
        # The last Enter may have closed the box.
        if next(lately(home, 0)).phase is Phase.GOODBYE and "with 0" in str(wrong):
            return False
        raise
    if how != CLOSED and how != signal.SIGKILL:
        return True  # the screen was left, and what was on it is gone
    seen = list(lately(home, len(burst)))
    if not any(game.shows(view) for view in seen):
        cards = [(view.headline, view.card and view.card.text) for view in seen]
        raise Wrong(f"{how!r} after {burst}: the journal holds {cards}, and shown was\n{game.text}")
    return True


def plain_kills(home: Path, times: int, seed: int) -> int:
    """End plain mode so often.

    Returns:
        How many lines were answered in all.
    """
    dice, answered = random.Random(seed), 0
    for time_ in range(times):
        try:
            answered += max(0, plain_kill(home, dice))
        except Wrong as wrong:
            raise Wrong(f"seed {seed}, the {time_ + 1}th time: {wrong}") from None
    return answered


def screen_kills(home: Path, times: int, seed: int) -> int:
    """End the screens so often.

    Returns:
        How many evenings came to their own end meanwhile.
    """
    game, dice, killed, over = Played(home, seed), random.Random(seed), 0, 0
    while killed < times:
        try:
            ended = screen_kill(game, home, dice)
        except Wrong as wrong:
            raise Wrong(f"seed {seed}, the {killed + 1}th time: {wrong}") from None
        killed, over = killed + ended, over + (not ended)
        game.start()
    game.end(signal.SIGKILL)
    return over


if __name__ == "__main__":
    front, times, seed = (*sys.argv[1:], *("plain", "1000", "1")[len(sys.argv) - 1 :])[:3]
    with tempfile.TemporaryDirectory() as folder:
        run = plain_kills if front == "plain" else screen_kills
        try:
            print(run(Path(folder) / "home", int(times), int(seed)), "and nothing lost")
        except Wrong as wrong:
            raise SystemExit(str(wrong)) from None
