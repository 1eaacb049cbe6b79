"""Spoils journals in many ways, and sees what the game makes of each.

    python tests/damage.py 500      # five hundred of them, and says what broke

A short form of it is in the suite; see tests/test_damaged_journals.py.
"""

from __future__ import annotations

import random
import sys
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator
from datetime import date, datetime, timedelta
from itertools import count
from pathlib import Path

from click.testing import CliRunner

from helpers import NAMES, NOON, now
from shelf import SHELF
from two_of_hearts.album import Album
from two_of_hearts.cli import main
from two_of_hearts.engine import moves as mv
from two_of_hearts.engine import rules
from two_of_hearts.engine.cards import Topic
from two_of_hearts.engine.notes import note_place
from two_of_hearts.engine.partners import Partner
from two_of_hearts.errors import Trouble
from two_of_hearts.journal import Journal
from two_of_hearts.journal_check import sift
from two_of_hearts.journal_open import open_to_play
from two_of_hearts.opening import Opening
from two_of_hearts.session import Session

TODAY = date(2026, 2, 14)

Rows = dict[int, list[tuple[object, ...]]]


def play_some(path: Path, evenings: int = 4, seed: int = 7) -> None:
    """A journal with a little of everything in it; its last evening waits."""
    random_ = random.Random(seed)
    ticks = count()

    def later() -> datetime:
        return NOON + timedelta(seconds=30 * next(ticks))

    journal = Journal(path)
    for evening in range(evenings):
        session = Session.begin(
            journal,
            SHELF,
            lambda: NOON + timedelta(seconds=30 * next(ticks)),
            NAMES,
            seed + evening,
        )
        session.play(mv.MarkTopic(Partner.A, Topic.SCHOOL))
        for _ in range(60):
            natural = rules.natural(session.state)
            if natural is None:
                break
            dice = random_.random()
            if dice < 0.1 and session.can_undo:
                session.undo()
            elif dice < 0.2 and mv.Skip() in session.legal:
                session.play(mv.Skip())
            elif dice < 0.3 and session.state.drawn:
                session.play(mv.Keep(session.state.drawn[-1].id)) if (
                    mv.Keep(session.state.drawn[-1].id) in session.legal
                ) else None
            elif dice < 0.4 and note_place(session.state):
                session.write_note(f"Line {evening}, {dice}.")
            else:
                session.play(natural)
        for plan in session.state.plans:
            journal.mark_done(session.evening, plan.id, NOON)
    journal.close()


def spoiled(data: bytes, seed: int) -> tuple[str, bytes]:
    """A file spoiled in one way or several, and how."""
    dice = random.Random(seed)
    spoil = dice.choice(WAYS)
    found = bytearray(data)
    spoil(found, dice)
    if dice.random() < 0.15:
        dice.choice(WAYS)(found, dice)
    return spoil.__name__, bytes(found)


def cut(data: bytearray, dice: random.Random) -> None:
    del data[dice.randrange(len(data) + 1) :]


