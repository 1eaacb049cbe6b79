"""What a report tells of a failure: where in the code, and on what machine. It is safe to share.

No name, no card, no line and no path of the couple's is in it. What an error says is left out for
that reason, because it may quote any of them; its class and its place in the code tell enough.
"""

from __future__ import annotations

import os
import platform
import sqlite3
import sys
import tempfile
import traceback
from collections.abc import Iterator, Sequence
from datetime import datetime
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from two_of_hearts import __version__
from two_of_hearts.engine.text import printable

PACKAGES = ("textual", "rich", "msgspec", "click", "platformdirs", "tomlkit")

VARIABLES = (
    *("TERM", "COLORTERM", "TERM_PROGRAM", "LANG", "LC_ALL", "LC_CTYPE", "NO_COLOR", "COLUMNS"),
    *("LINES", "TEXTUAL_THEME", "TEXTUAL_ANIMATIONS", "PYTHONIOENCODING", "PYTHONUTF8"),
)
"""What of the environment has a bearing on how the game looks."""

MOST_FRAMES = 60


def write(args: Sequence[str], code: int, error: BaseException | None, now: datetime) -> Path:
    """Write a report into the present folder, or into that for temporary files.

    Args:
        args: the command line, of which only the names of options are told.
        code: the exit code.
        error: what ended the game, if anything did.
        now: the present moment.

    Returns:
        The file, which did not exist before and can be read by its owner alone.

    Raises:
        OSError: there is no place to write to.
    """
    text = "\n".join(lines(args, code, error)) + "\n"
    name = f"two-of-hearts-report-{now:%Y-%m-%d-%H%M%S}-"
    for folder in (".", tempfile.gettempdir()):
        try:
            handle, path = tempfile.mkstemp(prefix=name, suffix=".txt", dir=folder)
        except OSError:
            continue
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            file.write(text)
        return Path(path)
    raise FileNotFoundError(tempfile.gettempdir())


def lines(args: Sequence[str], code: int, error: BaseException | None) -> Iterator[str]:
    """The report, line by line."""
    yield f"two-of-hearts: {__version__}"
    yield f"exit: {code}"
    yield f"options: {' '.join(_options(args))}"
    yield f"python: {platform.python_version()} {platform.python_implementation()}"
    yield f"system: {platform.system()} {platform.release()} {platform.machine()}"
    yield f"sqlite: {sqlite3.sqlite_version}"
    yield from (f"{name}: {_version(name)}" for name in PACKAGES)
    for name, stream in (("stdin", sys.stdin), ("stdout", sys.stdout), ("stderr", sys.stderr)):
        encoding = getattr(stream, "encoding", None)
        yield f"{name}: {'tty' if stream and stream.isatty() else 'other'}, {encoding}"
    yield from (
        f"{name}={printable(os.environ[name])[:60]}" for name in VARIABLES if name in os.environ
    )
    if error is None:
        yield "error: none"
    while error is not None:
        yield f"error: {_class(error)}"
        frames = list(traceback.walk_tb(error.__traceback__))[-MOST_FRAMES:]
        for frame, line in frames:
            yield f"  {_place(frame.f_code.co_filename)}:{line} {frame.f_code.co_name}"
        error = error.__cause__ or (None if error.__suppress_context__ else error.__context__)


def _options(args: Sequence[str]) -> Iterator[str]:
    """The names of the options, without what was said with them."""
    return (arg.partition("=")[0] for arg in args if arg.startswith("--") and arg.isascii())


def _version(package: str) -> str:
    try:
        return version(package)
    except PackageNotFoundError:
        return "-"


def _class(error: BaseException) -> str:
    """The class of an error, and the number that the system gave to it."""
    name = f"{type(error).__module__}.{type(error).__qualname__}"
    number = getattr(error, "sqlite_errorname", None) or getattr(error, "errno", None)
    return f"{name} {number}" if number else name


def _place(file: str) -> str:
    """A file of code, without the folders that lead to it: they may tell whose machine it is."""
    parts = Path(file).parts
    for root in ("two_of_hearts", "site-packages"):
        if root in parts:
            return "/".join(parts[len(parts) - parts[::-1].index(root) - 1 :])
    return "/".join(parts[-2:])
