"""How an event is written in a row, and how one sees that the row is still as it was written."""

from __future__ import annotations

from datetime import datetime
from zlib import crc32

import msgspec

from two_of_hearts.engine import events as ev

UNDONE = "MoveUndone"
"""The kind of a mark: a move that no longer counts."""

KINDS: dict[str, type[ev.Event]] = {kind.__name__: kind for kind in ev.Event.__subclasses__()}


def encode(event: ev.Event) -> str:
    """The fields of an event, as JSON."""
    return msgspec.json.encode(event, order="sorted").decode()


def decode(kind: str, body: str) -> ev.Event:
    """The event that was written so.

    Raises:
        KeyError, msgspec.MsgspecError: it is none.
    """
    return msgspec.json.decode(body, type=KINDS[kind])


def checksum(*fields: object) -> int:
    """A number that is another one when anything in a row is: a disk may change a letter unseen.

    Args:
        fields: all that the row has, from the evening to what it undoes.
    """
    return crc32("\x1f".join(map(str, fields)).encode("utf-8", "surrogatepass"))


def moment(written: str) -> datetime:
    """A moment as it is written, with its offset.

    Raises:
        ValueError: it is none, or nobody knows in which part of the world.
    """
    at = datetime.fromisoformat(written)
    if at.tzinfo is None:
        raise ValueError("A moment without an offset.")
    return at


def is_event(row: tuple[object, ...]) -> bool:
    """Whether a row has the columns of an event; those of an older format have no checksum."""
    return (
        len(row) in (7, 8)
        and all(isinstance(value, int) for value in row[:3])
        and all(isinstance(value, str) for value in row[3:6])
        and all(value is None or isinstance(value, int) for value in row[6:])
    )


def is_note(row: tuple[object, ...]) -> bool:
    """Whether a row has the columns of a line under a card."""
    return len(row) == 5 and isinstance(row[0], int) and all(isinstance(v, str) for v in row[1:])


def is_tick(row: tuple[object, ...]) -> bool:
    """Whether a row has the columns of a tick on a plan."""
    return len(row) == 3 and isinstance(row[0], int) and all(isinstance(v, str) for v in row[1:])


def is_whole(event: tuple[object, ...]) -> bool:
    """Whether a row of an event is as it was written, as far as its checksum tells."""
    return len(event) == 7 or event[7] is None or event[7] == checksum(*event[:7])
