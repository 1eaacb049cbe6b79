"""Makes a deck of what people already have: plain lines, CSV, TSV, Anki's exported text, JSON.

Nothing is guessed silently: whatever is left out or changed is told with its place and the reason.
"""

from __future__ import annotations

import csv
import html
import json
import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from hashlib import blake2b
from pathlib import Path
from typing import Any

from two_of_hearts.deck_file import LINE_LENGTH, MOST_CARDS, TEXT_LENGTH
from two_of_hearts.engine.cards import Depth, Kind, Topic
from two_of_hearts.engine.text import flaw
from two_of_hearts.errors import Trouble
from two_of_hearts.words import deck_making as words
from two_of_hearts.words import flaws

MOST_BYTES = 4_194_304
"""How large a file to import may be."""

NAMES = {
    "text": ("text", "question", "prompt", "card", "front", "content"),
    "depth": ("depth", "level", "intensity"),
    "kind": ("kind", "type"),
    "topics": ("topics", "tags", "topic"),
    "follow_ups": ("follow_ups", "followups", "follow-ups", "follow ups"),
}
"""What the columns or keys of other people's files may be called, in small letters."""


@dataclass(frozen=True, slots=True)
class Found:
    """One card as it stands in somebody's file."""

    place: str
    """Where: "line 7", "entry 3"."""
    text: str
    depth: Any = None
    kind: Any = None
    topics: Any = None
    follow_ups: Any = None


@dataclass(slots=True)
class Imported:
    """What an import took, changed and left out."""

    cards: list[dict[str, Any]] = field(default_factory=list)
    """The keys of each card, as they stand in a deck's file."""
    left_out: list[str] = field(default_factory=list)
    """What was left out, with its place and the reason."""
    changed: list[str] = field(default_factory=list)
    """What was changed, in sentences."""


def read(path: Path) -> Imported:
    """The cards in a file of any of the formats.

    Raises:
        Trouble: the file cannot be read, or holds no text that could be cards.
    """
    text = _decoded(path)
    try:
        return _sorted_out(_found(path, text))
    except (csv.Error, ValueError, RecursionError) as error:
        raise Trouble(*words.not_understood(path.name, str(error)[:200])) from error


def _decoded(path: Path) -> str:
    try:
        if not path.is_file():
            raise Trouble(*words.no_file(path.name))
        with path.open("rb") as file:
            data = file.read(MOST_BYTES + 1)
    except OSError as error:
        raise Trouble(*words.unread(path.name, str(error.strerror))) from error
    if len(data) > MOST_BYTES:
        raise Trouble(*words.too_large(path.name))
    # Spreadsheets write a byte-order mark, or UTF-16 with one.
    wide = data.startswith((b"\xff\xfe", b"\xfe\xff"))
    try:
        return data.decode("utf-16" if wide else "utf-8-sig")
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        raise Trouble(*words.not_utf8(path.name, line)) from error


def _found(path: Path, text: str) -> Iterator[Found]:
    """The cards of a file, in whichever format it is."""
    if path.suffix == ".json" or text.lstrip()[:2].replace(" ", "")[:1] in ("[", "{"):
        try:
            return _from_json(json.loads(text))
        except json.JSONDecodeError:
            if path.suffix == ".json":
                raise
    lines = text.splitlines()
    if path.suffix in (".jsonl", ".ndjson"):
        return _from_json([json.loads(line) for line in lines if line.strip()])
    anki = {
        key.strip(): value.strip()
        for key, _, value in (line[1:].partition(":") for line in lines if line.startswith("#"))
        if key.strip() in ("separator", "html", "tags column", "notetype column", "deck column")
    }
    separator = {"tab": "\t", "comma": ",", "semicolon": ";", "pipe": "|"}.get(
        anki.get("separator", "").casefold(), anki.get("separator", "")
    )
    if not separator and path.suffix in (".csv", ".tsv"):
        separator = "\t" if path.suffix == ".tsv" else _separator(lines)
    if not separator and any("\t" in line for line in lines):
        separator = "\t"
    if len(separator) == 1:
        return _from_table(lines, separator, with_html=anki.get("html") == "true")
    return _from_lines(lines)


def _separator(lines: list[str]) -> str:
    """A CSV's separator: what stands most often in its first lines."""
    first = "\n".join(lines[:20])
    return max(",;\t|", key=first.count)


def _from_lines(lines: Iterable[str]) -> Iterator[Found]:
    for number, line in enumerate(lines, start=1):
        if line.strip() and not line.lstrip().startswith("#"):
            bare = re.sub(r"^\s*(?:[-*\u2022]|\(?\d{1,4}[.):])\s+", "", line)
            yield Found(words.line(number), bare)


def _from_table(lines: list[str], separator: str, with_html: bool) -> Iterator[Found]:
    numbered = [(n, line) for n, line in enumerate(lines, 1) if not line.startswith("#")]
    reader = csv.reader((line + "\n" for _, line in numbered), delimiter=separator)
    columns: dict[str, int] | None = None
    for row in reader:
        number = numbered[reader.line_num - 1][0] if reader.line_num else 1
        if columns is None:
            columns = _columns(row)
            if columns:
                continue
            columns = {"text": 0}
        if not any(cell.strip() for cell in row):
            continue
        cells = {key: row[at] for key, at in columns.items() if at < len(row)}
        if with_html:
            cells = {key: _without_tags(cell) for key, cell in cells.items()}
        yield Found(words.line(number), **{"text": "", **cells})


