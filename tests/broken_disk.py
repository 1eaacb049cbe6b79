"""A short evening on a disk of which one call fails: tests/test_broken_disk.py runs it.

After each failure it says what was said, tries again, and holds what is on disk against what is
shown. The folder's name has "journal" in it, so that its own syncing can fail as well.
"""

from __future__ import annotations

import os
import sqlite3
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path

from helpers import NAMES, SEED, begin, deck, now
from two_of_hearts.engine import moves as mv
from two_of_hearts.engine import rules
from two_of_hearts.errors import Trouble
from two_of_hearts.journal_open import open_to_play
from two_of_hearts.session import Session

TODAY = date(2026, 2, 14)


def again(what: Callable[[], object], times: int = 4) -> list[Trouble]:
    """Do something until it is done; what was said meanwhile."""
    said: list[Trouble] = []
    for _ in range(times):
        try:
            what()
        except Trouble as trouble:
            said.append(trouble)
            see()
        else:
            break
    else:
        raise AssertionError(f"not done: {said}")
    return said


shown: Session | None = None
path = Path(sys.argv[1]) / "journal.sqlite3"
line = ""


def see() -> None:
    """What is on disk is what is shown."""
    if shown is None:
        return
    on = Path(os.environ["FAULT_ON"])
    is_on = on.exists()
    on.unlink(missing_ok=True)
    # Copied, so that the game's own file is not touched; what waits beside it goes along.
    copy = path.parent.parent / "copy.sqlite3"
    for end in ("", "-journal"):
        beside = Path(f"{copy}{end}")
        beside.unlink(missing_ok=True)
        if (there := Path(f"{path}{end}")).exists():
            beside.write_bytes(there.read_bytes())
    db = sqlite3.connect(copy)
    events = db.execute("SELECT count(*) FROM event WHERE evening = 1").fetchone()[0]
    lines = [text for (text,) in db.execute("SELECT text FROM note")]
    db.close()
    if is_on:
        on.touch()
    assert events == shown._places, f"{events} on disk, {shown._places} shown"
    assert lines == ([line] if line else []), "the line that is shown is on disk"


def main() -> None:
    global shown, line
    said: list[Trouble] = []
    shelf = begin(deck("red")).decks
    opened = []
    said += again(lambda: opened.append(open_to_play(path, TODAY)))
    journal = opened[0]
    sessions: list[Session] = []
    said += again(lambda: sessions.append(Session.begin(journal, shelf, now, NAMES, SEED)))
    shown = session = sessions[0]
    see()
    Path(os.environ["FAULT_ON"]).touch()
    moves: list[Callable[[], object]] = [
        lambda: session.play(mv.ShowDecks()),
        lambda: session.play(mv.TakeDeck(shelf[0].id)),
        lambda: session.play(mv.Draw()),
        lambda: session.write_note("The lake."),
        lambda: session.play(mv.Answer()),
        lambda: session.undo(),
        lambda: session.write_note(""),
        lambda: session.play(mv.Skip()),
    ]
    for number, move in enumerate(moves):
        before = session.state
        for trouble in again(move):
            said.append(trouble)
        assert number in (3, 6) or session.state != before
        line = {3: "The lake.", 6: ""}.get(number, line)
        see()
    state = session.state
    journal.close()
    said += again(lambda: opened.append(open_to_play(path, TODAY)))
    journal = opened[-1]
    resumed = Session.resume(journal, shelf, now)
    assert resumed is not None
    assert resumed.state == state, "it goes on where it stopped"
    assert rules.legal(resumed.state)
    journal.close()
    for trouble in said:
        sys.stdout.write(f"{trouble}\n")


main()
