"""Lines under cards: where one belongs, whose words it is, and what may be in it."""

from __future__ import annotations

import re

import pytest

from helpers import begin, card, deck, go_on, play, table, until
from two_of_hearts.deck_file import SLUG
from two_of_hearts.engine import moves as mv
from two_of_hearts.engine.cards import CardId, Kind
from two_of_hearts.engine.notes import NotePlace, giver_of, note_place, said_freely
from two_of_hearts.engine.partners import Partner
from two_of_hearts.engine.state import Phase, State
from two_of_hearts.engine.text import NOTE_LENGTH, BadNote, clean_note, flaw, printable
from two_of_hearts.words import flaws


def test_who_speaks_writes_under_the_card() -> None:
    state = until(table(), Phase.ANSWER)
    assert note_place(state) == NotePlace(state.round.card.id, state.round.drawer)
    state = until(state, Phase.REPLY)
    assert note_place(state) == NotePlace(state.round.card.id, state.round.drawer.other)


def test_thanks_belong_to_the_card_that_was_just_answered_and_to_both() -> None:
    state = until(table(), Phase.REPLY)
    answered = state.round.card.id
    assert note_place(until(state, Phase.THANKS)) == NotePlace(answered, None)


def test_what_is_done_together_is_written_by_both() -> None:
    outing = deck("red", [card("red", "outing", kind=Kind.PLAN)])
    state = until(table(outing), Phase.TOGETHER)
    assert note_place(state) == NotePlace(state.round.card.id, None)


def test_an_appreciation_is_the_givers_and_what_landed_the_receivers() -> None:
    state = until(table(), Phase.SAY)
    giver = state.round.giver
    assert note_place(state) == NotePlace(state.round.card.id, giver)
    state = until(state, Phase.RESPOND)
    assert note_place(state) == NotePlace(state.round.card.id, giver.other)


def exchange(state: State) -> list[NotePlace | None]:
    """The places of a whole exchange in which both speak freely, from its beginning."""
    places = []
    for _ in range(2):
        state = play(state, mv.SayFreely())
        places.append(note_place(state))
        state = until(state, Phase.RESPOND)
        places.append(note_place(state))
        state = go_on(state)
    return places


def test_what_both_say_freely_never_takes_each_others_place() -> None:
    state = until(table(), Phase.GIVE)
    first = state.round.giver
    assert exchange(state) == [
        NotePlace(said_freely(1, first), first),
        NotePlace(said_freely(1, first), first.other),
        NotePlace(said_freely(1, first.other), first.other),
        NotePlace(said_freely(1, first.other), first),
    ]


def test_where_no_card_lies_there_is_nothing_to_write_under() -> None:
    state = begin()
    silent = (Phase.MOODS, Phase.DECKS, Phase.DRAW, Phase.GIVE, Phase.BETWEEN, Phase.GOODBYE)
    met = set()
    while state.phase is not Phase.GOODBYE:
        if state.phase in silent:
            assert note_place(state) is None, state.phase
        met.add(state.phase)
        state = go_on(state)
    assert note_place(state) is None
    assert met | {Phase.GOODBYE} >= set(silent)


def test_no_card_of_a_deck_can_stand_where_words_were_said_freely() -> None:
    for freely in exchange(until(table(), Phase.GIVE)):
        assert freely is not None
        assert not re.fullmatch(SLUG, freely.card.partition("/")[2])


def test_a_pasted_line_becomes_one_line() -> None:
    assert clean_note("  One\r\n two\u2028three\tfour  ") == "One two three four"


def test_a_line_may_be_as_long_as_it_may_be_and_no_longer() -> None:
    assert clean_note("x" * NOTE_LENGTH) == "x" * NOTE_LENGTH
    with pytest.raises(BadNote) as refused:
        clean_note("x" * (NOTE_LENGTH + 1))
    assert "281 characters, and 280 is the most" in flaws.of_line(refused.value.flaw)


@pytest.mark.parametrize(
    "bad", ["", " \n", "\u2800", "a\x1b[31mb", "a\u202eb", "a\ue000", "a\x9bb"]
)
def test_a_line_that_cannot_be_shown_is_refused(bad: str) -> None:
    with pytest.raises(BadNote):
        clean_note(bad)


@pytest.mark.parametrize("text", ["👩‍❤️‍👩 at the lake", "می‌خواهم"])
def test_what_may_be_written_is_printed_as_it_is(text: str) -> None:
    assert flaw(text, NOTE_LENGTH) is None
    assert clean_note(text) == text
    assert printable(text) == text


def test_glue_that_joins_nothing_is_spelled_out() -> None:
    assert printable("a\u200db\u202e\x1b") == "a\\u200db\\u202e\\u001b"


def test_only_what_is_said_freely_names_its_giver() -> None:
    for giver in Partner:
        assert giver_of(said_freely(2, giver)) is giver
    for id in ("red/1-0", "red/x:a", "said-freely/1", "said-freely"):
        assert giver_of(CardId(id)) is None