def _columns(row: list[str]) -> dict[str, int]:
    """Which column holds what, where the first row is a head; empty where it is not."""
    named = {cell.strip().casefold(): at for at, cell in reversed(list(enumerate(row)))}
    columns = {
        key: named[name]
        for key, names in NAMES.items()
        for name in reversed(names)
        if name in named
    }
    return columns if "text" in columns else {}


def _without_tags(cell: str) -> str:
    return html.unescape(re.sub(r"<[^<>]*>", " ", cell))


def _from_json(data: Any) -> Iterator[Found]:
    if isinstance(data, dict):
        lists = [value for value in data.values() if isinstance(value, list)]
        data = max(lists, key=len, default=[])
    if not isinstance(data, list):
        data = [data]
    for number, entry in enumerate(data, start=1):
        if isinstance(entry, dict):
            known = {str(key).casefold(): value for key, value in entry.items()}
            values = {
                key: next((known[name] for name in names if name in known), None)
                for key, names in NAMES.items()
            }
            text = values.pop("text")
            yield Found(words.entry(number), text if isinstance(text, str) else "", **values)
        else:
            yield Found(words.entry(number), entry if isinstance(entry, str) else "")


def _sorted_out(found: Iterable[Found]) -> Imported:
    """What is taken and what is left out."""
    imported = Imported()
    seen: dict[str, str] = {}
    ids: set[str] = set()
    for one in found:
        text = " ".join(one.text.split())
        if not text:
            imported.left_out.append(words.no_text(one.place))
        elif problem := flaw(text, TEXT_LENGTH):
            imported.left_out.append(flaws.of_imported(one.place, problem))
        elif text.casefold() in seen:
            imported.left_out.append(words.same_as(one.place, seen[text.casefold()]))
        elif len(imported.cards) == MOST_CARDS:
            imported.left_out.append(words.deck_is_full(one.place, MOST_CARDS))
        else:
            seen[text.casefold()] = one.place
            imported.cards.append(_card(one, text, ids, imported.changed))
    return imported


def _card(one: Found, text: str, ids: set[str], changed: list[str]) -> dict[str, Any]:
    """The keys of a card that is taken; what its file says of it counts where it can be used."""
    depth = _depth(one.depth)
    if depth is None:
        changed.append(words.unknown_depth(one.place, _shown(one.depth)))
    card: dict[str, Any] = {"id": _id(text, ids), "text": text, "depth": int(depth or Depth.LIGHT)}
    kind = str(one.kind or "").strip().casefold()
    if kind in list(Kind):
        card["kind"] = kind
    elif kind:
        changed.append(words.unknown_kind(one.place, _shown(kind)))
    named = [word.casefold() for word in _words(one.topics)]
    topics = sorted({word for word in named if word in list(Topic)})
    if topics:
        card["topics"] = topics
    if strange := [word for word in named if word not in topics]:
        changed.append(words.unknown_topic(one.place, _shown(strange[0])))
    follow_ups = [line for line in _words(one.follow_ups, ";|\n") if not flaw(line, LINE_LENGTH)][
        :6
    ]
    if card["depth"] > Depth.LIGHT and len(follow_ups) < 2:
        follow_ups = [*follow_ups, *words.plain_follow_ups()][:2]
        changed.append(words.few_follow_ups(one.place))
    if follow_ups:
        card["follow_ups"] = follow_ups
    return card


def _shown(value: object) -> str:
    """Somebody's word as it may stand in a message."""
    return repr(str(value)[:30])


def _depth(value: Any) -> Depth | None:
    """A depth as a number or as a word; light where none is given, None where it is neither."""
    if value is None or not str(value).strip():
        return Depth.LIGHT
    names = {depth.name.casefold(): depth for depth in Depth} | {str(int(d)): d for d in Depth}
    return names.get(str(value).strip().casefold())


def _words(value: Any, separators: str = ",;| \n") -> list[str]:
    """A list, or a text with separators, as words."""
    if isinstance(value, str):
        parts = re.split(f"[{re.escape(separators)}]", value)
    elif isinstance(value, list):
        parts = [part for part in value if isinstance(part, str)]
    else:
        parts = []
    return [" ".join(part.split()) for part in parts if part.strip()]


def _id(text: str, ids: set[str]) -> str:
    """An id that depends on the text alone: its first words, and a few letters of its hash."""
    ascii_text = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().casefold()
    first = re.findall(r"[a-z0-9]+", ascii_text)[:3]
    digest = blake2b(text.casefold().encode(), digest_size=8).hexdigest()
    for length in range(6, 17, 2):
        id = "-".join([*first, digest[:length]])[-32:].strip("-")
        if id not in ids:
            break
    ids.add(id)
    return id
