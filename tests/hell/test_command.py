"""Whatever stands on the command line, the command ends with a code of the table and a sentence."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from unicodedata import category

import pytest
from click.testing import CliRunner
from hypothesis import given

from hell.naughty import ANY, NAUGHTY, tries
from plain.test_streams import ENVIRONMENT
from two_of_hearts.cli import main
from two_of_hearts.errors import Trouble
from two_of_hearts.tui import surroundings

QUICK: tuple[tuple[str, ...], ...] = (
    ("*",), ("--names", "*", "Jo"), ("--names", "Mia", "*"), ("--mood", "*"), ("--turns", "*"),
    ("--seed", "*"), ("--*",), ("-*",), ("history", "*"), ("history", "--evening", "*"),
    ("decks", "*"), ("decks", "new", "*"), ("decks", "import", "*"), ("decks", "import", "--kind", "*"),
    ("keepsake", "--format", "*"), ("keepsake", "--year", "*"), ("keepsake", "*", "*"), ("demo", "--pace", "*"),
)  # fmt: skip
"""Command lines that are refused before any deck is read; the star is the text."""

SLOW = (("decks", "show", "*"), ("decks", "check", "*"), ("--deck", "*"), ("keepsake", "-o", "*"))
"""Those that read all decks first."""


def see(home: Path, line: tuple[str, ...], text: str) -> None:
    """That the command ends as it should, and that nothing in what it says steers a terminal."""
    args = [part.replace("*", text) for part in line]
    done = CliRunner().invoke(main, args, env={"TWO_OF_HEARTS_HOME": str(home)}, input="\n")
    assert done.exit_code in (0, 1, 2), (args, done.output)
    assert done.output
    assert "Traceback" not in done.output
    assert not {category(c) for c in done.output if c != "\n"} & {"Cc", "Cs", "Co", "Zl", "Zp"}
    assert not set(done.output) & set("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


def can_be_typed(text: str) -> bool:
    """Whether a system can hand it to a program: neither half a letter nor the end of a text."""
    try:
        return b"\0" not in os.fsencode(text)
    except UnicodeEncodeError:
        return False


@pytest.mark.parametrize("text", [text for text in NAUGHTY if can_be_typed(text)])
def test_each_text_from_hell_on_the_command_line_is_taken_or_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, text: str
) -> None:
    monkeypatch.chdir(tmp_path)
    for line in QUICK:
        see(tmp_path / "home", line, text)


@tries(2)
@given(text=ANY.filter(can_be_typed))
def test_any_text_on_the_command_line_is_taken_or_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, text: str
) -> None:
    monkeypatch.chdir(tmp_path)
    for line in (*QUICK, *SLOW):
        see(tmp_path / "home", line, text)


@pytest.mark.parametrize(
    "name", ["\x1b]0;x\x07", "a\nb", os.fsdecode(b"\xff\xfe"), "x" * 5000, "~nobody-is-called-so", "愛"]
)  # fmt: skip
def test_a_home_of_any_name_is_used_or_refused(tmp_path: Path, name: str) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "two_of_hearts", "--plain"],
        input=b"\n" * 4 + b"q\n",
        capture_output=True,
        env={**ENVIRONMENT, "TWO_OF_HEARTS_HOME": name},
        cwd=tmp_path,
        check=False,
        timeout=60,
    )
    told = (done.stdout + done.stderr).decode()
    assert done.returncode in (0, 1, 2)
    assert told.endswith(("this very place.\n", ".\n"))
    assert not {category(c) for c in told if c != "\n"} & {"Cc", "Cs", "Zl", "Zp"}


@pytest.mark.parametrize("colours", ["abc", "", "\x1b[31m"])
def test_colours_that_nobody_knows_are_refused_with_the_mend(colours: str) -> None:
    with pytest.raises(Trouble, match="Unset TEXTUAL_COLOR_SYSTEM"):
        surroundings.check_colours({surroundings.COLOURS: colours})


def test_a_driver_that_is_not_there_is_refused_with_the_mend() -> None:
    def find() -> type:
        raise ModuleNotFoundError("No module named 'x'")

    with pytest.raises(Trouble, match="Unset TEXTUAL_DRIVER"):
        surroundings.found(find, {surroundings.DRIVER: "x"})
    with pytest.raises(ModuleNotFoundError):
        surroundings.found(find, {})
