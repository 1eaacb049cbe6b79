"""Decks, imports, settings and catalogues from hell: sound, or explained in sentences."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hell.naughty import ANY, NAUGHTY, REAL, tries
from test_library import CARD, HEAD
from two_of_hearts import config
from two_of_hearts.deck_import import read
from two_of_hearts.engine.cards import Deck
from two_of_hearts.engine.text import printable
from two_of_hearts.errors import Trouble
from two_of_hearts.library import read_deck
from two_of_hearts.words import lexicon


def harmless(text: str) -> None:
    """That nothing in a message could steer a terminal, once it passed the way out."""
    assert text
    assert "Traceback" not in text
    printable(text).encode()


def fine(text: str) -> str:
    """A text as it can stand in a file of UTF-8."""
    return text.encode("utf-8", "replace").decode()


def quoted(text: str) -> str:
    """A text as TOML has it."""
    return json.dumps(fine(text), ensure_ascii=True).replace("\x7f", "\\u007f")


def deck_of(folder: Path, text: str) -> None:
    """See that a deck with the text in every place is sound, or that all that is wrong is told."""
    one = quoted(text)
    texts = (
        f"title = {one}\nabout = {one}\nlanguage = {one}\nkind = {one}\n[moods]\n{one} = 1\n",
        f'{HEAD}[[card]]\nid = {one}\ntext = "x"\ndepth = 1\n',
        f'{HEAD}[[card]]\nid = "x"\ntext = {one}\ndepth = 1\ntopics = [{one}]\n{one} = {one}\n',
        f'{HEAD}[[card]]\nid = "x"\ntext = {one}\ndepth = 1\nfollow_ups = [{one}, "Why?"]\n',
        f"{HEAD}{CARD}sign = {one}\n{fine(text)}\n",
    )
    for file in texts:
        path = folder / "own.toml"
        path.write_text(file, encoding="utf-8", newline="")
        found = read_deck(path)
        if isinstance(found, Deck):
            for card in found.cards:
                assert printable(card.text) == card.text
                assert all(printable(line) == line for line in card.follow_ups)
        else:
            for problem in found:
                harmless(str(problem))
                assert printable(str(problem)) == str(problem)


def import_of(folder: Path, text: str) -> None:
    """See that whatever is taken from a list of it can be shown, and that the rest is told."""
    table = io.StringIO()
    rows = [["text", "depth", "topics", "follow_ups"], [text] * 4, ["x", text, text, text]]
    csv.writer(table).writerows([[fine(cell) for cell in row] for row in rows])
    keys = {"text": text, "depth": text, "kind": text, "topics": [text], "follow_ups": [text]}
    files = {
        "a.txt": f"{fine(text)}\nWhat else?\n",
        "a.csv": table.getvalue(),
        "a.json": json.dumps([text, keys, {**keys, "text": "x"}]),
        "b.txt": f"#separator:{fine(text)}\n#html:true\n{fine(text)}\tx\n",
    }
    for name, content in files.items():
        path = folder / name
        path.write_text(content, encoding="utf-8", newline="")
        try:
            imported = read(path)
        except Trouble as trouble:
            harmless(str(trouble))
            continue
        for card in imported.cards:
            assert printable(card["text"]) == card["text"]
        for line in (*imported.left_out, *imported.changed):
            harmless(line)


def settings_of(folder: Path, text: str) -> None:
    """See that settings of it, as keys and as values, leave the defaults and are told."""
    one = quoted(text)
    path = folder / "config.toml"
    for content in (
        f"theme = {one}\nturns = {one}\n{one} = 1",
        f"[keys]\n{one} = {one}\nskip = {one}",
    ):
        path.write_text(content, encoding="utf-8")
        found, problems = config.read(path)
        assert found.turns == config.Config().turns
        for problem in problems:
            harmless(str(problem))
            assert printable(str(problem)) == str(problem)


@pytest.mark.parametrize("text", NAUGHTY)
def test_each_text_from_hell_in_a_file_is_taken_or_explained(tmp_path: Path, text: str) -> None:
    deck_of(tmp_path, text)
    import_of(tmp_path, text)
    settings_of(tmp_path, text)


@tries(20)
@given(text=ANY)
def test_any_text_in_a_file_is_taken_or_explained(tmp_path: Path, text: str) -> None:
    deck_of(tmp_path, text)
    import_of(tmp_path, text)
    settings_of(tmp_path, text)


def test_cards_of_all_scripts_are_taken_as_they_are(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    path.write_text(json.dumps(list(REAL)), encoding="utf-8")
    imported = read(path)
    assert [card["text"] for card in imported.cards] == list(REAL)
    assert not imported.left_out


def catalogue(messages: dict[str, str]) -> bytes:
    """What msgfmt makes of these."""
    pairs = sorted({"": "Content-Type: text/plain; charset=UTF-8\n", **messages}.items())
    start = 28 + 16 * len(pairs)
    tables, blob = [b"", b""], b""
    for column in (0, 1):
        for pair in pairs:
            data = pair[column].encode()
            tables[column] += len(data).to_bytes(4, "little")
            tables[column] += (start + len(blob)).to_bytes(4, "little")
            blob += data + b"\0"
    numbers = (0x950412DE, 0, len(pairs), 28, 28 + 8 * len(pairs), 0, start)
    return b"".join(n.to_bytes(4, "little") for n in numbers) + b"".join(tables) + blob


@pytest.fixture
def speak(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where the catalogue of the language lies that is spoken now."""
    file = tmp_path / "xx" / "LC_MESSAGES" / f"{lexicon.DOMAIN}.mo"
    file.parent.mkdir(parents=True)
    monkeypatch.setattr(lexicon, "FOLDER", tmp_path)
    monkeypatch.setenv("LANGUAGE", "xx")
    monkeypatch.setattr(lexicon, "_translations", None)
    return file


