"""What a command says when it fails, with which exit code, and the report that one can ask for."""

from __future__ import annotations

import os
import pty
import stat
import subprocess
import sys
from contextlib import suppress
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from two_of_hearts import cli_common, report
from two_of_hearts.cli import main
from two_of_hearts.journal import Journal

NAMES = ("Ottilie", "Zebedee")
SAID = "the lighthouse keeper's geranium"


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder that the command is started in."""
    folder = tmp_path / "here"
    folder.mkdir()
    monkeypatch.chdir(folder)
    return folder


def play(*args: str, typed: str = "", home: Path) -> Result:
    command = ["play", "--plain", "--names", *NAMES, "--home", str(home), *args]
    return CliRunner().invoke(main, command, input=typed)


def break_it(monkeypatch: pytest.MonkeyPatch, error: Exception) -> None:
    def broken(*_: object) -> object:
        raise error

    monkeypatch.setattr(Journal, "append", broken)


def report_in(folder: Path) -> str:
    (path,) = folder.glob("two-of-hearts-report-*.txt")
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    return path.read_text()


def test_a_game_that_breaks_says_so_in_a_sentence_and_shows_no_traceback(
    tmp_path: Path, here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    break_it(monkeypatch, RuntimeError(SAID))
    result = play(typed="\n", home=tmp_path)
    assert result.exit_code == cli_common.BROKEN == 70
    assert result.stderr.startswith("Something in the game broke")
    assert "--debug" in result.stderr
    assert "Traceback" not in result.output
    assert SAID not in result.output
    assert list(here.iterdir()) == []


SCREEN = """
import sys
from two_of_hearts.cli import main
from two_of_hearts.tui.app import TableApp

said = sys.argv.pop()

def broken(self):
    raise RuntimeError(said)

TableApp.on_ready = broken
main()
"""


def test_a_screen_that_breaks_leaves_the_terminal_and_then_says_so(
    tmp_path: Path, here: Path
) -> None:
    ours, theirs = pty.openpty()
    command = [sys.executable, "-c", SCREEN, "--debug", "--home", str(tmp_path), SAID]
    environment = {**os.environ, "TERM": "xterm", "PYTHONPATH": os.pathsep.join(sys.path)}
    game = subprocess.Popen(
        command, stdin=theirs, stdout=theirs, stderr=theirs, env=environment, cwd=here
    )
    os.close(theirs)
    shown = b""
    with suppress(OSError):  # It has ended, and so has its terminal.
        while data := os.read(ours, 65536):
            shown += data
    os.close(ours)
    assert game.wait(60) == 70
    _, left, told = shown.decode().rpartition("\x1b[?1049l")
    assert left
    assert "Something in the game broke" in told
    assert "Traceback" not in shown.decode()
    assert SAID not in shown.decode()
    assert "error: builtins.RuntimeError" in report_in(here)
    assert SAID not in report_in(here)


def test_a_report_tells_where_it_broke_and_nothing_of_the_couple(
    tmp_path: Path, here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    break_it(monkeypatch, RuntimeError(SAID))
    result = play("--debug", typed="\n", home=tmp_path)
    assert result.exit_code == 70
    told = report_in(here)
    assert str(here) in result.stderr
    assert "error: builtins.RuntimeError\n" in told
    assert "two_of_hearts/session.py:" in told
    assert "options: --plain --names --home --debug" in told
    for private in (*NAMES, SAID, str(tmp_path), str(Path.home()), str(Path(report.__file__))):
        assert private not in told


def test_a_report_names_what_lies_behind_a_trouble(
    tmp_path: Path, here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "journal.sqlite3").mkdir()
    result = play("--debug", typed="\n", home=tmp_path)
    assert result.exit_code == cli_common.TROUBLE == 1
    assert "Traceback" not in result.output
    told = report_in(here)
    assert "error: two_of_hearts.errors.Trouble\n" in told
    assert str(tmp_path) not in told


def test_a_report_can_be_asked_for_when_all_is_well(tmp_path: Path, here: Path) -> None:
    result = CliRunner().invoke(main, ["--debug", "decks", "--home", str(tmp_path)])
    assert result.exit_code == 0
    told = report_in(here)
    assert "error: none" in told
    assert "exit: 0" in told
    assert "A report lies here" not in result.stdout


def test_a_report_that_cannot_lie_here_lies_among_passing_files(
    tmp_path: Path, here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    passing = tmp_path / "passing"
    passing.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(passing))
    here.rmdir()
    result = CliRunner().invoke(main, ["--debug", "decks", "--home", str(tmp_path)])
    assert result.exit_code == 0
    assert "error: none" in report_in(passing)
    assert str(passing) in result.stderr


def test_no_report_is_no_reason_to_fail(
    tmp_path: Path, here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "nowhere"))
    here.rmdir()
    result = CliRunner().invoke(main, ["--debug", "decks", "--home", str(tmp_path)])
    assert result.exit_code == 0
    assert result.stderr.startswith("No report could be written")


def test_ctrl_c_ends_a_command_as_a_signal_does_and_without_a_word(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupted(_: object) -> int:
        raise KeyboardInterrupt

    monkeypatch.setattr("two_of_hearts.cli_plain.play_plainly", interrupted)
    result = play(home=tmp_path)
    assert result.exit_code == 130
    assert result.output == ""


@pytest.mark.parametrize(
    ("args", "code"),
    [
        (["decks"], 0),
        (["--version"], 0),
        (["decks", "show", "no-such-deck"], 2),
        (["--mood", "furious"], 2),
        (["no-such-command"], 2),
        (["--no-plain"], 2),
        (["keepsake"], 1),
    ],
)
def test_every_exit_code_is_the_one_of_the_table(
    args: list[str], code: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(os.environ, "TWO_OF_HEARTS_HOME", str(tmp_path))
    result = CliRunner().invoke(main, args)
    assert result.exit_code == code
    assert bool(result.stdout) is (code == 0)
    assert bool(result.stderr) is (code != 0)
