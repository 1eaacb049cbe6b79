"""The page of settings: everything on it holds at once, and at the next start."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from textual.pilot import Pilot

import two_of_hearts
from tui.test_evening import click_key, sit_down, state
from two_of_hearts.config import CHOICES, Config, read
from two_of_hearts.engine.rounds import Answering
from two_of_hearts.tui.app import TableApp
from two_of_hearts.tui.screens.own_keys import OwnKeysPage
from two_of_hearts.tui.screens.settings import ROWS, SettingsPage
from two_of_hearts.tui.widgets.choices import Choices
from two_of_hearts.tui.widgets.egg_timer import EggTimer
from two_of_hearts.tui.widgets.heading import Heading

MakeApp = Callable[..., TableApp]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where the apps of a test keep their settings."""
    return tmp_path / "config.toml"


async def to_row(pilot: Pilot[None], name: str) -> None:
    """Open the page of settings with the cursor on one."""
    await pilot.press("comma", *["down"] * ROWS.index(name))


def palette(app: TableApp) -> set[str]:
    """What the palette holds."""
    return {command.title for command in app.get_system_commands(app.screen)}


def told(app: TableApp) -> list[str]:
    return [notice.message for notice in app._notifications]


@pytest.mark.parametrize("name", CHOICES)
async def test_every_setting_goes_through_its_values_and_each_holds_at_once(
    make_app: MakeApp, path: Path, name: str
) -> None:
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await to_row(pilot, name)
        seen = []
        for _ in CHOICES[name]:
            await pilot.press("enter")
            seen.append(getattr(app.preferences.config, name))
            assert getattr(read(path)[0], name) == seen[-1]
        assert seen[-1] == getattr(Config(), name)
        assert set(seen) == set(CHOICES[name])
        await pilot.press("left")
        assert getattr(app.preferences.config, name) == seen[-2]
        await pilot.press("left", "space", "right")
        assert getattr(app.preferences.config, name) == seen[-1]
        assert not told(app)


async def test_settings_are_there_on_the_first_screen_and_in_the_evening(make_app: MakeApp) -> None:
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await click_key(pilot, "settings")
        assert isinstance(app.screen, SettingsPage)
        await pilot.press("comma")
        assert "Settings" in palette(app)
        await sit_down(pilot)
        await click_key(pilot, "settings")
        await click_key(pilot, "choose")
        await click_key(pilot, "change")
        assert app.preferences.config.turns == 10
        choices = app.screen.query_one(Choices)
        above = choices._above(choices.size.height)
        await pilot.click(choices, offset=(20, above + ROWS.index("bell")))
        assert not app.preferences.config.bell
        await pilot.click(choices, offset=(20, above + ROWS.index("keys")))
        assert isinstance(app.screen, OwnKeysPage)
        await click_key(pilot, "close")
        await click_key(pilot, "close")
        assert "Settings" in palette(app)


async def test_the_page_says_where_the_settings_lie(make_app: MakeApp, tmp_path: Path) -> None:
    for path, words in (
        (tmp_path / "a\x1bb" / "config.toml", "a\\u001bb/config.toml"),
        (None, "hold for tonight"),
    ):
        app = make_app(config_path=path)
        async with app.run_test(size=(80, 24)) as pilot:
            await pilot.press("comma")
            assert words in app.screen.query_one(Heading).words[1]
            await pilot.press("enter")
            assert app.preferences.config.answers == "drawer"
            assert not told(app)


async def test_colours_change_at_once_and_are_remembered(make_app: MakeApp) -> None:
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await to_row(pilot, "theme")
        await pilot.press("enter", "right")
        chosen = app.theme
        assert chosen == app.preferences.themes[1] == "birch"
        await pilot.press("left", "left")
        assert app.preferences.config.theme == "auto"
        assert app.theme == "walnut"
        await pilot.press("left")
        assert app.theme == app.preferences.themes[-1]
        await pilot.press("right", "right", "right")
        assert app.theme == chosen
    assert make_app().theme == chosen


async def test_colours_chosen_in_the_palette_are_remembered_and_only_looked_at_are_not(
    make_app: MakeApp, path: Path
) -> None:
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        app.action_change_theme()
        await pilot.pause()
        await pilot.press("down", "down", "escape")
        assert not path.exists()
        app.action_change_theme()
        await pilot.pause()
        await pilot.press(*"nord")
        await pilot.pause(0.3)
        await pilot.press("enter")
        await pilot.pause(0.2)
        assert app.theme == "nord"
    assert read(path)[0].theme == "nord"
    assert make_app().theme == "nord"


