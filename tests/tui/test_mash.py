"""A cat on the keyboard finds no traceback, no torn card, and no page that holds it."""

from __future__ import annotations

from pathlib import Path

from mash import mash


def test_random_keys_clicks_and_sizes_break_nothing(tmp_path: Path) -> None:
    assert mash(tmp_path / "home", seed=3, actions=60) >= 60
