"""The rules, "Sitting down"."""

from __future__ import annotations

import pytest

from helpers import NAMES, begin, deck, go_on, legal, play, table, until
from two_of_hearts.engine import moves as mv
from two_of_hearts.engine import rules
from two_of_hearts.engine.cards import Mood, Topic
from two_of_hearts.engine.dealing import toss
from two_of_hearts.engine.memory import Memory
from two_of_hearts.engine.offers import offered
from two_of_hearts.engine.partners import Pair, Partner
from two_of_hearts.engine.rounds import Answering
from two_of_hearts.engine.state import Phase
from two_of_hearts.engine.text import BadName, clean_name
from two_of_hearts.view import look

TENDER = deck("tender", moods={Mood.TENDER: 3})
PLAYFUL = deck("playful", moods={Mood.PLAYFUL: 3})
BOTH = deck("both", moods={Mood.PLAYFUL: 1, Mood.TENDER: 1})
NEITHER = deck("alone", moods={Mood.BRAVE: 3})


def test_each_partner_may_pick_a_mood() -> None:
    state = play(begin(), mv.PickMood(Partner.A, Mood.TENDER))
    state = play(state, mv.PickMood(Partner.L, Mood.PLAYFUL))
    assert state.moods == Pair(Mood.TENDER, Mood.PLAYFUL)


def test_both_may_share_one_mood() -> None:
    assert play(begin(), mv.ShareMood(Mood.BRAVE)).moods == Pair(Mood.BRAVE, Mood.BRAVE)


def test_nobody_has_to_pick_a_mood() -> None:
    state = go_on(begin(TENDER, PLAYFUL))
    assert state.phase is Phase.DECKS
    assert len(offered(state)) == 2


def test_a_deck_that_suits_both_comes_before_one_that_suits_only_one() -> None:
    state = begin(TENDER, NEITHER, PLAYFUL, BOTH)
    state = play(state, mv.PickMood(Partner.A, Mood.TENDER), mv.PickMood(Partner.L, Mood.PLAYFUL))
    titles = [deck.id for deck in offered(play(state, mv.ShowDecks()))]
    assert titles[0] == "both"
    assert set(titles[1:3]) == {"tender", "playful"}
    assert titles[3] == "alone"


def test_among_decks_for_a_shared_mood_the_better_fit_comes_first() -> None:
    better = deck("zest", moods={Mood.TENDER: 3})
    worse = deck("apt", moods={Mood.TENDER: 2})
    state = play(begin(worse, better), mv.ShareMood(Mood.TENDER), mv.ShowDecks())
    assert [d.id for d in offered(state)] == ["zest", "apt"]


def test_the_mood_of_one_partner_alone_counts() -> None:
    state = play(begin(PLAYFUL, TENDER), mv.PickMood(Partner.L, Mood.TENDER), mv.ShowDecks())
    assert offered(state)[0].id == "tender"


def test_surprise_us_mixes_the_best_three() -> None:
    state = begin(TENDER, NEITHER, PLAYFUL, BOTH)
    state = play(state, mv.PickMood(Partner.A, Mood.TENDER), mv.PickMood(Partner.L, Mood.PLAYFUL))
    state = play(state, mv.ShowDecks(), mv.SurpriseUs())
    assert state.round is not None
    assert {deck.id for deck in state.round.decks} == {"tender", "playful", "both"}
    assert {card.deck for card in state.round.pile} == {"tender", "playful", "both"}


def test_the_appreciation_deck_is_not_offered() -> None:
    assert [d.id for d in offered(go_on(begin(TENDER)))] == ["tender"]


def test_a_round_has_six_turns_unless_four_or_ten_are_chosen() -> None:
    state = go_on(begin())
    assert state.turns == 6
    assert legal(state, mv.SetTurns) == [mv.SetTurns(10), mv.SetTurns(4)]
    state = play(state, mv.SetTurns(10), rules.natural(state) or mv.ShowDecks())
    assert state.round is not None
    assert state.round.turns == 10


