"""Where things lie on this machine: the journal, and decks of one's own."""

from __future__ import annotations

import os
from pathlib import Path


def home(chosen: Path | None) -> Path:
    """The folder that everything is kept in.

    Args:
        chosen: what `--home` or `TWO_OF_HEARTS_HOME` says; None for the system's own place.
    """
    if chosen is not None:
        return Path(os.path.expanduser(chosen))  # noqa: PTH111 - Path's own raises for "~nobody"
    from platformdirs import user_data_path

    return user_data_path("two-of-hearts", appauthor=False)


def journal(home: Path) -> Path:
    """The file with all evenings."""
    return home / "journal.sqlite3"


def own_decks(home: Path) -> Path:
    """The folder for decks of one's own."""
    return home / "decks"
