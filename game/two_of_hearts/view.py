"""What a front end shows: the words, the cards and the legal moves of one moment.

Frozen and comparable, so that an equal view repaints nothing; and with no logic left in it, so
that two front ends cannot play two different games. Nobody's boundaries are in it.
"""

from __future__ import annotations

from dataclasses import dataclass

from two_of_hearts.engine import legal as rules
from two_of_hearts.engine import moves as mv
from two_of_hearts.engine.cards import Card, CardId, Depth, Mood
from two_of_hearts.engine.offers import fits, offered, unseen_of
from two_of_hearts.engine.partners import Pair, Partner
from two_of_hearts.engine.rounds import Answering, Round
from two_of_hearts.engine.state import Phase, State
from two_of_hearts.words import evening as words
from two_of_hearts.words.greeting import FIRST_WORDS, SIGNS


@dataclass(frozen=True, slots=True)
class Seat:
    """A partner, as they sit at the table."""

    partner: Partner
    name: str
    sign: str
    """The sign that stands beside their colour."""
    role: str
    """What they do now: "speaks", "listens" …; empty where both do the same."""
    is_active: bool
    """Whether it is for them to act."""
    mood: Mood | None
    wishes_deeper: bool
    """Whether they have pressed their key for a deeper round."""


@dataclass(frozen=True, slots=True)
class CardFace:
    """A card, face up."""

    id: CardId
    text: str
    kind: str
    depth: Depth
    deck: str
    """The title of its deck."""
    follow_ups: tuple[str, ...]
    """Those that are turned up."""
    more: int
    """How many are not."""
    clock: int | None
    """Seconds, where it has one."""
    is_kept: bool


@dataclass(frozen=True, slots=True)
class CardLine:
    """A card in a list, with what can be done to it now."""

    id: CardId
    text: str
    note: str
    """Where it is: on the table, set aside, never again …"""
    is_kept: bool
    bring_back: mv.Move | None
    keep: mv.Move | None
    """Keep, or take the heart off."""
    retire: mv.Move | None
    """Never again, or may come again."""


@dataclass(frozen=True, slots=True)
class Offer:
    """Something to choose from a list: a deck, or what comes after the round."""

    move: mv.Move
    label: str
    about: str
    """One sentence more, where there is one."""
    note: str
    """A few words beside it."""


@dataclass(frozen=True, slots=True)
class View:
    """Everything that a front end shows of a moment."""

    phase: Phase
    headline: str
    hint: str
    seats: Pair[Seat]
    card: CardFace | None
    round: int
    """Which round, from 1; 0 before the first."""
    turn: int
    """Which turn, from 1; as high as `turns` when they are over."""
    turns: int
    ceiling: str
    decks: str
    """The titles of the decks in play."""
    set_aside: int
    """How many cards lie aside in this round, for both together."""
    offers: tuple[Offer, ...]
    """The list to choose from, in the phases that have one."""
    cards: tuple[CardLine, ...]
    """The cards of this evening, the latest first, and the retired ones."""
    kept: tuple[str, ...]
    """The texts of the cards with a heart that were drawn this evening."""
    plans: tuple[str, ...]
    """The plans that were taken on this evening."""
    next_turns: int
    """How long the next round is."""
    answering: Answering
    natural: mv.Move | None
    natural_label: str
    moves: tuple[mv.Move, ...]
    """Every legal move."""
    labels: tuple[str, ...]
    """What each of them is called."""
    can_undo: bool
    first_words: str
    """What is said at the first evening; else empty."""


def look(state: State, can_undo: bool) -> View:
    """What there is to see of a state."""
    round = state.round
    moves = rules.legal(state)
    move = rules.natural(state)
    turn = min(round.turn + 1, round.turns) if round else 0
    return View(
        phase=state.phase,
        headline=words.headline(state),
        hint=words.hint(state),
        seats=Pair(_seat(state, Partner.A), _seat(state, Partner.L)),
        card=_face(state, round) if round and round.card else None,
        round=round.number if round else 0,
        turn=turn,
        turns=round.turns if round else state.turns,
        ceiling=words.DEPTHS[state.ceiling],
        decks=", ".join(deck.title for deck in round.decks) if round else "",
        set_aside=len(round.set_aside) if round else 0,
        offers=_offers(state, moves),
        cards=_lines(state, set(moves)),
        kept=tuple(card.text for card in state.drawn if card.id in state.kept),
        plans=tuple(card.text for card in state.plans),
        next_turns=state.turns,
        answering=state.answering,
        natural=move,
        natural_label=words.label(state, move) if move else "",
        moves=moves,
        labels=tuple(words.label(state, move) for move in moves),
        can_undo=can_undo,
        first_words="" if state.memory.rounds else FIRST_WORDS,
    )


