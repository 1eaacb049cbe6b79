"""Pictures of the pages of settings and of keys. Each docstring says what to look for."""

from __future__ import annotations

from pathlib import Path

import pytest

from tui.test_snapshots import MakeApp, Snap, each_size, each_theme, press

SOMEWHERE = Path("/home/mia/.config/two-of-hearts/config.toml")
"""A path to be shown; nothing is written there by these tests."""

KEYS = ("comma", *["down"] * 7, "enter")

PICTURES: dict[str, tuple[Path | None, tuple[str, ...]]] = {
    "settings": (SOMEWHERE, ("comma", "down")),
    "settings_changed": (None, ("comma", "enter", "down", "enter", "down", "down", "enter")),
    "own_keys": (SOMEWHERE, (*KEYS, "down")),
    "own_keys_waiting": (SOMEWHERE, (*KEYS, "down", "enter")),
    "own_keys_taken": (SOMEWHERE, (*KEYS, "down", "enter", "m")),
    "own_keys_changed": (None, (*KEYS, "down", "enter", "x")),
}


@each_theme
@each_size
@pytest.mark.parametrize("picture", PICTURES)
def test_settings(
    make_app: MakeApp, snap_compare: Snap, picture: str, size: tuple[int, int], theme: str
) -> None:
    """Values at the right, a sentence about the row with the cursor, where the file lies; a dot
    before an action whose key is not the game's own."""
    path, keys = PICTURES[picture]
    app = make_app(config_path=path, theme=theme)
    assert snap_compare(app, terminal_size=size, run_before=press(*keys))
