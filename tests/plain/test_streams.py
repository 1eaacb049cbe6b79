"""The real program in plain lines: pipes, terminals that can do no more, and how it ends."""

from __future__ import annotations

import os
import pty
import select
import signal
import subprocess
import sys
import termios
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

import two_of_hearts
from helpers import now
from two_of_hearts.engine.state import Phase
from two_of_hearts.journal import Journal
from two_of_hearts.library import bundled, load
from two_of_hearts.session import Session

GAME = (sys.executable, "-m", "two_of_hearts", "--names", "Mia", "Jo", "--seed", "7")
ENVIRONMENT = {**os.environ, "PYTHONPATH": str(Path(two_of_hearts.__file__).parents[1])}


def piped(
    home: Path, text: str | bytes, *args: str, **environment: str
) -> subprocess.CompletedProcess[bytes]:
    """The game with its lines from a pipe."""
    return subprocess.run(
        [*GAME, "--home", str(home), *args],
        input=text.encode() if isinstance(text, str) else text,
        capture_output=True,
        env={**ENVIRONMENT, **environment},
        check=False,
        timeout=60,
    )


def phase(home: Path) -> Phase | None:
    """Where the evening waits."""
    journal = Journal(home / "journal.sqlite3")
    session = Session.resume(journal, load([bundled()]).decks, now)
    journal.close()
    return session.state.phase if session else None


def test_lines_from_a_pipe_play_and_end_with_0(tmp_path: Path) -> None:
    done = piped(tmp_path, "\n" * 200)
    assert done.returncode == 0
    assert done.stderr == b""
    assert done.stdout.decode().splitlines()[-1] == "We stop here. Everything is saved."


def test_where_the_pipe_ends_the_evening_waits(tmp_path: Path) -> None:
    assert piped(tmp_path, "\n\n\n\n").returncode == 0
    assert phase(tmp_path) in (Phase.ANSWER, Phase.TOGETHER)


def test_what_the_command_line_says_is_chosen_here_too(tmp_path: Path) -> None:
    done = piped(tmp_path, "\n", "--mood", "tender", "--deck", "way-back", "--turns", "4")
    told = done.stdout.decode()
    assert "turn 1 of 4" in told
    assert "Mia and Jo play." in told
    assert phase(tmp_path) is Phase.DRAW


def test_bytes_that_are_no_letters_do_not_end_the_game(tmp_path: Path) -> None:
    done = piped(tmp_path, b"\xff\xfe\n\n\xe4\n", PYTHONIOENCODING="utf-8")
    assert done.returncode == 0
    assert done.stderr == b""


