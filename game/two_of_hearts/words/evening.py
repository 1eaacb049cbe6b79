"""What is said on the screen: one voice, warm and short, for both front ends."""

from __future__ import annotations

from two_of_hearts.engine import moves as mv
from two_of_hearts.engine.cards import Card, Depth, Kind, Topic
from two_of_hearts.engine.rounds import Answering, Outcome, Round
from two_of_hearts.engine.state import Phase, State

DEPTHS = {Depth.LIGHT: "light", Depth.WARM: "warm", Depth.DEEP: "deep"}

KINDS = {
    Kind.QUESTION: "question",
    Kind.STORY: "story",
    Kind.ACTIVITY: "do it now, together",
    Kind.PLAN: "plan it for another day",
    Kind.AFFECTION: "a gesture",
    Kind.APPRECIATION: "appreciation",
}

TOPICS = {
    Topic.CHILDREN: "having or raising children",
    Topic.CONFLICT: "quarrels between us",
    Topic.FAITH: "faith and religion",
    Topic.FAMILY: "the family one grew up in",
    Topic.HEALTH: "illness and health",
    Topic.HEARING: "what needs hearing",
    Topic.HOME: "living together, a home",
    Topic.LOOKS: "how bodies look",
    Topic.LOSS: "death and grief",
    Topic.MARRIAGE: "marriage and weddings",
    Topic.MONEY: "money",
    Topic.MOVEMENT: "walking, dancing, moving freely",
    Topic.PAST_LOVES: "former partners",
    Topic.POLITICS: "politics",
    Topic.SCHOOL: "school",
    Topic.SEX: "sex",
    Topic.SIGHT: "what needs eyesight",
    Topic.TOUCH: "touching each other",
    Topic.WORK: "work and careers",
}

PARTING = "Good night, you two. Everything is saved, and the cards will be here."

GENTLE_PARTING = (
    "That was enough for tonight, and stopping was kind. Nothing is lost. Be good to each other."
)

OUTCOMES = {
    Outcome.OPEN: "This round is still open.",
    Outcome.COMPLETED: "That was a whole round.",
    Outcome.WRAPPED_UP: "A shorter round, well rounded off.",
    Outcome.RAN_OUT: "This deck had no more cards that fitted.",
    Outcome.CLOSED_GENTLY: "You closed this round gently.",
}


def headline(state: State) -> str:
    """What happens now, in one line."""
    round = state.round
    match state.phase:
        case Phase.MOODS:
            return "How do you feel tonight?"
        case Phase.DECKS:
            return "Which deck shall it be?"
        case Phase.GOODBYE:
            return "Until the next evening"
        case Phase.BETWEEN:
            return OUTCOMES[round.outcome] if round else ""
        case _:
            return _round_headline(state, round) if round else ""


def _round_headline(state: State, round: Round) -> str:
    drawer, listener = state.names.of(round.drawer), state.names.of(round.drawer.other)
    giver, receiver = state.names.of(round.giver), state.names.of(round.giver.other)
    match state.phase:
        case Phase.DRAW:
            return f"{drawer}, draw a card" if not round.skipped else f"{drawer}, draw another card"
        case Phase.ANSWER:
            return f"{drawer} speaks"
        case Phase.REPLY:
            return f"Now {listener}, the same card"
        case Phase.TOGETHER:
            return "For both of you, together"
        case Phase.THANKS:
            return f"{listener}, thank {drawer} for opening up"
        case Phase.GIVE:
            through = round.ending is Outcome.RAN_OUT and not round.given
            why = "No card is left that fits. " if through else ""
            return f"{why}{giver}, draw an appreciation for {receiver}"
        case Phase.SAY:
            return f"{giver}, say it to {receiver}"
        case Phase.RESPOND:
            return f"{receiver}, say what landed"
        case _:
            return ""


def hint(state: State) -> str:
    """What the other one does meanwhile, or what comes next."""
    round = state.round
    match state.phase:
        case Phase.MOODS:
            return "Choose one for both, or each your own. You may also just go on."
        case Phase.DECKS:
            return "Best fit first."
        case Phase.GOODBYE:
            closed = Outcome.CLOSED_GENTLY in state.outcomes[-1:]
            return GENTLE_PARTING if closed else PARTING
        case Phase.BETWEEN:
            return "Another round, or goodbye?"
        case _:
            return _round_hint(state, round) if round else ""


