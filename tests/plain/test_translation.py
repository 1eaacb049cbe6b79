"""Every word of every line can be translated."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from plain.room import Room, said
from pseudo import Pseudo
from tui.test_translation import TRANSLATED, digits
from two_of_hearts.engine.partners import Pair
from two_of_hearts.words import lexicon

SAME_EVERYWHERE = re.compile(
    r"Two of Hearts|/home/mia[^\s~⟧]*|/[^\s~⟧]+/us\.md|^\d+\. [a-z]: |^[al]: |(?<=[:,] )[a-z] (?=⟦)"
    r"|walnut|birch|contrast|sixteen"
)
"""The name of the game, paths, the letters that are typed, and the names of colours."""

EVENINGS: dict[str, tuple[str, ...]] = {
    "the table": (
        *("?", "", "?", "a", "2", "5", "", "?", "t", "h", "2", "?", "", "m", "k", "j", "55", "j"),
        *("2", "66", "s", "", "b", "?", "2", "2", "", "", "?", "", "u", "w", "?", "", "s", "f"),
        *("", "", "", "", "", "?", "a", "a", "l", "a", "", "g", "?", "b", "", "p", "x", "", "1"),
    ),
    "a clock": ("", "", "1", "", "c", "c", "c", "c", "c", "q"),
    "who sits there": ("e", "", "5" * 30, "", "", "q"),
    "in private": ("", "o", "x", "l", "", "1", "2", "x", "", "q"),
    "the settings": (",", "?", "1", "2", "3", "2", "7", "2", "99", "", "q"),
}


@pytest.fixture(autouse=True)
def pseudo() -> Iterator[None]:
    lexicon.use(Pseudo())
    yield
    lexicon.use(None)


@pytest.fixture
def numbered(room: Room) -> Room:
    """A room whose decks say nothing in letters, so that every letter is the game's."""
    room.shelf = tuple(digits(deck) for deck in room.shelf)
    return room


@pytest.mark.parametrize("name", EVENINGS)
def test_no_word_of_a_line_bypasses_the_lexicon(numbered: Room, name: str) -> None:
    told = said(numbered.play(*EVENINGS[name], names=Pair("1234", "5678")))
    bypasses(told)


def test_nor_does_one_of_those_who_look_back(numbered: Room, tmp_path: Path) -> None:
    numbered.play("", "3", "1", "", "j", "55", "k", *[""] * 3, "g", names=Pair("1234", "5678"))
    path = str(tmp_path / "us.md")
    lines = ("v", "2", "1", path, "1", path, "", "", "3", "1", "1", "", "4", "1", "", "", "5", "")
    bypasses(said(numbered.play(*lines, "x", "q", names=Pair("1234", "5678"))))


def bypasses(told: list[str]) -> None:
    """Look for words that were not looked up."""
    assert any("⟦" in line for line in told)
    for line in told:
        left = SAME_EVERYWHERE.sub(" ", line)
        while TRANSLATED.search(left):
            left = TRANSLATED.sub(" ", left)
        assert not re.findall(r"[^\W\d_]{2,}", left), line
