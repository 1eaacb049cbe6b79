"""Decks made of what people have: what is taken, what is left out, and why."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from two_of_hearts import deck_write
from two_of_hearts.deck_import import read
from two_of_hearts.engine.cards import Deck, Kind
from two_of_hearts.errors import Trouble
from two_of_hearts.library import read_deck
from two_of_hearts.words.deck_making import PLAIN_FOLLOW_UPS


def write(folder: Path, name: str, content: str | bytes) -> Path:
    path = folder / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


def texts(path: Path) -> list[str]:
    return [card["text"] for card in read(path).cards]


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.txt", "What now?\nAnd then?\n"),
        ("a.txt", "1. What now?\r\n2) And then?\r\n"),
        ("a.txt", "# a list\n- What now?\n\n* And then?"),
        ("a.csv", "What now?\nAnd then?\n"),
        ("a.csv", 'text,depth\n"What now?",1\nAnd then?,2\n'),
        ("a.csv", "Depth;Question\n1;What now?\n2;And then?\n"),
        ("a.tsv", "What now?\t1\nAnd then?\t2\n"),
        ("a.txt", "#separator:tab\n#html:true\n<b>What</b> now?\tback\nAnd&nbsp;then?\tback\n"),
        ("a.json", '["What now?", "And then?"]'),
        ("a.json", '[{"Question": "What now?"}, {"text": "And then?", "level": "warm"}]'),
        ("a.json", '{"name": "x", "cards": [{"prompt": "What now?"}, "And then?"]}'),
        ("a.jsonl", '{"text": "What now?"}\n"And then?"\n'),
        ("a.csv", "\ufeffquestion\nWhat now?\nAnd then?\n"),
        ("a.txt", "What now?\nAnd then?\n".encode("utf-16")),
    ],
)
def test_all_these_hold_the_same_two_cards(tmp_path: Path, name: str, content: str | bytes) -> None:
    imported = read(write(tmp_path, name, content))
    assert [card["text"] for card in imported.cards] == ["What now?", "And then?"]
    assert imported.left_out == []


def test_what_a_file_says_of_a_card_counts(tmp_path: Path) -> None:
    table = "question,level,type,tags,follow_ups\nHow?,deep,story,money; faith,Who?|When?\n"
    (card,) = read(write(tmp_path, "a.csv", table)).cards
    assert card["depth"] == 3
    assert card["kind"] == "story"
    assert card["topics"] == ["faith", "money"]
    assert card["follow_ups"] == ["Who?", "When?"]


def test_deeper_cards_without_follow_ups_get_plain_ones_and_it_is_said(tmp_path: Path) -> None:
    imported = read(write(tmp_path, "a.csv", "text,depth\nHow?,3\n"))
    assert imported.cards[0]["follow_ups"] == list(PLAIN_FOLLOW_UPS)
    assert imported.changed == ["line 2: it had too few follow-ups for its depth, and has two now."]


def test_what_cannot_be_used_is_told(tmp_path: Path) -> None:
    table = "text,depth,kind,topics,follow_ups\nHow?,9,riddle,kids; sex,\nWhat?,2,story,,Who?\n"
    imported = read(write(tmp_path, "a.csv", table))
    first, second = imported.cards
    assert (first["depth"], first["topics"]) == (1, ["sex"])
    assert second["follow_ups"] == ["Who?", PLAIN_FOLLOW_UPS[0]]
    assert imported.changed == [
        "line 2: its depth '9' is unknown; it is light now.",
        "line 2: its kind 'riddle' is unknown; it has the deck's.",
        "line 2: there is no topic 'kids'; add one that fits.",
        "line 3: it had too few follow-ups for its depth, and has two now.",
    ]


def test_what_is_left_out_is_told_with_its_place_and_the_reason(tmp_path: Path) -> None:
    lines = ["Fine?", "fine?", "x" * 161, "a\u202eb", "Also fine?"]
    imported = read(write(tmp_path, "a.txt", "\n".join(lines)))
    assert imported.left_out == [
        "line 2: the same as line 1.",
        "line 3: it has 161 characters, and 160 is the most.",
        "line 4: it has a character that cannot be shown (U+202E at place 2).",
    ]


def test_an_id_depends_on_the_text_alone(tmp_path: Path) -> None:
    one = read(write(tmp_path, "a.txt", "How?\nWhat now?\n")).cards
    other = read(write(tmp_path, "b.txt", "What now?\nWho?\nHow?\n")).cards
    ids = {card["text"]: card["id"] for card in other}
    assert all(ids[card["text"]] == card["id"] for card in one)


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("a.json", "[1, 2", "cannot be understood"),
        ("a.json", '[{"text": "a b?", "depth": ' + "1" * 5000 + "}]", "cannot be understood"),
        ("a.txt", "#html:true\n#separator:tab\nhi &#" + "9" * 4301 + ";", "cannot be understood"),
        ("a.json", "[" * 100_000, "cannot be understood"),
        ("a.txt", "frühstück".encode("latin-1"), "not UTF-8"),
        ("a.txt", b"\xff\xfea", "not UTF-8"),
        ("a.txt", "x" * 4_194_305, "too large"),
        ("a.csv", "text\n" + "x" * 200_000 + "\n", "cannot be understood"),
    ],
)
def test_a_file_that_cannot_be_read_is_explained(
    tmp_path: Path, name: str, content: str | bytes, said: str
) -> None:
    with pytest.raises(Trouble, match=said):
        read(write(tmp_path, name, content))


def test_a_folder_or_nothing_is_explained(tmp_path: Path) -> None:
    for path in (tmp_path, tmp_path / "missing.txt"):
        with pytest.raises(Trouble, match="no file"):
            read(path)


ANY_TEXT = st.text(st.characters(codec="utf-8"), max_size=200)


@given(lines=st.lists(ANY_TEXT, max_size=20), suffix=st.sampled_from([".txt", ".csv", ".tsv"]))
def test_whatever_is_taken_makes_a_sound_deck(
    tmp_path_factory: pytest.TempPathFactory, lines: list[str], suffix: str
) -> None:
    folder = tmp_path_factory.mktemp("import")
    try:
        imported = read(write(folder, f"a{suffix}", "\n".join(lines)))
    except Trouble:
        return
    if imported.cards:
        text = deck_write.imported("own", "somewhere", Kind.QUESTION, imported.cards)
        assert isinstance(read_deck(deck_write.save(folder, "own", text)), Deck)


@given(
    data=st.recursive(
        st.none() | st.booleans() | st.integers() | ANY_TEXT,
        lambda inner: (
            st.lists(inner, max_size=5)
            | st.dictionaries(st.sampled_from(["text", "depth", "kind", "topics", "x"]), inner)
        ),
        max_leaves=20,
    )
)
def test_whatever_json_is_taken_makes_a_sound_deck(
    tmp_path_factory: pytest.TempPathFactory, data: object
) -> None:
    folder = tmp_path_factory.mktemp("import")
    imported = read(write(folder, "a.json", json.dumps(data)))
    if imported.cards:
        text = deck_write.imported("own", "somewhere", Kind.QUESTION, imported.cards)
        assert isinstance(read_deck(deck_write.save(folder, "own", text)), Deck)
