"""The journal: every event of every evening, in one SQLite file, committed before it is shown.

No event in it is ever changed. A move that is taken back stays, with a mark that it does not
count; what happened in an evening is its events without such moves. Beside them lie the lines
that somebody chose to write, which can be changed and deleted, and the ticks on plans.

An evening that was forgotten may leave a remnant under its number with a minus: what held in it
and holds on, see `forget.py`. It is remembered in its place, and is no evening.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import Any

import msgspec

from two_of_hearts.engine import events as ev
from two_of_hearts.engine.cards import CardId
from two_of_hearts.engine.memory import REMEMBERED, Memory, recall
from two_of_hearts.engine.partners import Partner
from two_of_hearts.errors import Trouble
from two_of_hearts.guarded import FOLDER, check_own, open_own
from two_of_hearts.journal_rows import Done, Note, Recorded
from two_of_hearts.journal_schema import SCHEMA_VERSION, prepare, transaction
from two_of_hearts.words import troubles as words

COUNTS = """
    undoes IS NULL AND NOT EXISTS (
        SELECT 1 FROM event AS mark WHERE mark.evening = event.evening AND mark.undoes = event.move
    )
"""
"""Which rows happened: neither marks nor what they take back."""

UNDONE = "MoveUndone"

KINDS: dict[str, type[ev.Event]] = {kind.__name__: kind for kind in ev.Event.__subclasses__()}


class Journal:
    """The events of all evenings, the lines under their cards, and the ticks on their plans.

    Args:
        path: the file; it and its folder are made where they are missing, for their owner alone.

    Raises:
        Trouble: the file cannot be opened, or is not a journal of this version.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        with self._explained(words.UNOPENED):
            path.parent.mkdir(mode=FOLDER, parents=True, exist_ok=True)
            check_own(path.with_name(f"{path.name}-journal"))
            os.close(open_own(path))
            self._db = sqlite3.connect(path, timeout=5.0, isolation_level=None)
        try:
            with self._explained(words.UNREAD):
                self._prepare()
        except Trouble:
            self._db.close()
            raise

    def _prepare(self) -> None:
        version = prepare(self._db)
        if version != SCHEMA_VERSION:
            raise Trouble(*words.other_version(str(self.path), version, SCHEMA_VERSION))

    def close(self) -> None:
        """Let go of the file. Nothing needs saving: every move already is."""
        self._db.close()

    def append(
        self, evening: int, seq: int, move: int, at: datetime, events: Sequence[ev.Event]
    ) -> None:
        """Record the events of one move, all or none.

        Args:
            evening: which evening, from 1.
            seq: the place of the first event in its evening.
            move: the number of the move.
            at: when it was played, with a time zone.
            events: what happened.

        Raises:
            Trouble: they could not be committed; nothing was recorded.
        """
        rows = [
            (evening, place, move, at.isoformat(), type(event).__name__, _encode(event), None)
            for place, event in enumerate(events, start=seq)
        ]
        self._insert(rows)

    def undo(self, evening: int, seq: int, move: int, at: datetime) -> None:
        """Record that a move does not count any more; `seq` is the place of the mark.

        Raises:
            Trouble: it could not be committed; nothing was recorded.
        """
        self._insert([(evening, seq, move, at.isoformat(), UNDONE, "{}", move)])

    def _insert(self, rows: list[tuple[Any, ...]]) -> None:
        with self._explained(words.UNWRITTEN), transaction(self._db):
            self._db.executemany("INSERT INTO event VALUES (?, ?, ?, ?, ?, ?, ?)", rows)

    def last_evening(self) -> int:
        """The number of the latest evening, or 0 before the first."""
        with self._explained(words.UNREAD):
            query = "SELECT coalesce(max(evening), 0) FROM event WHERE evening > 0"
            return int(self._db.execute(query).fetchone()[0])

    def last_played(self) -> int:
        """The latest evening in which something was played, or 0 before the first.

        What a partner did in private does not count: that an evening waits would tell of it.
        """
        private = ", ".join(f"'{kind.__name__}'" for kind in ev.PRIVATE)
        query = f"""
            SELECT coalesce(max(evening), 0) FROM event
            WHERE move > 0 AND kind NOT IN ({private}) AND {COUNTS}
        """
        with self._explained(words.UNREAD):
            return int(self._db.execute(query).fetchone()[0])

    def has(self, kind: type[ev.Event]) -> bool:
        """Whether anything of a kind was ever recorded."""
        with self._explained(words.UNREAD):
            query = f"SELECT EXISTS (SELECT 1 FROM event WHERE kind = ? AND {COUNTS})"
            return bool(self._db.execute(query, (kind.__name__,)).fetchone()[0])

    def counts(self, evening: int) -> tuple[int, int]:
        """How many rows an evening has, and the number of its last move, undone or not."""
        query = "SELECT count(*), coalesce(max(move), 0) FROM event WHERE evening = ?"
        with self._explained(words.UNREAD):
            places, moves = self._db.execute(query, (evening,)).fetchone()
        return int(places), int(moves)

    def events(self, evening: int) -> list[Recorded]:
        """What happened in an evening, in order, without what was taken back.

        Raises:
            Trouble: a row cannot be understood.
        """
        query = f"""
            SELECT move, at, kind, body FROM event WHERE evening = ? AND {COUNTS} ORDER BY seq
        """
        with self._explained(words.UNREAD):
            return [
                Recorded(move, datetime.fromisoformat(at), _decode(kind, body))
                for move, at, kind, body in self._db.execute(query, (evening,))
            ]

    def public_events(self) -> Iterator[tuple[int, Recorded]]:
        """What happened in all evenings, each with its number, without what was taken back.

        What a partner did in private is not even read.

        Raises:
            Trouble: a row cannot be understood.
        """
        private = ", ".join(f"'{kind.__name__}'" for kind in ev.PRIVATE)
        query = f"""
            SELECT evening, move, at, kind, body FROM event
            WHERE evening > 0 AND kind NOT IN ({private}) AND {COUNTS} ORDER BY evening, seq
        """
        with self._explained(words.UNREAD):
            for evening, move, at, kind, body in self._db.execute(query):
                yield evening, Recorded(move, datetime.fromisoformat(at), _decode(kind, body))

    def memory(self, without: int) -> Memory:
        """What is remembered of all evenings but this one, which brings its own events.

        Later ones count too: a topic that was marked after an evening was left holds when it
        goes on.
        """
        kinds = ", ".join(f"'{kind.__name__}'" for kind in REMEMBERED)
        # A round's cards are the bulk of the journal, and who started it is all that is remembered.
        slim = "json_set(body, '$.pile', json('[]'), '$.thanks', json('[]'))"
        query = f"""
            SELECT kind, CASE kind WHEN 'RoundOpened' THEN {slim} ELSE body END FROM event
            WHERE evening != ? AND kind IN ({kinds}) AND {COUNTS}
            ORDER BY abs(evening), evening, seq
        """
        with self._explained(words.UNREAD):
            rows = self._db.execute(query, (without,))
            return recall(_decode(kind, body) for kind, body in rows)

    def write_note(
        self, evening: int, card: CardId, partner: Partner | None, text: str, at: datetime
    ) -> None:
        """Write a line under a card, in the place of the one that this partner wrote there before.

        Raises:
            Trouble: it could not be committed; nothing has changed.
        """
        row = (evening, card, partner or "", at.isoformat(), text)
        self._change("INSERT OR REPLACE INTO note VALUES (?, ?, ?, ?, ?)", row)

    def erase_note(self, evening: int, card: CardId, partner: Partner | None) -> None:
        """Delete a line, where there is one. No trace of it is left in the file.

        Raises:
            Trouble: it could not be committed; nothing has changed.
        """
        row = (evening, card, partner or "")
        self._change("DELETE FROM note WHERE (evening, card, partner) = (?, ?, ?)", row)

    def notes(self, evening: int | None = None) -> tuple[Note, ...]:
        """The lines of an evening, or of all of them; by evening, in the order they were written.

        Raises:
            Trouble: the journal cannot be read.
        """
        query = "SELECT * FROM note WHERE ?1 IS NULL OR evening = ?1"
        with self._explained(words.UNREAD):
            notes = [
                Note(number, card, Partner(who) if who else None, datetime.fromisoformat(at), text)
                for number, card, who, at, text in self._db.execute(query, (evening,))
            ]
        return tuple(sorted(notes, key=lambda note: (note.evening, note.at)))

    def mark_done(self, evening: int, card: CardId, at: datetime) -> None:
        """Tick a plan that was taken on in an evening.

        Raises:
            Trouble: it could not be committed; nothing has changed.
        """
        self._change(
            "INSERT OR REPLACE INTO done VALUES (?, ?, ?)", (evening, card, at.isoformat())
        )

    def unmark_done(self, evening: int, card: CardId) -> None:
        """Take the tick off a plan, where there is one.

        Raises:
            Trouble: it could not be committed; nothing has changed.
        """
        self._change("DELETE FROM done WHERE (evening, card) = (?, ?)", (evening, card))

    def done(self) -> tuple[Done, ...]:
        """The ticks on plans.

        Raises:
            Trouble: the journal cannot be read.
        """
        with self._explained(words.UNREAD):
            return tuple(
                Done(evening, card, datetime.fromisoformat(at))
                for evening, card, at in self._db.execute("SELECT * FROM done")
            )

    def _change(self, statement: str, row: tuple[Any, ...]) -> None:
        with self._explained(words.UNWRITTEN), transaction(self._db):
            self._db.execute(statement, row)

    @contextmanager
    def _explained(self, what: str) -> Iterator[None]:
        """Turn what the system says into what a player can be told."""
        try:
            yield
        except (OSError, sqlite3.Error) as error:
            raise Trouble(*words.journal(what, str(self.path), str(error))) from error
        except (msgspec.MsgspecError, KeyError, ValueError) as error:
            # What stands there is not told: it may be what one of them left out in private.
            raise Trouble(*words.journal(what, str(self.path), words.no_sense())) from error


def _encode(event: ev.Event) -> str:
    return msgspec.json.encode(event, order="sorted").decode()


def _decode(kind: str, body: str) -> ev.Event:
    return msgspec.json.decode(body, type=KINDS[kind])
