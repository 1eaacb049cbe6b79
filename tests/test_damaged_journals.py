"""A journal that something happened to: it is named, nothing is lost, and the game goes on."""

from __future__ import annotations

import os
import shutil
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from damage import TODAY, WAS_DAMAGED, evenings, hold, play_some, spoiled
from helpers import NAMES, NOON, begin, deck, now
from two_of_hearts import journal_file, journal_mend
from two_of_hearts.cli import main
from two_of_hearts.engine import moves as mv
from two_of_hearts.engine.cards import CardId, Topic
from two_of_hearts.engine.events import CardDrawn
from two_of_hearts.engine.partners import Pair, Partner
from two_of_hearts.errors import Trouble
from two_of_hearts.journal import COUNTS, Journal
from two_of_hearts.journal_code import checksum
from two_of_hearts.journal_open import open_to_play, open_to_read
from two_of_hearts.journal_pages import rows
from two_of_hearts.journal_schema import SCHEMA_VERSION
from two_of_hearts.session import Session

DATA = Path(__file__).parent / "data"

SEEDS = range(24)
"""How many spoiled journals are in the suite; `python tests/damage.py 500` makes more."""


@pytest.fixture(scope="module")
def original(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("original") / "journal.sqlite3"
    play_some(path)
    return path


@pytest.fixture
def path(tmp_path: Path, original: Path) -> Path:
    home = tmp_path / "home"
    home.mkdir(mode=0o700)
    return Path(shutil.copy(original, home / "journal.sqlite3"))


Run = Callable[..., Result]


@pytest.fixture
def run(path: Path) -> Run:
    def invoke(*args: str) -> Result:
        return CliRunner().invoke(main, [*args, "--home", str(path.parent)], input="")

    return invoke


@pytest.mark.parametrize("seed", SEEDS)
def test_whatever_happens_to_a_journal_the_game_goes_on_with_what_can_be_read(
    tmp_path: Path, original: Path, seed: int
) -> None:
    hold(tmp_path, original, spoiled(original.read_bytes(), seed)[1])


def test_every_row_of_a_whole_journal_is_found_in_its_raw_pages(path: Path) -> None:
    journal = Journal(path)
    as_sqlite_reads = set(journal.rows())
    journal.close()
    assert as_sqlite_reads <= set(rows(path.read_bytes()))
    assert len(as_sqlite_reads) > 200


def test_the_evenings_behind_a_broken_root_are_all_found(path: Path, run: Run) -> None:
    before = evenings(path)
    data = bytearray(path.read_bytes())
    data[:4096] = bytes(4096)
    path.write_bytes(data)
    done = run("play", "--plain")
    assert done.exit_code == 1
    assert f"{len(before)} evenings could be read" in done.stderr
    assert "Start the game again" in done.stderr
    assert done.stdout == ""
    assert evenings(path) == before
    assert run("play", "--plain").exit_code == 0


def test_lines_and_ticks_are_kept_with_the_evenings(path: Path) -> None:
    journal = Journal(path)
    notes, ticks = journal.notes(), set(journal.done())
    journal.close()
    assert len(notes) > 3
    data = bytearray(path.read_bytes())
    data[:4096] = bytes(4096)
    path.write_bytes(data)
    with pytest.raises(Trouble, match=WAS_DAMAGED):
        open_to_play(path, TODAY)
    journal = open_to_play(path, TODAY)
    assert journal.notes() == notes
    assert set(journal.done()) == ticks
    journal.close()


def test_a_journal_that_is_set_aside_takes_no_name_of_an_earlier_one(path: Path) -> None:
    for n in range(3):
        path.write_bytes(b"SQLite format 3\0" + bytes(3000 + n))
        with pytest.raises(Trouble):
            open_to_play(path, TODAY)
        path.write_bytes(bytes(3000 + n))
        with pytest.raises(Trouble, match=WAS_DAMAGED):
            open_to_play(path, TODAY)
    names = {f"journal.damaged-2026-02-14{n}.sqlite3": len for n, len in
             (("", 3000), ("-2", 3001), ("-3", 3002))}  # fmt: skip
    found = {file.name: file.stat().st_size for file in path.parent.glob("*damaged*")}
    assert found == names


def spoil(path: Path, statement: str, *values: object) -> None:
    with sqlite3.connect(path) as db:
        db.execute(statement, values)
    db.close()


@pytest.mark.parametrize(
    ("column", "value"),
    [
        ("kind", "CardEaten"),
        ("body", "{"),
        ("body", '{"partner": "x"}'),
        ("at", "yesterday"),
        ("at", "2026-02-14T20:00:00"),
        ("seq", 500),
        ("kind", "CardAnswered"),
        ("kind", "EveningBegan"),
        ("undoes", 77),
        ("sum", 1),
    ],
)
def test_an_entry_that_makes_no_sense_ends_its_evening_there(
    path: Path, column: str, value: object
) -> None:
    """The evening keeps what comes before; the others keep everything."""
    before = evenings(path)
    last = max(before)
    place = next(n for n, row in enumerate(before[last]) if row[4] == "CardDrawn")
    where = f"WHERE evening = {last} AND seq IN ({place}, 500)"
    spoil(path, f"UPDATE event SET {column} = ? {where}", value)
    if column != "sum":
        # The checksum is right, as if a program had written it so.
        with sqlite3.connect(path) as db:
            (row,) = db.execute(f"SELECT * FROM event {where}").fetchall()
            db.execute(f"UPDATE event SET sum = ? {where}", (checksum(*row[:7]),))
        db.close()
    with pytest.raises(Trouble, match=WAS_DAMAGED):
        open_to_play(path, TODAY)
    assert evenings(path) == {**before, last: before[last][:place]}


def test_a_text_that_would_steer_the_terminal_is_damage(path: Path) -> None:
    before = evenings(path)
    names = '{"names":{"a":"\\u001b[2J","l":"Jo"},"seed":7}'
    where = "WHERE evening = 1 AND seq = 0"
    spoil(path, f"UPDATE event SET body = ?, sum = NULL {where}", names)
    done = CliRunner().invoke(main, ["doctor", "--mend", "--home", str(path.parent)])
    assert done.exit_code == 0
    assert evenings(path) == {n: rows for n, rows in before.items() if n != 1}


def test_a_letter_that_the_disk_has_changed_is_noticed_when_it_is_read(
    path: Path, run: Run
) -> None:
    data = path.read_bytes()
    place = data.index(b"Which sound of the street")
    path.write_bytes(data[: place + 3] + b"k" + data[place + 4 :])
    looked = run("history")
    assert looked.exit_code == 1
    assert "doctor --mend" in looked.stderr
    assert run("doctor", "--mend").exit_code == 0
    assert run("history").exit_code == 0


def test_damage_that_is_met_in_the_middle_of_a_game_is_mended_at_its_end(path: Path) -> None:
    with sqlite3.connect(path) as db:
        first = f"SELECT min(seq) FROM event WHERE kind = 'CardDrawn' AND evening = 1 AND {COUNTS}"
        (place,) = db.execute(first).fetchone()
        db.execute("UPDATE event SET sum = 1 WHERE evening = 1 AND seq = ?", (place,))
    db.close()
    journal = open_to_play(path, TODAY)
    with pytest.raises(Trouble, match="Stop the game"):
        list(journal.public_events())
    with pytest.raises(Trouble, match=WAS_DAMAGED):
        journal.close()
    open_to_play(path, TODAY).close()
    assert len(evenings(path)[1]) == place


def test_a_line_of_an_evening_that_is_lost_is_kept_and_gets_no_other_evening(path: Path) -> None:
    last = max(evenings(path))
    journal = Journal(path)
    journal.write_note(last, evening_card(journal, last), Partner.A, "Kept.", NOON)
    journal.close()
    spoil(path, "DELETE FROM event WHERE evening = ? AND seq = 0", last)
    with pytest.raises(Trouble, match=WAS_DAMAGED):
        open_to_play(path, TODAY)
    journal = open_to_play(path, TODAY)
    assert "Kept." in [note.text for note in journal.notes(last)]
    assert Session.begin(journal, begin(deck("red")).decks, now, NAMES, 1).evening > last
    journal.close()


def evening_card(journal: Journal, evening: int) -> CardId:
    return next(
        row.event.card for row in journal.events(evening) if isinstance(row.event, CardDrawn)
    )


# What is no journal, or no journal for us


def foreign_database(path: Path) -> None:
    path.unlink()
    with sqlite3.connect(path) as db:
        db.execute("CREATE TABLE recipe (name TEXT)")
        db.execute("INSERT INTO recipe VALUES ('soup')")
        db.execute("PRAGMA user_version = 2")
    db.close()


def folder(path: Path) -> None:
    path.unlink()
    path.mkdir()


def circle(path: Path) -> None:
    path.unlink()
    path.symlink_to(path)


def dangling(path: Path) -> None:
    path.unlink()
    path.symlink_to(path.parent / "elsewhere" / "gone.sqlite3")


def pipe(path: Path) -> None:
    path.unlink()
    os.mkfifo(path)


NEWER = SCHEMA_VERSION + 1


@pytest.mark.parametrize(
    ("make", "said"),
    [
        (lambda path: path.write_text("Dear diary, today we had soup.\n" * 99), "no journal"),
        (lambda path: path.write_text("Dear diary.\n"), "no journal"),
        (lambda path: path.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 40), "no jo"),
        (foreign_database, "no journal of Two"),
        (lambda path: spoil(path, f"PRAGMA user_version = {NEWER}"), "another version"),
        (folder, "is a folder or a device"),
        (circle, "is a link"),
        (dangling, "is a link"),
        (pipe, "is a folder or a device"),
    ],
    ids=lambda value: value if isinstance(value, str) else getattr(value, "__name__", ""),
)
def test_what_is_no_journal_of_this_game_is_refused_and_stays(
    path: Path, run: Run, make: Callable[[Path], object], said: str
) -> None:
    make(path)
    was = path.read_bytes() if path.is_file() else None
    for command in ("play --plain", "history", "keepsake", "decks list", "doctor", "doctor --mend"):
        done = run(*command.split())
        assert done.exit_code == 1, command
        assert said in done.output, command
        assert "Traceback" not in done.output
        assert "broke" not in done.output
    assert was == (path.read_bytes() if path.is_file() else None)
    assert {file.name for file in path.parent.iterdir()} <= {"journal.sqlite3", "journal.lock"}


