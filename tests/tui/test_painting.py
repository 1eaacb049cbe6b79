"""Only what differs is painted again; what is then seen is what a whole picture would show."""

from __future__ import annotations

from pathlib import Path

import pytest

from mash import Mash

EVENING = ("\r", "\r", "\r", "m", "k", "b\x1b", "\r", "\r", "?\x1b", "\r", "s", "\x10\x1b", "u")
"""What a couple presses from the moods on; the pages are opened and closed again."""

QUIET = 0.35
"""How long nothing comes, in seconds, when all is painted; longer than a card needs to move on."""

Cell = tuple[str, str, str, bool]


@pytest.mark.parametrize(("width", "height"), [(100, 30), (40, 12)])
def test_an_evening_painted_bit_by_bit_looks_like_one_painted_whole(
    tmp_path: Path, width: int, height: int
) -> None:
    home = tmp_path / "home"
    home.mkdir()
    # What changes by itself, between the two pictures, would be no fault of the painting.
    (home / "config.toml").write_text("dimming = false\n")
    game = Mash(home, seed=0)
    game.resize(width, height)
    game.settle(QUIET)
    for keys in EVENING:
        for key in keys:
            game.send(key)
            assert game.settle(QUIET), f"{keys!r} ended it"
        bit_by_bit = _picture(game)
        assert bit_by_bit == _painted_anew(game, width, height), f"after {keys!r}"
    game.leave("kill")


def _picture(game: Mash) -> list[list[Cell]]:
    """What the terminal shows: of each cell its sign and its colours. A blank shows no ink."""
    screen = game.screen
    lines = ([screen.buffer[y][x] for x in range(screen.columns)] for y in range(screen.lines))
    return [
        [(cell.data, cell.fg if cell.data.strip() else "", cell.bg, cell.bold) for cell in line]
        for line in lines
    ]


def _painted_anew(game: Mash, width: int, height: int) -> list[list[Cell]]:
    """What it shows when everything is painted again on an empty screen: after another size."""
    for size in ((width, height + 1), (width, height)):
        game.screen.erase_in_display(2)
        game.resize(*size)
        game.settle(QUIET)
    return _picture(game)
