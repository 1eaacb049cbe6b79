"""Nothing is lost when the screens are ended, and the terminal is left as it was."""

from __future__ import annotations

import os
import signal
import termios
import time
from pathlib import Path

import pytest

from kills import lately, rows, screen_kills, squeezed
from terminals import Line
from two_of_hearts.engine.state import Phase

TIMES = int(os.environ.get("KILLS", "0"))
"""How often everything is ended when it is done by hand."""

NOBODY_READS = int(os.environ.get("SECONDS_UNREAD", "3"))
"""How many seconds nobody reads what is shown; a minute when it is done by hand."""


@pytest.mark.parametrize("seed", [1, 2])
def test_ended_at_any_moment_the_evening_goes_on_with_what_was_shown(
    tmp_path: Path, seed: int
) -> None:
    screen_kills(tmp_path / "home", TIMES or 18, seed)


@pytest.mark.parametrize(
    "number", [signal.SIGTERM, signal.SIGHUP, signal.SIGINT, signal.SIGQUIT], ids=lambda n: n.name
)
def test_a_signal_leaves_the_terminal_as_it_was_and_is_told(
    tmp_path: Path, number: signal.Signals
) -> None:
    line = Line(tmp_path)
    line.read("help")
    line.type("\r")
    line.read("How do you feel")
    line.game.send_signal(number)
    assert line.ended() == 128 + number
    assert line.is_clean()
    line.close()


def test_ctrl_c_is_one_of_the_keys_that_stop(tmp_path: Path) -> None:
    line = Line(tmp_path)
    line.read("help")
    line.type("\x03")
    assert line.ended() == 0
    assert line.is_clean()
    line.close()


@pytest.mark.parametrize("leads", [True, False], ids=["its own", "another's"])
@pytest.mark.parametrize("ignores", [False, True], ids=["told", "not told"])
def test_where_the_window_is_closed_the_game_ends(
    tmp_path: Path, leads: bool, ignores: bool
) -> None:
    """Also where nobody tells it: who does not hear of it reads the end of its input."""
    line = Line(tmp_path, leads=leads, ignores=ignores)
    line.read("help")
    line.type("\r\r\r\r")
    line.read("round 1")
    line.close()
    assert line.game.wait(20) == 128 + signal.SIGHUP
    assert next(lately(tmp_path, 0)).phase in (Phase.DRAW, Phase.ANSWER, Phase.TOGETHER)


def test_while_nobody_reads_moves_are_saved_and_afterwards_the_present_one_is_shown(
    tmp_path: Path,
) -> None:
    line = Line(tmp_path)
    line.read("help")
    line.type("\r\r\r")
    line.read("draw a card")
    before, held, now = rows(tmp_path), line.memory(), rows(tmp_path / "nothing")
    for _ in range(NOBODY_READS * 10):
        line.type("\rkuu")
        time.sleep(0.1)
    while now != (now := rows(tmp_path)):
        time.sleep(0.5)
    assert len(now) > len(before) + 50
    assert line.memory() < held + 20_000
    line.read(quiet=1.0)
    view = next(lately(tmp_path, 0))
    assert squeezed(view.headline) in squeezed(line.screen())
    line.type("u")
    line.read(quiet=1.0)
    assert rows(tmp_path) != now
    line.game.send_signal(signal.SIGTERM)
    assert line.ended() == 128 + signal.SIGTERM
    assert line.is_clean()
    line.close()


def test_a_page_that_is_left_before_it_is_there_breaks_nothing(tmp_path: Path) -> None:
    line = Line(tmp_path)
    line.read("help")
    line.type("?\x1b" * 60)
    line.read("help", quiet=1.0)
    line.type("q")
    assert line.ended() == 0
    line.close()


def test_told_to_end_while_nobody_reads_the_game_does(tmp_path: Path) -> None:
    line = Line(tmp_path)
    line.read("help")
    for _ in range(30):
        line.type("?\x1b")
        time.sleep(0.05)
    line.game.send_signal(signal.SIGTERM)
    assert line.game.wait(20) == 128 + signal.SIGTERM
    line.read()
    assert b"\x1b[?1049l" in line.raw, "There is no room for the last words."
    assert line.is_clean()
    line.close()


@pytest.mark.parametrize("key", [True, False], ids=["Ctrl+Z", "from without"])
def test_stopped_and_told_to_go_on_it_comes_back_and_leaves_the_terminal_as_it_was(
    tmp_path: Path, key: bool
) -> None:
    line = Line(tmp_path)
    line.read("help")
    line.type("\r")
    line.read("How do you feel")
    if key:
        line.type("\x1a")
    else:
        line.game.send_signal(signal.SIGSTOP)
    os.waitid(os.P_PID, line.game.pid, os.WSTOPPED | os.WNOWAIT)
    line.read()
    if key:
        assert termios.tcgetattr(line.ours) == line.before
        assert line.raw.rfind(b"\x1b[?1049l") > line.raw.rfind(b"\x1b[?1049h")
    line.raw = b""
    line.game.send_signal(signal.SIGCONT)
    line.read("How do you feel")
    line.type("\r")
    line.read("Which deck")
    line.type("q")
    assert line.ended() == 0
    assert line.is_clean()
    line.close()
