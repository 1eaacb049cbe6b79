"""Changes single settings in `config.toml`, and leaves all else in it as its owners wrote it."""

from __future__ import annotations

import os
import stat
import tempfile
import tomllib
from collections.abc import Mapping, MutableMapping
from contextlib import suppress
from pathlib import Path
from typing import Any

from two_of_hearts.config import SETTINGS, Config, content, parsed
from two_of_hearts.engine.text import printable
from two_of_hearts.errors import Trouble
from two_of_hearts.guarded import check_trusted
from two_of_hearts.words import config as words
from two_of_hearts.words.lexicon import _

Changes = Mapping[str, object]
"""The name of a setting, as in "turns" or "keys.skip", and its new value; None takes it out."""


def write(path: Path, changes: Changes, keys: Mapping[str, object]) -> None:
    """Change settings on disk. Where there is no file, a whole commented one is written.

    Args:
        path: the file; a link is followed, so that it may lie elsewhere, but not one that
            somebody else has put there.
        changes: what is to be changed.
        keys: the game's own keys, for the comments of a new file.

    Raises:
        Trouble: the file cannot be understood or written; it is as it was.
    """
    check_trusted(path)
    file = Path(os.path.realpath(path))
    try:
        data = content(file)
        if data is None:
            defaults = Config()
            text = words.whole_file({name: getattr(defaults, name) for name in SETTINGS}, keys)
        else:
            parsed(data)
            text = data.decode("utf-8-sig")
    except Trouble as trouble:
        raise _unwritable(file, trouble.detail, trouble.mend) from trouble
    changed = _changed(file, text, changes)
    try:
        _replace(file, changed.encode())
    except OSError as error:
        raise _unwritable(file, f"{error.strerror}.", _(words.SEE_THAT_YOURS)) from error


def _changed(file: Path, text: str, changes: Changes) -> str:
    """The text with the changes in it, and nothing else changed."""
    import tomlkit  # only here, because it takes its time
    from tomlkit.exceptions import TOMLKitError

    try:
        wanted = tomllib.loads(text)
        document = tomlkit.parse(text)
        for name, value in changes.items():
            _put(wanted, {}, name, value)
            _put(document, tomlkit.table(), name, value)
        changed = tomlkit.dumps(document)
        # TOML has corners that an editor of its text may not know; what it makes is read again.
        if tomllib.loads(changed) == wanted:
            return changed
    except (TOMLKitError, ValueError, TypeError, LookupError, RecursionError):
        pass
    change = ", ".join(f"{name} = {words.in_toml(value)}" for name, value in changes.items())
    raise _unwritable(file, _(words.BY_HAND), _(words.OPEN_IT).format(change=change))


def _put(
    document: MutableMapping[str, Any], table: MutableMapping[str, Any], name: str, value: object
) -> None:
    """Change one value; in a part of the file which is made, as a table, where it is missing."""
    part, _, key = name.rpartition(".")
    if part:
        if part not in document:
            if value is None:
                return
            document[part] = table
        document = document[part]
    if value is None:
        document.pop(key, None)
    else:
        document[key] = value


def _replace(file: Path, data: bytes) -> None:
    """Put a new file in the place of the old one, so that at any moment there is a whole one."""
    file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    mode = stat.S_IMODE(file.stat().st_mode) if file.exists() else 0o600
    if not mode & stat.S_IWUSR:
        raise PermissionError(0, _(words.READ_ONLY))
    handle, name = tempfile.mkstemp(prefix=f".{file.name}-", dir=file.parent)
    try:
        with os.fdopen(handle, "wb") as temporary:
            temporary.write(data)
            temporary.flush()
            os.fsync(temporary.fileno())
            # By the open file: its name might lead elsewhere by now.
            if hasattr(os, "fchmod"):
                os.fchmod(temporary.fileno(), mode)
        Path(name).replace(file)
    except BaseException:
        with suppress(OSError):
            Path(name).unlink()
        raise


def _unwritable(file: Path, detail: str, mend: str) -> Trouble:
    return Trouble(_(words.UNWRITABLE), f"{printable(str(file))}: {detail}", mend)
