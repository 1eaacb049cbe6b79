"""How a card came to lie where it does: what moves between two views.

Movements are pictures of what has already happened: no key waits for one.
"""

from __future__ import annotations

from enum import Enum, auto

from two_of_hearts.engine.state import Phase
from two_of_hearts.view import View

SECONDS = 0.24
"""How long a movement takes."""

FRAMES = 6
"""How many pictures it has."""

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
