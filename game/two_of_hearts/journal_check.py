"""Which of a journal's rows make sense: of each evening, all up to the first that does not.

What comes after such a row cannot be played again, for it was said to a table that nobody knows.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import cast

import msgspec

from two_of_hearts.engine import events as ev
from two_of_hearts.engine import rules
from two_of_hearts.engine.memory import Memory
from two_of_hearts.engine.partners import Partner
from two_of_hearts.engine.state import Phase, State
from two_of_hearts.engine.text import flaw, printable
from two_of_hearts.journal import Journal
from two_of_hearts.journal_code import (
    UNDONE,
    checksum,
    decode,
    is_event,
    is_note,
    is_tick,
    is_whole,
    moment,
)
from two_of_hearts.journal_faults import FOLDING
from two_of_hearts.remnant import HOLDING, NO_TIME

Row = tuple[object, ...]

Place = tuple[int, int]

Fields = tuple[int, int, int, str, str, str, int | None]

NONSENSE = (ValueError, msgspec.MsgspecError, *FOLDING)

NEEDS_CARD = (Phase.ANSWER, Phase.REPLY, Phase.TOGETHER, Phase.THANKS)
"""What can only be while a card lies on the table."""

ESCAPED = re.compile(r"\\[^\"\\/]")
"""What may stand for a character that cannot be shown, in JSON. Most texts have none of it, and
need not be looked at letter by letter."""

LEFT = (ev.EveningBegan, *HOLDING, ev.EveningEnded)
"""What a forgotten evening may leave."""

HELD = {kind.__name__ for kind in HOLDING}

PRIVATE = {kind.__name__ for kind in ev.PRIVATE}
"""What is not counted: how much of it there is, is nobody's business."""

LONGEST = 10_000
"""More characters than any text of a card has."""


@dataclass(frozen=True, slots=True)
class Sound:
    """What of a journal's rows makes sense."""

    events: tuple[Row, ...]
    """The rows of evenings that can be played again, in order."""
    notes: tuple[Row, ...]
    """The lines under cards."""
    ticks: tuple[Row, ...]
    """The ticks on plans."""
    evenings: int
    """How many evenings there are."""
    cut: int
    """How many of them are known to have had more rows."""
    left_out: int
    """How many rows make no sense, or follow one that does not."""


def sift(rows: Iterable[Row]) -> Sound:
    """Take what makes sense out of rows that may be anything.

    Args:
        rows: of all tables, in any order; a row may come twice.
    """
    events: dict[Place, Row] = {}
    notes: dict[Row, Row] = {}
    ticks: dict[Row, Row] = {}
    broken: set[int] = set()
    left_out = 0
    for row in rows:
        if is_event(row) and row[:2] not in events and is_whole(row):
            events[cast(Place, row[:2])] = (*row[:7], checksum(*row[:7]))
        elif is_event(row):
            broken.add(cast(int, row[0]))
            left_out += row[:2] not in events and row[4] not in PRIVATE
        elif is_note(row):
            notes |= {row[:3]: _readable(row)} if _is_in_time(row) and row[2] in WHOSE else {}
        elif is_tick(row):
            ticks |= {row[:2]: row} if _is_in_time(row) else {}
    by_evening: dict[int, list[Row]] = {}
    for place in sorted(events):
        by_evening.setdefault(place[0], []).append(events[place])
    kept: list[Row] = []
    evenings = cut = 0
    for number, all_rows in by_evening.items():
        sound = prefix(all_rows) if number > 0 else _remnant(all_rows)
        kept += all_rows[:sound]
        if number > 0 and sound < len(all_rows) and -number not in by_evening:
            # A limit that was set after what is lost still holds.
            kept += _held(all_rows, sound)
        evenings += number > 0 and sound > 0
        cut += number > 0 and sound > 0 and (sound < len(all_rows) or number in broken)
        left_out += sum(row[4] not in PRIVATE for row in all_rows[sound:])
    return Sound(tuple(kept), tuple(notes.values()), tuple(ticks.values()), evenings, cut, left_out)


WHOSE = (*Partner, "")


@contextmanager
def folding(journal: Journal) -> Iterator[None]:
    """What is folded within comes from this journal: where that fails, the file is asked why.

    Raises:
        Damaged: its rows make no sense. Where they do, what failed is a mistake of the game.
    """
    try:
        yield
    except FOLDING as error:
        if not (journal.faults() or sift(journal.rows()).left_out):
            raise
        raise journal.damage() from error


