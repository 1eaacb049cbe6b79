"""Who left what out can be learnt from nothing that the game says, shows, writes or names.

The same evening is played with one topic left out by the one, by the other, by both, and by nobody,
and with one card taken out for good; no card of the shelf touches the topic. Then every output has
to be the same to the letter.
"""

from __future__ import annotations

import asyncio
import sqlite3
from collections.abc import Callable, Iterator
from datetime import timedelta
from functools import cache
from pathlib import Path
from tempfile import mkdtemp

import pytest
from click.testing import CliRunner

from evenings import SHELF, spend
from helpers import NAMES, NOON, SEED, now
from plain.room import Room
from two_of_hearts.cli import main
from two_of_hearts.engine import moves as mv
from two_of_hearts.engine.cards import Topic
from two_of_hearts.engine.partners import Partner
from two_of_hearts.errors import Trouble
from two_of_hearts.journal import Journal
from two_of_hearts.library import Library
from two_of_hearts.session import Session

MARKERS = {
    "nobody": (),
    "the one": (Partner.A,),
    "the other": (Partner.L,),
    "both": (Partner.A, Partner.L),
}
"""Who leaves the topic out."""

TOPIC = Topic.POLITICS

COMMANDS = (
    "history",
    "history --json",
    "history --evening 1",
    "history --evening 2 --json",
    "decks",
    "decks list",
    "decks show way-back",
    "decks check",
    "where",
    "doctor",
    "keepsake -o OUT/page.html",
    "keepsake -o OUT/page.md",
    "keepsake --format svg -o OUT/pictures",
    "keepsake --year 2026 -o OUT/year.html",
    "keepsake --evening 9",
    "forget evening 1",
    "forget evening 7",
    "forget lines left",
    "forget lines both",
    "forget everything",
)
"""All that says something about a journal and leaves it as it is."""


def play(home: Path, marking: tuple[Partner, ...], topic: Topic = TOPIC) -> None:
    """Two evenings; in the first a topic is left out, in the second a card is taken out."""
    journal = Journal(home / "journal.sqlite3")

    def out(session: Session) -> None:
        assert session.state.round is not None
        assert session.state.round.card is not None
        session.play(mv.Keep(session.state.round.card.id))
        session.play(mv.Retire(session.state.round.card.id))

    marks = tuple(mv.MarkTopic(partner, topic) for partner in marking)
    spend(journal, NOON, line="A line", before=marks, during=out)
    spend(journal, NOON + timedelta(days=1), line="Another", red=False)
    journal.close()


def same(told: Callable[[tuple[Partner, ...]], object]) -> object:
    """What is told, which has to be the same whoever left something out."""
    first, *others = (told(marking) for marking in MARKERS.values())
    assert all(other == first for other in others)
    return first


@cache
def played(marking: tuple[Partner, ...]) -> Path:
    """A home where it was so; not to be changed."""
    home = Path(mkdtemp(prefix="two-of-hearts-test-"))
    play(home, marking)
    return home


@pytest.fixture(scope="module", autouse=True)
def swept() -> Iterator[None]:
    """Nothing of it stays."""
    yield
    import shutil

    for marking in MARKERS.values():
        shutil.rmtree(played(marking))
    played.cache_clear()


def copied(marking: tuple[Partner, ...]) -> Path:
    """Another such home, to be changed."""
    home = Path(mkdtemp(dir=played(marking)))
    (home / "journal.sqlite3").write_bytes((played(marking) / "journal.sqlite3").read_bytes())
    return home


def test_every_command_is_among_them() -> None:
    """A new one has to be held against this too, or to be none that tells of a journal."""
    named = {command.split()[0] for command in COMMANDS}
    assert set(main.commands) <= named | {"play", "demo"}