@pytest.mark.parametrize("length", [0, 1, 50, 4096])
def test_an_empty_or_zeroed_journal_is_named_and_set_aside(
    path: Path, run: Run, length: int
) -> None:
    path.write_bytes(bytes(length))
    looked = run("history")
    assert looked.exit_code == 1
    assert path.read_bytes() == bytes(length)
    played = run("play", "--plain")
    assert played.exit_code == 1
    assert "0 evenings could be read" in played.stderr
    (aside,) = path.parent.glob("journal.damaged-*.sqlite3")
    assert aside.read_bytes() == bytes(length)
    assert run("play", "--plain").exit_code == 0


@pytest.mark.skipif(os.name != "posix", reason="Windows keeps permissions elsewhere")
@pytest.mark.parametrize("to_read", [False, True])
def test_a_journal_without_permission_is_named_and_stays(path: Path, to_read: bool) -> None:
    """Root may read everything, so a child of this process becomes somebody else."""
    before = path.read_bytes()
    path.chmod(0o000)
    came, goes = os.pipe()
    child = os.fork()
    if child == 0:
        try:
            # Through the folders above, which may be root's alone, and not out of them again.
            os.chdir(path.parent)
            if os.geteuid() == 0:
                os.chown(path.parent, 65534, 65534)
                os.setgid(65534)
                os.setuid(65534)
            here = Path(path.name)
            open_to_read(here) if to_read else open_to_play(here, TODAY)
        except BaseException as error:
            os.write(goes, str(error).encode())
        finally:
            os._exit(0)
    os.close(goes)
    os.waitpid(child, 0)
    with os.fdopen(came) as said:
        told = said.read()
    path.chmod(0o600)
    assert "The journal cannot be opened: The system does not let this game" in told
    assert "--home" in told
    assert path.read_bytes() == before


