"""Nothing is lost when plain mode is ended, nor when a file is just being written."""

from __future__ import annotations

import os
import random
import shutil
import signal
import sqlite3
import subprocess
import sys
import termios
import time
import tomllib
from pathlib import Path

import pytest

from kills import plain_kills, rows
from mash import environment
from terminals import GAME, Line
from two_of_hearts.journal import Journal
from two_of_hearts.journal_schema import SCHEMA_VERSION

TIMES = int(os.environ.get("KILLS", "0"))
"""How often everything is ended when it is done by hand."""

OLD = Path(__file__).resolve().parents[1] / "data" / "journal-1.sqlite3"


@pytest.mark.parametrize("seed", range(4))
def test_ended_at_any_moment_the_evening_goes_on_with_what_was_told(
    tmp_path: Path, seed: int
) -> None:
    assert plain_kills(tmp_path / "home", TIMES or 40, seed) > 0


def killed(delay: float, text: str, *args: str) -> None:
    """Start the program with lines from a pipe, and kill it after so many seconds."""
    game = subprocess.Popen(
        [sys.executable, *args],
        stdin=subprocess.PIPE,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        env=environment(),
    )
    assert game.stdin is not None
    game.stdin.write(text.encode())
    game.stdin.flush()
    time.sleep(delay)
    game.kill()
    game.wait()
    game.stdin.close()


def test_a_kill_in_the_midst_of_moving_an_old_journal_leaves_the_old_one_or_the_new(
    tmp_path: Path,
) -> None:
    shutil.copy(OLD, tmp_path / "whole.sqlite3")
    Journal(tmp_path / "whole.sqlite3").close()
    (tmp_path / "whole").mkdir()
    shutil.move(tmp_path / "whole.sqlite3", tmp_path / "whole" / "journal.sqlite3")
    whole = rows(tmp_path / "whole")
    dice, file = random.Random(1), tmp_path / "journal.sqlite3"
    for _ in range(TIMES or 6):
        shutil.copy(OLD, file)
        killed(dice.uniform(0.05, 0.3), "", *GAME, str(tmp_path), "--plain")
        db = sqlite3.connect(file)
        version = db.execute("PRAGMA user_version").fetchone()[0]
        tables = {name for (name,) in db.execute("SELECT name FROM sqlite_master")}
        db.close()
        assert version in (1, SCHEMA_VERSION)
        assert ("note" in tables) == ("done" in tables) == (version == SCHEMA_VERSION)
        assert rows(tmp_path) == whole


def test_a_kill_in_the_midst_of_writing_settings_leaves_a_whole_file(tmp_path: Path) -> None:
    dice, file = random.Random(2), tmp_path / "config.toml"
    file.write_text("# ours\nbell = false\n")
    for _ in range(TIMES or 6):
        killed(dice.uniform(0.2, 0.5), ",\n6\n1\n6\n2\n" * 60, *GAME, str(tmp_path), "--plain")
        text = file.read_text()
        assert text.startswith("# ours\n")
        assert tomllib.loads(text)["bell"] in (True, False)


def test_a_kill_in_the_midst_of_writing_a_line_leaves_it_whole_or_not_at_all(
    tmp_path: Path,
) -> None:
    dice, line = random.Random(3), "A long line about this evening, and all of it. " * 4
    lines = ["\n" * 4] + [f"j\n{line}{n}\n" for n in range(80)]
    for _ in range(TIMES or 6):
        killed(dice.uniform(0.2, 0.5), "".join(lines), *GAME, str(tmp_path), "--plain")
        journal = Journal(tmp_path / "journal.sqlite3")
        assert all(note.text.startswith(line) for note in journal.notes())
        journal.close()


def test_a_kill_in_the_midst_of_making_a_keepsake_leaves_a_whole_page_or_none(
    tmp_path: Path,
) -> None:
    killed(1.5, "\n\n\n\nk\n\n\n", *GAME, str(tmp_path), "--plain")
    dice, page = random.Random(4), tmp_path / "page.html"
    for _ in range(TIMES or 6):
        page.unlink(missing_ok=True)
        game = GAME[:2]
        killed(
            *(dice.uniform(0.1, 0.4), "", *game),
            *("keepsake", "--home", str(tmp_path), "-o", str(page)),
        )
        text = page.read_text() if page.exists() else ""
        assert not text or text.rstrip().endswith("</html>")


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP, signal.SIGQUIT])
def test_ended_while_somebody_types_in_private_the_terminal_shows_again_what_is_typed(
    tmp_path: Path, number: signal.Signals
) -> None:
    line = Line(tmp_path, "--plain")
    line.read("or just Enter")
    line.type("\no\na\n\n")
    line.read("when you are done")
    assert not termios.tcgetattr(line.ours)[3] & termios.ECHO
    line.game.send_signal(number)
    assert line.ended() == 128 + number
    assert termios.tcgetattr(line.ours) == line.before
    line.close()


@pytest.mark.parametrize("leads", [True, False], ids=["its own", "another's"])
@pytest.mark.parametrize("ignores", [False, True], ids=["told", "not told"])
def test_where_the_window_is_closed_plain_mode_ends_too(
    tmp_path: Path, leads: bool, ignores: bool
) -> None:
    line = Line(tmp_path, "--plain", leads=leads, ignores=ignores)
    line.read("or just Enter")
    line.type("\n\n\n\n")
    line.read("Enter: ")
    before = rows(tmp_path)
    line.close()
    assert line.game.wait(20) == 128 + signal.SIGHUP
    assert rows(tmp_path) == before


def test_told_to_end_while_nobody_reads_plain_mode_does(tmp_path: Path) -> None:
    line = Line(tmp_path, "--plain")
    line.read("or just Enter")
    for _ in range(100):
        line.type("?\n" * 20)
        time.sleep(0.01)
    line.game.send_signal(signal.SIGTERM)
    assert line.game.wait(20) == 128 + signal.SIGTERM
    line.close()
