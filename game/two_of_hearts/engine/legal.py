"""What may be done now: the one list from which every key, menu and button is made."""

from __future__ import annotations

from dataclasses import replace

from two_of_hearts.engine import moves as mv
from two_of_hearts.engine.cards import Card, Mood, Topic
from two_of_hearts.engine.dealing import depth_wanted
from two_of_hearts.engine.offers import can_play_on, offered
from two_of_hearts.engine.partners import Partner
from two_of_hearts.engine.rounds import ROUND_LENGTHS, Answering, Outcome, Round
from two_of_hearts.engine.state import Phase, State

ROUNDS_BY_ONE_KEY = 2
"""After how many rounds "the natural next thing" is goodbye, so that one key can end an evening."""

TURN_PHASES = (Phase.DRAW, Phase.ANSWER, Phase.REPLY, Phase.TOGETHER, Phase.THANKS)
"""The phases of a turn; the round can be wrapped up in each of them."""

GIVING_PHASES = (Phase.GIVE, Phase.SAY, Phase.RESPOND)
"""The phases of the appreciation exchange."""


def natural(state: State) -> mv.Move | None:
    """The natural next thing: what Enter does. None only when the evening has ended."""
    match state.phase:
        case Phase.MOODS:
            return mv.ShowDecks()
        case Phase.DECKS:
            played = state.round.decks if state.round else ()
            names = {deck.id for deck in played}
            fresh = [deck for deck in offered(state) if deck.id not in names]
            best = next(iter(fresh or offered(state)), None)
            return mv.TakeDeck(best.id) if best else mv.SayGoodbye()
        case Phase.DRAW | Phase.GIVE:
            return mv.Draw()
        case Phase.ANSWER:
            return mv.Answer()
        case Phase.REPLY:
            return mv.Reply()
        case Phase.TOGETHER:
            return mv.Finish()
        case Phase.THANKS:
            return mv.Thank()
        case Phase.SAY:
            return mv.Say()
        case Phase.RESPOND:
            return mv.Respond()
        case Phase.BETWEEN:
            if len(state.outcomes) >= ROUNDS_BY_ONE_KEY:
                return mv.SayGoodbye()
            return _another_round(state)
        case Phase.GOODBYE:
            return None


def _another_round(state: State) -> mv.Move:
    ran_out = state.outcomes[-1:] == (Outcome.RAN_OUT,)
    if can_play_on(state, state.ceiling) and not (ran_out and len(offered(state)) > 1):
        return mv.PlayOn()
    return mv.ChangeDeck() if offered(state) else mv.SayGoodbye()


def legal(state: State) -> tuple[mv.Move, ...]:
    """Every move that may be played now; the natural one, where there is one, comes first."""
    first = natural(state)
    moves = [*_phase_moves(state), *_card_moves(state), *_boundary_moves()]
    rest = [move for move in moves if move != first]
    return (first, *rest) if first else tuple(rest)


def _phase_moves(state: State) -> list[mv.Move]:
    """What the phase allows beside the natural next thing."""
    moves: list[mv.Move] = []
    match state.phase:
        case Phase.MOODS:
            moves += [mv.PickMood(partner, mood) for partner in Partner for mood in Mood]
            moves += [mv.ShareMood(mood) for mood in Mood]
            moves += _other_lengths(state)
            moves += [mv.SayGoodbye()]
        case Phase.DECKS:
            decks = offered(state)
            moves += [mv.TakeDeck(deck.id) for deck in decks]
            moves += [mv.SurpriseUs()] if len(decks) > 1 else []
            moves += _other_lengths(state)
            moves += [mv.SetAnswering(who) for who in Answering if who != state.answering]
            moves += [mv.ChangeMoods(), mv.SayGoodbye()]
        case Phase.ANSWER | Phase.REPLY | Phase.TOGETHER:
            moves += [mv.Skip()]
        case Phase.GIVE:
            moves += [mv.SayFreely()]
        case Phase.SAY if state.round:
            moves += [mv.SayFreely()] if state.round.card else []
            moves += [mv.Swap()] if _thanks_left(state, state.round) else []
        case Phase.BETWEEN:
            moves += _between_moves(state)
        case _:
            pass
    if state.round and state.phase in (Phase.DRAW, Phase.ANSWER, Phase.TOGETHER):
        moves += [mv.BringBack(card.id) for card in can_come_back(state, state.round)]
    if state.round and state.phase in TURN_PHASES:
        moves += [mv.WrapUp()]
    if state.phase in TURN_PHASES + GIVING_PHASES:
        moves += [mv.CloseGently()]
    return moves


def _thanks_left(state: State, round: Round) -> bool:
    """Whether an appreciation card was not drawn yet. Boundaries are not looked at: the key for
    another card must not vanish when one is marked."""
    drawn = {card.id for card in state.drawn}
    return any(c.id not in drawn and c.depth <= round.ceiling for c in round.thanks)


def _other_lengths(state: State) -> list[mv.Move]:
    """The other lengths of a round, the next longer one first."""
    longer = [mv.SetTurns(turns) for turns in ROUND_LENGTHS if turns > state.turns]
    return [*longer, *(mv.SetTurns(turns) for turns in ROUND_LENGTHS if turns < state.turns)]


def _between_moves(state: State) -> list[mv.Move]:
    """Same, lighter, deeper, another deck or goodbye (rules, How deep it goes 3)."""
    moves: list[mv.Move] = []
    if can_play_on(state, state.ceiling):
        moves.append(mv.PlayOn())
    if can_play_on(state, state.ceiling - 1):
        moves.append(mv.Lighten())
    if can_play_on(state, state.ceiling + 1):
        for partner in Partner:
            wished = partner in state.deeper
            moves.append(mv.WithdrawDeeper(partner) if wished else mv.WishDeeper(partner))
    if offered(state):
        moves.append(mv.ChangeDeck())
    return [*moves, mv.SayGoodbye()]


def _card_moves(state: State) -> list[mv.Move]:
    """What can be done with cards at any time: further questions, hearts, never again."""
    moves: list[mv.Move] = []
    if state.round and (card := state.round.card) and state.phase is not Phase.THANKS:
        moves += [mv.TellMore()] if state.round.follow_ups < len(card.follow_ups) else []
    for card in state.drawn:
        moves.append(mv.LetGo(card.id) if card.id in state.kept else mv.Keep(card.id))
        if card.id not in state.retired:
            moves.append(mv.Retire(card.id))
    tonight = {card.id for card in state.drawn}
    for id in sorted(state.retired):
        moves.append(mv.Restore(id))
        if id in state.kept and id not in tonight:
            moves.append(mv.LetGo(id))
    return moves


def _boundary_moves() -> list[mv.Move]:
    """Both are always legal for each topic, so that the list tells nothing of what is marked."""
    return [
        move(partner, topic)
        for partner in Partner
        for topic in Topic
        for move in (mv.MarkTopic, mv.UnmarkTopic)
    ]


def can_come_back(state: State, round: Round) -> list[Card]:
    """The set-aside cards that the drawer may take after all.

    A card that lies on the table unanswered is set aside for it. None is deeper than what was
    skipped in this turn, nor than the round may be. A boundary that was marked since does not
    hide a card that both have already seen, for that would tell of it.
    """
    skipped = (*round.skipped, round.card) if round.card else round.skipped
    _, most = depth_wanted(replace(round, skipped=skipped))
    return [c for c in round.set_aside if c.depth <= most and c.id not in state.retired]
