"""The short form of `oracle.py`: the real program through a pipe, held against the rules' page."""

from __future__ import annotations

from pathlib import Path

import pytest

from plain import oracle_moves, oracle_rules
from plain.oracle import play
from plain.oracle_reading import Broken


@pytest.mark.parametrize("seed", [5, 6])
def test_what_is_printed_in_evenings_at_random_is_what_the_rules_say(
    tmp_path: Path, seed: int
) -> None:
    done = play(tmp_path, 120, seed)
    assert done.moves == 120
    assert done.starts > 1
    assert done.kinds["Enter"] > 40
    assert done.kinds["u"]
    assert done.kinds["s"]


def test_an_oracle_of_other_rules_finds_the_game_broken(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It looks at what it is told: where a skip would have to be paid for, this game is wrong."""
    monkeypatch.setattr(oracle_moves, "put_aside", oracle_rules.turn_over)
    with pytest.raises(Broken, match=r"draw another card\.(.|\n)*, where it should be"):
        play(tmp_path, 400, 5)
