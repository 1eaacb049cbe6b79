"""A cat on the keyboard finds no traceback, no torn card, and no page that holds it."""

from __future__ import annotations

import signal
from pathlib import Path

import pytest

from mash import Mash, mash


def test_random_keys_clicks_and_sizes_break_nothing(tmp_path: Path) -> None:
    done, cards = mash(tmp_path / "home", seed=14, actions=60)
    assert done >= 60
    assert cards >= 3, "hardly a card was looked at"


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
def test_when_the_system_ends_the_game_the_terminal_is_left_as_it_was(
    tmp_path: Path, number: signal.Signals
) -> None:
    game = Mash(tmp_path / "home", seed=1)
    for _ in range(4):
        game.send("\r")
        assert game.settle()
    game.told(number)
