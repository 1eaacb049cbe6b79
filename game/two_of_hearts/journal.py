"""The journal: every event of every evening, in one SQLite file, committed before it is shown.

No event in it is ever changed. A move that is taken back stays, with a mark that it does not
count; what happened in an evening is its events without such moves. Beside them lie the lines
that somebody chose to write, which can be changed and deleted, and the ticks on plans.

An evening that was forgotten may leave a remnant under its number with a minus: what held in it
and holds on, see `forget.py`. It is remembered in its place, and is no evening.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import Any

from two_of_hearts.engine import events as ev
from two_of_hearts.engine.cards import CardId
from two_of_hearts.engine.memory import REMEMBERED, Memory, recall
from two_of_hearts.engine.partners import Partner
from two_of_hearts.journal_code import UNDONE, checksum, decode, encode, is_whole, moment
from two_of_hearts.journal_file import JournalFile
from two_of_hearts.journal_rows import Done, Note, Recorded
from two_of_hearts.words import troubles as words

COUNTS = """
    undoes IS NULL AND NOT EXISTS (
        SELECT 1 FROM event AS mark WHERE mark.evening = event.evening AND mark.undoes = event.move
    )
"""
"""Which rows happened: neither marks nor what they take back."""


class Journal(JournalFile):
    """The events of all evenings, the lines under their cards, and the ticks on their plans.

    Args:
        path: the file; it and its folder are made where they are missing, for their owner alone.

    Raises:
        Damaged: the file is not as it was written.
        Trouble: it cannot be opened, or is not a journal of this version.
    """

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
            (evening, place, move, at.isoformat(), type(event).__name__, encode(event), None)
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
        # All rows are written in one transaction, so the first one tells of all.
        there = "SELECT count(*) FROM event WHERE (evening, seq, move, at, kind) = (?, ?, ?, ?, ?)"
        with self._writing(there, rows[0][:5]):
            self._db.executemany(
                "INSERT INTO event VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                [(*row, checksum(*row)) for row in rows],
            )

    def last_evening(self) -> int:
        """The number of the latest evening, or 0 before the first."""
        with self._explained(words.UNREAD):
            query = "SELECT coalesce(max(evening), 0) FROM event WHERE evening > 0"
            return int(self._db.execute(query).fetchone()[0])

    def next_evening(self) -> int:
        """A number that no evening ever had; a line may be left of one that could not be saved."""
        with self._explained(words.UNREAD):
            query = """
                SELECT max(evening) FROM (SELECT max(abs(evening)) AS evening FROM event
                UNION SELECT max(evening) FROM note UNION SELECT max(evening) FROM done)
            """
            return int(self._db.execute(query).fetchone()[0] or 0) + 1

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
        return [row for _, row in self._recorded(f"evening = {evening:d}")]

    def public_events(self) -> Iterator[tuple[int, Recorded]]:
        """What happened in all evenings, each with its number, without what was taken back.

        What a partner did in private is not even read.

        Raises:
            Trouble: a row cannot be understood.
        """
        private = ", ".join(f"'{kind.__name__}'" for kind in ev.PRIVATE)
        return self._recorded(f"evening > 0 AND kind NOT IN ({private})")

    def _recorded(self, which: str) -> Iterator[tuple[int, Recorded]]:
        query = f"SELECT * FROM event WHERE {which} AND {COUNTS} ORDER BY evening, seq"
        with self._explained(words.UNREAD):
            for row in self._db.execute(query):
                evening, _, move, at, kind, body, *_ = row
                if not is_whole(row):
                    raise ValueError(evening)
                yield evening, Recorded(move, moment(at), decode(kind, body))

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
            return recall(decode(kind, body) for kind, body in rows)

    def write_note(
        self, evening: int, card: CardId, partner: Partner | None, text: str, at: datetime
    ) -> None:
        """Write a line under a card, in the place of the one that this partner wrote there before.

        Raises:
            Trouble: it could not be committed; nothing has changed.
        """
        row = (evening, card, partner or "", at.isoformat(), text)
        there = (
            "SELECT count(*) FROM note WHERE (evening, card, partner, at, text) = (?, ?, ?, ?, ?)"
        )
        self._change("INSERT OR REPLACE INTO note VALUES (?, ?, ?, ?, ?)", row, there)

    def erase_note(self, evening: int, card: CardId, partner: Partner | None) -> None:
        """Delete a line, where there is one. No trace of it is left in the file.

        Raises:
            Trouble: it could not be committed; nothing has changed.
        """
        row = (evening, card, partner or "")
        gone = "SELECT count(*) = 0 FROM note WHERE (evening, card, partner) = (?, ?, ?)"
        self._change("DELETE FROM note WHERE (evening, card, partner) = (?, ?, ?)", row, gone)

    def notes(self, evening: int | None = None) -> tuple[Note, ...]:
        """The lines of an evening, or of all of them; by evening, in the order they were written.

        Raises:
            Trouble: the journal cannot be read.
        """
        query = "SELECT * FROM note WHERE ?1 IS NULL OR evening = ?1"
        with self._explained(words.UNREAD):
            notes = [
                Note(number, card, Partner(who) if who else None, moment(at), text)
                for number, card, who, at, text in self._db.execute(query, (evening,))
            ]
        return tuple(sorted(notes, key=lambda note: (note.evening, note.at)))

    def mark_done(self, evening: int, card: CardId, at: datetime) -> None:
        """Tick a plan that was taken on in an evening.

        Raises:
            Trouble: it could not be committed; nothing has changed.
        """
        row = (evening, card, at.isoformat())
        there = "SELECT count(*) FROM done WHERE (evening, card, at) = (?, ?, ?)"
        self._change("INSERT OR REPLACE INTO done VALUES (?, ?, ?)", row, there)

    def unmark_done(self, evening: int, card: CardId) -> None:
        """Take the tick off a plan, where there is one.

        Raises:
            Trouble: it could not be committed; nothing has changed.
        """
        gone = "SELECT count(*) = 0 FROM done WHERE (evening, card) = (?, ?)"
        self._change("DELETE FROM done WHERE (evening, card) = (?, ?)", (evening, card), gone)

    def done(self) -> tuple[Done, ...]:
        """The ticks on plans.

        Raises:
            Trouble: the journal cannot be read.
        """
        with self._explained(words.UNREAD):
            return tuple(
                Done(evening, card, moment(at))
                for evening, card, at in self._db.execute("SELECT * FROM done")
            )

    def _change(self, statement: str, row: tuple[Any, ...], proof: str) -> None:
        with self._writing(proof, row):
            self._db.execute(statement, row)