def prefix(rows: Sequence[Row]) -> int:
    """How many rows of an evening can be played again, from its first.

    Args:
        rows: what is there of one evening, with the shape of events, in order.
    """
    counted: list[tuple[int, ev.Event]] = []
    states: list[State] = []
    for place, row in enumerate(rows):
        try:
            _, seq, move, at, kind, body, undoes = cast(Fields, row[:7])
            moment(at)
            if seq != place or not is_whole(row) or (undoes is not None) != (kind == UNDONE):
                break
            if undoes is None:
                event = decode(kind, body)
                state = _after(states[-1] if states else None, event, body)
                counted.append((move, event))
            else:
                rest = [one for one in counted if one[0] != undoes or one[0] == 0]
                if len(rest) == len(counted):
                    break
                counted, state = rest, _folded(rest)
        except NONSENSE:
            break
        states.append(state)
    while states and not _can_go_on(states[-1]):
        states.pop()
    return len(states)


def _remnant(rows: Sequence[Row]) -> int:
    """How many rows of what a forgotten evening has left make sense, from the first."""
    for place, row in enumerate(rows):
        try:
            _, seq, _, _, kind, body, _ = cast(Fields, row[:7])
            if seq != place or not isinstance(decode(kind, body), LEFT):
                return place
        except NONSENSE:
            return place
    return len(rows)


def _held(rows: Sequence[Row], sound: int) -> list[Row]:
    """What holds on of an evening's rows behind those that can be played again, as a remnant."""
    undone = {row[6] for row in rows}
    held = [r for r in rows[sound:] if r[4] in HELD and r[2] not in undone and _is_readable(r)]
    left = [*rows[: min(sound, 1)], *held] if held else []
    number = -cast(int, rows[0][0])
    remnant = [(number, seq, 0, NO_TIME, row[4], row[5], None) for seq, row in enumerate(left)]
    return [(*row, checksum(*row)) for row in remnant]


def _is_readable(row: Row) -> bool:
    """Whether a row holds what its kind says, and nothing that no screen may show."""
    kind, body = cast(tuple[str, str], row[4:6])
    try:
        decode(kind, body)
        _see_that_it_can_be_shown(msgspec.json.decode(body))
    except NONSENSE:
        return False
    return True


def _after(state: State | None, event: ev.Event, body: str) -> State:
    """The state after an event; before the first there is none.

    Raises:
        one of `NONSENSE`: it cannot come here, or holds a text that no screen may show.
    """
    if not body.isprintable() or ESCAPED.search(body):
        _see_that_it_can_be_shown(msgspec.json.decode(body))
    if isinstance(event, ev.EveningBegan) != (state is None):
        raise ValueError("The beginning is not at the beginning.")
    state = _folded([(0, event)]) if state is None else rules.evolve(state, event)
    if state.phase in NEEDS_CARD and not (state.round and state.round.card):
        raise ValueError("There is no card on the table.")
    return state


def _see_that_it_can_be_shown(value: object) -> None:
    match value:
        case str() if not value.isprintable() and flaw(value, LONGEST):
            raise ValueError("A text that no screen may show.")
        case dict():
            for part in value.values():
                _see_that_it_can_be_shown(part)
        case list():
            for part in value:
                _see_that_it_can_be_shown(part)
        case _:
            pass


def _folded(counted: Sequence[tuple[int, ev.Event]]) -> State:
    """The state after all that counts, as far as it depends on this evening alone."""
    began = counted[0][1]
    assert isinstance(began, ev.EveningBegan)
    return rules.fold(rules.begin(began, (), Memory()), [event for _, event in counted[1:]])


def _can_go_on(state: State) -> bool:
    """Whether there is a list of what may be done now."""
    try:
        rules.legal(state)
    except NONSENSE:
        return False
    return True


def _is_in_time(row: Row) -> bool:
    """Whether a line or a tick has a moment."""
    try:
        moment(cast(str, row[3 if is_note(row) else 2]))
    except ValueError:
        return False
    return True


def _readable(note: Row) -> Row:
    """A line with whatever no terminal may be sent spelled out."""
    return (*note[:4], printable(cast(str, note[4])).replace("\n", " "))
