"""The game in any terminal: whatever it is called, can show, or is as slow as."""

from __future__ import annotations

import signal
import subprocess
import sys
import termios
import time
from pathlib import Path

import pytest

from kills import lately, squeezed
from mash import environment
from terminals import GAME, Line

TERMINALS = ("tmux-256color", "screen", "linux", "vt100", "no-such-terminal", None)

SPEECHES = (
    {"LANG": "C", "LC_ALL": ""},
    {"LC_ALL": "POSIX"},
    {"LC_ALL": "POSIX", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
    {"PYTHONIOENCODING": "ascii"},
    {"PYTHONIOENCODING": "latin-1"},
)
"""What makes Python take a terminal for one that knows few letters."""


NO_MORE = {"COLORTERM": ""}
"""Says nothing of more colours than the terminal's name does."""


def played(line: Line) -> None:
    """Play until a card is drawn, and quit."""
    line.read("Sit down")
    for said in ("How do you feel", "Which deck", "draw a card"):
        line.type("\r")
        line.read(said)
    line.type("q")
    assert line.ended() == 0
    assert b"Traceback" not in line.raw
    assert line.is_clean()
    line.close()


@pytest.mark.parametrize("terminal", TERMINALS)
def test_whatever_a_terminal_is_called_the_game_is_played_in_it(
    tmp_path: Path, terminal: str | None
) -> None:
    played(Line(tmp_path, terminal=terminal, known=NO_MORE))


@pytest.mark.parametrize("speech", SPEECHES, ids=str)
def test_whatever_letters_a_terminal_knows_the_game_is_played_in_it(
    tmp_path: Path, speech: dict[str, str]
) -> None:
    played(Line(tmp_path, known=speech))


@pytest.mark.parametrize("speech", SPEECHES, ids=str)
def test_whatever_letters_are_known_lines_and_commands_say_all(
    tmp_path: Path, speech: dict[str, str]
) -> None:
    # Where Python reads no UTF-8, such a name is refused, which is another matter.
    names = ("Mia", "Jo") if "PYTHONUTF8" in speech else ("Zoë", "愛")
    for args in (
        ("--plain", "--names", *names, "--mood", "tender"),
        ("decks",),
        ("history",),
        ("history", "--json"),
        ("keepsake", "--evening", "1", "-o", str(tmp_path / "page.md")),
    ):
        done = subprocess.run(
            [sys.executable, *GAME[:2], *args, "--home", str(tmp_path)],
            input=b"\n" * 7 + b"k\n\n",
            capture_output=True,
            env=environment(**speech),
            check=False,
            timeout=60,
        )
        assert done.returncode == 0, done.stderr
        assert done.stdout
        assert done.stderr == b""


def test_a_window_of_one_cell_is_borne_and_a_larger_one_shows_all_again(tmp_path: Path) -> None:
    line = Line(tmp_path)
    line.read("Sit down")
    for size in ((1, 1), (2, 1), (1, 50), (300, 2), (80, 24)):
        line.resize(*size)
        line.read()
        line.raw = b""
        line.type("\r")
    line.type("u")
    line.resize(81, 24)
    line.read(quiet=1.0)
    assert squeezed(next(lately(tmp_path, 0)).headline) in squeezed(line.screen())
    line.game.send_signal(signal.SIGTERM)
    assert line.ended() == 128 + signal.SIGTERM
    line.close()


def test_on_a_slow_line_a_move_costs_few_bytes_and_the_picture_is_whole(tmp_path: Path) -> None:
    line = Line(tmp_path, bits=termios.B9600, known=NO_MORE)
    line.read("Sit down", quiet=1.0)
    costs = []
    for key in "\r\r\r\rmks\r":
        before = len(line.raw)
        line.type(key)
        line.read(quiet=1.0)
        costs.append(len(line.raw) - before)
        view = next(lately(tmp_path, 0))
        assert squeezed(view.headline) in squeezed(line.screen())
        if view.card is not None and key != "s":
            assert squeezed(view.card.text) in squeezed(line.screen())
    assert max(costs) < 4000, costs
    line.type("q")
    assert line.ended() == 0
    assert line.is_clean()
    line.close()


def test_on_a_slow_line_keys_that_come_at_once_are_answered_by_one_picture(tmp_path: Path) -> None:
    line = Line(tmp_path, bits=termios.B9600, known=NO_MORE)
    line.read("Sit down", quiet=1.0)
    line.type("\r\r\r")
    line.read("draw a card", quiet=1.0)
    before = len(line.raw)
    for _ in range(40):
        line.type("\ru")
        time.sleep(0.02)
    line.read("draw a card", quiet=1.5)
    assert len(line.raw) - before < 20_000
    line.game.send_signal(signal.SIGTERM)
    assert line.ended() == 128 + signal.SIGTERM
    assert line.is_clean()
    line.close()
