"""The rules: what happens when a move is played.

`legal` lists what may be done, `decide` turns a legal move into events or refuses it, and changes
nothing; `evolve` makes events true. That is the whole face of the engine.
"""

from __future__ import annotations

from two_of_hearts.engine import events as ev
from two_of_hearts.engine import moves as mv
from two_of_hearts.engine.cards import Deck, Depth, Kind
from two_of_hearts.engine.dealing import could_be_played, next_card, next_thanks, shuffled, toss
from two_of_hearts.engine.evolve import evolve, fold
from two_of_hearts.engine.legal import GIVING_PHASES, legal, natural
from two_of_hearts.engine.memory import Memory
from two_of_hearts.engine.offers import SURPRISE, offered
from two_of_hearts.engine.partners import Partner
from two_of_hearts.engine.rounds import DeckName, Outcome, Round
from two_of_hearts.engine.state import Phase, State

__all__ = [
    "IllegalMove",
    "MalformedMove",
    "begin",
    "decide",
    "evolve",
    "fold",
    "legal",
    "natural",
]


class MalformedMove(TypeError):
    """Something that is no move at all was played."""


class IllegalMove(ValueError):
    """A move that is not in the list of legal moves was played. Nothing has changed."""

    def __init__(self, move: mv.Move, phase: Phase) -> None:
        super().__init__(f"{type(move).__name__} cannot be played now, in the phase “{phase}”.")


def begin(began: ev.EveningBegan, decks: tuple[Deck, ...], memory: Memory) -> State:
    """The state of an evening at its first event."""
    memory = memory.seated(began.names)
    return State(
        seed=began.seed,
        names=began.names,
        decks=decks,
        memory=memory,
        retired=memory.retired,
        kept=memory.kept,
        limits=memory.limits,
        turns=began.turns,
        answering=began.answering,
    )


def decide(state: State, move: mv.Move) -> tuple[ev.Event, ...]:
    """What happens when a move is played. Changes nothing.

    Raises:
        MalformedMove: it is no move.
        IllegalMove: it is not in `legal(state)`.
    """
    if not isinstance(move, mv.Move):
        raise MalformedMove(f"{move!r} is no move")
    # The listed one is played: an equal one may hold a 4.0 for a 4, and would be recorded so.
    listed = next((m for m in legal(state) if m == move), None)
    if listed is None:
        raise IllegalMove(move, state.phase)
    move = listed
    match move:
        case mv.PickMood(partner=partner, mood=mood):
            return (ev.MoodPicked(partner, mood),)
        case mv.ShareMood(mood=mood):
            return tuple(ev.MoodPicked(partner, mood) for partner in Partner)
        case mv.ShowDecks() | mv.ChangeDeck():
            return (ev.DecksShown(),)
        case mv.ChangeMoods():
            return (ev.MoodsShown(),)
        case mv.SetTurns(turns=turns):
            return (ev.TurnsSet(turns),)
        case mv.SetAnswering(answering=answering):
            return (ev.AnsweringSet(answering),)
        case mv.TakeDeck(deck=id):
            return (_open(state, [d for d in state.decks if d.id == id], state.ceiling),)
        case mv.SurpriseUs():
            return (_open(state, list(offered(state)[:SURPRISE]), state.ceiling),)
        case mv.Keep(card=id):
            return (ev.CardKept(id),)
        case mv.LetGo(card=id):
            return (ev.CardLetGo(id),)
        case mv.Restore(card=id):
            return (ev.CardRestored(id),)
        case mv.MarkTopic(partner=partner, topic=topic):
            return (ev.TopicMarked(partner, topic, state.limits.next),)
        case mv.UnmarkTopic(partner=partner, topic=topic):
            return (ev.TopicUnmarked(partner, topic, state.limits.next),)
        case mv.SayGoodbye():
            return (ev.EveningEnded(),)
        case _:
            assert state.round is not None
            return _decide_in_round(state, state.round, move)


