"""Every word of a command can be translated, and a catalogue that lies in its place is spoken."""

from __future__ import annotations

import re
import shutil
import sqlite3
import struct
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner

from evenings import spend
from helpers import NOON
from two_of_hearts.cli import main
from two_of_hearts.engine.cards import CardId
from two_of_hearts.engine.partners import Pair, Partner
from two_of_hearts.journal import Journal
from two_of_hearts.words import lexicon

Say = Callable[..., str]

DECK = """\
title = "77"
about = "7 7."
language = "en"
kind = "activity"
[moods]
tender = 2
[[card]]
id = "1"
text = "7, 7?"
depth = 2
topics = ["money"]
follow_ups = ["7?", "8?"]
clock = 60
"""
"""A deck that says nothing in letters, so that every letter is the game's."""


@pytest.fixture
def say(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Say:
    """Runs a command, and gives all that it says but for paths."""
    shelf = tmp_path / "shelf"
    shelf.mkdir()
    (shelf / "7.toml").write_text(DECK)
    monkeypatch.setattr("two_of_hearts.library.bundled", lambda: shelf)
    monkeypatch.setattr("two_of_hearts.places.keepsakes", lambda: tmp_path / "keepsakes")

    def run(*args: str) -> str:
        done = CliRunner().invoke(main, args, env={"TWO_OF_HEARTS_HOME": str(tmp_path / "home")})
        return re.sub(rf"{re.escape(str(tmp_path))}[\w./-]*", "", done.output)

    return run


def untranslated(said: str) -> list[str]:
    """The words outside the brackets."""
    while "⟦" in said and (less := re.sub(r"⟦[^⟦⟧]*⟧", " ", said)) != said:
        said = less
    return re.findall(r"[^\W\d_]{2,}", said)


JOURNAL = Path(__file__).parent / "data" / "journal-3.sqlite3"

IMPORTED = "text,depth,kind,topics\n1?,9,riddle,kids\n2?,3,,\n1?,1,,\n,1,,x\n5\u202e5,,,\n"

BROKEN = 'title = ""\nabuot = 1\nkind = "questoin"\ncard = [{id = 3, depth = 2, text = "x"}, 4]\n'


@pytest.mark.usefixtures("pseudo")
@pytest.mark.parametrize(
    "command",
    [
        "decks",
        "decks show 7",
        "decks show nothing",
        "decks check",
        "decks check FOLDER/broken.toml",
        "decks check FOLDER/none.toml",
        "decks check FOLDER/brackets.toml",
        "decks new Our/Year",
        "decks new 7",
        "decks import FOLDER/cards.csv",
        "decks import FOLDER/broken.json",
        "decks import FOLDER/empty.txt",
        "decks import FOLDER",
        "history",
        "history --evening 3",
        "keepsake",
        "where",
        "forget evening 1",
        "forget lines both",
        "forget everything",
        "play",
        "doctor",
        "doctor --mend",
        "doctor --recover FOLDER/broken.toml",
        "doctor --home FOLDER/spoilt",
        "play --home FOLDER/empty",
        "history --home FOLDER/spoilt",
        "doctor --mend --home FOLDER/spoilt",
        "doctor --home FOLDER/none --recover FOLDER/spoilt/journal.sqlite3",
        "--home ~nobody-here/x decks",
    ],
)
def test_no_word_of_a_command_bypasses_the_lexicon(say: Say, tmp_path: Path, command: str) -> None:
    files = {
        "broken.toml": BROKEN,
        "brackets.toml": "[card]\n[card]\n",
        "cards.csv": IMPORTED,
        "broken.json": "[1",
        "empty.txt": "\n",
    }
    for name, text in files.items():
        (tmp_path / name).write_text(text)
    for home in ("spoilt", "empty"):
        (tmp_path / home).mkdir()
    spoilt = shutil.copy(JOURNAL, tmp_path / "spoilt" / "journal.sqlite3")
    with sqlite3.connect(spoilt) as db:
        db.execute("UPDATE event SET sum = 1 WHERE seq = 9")
    db.close()
    (tmp_path / "empty" / "journal.sqlite3").touch()
    said = say(*command.replace("FOLDER", str(tmp_path)).split())
    assert "⟦" in said
    assert untranslated(said) == []


@pytest.mark.usefixtures("pseudo")
def test_a_deck_that_is_written_over_is_spoken_of_in_the_language_of_the_players(say: Say) -> None:
    assert say("decks", "new", "ours") == "\n"
    again = say("decks", "new", "ours")
    assert "⟦" in again
    assert untranslated(again) == []


@pytest.mark.usefixtures("pseudo")
@pytest.mark.parametrize("what", ["evening 1", "lines left", "lines both", "everything"])
@pytest.mark.parametrize("yes", [True, False])
def test_what_is_forgotten_is_spoken_of_in_the_language_of_the_players(
    say: Say, tmp_path: Path, what: str, yes: bool
) -> None:
    journal = Journal(tmp_path / "home" / "journal.sqlite3")
    spend(journal, names=Pair("7", "8"))
    for number, who in enumerate((Partner.A, Partner.L, None)):
        journal.write_note(1, CardId(f"red/{number}"), who, "7", NOON)
    journal.close()
    (tmp_path / "home" / "journal.damaged").write_text("7")
    (tmp_path / "home").chmod(0o755)
    assert untranslated(re.sub("[-dr][-rwx]{9}", "", say("where").replace("chmod", ""))) == []
    said = say("forget", *what.split(), *["--yes"] * yes)
    assert "⟦" in said
    # The days are Python's.
    assert untranslated(re.sub(r"Saturday|February", "", said)) in ([], ["yes"])


def catalogue(texts: dict[str, str]) -> bytes:
    """A catalogue as msgfmt makes it: two tables of lengths and places, then the texts."""
    head = "Content-Type: text/plain; charset=UTF-8\nPlural-Forms: nplurals=2; plural=(n != 1);\n"
    pairs = sorted((key.encode(), text.encode()) for key, text in {"": head, **texts}.items())
    at = 28 + 16 * len(pairs)
    tables, body = b"", b""
    for column in zip(*pairs, strict=True):
        for text in column:
            tables += struct.pack("<II", len(text), at + len(body))
            body += text + b"\0"
    start = struct.pack("<IIIIIII", 0x950412DE, 0, len(pairs), 28, 28 + 8 * len(pairs), 0, 0)
    return start + tables + body


@pytest.fixture
def german(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    folder = tmp_path / "locale" / "de" / "LC_MESSAGES"
    folder.mkdir(parents=True)
    texts = {
        "{id}: {title}": "{title} heißt {id}",
        "{n} card\0{n} cards": "{n} Karte\0{n} Karten",
        "{n} deck\0{n} decks": "{n} Stapel\0{n} Stapel",
        "{decks}, {cards}: all is well.": "{decks}, {cards}: alles gut.",
    }
    (folder / "two_of_hearts.mo").write_bytes(catalogue(texts))
    monkeypatch.setattr(lexicon, "FOLDER", tmp_path / "locale")
    monkeypatch.setenv("LANGUAGE", "de")
    lexicon.use(None)
    yield
    lexicon.use(None)


@pytest.mark.usefixtures("german")
def test_a_catalogue_in_its_place_is_spoken_and_what_it_lacks_stays_english(say: Say) -> None:
    assert say("decks", "check") == "1 Stapel, 1 Karte: alles gut.\n"
    assert say("decks").splitlines()[0] == "77 heißt 7"
    assert "0 light, 1 warm, 0 deep; 0 seen, 1 unseen." in say("decks")