def test_a_link_in_its_place_is_not_followed_but_its_folder_may_be_one(path: Path) -> None:
    before, real = evenings(path), path.parent / "cloud" / "journal.sqlite3"
    real.parent.mkdir()
    path.rename(real)
    path.symlink_to(real)
    was = real.read_bytes()
    with pytest.raises(Trouble, match="This is a link, and not followed"):
        open_to_play(path, TODAY)
    assert real.read_bytes() == was
    led = path.parent / "led"
    led.symlink_to(real.parent)
    open_to_play(led / real.name, TODAY).close()
    assert evenings(led / real.name) == before


@pytest.mark.parametrize("left", [b"", b"what is this", bytes(600), b"\xd9\xd5\x05\xf9" * 300])
def test_what_a_killed_game_leaves_beside_the_journal_harms_nothing(
    path: Path, run: Run, left: bytes
) -> None:
    before = evenings(path)
    journal_mend.hot(path).write_bytes(left)
    assert run("play", "--plain").exit_code == 0
    assert evenings(path) == before
    if left[:1].strip(b"\0"):
        assert not journal_mend.hot(path).exists()


def test_what_waits_beside_a_damaged_journal_is_set_aside_with_it(path: Path) -> None:
    """Else SQLite would write it into the new one."""
    real, waits = path.read_bytes(), b"\xd9\xd5\x05\xf9\x20\xa1\x63\xd7" + b"\1" * 600
    path.write_bytes(bytes(4096) + real[4096:])
    journal_mend.hot(path).write_bytes(waits)
    with pytest.raises(Trouble, match=WAS_DAMAGED):
        open_to_play(path, TODAY)
    assert not journal_mend.hot(path).exists()
    assert len(evenings(path)) == 4


