"""Keeps every line of the screen in its place, however wide a terminal takes a text to be.

Families of emoji, flags, and the marks and joined letters of many scripts have no sure width: each
terminal measures them in its own way, and whatever stands behind them in the line would slip, the
edge of a card with it. So where such letters are written, the cursor is put where the game takes
it to be afterwards. Letters that are read from the right are followed by a sign, unseen, that what
comes next is not: a terminal that turns them around turns them alone.
"""

from __future__ import annotations

import re
from functools import cache

from rich.cells import cell_len
from textual.driver import Driver

SURE = (
    "\x00-\u02ff\u0370-\u0482\u048a-\u058f\u1e00-\u1fff\u2010-\u2027\u2030-\u205e\u20a0-\u20bf"
    "\u2100-\u2bff\u2e80-\u3029\u3030-\u3098\u309b-\u3163\u3165-\ua4cf\uac00-\ud7a3\uf900-\ufaff\uff01-\uff9d"
)
"""Characters on whose width all terminals agree, near enough."""

UNSURE = re.compile(f"[^{SURE}]")
"""All other characters."""

STEERS = re.compile(
    r"(\x1b\][^\x07\x1b]*(?:\x07|\x1b\\)|\x1b\[[0-?]*[ -/]*[@-~]|\x1b.|[\x00-\x1f\x7f])", re.DOTALL
)
"""A step of the cursor, a change of colour, or whatever else is not writing."""

FROM_RIGHT = re.compile(
    "[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff]+"
)
"""Letters that are read from the right, Hebrew and Arabic among them."""

AND_NOW_LEFT = "\u200e"
"""The left-to-right mark."""

SAVE, RESTORE = "\x1b7", "\x1b8"
"""Remember where the cursor is and in which colours it writes; go back there."""


def steadied(data: str) -> str:
    """What is written to a terminal, so that it takes as many cells there as the game thinks."""
    if data.isascii() or not UNSURE.search(data):
        return data
    parts = STEERS.split(data)
    parts[::2] = [_held(text) if UNSURE.search(text) else text for text in parts[::2]]
    return "".join(parts)


def _held(text: str) -> str:
    """A stretch of writing in one colour, and then a cursor that stands where it should."""
    cells = cell_len(text)
    # Blank first, because a terminal may also take it to be narrower. No blanks behind it: where
    # it is wider there, they give way, and no letter is covered.
    shown = FROM_RIGHT.sub(lambda letters: letters[0] + AND_NOW_LEFT, text.rstrip(" "))
    forward = f"\x1b[{cells}C" if cells else ""
    return f"{SAVE}{' ' * cells}{RESTORE}{SAVE}{shown}{RESTORE}{forward}"


@cache
def steady(driver: type[Driver]) -> type[Driver]:
    """A driver that writes as this one does, with every line in its place."""

    class Steady(driver):  # type: ignore[misc, valid-type]
        def write(self, data: str) -> None:
            super().write(steadied(data))

    return Steady
