"""Makes the view of a state: the words, the cards and the legal moves of one moment."""

from __future__ import annotations

from collections.abc import Iterable

from two_of_hearts.engine import legal as rules
from two_of_hearts.engine import moves as mv
from two_of_hearts.engine.cards import Card, CardId, DeckId, Hue
from two_of_hearts.engine.notes import note_place
from two_of_hearts.engine.offers import fits, offered, unseen_of
from two_of_hearts.engine.partners import Pair, Partner
from two_of_hearts.engine.rounds import Round
from two_of_hearts.engine.state import Phase, State
from two_of_hearts.view import CardFace, CardLine, Offer, Print, Seat, View
from two_of_hearts.words import evening as words
from two_of_hearts.words import table
from two_of_hearts.words.greeting import FIRST_WORDS, SIGNS
from two_of_hearts.words.lexicon import _
from two_of_hearts.words.moves import label, role

Line = tuple[Partner | None, str]
"""A line under a card: whose words it is, None for both, and the words."""


def look(state: State, can_undo: bool, notes: Iterable[Line] = ()) -> View:
    """What there is to see of a state.

    Args:
        state: the state.
        can_undo: whether there is a move to take back.
        notes: the lines that were written under the present card.
    """
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
        notes=tuple((_whose(state, partner), text) for partner, text in notes),
        writer=_whose(state, place.partner) if (place := note_place(state)) else None,
        back=_back(state, round),
        laid=round.turn if round else 0,
        round=round.number if round else 0,
        turn=turn,
        turns=round.turns if round else state.turns,
        ceiling=_(words.DEPTHS[state.ceiling]),
        decks=", ".join(deck.title for deck in round.decks) if round else "",
        set_aside=len(round.set_aside) if round else 0,
        offers=_offers(state, moves),
        cards=_lines(state, set(moves)),
        kept=tuple(card.text for card in state.drawn if card.id in state.kept),
        plans=tuple(card.text for card in state.plans),
        next_turns=state.turns,
        answering=state.answering,
        natural=move,
        natural_label=label(state, move) if move else "",
        moves=moves,
        labels=tuple(label(state, move) for move in moves),
        can_undo=can_undo,
        first_words="" if state.memory.rounds else _(FIRST_WORDS),
    )


def _whose(state: State, partner: Partner | None) -> str:
    """Whose words a line is."""
    return state.names.of(partner) if partner else table.both_of_you()


def _seat(state: State, partner: Partner) -> Seat:
    doing, is_active = _role(state, partner)
    return Seat(
        partner=partner,
        name=state.names.of(partner),
        sign=SIGNS[partner],
        role=role(doing),
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


def _print(state: State, id: DeckId) -> Print:
    """What a deck's cards are printed with; a deck that is gone has the game's own print."""
    deck = next((deck for deck in state.decks if deck.id == id), None)
    return Print(deck.sign, deck.hue) if deck else GAME


def _back(state: State, round: Round | None) -> Print:
    """The back of the pile that is drawn from: of one deck, of a mix, of the appreciations."""
    if round is None:
        return GAME
    if state.phase in rules.GIVING_PHASES:
        thanks = {card.deck for card in round.thanks}
        return _print(state, next(iter(thanks))) if len(thanks) == 1 else GAME
    return _print(state, round.decks[0].id) if len(round.decks) == 1 else GAME


GAME = Print("♥", Hue.CRIMSON)
"""What the game's own box is printed with, and a mix of decks."""


def _face(state: State, round: Round) -> CardFace:
    card = round.card
    assert card is not None
    titles = {deck.id: deck.title for deck in state.decks}
    titles |= {deck.id: deck.title for deck in round.decks}
    return CardFace(
        id=card.id,
        text=card.text,
        kind=_(words.KINDS[card.kind]),
        depth=card.depth,
        deck=titles.get(card.deck, card.deck),
        print=_print(state, card.deck),
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
            left = table.unseen(unseen, cards)
            suits = _suits(state, *fits(state, deck))
            note = f"{suits} · {left}" if suits else left
            made = Print(deck.sign, deck.hue)
            decks.append(Offer(mv.TakeDeck(deck.id), deck.title, deck.about, note, made))
        if mv.SurpriseUs() in moves:
            about = table.surprise()
            decks.append(Offer(mv.SurpriseUs(), label(state, mv.SurpriseUs()), about, "", GAME))
        return tuple(decks)
    if state.phase is Phase.BETWEEN:
        return tuple(
            Offer(move, label(state, move), "", "")
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
    """How well a deck fits tonight, in words; nothing where it does not."""
    if suited == 2:
        return table.suits_both(just_right=fit >= JUST_RIGHT)
    moods = {mood for mood in state.moods if mood is not None}
    if suited:
        return table.suits_one(len(moods))
    return ""


def _lines(state: State, moves: set[mv.Move]) -> tuple[CardLine, ...]:
    aside = {card.id for card in state.round.set_aside} if state.round else set()
    on_table = state.round.card.id if state.round and state.round.card else None

    def line(id: CardId, card: Card | None) -> CardLine:
        if id in state.retired:
            note = table.never_again()
        elif id == on_table:
            note = table.on_the_table()
        else:
            note = table.is_aside() if id in aside else ""
        return CardLine(
            id=id,
            text=card.text if card else table.gone(id),
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