def _seat(state: State, partner: Partner) -> Seat:
    role, is_active = _role(state, partner)
    return Seat(
        partner=partner,
        name=state.names.of(partner),
        sign=SIGNS[partner],
        role=role,
        is_active=is_active,
        mood=state.moods.of(partner),
        wishes_deeper=partner in state.deeper,
    )


def _role(state: State, partner: Partner) -> tuple[str, bool]:
    """What a partner does now, and whether it is for them to act."""
    round = state.round
    if round is None:
        return "", False
    draws, gives = partner is round.drawer, partner is round.giver
    match state.phase:
        case Phase.DRAW:
            return ("draws", True) if draws else ("waits", False)
        case Phase.ANSWER:
            return ("speaks", True) if draws else ("listens", False)
        case Phase.REPLY:
            return ("listens", False) if draws else ("speaks", True)
        case Phase.THANKS:
            return ("", False) if draws else ("thanks", True)
        case Phase.TOGETHER:
            return "", True
        case Phase.GIVE | Phase.SAY:
            return ("gives", True) if gives else ("receives", False)
        case Phase.RESPOND:
            return ("listens", False) if gives else ("responds", True)
        case _:
            return "", False


def _face(state: State, round: Round) -> CardFace:
    card = round.card
    assert card is not None
    titles = {deck.id: deck.title for deck in state.decks}
    titles |= {deck.id: deck.title for deck in round.decks}
    return CardFace(
        id=card.id,
        text=card.text,
        kind=words.KINDS[card.kind],
        depth=card.depth,
        deck=titles.get(card.deck, card.deck),
        follow_ups=card.follow_ups[: round.follow_ups],
        more=len(card.follow_ups) - round.follow_ups,
        clock=card.clock,
        is_kept=card.id in state.kept,
    )


def _offers(state: State, moves: tuple[mv.Move, ...]) -> tuple[Offer, ...]:
    """The decks, best fit first, or what may come after the round."""
    if state.phase is Phase.DECKS:
        decks = []
        for deck in offered(state):
            unseen, cards = unseen_of(state, deck)
            note = f"{_suits(state, *fits(state, deck))}{unseen} of {cards} unseen"
            decks.append(Offer(mv.TakeDeck(deck.id), deck.title, deck.about, note))
        if mv.SurpriseUs() in moves:
            about = "The three decks that suit you best tonight, shuffled into one."
            decks.append(Offer(mv.SurpriseUs(), words.label(state, mv.SurpriseUs()), about, ""))
        return tuple(decks)
    if state.phase is Phase.BETWEEN:
        return tuple(
            Offer(move, words.label(state, move), "", "")
            for move in sorted(moves, key=_place_between)
            if isinstance(move, BETWEEN)
        )
    return ()


BETWEEN = (
    mv.PlayOn,
    mv.Lighten,
    mv.WishDeeper | mv.WithdrawDeeper,
    mv.ChangeDeck,
    mv.SayGoodbye,
)
"""What may come after a round, in the order in which it is offered."""


JUST_RIGHT = 5
"""From which fit on, of six for two partners, a deck is called just right."""


def _place_between(move: mv.Move) -> tuple[int, str]:
    place = next((i for i, kind in enumerate(BETWEEN) if isinstance(move, kind)), len(BETWEEN))
    return place, getattr(move, "partner", "")


def _suits(state: State, suited: int, fit: int) -> str:
    moods = [mood for mood in state.moods if mood is not None]
    if suited == 2 and fit >= JUST_RIGHT:
        return "just right · "
    if suited == 2:
        return "suits you both · "
    return (
        "suits one of you · "
        if suited and len(set(moods)) == 2
        else "suits you · "
        if suited
        else ""
    )


def _lines(state: State, moves: set[mv.Move]) -> tuple[CardLine, ...]:
    aside = {card.id for card in state.round.set_aside} if state.round else set()
    on_table = state.round.card.id if state.round and state.round.card else None

    def line(id: CardId, card: Card | None) -> CardLine:
        if id in state.retired:
            note = "never again"
        elif id == on_table:
            note = "on the table"
        else:
            note = "set aside" if id in aside else ""
        return CardLine(
            id=id,
            text=card.text if card else f"A card of a deck that is gone ({id})",
            note=note,
            is_kept=id in state.kept,
            bring_back=_if_legal(moves, mv.BringBack(id)),
            keep=_if_legal(moves, mv.Keep(id), mv.LetGo(id)),
            retire=_if_legal(moves, mv.Retire(id), mv.Restore(id)),
        )

    drawn = [line(card.id, card) for card in reversed(state.drawn)]
    tonight = {card.id for card in state.drawn}
    earlier = [line(id, words.find(state, id)) for id in sorted(state.retired - tonight)]
    return (*drawn, *earlier)


def _if_legal(moves: set[mv.Move], *candidates: mv.Move) -> mv.Move | None:
    return next((move for move in candidates if move in moves), None)
