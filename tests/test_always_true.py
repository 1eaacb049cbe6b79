"""The rules, "Always true": random play through the session and a real journal.

Kills (the session is dropped without a word), reopenings and undo happen in between. The number
at each check is the line of the rules that it holds.
"""

from __future__ import annotations

import tempfile
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from helpers import NAMES, card, deck, now, thanks
from two_of_hearts.album import Album
from two_of_hearts.engine import events as ev
from two_of_hearts.engine import moves as mv
from two_of_hearts.engine import rules
from two_of_hearts.engine.cards import Card, CardId, Deck, Kind, Topic
from two_of_hearts.engine.notes import note_place
from two_of_hearts.engine.partners import Partner
from two_of_hearts.engine.rounds import Outcome
from two_of_hearts.engine.state import Phase, State
from two_of_hearts.journal import Journal
from two_of_hearts.session import Session

KINDS = (Kind.QUESTION, Kind.STORY, Kind.ACTIVITY, Kind.PLAN, Kind.AFFECTION)
TOPICS = (Topic.MONEY, Topic.FAITH, Topic.TOUCH)


def mixed(name: str, count: int) -> Deck:
    """A deck of all kinds and depths, a third of it with topics; small enough to run out."""
    return deck(
        name,
        [
            card(
                name,
                f"{n}",
                depth=n % 3 + 1,
                kind=KINDS[n % 5],
                topics=[TOPICS[n % 9 // 3]] if n % 9 % 3 == 0 else [],
            )
            for n in range(count)
        ],
    )


SHELF = (mixed("red", 40), mixed("blue", 12), mixed("tiny", 3), thanks(3, TOPICS))

ENOUGH = 60
"""More natural moves than the longest round takes: ten turns of four, and the exchange."""


class Evening(RuleBasedStateMachine):
    """Two people who do anything at all, on a machine that dies now and then."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = tempfile.TemporaryDirectory()
        self.path = Path(self.folder.name) / "journal.sqlite3"

    @initialize(seed=st.integers(0, 2**63 - 1))
    def sit_down(self, seed: int) -> None:
        self.journal = Journal(self.path)
        self.session = Session.begin(self.journal, SHELF, now, NAMES, seed)
        self.started: list[tuple[ev.Event, ...]] = []

    def teardown(self) -> None:
        if hasattr(self, "journal"):
            self.journal.close()
        self.folder.cleanup()

    @property
    def state(self) -> State:
        return self.session.state

    @rule(data=st.data())
    def play_any_legal_move(self, data: st.DataObject) -> None:
        """7: every move in the list is accepted."""
        plain = [m for m in rules.legal(self.state) if not isinstance(m, BOUNDARIES)]
        if plain:
            self.session.play(data.draw(st.sampled_from(plain)))

    @rule(times=st.integers(1, 12))
    def go_on(self, times: int) -> None:
        for _ in range(times):
            if move := rules.natural(self.state):
                self.session.play(move)

    @rule(partner=st.sampled_from(Partner), topic=st.sampled_from(TOPICS), out=st.booleans())
    def mark(self, partner: Partner, topic: Topic, out: bool) -> None:
        before = self.session.can_undo
        self.session.play((mv.MarkTopic if out else mv.UnmarkTopic)(partner, topic))
        assert (topic in self.state.off_limits.of(partner)) == out
        assert self.session.can_undo == before

    @rule(times=st.integers(1, 5))
    def undo(self, times: int) -> None:
        for _ in range(times):
            if self.session.can_undo:
                marks = self.state.off_limits
                self.session.undo()
                assert self.state.off_limits == marks

    @precondition(lambda self: self.state.phase is Phase.GOODBYE)
    @rule(seed=st.integers(0, 2**63 - 1))
    def another_evening(self, seed: int) -> None:
        before = self.state
        self.session = Session.begin(self.journal, SHELF, now, NAMES, seed)
        assert self.state.retired == before.retired
        assert self.state.kept == before.kept
        assert self.state.off_limits == before.off_limits
        assert self.state.last_starter == before.last_starter

    @rule(closed=st.booleans())
    def die_and_come_back(self, closed: bool) -> None:
        """At exactly the same card, whether the file was closed or not."""
        before, can_undo = self.state, self.session.can_undo
        if closed:
            self.journal.close()
        left = self.journal
        self.journal = Journal(self.path)
        resumed = Session.resume(self.journal, SHELF, now)
        if resumed is not None:
            assert resumed.state == before
            assert resumed.can_undo == can_undo
            self.session = resumed
        else:
            assert before.phase is Phase.GOODBYE or not can_undo, "something was played"
            self.journal.close()
            self.journal = left if not closed else Journal(self.path)
            self.session._journal = self.journal
            return
        left.close()

    @rule(text=st.sampled_from(["One line.", "Another.", ""]))
    def write_a_line(self, text: str) -> None:
        if note_place(self.state):
            self.session.write_note(text)
            assert self.session.note == text

    @rule()
    def look_back(self) -> None:
        """The album follows whatever was played, and no line is ever out of its reach."""
        album = Album.of(self.journal)
        found = [note for given in album.appreciations for note in given.notes]
        found += [line.note for line in album.lines]
        assert sorted(found, key=str) == sorted(self.journal.notes(), key=str)
        if evening := album.evening(self.session.evening):
            played = {card.face.id for round in evening.rounds for card in round.cards}
            assert evening.came_up == {card.id for card in self.state.drawn} >= played
            assert len(evening.rounds) == (self.state.round.number if self.state.round else 0)
            aside = {card.id for card in self.state.round.set_aside} if self.state.round else set()
            assert not played & aside
        else:
            assert not self.state.drawn
        assert {kept.face.id for kept in album.kept} == self.state.kept

    @rule()
    def refuse_what_is_not_legal(self) -> None:
        """7: a move that is not in the list is refused with an error and changes nothing."""
        legal = set(rules.legal(self.state))
        before = self.state
        rows = self.journal.counts(self.session.evening)
        for move in EVERY_MOVE:
            if move not in legal:
                with pytest.raises(rules.IllegalMove):
                    self.session.play(move)
        with pytest.raises(rules.MalformedMove):
            self.session.play("draw")  # type: ignore[arg-type]
        assert self.state is before
        assert self.journal.counts(self.session.evening) == rows

    @rule()
    def the_natural_next_thing_ends_the_round(self) -> None:
        """8: from any reachable state it alone reaches the end of the round."""
        state = self.state
        for _ in range(ENOUGH):
            move = rules.natural(state)
            if move is None or state.phase is Phase.BETWEEN:
                return
            state = rules.fold(state, rules.decide(state, move))
        raise AssertionError(f"still in {state.phase} after {ENOUGH} moves")

    @invariant()
    def what_is_always_true(self) -> None:
        if not hasattr(self, "session"):
            return
        happened = [row.event for row in self.journal.events(self.session.evening)]
        check(happened, self.state)


BOUNDARIES = (mv.MarkTopic, mv.UnmarkTopic)

EVERY_MOVE = (
    *(
        kind()
        for kind in mv.Move.__subclasses__()
        if not getattr(kind, "__dataclass_params__", None) or not kind.__dataclass_fields__
    ),
    mv.SetTurns(5),
    mv.SetTurns(0),
    *(mv.WishDeeper(partner) for partner in Partner),
    *(mv.WithdrawDeeper(partner) for partner in Partner),
    *(
        kind(id)
        for kind in (mv.Keep, mv.LetGo, mv.Retire, mv.Restore, mv.BringBack)
        for id in (SHELF[0].cards[0].id, SHELF[0].cards[7].id, CardId("no/such"))
    ),
    *(mv.TakeDeck(deck.id) for deck in SHELF),
)


def check(happened: list[ev.Event], live: State) -> None:
    """Every line of "Always true" that can be read off what happened in an evening."""
    began = happened[0]
    assert isinstance(began, ev.EveningBegan)
    state = rules.begin(began, SHELF, live.memory)
    cards: dict[str, Card] = {}
    drawn: list[str] = []
    turns: list[Partner] = []
    skipped: list[Card] = []
    replies = 0
    for event in happened[1:]:
        match event:
            case ev.RoundOpened():
                cards |= {c.id: c for c in (*event.pile, *event.thanks)}
                turns, skipped = [], []
                assert event.turns % 2 == 0
            case ev.CardDrawn(partner=partner, card=id):
                card = cards[id]
                assert state.round is not None
                assert card.depth <= state.round.ceiling
                assert not state.boundaries & set(card.topics), "3: no off-limits topic is dealt"
                assert id not in state.retired, "3: no retired card is dealt"
                assert not skipped or turns[-1] is partner, "1: a skip does not pass the turn on"
                if not skipped:
                    turns.append(partner)
                assert all(card.depth <= other.depth for other in skipped), "4: never deeper"
                drawn.append(id)
            case ev.AppreciationDrawn(card=id):
                assert not state.boundaries & set(cards[id].topics)
                assert id not in state.retired
                drawn.append(id)
            case ev.CardBroughtBack(card=id):
                # A card that lay on the table was skipped for it, so it may be as deep as that.
                assert all(cards[id].depth <= other.depth for other in skipped), "4: never deeper"
                assert id not in state.retired
                if not skipped:
                    assert state.round is not None
                    turns.append(state.round.drawer)
                    skipped = []
            case ev.CardSkipped(card=id):
                skipped.append(cards[id])
            case ev.TurnEnded():
                skipped = []
            case ev.AppreciationReceived():
                replies += 1
            case ev.RoundEnded(outcome=outcome):
                if outcome is not Outcome.CLOSED_GENTLY:
                    assert replies == 2, "5: both appreciations come before the end"
                if outcome is Outcome.COMPLETED:
                    a, l = turns.count(Partner.A), turns.count(Partner.L)  # noqa: E741
                    assert a == l > 0, "2: the same number of turns"
                assert outcome is not Outcome.OPEN, "5: an ended round is not open"
                replies = 0
            case _:
                pass
        assert all(one is not two for one, two in pairwise(turns)), "1: drawers alternate"
        state = rules.evolve(state, event)
    assert len(drawn) == len(set(drawn)), "3: no card is drawn twice in an evening"
    assert state == live, "6: the fold of what is recorded is the live state"
    if live.round is not None and live.phase not in (Phase.BETWEEN, Phase.DECKS, Phase.GOODBYE):
        assert live.round.outcome is Outcome.OPEN, "5: else the round is still open"


TestEvening = Evening.TestCase
TestEvening.settings = settings(max_examples=40, stateful_step_count=40, deadline=None)
