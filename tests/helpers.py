"""What many tests need: small decks whose cards tell their own place, and short ways to play."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from itertools import count

from two_of_hearts.engine import events as ev
from two_of_hearts.engine import moves as mv
from two_of_hearts.engine import rules
from two_of_hearts.engine.cards import Card, CardId, Deck, DeckId, Depth, Kind, Mood, Topic
from two_of_hearts.engine.memory import Memory
from two_of_hearts.engine.partners import Pair
from two_of_hearts.engine.state import Phase, State

NAMES = Pair("Mia", "Jo")
SEED = 7
NOON = datetime(2026, 2, 14, 20, 0, tzinfo=UTC)


def now() -> datetime:
    return NOON


def card(
    deck: str,
    name: str,
    depth: int = 1,
    kind: Kind = Kind.QUESTION,
    topics: Iterable[Topic] = (),
    follow_ups: tuple[str, ...] = (),
    clock: int | None = None,
) -> Card:
    return Card(
        id=CardId(f"{deck}/{name}"),
        text=f"The {name} card of {deck}.",
        kind=kind,
        depth=Depth(depth),
        topics=tuple(topics),
        follow_ups=follow_ups or tuple(f"{name} {n}?" for n in ("first", "second")),
        clock=clock,
    )


def deck(
    name: str,
    cards: Iterable[Card] | None = None,
    moods: dict[Mood, int] | None = None,
    each: int = 8,
) -> Deck:
    """A deck; without cards it has `each` questions of every depth."""
    made = cards or [card(name, f"{depth}-{n}", depth) for depth in (1, 2, 3) for n in range(each)]
    return Deck(
        id=DeckId(name),
        title=name.title(),
        about=f"All about {name}.",
        language="en",
        moods=moods or {},
        cards=tuple(made),
    )


def thanks(each: int = 4, topics: Iterable[Topic] = ()) -> Deck:
    """A deck of appreciation cards."""
    return deck(
        "thanks",
        [
            card("thanks", f"{depth}-{n}", depth, Kind.APPRECIATION, topics if n % 2 else ())
            for depth in (1, 2, 3)
            for n in range(each)
        ],
    )


def begin(*decks: Deck, memory: Memory | None = None, seed: int = SEED) -> State:
    """An evening at its beginning."""
    shelf = (*(decks or (deck("red"),)), thanks())
    return rules.begin(ev.EveningBegan(NAMES, seed), shelf, memory or Memory())


def play(state: State, *moves: mv.Move) -> State:
    """The state after these moves."""
    for move in moves:
        state = rules.fold(state, rules.decide(state, move))
    return state


def go_on(state: State, times: int = 1) -> State:
    """The state after the natural next thing, so many times."""
    for _ in range(times):
        move = rules.natural(state)
        assert move is not None
        state = play(state, move)
    return state


def until(state: State, *phases: Phase) -> State:
    """The natural next thing, until one of these phases comes."""
    for _ in count():
        state = go_on(state)
        if state.phase in phases:
            return state
    raise AssertionError


def table(*decks: Deck, turns: int = 6, memory: Memory | None = None, seed: int = SEED) -> State:
    """An evening whose first round has just begun, with the first of these decks."""
    state = play(begin(*decks, memory=memory, seed=seed), mv.ShowDecks())
    if turns != state.turns:
        state = play(state, mv.SetTurns(turns))
    first = decks[0].id if decks else DeckId("red")
    return play(state, mv.TakeDeck(first))


def drawn(state: State) -> Card:
    """The card on the table."""
    assert state.round is not None
    assert state.round.card is not None
    return state.round.card


def turns(state: State) -> Iterator[State]:
    """A round to its end by the natural next thing; each state with a card that was just drawn."""
    while state.phase not in (Phase.GIVE, Phase.BETWEEN):
        state = go_on(state)
        if state.phase in (Phase.ANSWER, Phase.TOGETHER):
            yield state


def legal(state: State, kind: type[mv.Move]) -> list[mv.Move]:
    """The legal moves of one kind."""
    return [move for move in rules.legal(state) if isinstance(move, kind)]
