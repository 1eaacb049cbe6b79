"""Variables of the environment that Textual reads and ends at where they hold nonsense."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from rich.console import COLOR_SYSTEMS
from textual.driver import Driver

from two_of_hearts.errors import Trouble

COLOURS, DRIVER = "TEXTUAL_COLOR_SYSTEM", "TEXTUAL_DRIVER"


def check_colours(environment: Mapping[str, str]) -> None:
    """See that the colours that the environment asks for are some.

    Raises:
        Trouble: they are none.
    """
    asked = environment.get(COLOURS, "auto")
    if asked not in (*COLOR_SYSTEMS, "auto"):
        raise _trouble(COLOURS, asked)


def found(find: Callable[[], type[Driver]], environment: Mapping[str, str]) -> type[Driver]:
    """The driver that Textual finds.

    Raises:
        Trouble: the environment names one that cannot be had.
    """
    try:
        return find()
    except (ImportError, AttributeError, RuntimeError, TypeError, ValueError) as error:
        if DRIVER not in environment:
            raise
        raise _trouble(DRIVER, environment[DRIVER]) from error


def _trouble(name: str, value: str) -> Trouble:
    from two_of_hearts.words import surroundings as words

    return Trouble(*words.no_such_value(name, value))
