"""The arrows of the house: who may import whom, and what a start must not wait for."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import pytest

import two_of_hearts

PACKAGE = Path(two_of_hearts.__file__).parent
MODULES = sorted(PACKAGE.rglob("*.py"))

PURE = {
    "__future__",
    "collections",
    "dataclasses",
    "enum",
    "functools",
    "hashlib",
    "itertools",
    "re",
    "typing",
    "unicodedata",
}
"""What the engine may take from the standard library: nothing that reads a clock or a file."""

MAY_IMPORT = {
    "engine": {"engine"},
    "errors": set(),
    "words": {"words", "engine"},
    "view": {"engine"},
    "look": {"engine", "view", "words"},
    "guarded": {"errors", "words"},
    "kept": {"guarded", "places", "words"},
    "remnant": {"engine", "journal", "journal_code"},
    "forget": {
        "engine",
        "errors",
        "guarded",
        "journal",
        "journal_faults",
        "journal_lock",
        "journal_open",
        "journal_schema",
        "kept",
        "remnant",
        "words",
    },
    "journal": {"engine", "journal_code", "journal_file", "journal_rows", "words"},
    "journal_rows": {"engine"},
    "journal_code": {"engine"},
    "journal_schema": {"journal_code"},
    "journal_faults": {"errors", "words"},
    "journal_file": {
        "errors",
        "guarded",
        "journal_code",
        "journal_faults",
        "journal_pages",
        "journal_schema",
        "words",
    },
    "journal_pages": set(),
    "journal_lock": {"errors", "guarded", "words"},
    "journal_check": {"engine", "journal", "journal_code", "journal_faults", "remnant"},
    "journal_mend": {
        "errors",
        "journal_check",
        "journal_faults",
        "journal_file",
        "journal_pages",
        "journal_schema",
        "words",
    },
    "journal_open": {
        "guarded",
        "journal",
        "journal_check",
        "journal_faults",
        "journal_file",
        "journal_lock",
        "journal_mend",
        "journal_schema",
        "words",
    },
    "doctor": {"journal", "journal_check"},
    "cli_doctor": {
        "__init__",
        "cli_common",
        "doctor",
        "errors",
        "journal",
        "journal_faults",
        "journal_lock",
        "journal_mend",
        "journal_open",
        "places",
        "words",
    },
    "album": {"album_fold", "album_pages", "engine", "journal", "journal_check", "journal_rows"},
    "album_data": {"album", "album_pages", "engine", "journal_rows"},
    "album_pages": {"engine", "journal_rows"},
    "album_fold": {"engine"},
    "opening": {"engine", "journal", "journal_rows"},
    "session": {"engine", "journal", "journal_check", "journal_rows"},
    "deck_file": {"engine"},
    "deck_check": {"words", "engine", "deck_file"},
    "library": {"words", "engine", "deck_file", "deck_check"},
    "places": {"words", "errors"},
    "config": {"engine", "errors", "guarded", "words"},
    "config_write": {"config", "engine", "errors", "guarded", "words"},
    "prints": {"engine"},
    "report": {"engine", "__init__"},
    "actions": {"engine", "view", "words"},
    "keeping": {
        "album",
        "album_pages",
        "engine",
        "journal",
        "journal_rows",
        "keepsake",
        "places",
        "prints",
    },
    "plain": {
        "actions",
        "album",
        "album_pages",
        "config",
        "config_write",
        "engine",
        "errors",
        "journal",
        "journal_rows",
        "keeping",
        "keepsake",
        "library",
        "look",
        "opening",
        "plain",
        "session",
        "view",
        "words",
    },
    "cli_plain": {"plain"},
    "tui": {
        "actions",
        "keeping",
        "keepsake",
        "prints",
        "config",
        "config_write",
        "tui",
        "album",
        "album_pages",
        "journal_rows",
        "engine",
        "errors",
        "journal",
        "library",
        "look",
        "opening",
        "session",
        "view",
        "words",
    },
    "twins": {"engine"},
    "deck_import": {"words", "deck_file", "engine", "errors"},
    "deck_write": {"words", "deck_file", "engine", "errors", "guarded"},
    "cli_common": {"words", "engine", "library", "places", "tui"},
    "cli_album": {
        "album",
        "album_data",
        "album_pages",
        "cli_common",
        "engine",
        "journal",
        "journal_open",
        "journal_rows",
        "places",
        "words",
    },
    "keepsake": {
        "album",
        "album_pages",
        "engine",
        "errors",
        "guarded",
        "journal_rows",
        "keepsake",
        "words",
    },
    "cli_private": {"cli_common", "engine", "forget", "kept", "places", "words", "__init__"},
    "cli_keepsake": {
        "cli_album",
        "cli_common",
        "engine",
        "keepsake",
        "places",
        "prints",
        "words",
    },
    "cli_decks": {
        "cli_common",
        "deck_import",
        "deck_write",
        "engine",
        "errors",
        "journal_open",
        "library",
        "places",
        "twins",
        "words",
    },
    "cli_demo": {"cli_common", "journal", "library", "tui", "words", "__init__"},
    "cli": {
        "cli_demo",
        "cli_doctor",
        "cli_plain",
        "words",
        "cli_album",
        "cli_common",
        "cli_decks",
        "cli_keepsake",
        "cli_private",
        "config",
        "engine",
        "errors",
        "guarded",
        "journal_open",
        "library",
        "places",
        "report",
        "tui",
        "__init__",
    },
    "__main__": {"cli"},
    "__init__": set(),
}
"""The rooms of the house, and the rooms that each may look into."""


def room(path: Path) -> str:
    part = path.relative_to(PACKAGE).parts[0]
    return part.removesuffix(".py")


def imports(path: Path) -> set[str]:
    """The full names of all that a module imports, at its top or within."""
    names = set()
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: a relative import"
            names |= {f"{node.module}.{alias.name}" for alias in node.names}
    return names


def own_room(name: str) -> str:
    """The room that a name of this package is imported from."""
    parts = name.split(".")[1:]
    if parts and ((PACKAGE / parts[0]).is_dir() or (PACKAGE / f"{parts[0]}.py").exists()):
        return parts[0]
    return "__init__"


@pytest.mark.parametrize("path", MODULES, ids=lambda p: str(p.relative_to(PACKAGE)))
def test_imports_follow_the_arrows(path: Path) -> None:
    own = {own_room(name) for name in imports(path) if name.split(".")[0] == "two_of_hearts"}
    assert own <= MAY_IMPORT[room(path)]


@pytest.mark.parametrize("path", [p for p in MODULES if room(p) == "engine"], ids=lambda p: p.name)
def test_the_engine_takes_only_pure_parts_of_the_standard_library(path: Path) -> None:
    roots = {name.split(".")[0] for name in imports(path)}
    assert roots - {"two_of_hearts"} <= PURE


@pytest.mark.parametrize("path", [p for p in MODULES if room(p) != "tui"], ids=lambda p: p.name)
def test_textual_is_imported_in_its_front_end_alone(path: Path) -> None:
    roots = {name.split(".")[0] for name in imports(path)}
    assert not roots & {"textual", "rich"}


@pytest.mark.parametrize("path", MODULES, ids=lambda p: str(p.relative_to(PACKAGE)))
def test_no_module_is_longer_than_three_hundred_lines(path: Path) -> None:
    assert len(path.read_text().splitlines()) <= 300


@pytest.mark.parametrize(
    "argument",
    [
        "--version",
        "--help",
        "play --help",
        "decks --help",
        "demo --help",
        "doctor --help",
        "history --help",
        "keepsake --help",
        "forget --help",
        "forget everything --help",
        "where --help",
    ],
)
def test_a_word_about_itself_does_not_wait_for_textual(argument: str) -> None:
    code = (
        "import sys\n"
        "from two_of_hearts.cli import main\n"
        f"sys.argv = ['two-of-hearts', *{argument.split()!r}]\n"
        "try:\n    main()\nexcept SystemExit as end:\n    assert not end.code\n"
        "late = {'textual', 'rich', 'sqlite3', 'msgspec', 'platformdirs'}\n"
        "print(sorted(late & sys.modules.keys()))\n"
    )
    environment = {"PYTHONPATH": str(PACKAGE.parent), "PATH": ""}
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, env=environment, check=True
    )
    assert done.stdout.splitlines()[-1] == "[]"
