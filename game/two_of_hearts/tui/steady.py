"""Keeps every line of the screen in its place, however wide a terminal takes a text to be.

Families of emoji, flags, and the marks and joined letters of many scripts have no sure width: each
terminal measures them in its own way, and whatever stands behind them in the line would slip, the
edge of a card with it. So where such letters are written, the cursor is put where the game takes
it to be afterwards. Letters that are read from the right are followed by a sign, unseen, that what
comes next is not: a terminal that turns them around turns them alone.
"""

from __future__ import annotations

import re
from collections import deque
from functools import cache
from itertools import islice

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


GAP = re.compile(" {2,}")
"""Room that gives way where a terminal takes what stands before it to be wider."""

GOES_ON = re.compile(r" ?\w|  ")
"""How writing begins that may slip a little with what stands before it; an edge may not."""

GROUND = re.compile(r"\[(?:.*[;m])?(48;2;\d+;\d+;\d+|48;5;\d+|4[0-79]|10[0-7])[;m]")
"""The colour of the ground in a change of colours."""


def steadied(data: str) -> str:
    """What is written to a terminal, so that it takes as many cells there as the game thinks."""
    if data.isascii() or not UNSURE.search(data):
        return data
    parts = deque(STEERS.split(data))
    told = [""]
    while parts:
        text = parts.popleft()
        if unsure := UNSURE.search(text):
            told.append(_held(_stretch(text, unsure.start(), _ground(told[-1]), parts)))
        else:
            told.append(text)
        if parts:
            told.append(parts.popleft())
    return "".join(told)


def _stretch(text: str, start: int, ground: str, rest: deque[str]) -> list[str]:
    """Writing up to the next gap, with the colours that change in it; `rest` loses what it takes.

    Args:
        text: where it begins.
        start: from which place on a gap counts.
        ground: the colour of the ground: where that changes, something else begins.
        rest: what follows: in turns what steers, and writing.
    """
    taken: list[str] = []
    while not (gap := GAP.search(text, start)):
        taken.append(text)
        # Textual goes back to no colour before it takes another: there is nothing in between.
        steps = 3 if len(rest) > 3 and not rest[1] else 1
        if len(rest) <= steps or not all(map(_is_colour, islice(rest, 0, steps, 2))):
            return taken
        if _ground(rest[steps - 1]) != ground or not GOES_ON.match(rest[steps]):
            return taken
        taken += [rest.popleft() for _ in range(steps)]
        text, start = rest.popleft(), 0
    # An empty step keeps the turns: what is left comes as writing again.
    rest.extendleft((text[gap.end() :], ""))
    return [*taken, text[: gap.end()]]


def _is_colour(steer: str) -> bool:
    return steer.startswith("\x1b[") and steer.endswith("m")


def _ground(steer: str) -> str:
    """The colour of the ground after a change of colours; empty where it names none."""
    found = GROUND.search(steer)
    return found[1] if found else ""


def _held(stretch: list[str]) -> str:
    """A stretch of writing, and then a cursor that stands where it should."""
    cells = [cell_len(text) for text in stretch[::2]]
    colours = [*stretch[1::2], ""]
    # Blank first, because a terminal may also take it to be narrower. No blanks behind it: where
    # it is wider there, they give way, and no letter is covered.
    blank = "".join(f"{' ' * n}{colour}" for n, colour in zip(cells, colours, strict=True))
    stretch = [*stretch[:-1], stretch[-1].rstrip(" ")]
    shown = FROM_RIGHT.sub(lambda letters: letters[0] + AND_NOW_LEFT, "".join(stretch))
    forward = f"\x1b[{sum(cells)}C" if sum(cells) else ""
    return f"{SAVE}{blank}{RESTORE}{SAVE}{shown}{RESTORE}{forward}{''.join(colours)}"


@cache
def steady(driver: type[Driver]) -> type[Driver]:
    """A driver that writes as this one does, with every line in its place."""

    class Steady(driver):  # type: ignore[misc, valid-type]
        def write(self, data: str) -> None:
            super().write(steadied(data))

    return Steady
