"""Twins: cards that ask the same thing in other words are found, others are left in peace."""

from __future__ import annotations

import pytest

from two_of_hearts.engine.cards import Card, CardId, Depth, Kind
from two_of_hearts.library import bundled, load
from two_of_hearts.twins import find_twins, stems


def cards(*texts: str) -> list[Card]:
    return [
        Card(CardId(f"own/{n}"), text, Kind.QUESTION, Depth.LIGHT) for n, text in enumerate(texts)
    ]


SHELF = [card for deck in load([bundled()]).decks for card in deck.cards]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Which smell of your childhood kitchen do you miss?", "What smells in the kitchen of "
         "your childhood do you miss most?"),
        ("Plan a picnic on a roof.", "Let us plan roof picnics."),
        ("Pottery?", "What about pottery?"),
    ],
)  # fmt: skip
def test_the_same_rare_words_in_another_shape_are_found(one: str, other: str) -> None:
    found = list(find_twins([*SHELF, *cards(one, other)]))
    assert {(twins.one, twins.other) for twins in found} >= {("own/0", "own/1")}


def test_one_rare_word_in_common_is_not_enough() -> None:
    pair = cards("Which kitchen smell do you miss?", "Who taught you to sing in the kitchen?")
    assert list(find_twins([*SHELF, *pair])) == []


def test_only_pairs_with_one_of_the_named_cards_are_looked_at() -> None:
    same = cards("Plan a picnic on a roof.", "Plan a picnic on a roof.", "Plan roof picnics.")
    among = frozenset({same[2].id})
    assert {t.other for t in find_twins([*SHELF, *same], among)} <= {same[2].id}
    assert len(list(find_twins([*SHELF, *same], among))) == 2


def test_the_games_own_decks_have_no_open_candidates() -> None:
    assert list(find_twins(SHELF)) == []


def test_stems_leave_out_what_says_nothing() -> None:
    assert stems("What would you be planning with the pots?") == ["plan", "pot"]