# The machine stops while a journal is recovered


@pytest.mark.parametrize("links", [True, False])
@pytest.mark.parametrize("stop", range(12))
def test_a_recovery_that_is_killed_at_any_step_is_begun_again(
    path: Path, monkeypatch: pytest.MonkeyPatch, stop: int, links: bool
) -> None:
    before = evenings(path)
    data = bytes(4096) + path.read_bytes()[4096:]
    path.write_bytes(data)
    steps = iter(range(99))

    def dying(real: Callable[..., object]) -> Callable[..., object]:
        def step(*args: object, **more: object) -> object:
            if next(steps) == stop:
                raise KeyboardInterrupt
            return real(*args, **more)

        return step

    def no_link(*_: object) -> None:
        raise OSError

    with monkeypatch.context() as patch:
        if not links:
            patch.setattr(os, "link", no_link)
        else:
            patch.setattr(os, "link", dying(os.link))
        patch.setattr(journal_mend, "sync_folder", dying(journal_file.sync_folder))
        patch.setattr(Path, "rename", dying(Path.rename))
        patch.setattr(Path, "replace", dying(Path.replace))
        patch.setattr(journal_mend, "connect", dying(journal_file.connect))
        with pytest.raises((Trouble, KeyboardInterrupt)):
            open_to_play(path, TODAY)
    try:
        open_to_play(path, TODAY).close()
    except Trouble:
        open_to_play(path, TODAY).close()
    assert evenings(path) == before
    asides = list(path.parent.glob("journal.damaged-*.sqlite3"))
    assert [aside.read_bytes() for aside in asides] == [data]
    assert not list(path.parent.glob("*.recovering.*"))


