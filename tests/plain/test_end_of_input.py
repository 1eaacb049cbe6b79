"""The input may end anywhere: the game says that it stops, all is saved, and it ends with 0."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from plain.room import Room
from plain.test_streams import piped
from plain.test_transcripts import AGAIN, FILES, NAMELESS, typed
from two_of_hearts.engine.partners import Pair
from two_of_hearts.engine.state import Phase

STOPS = "We stop here. Everything is saved."
WAITS = "We stop here. Everything is saved, and the evening waits at this very place."

CUTS = [(file, n) for file in FILES for n in range(len(typed(file.read_text())))]

EACH = 1 if os.environ.get("EVERY_CUT") else 6
"""Of how many places one is tried; EVERY_CUT=1 tries them all."""


@pytest.mark.parametrize(("file", "most"), CUTS[::EACH], ids=lambda one: getattr(one, "stem", one))
def test_at_any_question_the_input_may_end(room: Room, file: Path, most: int) -> None:
    """What was told until then stays as it was; then come one sentence, and at the next start the
    same place."""
    names = None if file.stem in NAMELESS else Pair("Mia", "Jo")
    whole, cut = "", ""
    for part in file.read_text().split(AGAIN):
        lines = typed(part)
        cut = room.play(*lines[:most], names=names)
        whole = part
        most -= len(lines)
        if most < 0:
            break
    *told, last = cut.splitlines()
    # A private moment is scrolled away before the last line, whoever ends it.
    while told[-1:] in ([""], ["40 empty lines follow, so that nothing of this stays in view."]):
        told.pop()
    assert whole.splitlines()[: len(told)] == told
    assert last in (STOPS, WAITS)
    if last == WAITS:
        left = room.state()
        assert left.phase is not Phase.GOODBYE
        assert "1. Go on where you were; or just Enter." in room.play(names=names)
        assert room.play("", names=names).splitlines()[-1] == WAITS
        assert room.state() == left


@pytest.mark.parametrize(
    "lines",
    [
        ["e"],
        ["", "a"],
        ["", "", "", "", "j"],
        ["", "", "", "", "b", "1"],
        ["", "o", "l", "", "3"],
        ["", ",", "2"],
        ["", "", "", "g", "p"],
    ],
    ids=["names", "a mood", "a line", "a card", "in private", "a setting", "a keepsake"],
)
def test_wherever_a_pipe_ends_it_is_no_error(tmp_path: Path, lines: list[str]) -> None:
    done = piped(tmp_path, "\n".join([*lines, ""]), "--plain")
    assert done.returncode == 0
    assert done.stderr == b""
    assert done.stdout.decode().splitlines()[-1] in (STOPS, WAITS)
