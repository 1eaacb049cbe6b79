"""Every line of the screen stays in its place, however wide a terminal takes a text to be."""

from __future__ import annotations

import pyte
import pytest
from hypothesis import given
from rich.cells import cell_len, set_cell_size

from hell.naughty import ANY, REAL, tries
from hell.terminal import MEASURES, Emulator, Measure
from two_of_hearts.engine.text import printable
from two_of_hearts.tui.steady import steadied


def row(text: str, measure: Measure, room: int = 40) -> str:
    """A line with an edge on either side of the text, as a terminal shows it."""
    sheet = f"\x1b[1;1H\x1b[31m│\x1b[0m\x1b[7m{set_cell_size(text, room)}\x1b[0m\x1b[31m│\x1b[0m"
    screen = Emulator(room + 2, 2, measure)
    # Textual tells a terminal not to go on in the next line.
    pyte.Stream(screen).feed("x" * (room + 2) + "\x1b[?7l" + steadied(sheet))
    assert screen.rows[1].strip() == "", "It ran over into the next line."
    assert not screen.cursor.attrs.reverse
    assert screen.buffer[0][0].data[0] == "│"
    assert screen.buffer[0][room + 1].data == "│"
    return screen.rows[0][1:-1]


@pytest.mark.parametrize("measure", MEASURES)
@pytest.mark.parametrize("name", REAL)
def test_no_name_moves_what_stands_beside_it(name: str, measure: Measure) -> None:
    shown = row(f"{name} speaks", measure)
    assert shown.replace("\u200e", "").startswith(f"{name} speaks")


@pytest.mark.parametrize("measure", MEASURES)
@tries(25)
@given(text=ANY)
def test_no_text_at_all_moves_what_stands_beside_it(text: str, measure: Measure) -> None:
    row(printable(text).replace("\n", " "), measure)


def test_what_comes_after_letters_from_the_right_is_read_from_the_left() -> None:
    assert "מיה\u200e 3" in steadied("מיה 3")


def test_plain_writing_stays_as_it_is() -> None:
    for text in ("\x1b[1mMia\x1b[0m and Jo", "│ ◆ Zoë draws │", "愛", "\x1b]2;Mia\x07"):
        assert steadied(text) == text


def test_what_steers_the_terminal_stays_whole_beside_such_letters() -> None:
    told = steadied("\x1b[38;2;1;2;3mMia 👋🏽\x1b[0m\x1b[5;6Hx\n")
    assert told.startswith("\x1b[38;2;1;2;3m\x1b7")
    assert told.endswith("\x1b[0m\x1b[5;6Hx\n")
    assert f"\x1b[{cell_len('Mia 👋🏽')}C" in told
