"""The library: everything that is wrong with a file, at once; the sound decks are played."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from two_of_hearts import library
from two_of_hearts.engine.cards import Deck, Hue, Kind, Mood, Topic
from two_of_hearts.library import MOST_BYTES, Problem, line_of_card, load, read_deck

HEAD = """\
title = "Own"
about = "A deck of our own."
language = "en"
kind = "question"

[moods]
tender = 2
"""

CARD = """
[[card]]
id = "one"
text = "What did you have for breakfast?"
depth = 1
"""


def write(folder: Path, text: str | bytes, name: str = "own.toml") -> Path:
    path = folder / name
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return path


def problems(path: Path) -> list[str]:
    read = read_deck(path)
    assert isinstance(read, list)
    return [str(problem) for problem in read]


def test_a_sound_deck_is_read(tmp_path: Path) -> None:
    card = """
[[card]]
id = "two"
text = "Plan a picnic."
depth = 2
kind = "plan"
topics = ["movement", "money"]
follow_ups = ["Where?", "With whom?"]
clock = 60
from = ["S2", "Q12"]
"""
    deck = read_deck(write(tmp_path, HEAD + CARD + card))
    assert isinstance(deck, Deck)
    assert deck.id == "own"
    assert deck.moods == {Mood.TENDER: 2}
    assert deck.language == "en"
    assert [card.depth for card in deck.cards] == [1, 2]
    first, second = deck.cards
    assert (first.id, first.kind, first.clock) == ("own/one", Kind.QUESTION, None)
    assert (second.kind, second.clock) == (Kind.PLAN, 60)
    assert second.topics == (Topic.MONEY, Topic.MOVEMENT)
    assert second.follow_ups == ("Where?", "With whom?")


def test_everything_that_is_wrong_is_said_at_once_with_line_card_key_and_mend(
    tmp_path: Path,
) -> None:
    text = """\
title = "Own"
abuot = "A deck."
language = "en"
kind = "questoin"

[moods]
tendr = 2

[[card]]
id = "one"
text = ""
depth = 4

[[card]]
id = "one"
text = "Fine?"
depth = 2
topics = ["mony"]
colour = "red"

