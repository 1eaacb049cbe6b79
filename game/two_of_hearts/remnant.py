"""What an evening leaves when it is forgotten: what held in it, and holds on.

Topics that were left out, and cards that were taken out for good, stay so. Otherwise forgetting
an evening would deal them again, and would tell by that what somebody had marked. They stand in
the journal under the evening's number with a minus, so that the memory finds them in their place,
and without their date.
"""

from __future__ import annotations

import json
import sqlite3
from dataclasses import dataclass
from typing import Any

from two_of_hearts.engine import events as ev
from two_of_hearts.engine.partners import Pair, Partner
from two_of_hearts.journal import COUNTS
from two_of_hearts.journal_code import checksum

Row = tuple[str, str]
"""The kind of an event, and its fields as JSON."""

HOLDING = (ev.TopicMarked, ev.TopicUnmarked, ev.CardRetired, ev.CardRestored)
"""The events whose effect outlives the memory of their evening."""

TOPICS = {kind.__name__ for kind in ev.PRIVATE}

NO_TIME = "1970-01-01T00:00:00+00:00"
"""The moment of what holds on: when it was, is forgotten."""


@dataclass(frozen=True, slots=True)
class Sat:
    """Who sat where, in an evening."""

    evening: int
    """Its number; with a minus where it is a remnant."""
    names: Pair[str]
    """Who sat on the left, and who on the right."""

    def turned(self, later: Sat) -> bool:
        """Whether the two have changed seats by then, as the memory sees it."""
        return later.names.turned_since(self.names)


def who_sat(db: sqlite3.Connection) -> list[Sat]:
    """Who sat where, evening by evening, in the order of the memory."""
    both = "json_extract(body, '$.names.a'), json_extract(body, '$.names.l')"
    query = f"SELECT evening, {both} FROM event WHERE kind = ? ORDER BY abs(evening), evening, seq"
    rows = db.execute(query, (ev.EveningBegan.__name__,))
    return [Sat(number, Pair(*names)) for number, *names in rows]


def remnant(db: sqlite3.Connection, number: int) -> list[Row]:
    """What holds on when an evening is forgotten, for the place where it was.

    Whose a topic is, hangs on who sat where. What is remembered without names is told as the two
    sat in the evening before; so what others left since is turned round too, where they changed
    seats for this one. Where the evenings around it do not tell the seats without it, the names
    stay: whether anything was marked or not, so that this tells nothing.
    """
    held = _held(db, number)
    sat = who_sat(db)
    place = next((i for i, one in enumerate(sat) if one.evening == number), None)
    if place is None:
        return [(kind, _body(data)) for kind, data in held]
    mine, before = sat[place], sat[place - 1] if place else None
    after = sat[place + 1] if place + 1 < len(sat) else None
    turned = bool(before and before.turned(mine))
    if after:
        told = bool(before and before.turned(after)) == (turned ^ mine.turned(after))
    else:
        # What they are called next is not known: the same two, or the names have to stay.
        told = before is not None and set(before.names) == set(mine.names)
    if not told:
        names = {"names": {"a": mine.names.a, "l": mine.names.l}, "seed": 0}
        began = (ev.EveningBegan.__name__, _body(names))
        return [began, *((kind, _body(data)) for kind, data in held)]
    if turned:
        _turn(db, mine, after)
    return [(kind, _body(_seated(data) if turned else data)) for kind, data in held]


def _held(db: sqlite3.Connection, number: int) -> list[tuple[str, dict[str, Any]]]:
    """What holds at the end of an evening, in its order."""
    kinds = ", ".join(f"'{kind.__name__}'" for kind in HOLDING)
    query = f"""
        SELECT kind, body FROM event WHERE evening = ? AND kind IN ({kinds}) AND {COUNTS}
        ORDER BY seq
    """
    held: dict[str, tuple[str, dict[str, Any]]] = {}
    for kind, body in db.execute(query, (number,)):
        data = json.loads(body)
        # Of a topic that was marked, and let in again, only the last word counts.
        about = str(sorted((key, value) for key, value in data.items() if key != "nth"))
        held.pop(about, None)
        held[about] = (kind, data)
    return list(held.values())


def _turn(db: sqlite3.Connection, mine: Sat, after: Sat | None) -> None:
    """Turn round whose the topics are in what was left since an evening, up to the next names."""
    query = "SELECT * FROM event WHERE evening < 0"
    for number, seq, move, at, kind, body, undoes, _ in db.execute(query).fetchall():
        place = -number, number
        past = after is not None and place >= (abs(after.evening), after.evening)
        if kind in TOPICS and place > (mine.evening, mine.evening) and not past:
            turned = _body(_seated(json.loads(body)))
            row = (number, seq, move, at, kind, turned, undoes)
            query = "INSERT OR REPLACE INTO event VALUES (?, ?, ?, ?, ?, ?, ?, ?)"
            db.execute(query, (*row, checksum(*row)))


def _seated(data: dict[str, Any]) -> dict[str, Any]:
    """An event's fields, for two who sit the other way round."""
    if "partner" not in data:
        return data
    return {**data, "partner": Partner(data["partner"]).other.value}


def _body(data: dict[str, Any]) -> str:
    return json.dumps(data, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def leave(db: sqlite3.Connection, number: int, left: list[Row]) -> None:
    """Leave it in the journal, under a number with a minus."""
    # Its end is always there, so that the number of the next evening tells nothing.
    ended = (ev.EveningEnded.__name__, "{}")
    rows = [
        (number, seq, 0, NO_TIME, kind, body, None)
        for seq, (kind, body) in enumerate([*left, ended])
    ]
    whole = [(*row, checksum(*row)) for row in rows]
    db.executemany("INSERT INTO event VALUES (?, ?, ?, ?, ?, ?, ?, ?)", whole)
