"""Whole evenings as transcripts: what is typed begins with ">", all else is what the game says.

To change one, or to write a new one, write the typed lines alone; a line "===" starts the game
again. Then read what comes of it:

    REWRITE_TRANSCRIPTS=1 pytest -n0 tests/plain/test_transcripts.py
"""

from __future__ import annotations

import os
import unicodedata
from pathlib import Path

import pytest

from plain.room import TYPED, Room
from two_of_hearts.engine.partners import Pair

FOLDER = Path(__file__).parents[1] / "data" / "plain"
FILES = sorted(FOLDER.glob("*.txt"))
AGAIN = "===\n"

NAMELESS = ("enter_alone", "names")
"""Evenings of two who have not said their names."""


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_an_evening_is_told_as_it_is_written_down(room: Room, file: Path) -> None:
    names = None if file.stem in NAMELESS else Pair("Mia", "Jo")
    written = file.read_text()
    told = AGAIN.join(room.play(*typed(part), names=names) for part in written.split(AGAIN))
    if os.environ.get("REWRITE_TRANSCRIPTS"):
        file.write_text(told)
    assert told == file.read_text()


def typed(part: str) -> list[str]:
    """The lines that somebody typed."""
    mark = TYPED.strip()
    return [line[1:].strip() for line in part.splitlines() if line.startswith(mark)]


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_no_line_has_a_sign_that_a_voice_stumbles_over(file: Path) -> None:
    """Letters, digits and plain punctuation; no boxes, hearts, bars, arrows or middle dots."""
    for line in file.read_text().splitlines():
        if line.startswith(TYPED.strip()):
            continue
        signs = {c for c in line if unicodedata.category(c)[0] == "S" or c in "·⏎…*[]|_\t"}
        assert not signs - {"="}, line


def test_there_are_transcripts() -> None:
    assert len(FILES) >= 6