def cut_at_a_page(data: bytearray, dice: random.Random) -> None:
    del data[dice.randrange(len(data) // 4096 + 1) * 4096 :]


def flip_a_bit(data: bytearray, dice: random.Random) -> None:
    if data:
        data[dice.randrange(len(data))] ^= 1 << dice.randrange(8)


def flip_many(data: bytearray, dice: random.Random) -> None:
    for _ in range(dice.randrange(2, 200)):
        flip_a_bit(data, dice)


def flip_in_the_head(data: bytearray, dice: random.Random) -> None:
    if data:
        data[dice.randrange(min(100, len(data)))] ^= 1 << dice.randrange(8)


def flip_in_the_first_page(data: bytearray, dice: random.Random) -> None:
    if data:
        data[dice.randrange(min(4096, len(data)))] ^= 1 << dice.randrange(8)


def zero_pages(data: bytearray, dice: random.Random) -> None:
    for _ in range(dice.randrange(1, 4)):
        start = dice.randrange(len(data) // 4096 + 1) * 4096
        data[start : start + 4096] = bytes(len(data[start : start + 4096]))


def zero_all(data: bytearray, dice: random.Random) -> None:
    data[:] = bytes(len(data))


def swap_pages(data: bytearray, dice: random.Random) -> None:
    pages = len(data) // 4096
    if pages > 1:
        one, other = (4096 * n for n in dice.sample(range(pages), 2))
        data[one : one + 4096], data[other : other + 4096] = (
            data[other : other + 4096],
            data[one : one + 4096],
        )


def append_garbage(data: bytearray, dice: random.Random) -> None:
    data += dice.randbytes(dice.randrange(1, 3 * 4096))


def append_a_page_again(data: bytearray, dice: random.Random) -> None:
    start = dice.randrange(len(data) // 4096 + 1) * 4096
    data += data[start : start + 4096]


def write_garbage(data: bytearray, dice: random.Random) -> None:
    start = dice.randrange(len(data) + 1)
    length = min(dice.randrange(1, 2000), len(data) - start)
    data[start : start + length] = dice.randbytes(length)


WAYS: tuple[Callable[[bytearray, random.Random], None], ...] = (
    cut,
    cut_at_a_page,
    flip_a_bit,
    flip_a_bit,
    flip_many,
    flip_in_the_head,
    flip_in_the_first_page,
    zero_pages,
    zero_pages,
    zero_all,
    swap_pages,
    swap_pages,
    append_garbage,
    append_a_page_again,
    write_garbage,
)


def evenings(path: Path) -> Rows:
    """The rows of every evening in a journal."""
    journal = Journal(path)
    sound = sift(journal.rows())
    journal.close()
    assert sound.left_out == 0, "what is in the journal makes sense"
    found: Rows = {}
    for row in sound.events:
        if (number := int(str(row[0]))) > 0:
            found.setdefault(number, []).append(row)
    return found


def hold(folder: Path, original: Path, data: bytes) -> str:
    """See what the game makes of a spoiled journal.

    Returns:
        What came of it, in a word.
    """
    before = evenings(original)
    path = folder / "journal.sqlite3"
    path.write_bytes(data)
    told = list(_start_again_and_again(path))
    assert all(trouble.detail and trouble.mend for trouble in told)
    files = {file.name: file.read_bytes() for file in folder.iterdir()}
    assert data in files.values(), "the damaged file is somewhere, byte for byte"
    assert len(told) < 4, "it does not go on for ever"
    for command in ("history", "decks list", "doctor", "history --json", "play --plain"):
        done = CliRunner().invoke(main, [*command.split(), "--home", str(folder)], input="")
        assert done.exit_code in (0, 1), f"{command}: {done.output}"
        assert "Traceback" not in done.output
        assert done.output.strip(), "something is said"
    if told and told[-1].title != WAS_DAMAGED:
        assert data == path.read_bytes(), "what is refused is left alone"
        return "refused"
    if not told:
        # What nobody reads, a move that was taken back perhaps, only the doctor finds.
        doctor = ["doctor", "--home", str(folder)]
        if CliRunner().invoke(main, doctor).exit_code:
            done = CliRunner().invoke(main, [*doctor, "--mend"])
            assert done.exit_code == 0, done.output
            assert data in {file.read_bytes() for file in folder.iterdir()}
            told = [Trouble("", "", "")]
    after = evenings(path)
    for number, rows in after.items():
        assert rows == before.get(number, [])[: len(rows)], "a prefix of what was played"
    _play_on(path)
    if not told:
        assert after == before, "what is not noticed has changed nothing"
        return "unharmed"
    return f"recovered {len(after)} of {len(before)}"


WAS_DAMAGED = "The journal was damaged"


def _start_again_and_again(path: Path) -> Iterator[Trouble]:
    """Start the game and look at everything, until nothing is said about the journal any more."""
    for _ in range(5):
        try:
            journal = open_to_play(path, TODAY)
            try:
                Opening.of(journal)
                Session.resume(journal, SHELF, now)
                journal.memory(0)
                Album.of(journal)
            finally:
                journal.close()
        except Trouble as trouble:
            yield trouble
            if trouble.title != WAS_DAMAGED:
                return
        else:
            return


def _play_on(path: Path) -> None:
    """What was recovered can be played on, and a new evening too."""
    journal = open_to_play(path, TODAY)
    resumed = Session.resume(journal, SHELF, now)
    for session in [resumed, Session.begin(journal, SHELF, now, NAMES, 3)]:
        for _ in range(5):
            move = rules.natural(session.state) if session else None
            if session and move:
                session.play(move)
    journal.close()


def run(times: int, first: int = 0) -> int:
    """Spoil so many journals, and print what came of them."""
    broken = 0
    outcomes: Counter[str] = Counter()
    with tempfile.TemporaryDirectory() as folder:
        original = Path(folder) / "original.sqlite3"
        play_some(original)
        data = original.read_bytes()
        for seed in range(first, first + times):
            how, spoilt = spoiled(data, seed)
            home = Path(folder) / str(seed)
            home.mkdir()
            try:
                outcomes[hold(home, original, spoilt)] += 1
            except Exception as error:
                broken += 1
                print(f"{seed}: {how}: {error!r}"[:400])
    for outcome, n in sorted(outcomes.items()):
        print(f"{n:5} {outcome}")
    return broken


if __name__ == "__main__":
    sys.exit(bool(run(int(sys.argv[1]), *map(int, sys.argv[2:3]))))
