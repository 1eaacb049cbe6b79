"""A room for each test."""

from __future__ import annotations

from pathlib import Path

import pytest

from plain.room import Room


@pytest.fixture
def room(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Room:
    monkeypatch.setattr("two_of_hearts.places.keepsakes", lambda: Path("/home/mia"))
    return Room(tmp_path)