def test_a_reader_who_goes_away_is_no_trouble(tmp_path: Path) -> None:
    game = subprocess.Popen(
        [*GAME, "--home", str(tmp_path)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=ENVIRONMENT,
    )
    assert game.stdin is not None
    assert game.stdout is not None
    assert game.stderr is not None
    game.stdout.readline()
    game.stdout.close()
    game.stdin.write(b"\n" * 50)
    game.stdin.close()
    assert game.wait(60) == 0
    assert game.stderr.read() == b""
    game.stderr.close()


def test_textual_is_not_imported(tmp_path: Path) -> None:
    code = (
        "import sys\n"
        "from two_of_hearts.cli import main\n"
        f"sys.argv = ['two-of-hearts', 'play', '--plain', '--home', {str(tmp_path)!r}]\n"
        "try:\n    main()\nexcept SystemExit as end:\n    assert not end.code\n"
        "print(sorted({'textual', 'rich'} & sys.modules.keys()))\n"
    )
    lines = ["", "", "", "", "", "", "o", "a", "", "3", "", ",", "6", "2", "", "v", "", "b", ""]
    done = subprocess.run(
        [sys.executable, "-c", code],
        input="\n".join(lines),
        capture_output=True,
        text=True,
        env=ENVIRONMENT,
        check=True,
        timeout=60,
    )
    assert done.stdout.splitlines()[-1] == "[]"


class Terminal:
    """The game in a real pseudo-terminal."""

    def __init__(self, home: Path, *args: str, **environment: str) -> None:
        self.ours, theirs = pty.openpty()
        self.game = subprocess.Popen(
            [*GAME, "--home", str(home), *args],
            stdin=theirs,
            stdout=theirs,
            stderr=theirs,
            env={**ENVIRONMENT, "TERM": "xterm", **environment},
        )
        os.close(theirs)
        self.shown = b""

    def type(self, text: str, until: str) -> None:
        """Type, and read until something is said."""
        start = len(self.shown)
        os.write(self.ours, text.encode())
        self._read(start, until)

    def interrupt(self, until: str) -> None:
        """What Ctrl+C does, and read until something is said."""
        start = len(self.shown)
        self.game.send_signal(signal.SIGINT)
        # A signal in the very instant in which Python begins to read waits for the next one.
        while not select.select([self.ours], [], [], 5)[0]:
            self.game.send_signal(signal.SIGINT)
        self._read(start, until)

    def _read(self, start: int, until: str) -> None:
        while until.encode() not in self.shown[start:]:
            ready, _, _ = select.select([self.ours], [], [], 60)
            assert ready, self.shown[start:]
            self.shown += os.read(self.ours, 4096)

    @property
    def echoes(self) -> bool:
        """Whether what is typed is shown."""
        return bool(termios.tcgetattr(self.ours)[3] & termios.ECHO)


@contextmanager
def terminal(home: Path, *args: str, **environment: str) -> Iterator[Terminal]:
    one = Terminal(home, *args, **environment)
    try:
        yield one
    finally:
        one.game.kill()
        one.game.wait()
        os.close(one.ours)


SITS = "or just Enter"


@pytest.mark.parametrize(
    ("args", "environment"), [((), {"TERM": "dumb"}), (("--plain",), {}), ((), {"config": "true"})]
)
def test_a_terminal_is_played_in_by_lines(
    tmp_path: Path, args: tuple[str, ...], environment: dict[str, str]
) -> None:
    """Where it can do no more, where somebody asks for it, and where it is the setting; no
    sequence ever moves its cursor."""
    if environment.pop("config", None):
        (tmp_path / "config.toml").write_text("plain = true\n")
    with terminal(tmp_path, *args, **environment) as one:
        one.type("", SITS)
        one.type("\n\n\n\n", "question mark for all")
        one.type("q\n", "We stop here.")
        assert one.game.wait(30) == 0
        assert b"\x1b" not in one.shown


def test_ctrl_c_ends_with_0_and_the_evening_waits(tmp_path: Path) -> None:
    with terminal(tmp_path, "--plain") as one:
        one.type("", SITS)
        one.type("\n\n\n\n", "question mark for all")
        one.interrupt("We stop here.")
        assert one.game.wait(30) == 0
    assert phase(tmp_path) in (Phase.ANSWER, Phase.TOGETHER)


def test_what_is_typed_in_private_is_not_shown_and_after_it_all_is_again(tmp_path: Path) -> None:
    with terminal(tmp_path, "--plain") as one:
        one.type("", SITS)
        one.type("\n", SITS)
        one.type("o\n", "Whose moment is it?")
        one.type("a\n", "when you are alone")
        assert one.echoes
        one.type("\n", "when you are done")
        assert not one.echoes
        before = len(one.shown)
        one.type("money\n", "Noted.")
        assert b"money" not in one.shown[before:]
        one.type("\n", "you are back")
        assert one.echoes
        one.type("o\na\n\n", "when you are done")
        one.interrupt("We stop here.")
        assert one.game.wait(30) == 0
        assert one.echoes


def test_a_screen_comes_where_it_is_asked_for_though_lines_are_the_setting(
    tmp_path: Path,
) -> None:
    (tmp_path / "config.toml").write_text("plain = true\n")
    with terminal(tmp_path, "--no-plain") as one:
        one.type("", "\x1b[?1049h")
