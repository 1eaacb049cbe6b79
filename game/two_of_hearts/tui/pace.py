"""Whether cards move: as the two want it, as the environment says, and as fast as the line is.

Apart from the movements, because the first screen asks for it and shows none.
"""

from __future__ import annotations

from collections.abc import Mapping

SLOWEST = 38_400
"""The slowest line, in bits a second, on which cards still move."""


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


def slow_line() -> int | None:
    """The speed of the terminal's line, where it is a slow one; else None."""
    bits = line_speed()
    return bits if bits is not None and 0 < bits < SLOWEST else None