def _decide_in_round(state: State, round: Round, move: mv.Move) -> tuple[ev.Event, ...]:
    """The moves that only a round makes legal."""
    match move:
        case mv.Draw() | mv.Swap() if state.phase in GIVING_PHASES:
            return (_give(state, round),)
        case mv.Draw():
            card = next_card(state)
            if card is None:
                return (ev.TurnsEnded(Outcome.RAN_OUT),)
            return (ev.CardDrawn(round.drawer, card.id),)
        case mv.Answer():
            return (ev.CardAnswered(),)
        case mv.Reply():
            return (ev.CardReplied(),)
        case mv.TellMore():
            return (ev.FollowUpTurned(),)
        case mv.Finish():
            assert round.card is not None
            planned = round.card.kind is Kind.PLAN
            return (*([ev.PlanTakenOn(round.card.id)] if planned else []), *_end_turn(round))
        case mv.Thank():
            return _end_turn(round)
        case mv.Skip():
            assert round.card is not None
            if state.phase is Phase.REPLY:
                listener = round.drawer.other
                return (ev.ReplySkipped(listener, round.card.id, round.number),)
            return _set_aside(round)
        case mv.BringBack(card=id):
            return (*_set_aside(round), ev.CardBroughtBack(id))
        case mv.Retire(card=id):
            return (ev.CardRetired(id), *_clear_retired(state, round, id))
        case mv.WrapUp():
            ended = _end_turn(round) if state.phase is Phase.THANKS else ()
            is_last = round.turn + 1 == round.turns
            return ended if ended and is_last else (*ended, ev.TurnsEnded(Outcome.WRAPPED_UP))
        case mv.CloseGently():
            return (ev.RoundEnded(Outcome.CLOSED_GENTLY), ev.EveningEnded())
        case mv.SayFreely():
            return (ev.AppreciationFreed(),)
        case mv.Say():
            return (ev.AppreciationSaid(),)
        case mv.Respond():
            both = round.given == 1
            return (ev.AppreciationReceived(), *([ev.RoundEnded(round.ending)] if both else []))
        case mv.PlayOn():
            return (_again(state, round, state.ceiling),)
        case mv.Lighten():
            return (_again(state, round, Depth(state.ceiling - 1)),)
        case mv.WishDeeper(partner=partner):
            agreed = partner.other in state.deeper
            deeper = [_again(state, round, Depth(state.ceiling + 1))] if agreed else []
            return (ev.DeeperWished(partner), *deeper)
        case mv.WithdrawDeeper(partner=partner):
            return (ev.DeeperWithdrawn(partner),)
        case _:
            raise MalformedMove(f"{move!r} is no move of a round")


def _end_turn(round: Round) -> tuple[ev.Event, ...]:
    """The turn is over; after the last one the appreciation exchange begins."""
    if round.turn + 1 < round.turns:
        return (ev.TurnEnded(),)
    return (ev.TurnEnded(), ev.TurnsEnded(Outcome.COMPLETED))


def _set_aside(round: Round) -> tuple[ev.Event, ...]:
    """The card on the table, where there is one, is skipped by who drew it."""
    if round.card is None:
        return ()
    return (ev.CardSkipped(round.drawer, round.card.id, round.number),)


def _clear_retired(state: State, round: Round, id: str) -> tuple[ev.Event, ...]:
    """A card that is retired before it was answered leaves the table like a skipped one."""
    if round.card is None or round.card.id != id:
        return ()
    if state.phase in (Phase.ANSWER, Phase.TOGETHER):
        return _set_aside(round)
    if state.phase is Phase.SAY:
        return (_give(state, round),)
    return ()


def _give(state: State, round: Round) -> ev.Event:
    """The next appreciation card; with none left it is said freely."""
    card = next_thanks(state)
    return ev.AppreciationDrawn(round.giver, card.id) if card else ev.AppreciationFreed()


def _again(state: State, round: Round, ceiling: Depth) -> ev.RoundOpened:
    """Another round with the decks of the last one."""
    names = {deck.id for deck in round.decks}
    return _open(state, [deck for deck in state.decks if deck.id in names], ceiling)


def _open(state: State, decks: list[Deck], ceiling: Depth) -> ev.RoundOpened:
    """A new round: who starts, and its piles (rules, Sitting down 3; What is remembered 1)."""
    starter = state.last_starter.other if state.last_starter else toss(state.seed)
    cards = [card for deck in decks for card in could_be_played(state, deck.cards, ceiling)]
    thanks = [card for deck in state.decks for card in deck.cards if card.kind is Kind.APPRECIATION]
    return ev.RoundOpened(
        number=len(state.outcomes) + 1,
        starter=starter,
        turns=state.turns,
        ceiling=ceiling,
        answering=state.answering,
        decks=tuple(DeckName(deck.id, deck.title) for deck in decks),
        pile=shuffled(cards, state.memory, state.seed),
        thanks=shuffled(thanks, state.memory, state.seed),
    )
