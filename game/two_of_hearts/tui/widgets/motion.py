"""How a card came to lie where it does: what moves between two views, and whether it may.

Movements are pictures of what has already happened: no key waits for one.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum, auto

from two_of_hearts.engine.state import Phase
from two_of_hearts.view import View

SECONDS = 0.24
"""How long a movement takes."""

FRAMES = 6
"""How many pictures it has."""

SLOWEST = 38_400
"""The slowest line, in bits a second, on which cards still move."""

BACKS = (Phase.DRAW, Phase.GIVE)
"""The phases that show the back of a pile."""


class Motion(Enum):
    """What a card does."""

    TURN_OVER = auto()
    """It was drawn: the back turns, and there is its face."""
    SLIDE_OUT = auto()
    """A follow-up slides out from under it."""
    ASIDE = auto()
    """It was skipped."""
    LAY_DOWN = auto()
    """It was answered, and is laid on the pile."""
    BRING_BACK = auto()
    """It lay aside, and is back."""


def motion_of(before: View | None, view: View | None) -> Motion | None:
    """What moves from one view to the next; None where nothing does, as after an undo."""
    if before is None or view is None or before.round != view.round:
        return None
    old, new = before.card, view.card
    if new is not None and (old is None or old.id != new.id):
        if view.set_aside < before.set_aside:
            return Motion.BRING_BACK
        # Undo brings an answered card back without turning it over.
        return Motion.TURN_OVER if before.phase in BACKS or old is not None else None
    if old is not None and new is not None and old.id == new.id:
        return Motion.SLIDE_OUT if len(new.follow_ups) > len(old.follow_ups) else None
    if old is not None and view.phase in BACKS:
        if view.set_aside > before.set_aside:
            return Motion.ASIDE
        return Motion.LAY_DOWN if view.laid > before.laid or view.phase is Phase.GIVE else None
    return None


def may_move(setting: str, environment: Mapping[str, str], bits: int | None) -> bool:
    """Whether cards move.

    Args:
        setting: "on", "off", or "auto", which holds them still over a slow link.
        environment: the variables of the process.
        bits: the speed of the terminal's line in bits a second, where it is known.
    """
    if environment.get("TEXTUAL_ANIMATIONS", "").lower() == "none" or setting == "off":
        return False
    if setting == "on":
        return True
    is_far = bool(environment.get("SSH_CONNECTION") or environment.get("SSH_TTY"))
    return not is_far and not (bits is not None and 0 < bits < SLOWEST)


BITS = (50, 75, 110, 134, 150, 200, 300, 600, 1200, 1800, 2400, 4800, 9600, 19_200, 38_400)
"""The speeds of a serial line, as termios numbers them from 1."""


def line_speed() -> int | None:
    """The speed of the terminal's line in bits a second; None where it has none to tell.

    A window on a screen says 38,400 and means nothing by it; a serial line means what it says.
    """
    try:
        import termios
    except ImportError:  # Windows
        return None
    try:
        code = termios.tcgetattr(1)[5]
    except (termios.error, ValueError):
        return None
    return BITS[code - 1] if 0 < code <= len(BITS) else None