# Older formats


@pytest.mark.parametrize("version", range(1, SCHEMA_VERSION + 1))
def test_every_format_that_ever_was_is_brought_up_to_date(tmp_path: Path, version: int) -> None:
    """A new format needs a file of its own here: tests/data/journal-N.sqlite3."""
    path = Path(shutil.copy(DATA / f"journal-{version}.sqlite3", tmp_path / "journal.sqlite3"))
    with sqlite3.connect(path) as db:
        assert db.execute("PRAGMA user_version").fetchone() == (version,)
        was = db.execute("SELECT evening, seq, move, at, kind, body, undoes FROM event").fetchall()
    db.close()
    journal = open_to_play(path, TODAY)
    assert [row[:7] for row in journal.rows() if len(row) == 8] == was
    assert journal.version() == SCHEMA_VERSION
    assert journal.faults() == []
    journal.close()
    assert sum(map(len, evenings(path).values())) == len(was)
    assert CliRunner().invoke(main, ["history", "--home", str(tmp_path)]).exit_code == 0


@pytest.mark.parametrize("version", [1, 2])
def test_an_older_journal_that_is_damaged_is_recovered_too(tmp_path: Path, version: int) -> None:
    path = Path(shutil.copy(DATA / f"journal-{version}.sqlite3", tmp_path / "journal.sqlite3"))
    data = bytes(4096) + path.read_bytes()[4096:]
    path.write_bytes(data)
    with pytest.raises(Trouble, match=f"{WAS_DAMAGED}: 1 evening could"):
        open_to_play(path, TODAY)
    again = open_to_play(path, TODAY)
    assert len(again.notes()) == (2 if version > 1 else 0)
    session = Session.begin(again, begin(deck("red")).decks, now, NAMES, 1)
    session.play(mv.ShowDecks())
    again.close()


def test_a_limit_that_was_set_behind_what_is_lost_holds_on(path: Path, run: Run) -> None:
    path.unlink()
    journal = Journal(path)
    session = Session.begin(journal, begin(deck("red")).decks, now, NAMES, 7)
    session.play(mv.ShowDecks())
    session.play(mv.MarkTopic(Partner.A, Topic.MONEY))
    session.play(mv.MarkTopic(Partner.L, Topic.SEX))
    session.play(mv.UnmarkTopic(Partner.L, Topic.SEX))
    journal.close()
    spoil(path, "UPDATE event SET body = '{}x' WHERE kind = ?", "DecksShown")
    assert run("doctor").exit_code == 1
    assert run("doctor", "--mend").exit_code == 0
    assert "All is well" in run("doctor").stdout
    journal = Journal(path)
    memory = journal.memory(0)
    assert [len(rows) for rows in evenings(path).values()] == [1]
    journal.close()
    assert memory.seated(NAMES).off_limits == Pair(frozenset({Topic.MONEY}), frozenset())


@pytest.mark.parametrize("marks", [0, 3])
def test_how_much_was_left_out_is_not_counted_in_a_damaged_journal(
    path: Path, run: Run, marks: int
) -> None:
    path.unlink()
    journal = Journal(path)
    session = Session.begin(journal, begin(deck("red")).decks, now, NAMES, 7)
    session.play(mv.ShowDecks())
    for topic in list(Topic)[:marks]:
        session.play(mv.MarkTopic(Partner.A, topic))
    session.play(mv.ChangeMoods())
    journal.close()
    spoil(path, "UPDATE event SET body = '{}x' WHERE kind = ?", "DecksShown")
    told = run("doctor").stdout
    assert "1 evening, 3 events" in told
    assert "2 entries" in told
