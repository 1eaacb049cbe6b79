"""The rules, "Sitting down"."""

from __future__ import annotations

from dataclasses import replace
from itertools import permutations

import pytest

from helpers import NAMES, begin, card, deck, drawn, go_on, legal, play, table, thanks, turns, until
from two_of_hearts.engine import events as ev
from two_of_hearts.engine import moves as mv
from two_of_hearts.engine import rules
from two_of_hearts.engine.cards import Deck, Mood, Topic
from two_of_hearts.engine.dealing import toss
from two_of_hearts.engine.memory import Limits, Memory, recall
from two_of_hearts.engine.offers import offered
from two_of_hearts.engine.partners import Pair, Partner
from two_of_hearts.engine.rounds import Answering
from two_of_hearts.engine.state import Phase
from two_of_hearts.engine.text import BadName, clean_name
from two_of_hearts.look import look
from two_of_hearts.words import flaws

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
    state = go_on(play(state, mv.SetTurns(10)))
    assert state.round is not None
    assert state.round.turns == 10
    again = until(until(state, Phase.BETWEEN), Phase.DRAW)
    assert again.round is not None
    assert (again.round.number, again.round.turns) == (2, 10)


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
        limits=Limits(Pair(frozenset({Topic.MONEY}), frozenset())),
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


def tagged(name: str) -> Deck:
    """A deck in which only one card needs no topic."""
    topics = [[], [Topic.MONEY], [Topic.FAITH], [Topic.MONEY, Topic.FAITH]]
    return deck(name, [card(name, f"{n}", 1, topics=topics[min(n, 3)]) for n in range(6)])


@pytest.mark.parametrize("topic", [Topic.MONEY, Topic.FAITH])
def test_no_screen_and_no_key_changes_when_a_topic_is_marked(topic: Topic) -> None:
    """At every step of an evening, whatever is on the shelf and in the hand."""
    shelf = (tagged("red"), tagged("blue"), thanks(1, [topic]))
    state = rules.begin(ev.EveningBegan(NAMES, 3), shelf, Memory())
    while state.phase is not Phase.GOODBYE:
        for partner in Partner:
            marked = play(state, mv.MarkTopic(partner, topic))
            assert marked.boundaries == {topic}
            assert look(marked, can_undo=True) == look(state, can_undo=True)
            assert rules.legal(marked) == rules.legal(state)
            back = play(marked, mv.UnmarkTopic(partner, topic))
            assert back.off_limits == state.off_limits
            assert replace(back, limits=state.limits) == state
        state = go_on(state)


def test_what_is_offered_does_not_tell_what_earlier_evenings_marked() -> None:
    shelf = (tagged("red"), tagged("blue"), thanks())
    began = ev.EveningBegan(NAMES, 3)
    plain = rules.begin(began, shelf, Memory())
    marks = Pair(frozenset({Topic.MONEY}), frozenset({Topic.FAITH}))
    marked = rules.begin(began, shelf, Memory(limits=Limits(marks)))
    assert look(plain, can_undo=False) == look(marked, can_undo=False)
    assert look(go_on(plain), can_undo=True) == look(go_on(marked), can_undo=True)
    round_of_plain, round_of_marked = go_on(plain, 2).round, go_on(marked, 2).round
    assert round_of_plain == round_of_marked, "nor does the pile that is written down"


def test_a_card_with_any_marked_topic_is_left_out() -> None:
    state = play(begin(tagged("red")), mv.MarkTopic(Partner.L, Topic.MONEY), mv.ShowDecks())
    state = go_on(state)
    ids = {drawn(s).id for s in turns(state)}
    assert ids == {"red/0", "red/2"}


def test_one_of_several_marked_topics_is_enough_to_leave_a_card_out() -> None:
    marks = (mv.MarkTopic(Partner.L, Topic.MONEY), mv.MarkTopic(Partner.A, Topic.FAITH))
    state = go_on(play(begin(tagged("red")), *marks, mv.ShowDecks()))
    assert {drawn(s).id for s in turns(state)} == {"red/0"}


def test_a_topic_that_is_let_in_again_counts_at_once() -> None:
    state = play(begin(tagged("red")), mv.MarkTopic(Partner.L, Topic.MONEY), mv.ShowDecks())
    state = play(go_on(state), mv.UnmarkTopic(Partner.L, Topic.MONEY))
    assert len(list(turns(state))) == 6


def test_marked_topics_are_left_out_of_the_appreciations_too() -> None:
    shelf = (deck("red"), thanks(4, [Topic.MONEY]))
    state = rules.begin(ev.EveningBegan(NAMES, 3), shelf, Memory())
    state = play(state, mv.MarkTopic(Partner.A, Topic.MONEY))
    state = play(until(state, Phase.DRAW), mv.WrapUp(), mv.Draw())
    while state.round is not None and state.round.card is not None:
        assert drawn(state).topics == ()
        state = play(state, mv.Swap())