SAYS = "{name} speaks."


def test_a_catalogue_is_spoken(speak: Path) -> None:
    speak.write_bytes(catalogue({SAYS: "{name} parle."}))
    assert lexicon._(SAYS) == "{name} parle."


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        ("{nobody} parle.", SAYS),
        ("{name parle.", SAYS),
        ("{} parle.", SAYS),
        ("{name:q} parle.", SAYS),
        ("{name:>99999999999} parle.", SAYS),
        ("{name:{zzz}} parle.", SAYS),
        ("{name!x} parle.", SAYS),
        ("\x1b]0;x\x07{name}\u202e", "\\u001b]0;x\\u0007{name}\\u202e"),
    ],
)
def test_a_translation_that_cannot_be_said_or_steers_does_no_harm(
    speak: Path, told: str, expected: str
) -> None:
    speak.write_bytes(catalogue({SAYS: told}))
    assert lexicon._(SAYS) == expected


def test_a_catalogue_that_cannot_count_leaves_the_counting_to_us(speak: Path) -> None:
    head = "Content-Type: text/plain; charset=UTF-8\nPlural-Forms: nplurals=2; plural=1/(n-1);\n"
    speak.write_bytes(catalogue({"": head, "{n} card\0{n} cards": "{n} carte\0{n} cartes"}))
    assert lexicon.ngettext("{n} card", "{n} cards", 1) == "{n} card"
    assert lexicon.ngettext("{n} card", "{n} cards", 2) == "{n} cartes"


@tries(40)
@given(
    data=st.binary(max_size=60),
    at=st.integers(0, 120),
)
def test_a_catalogue_that_is_broken_is_none(speak: Path, data: bytes, at: int) -> None:
    whole = catalogue({SAYS: "{name} parle.", "a": "b"})
    for broken in (data, whole[:at] + data + whole[at + len(data) :], whole[:at]):
        speak.write_bytes(broken)
        lexicon.use(None)
        lexicon.gettext._translations.clear()  # type: ignore[attr-defined]
        assert lexicon._(SAYS).format(name="Mia")
