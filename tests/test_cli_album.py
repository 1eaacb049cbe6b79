"""The command `history`: what two people see who look back, and what programs read."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from helpers import NAMES, NOON, SEED
from two_of_hearts.cli import main
from two_of_hearts.engine import moves as mv
from two_of_hearts.engine import rules
from two_of_hearts.engine.cards import CardId, DeckId, Mood, Topic
from two_of_hearts.engine.partners import Pair, Partner
from two_of_hearts.engine.state import Phase, State
from two_of_hearts.journal import Journal
from two_of_hearts.library import bundled, load
from two_of_hearts.session import Session

Run = Callable[..., Result]

SHELF = load([bundled()]).decks


@pytest.fixture
def run(tmp_path: Path) -> Run:
    def invoke(*args: str) -> Result:
        return CliRunner().invoke(main, args, env={"TWO_OF_HEARTS_HOME": str(tmp_path)})

    return invoke


def play(home: Path, days: int = 0, names: Pair[str] = NAMES) -> State:
    """A whole evening with the deck Hand in Hand, so many days later; a minute a move."""
    moment = [NOON + timedelta(days=days)]

    def now() -> datetime:
        moment[0] += timedelta(minutes=1)
        return moment[0]

    journal = Journal(home / "journal.sqlite3")
    session = Session.begin(journal, SHELF, now, names, SEED)
    session.play(mv.PickMood(Partner.L, Mood.WEARY))
    session.play(mv.ShowDecks())
    session.play(mv.TakeDeck(DeckId("hand-in-hand")))
    session.play(mv.MarkTopic(Partner.A, Topic.MONEY))
    session.play(mv.Draw())
    session.play(mv.Skip())
    while session.state.phase is not Phase.BETWEEN:
        session.play(rules.natural(session.state) or mv.SayGoodbye())
        phase = session.state.phase
        if phase is Phase.TOGETHER and not session.state.kept:
            session.play(mv.Keep(session.state.drawn[-1].id))
            session.write_note(f"Line {days}, \\[bold] <b>.")
        if phase is Phase.SAY:
            session.write_note(f"Words of {session.state.names.of(session.state.round.giver)}.")
    session.play(mv.SayGoodbye())
    journal.close()
    return session.state


def test_before_the_first_evening_it_invites_and_makes_no_file(run: Run, tmp_path: Path) -> None:
    done = run("history")
    assert done.exit_code == 0
    assert done.stdout.startswith("There is nothing to look back on yet. Sit down together")
    assert json.loads(run("history", "--json").stdout)["evenings"] == []
    assert list(tmp_path.iterdir()) == []


def test_evenings_come_newest_first_under_their_months(run: Run, tmp_path: Path) -> None:
    for days in (0, 1, 20):
        play(tmp_path, days)
    lines = [line.strip() for line in run("history").stdout.splitlines()]
    assert lines[0] == "3 evenings, the first on Saturday, 14 February 2026."
    headings = [line for line in lines if line.startswith(("Evening ", "March", "February"))]
    assert headings == [
        "March 2026",
        "Evening 3: Friday 6, 20:01, Mia and Jo",
        "February 2026",
        "Evening 2: Sunday 15, 20:01, Mia and Jo",
        "Evening 1: Saturday 14, 20:01, Mia and Jo",
    ]
    assert "Jo felt weary." in lines
    assert "Hand in Hand: a whole round, no deeper than warm, 8 cards." in lines


def test_what_the_evenings_left_is_told(run: Run, tmp_path: Path) -> None:
    state = play(tmp_path)
    journal = Journal(tmp_path / "journal.sqlite3")
    plan, *waiting = state.plans
    journal.mark_done(1, plan.id, NOON + timedelta(days=10))
    journal.close()
    (kept,) = [card for card in state.drawn if card.id in state.kept]
    shown = run("history").stdout
    told = shown[shown.index("Cards you kept") :]
    assert f"  {kept.text}\n    Hand in Hand, evening 1\n" in told
    assert f"  [x] {plan.text}\n" in told
    assert "    Done, ticked on Tuesday, 24 February 2026\n" in told
    assert all(f"  [ ] {one.text}\n" in told for one in waiting)
    assert "Mia: Words of Mia." in told
    assert "Mia and Jo: Line 0, \\[bold] <b>." in told
    given = [card for card in state.drawn if card.kind == "appreciation"]
    assert all(f": {card.text}\n" in told for card in given)
    seen = sum(card.kind != "appreciation" for card in state.drawn)
    assert f"Hand in Hand: {seen} of 56 seen" in told


def test_one_evening_is_told_card_by_card_and_each_line_once(run: Run, tmp_path: Path) -> None:
    state = play(tmp_path)
    play(tmp_path, days=1, names=Pair("Mi", "Jonas"))
    shown = run("history", "--evening", "1").stdout
    assert shown.startswith("Evening 1: Saturday, 14 February 2026, 20:01, Mia and Jo\n")
    skipped, *played = state.drawn
    assert [shown.find(card.text) > 0 for card in played] == [True] * len(played)
    assert skipped.text not in shown
    assert shown.count("Line 0, ") == 1
    assert shown.count("Words of Mia.") == 1
    assert "Jonas" not in shown


def test_who_skipped_is_told_in_the_data_alone(run: Run, tmp_path: Path) -> None:
    state = play(tmp_path)
    data = json.loads(run("history", "--json").stdout)
    first = state.round.starter
    assert data["evenings"][0]["skips"] == {first: 1, first.other: 0}
    assert "skip" not in run("history").stdout.casefold()
    assert state.drawn[0].text not in run("history").stdout


def test_nothing_that_was_marked_in_private_is_told(run: Run, tmp_path: Path) -> None:
    play(tmp_path)
    for args in (["history"], ["history", "--json"], ["history", "--evening", "1"]):
        shown = run(*args).stdout.casefold()
        assert "money" not in shown
        assert "marked" not in shown


def test_the_data_has_the_keys_that_the_readme_names(run: Run, tmp_path: Path) -> None:
    state = play(tmp_path)
    journal = Journal(tmp_path / "journal.sqlite3")
    journal.mark_done(1, state.plans[0].id, NOON)
    journal.close()
    data = json.loads(run("history", "--json").stdout)
    readme = (Path(__file__).parents[1] / "README.md").read_text()
    section = readme[readme.index("## Looking back") : readme.index("## A keepsake")]

    def keys(value: object) -> set[str]:
        if isinstance(value, dict):
            return set(value) | {key for one in value.values() for key in keys(one)}
        return {key for one in value for key in keys(one)} if isinstance(value, list) else set()

    assert len(keys(data)) > 30
    for key in keys(data):
        assert f"`{key}`" in section, key
    assert data["plans"][0]["done"] == NOON.isoformat()
    assert datetime.fromisoformat(data["evenings"][0]["began"]) == NOON + timedelta(minutes=1)


def test_the_data_of_one_evening_is_that_evenings(run: Run, tmp_path: Path) -> None:
    play(tmp_path)
    play(tmp_path, days=1)
    data = json.loads(run("history", "--json", "--evening", "2").stdout)
    assert [one["number"] for one in data["evenings"]] == [2]
    assert {one["evening"] for one in data["lines"] + data["appreciations"]} == {2}


@pytest.mark.parametrize("number", ["7", "99999999999999999999"])
def test_an_evening_that_is_not_there_is_named(run: Run, tmp_path: Path, number: str) -> None:
    play(tmp_path)
    done = run("history", "--evening", number)
    assert done.exit_code == 2
    assert done.stdout == ""
    assert done.stderr.startswith(f"There is no evening {number} to look back on.\n")


def test_no_text_in_the_journal_can_steer_the_terminal(run: Run, tmp_path: Path) -> None:
    """A journal that somebody else wrote into: the door was passed by."""
    state = play(tmp_path)
    journal = Journal(tmp_path / "journal.sqlite3")
    journal.write_note(1, state.drawn[1].id, Partner.A, "a\x1b[2Jb\u202ec", NOON)
    journal.write_note(1, CardId("\x1b]0;x"), None, "\x9b31m", NOON)
    journal.close()
    for args in (["history"], ["history", "--json"], ["history", "--evening", "1"]):
        shown = run(*args).stdout
        assert "a\\u001b[2Jb\\u202ec" in shown
        assert not set(shown) & {"\x1b", "\u202e", "\x9b", "\x00", "\r"}


def test_an_old_journal_is_looked_back_on(run: Run, tmp_path: Path) -> None:
    shutil.copy(Path(__file__).parent / "data" / "journal-1.sqlite3", tmp_path / "journal.sqlite3")
    shown = run("history").stdout
    assert "One evening, the first on Saturday, 14 February 2026." in shown
    assert "Mia felt playful, Jo felt weary." in shown
    assert "  [ ] Agree on a minute tomorrow" in shown


def test_a_pipe_that_closes_early_ends_it_quietly(tmp_path: Path) -> None:
    for days in range(60):
        play(tmp_path, days)
    process = subprocess.Popen(
        [sys.executable, "-m", "two_of_hearts", "history", "--json", "--home", str(tmp_path)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
    )
    assert process.stdout is not None
    assert process.stderr is not None
    assert process.stdout.readline() == b"{\n"
    process.stdout.close()
    assert process.stderr.read() == b""
    process.stderr.close()
    assert process.wait() != 70