def test_the_first_words_are_said_until_a_round_was_played() -> None:
    assert "game, not therapy" in look(begin(), can_undo=False).first_words
    later = begin(memory=Memory(names=NAMES, rounds=1, last_starter=Partner.A))
    assert look(later, can_undo=False).first_words == ""


def test_only_the_drawer_answers_where_the_house_rule_says_so() -> None:
    state = play(go_on(begin()), mv.SetAnswering(Answering.DRAWER))
    state = go_on(state, 2)
    assert go_on(state).phase is Phase.THANKS
    again = go_on(until(until(state, Phase.BETWEEN), Phase.DRAW))
    assert go_on(again).phase is Phase.THANKS


def test_moods_stay_when_one_goes_back_to_them() -> None:
    state = play(begin(), mv.ShareMood(Mood.BRAVE), mv.ShowDecks(), mv.ChangeMoods())
    assert state.phase is Phase.MOODS
    assert state.moods == Pair(Mood.BRAVE, Mood.BRAVE)


@pytest.mark.parametrize(
    ("name", "clean"),
    [
        ("  Mia ", "Mia"),
        ("Ana  María", "Ana María"),
        ("نور", "نور"),
        ("愛", "愛"),
        ("Mia\u200d", "Mia"),
        ("👩\u200d🚀", "👩\u200d🚀"),
    ],
)
def test_a_name_may_be_written_in_any_script(name: str, clean: str) -> None:
    assert clean_name(name) == clean


@pytest.mark.parametrize(
    "name",
    ["", "   ", "\u3164\u2800", "\u200d", "a\nb", "a\x1b[31m", "a\u202eb", "a" * 25, "\ud800"],
)
def test_a_name_that_cannot_be_shown_is_refused(name: str) -> None:
    with pytest.raises(BadName) as refused:
        clean_name(name)
    assert "Please choose another" in flaws.of_name(refused.value.flaw)


@pytest.mark.parametrize(
    ("before", "now", "turned"),
    [
        (("Mia", "Jo"), ("Mia", "Jo"), False),
        (("Mia", "Jo"), ("Jo", "Mia"), True),
        (("Mia", "Jo"), ("Mimi", "Jo"), False),
        (("Mia", "Jo"), ("Jo", "Mimi"), True),
        (("Mia", "Jo"), ("Zed", "Mia"), True),
        (("Mia", "Jo"), ("Ann", "Bob"), False),
        (("Sam", "Sam"), ("Sam", "Sam"), False),
        (("Sam", "Jo"), ("Sam", "Sam"), False),
    ],
)
def test_who_changed_seats_is_known_by_one_name_too(
    before: tuple[str, str], now: tuple[str, str], turned: bool
) -> None:
    assert Pair(*now).turned_since(Pair(*before)) == turned
    marks = Pair(frozenset({Topic.MONEY}), frozenset[Topic]())
    memory = Memory(names=Pair(*before), limits=Limits(marks)).seated(Pair(*now))
    assert memory.off_limits == (marks.swapped() if turned else marks)


def test_the_last_word_on_a_topic_holds_in_whatever_order_it_is_told() -> None:
    words = [
        ev.TopicMarked(Partner.A, Topic.MONEY, 1),
        ev.TopicUnmarked(Partner.A, Topic.MONEY, 2),
        ev.TopicMarked(Partner.A, Topic.MONEY, 3),
        ev.TopicMarked(Partner.L, Topic.MONEY, 4),
        ev.TopicUnmarked(Partner.L, Topic.MONEY, 5),
    ]
    for order in permutations(words):
        state = rules.fold(begin(), order)
        assert state.off_limits == Pair(frozenset({Topic.MONEY}), frozenset())
        assert recall(order).off_limits == state.off_limits
        assert state.limits.next == 6


def test_each_word_on_a_topic_has_a_number_of_its_own() -> None:
    state = begin(memory=recall([ev.TopicMarked(Partner.L, Topic.FAITH, 7)]))
    for number, move in enumerate(
        (mv.MarkTopic(Partner.A, Topic.SEX), mv.UnmarkTopic(Partner.L, Topic.FAITH)), start=8
    ):
        (event,) = rules.decide(state, move)
        assert isinstance(event, ev.TopicMarked | ev.TopicUnmarked)
        assert event.nth == number
        state = rules.evolve(state, event)
    assert state.off_limits == Pair(frozenset({Topic.SEX}), frozenset())


def test_who_changes_seats_takes_the_last_word_along() -> None:
    told = [
        ev.EveningBegan(NAMES, 1),
        ev.TopicMarked(Partner.A, Topic.MONEY, 5),
        ev.EveningBegan(NAMES.swapped(), 2),
        ev.TopicUnmarked(Partner.L, Topic.MONEY, 3),
    ]
    assert recall(told).off_limits == Pair(frozenset(), frozenset({Topic.MONEY}))