@pytest.mark.parametrize("command", COMMANDS)
def test_no_command_tells_it(command: str) -> None:
    if command.split()[0] not in main.commands:
        pytest.skip("there is no such command yet")

    def told(marking: tuple[Partner, ...]) -> tuple[object, ...]:
        home = copied(marking)
        (home / "out").mkdir()
        args = command.replace("OUT", str(home / "out")).split()
        done = CliRunner().invoke(main, [*args, "--home", str(home)])
        files = {
            str(path.relative_to(home)): path.read_bytes() if path.is_file() else None
            for path in sorted((home / "out").rglob("*"))
        }
        # Of the journal itself the name, and how large it is.
        names = sorted((path.name, path.stat().st_size) for path in home.iterdir())
        said = (done.stdout + done.stderr).replace(str(home), "HOME")
        return done.exit_code, said, files, names

    result = same(told)
    assert isinstance(result, tuple)
    assert result[1]


def test_lines_of_text_tell_it_at_no_place() -> None:
    """The table, the album, the cards of the evening, off-limits again, settings, help."""
    lines = ("", "", "red", "", "?", "k", "b", "", "v", "2", "", "4", "", "5", "", "", "")
    limits = ("o", "l", "", "", "o", "a", "", "politics", "in politics", "")
    more = ("s", "m", "u", "u", "n", "help", ",", "", "p", "", "g", "?", "v", "1", "", "")

    def told(marking: tuple[Partner, ...]) -> str:
        return Room(copied(marking), SHELF).play(*lines, *limits, *more)

    transcript = same(told)
    assert isinstance(transcript, str)
    assert transcript.count("\n>") >= 30
    assert "Another" in transcript


KEYS = (
    *("enter", "enter", "enter", "enter", "k", "b", "escape", "o", "l", "down", "escape"),
    *("v", "right", "right", "escape", "s", "u", "comma", "escape", "n", "enter", "g"),
)
"""Through all pages."""


def test_no_screen_tells_it() -> None:
    from two_of_hearts.tui.app import TableApp

    async def shown(home: Path) -> list[str]:
        journal = Journal(home / "journal.sqlite3")
        library = Library(SHELF, ())
        app = TableApp(
            journal=journal, load=lambda: library, now=now, seed=lambda: SEED, names=NAMES
        )
        app.animation_level = "none"
        seen = []
        async with app.run_test(size=(100, 30)) as pilot:
            await pilot.pause()
            for key in KEYS:
                await pilot.press(key)
                await pilot.pause()
                strips = app.screen._compositor.render_strips()
                seen.append("\n".join(strip.text for strip in strips))
        journal.close()
        return seen

    screens = same(lambda marking: asyncio.run(shown(copied(marking))))
    assert isinstance(screens, list)
    assert len(set(screens)) > 12


@pytest.mark.parametrize("damage", ["topic", "partner", "body", "kind"])
def test_a_damaged_mark_is_told_without_what_stood_in_it(tmp_path: Path, damage: str) -> None:
    """What cannot be read may still be read by who is told of it."""
    play(tmp_path, (Partner.L,))
    db = sqlite3.connect(tmp_path / "journal.sqlite3")
    change = {
        "topic": """body = '{"partner":"l","topic":"politicks"}'""",
        "partner": """body = '{"partner":"left","topic":"politics"}'""",
        "body": """body = '{"partner":"l","topic":"politics"'""",
        "kind": "kind = 'TopicMarkedByL'",
    }
    db.execute(f"UPDATE event SET {change[damage]} WHERE kind = 'TopicMarked'")
    db.commit()
    db.close()
    said = ""
    for command in COMMANDS:
        if command.split()[0] in main.commands and "show" not in command:
            args = command.replace("OUT", str(tmp_path)).split()
            done = CliRunner().invoke(main, [*args, "--home", str(tmp_path)])
            said += done.stdout + done.stderr
    try:
        said += Room(tmp_path, SHELF).play("", "", "red", "")
    except Trouble as trouble:
        said += str(trouble)
    for word in ("politic", "$.", "Topic", "'left'", "enum"):
        assert word not in said