[[card]]
text = "No id."
depth = 1
clock = 5
from = ["Q99"]
"""
    assert problems(write(tmp_path, text)) == [
        "own.toml:2: There is no key 'abuot'. Did you mean about?",
        "own.toml:4: kind does not know 'questoin'. Did you mean question?",
        "own.toml:6: moods does not know 'tendr'. Did you mean tender?",
        'own.toml:11: card "one": The text is empty. Write the prompt in quotes, at most 160 characters.',
        'own.toml:12: card "one": depth cannot be 4. Write 1 (light), 2 (warm) or 3 (deep).',
        'own.toml:14: card "one": A card of depth 2 has two follow-ups or more, this one 0. Write what one could ask next, in two directions.',
        'own.toml:15: card "one": Another card has this id. Give each card its own.',
        "own.toml:18: card \"one\": topics does not know 'mony'. Did you mean money?",
        "own.toml:19: card \"one\": There is no key 'colour'. The keys are id, text, depth, kind, topics, follow_ups, clock, from.",
        'own.toml:21: card "number 3": The key id is missing. Write small letters, digits and hyphens in quotes, at most 32.',
        'own.toml:24: card "number 3": clock cannot be 5. Write whole seconds, from 10 to 1800.',
        "own.toml:25: card \"number 3\": from cannot be ['Q99']. Write a list of ids from Q01 to Q16, S1 to S7 and F1 to F3, or leave it out.",
    ]


@pytest.mark.parametrize("sign", ["", "ab", "愛", "🙂", "\u0301", "\u202e", "ש", 3])
def test_a_sign_is_one_character_that_takes_one_cell(tmp_path: Path, sign: object) -> None:
    text = HEAD.replace("[moods]", f"sign = {json.dumps(sign, ensure_ascii=False)}\n[moods]") + CARD
    (problem,) = problems(write(tmp_path, text))
    assert "sign cannot be" in problem


def test_a_deck_without_a_colour_always_has_the_same_one(tmp_path: Path) -> None:
    first, again = (read_deck(write(tmp_path, HEAD + CARD)) for _ in range(2))
    assert isinstance(first, Deck)
    assert isinstance(again, Deck)
    assert (first.sign, first.hue) == ("♥", again.hue)
    assert first.hue in Hue
    own = read_deck(write(tmp_path, HEAD.replace("[moods]", 'hue = "plum"\n[moods]') + CARD))
    assert isinstance(own, Deck)
    assert own.hue is Hue.PLUM
    bronze = read_deck(write(tmp_path, HEAD.replace("[moods]", 'hue = "moss"\n[moods]') + CARD))
    assert isinstance(bronze, Deck)
    assert bronze.hue is Hue.MOSS


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("title = ", "own.toml:1: It is no sound TOML"),
        (HEAD + '\n[[card]]\nid = "x\n', "own.toml:10: It is no sound TOML"),
        ("", "own.toml:1: The key title is missing"),
        (HEAD, "own.toml:1: It has no list of cards."),
        (HEAD + "card = 3\n", "It has no list of cards."),
        ("card = [3]\n", "It is no table."),
        ("\ufeff" + HEAD + CARD, "byte-order mark"),
        ((HEAD + CARD).replace("breakfast", "frühstück").encode("latin-1"), "own.toml:11: Its enc"),
        ("a = " + "[" * 3900, "nested too deeply"),
        ("a = " + "[" * 50000, "over 4000 characters"),
        (".".join("a" * 90) + " = 1", "There is no key 'a'."),
        (".".join("a" * 900) + " = 1", "over 100 dots"),
        (HEAD + CARD.replace("depth = 1", "depth = " + "9" * 5000), "over 4000 characters"),
        (HEAD + CARD + "clock = 0x" + "f" * 3900, "a number of thousands of digits"),
        (HEAD + CARD + "".join(f"k{n} = 1\n" for n in range(20_000)), "There is no key 'k9'"),
        (HEAD + CARD.replace('"one"', '"one\\n"'), "id cannot be"),
        ("[" + "b" * 3000 + "]\n" + "[" + "b" * 3000 + "]\n", "Cannot declare"),
        (HEAD + CARD.replace("breakfast?", "a\\u200db"), "U+200D"),
        (HEAD.replace("Own", "\\ufe0f") + CARD, "nothing in it that can be seen"),
        ("[card]\n[card]\n", "two pairs of brackets"),
        (HEAD + CARD.replace("depth = 1", "depth = 2024-13-45"), "It is no sound TOML"),
        (HEAD + CARD.replace("depth = 1", "depth.a.b.c.d.e.f = 1"), "depth cannot be {'a': {"),
        (HEAD + CARD * 2001, "It has 2001 cards, and 2000 is the most."),
        (HEAD.replace("tender = 2", "[moods.tender]"), "The fit of tender cannot be {}."),
        (HEAD.replace("tender = 2", "tender = 7"), "own.toml:7: The fit of tender cannot be 7."),
        ("\x00", "It is no sound TOML"),
        (
            "title = 'a'\ntitle = 'b'\n",
            "own.toml:2: It is no sound TOML: Cannot overwrite a value.",
        ),
        (HEAD + "list = [\n\n", "own.toml:10: It is no sound TOML: Invalid value."),
        ("#" * (MOST_BYTES + 1), "larger than 1 MiB"),
        (HEAD + CARD.replace("breakfast?", "\\u001b[31mred?"), "U+001B"),
        (HEAD + CARD.replace("breakfast?", "\\u202egnp?"), "U+202E"),
        (HEAD + CARD.replace("breakfast?", "breakfast? " * 20), "160 is the most"),
        (HEAD + CARD + 'follow_ups = ["a\\u0007"]\n', "A follow-up has a character"),
        (HEAD + CARD + "follow_ups = 3\n", "follow_ups cannot be 3."),
        (HEAD + CARD + "clock = true\n", "clock cannot be True."),
        (HEAD + CARD.replace('"one"', '"One!"'), "id cannot be 'One!'."),
    ],
)
def test_a_broken_file_is_explained(tmp_path: Path, text: str | bytes, said: str) -> None:
    assert said in "\n".join(problems(write(tmp_path, text)))


def test_a_file_may_be_as_large_as_is_said_and_no_larger(tmp_path: Path) -> None:
    text = HEAD + CARD
    text += "\n".join("#" * 99 for _ in range((MOST_BYTES - len(text)) // 100))
    text += "#" * (MOST_BYTES - len(text))
    assert len(text) == MOST_BYTES
    assert isinstance(read_deck(write(tmp_path, text)), Deck)
    assert "larger than 1 MiB" in problems(write(tmp_path, text + "#"))[0]


@pytest.mark.parametrize(("sign", "most"), [("#", 4000), (".", 100)])
def test_a_line_may_be_as_long_as_is_said_and_no_longer(
    tmp_path: Path, sign: str, most: int
) -> None:
    begin = HEAD + CARD
    line = "#" + sign * (most - (sign == "#"))
    assert isinstance(read_deck(write(tmp_path, begin + line)), Deck)
    (told,) = problems(write(tmp_path, begin + line + sign + "\n"))
    assert told.startswith(f"own.toml:{begin.count(chr(10)) + 1}: It has over 4000 characters")


def test_a_folder_in_place_of_a_file_is_explained(tmp_path: Path) -> None:
    (tmp_path / "own.toml").mkdir()
    assert "no file" in problems(tmp_path / "own.toml")[0]
    assert "cannot be read" in problems(tmp_path / "missing.toml")[0]


def test_a_pipe_in_place_of_a_file_does_not_hang(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "own.toml")
    assert "no file" in problems(tmp_path / "own.toml")[0]


def test_links_that_lead_in_a_circle_are_explained(tmp_path: Path) -> None:
    (tmp_path / "own.toml").symlink_to("own.toml")
    assert "cannot be read" in problems(tmp_path / "own.toml")[0]


def test_a_folder_of_decks_that_is_none_is_explained(tmp_path: Path) -> None:
    (tmp_path / "decks").write_text("not a folder")
    (problem,) = load([tmp_path / "decks"]).problems
    assert "folder of decks cannot be read" in problem.wrong


def test_a_file_name_cannot_steer_the_terminal(tmp_path: Path) -> None:
    write(tmp_path, HEAD + CARD, "a\x1b[2J\u202e.toml")
    (problem,) = load([tmp_path]).problems
    assert problem.file == "a\\u001b[2J\\u202e.toml"


def test_a_link_that_leads_out_of_the_folder_is_not_followed(tmp_path: Path) -> None:
    outside = tmp_path / "outside"
    inside = tmp_path / "inside"
    outside.mkdir()
    inside.mkdir()
    write(outside, HEAD + CARD)
    (inside / "own.toml").symlink_to(outside / "own.toml")
    (inside / "zero.toml").symlink_to("/dev/zero")
    write(inside, HEAD + CARD, "mine.toml")
    (inside / "alias.toml").symlink_to("mine.toml")
    library = load([inside])
    assert [deck.id for deck in library.decks] == ["alias", "mine"]
    assert all("leads out" in problem.wrong for problem in library.problems)
    assert len(library.problems) == 2


def test_a_file_name_that_cannot_be_a_deck_is_explained(tmp_path: Path) -> None:
    assert "small letters" in problems(write(tmp_path, HEAD + CARD, "Our Own.toml"))[0]


def test_the_game_plays_on_with_the_decks_that_are_sound(tmp_path: Path) -> None:
    write(tmp_path, HEAD + CARD)
    write(tmp_path, "title = ", "broken.toml")
    library = load([tmp_path, tmp_path / "missing"])
    assert [deck.id for deck in library.decks] == ["own"]
    assert [problem.file for problem in library.problems] == ["broken.toml"]


def test_a_deck_of_a_name_that_is_taken_is_named_and_left_out(tmp_path: Path) -> None:
    for name in ("first", "second"):
        (tmp_path / name).mkdir()
        write(tmp_path / name, HEAD.replace("Own", name) + CARD)
    library = load([tmp_path / "first", tmp_path / "second"])
    assert [deck.title for deck in library.decks] == ["first"]
    assert library.problems == (
        Problem("own.toml", 1, None, "There is another deck called own.", "Rename the file."),
    )


SOUND = (HEAD + CARD + 'follow_ups = ["Who?", "When?"]\ntopics = ["work"]\nclock = 60\n').encode()


@given(data=st.binary(max_size=300), at=st.integers(0, len(SOUND)), cut=st.integers(0, 40))
def test_no_bytes_at_all_end_in_a_traceback(
    tmp_path_factory: pytest.TempPathFactory, data: bytes, at: int, cut: int
) -> None:
    """Anything in place of a part of a sound deck: it is read, or explained in shown characters."""
    folder = tmp_path_factory.mktemp("deck")
    read = read_deck(write(folder, SOUND[:at] + data + SOUND[at + cut :]))
    if isinstance(read, list):
        assert read
        for problem in read:
            assert str(problem).isprintable()
            assert 1 <= problem.line <= SOUND.count(b"\n") + data.count(b"\n") + 2
    else:
        shown = [read.title, read.about, *(c.text for c in read.cards)]
        assert all(text.isprintable() for text in shown)


@given(text=st.text(st.characters(codec="utf-8"), max_size=200))
def test_any_text_is_let_in_as_it_is_or_refused(
    tmp_path_factory: pytest.TempPathFactory, text: str
) -> None:
    folder = tmp_path_factory.mktemp("deck")
    card = f'\n[[card]]\nid = "x"\ndepth = 1\ntext = {json.dumps(text, ensure_ascii=True)}\n'
    read = read_deck(write(folder, HEAD + card))
    if isinstance(read, Deck):
        assert read.cards[0].text == text
    else:
        assert all(str(problem).isprintable() for problem in read)


def test_a_fault_is_found_in_the_last_line_of_a_file_and_of_a_card(tmp_path: Path) -> None:
    card = CARD.replace("depth = 1", 'clock = 60\ncolour = "red"')
    own, last = problems(write(tmp_path, HEAD + card))
    line = HEAD.count("\n") + card.count("\n")
    assert own.startswith(f"own.toml:{HEAD.count(chr(10)) + 2}: ")
    assert "The key depth is missing" in own
    assert last.startswith(f"own.toml:{line}: ")
    assert "There is no key 'colour'" in last


def test_what_the_head_lacks_is_not_found_in_a_card(tmp_path: Path) -> None:
    card = CARD.replace("depth", 'kind = "story"\ndepth')
    (told,) = problems(write(tmp_path, HEAD.replace('kind = "question"\n', "") + card))
    assert told.startswith("own.toml:1: The key kind is missing")


def test_the_line_of_a_card_is_where_its_text_stands(tmp_path: Path) -> None:
    path = write(tmp_path, HEAD + CARD + CARD.replace("one", "two"))
    lines = path.read_text().splitlines()
    for number in range(2):
        assert lines[line_of_card(path, number) - 1].startswith("text = ")
    assert line_of_card(path, 1) - line_of_card(path, 0) == CARD.count("\n")
    assert line_of_card(path, 2) == 1


@pytest.mark.parametrize("sign", "◆♥☂¶»∪")
def test_a_sign_of_one_cell_is_taken(tmp_path: Path, sign: str) -> None:
    deck = read_deck(write(tmp_path, HEAD.replace("[moods]", f'sign = "{sign}"\n[moods]') + CARD))
    assert isinstance(deck, Deck)
    assert deck.sign == sign


@pytest.mark.parametrize("sign", "ع٣🀀")
def test_a_sign_that_is_read_from_the_right_or_is_a_picture_is_not(
    tmp_path: Path, sign: str
) -> None:
    assert problems(write(tmp_path, HEAD.replace("[moods]", f'sign = "{sign}"\n[moods]') + CARD))


def test_a_folder_of_too_many_files_is_told_and_the_first_ones_count(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(library, "MOST_DECKS", 2)
    for name in ("a", "b"):
        write(tmp_path, HEAD + CARD, f"{name}.toml")
    assert load([tmp_path]).problems == ()
    write(tmp_path, HEAD + CARD, "c.toml")
    read = load([tmp_path])
    assert [deck.id for deck in read.decks] == ["a", "b"]
    (problem,) = read.problems
    assert problem.file == tmp_path.name
    assert "3" in str(problem)
    assert "2" in str(problem)


def test_a_folder_that_cannot_be_read_is_told_and_the_next_one_counts(tmp_path: Path) -> None:
    file = write(tmp_path, HEAD + CARD)
    read = load([tmp_path / "missing", file, tmp_path])
    assert [deck.id for deck in read.decks] == ["own"]
    (problem,) = read.problems
    assert "Not a directory" in str(problem)
