"""One shape for everything that can go wrong: what it is, where, and how to mend it."""

from __future__ import annotations


class Trouble(Exception):
    """Something a player can be told.

    Args:
        title: what is wrong, in a few words.
        detail: what exactly, and where.
        mend: what to do about it.
    """

    def __init__(self, title: str, detail: str, mend: str) -> None:
        super().__init__(f"{title}: {detail} {mend}")
        self.title = title
        self.detail = detail
        self.mend = mend
