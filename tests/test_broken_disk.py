"""A disk that fails: it is said, nothing is shown as done that is not, and the evening goes on.

Each single write, sync, opening, cutting and deleting of a short evening fails once, in turn.
`BROKEN_DISK=all` does so with every one of them; the suite takes a few of each.
"""

from __future__ import annotations

import errno
import os
import shutil
import subprocess
import sys
from itertools import count
from pathlib import Path

import pytest

HERE = Path(__file__).parent

CALLS = {
    "write": (errno.ENOSPC, errno.EIO),
    "fsync": (errno.EIO,),
    "open": (errno.EROFS, errno.EMFILE),
    "unlink": (errno.EROFS, errno.EIO),
    "ftruncate": (errno.EIO,),
}
"""The calls that fail, and with what."""

FEW = {"write": 17, "fsync": 7, "open": 5, "unlink": 3, "ftruncate": 5}
"""The suite takes every so manieth."""

pytestmark = pytest.mark.skipif(
    not sys.platform.startswith("linux") or shutil.which("gcc") is None,
    reason="it needs Linux, and gcc to stand before the system",
)


@pytest.fixture(scope="module")
def shim(tmp_path_factory: pytest.TempPathFactory) -> Path:
    library = tmp_path_factory.mktemp("shim") / "faults.so"
    command = ["gcc", "-shared", "-fPIC", "-w", "-o", str(library), str(HERE / "faults.c"), "-ldl"]
    subprocess.run(command, check=True)
    return library


def evening(folder: Path, shim: Path, fault: str, early: bool = False) -> tuple[bool, str]:
    """Play a short evening.

    Args:
        fault: what fails; see faults.c.
        early: whether it may fail before the evening has begun.

    Returns:
        Whether it failed, and what was said.
    """
    home = folder / "journal-home"
    home.mkdir(parents=True, mode=0o700)
    told, on = folder / "told", folder / "on"
    environment = {
        "PYTHONPATH": os.pathsep.join([str(HERE.parent / "game"), str(HERE)]),
        "LD_PRELOAD": str(shim),
        "FAULT": fault,
        "FAULT_TOLD": str(told),
        "FAULT_ON": str(on),
    }
    if early:
        on.touch()
    done = subprocess.run(
        [sys.executable, str(HERE / "broken_disk.py"), str(home)],
        capture_output=True,
        text=True,
        env=environment,
    )
    assert done.returncode == 0, f"{fault}: {done.stdout}{done.stderr}"
    return told.exists(), done.stdout


@pytest.mark.parametrize("early", [False, True], ids=["playing", "starting"])
@pytest.mark.parametrize(("call", "number"), [(c, n) for c, ns in CALLS.items() for n in ns])
def test_what_fails_is_said_and_what_is_on_disk_is_what_is_shown(
    tmp_path: Path, shim: Path, call: str, number: int, early: bool
) -> None:
    failed = 0
    step = 1 if os.environ.get("BROKEN_DISK") == "all" else FEW[call]
    for n in count(1, step):
        has_failed, _ = evening(tmp_path / str(n), shim, f"{call}:{n}:{number}", early)
        if not has_failed:
            break
        failed += 1
    assert failed or call == "ftruncate"


def test_a_full_disk_is_named(tmp_path: Path, shim: Path) -> None:
    _, said = evening(tmp_path, shim, f"write:3:{errno.ENOSPC}")
    assert "The journal cannot be written: There is no room left for" in said
    assert "Make room" in said


SMALL = """
import resource, signal, sys
from datetime import date
from pathlib import Path
from helpers import NAMES, SEED, begin, deck, now
from two_of_hearts.engine import moves as mv, rules
from two_of_hearts.errors import Trouble
from two_of_hearts.journal_open import open_to_play
from two_of_hearts.session import Session
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
path = Path(sys.argv[1]) / "journal.sqlite3"
journal = open_to_play(path, date(2026, 2, 14))
session = Session.begin(journal, begin(deck("red")).decks, now, NAMES, SEED)
session.play(mv.ShowDecks())
limit = resource.getrlimit(resource.RLIMIT_FSIZE)
resource.setrlimit(resource.RLIMIT_FSIZE, (path.stat().st_size, limit[1]))
before = session.state
for _ in range(3):
    try:
        session.play(mv.TakeDeck(session.state.decks[0].id))
    except Trouble as trouble:
        print(trouble)
    assert session.state is before
assert journal.counts(1)[0] == session._places
resource.setrlimit(resource.RLIMIT_FSIZE, limit)
session.play(mv.TakeDeck(session.state.decks[0].id))
assert session.state != before
assert journal.counts(1)[0] == session._places
"""


def test_an_evening_waits_at_its_card_until_there_is_room_again(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", SMALL, str(tmp_path)],
        capture_output=True,
        text=True,
        env={"PYTHONPATH": os.pathsep.join([str(HERE.parent / "game"), str(HERE)])},
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout.count("The journal cannot be written: ") == 3
