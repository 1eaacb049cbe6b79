"""The door through which names and lines come in: what passes can be shown, all else is refused."""

from __future__ import annotations

from unicodedata import category

import pytest
from hypothesis import example, given

from hell.naughty import ANY, NAUGHTY, REAL, ZALGO, tries
from two_of_hearts.engine.text import (
    NAME_LENGTH,
    NOTE_LENGTH,
    BadName,
    BadNote,
    clean_name,
    clean_note,
    flaw,
    printable,
)
from two_of_hearts.words import flaws


@pytest.mark.parametrize("name", REAL)
def test_real_names_of_all_scripts_are_let_in_and_shown_as_they_are(name: str) -> None:
    assert clean_name(name) == name
    assert clean_note(f"{name}, and {name}") == f"{name}, and {name}"
    assert printable(name) == name


@pytest.mark.parametrize("text", [ZALGO, "\u0301a", "a" + "\u20dd" * 7, "\ufe0fx"])
def test_more_marks_than_a_letter_can_carry_are_refused(text: str) -> None:
    with pytest.raises(BadName) as refused:
        clean_name(text[:NAME_LENGTH])
    assert "more marks than a letter can carry" in flaws.of_name(refused.value.flaw)


@pytest.mark.parametrize("text", ["a\u200db", "\u200da", "a\u200d", "❤\u200d"])
def test_a_joiner_that_joins_nothing_is_left_out_of_a_name(text: str) -> None:
    assert "\u200d" not in clean_name(text)


@pytest.mark.parametrize("text", ["\U000e0067", "\U0001f3f4\U000e0067", "x\U000e0067\U000e007f"])
def test_letters_that_are_hidden_outside_a_flag_are_refused(text: str) -> None:
    with pytest.raises(BadName):
        clean_name(f"a{text}")


@pytest.mark.parametrize("text", NAUGHTY)
def test_each_text_from_hell_is_let_in_without_harm_or_refused_with_a_sentence(text: str) -> None:
    see(text)


@tries(60)
@given(ANY)
@example("❤\u200d\U0010ffff")
def test_any_text_is_let_in_without_harm_or_refused_with_a_sentence(text: str) -> None:
    see(text)


def see(text: str) -> None:
    shown = printable(text)
    assert printable(shown) == shown
    assert not {category(char) for char in shown.replace("\n", "")} & {"Cc", "Cs", "Zl", "Zp"}
    assert not set(shown) & set(
        "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200e\u200f"
    )
    try:
        name = clean_name(text)
    except BadName as error:
        assert flaws.of_name(error.flaw).endswith("Please choose another.")
    else:
        assert flaw(name, NAME_LENGTH) is None
        assert printable(name) == name == clean_name(name)
        name.encode()
    try:
        line = clean_note(text)
    except BadNote as error:
        assert flaws.of_line(error.flaw).endswith("Please change it.")
    else:
        assert flaw(line, NOTE_LENGTH) is None
        assert printable(line) == line == clean_note(line)
