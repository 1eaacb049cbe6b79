"""A room for each test, in which whatever is typed as a path stays."""

from __future__ import annotations

from pathlib import Path

import pytest

from plain.room import Room
from tui.conftest import make_app

__all__ = ["make_app"]


@pytest.fixture
def room(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Room:
    monkeypatch.setattr("two_of_hearts.places.keepsakes", lambda: Path("/home/mia"))
    here = tmp_path / "a" / "b" / "c"
    here.mkdir(parents=True)
    monkeypatch.chdir(here)
    return Room(tmp_path)
