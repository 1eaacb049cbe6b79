"""A commit that fails at its very end is asked whether it happened, and that is what is told."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from helpers import NAMES, NOON, SEED
from two_of_hearts import journal_file
from two_of_hearts.engine import events as ev
from two_of_hearts.engine.cards import CardId
from two_of_hearts.engine.partners import Partner
from two_of_hearts.errors import Trouble
from two_of_hearts.journal import Journal
from two_of_hearts.journal_schema import transaction

CARD = CardId("red/1-0")

BEGAN = ev.EveningBegan(NAMES, SEED)

Change = Callable[[Journal], None]

CHANGES: dict[str, Change] = {
    "append": lambda journal: journal.append(1, 5, 5, NOON, [ev.DecksShown()]),
    "undo": lambda journal: journal.undo(1, 5, 1, NOON),
    "write": lambda journal: journal.write_note(1, CARD, Partner.A, "new", NOON),
    "rewrite": lambda journal: journal.write_note(1, CARD, Partner.L, "new", NOON),
    "erase": lambda journal: journal.erase_note(1, CARD, Partner.L),
    "mark": lambda journal: journal.mark_done(1, CARD, NOON),
    "unmark": lambda journal: journal.unmark_done(2, CARD),
}


@pytest.fixture
def journal(tmp_path: Path) -> Iterator[Journal]:
    journal = Journal(tmp_path / "journal.sqlite3")
    journal.append(1, 0, 0, NOON, [BEGAN])
    journal.append(1, 1, 1, NOON, [ev.DecksShown()])
    journal.write_note(1, CARD, Partner.L, "old", NOON)
    journal.mark_done(2, CARD, NOON)
    yield journal
    journal.close()


def refused(code: int) -> sqlite3.OperationalError:
    error = sqlite3.OperationalError("disk I/O error")
    error.sqlite_errorcode = code
    return error


def disk(monkeypatch: pytest.MonkeyPatch, takes_it: bool, code: int) -> None:
    """A disk that refuses the last step of a commit, after or before the file has changed."""

    @contextmanager
    def failing(db: sqlite3.Connection) -> Iterator[None]:
        if takes_it:
            with transaction(db):
                yield
        else:
            db.execute("BEGIN")
            yield
            db.execute("ROLLBACK")
        raise refused(code)

    monkeypatch.setattr(journal_file, "transaction", failing)


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_what_is_on_the_disk_after_all_has_happened(
    journal: Journal, change: Change, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = list(journal.rows())
    disk(monkeypatch, takes_it=True, code=sqlite3.SQLITE_IOERR)
    change(journal)
    assert list(journal.rows()) != before


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_what_is_not_on_the_disk_has_not(
    journal: Journal, change: Change, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = list(journal.rows())
    disk(monkeypatch, takes_it=False, code=sqlite3.SQLITE_IOERR)
    with pytest.raises(Trouble, match="cannot be written"):
        change(journal)
    assert list(journal.rows()) == before


def test_who_only_waited_in_vain_is_not_asked_again(
    journal: Journal, monkeypatch: pytest.MonkeyPatch
) -> None:
    disk(monkeypatch, takes_it=False, code=sqlite3.SQLITE_BUSY)
    db = journal._db
    with pytest.raises(Trouble, match="cannot be written"):
        journal.mark_done(1, CARD, NOON)
    assert journal._db is db
