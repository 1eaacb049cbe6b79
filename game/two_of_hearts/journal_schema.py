"""The journal's tables, and how an older file comes to have them.

Each version is a list of statements that makes it of the one before, so a new file and an old one
end up the same. A change is one transaction together with its number: a file is never in between.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from two_of_hearts.journal_code import checksum

VERSIONS: tuple[tuple[str, ...], ...] = (
    (
        """
CREATE TABLE event (
    evening INTEGER NOT NULL,  -- 1 for the first one
    seq     INTEGER NOT NULL,  -- the order within the evening, from 0
    move    INTEGER NOT NULL,  -- the move that it came from; 0 is sitting down
    at      TEXT    NOT NULL,  -- the moment, in ISO 8601 with its offset
    kind    TEXT    NOT NULL,  -- the name of the event's class
    body    TEXT    NOT NULL,  -- its fields, as JSON
    undoes  INTEGER,           -- of a mark: the move that no longer counts
    PRIMARY KEY (evening, seq)
) STRICT, WITHOUT ROWID
""",
        "CREATE INDEX undone ON event (evening, undoes) WHERE undoes IS NOT NULL",
    ),
    (
        """
CREATE TABLE note (
    evening INTEGER NOT NULL,
    card    TEXT    NOT NULL,  -- the card's id, or that of what was said freely
    partner TEXT    NOT NULL CHECK (partner IN ('a', 'l', '')),  -- whose words; '' is both
    at      TEXT    NOT NULL,  -- the moment it was last written, in ISO 8601 with its offset
    text    TEXT    NOT NULL,
    PRIMARY KEY (evening, card, partner)
) STRICT, WITHOUT ROWID
""",
        """
CREATE TABLE done (
    evening INTEGER NOT NULL,  -- in which the plan was taken on
    card    TEXT    NOT NULL,
    at      TEXT    NOT NULL,  -- the moment it was ticked, in ISO 8601 with its offset
    PRIMARY KEY (evening, card)
) STRICT, WITHOUT ROWID
""",
    ),
    (
        # Of all the other columns, so that a letter which a disk has changed is noticed.
        "ALTER TABLE event ADD COLUMN sum INTEGER",
        "UPDATE event SET sum = checksum(evening, seq, move, at, kind, body, undoes)",
    ),
)
"""The statements that make each version of the one before it; the first makes it of nothing.

Lines and ticks are no events: a line that is deleted must be gone from the file, and both change
when two people look back, outside of any evening.
"""

SCHEMA_VERSION = len(VERSIONS)

PRAGMAS = (
    *("journal_mode=DELETE", "synchronous=EXTRA"),
    *("secure_delete=ON", "temp_store=MEMORY"),
)
"""What holds for every connection.

DELETE: one file, beside which nothing lies when no move is being written; with WAL, what was
deleted would stay in a second file. EXTRA: a commit ends when SQLite's own journal is deleted, and
with FULL the folder is not synced after that. A power cut could bring that file back, and with it
take away a move that was shown. EXTRA syncs the folder too; it costs one fsync a move, which no
player can notice. secure_delete: a line that is deleted is overwritten with zeros. MEMORY: what
SQLite sorts or rebuilds lies in no file of /tmp.
"""


def version_of(db: sqlite3.Connection) -> int:
    """Which version a file has; 0 where it is new."""
    return int(db.execute("PRAGMA user_version").fetchone()[0])


def prepare(db: sqlite3.Connection) -> int:
    """Set up a connection, and bring its file to the version of this game.

    Returns:
        The version that the file has now: a higher one than `SCHEMA_VERSION` is left alone.

    Raises:
        sqlite3.Error: its tables are not ours, or not those of its version.
    """
    # Looked at before anything is set: a pragma may change the file of another program.
    tables = {name for (name,) in db.execute("SELECT name FROM sqlite_schema")}
    version = version_of(db)
    if version > SCHEMA_VERSION and (not tables or "event" in tables):
        return version
    needed = {"event"} if version == 1 else {"event", "note", "done"}
    if (version and not needed <= tables) or (tables and not version):
        raise sqlite3.DatabaseError(version)
    for pragma in PRAGMAS:
        db.execute(f"PRAGMA {pragma}").fetchall()
    db.create_function("checksum", 7, checksum, deterministic=True)
    if version_of(db) < SCHEMA_VERSION:
        with transaction(db):
            # Asked again: another game may have done it while this one waited.
            for statements in VERSIONS[version_of(db) :]:
                for statement in statements:
                    db.execute(statement)
            # Never downwards: the other game may be a newer one.
            if version_of(db) < SCHEMA_VERSION:
                db.execute(f"PRAGMA user_version = {SCHEMA_VERSION}")
    return version_of(db)


@contextmanager
def transaction(db: sqlite3.Connection) -> Iterator[None]:
    """All that is written within is committed, or none of it."""
    db.execute("BEGIN IMMEDIATE")
    try:
        yield
        db.execute("COMMIT")
    except BaseException:
        if db.in_transaction:
            db.execute("ROLLBACK")
        raise
