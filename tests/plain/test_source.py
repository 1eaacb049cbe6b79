"""Every line comes whole, and every signal is heard, also one that comes before anybody waits."""

from __future__ import annotations

import io
import os
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator

import pytest

from mash import heed_all
from two_of_hearts.plain.source import Heard, heard

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="there signals come otherwise")


class Line:
    """A pipe, and a source that reads from it."""

    def __init__(self) -> None:
        out, self._in = os.pipe()
        stream = os.fdopen(out, encoding="utf-8", errors="replace")
        self.source = Heard(stream)

    def write(self, data: bytes) -> None:
        os.write(self._in, data)

    def type(self, data: bytes) -> None:
        threading.Thread(target=os.write, args=(self._in, data)).start()

    def end(self) -> None:
        os.close(self._in)


@pytest.fixture
def line() -> Iterator[Line]:
    before = signal.getsignal(signal.SIGUSR1)
    yield Line()
    signal.set_wakeup_fd(-1)
    signal.signal(signal.SIGUSR1, before)


def test_lines_come_one_by_one_whatever_ends_them(line: Line) -> None:
    line.type("Zoë\r\n\rsecond\n\n last".encode())
    assert [line.source.readline() for _ in range(4)] == ["Zoë\n", "\n", "second\n", "\n"]
    line.end()
    assert line.source.readline() == " last"
    assert line.source.readline() == ""
    assert line.source.readline() == ""


def test_a_letter_may_come_in_parts_and_what_is_no_letter_is_told_as_such(line: Line) -> None:
    line.write(b"Zo\xc3")
    line.type(b"\xab\xff\xfe\n")
    assert line.source.readline() == "Zoë\ufffd\ufffd\n"


def test_a_line_of_any_length_is_one(line: Line) -> None:
    line.type(b"a" * 1_000_000 + b"\nb\n")
    assert len(line.source.readline()) == 1_000_001
    assert line.source.readline() == "b\n"


def test_a_signal_is_heard_while_nothing_is_typed(line: Line) -> None:
    def end(number: int, frame: object) -> None:
        raise InterruptedError

    signal.signal(signal.SIGUSR1, end)
    threading.Timer(0.1, os.kill, (os.getpid(), signal.SIGUSR1)).start()
    with pytest.raises(InterruptedError):
        line.source.readline()


def test_a_signal_that_ends_nothing_takes_no_line_away(line: Line) -> None:
    signal.signal(signal.SIGUSR1, lambda *_: line.type(b"answered\n"))
    os.kill(os.getpid(), signal.SIGUSR1)
    assert line.source.readline() == "answered\n"


def test_a_stream_without_a_number_is_read_as_it_is() -> None:
    stream = io.StringIO("one\n")
    assert heard(stream) is stream


def test_a_game_that_is_told_to_end_again_and_again_always_does() -> None:
    for _ in range(10):
        game = subprocess.Popen(
            [sys.executable, "-c", "from two_of_hearts.plain.source import *\n" + LOOP],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
        )
        assert game.stdout is not None
        game.stdout.readline()
        game.send_signal(signal.SIGTERM)
        assert game.wait(30) == 3


LOOP = """
import signal, sys

def end(number, frame):
    sys.exit(3)

signal.signal(signal.SIGTERM, end)
lines = heard(sys.stdin)
print("here", flush=True)
while True:
    lines.readline()
"""


LOST = """
import os, signal, sys
from two_of_hearts.plain.ending import Ended, heeding
from two_of_hearts.plain.source import heard

class Thing:
    def __del__(self):
        os.kill(os.getpid(), int(sys.argv[1]))  # what a handler raises here goes nowhere

lines = heard(sys.stdin)
try:
    with heeding():
        thing = Thing()
        del thing
        print("lost", flush=True)
        lines.readline()
except Ended as end:
    sys.exit(128 + end.number)
except KeyboardInterrupt:
    sys.exit(130)
"""


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP, signal.SIGINT])
def test_what_a_signal_has_raised_in_vain_is_raised_again(number: signal.Signals) -> None:
    game = subprocess.Popen(
        [sys.executable, "-c", LOST, str(int(number))],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
        preexec_fn=heed_all,
    )
    assert game.stdout is not None
    assert game.stdout.readline() == b"lost\n"
    assert game.wait(30) == 128 + number