async def test_colours_that_there_are_not_are_named_and_the_table_keeps_its_own(
    make_app: MakeApp, path: Path
) -> None:
    path.write_text('theme = "nrod"\nbell = false\nturnes = 4')
    app = make_app()
    async with app.run_test(size=(80, 24)):
        (notice,) = told(app)
        assert 'theme: It cannot be "nrod". Did you mean nord?' in notice
        assert "turnes: There is no setting of this name. Did you mean turns?" in notice
        assert str(path) in notice
        assert app.theme == "walnut"
        assert not app.preferences.config.bell


async def test_of_very_many_problems_a_notice_tells_some(make_app: MakeApp, path: Path) -> None:
    path.write_text("".join(f"zz{n} = 1\n" for n in range(50)))
    app = make_app()
    async with app.run_test(size=(80, 24)):
        (notice,) = told(app)
        assert "And 46 things more." in notice
        assert len(notice.splitlines()) == 6


async def test_the_rules_of_the_house_begin_an_evening_and_the_evening_may_change_them(
    make_app: MakeApp, path: Path
) -> None:
    path.write_text('turns = 10\nanswers = "drawer"')
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("enter", "enter")
        assert (state(app).turns, state(app).answering) == (10, Answering.DRAWER)
        await pilot.press("t", "h")
        assert (state(app).turns, state(app).answering) == (4, Answering.BOTH)
        await pilot.press("u", "u", "u")
        assert (state(app).turns, state(app).answering) == (10, Answering.DRAWER)
        assert app.preferences.config == Config(Answering.DRAWER, 10)
        await pilot.press("comma", "enter")
        assert state(app).answering is Answering.DRAWER
    assert path.read_text() == 'turns = 10\nanswers = "both"'


async def test_where_nothing_can_be_written_it_is_said_once_and_holds_for_tonight(
    make_app: MakeApp, path: Path
) -> None:
    path.write_text("turns = 10")
    path.chmod(0o400)
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await to_row(pilot, "turns")
        await pilot.press("enter", "enter", "down", "enter")
        (notice,) = told(app)
        assert "not to be changed" in notice
        assert "holds for tonight" in notice
        assert app.preferences.config.turns == 6
        assert app.preferences.config.theme == "walnut"
        path.chmod(0o600)
        await pilot.press("enter")
        assert read(path)[0].theme == app.theme
    assert read(path)[0].turns == 10


async def test_a_file_that_cannot_be_understood_is_told_and_left_alone(
    make_app: MakeApp, path: Path
) -> None:
    path.write_text("turns = = [bold]")
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        assert "Line 1 cannot be understood" in told(app)[0]
        await pilot.press("comma", "enter", "escape", "enter")
        assert "Line 1 cannot be understood" in told(app)[1]
        assert state(app).answering is Answering.DRAWER
    assert path.read_text() == "turns = = [bold]"


@pytest.mark.parametrize("bell", [True, False])
async def test_a_clock_that_has_run_out_rings_when_it_may(
    make_app: MakeApp, path: Path, monkeypatch: pytest.MonkeyPatch, bell: bool
) -> None:
    path.write_text(f"bell = {str(bell).lower()}")
    rung: list[bool] = []
    moment = [0.0]
    monkeypatch.setattr("two_of_hearts.tui.widgets.egg_timer.monotonic", lambda: moment[0])
    app = make_app()
    monkeypatch.setattr(app, "bell", lambda: rung.append(True))
    async with app.run_test(size=(80, 24)) as pilot:
        await sit_down(pilot, "hand-in-hand")
        await pilot.press("enter")
        while app.view.card.clock is None:
            await pilot.press("s", "enter")
        await pilot.press("c")
        timer = app.screen.query_one(EggTimer)
        moment[0] = 59
        timer._tick()
        await pilot.pause()
        assert not rung
        moment[0] = 60
        timer._tick()
        await pilot.pause()
        assert rung == [True] * bell
        assert not timer.clock.is_running


def test_what_the_environment_says_of_movement_counts_for_more(
    make_app: MakeApp, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = make_app()
    levels: list[str] = []
    for environment in ("full", "none"):
        monkeypatch.setenv("TEXTUAL_ANIMATIONS", environment)
        app.preferences.change("animation", "on")
        levels.append(app.animation_level)
    assert levels == ["full", "none"]
    assert app.preferences.config.animation == "on"


def test_who_has_no_settings_waits_for_none() -> None:
    code = (
        "import sys\nfrom pathlib import Path\n"
        "import two_of_hearts.tui.app\nfrom two_of_hearts.config import Config, read\n"
        "assert read(Path('nowhere/config.toml')) == (Config(), ())\n"
        "late = {'tomllib', 'tomlkit', 'json', 'two_of_hearts.tui.keymap'}\n"
        "print(sorted(late & sys.modules.keys()))\n"
    )
    source = str(Path(two_of_hearts.__file__).parents[1])
    environment = {"PYTHONPATH": source, "PATH": ""}
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, env=environment, check=True
    )
    assert done.stdout == "[]\n"