def _round_hint(state: State, round: Round) -> str:
    drawer, listener = state.names.of(round.drawer), state.names.of(round.drawer.other)
    giver, receiver = state.names.of(round.giver), state.names.of(round.giver.other)
    match state.phase:
        case Phase.DRAW:
            begins = _who_begins(state, round) if not (round.turn or round.skipped) else ""
            return f"{begins}{listener}, settle in."
        case Phase.ANSWER:
            return f"{listener} listens to understand, not to answer."
        case Phase.REPLY:
            return f"{drawer} listens to understand, not to answer."
        case Phase.TOGETHER if round.card and round.card.kind is Kind.PLAN:
            return "Agree on when, or set it aside."
        case Phase.TOGETHER:
            return "Take your time. Go on when you are done."
        case Phase.THANKS if round.replied:
            return f"And {drawer}, thank {listener}. {_next(state, round)}"
        case Phase.THANKS:
            return _next(state, round)
        case Phase.GIVE:
            return f"{receiver}, just let it reach you."
        case Phase.SAY if round.card is None:
            return f"In {giver}'s own words: what {receiver} did, and what it shows."
        case Phase.SAY:
            return f"{receiver} listens, and does not play it down."
        case Phase.RESPOND:
            return f"{giver} listens. Which words will stay?"
        case _:
            return ""


def _who_begins(state: State, round: Round) -> str:
    """Why this partner takes the first turn."""
    drawer, other = state.names.of(round.drawer), state.names.of(round.drawer.other)
    if round.number == 1 and not state.memory.rounds:
        return f"The coin fell on {drawer}'s side. "
    return f"{other} began last time. "


def _next(state: State, round: Round) -> str:
    """Where the cards go from here."""
    if round.turn + 1 == round.turns:
        return "That was the last card. Next, each says something good to the other."
    return f"Then the cards go to {state.names.of(round.drawer.other)}."


def label(state: State, move: mv.Move) -> str:
    """A move as a few words, for menus, keys and the palette."""
    names = state.names
    round = state.round
    match move:
        case mv.PickMood(partner=partner, mood=mood):
            return f"{names.of(partner)} feels {mood}"
        case mv.ShareMood(mood=mood):
            return f"We both feel {mood}"
        case mv.ShowDecks():
            return "On to the decks"
        case mv.ChangeMoods():
            return "Back to the moods"
        case mv.SetTurns(turns=turns):
            return f"{turns} turns a round"
        case mv.SetAnswering(answering=answering):
            both = answering is Answering.BOTH
            return "Both answer each question" if both else "Only the drawer answers"
        case mv.TakeDeck(deck=id):
            return next((deck.title for deck in state.decks if deck.id == id), id)
        case mv.SurpriseUs():
            return "Surprise us"
        case mv.Answer() if round and round.answering is Answering.BOTH:
            return f"{names.of(round.drawer.other)} answers too"
        case mv.Answer() | mv.Reply():
            return "We have heard it"
        case mv.Finish():
            plan = round and round.card and round.card.kind is Kind.PLAN
            return "We will do it" if plan else "We did it"
        case mv.Thank():
            return "Thanks are said"
        case mv.Skip() if state.phase is Phase.REPLY and round:
            return f"{names.of(round.drawer.other)} leaves this one out"
        case mv.Say():
            return "It is said"
        case mv.Respond():
            return "It has landed"
        case mv.PlayOn():
            return f"Another round, just as {DEPTHS[state.ceiling]}"
        case mv.Lighten():
            return f"A lighter round, no more than {DEPTHS[Depth(state.ceiling - 1)]}"
        case mv.WishDeeper(partner=partner):
            return f"Deeper: {names.of(partner)}'s own key"
        case mv.WithdrawDeeper(partner=partner):
            return f"Deeper: {names.of(partner)} has said yes (take it back)"
        case mv.BringBack(card=id) | mv.Retire(card=id) | mv.Restore(card=id):
            return f"{PLAIN_LABELS[type(move)]}: {_text_of(state, id)}"
        case mv.Keep(card=id) | mv.LetGo(card=id):
            return f"{PLAIN_LABELS[type(move)]}: {_text_of(state, id)}"
        case mv.MarkTopic(partner=partner, topic=topic):
            return f"{names.of(partner)} leaves out {TOPICS[topic]}"
        case mv.UnmarkTopic(partner=partner, topic=topic):
            return f"{names.of(partner)} lets in {TOPICS[topic]}"
        case _:
            return PLAIN_LABELS[type(move)]


PLAIN_LABELS: dict[type[mv.Move], str] = {
    mv.Draw: "Draw",
    mv.TellMore: "Tell me more",
    mv.Skip: "Skip this card",
    mv.BringBack: "Bring back",
    mv.Retire: "Never again",
    mv.Restore: "May come again",
    mv.Keep: "Keep",
    mv.LetGo: "Take the heart off",
    mv.WrapUp: "Wrap up this round",
    mv.CloseGently: "Close gently",
    mv.Swap: "Another card",
    mv.SayFreely: "Say it freely",
    mv.ChangeDeck: "Another deck",
    mv.SayGoodbye: "Goodbye for tonight",
}


def _text_of(state: State, id: str) -> str:
    card = find(state, id)
    return card.text if card else id


def find(state: State, id: str) -> Card | None:
    """A card of this evening or of the shelf; None where its deck is gone."""
    shelf = (card for deck in state.decks for card in deck.cards)
    return next((card for cards in (state.drawn, shelf) for card in cards if card.id == id), None)
