"""One app for all tests of the screens: fixed seed, clock, decks and journal."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from helpers import NAMES, SEED, now
from shelf import SHELF
from two_of_hearts.config import Config, read
from two_of_hearts.engine.partners import Pair
from two_of_hearts.journal import Journal
from two_of_hearts.library import Library
from two_of_hearts.tui.app import TableApp

MakeApp = Callable[..., TableApp]


@pytest.fixture
def make_app(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> MakeApp:
    """Makes apps over one journal, as if the game were started again and again."""
    # Whatever terminal the tests run in, they are shown walnut.
    monkeypatch.setattr("two_of_hearts.tui.preferences.fitting", lambda *_: "walnut")
    monkeypatch.setattr("two_of_hearts.places.keepsakes", lambda: Path("/home/mia"))

    def make(
        names: Pair[str] | None = NAMES,
        library: Library | None = None,
        theme: str | None = None,
        config_path: Path | None = tmp_path / "config.toml",
    ) -> TableApp:
        config, problems = read(config_path) if config_path else (Config(), ())
        app = TableApp(
            journal=Journal(tmp_path / "journal.sqlite3"),
            load=lambda: library or Library(SHELF, ()),
            now=now,
            seed=lambda: SEED,
            names=names,
            config=config,
            config_path=config_path,
            config_problems=problems,
        )
        app.animation_level = "none"
        app.has_fine_colours = True
        app.theme = theme or app.theme
        return app

    return make
