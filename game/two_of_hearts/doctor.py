"""What is found in the folder that everything is kept in: numbers alone, and no word of anybody."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from pathlib import Path
from typing import cast

from two_of_hearts.journal import Journal
from two_of_hearts.journal_check import PRIVATE, sift


@dataclass(frozen=True, slots=True)
class Findings:
    """What is found in a journal."""

    format: int
    """The version of its tables."""
    evenings: int
    """How many evenings can be played again."""
    events: int
    """How many rows of events it has, without those that a partner made in private."""
    lines: int
    """How many lines under cards."""
    ticks: int
    """How many ticks on plans."""
    broken_pages: int
    """How many things SQLite finds wrong with its pages."""
    senseless: int
    """How many rows make no sense, or follow one that does not."""
    cut: int
    """How many evenings would end earlier than they did."""
    orphans: int
    """How many lines belong to evenings that are not there."""

    @property
    def is_damaged(self) -> bool:
        """Whether anything in it is not as the game wrote it."""
        return bool(self.broken_pages or self.senseless)


def examine(journal: Journal) -> Findings:
    """Read all that is in a journal.

    Raises:
        Damaged: it cannot be read to its end.
    """
    broken = journal.faults()
    sound = sift(journal.rows())
    # What a forgotten evening has left is counted nowhere.
    played = [row for row in sound.events if cast(int, row[0]) > 0]
    known = {row[0] for row in played}
    return Findings(
        format=journal.version(),
        evenings=sound.evenings,
        events=sum(row[4] not in PRIVATE for row in played) + sound.left_out,
        lines=len(sound.notes),
        ticks=len(sound.ticks),
        broken_pages=len(broken),
        senseless=sound.left_out,
        cut=sound.cut,
        orphans=sum(row[0] not in known for row in sound.notes),
    )


def seen_by_others(path: Path) -> dict[Path, str]:
    """Which of the folder and its journals others may read, and the mode that they should have.

    Windows keeps such things elsewhere.
    """
    if sys.platform == "win32" or not path.parent.is_dir():
        return {}
    files = [file for file in path.parent.glob(f"{path.stem}*") if file.is_file()]
    wanted = {path.parent: "700", **dict.fromkeys(sorted(files), "600")}
    return {file: mode for file, mode in wanted.items() if file.stat().st_mode & 0o077}


def set_aside(path: Path) -> int:
    """How many damaged journals lie beside a journal."""
    return len(list(path.parent.glob(f"{path.stem}.damaged-*{path.suffix}")))
