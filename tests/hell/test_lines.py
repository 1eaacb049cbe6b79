"""Whatever is typed in plain lines, a terminal shows the game's own lines and nothing else."""

from __future__ import annotations

import os
from pathlib import Path

import pyte
import pytest
from hypothesis import given

from hell.naughty import ANY, NAUGHTY, REAL, some, tries
from hell.terminal import Emulator
from plain.room import TYPED, Room
from plain.test_streams import piped
from two_of_hearts.engine.partners import Pair

WIDE = 1000
"""Wider than any line that the game says."""


def see(told: bytes) -> None:
    """That a terminal shows what was said, line by line, and that nothing in it is a command."""
    text = told.decode()
    assert not [char for char in text if char != "\n" and (char < " " or "\x7f" <= char <= "\x9f")]
    assert not set(text) & set("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u2028\u2029")
    lines = text.split("\n")
    screen = Emulator(WIDE, len(lines))
    pyte.Stream(screen).feed(text.replace("\n", "\r\n"))
    assert [row.rstrip(" ") for row in screen.rows] == [line.rstrip(" ") for line in lines]
    assert screen.title == ""
    assert screen.cursor.attrs == pyte.Screen(1, 1).cursor.attrs


def typed(text: str) -> str:
    """A text as it comes from a line: without breaks."""
    return "".join(text.encode("utf-8", "replace").decode().splitlines())


def spoken(transcript: str) -> bytes:
    """What the game said; what was typed into it stands there too, and is not its own."""
    return "\n".join(s for s in transcript.split("\n") if not s.startswith(TYPED.strip())).encode()


def play(room: Room, text: str) -> str:
    """Type the text wherever something can be typed: as a name, a choice, a line, a path."""
    text = typed(text)
    names = ("", "e", text, "Ada", text, "Jo", "Jo")
    table = (
        text,
        "",
        text,
        "way",
        text,
        "",
        "j",
        text[:280],
        "",
        "k",
        text,
        "o",
        "a",
        "",
        text,
        "",
    )
    after = ("w", *[""] * 9, "g", "p", text, "", "q", "q", "q")
    return room.empty().play(*names, *table, *after, names=None)


@pytest.mark.parametrize("text", some(NAUGHTY, 6))
def test_each_text_from_hell_leaves_the_lines_as_they_are(room: Room, text: str) -> None:
    see(spoken(play(room, text)))


@tries(3)
@given(text=ANY)
def test_any_text_leaves_the_lines_as_they_are(room: Room, text: str) -> None:
    see(spoken(play(room, text)))


@pytest.mark.parametrize("name", some(REAL, 5))
def test_real_names_of_all_scripts_are_called_out_as_they_are(room: Room, name: str) -> None:
    told = room.empty().play("", "", "way", "", names=Pair(name, "Jo"))
    assert f"{name} and Jo play." in told
    see(spoken(told))


@pytest.mark.parametrize(
    "data",
    [
        b"\xff\xfe\n\xed\xa0\x80\n\xc0\x80\n\xf5\n" + b"\n" * 5,
        b"\x00\n" * 20,
        b"e\n\x1b]0;x\x07\n\x9b31m\n\xc2\x9b31m\n\x07\n",
        b"x" * 1_000_000 + b"\n\n\n",
        b"\r" * 30,
        b"\n\n\n\r\n\x04\n\x1b[200~j\x1b[201~\n",
        b"9" * 100_000,
    ],
    ids=["no UTF-8", "NUL", "escapes", "a megabyte", "CR alone", "paste", "digits"],
)
def test_whatever_bytes_come_from_a_pipe_the_game_goes_on(tmp_path: Path, data: bytes) -> None:
    done = piped(tmp_path, data, PYTHONIOENCODING="utf-8")
    assert (done.returncode, done.stderr) == (0, b"")
    see(done.stdout)


@pytest.mark.parametrize(
    "environment",
    [
        {"PYTHONIOENCODING": "ascii", "LC_ALL": "C"},
        {"LANG": "xx_YY.nothing", "LANGUAGE": "../..:\x1b]0;x\x07", "COLUMNS": "abc"},
        {"LANGUAGE": os.fsdecode(b"\xff"), "TERM": "\x1b[2J", "NO_COLOR": "", "LINES": "-1"},
        {"HOME": "", "XDG_CONFIG_HOME": "\x07", "TEXTUAL_THEME": "x", "TEXTUAL_DRIVER": "x"},
    ],
)
def test_no_environment_keeps_two_people_from_playing(
    tmp_path: Path, environment: dict[str, str]
) -> None:
    done = piped(tmp_path, "\n" * 9, "--names", "Zoë", "愛", **environment)
    assert (done.returncode, done.stderr) == (0, b"")
    see(done.stdout)


def test_an_encoding_that_no_line_can_be_read_in_ends_the_game_gently(tmp_path: Path) -> None:
    done = piped(tmp_path, "\n\n", PYTHONIOENCODING="utf-16")
    assert (done.returncode, done.stderr) == (0, b"")
    assert "We stop here." in done.stdout.decode("utf-16")
