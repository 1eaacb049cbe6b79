"""Names and lines from hell in the fields of the screen, and what of them reaches a terminal."""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

import pyte
import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len
from textual import events
from textual.pilot import Pilot
from textual.widgets import Input, Static

from hell.naughty import ANY, NAUGHTY, REAL, some, tries
from hell.terminal import Emulator, Measure, by_letter, by_sign, simple
from mash import Mash
from tui.test_snapshots import CHILDHOOD
from two_of_hearts.engine.partners import Pair
from two_of_hearts.tui.app import TableApp

MakeApp = Callable[..., TableApp]

SIZE = (80, 24)

HANDS = 3
"""Among how many tests the texts are shared out."""


def widths(app: TableApp) -> list[int]:
    """How many cells each line of the screen takes. The cursor may stand within a letter: so each
    stretch is measured by itself, as it is written."""
    strips = app.screen._compositor.render_strips()
    return [sum(cell_len(text) for text, _, _ in strip) for strip in strips]


async def fill(pilot: Pilot[None], field: str, text: str) -> bool:
    """Paste a text into a field and press Enter.

    Returns:
        Whether it was taken; where it was not, a sentence says why.
    """
    app = pilot.app
    page = app.screen
    input = page.query_one(field, Input)
    input.focus()
    input.value = ""
    input.post_message(events.Paste(text))
    await pilot.pause()
    see(app)  # type: ignore[arg-type]
    await pilot.press("enter")
    await pilot.pause()
    see(app)  # type: ignore[arg-type]
    if app.screen is not page:
        return True
    said = str(page.query_one("#problem", Static).render())
    assert not said or said.endswith(".")
    return not said


def see(app: TableApp) -> None:
    """That the app still runs, and that each line is as wide as the window."""
    assert app.is_running
    assert app._exception is None
    assert widths(app) == [SIZE[0]] * SIZE[1]


@pytest.mark.parametrize("handful", range(HANDS))
async def test_a_text_from_hell_in_the_field_of_a_name_is_taken_or_refused(
    make_app: MakeApp, handful: int
) -> None:
    app = make_app(names=None)
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("e")
        for text in some(NAUGHTY, 5)[handful::HANDS]:
            await fill(pilot, "#name-a", text)
        await fill(pilot, "#name-a", "Mia")
        assert await fill(pilot, "#name-l", "Jo")
        see(app)


@pytest.mark.parametrize("handful", range(HANDS))
async def test_a_text_from_hell_in_the_field_of_a_line_is_taken_or_refused(
    make_app: MakeApp, handful: int
) -> None:
    app = make_app()
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press(*CHILDHOOD, "enter")
        for text in some(NAUGHTY, 5)[handful::HANDS]:
            await pilot.press("j")
            if not await fill(pilot, "#line", text):
                await pilot.press("escape")
        see(app)


@pytest.mark.parametrize("names", some(tuple(pairwise(REAL)), 9))
async def test_couples_of_all_scripts_see_their_table_whole(
    make_app: MakeApp, names: tuple[str, str]
) -> None:
    app = make_app(names=Pair(*names))
    async with app.run_test(size=SIZE) as pilot:
        for key in (*CHILDHOOD, "enter", "b", "escape", "v", "escape"):
            await pilot.press(key)
            see(app)
        await pilot.press("j")
        assert await fill(pilot, "#line", " ".join(names))
        see(app)


class Played(Mash):
    """The real program in a terminal that measures letters in its own way.

    Args:
        home: the folder that everything is kept in.
        names: who plays.
        measure: how many cells a character takes.
    """

    def __init__(self, home: Path, names: tuple[str, str], measure: Measure) -> None:
        self.names = names
        self._measure = measure
        super().__init__(home, seed=0)

    def screen_of(self, width: int, height: int) -> pyte.Screen:
        return Emulator(width, height, self._measure)

    @property
    def shown(self) -> str:
        """What is on the screen."""
        assert isinstance(self.screen, Emulator)
        return "\n".join(self.screen.rows).replace("\u200e", "")

    @property
    def sequences(self) -> bytes:
        """What was written to the terminal, without the shape of the mouse's pointer."""
        return re.sub(rb"\x1b\]22;[a-z-]*\x07", b"", self._raw)


COUPLES = (
    ("👨‍👩‍👧‍👦 Mia", "🇩🇪 Jo", by_sign),
    ("हिन्दी", "မြန်မာ", by_letter),
    ("מיה", "محمد", by_sign),
    ("ที่นี่", "👋🏽❤️", simple),
)


@pytest.mark.parametrize(("left", "right", "measure"), some(COUPLES, 2))
def test_in_a_real_terminal_no_name_tears_a_card_and_no_paste_steers_it(
    tmp_path: Path, left: str, right: str, measure: Measure
) -> None:
    (tmp_path / "config.toml").write_text('dimming = false\nanimation = "off"\n')
    game = Played(tmp_path, (left, right), measure)
    for key in "\r\r\r\r":
        game.send(key)
        game.settle(0.4)
    game.look()
    assert left in game.shown
    assert right in game.shown
    game.send("j")
    game.settle(0.5)
    game.send("\x1b[200~\x1b]0;x\x07 \x1b]8;;http://a.example\x1b\\ \x9b31m\u202e愛\x1b[201~")
    game.settle(0.5)
    assert "愛" in game.shown
    game.send("\r")
    game.settle(0.5)
    game.send("\x1b[<0;999;999M\x1b[<35;1;1M\x1b[M\xff\xff\xff\x1b[?1;2c\x1b[\x1b]\x1b")
    game.settle(0.6)
    assert b"\x07" not in game.sequences
    assert b"\x1b]" not in game.sequences
    assert "\u202e".encode() not in game.sequences
    game.leave("kill")


@tries(1)
@given(texts=st.lists(ANY, min_size=4, max_size=4))
async def test_any_text_in_any_field_is_taken_or_refused(
    make_app: MakeApp, texts: list[str]
) -> None:
    app = make_app(names=None)
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("e")
        for text in texts:
            await fill(pilot, "#name-a", text)
