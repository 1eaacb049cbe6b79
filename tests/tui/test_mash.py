"""A cat on the keyboard finds no traceback, no torn card, and no page that holds it."""

from __future__ import annotations

from pathlib import Path

import pytest

from mash import mash


@pytest.mark.parametrize("seed", [3, 14])
def test_random_keys_clicks_and_sizes_break_nothing(tmp_path: Path, seed: int) -> None:
    assert mash(tmp_path / "home", seed, actions=60) >= 60
