"""Changes the game in thousands of small ways, one by one, and tells which of them no test notices.

    pip install mutmut
    python tests/mutants.py            # into the folder build/mutants; goes on where it was ended
    python tests/mutants.py results    # those that live, and how many there were
    python tests/mutants.py show NAME  # one of them, as a difference

The mutants are made of the rules, the session, the journal and the library, and the tests that are
asked are those of these, without the long random play. mutmut finds code in a folder `src` alone,
so it works on a copy of the checkout that has one.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent

SETTINGS = """
[tool.mutmut]
source_paths = ["src"]
only_mutate = [
    "src/two_of_hearts/engine/*.py",
    "src/two_of_hearts/session.py",
    "src/two_of_hearts/journal.py",
    "src/two_of_hearts/journal_schema.py",
    "src/two_of_hearts/journal_rows.py",
    "src/two_of_hearts/library.py",
]
also_copy = ["decks", "README.md", "LICENSE"]
pytest_add_cli_args = ["-n0"]
pytest_add_cli_args_test_selection = [
    "tests/engine",
    "tests/test_session.py",
    "tests/test_journal.py",
    "tests/test_last_step.py",
    "tests/test_library.py",
    "tests/test_decks.py",
    "tests/test_album.py",
    "tests/hell/test_doors.py",
]
"""


def lay(folder: Path) -> None:
    """Copy the checkout; what is there already and has not changed stays, and so do the results."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, place in (("game", "src"), ("tests", "tests"), ("decks", "decks")):
        shutil.rmtree(folder / place, ignore_errors=True)
        shutil.copytree(ROOT / name, folder / place, ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("README.md", "LICENSE"):
        shutil.copy2(ROOT / name, folder / name)
    project = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    project = project.replace('pythonpath = ["game", "tests"]', 'pythonpath = ["src", "tests"]')
    (folder / "pyproject.toml").write_text(project + SETTINGS, encoding="utf-8")


def main() -> int:
    """Run mutmut on the copy; "run" where nothing else is asked for."""
    folder = ROOT / "build" / "mutants"
    asked = sys.argv[1:] or ["run"]
    if asked[0] == "run":
        lay(folder)
    return subprocess.call([sys.executable, "-m", "mutmut", *asked], cwd=folder)


if __name__ == "__main__":
    sys.exit(main())
