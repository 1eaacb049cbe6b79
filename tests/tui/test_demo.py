"""The demo: it shows what there is to show, ends at any key, and touches nothing of anybody's."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from helpers import now
from two_of_hearts.cli import main
from two_of_hearts.engine.rounds import Outcome
from two_of_hearts.journal import Journal
from two_of_hearts.library import bundled, load
from two_of_hearts.tui.demo import DemoApp


def demo(tmp_path: Path, pace: float) -> DemoApp:
    journal = Journal(tmp_path / "journal.sqlite3")
    app = DemoApp(pace, journal=journal, load=lambda: load([bundled()]), now=now)
    app.animation_level = "none"
    return app


async def test_a_demo_plays_a_short_round_and_ends_by_itself(tmp_path: Path) -> None:
    app = demo(tmp_path, 0.01)
    async with app.run_test(size=(100, 30)) as pilot:
        while not app._exit:
            await pilot.pause(0.05)
    state = app._session.state
    assert app._exit
    assert state.outcomes == (Outcome.COMPLETED,)
    assert state.round.turns == 4
    assert len(state.kept) == 1
    assert len(state.drawn) == 4 + 1 + 2
    assert len(app._shown) == 6


@pytest.mark.parametrize("key", ["enter", "x", "escape", "f5", "ctrl+p"])
async def test_any_key_ends_a_demo(tmp_path: Path, key: str) -> None:
    app = demo(tmp_path, 0.1)
    async with app.run_test(size=(100, 30)) as pilot:
        while app.view is None:
            await pilot.pause(0.1)
        await pilot.press(key)
        assert app._exit


async def test_a_click_ends_a_demo_even_before_it_begins(tmp_path: Path) -> None:
    app = demo(tmp_path, 30)
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.click(offset=(5, 5))
        assert app._exit
        assert app.view is None


async def test_a_demo_says_what_it_is(tmp_path: Path) -> None:
    app = demo(tmp_path, 0.5)
    async with app.run_test(size=(80, 24)) as pilot:
        while app.view is None:
            await pilot.pause(0.1)
        await pilot.pause()
        strips = app.screen._compositor.render_strips()
        first = "".join(text for text, _, _ in strips[1])
        assert "◆ Ada" in first
        assert "a demo: any key ends it" in first


def test_a_demo_needs_a_terminal() -> None:
    done = CliRunner().invoke(main, ["demo"])
    assert done.exit_code == 2
    assert "terminal" in done.stderr
