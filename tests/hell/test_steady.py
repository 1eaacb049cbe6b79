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


@pytest.mark.parametrize("measure", MEASURES)
def test_what_is_said_of_a_name_in_another_colour_covers_none_of_its_letters(
    measure: Measure,
) -> None:
    screen = Emulator(60, 1, measure)
    for name in REAL:
        line = f"\x1b[1;1H◆ \x1b[1m{name}\x1b[0m\x1b[31m draws\x1b[0m{' ' * 20}\x1b[7m│"
        pyte.Stream(screen).feed("\x1b[?7l\x1b[0m\x1b[2J" + steadied(line))
        assert screen.rows[0].replace("\u200e", "").startswith(f"◆ {name} draws ")
        edge = 2 + cell_len(name) + len(" draws") + 20
        assert screen.buffer[0][edge].data == "│"
        assert screen.buffer[0][edge].reverse


def test_an_edge_that_follows_at_once_does_not_slip() -> None:
    screen = Emulator(20, 1, MEASURES[0])
    pyte.Stream(screen).feed(steadied("\x1b[1m👨‍👩‍👧\x1b[0m\x1b[31m▌\x1b[0m"))
    assert screen.buffer[0][2].data == "▌"


def test_writing_does_not_slip_onto_another_ground() -> None:
    screen = Emulator(20, 1, MEASURES[0])
    card, table = "\x1b[31;48;2;1;1;1m", "\x1b[31;48;2;2;2;2m"
    pyte.Stream(screen).feed(steadied(f"{card}👨‍👩‍👧\x1b[0m{table}     x\x1b[0m"))
    assert [screen.buffer[0][x].bg for x in (1, 2, 6, 7)] == ["010101"] + ["020202"] * 3
    assert screen.rows[0].rstrip().endswith("     x")
