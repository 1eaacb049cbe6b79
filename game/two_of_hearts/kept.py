"""Every file that the game keeps or may keep, and what is in it. Looking makes nothing."""

from __future__ import annotations

import os
import stat
from dataclasses import dataclass
from pathlib import Path

from two_of_hearts import places
from two_of_hearts.guarded import OTHERS
from two_of_hearts.words.private import Thing

LOCK = "journal.lock"

OURS = (
    "journal.sqlite3*",
    "journal.damaged*",
    "journal.recovering*",
    "journal.new*",
    LOCK,
)
"""What a journal is called, a part of one, one that was set aside or is just being made, and the
lock of a running game. Nothing wider: somebody may keep a diary in the same folder, and all of
these are deleted when everything is forgotten."""


@dataclass(frozen=True, slots=True)
class Kept:
    """A file or a folder of ours."""

    thing: Thing
    """What is in it."""
    path: Path
    """Where it lies, or would lie."""
    mode: str = ""
    """Who may do what with it, as in -rw-------; empty where it is not there."""
    size: int | None = None
    """How many bytes it has; None for a folder, and where it is not there."""
    is_open: bool = False
    """Whether others on this machine can look into it."""


def kept(home: Path, config: Path, keepsakes: Path) -> list[Kept]:
    """All of it, whether it is there or not.

    Args:
        home: the folder that everything is kept in.
        config: the file with the settings.
        keepsakes: where a keepsake is offered to lie.
    """
    journal = places.journal(home)
    decks = places.own_decks(home)
    aside = [path for path in beside(home) if path not in (journal, running(journal))]
    found = [
        (Thing.HOME, home),
        (Thing.JOURNAL, journal),
        (Thing.RUNNING, running(journal)),
        *((Thing.LOCK if path.name == LOCK else Thing.ASIDE, path) for path in aside),
        (Thing.SETTINGS, config),
        (Thing.DECKS, decks),
        *((Thing.DECK, path) for path in _inside(decks, "*.toml")),
        (Thing.KEEPSAKES, keepsakes),
    ]
    return [_seen(thing, path) for thing, path in found]


def beside(home: Path) -> list[Path]:
    """Every file that holds a journal or a part of one: the present one, and those set aside."""
    return sorted({path for names in OURS for path in _inside(home, names)})


def running(journal: Path) -> Path:
    """What SQLite keeps beside the journal while something is committed."""
    return journal.with_name(f"{journal.name}-journal")


def _inside(folder: Path, names: str) -> list[Path]:
    try:
        return sorted(folder.glob(names))
    except OSError:
        return []


def _seen(thing: Thing, path: Path) -> Kept:
    path = Path(os.path.abspath(path))  # noqa: PTH100 - links in it stay as they are named
    try:
        found = path.stat()
    except (OSError, ValueError):
        return Kept(thing, path)
    # Keepsakes lie among other files; who may look into that folder is not for us to judge.
    is_open = bool(found.st_mode & OTHERS) and thing is not Thing.KEEPSAKES and os.name != "nt"
    size = None if stat.S_ISDIR(found.st_mode) else found.st_size
    return Kept(thing, path, stat.filemode(found.st_mode), size, is_open)
