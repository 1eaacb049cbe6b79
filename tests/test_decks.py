"""The decks that come with the game: sound, complete, and made from every idea."""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from functools import cache
from pathlib import Path

import pytest

from two_of_hearts.deck_file import schema
from two_of_hearts.engine.cards import Card, Deck, Depth, Kind
from two_of_hearts.library import Library, bundled, load

MADE_FROM = {
    "small-stories": {"S1", "Q10"},
    "way-back": {"Q02", "Q16"},
    "belly-laughs": {"S3", "Q10"},
    "wobbly-pots": {"S2", "Q12", "Q14"},
    "tell-me-more": {"S4", "Q08", "F1", "F2", "F3"},
    "hand-in-hand": {"S5"},
    "plain-words": {"S6"},
    "your-own-person": {"S7"},
    "horizons": {"Q01", "Q13", "F1", "F2"},
    "what-if": {"Q11", "Q15"},
    "rough-day": {"Q05", "Q07", "Q09", "F3"},
    "what-matters": {"Q06"},
    "the-two-of-us": {"Q03", "Q04"},
    "thank-you": {"Q04"},
}

IDEAS = {f"Q{n:02}" for n in range(1, 17)} | {f"S{n}" for n in range(1, 8)} | {"F1", "F2", "F3"}


@cache
def library() -> Library:
    return load([bundled()])


def files() -> list[Path]:
    return sorted(bundled().glob("*.toml"))


def test_there_are_the_fourteen_decks_and_nothing_is_wrong_with_them() -> None:
    assert library().problems == ()
    assert {deck.id for deck in library().decks} == set(MADE_FROM)


def test_every_deck_has_a_sign_and_a_colour_that_no_other_has() -> None:
    decks = library().decks
    assert len({deck.sign for deck in decks}) == len(decks)
    assert len({deck.hue for deck in decks}) == len(decks)


def test_there_are_enough_cards_for_a_year_of_evenings() -> None:
    assert min(len(deck.cards) for deck in library().decks) >= 42
    assert sum(len(deck.cards) for deck in library().decks) >= 600


@pytest.mark.parametrize("path", sorted(bundled().glob("*.toml")), ids=lambda path: path.stem)
def test_a_deck_of_questions_or_stories_has_enough_of_each_depth(path: Path) -> None:
    deck = tomllib.loads(path.read_text())
    depths = Counter(card["depth"] for card in deck["card"])
    assert deck["kind"] not in ("question", "story") or min(depths[d] for d in (1, 2, 3)) >= 12


def test_every_deeper_card_has_two_or_three_follow_ups_that_differ() -> None:
    for _, card in every_card():
        assert len(set(card.follow_ups)) == len(card.follow_ups), card.id
        assert card.depth is Depth.LIGHT or 2 <= len(card.follow_ups) <= 3, card.id


def test_every_idea_is_carried_by_a_card_of_its_deck() -> None:
    carried: dict[str, set[str]] = {}
    for path in files():
        cards = tomllib.loads(path.read_text())["card"]
        carried[path.stem] = {idea for card in cards for idea in card.get("from", [])}
    for name, ideas in MADE_FROM.items():
        assert ideas <= carried[name], name
    assert set().union(*carried.values()) == IDEAS


def test_only_the_thank_you_deck_has_appreciation_cards_and_nothing_else() -> None:
    for deck in library().decks:
        kinds = {card.kind for card in deck.cards}
        assert (kinds == {Kind.APPRECIATION}) == (deck.id == "thank-you")
        assert deck.id == "thank-you" or Kind.APPRECIATION not in kinds


def test_every_deck_can_fill_the_longest_round_at_every_depth() -> None:
    for deck in library().decks:
        depths = Counter(card.depth for card in deck.cards)
        assert min(depths[depth] for depth in Depth) >= 10, deck.id


def test_a_couple_that_leaves_out_every_topic_still_has_half_of_each_deck() -> None:
    for deck in library().decks:
        free = [card for card in deck.cards if not card.topics]
        assert len(free) * 2 >= len(deck.cards), deck.id


def every_card() -> list[tuple[Deck, Card]]:
    return [(deck, card) for deck in library().decks for card in deck.cards]


def test_no_card_is_gendered_or_says_what_the_game_does_not_say() -> None:
    never = re.compile(
        r"\b(he|she|his|hers?|him|boyfriend|girlfriend|husband|wife)\b|!|\u2014", re.I
    )
    for _, card in every_card():
        for text in (card.text, *card.follow_ups):
            assert not never.search(text), (card.id, text)


def test_no_text_stands_on_two_cards() -> None:
    texts = Counter(card.text.casefold() for _, card in every_card())
    assert [text for text, count in texts.items() if count > 1] == []


def test_the_schema_is_what_the_code_knows() -> None:
    """Where it fails: python -m two_of_hearts.deck_file > decks/schema.json"""
    assert (bundled() / "schema.json").read_text() == schema()


@pytest.mark.parametrize("path", files(), ids=lambda path: path.stem)
def test_every_file_names_its_schema_for_editors(path: Path) -> None:
    assert path.read_text().startswith("#:schema ./schema.json\n")


def test_the_folder_holds_decks_and_their_schema_alone() -> None:
    names = {path.name for path in bundled().iterdir()}
    assert names == {f"{name}.toml" for name in MADE_FROM} | {"schema.json"}
