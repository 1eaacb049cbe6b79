"""Writes a keepsake: a file or a folder for its owner alone, whole or not at all, over nothing."""

from __future__ import annotations

import os
import re
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from enum import StrEnum
from pathlib import Path

from two_of_hearts.album import Album
from two_of_hearts.engine.cards import DeckId
from two_of_hearts.errors import Trouble
from two_of_hearts.guarded import check_trusted
from two_of_hearts.keepsake.leaves import Choice, Keepsake, chosen, gather
from two_of_hearts.words import keepsake as words

STEM = "two-of-hearts"


class Format(StrEnum):
    """How a keepsake is drawn."""

    HTML = "html"
    MARKDOWN = "md"
    SVG = "svg"
    PNG = "png"

    @property
    def is_pictures(self) -> bool:
        """Whether it is a folder with a picture for each card, or one file."""
        return self in (Format.SVG, Format.PNG)

    @classmethod
    def of(cls, path: Path) -> Format:
        """The format that a file's ending names.

        Raises:
            Trouble: it names none.
        """
        ending = path.suffix.removeprefix(".").casefold()
        if ending not in list(cls):
            raise Trouble(*words.unknown_ending(path, [f".{one}" for one in cls]))
        return cls(ending)


class AlreadyThere(Trouble):
    """There is something already where the keepsake would be; it was left as it is.

    Args:
        path: what is there.
    """

    def __init__(self, path: Path) -> None:
        super().__init__(*words.already_there(path))
        self.path = path


def default_name(album: Album, choice: Choice, format: Format = Format.HTML) -> str:
    """What a keepsake is called where nobody says so: ``two-of-hearts-2026-11-24.html``.

    Raises:
        Trouble: there is no such evening.
    """
    began = chosen(album, choice)[-1].began
    when = f"{began:%Y}" if choice.year is not None else f"{began:%Y-%m-%d}"
    return f"{STEM}-{when}" if format.is_pictures else f"{STEM}-{when}.{format}"


def write(
    album: Album,
    choice: Choice,
    path: Path | None = None,
    overwrite: bool = False,
    format: Format | None = None,
    accents: Mapping[DeckId, str] | None = None,
) -> Path:
    """Write a keepsake.

    Args:
        album: what all evenings left.
        choice: which of them.
        path: where; in the present folder, by its default name, where none is given.
        overwrite: whether a keepsake or another file there may be written over.
        format: how it is drawn; else as the path's ending says, else HTML.
        accents: the colours of decks, as in #9d2f3a.

    Returns:
        The file, or the folder of pictures.

    Raises:
        AlreadyThere: something is there, and `overwrite` was not said.
        Trouble: there is no such evening, it left nothing, the path does not say how it is drawn,
            or it cannot be written.
    """
    format = format or (Format.of(path) if path else Format.HTML)
    keepsake = gather(album, choice, accents)
    path = path or Path(default_name(album, choice, format))
    with _explained(path):
        path = path.expanduser()
        if format.is_pictures:
            if path.suffix.removeprefix(".").casefold() == format:
                path = path.with_suffix("")
            _write_pictures(path, keepsake, format, overwrite)
        else:
            _write_file(path, _page(keepsake, format).encode(), overwrite)
    return path


def _page(keepsake: Keepsake, format: Format) -> str:
    if format is Format.MARKDOWN:
        from two_of_hearts.keepsake import markdown

        return markdown.draw(keepsake)
    from two_of_hearts.keepsake import page

    return page.draw(keepsake)


def _write_pictures(folder: Path, keepsake: Keepsake, format: Format, overwrite: bool) -> None:
    """Fill a folder. Of what is there already, only our own pictures are ever touched."""
    from two_of_hearts.keepsake import picture

    leaves = [leaf for section in keepsake.sections for leaf in section.leaves]
    drawn = [picture.cover(keepsake), *(picture.draw(leaf) for leaf in leaves)]
    if format is Format.PNG:
        data = [picture.png(svg) for svg in drawn]
    else:
        data = [svg.encode() for svg in drawn]
    check_trusted(folder)
    if folder.exists() and not folder.is_dir():
        raise Trouble(*words.no_place(folder))
    folder.mkdir(mode=0o700, exist_ok=True)
    ours = re.compile(rf"{STEM}-card-\d{{3,}}\.{format}")
    old = {path for path in folder.iterdir() if ours.fullmatch(path.name)}
    if old and not overwrite:
        raise AlreadyThere(folder)
    new = {folder / f"{STEM}-card-{n:03}.{format}": one for n, one in enumerate(data)}
    for path, one in new.items():
        _write_file(path, one, overwrite)
    for path in old - new.keys():
        path.unlink()


def _write_file(path: Path, data: bytes, overwrite: bool) -> None:
    """Write beside the place, and put it there when it is whole."""
    if os.path.lexists(path):
        if not path.is_file():
            raise Trouble(*words.no_place(path))
        if not overwrite:
            raise AlreadyThere(path)
    handle, name = tempfile.mkstemp(prefix=f".{STEM}-", dir=path.parent)
    part = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        if not overwrite:
            # Taken before it is replaced: what somebody else put there meanwhile stays.
            os.close(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))
        part.replace(path)
    except BaseException:
        with suppress(OSError):
            part.unlink()
        raise


@contextmanager
def _explained(path: Path) -> Iterator[None]:
    """Turn what the system says into what a player can be told."""
    try:
        yield
    except FileExistsError as error:
        raise AlreadyThere(path) from error
    except (OSError, RuntimeError, ValueError) as error:
        why = getattr(error, "strerror", None) or str(error)
        raise Trouble(*words.cannot_write(path, why)) from error
