"""Decks on disk, made into `Deck` values, or into a list of all that is wrong with them.

A file with a problem is left out and named; the others are played.
"""

from __future__ import annotations

import os
import re
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, partial
from pathlib import Path
from typing import Any

import msgspec

from two_of_hearts.deck_check import check
from two_of_hearts.deck_file import SLUG, CardFile, DeckFile
from two_of_hearts.engine.cards import Card, CardId, Deck, DeckId, Hue
from two_of_hearts.engine.text import printable
from two_of_hearts.words import deck_files as words

MOST_BYTES = 1_048_576
"""How large a deck's file may be."""

LONGEST_LINE = 4000
"""How many characters a line may have."""

MOST_DOTS = 100
"""How many dots a line may have."""

MOST_DECKS = 5000
"""How many decks a folder may have."""


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is wrong with one file."""

    file: str
    """The name of the file."""
    line: int
    """Where it is, as near as can be told; 1 for the file as a whole."""
    card: str | None
    """The id of the card, where it is in one."""
    wrong: str
    """What is wrong."""
    mend: str
    """What to do about it."""

    def __str__(self) -> str:
        return words.told(f"{self.file}:{self.line}", self.card, self.wrong, self.mend)


@dataclass(frozen=True, slots=True)
class Library:
    """The decks that are sound, in the order of their titles, and what is wrong with the others."""

    decks: tuple[Deck, ...]
    problems: tuple[Problem, ...]


def bundled() -> Path:
    """The folder of the decks that come with the game: in the package, or in the checkout."""
    package = Path(__file__).parent
    installed = package / "decks"
    return installed if installed.is_dir() else package.parents[1] / "decks"


def load(folders: Iterable[Path]) -> Library:
    """Read every deck in these folders.

    A folder that is missing has no decks. Where two files have the same name, the first counts.
    """
    decks: dict[DeckId, Deck] = {}
    problems: list[Problem] = []
    for folder in folders:
        try:
            paths = sorted(path for path in folder.iterdir() if path.suffix == ".toml")
        except FileNotFoundError:
            continue
        except OSError as error:
            problems.append(_problem(folder, *words.unread_folder(str(error.strerror))))
            continue
        if len(paths) > MOST_DECKS:
            problems.append(_problem(folder, *words.too_many(len(paths), MOST_DECKS)))
        for path in paths[:MOST_DECKS]:
            read = read_deck(path)
            if not isinstance(read, Deck):
                problems += read
            elif read.id in decks:
                problems.append(_problem(path, *words.taken(read.id)))
            else:
                decks[read.id] = read
    return Library(tuple(sorted(decks.values(), key=lambda d: d.title)), tuple(problems))


def read_deck(path: Path) -> Deck | list[Problem]:
    """The deck in a file, or everything that is wrong with it."""
    text = _text(path)
    if isinstance(text, Problem):
        return [text]
    try:
        table = tomllib.loads(text)
    except (ValueError, RecursionError) as error:
        return [_syntax(path, text, error)]
    lines = Lines(text)
    faults = check(table)
    if faults:
        problems = [
            _problem(path, f.wrong, f.mend, lines.find(f.card, f.key), _label(table, f.card))
            for f in faults
        ]
        return sorted(problems, key=lambda problem: problem.line)
    return _deck(DeckId(path.stem), table)


def _text(path: Path) -> str | Problem:
    """The text of a file, or why it has none."""
    problem = partial(_problem, path)
    if not re.fullmatch(SLUG, path.stem):
        return problem(*words.bad_file_name())
    try:
        # A link may lead anywhere, and reading a pipe or a device might never end.
        target = Path(os.path.realpath(path))
        if path.is_symlink() and not target.is_relative_to(os.path.realpath(path.parent)):
            return problem(*words.leads_out())
        if path.exists() and not path.is_file():
            return problem(*words.no_file())
        with path.open("rb") as file:
            data = file.read(MOST_BYTES + 1)
    except OSError as error:
        return problem(*words.unread(str(error.strerror)))
    if len(data) > MOST_BYTES:
        return problem(*words.too_large())
    if data.startswith(b"\xef\xbb\xbf"):
        return problem(*words.marked())
    try:
        text = data.decode()
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        return problem(*words.not_utf8(), line)
    # No card needs such lines, and the parser takes very long for keys of thousands of parts.
    for number, row in enumerate(text.splitlines(), start=1):
        if len(row) > LONGEST_LINE or row.count(".") > MOST_DOTS:
            return problem(*words.long_line(LONGEST_LINE, MOST_DOTS), number)
    return text


def _problem(path: Path, wrong: str, mend: str, line: int = 1, card: str | None = None) -> Problem:
    """A problem with a file; neither its name nor what it says can hold what cannot be shown."""
    return Problem(printable(path.name), line, card, printable(wrong), mend)


def _syntax(path: Path, text: str, error: Exception) -> Problem:
    """A file that is no TOML. The parser tells the line in its message, where it knows it."""
    if isinstance(error, RecursionError):
        return _problem(path, *words.too_deep())
    message = str(error)
    found = re.search(r" \(at line (\d+), column \d+\)$", message)
    line = int(found[1]) if found else text.count("\n") + 1
    wrong = message[: found.start()] if found else message.removesuffix(" (at end of document)")
    if message.startswith("Exceeds the limit"):
        return _problem(path, *words.huge_number())
    explained = words.single_brackets if "declare ('card'" in message else words.no_toml
    return _problem(path, *explained(wrong[:200]), line)


def _label(table: dict[str, Any], card: int | None) -> str | None:
    """What to call a card in a message: its id, or its number where it has no sound one."""
    if card is None:
        return None
    id = table["card"][card].get("id") if isinstance(table["card"][card], dict) else None
    return id if isinstance(id, str) and re.fullmatch(SLUG, id) else words.numbered(card + 1)


def line_of_card(path: Path, card: int) -> int:
    """The line in which the text of the nth card of a sound deck stands; the first is 0."""
    return _lines_of(path).find(card, "text")


@cache
def _lines_of(path: Path) -> Lines:
    return Lines(path.read_text(encoding="utf-8"))


class Lines:
    """Finds the line of a key. The parser does not tell, so this looks where it should be."""

    def __init__(self, text: str) -> None:
        self._lines = text.splitlines()
        header = re.compile(r"^\s*\[\[\s*card\s*\]\]")
        self._cards = [n for n, line in enumerate(self._lines, 1) if header.match(line)]

    def find(self, card: int | None, key: str | None) -> int:
        """The line of a key in the nth card, or in the head; else where that begins."""
        if card is None:
            first, last = 1, self._cards[0] if self._cards else len(self._lines) + 1
        elif card < len(self._cards):
            first = self._cards[card]
            last = (*self._cards, len(self._lines) + 1)[card + 1]
        else:
            return 1
        if key:
            starts = re.compile(rf"""^\s*(\[\s*)?["']?{re.escape(key)}["']?\s*(=|\]|\.)""")
            for number in range(first, last):
                if starts.match(self._lines[number - 1]):
                    return number
        return first


def _deck(id: DeckId, table: dict[str, Any]) -> Deck:
    """The value of a table that was found sound."""
    file = msgspec.convert(table, DeckFile)
    return Deck(
        id=id,
        title=file.title,
        about=file.about,
        language=file.language,
        moods=file.moods,
        cards=tuple(_card(id, file, card) for card in file.cards),
        sign=file.sign or "♥",
        hue=file.hue or _hue(id),
    )


def _hue(id: DeckId) -> Hue:
    """The colour of a deck that names none: always the same one, and not the same for all."""
    hues = tuple(Hue)
    return hues[sum(id.encode()) % len(hues)]


def _card(deck: DeckId, file: DeckFile, card: CardFile) -> Card:
    return Card(
        id=CardId(f"{deck}/{card.id}"),
        text=card.text,
        kind=card.kind or file.kind,
        depth=card.depth,
        topics=tuple(sorted(card.topics)),
        follow_ups=tuple(card.follow_ups),
        clock=card.clock or None,
    )
