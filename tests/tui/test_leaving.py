"""No page holds anybody: Escape leaves each of them, and then `q` ends the game."""

from __future__ import annotations

import random

import pytest
from textual.pilot import Pilot

from tui.conftest import MakeApp
from two_of_hearts.tui.app import TableApp
from two_of_hearts.tui.screens.own_keys import OwnKeysPage

OPENING = ("b", "v", "o", "j", "p", "e", "comma", "question_mark", "ctrl+p")
"""Keys that lay something over the table, somewhere."""

WITHIN = ("enter", "space", "up", "down", "left", "right", "tab", "pagedown", *"aklnsdx", "ctrl+p")
"""Keys that do something on what was laid there."""

GOING_ON = ("enter", "enter", "enter", "s", "m", "k", "u")


async def layers(app: TableApp, pilot: Pilot[None]) -> int:
    """How many screens lie over each other."""
    await pilot.pause()
    return len(app.screen_stack)


@pytest.mark.parametrize("seed", range(3))
async def test_one_escape_leaves_any_page_and_q_then_ends_the_game(
    make_app: MakeApp, seed: int
) -> None:
    dice, app = random.Random(seed), make_app()
    left = 0
    async with app.run_test(size=dice.choice([(100, 30), (60, 18), (40, 12)])) as pilot:
        table = await layers(app, pilot)
        for _ in range(25):
            if not app.is_running:
                break  # the palette has said goodbye, or quit
            await pilot.press(dice.choice(GOING_ON))
            await pilot.press(dice.choice(OPENING))
            await pilot.press(*dice.choices(WITHIN, k=dice.randrange(5)))
            while (laid := await layers(app, pilot)) > table:
                page = app.screen
                if isinstance(page, OwnKeysPage) and page.waits:
                    await pilot.press("escape")  # the key that is waited for is none
                await pilot.press("escape")
                assert await layers(app, pilot) == laid - 1, f"Escape does not leave {page}"
                left += 1
        await pilot.press("q")
        await pilot.pause()
        assert not app.is_running
    assert left > 0


@pytest.mark.parametrize("key", ["pageup", "pagedown", "up", "down", "ctrl+home", "ctrl+end"])
async def test_a_key_that_comes_before_the_palette_is_there_does_nothing(
    make_app: MakeApp, key: str
) -> None:
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("enter")
        table = app.screen
        app.simulate_key("ctrl+p")
        app.simulate_key(key)
        await pilot.pause()
        await pilot.press("escape")
        assert app.screen is table
