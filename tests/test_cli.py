"""The command: what it says, where, and with which exit code."""

from __future__ import annotations

import os
import pty
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from two_of_hearts import __version__
from two_of_hearts.cli import main

Run = Callable[..., Result]


@pytest.fixture
def run(tmp_path: Path) -> Run:
    def invoke(*args: str) -> Result:
        return CliRunner().invoke(main, args, env={"TWO_OF_HEARTS_HOME": str(tmp_path)})

    return invoke


def test_version(run: Run) -> None:
    assert run("--version").output == f"two-of-hearts, version {__version__}\n"


def test_help_names_the_commands(run: Run) -> None:
    output = run("--help").output
    assert "play" in output
    assert "decks" in output


@pytest.mark.parametrize("args", [[], ["play"], ["--mood", "tender"], ["--turns", "4"]])
def test_without_a_terminal_it_says_so_and_ends_with_2(run: Run, args: list[str]) -> None:
    done = run(*args)
    assert done.exit_code == 2
    assert done.stdout == ""
    assert "played in a terminal window" in done.stderr


def test_a_terminal_without_the_means_is_told_so() -> None:
    """A real pseudo-terminal, but TERM=dumb."""
    ours, theirs = pty.openpty()
    done = subprocess.run(
        [sys.executable, "-m", "two_of_hearts"],
        stdin=theirs,
        stdout=theirs,
        stderr=theirs,
        env={**os.environ, "TERM": "dumb", "PYTHONPATH": os.pathsep.join(sys.path)},
        check=False,
    )
    os.close(theirs)
    assert done.returncode == 2
    assert b"played in a terminal window" in os.read(ours, 4096)
    os.close(ours)


@pytest.mark.parametrize(
    "args", [["--mood", "furious"], ["--turns", "5"], ["--seed", "-1"], ["--nonsense"], ["dance"]]
)
def test_a_wrong_option_ends_with_2_and_no_traceback(run: Run, args: list[str]) -> None:
    done = run(*args)
    assert done.exit_code == 2
    assert "Traceback" not in done.output
    assert "Error" in done.stderr


@pytest.mark.parametrize("args", [["decks"], ["decks", "list"]])
def test_decks_are_listed(run: Run, args: list[str]) -> None:
    output = run(*args).output
    assert len(output.splitlines()) == 14
    assert "way-back" in output


def test_a_deck_is_shown_with_all_its_cards(run: Run) -> None:
    output = run("decks", "show", "thank-you").output
    assert output.count("appreciation: ") >= 16


def test_a_deck_that_is_not_there_gets_the_nearest_name(run: Run) -> None:
    done = run("decks", "show", "way-bak")
    assert done.exit_code == 2
    assert done.stderr == "There is no deck called 'way-bak'.\nDid you mean way-back?\n"


def test_a_deck_of_ones_own_is_listed_and_a_broken_one_is_named(run: Run, tmp_path: Path) -> None:
    (tmp_path / "decks").mkdir()
    (tmp_path / "decks" / "ours.toml").write_text(
        'title = "Ours"\nabout = "Our own."\nlanguage = "en"\nkind = "question"\nmoods = {}\n'
        '[[card]]\nid = "one"\ntext = "What?"\ndepth = 1\n'
    )
    (tmp_path / "decks" / "broken.toml").write_text("title = 3\n")
    done = run("decks")
    assert "ours" in done.stdout
    assert "broken.toml:1: title cannot be 3." in done.stderr