def test_a_coin_decides_who_starts_the_very_first_round() -> None:
    starters = set()
    for seed in range(20):
        state = table(seed=seed)
        assert state.round is not None
        assert state.round.starter is toss(seed)
        starters.add(state.round.starter)
    assert starters == set(Partner)


def test_then_the_partner_starts_who_did_not_start_the_last_round() -> None:
    state = table()
    assert state.round is not None
    first = state.round.starter
    state = until(until(state, Phase.BETWEEN), Phase.DRAW)
    assert state.round.starter is first.other


@pytest.mark.parametrize("last", list(Partner))
def test_across_evenings_too(last: Partner) -> None:
    state = table(memory=Memory(names=NAMES, rounds=3, last_starter=last))
    assert state.round is not None
    assert state.round.starter is last.other


def test_partners_who_changed_seats_keep_their_place_in_the_order_and_their_boundaries() -> None:
    memory = Memory(
        names=NAMES.swapped(),
        rounds=1,
        last_starter=Partner.A,
        off_limits=Pair(frozenset({Topic.MONEY}), frozenset()),
    )
    state = table(memory=memory)
    assert state.round is not None
    assert state.round.starter is Partner.A
    assert state.off_limits == Pair(frozenset(), frozenset({Topic.MONEY}))


def test_topics_can_be_marked_at_any_time() -> None:
    state = begin()
    while state.phase is not Phase.GOODBYE:
        for partner in Partner:
            assert len(set(legal(state, mv.MarkTopic))) == 2 * len(Topic)
            changed = play(state, mv.MarkTopic(partner, Topic.MONEY))
            assert Topic.MONEY in changed.boundaries
        state = go_on(state)


def test_the_union_of_what_both_marked_is_left_out() -> None:
    state = play(
        begin(), mv.MarkTopic(Partner.A, Topic.MONEY), mv.MarkTopic(Partner.L, Topic.FAITH)
    )
    assert state.boundaries == {Topic.MONEY, Topic.FAITH}
    both = play(state, mv.MarkTopic(Partner.L, Topic.MONEY), mv.UnmarkTopic(Partner.A, Topic.MONEY))
    assert Topic.MONEY in both.boundaries


def test_nothing_on_a_screen_shows_what_was_marked() -> None:
    """Not even that anything was: the views of a whole evening are the same."""
    plain = begin(deck("red"), deck("blue"))
    marked = play(plain, mv.MarkTopic(Partner.A, Topic.MONEY))
    while plain.phase is not Phase.GOODBYE:
        assert look(plain, can_undo=True) == look(marked, can_undo=True)
        move = rules.natural(plain)
        assert move is not None
        plain, marked = play(plain, move), play(marked, move)


def test_the_first_words_are_said_until_a_round_was_played() -> None:
    assert "game, not therapy" in look(begin(), can_undo=False).first_words
    later = begin(memory=Memory(names=NAMES, rounds=1, last_starter=Partner.A))
    assert look(later, can_undo=False).first_words == ""


def test_only_the_drawer_answers_where_the_house_rule_says_so() -> None:
    state = play(go_on(begin()), mv.SetAnswering(Answering.DRAWER))
    state = go_on(state, 2)
    assert go_on(state).phase is Phase.THANKS


@pytest.mark.parametrize(
    ("name", "clean"),
    [("  Mia ", "Mia"), ("Ana  María", "Ana María"), ("نور", "نور"), ("愛", "愛")],
)
def test_a_name_may_be_written_in_any_script(name: str, clean: str) -> None:
    assert clean_name(name) == clean


@pytest.mark.parametrize("name", ["", "   ", "a\nb", "a\x1b[31m", "a\u202eb", "a" * 25, "\ud800"])
def test_a_name_that_cannot_be_shown_is_refused(name: str) -> None:
    with pytest.raises(BadName, match="Please choose another"):
        clean_name(name)
