"""What is said of a moment of the evening: the headline, the quiet line under it, and its marks."""

from __future__ import annotations

from two_of_hearts.engine.cards import Card, Depth, Kind, Mood, Topic
from two_of_hearts.engine.rounds import Outcome, Round
from two_of_hearts.engine.state import Phase, State
from two_of_hearts.words.lexicon import N_, _

DEPTHS = {Depth.LIGHT: N_("light"), Depth.WARM: N_("warm"), Depth.DEEP: N_("deep")}

KINDS = {
    Kind.QUESTION: N_("question"),
    Kind.STORY: N_("story"),
    Kind.ACTIVITY: N_("do it now, together"),
    Kind.PLAN: N_("plan it for another day"),
    Kind.AFFECTION: N_("a gesture"),
    Kind.APPRECIATION: N_("appreciation"),
}

MOODS = {
    Mood.PLAYFUL: N_("playful"),
    Mood.TENDER: N_("tender"),
    Mood.CURIOUS: N_("curious"),
    Mood.DREAMY: N_("dreamy"),
    Mood.BRAVE: N_("brave"),
    Mood.WEARY: N_("weary"),
    Mood.GRATEFUL: N_("grateful"),
    Mood.ADVENTUROUS: N_("adventurous"),
}

MOOD_TITLES = {
    Mood.PLAYFUL: N_("Playful"),
    Mood.TENDER: N_("Tender"),
    Mood.CURIOUS: N_("Curious"),
    Mood.DREAMY: N_("Dreamy"),
    Mood.BRAVE: N_("Brave"),
    Mood.WEARY: N_("Weary"),
    Mood.GRATEFUL: N_("Grateful"),
    Mood.ADVENTUROUS: N_("Adventurous"),
}

ABOUT_MOODS = {
    Mood.PLAYFUL: N_("Ready for nonsense."),
    Mood.TENDER: N_("Close, and in no hurry."),
    Mood.CURIOUS: N_("Wanting to know more."),
    Mood.DREAMY: N_("With the head in the clouds."),
    Mood.BRAVE: N_("Ready to say what is hard to say."),
    Mood.WEARY: N_("Tired, and glad not to be alone."),
    Mood.GRATEFUL: N_("Full of thanks."),
    Mood.ADVENTUROUS: N_("Up for something new."),
}

TOPICS = {
    Topic.CHILDREN: N_("having or raising children"),
    Topic.CONFLICT: N_("quarrels between us"),
    Topic.FAITH: N_("faith and religion"),
    Topic.FAMILY: N_("the family one grew up in"),
    Topic.HEALTH: N_("illness and health"),
    Topic.HEARING: N_("what needs hearing"),
    Topic.HOME: N_("living together, a home"),
    Topic.LOOKS: N_("how bodies look"),
    Topic.LOSS: N_("death and grief"),
    Topic.MARRIAGE: N_("marriage and weddings"),
    Topic.MONEY: N_("money"),
    Topic.MOVEMENT: N_("walking, dancing, moving freely"),
    Topic.PAST_LOVES: N_("former partners"),
    Topic.POLITICS: N_("politics"),
    Topic.SCHOOL: N_("school"),
    Topic.SEX: N_("sex"),
    Topic.SIGHT: N_("what needs eyesight"),
    Topic.TOUCH: N_("touching each other"),
    Topic.WORK: N_("work and careers"),
}

OUTCOMES = {
    Outcome.OPEN: N_("This round is still open."),
    Outcome.COMPLETED: N_("That was a whole round."),
    Outcome.WRAPPED_UP: N_("A shorter round, well rounded off."),
    Outcome.RAN_OUT: N_("This deck had no more cards that fitted."),
    Outcome.CLOSED_GENTLY: N_("You closed this round gently."),
}


def headline(state: State) -> str:
    """What happens now, in one line."""
    round = state.round
    match state.phase:
        case Phase.MOODS:
            return _("How do you feel tonight?")
        case Phase.DECKS:
            return _("Which deck shall it be?")
        case Phase.GOODBYE:
            return _("Until the next evening")
        case Phase.BETWEEN:
            return _(OUTCOMES[round.outcome]) if round else ""
        case _:
            return _round_headline(state, round) if round else ""


def _round_headline(state: State, round: Round) -> str:
    drawer, listener = state.names.of(round.drawer), state.names.of(round.drawer.other)
    giver, receiver = state.names.of(round.giver), state.names.of(round.giver.other)
    match state.phase:
        case Phase.DRAW if round.skipped:
            return _("{name}, draw another card").format(name=drawer)
        case Phase.DRAW:
            return _("{name}, draw a card").format(name=drawer)
        case Phase.ANSWER:
            return _("{name} speaks").format(name=drawer)
        case Phase.REPLY:
            return _("Now {name}, the same card").format(name=listener)
        case Phase.TOGETHER:
            return _("For both of you, together")
        case Phase.THANKS:
            thanks = _("{listener}, thank {speaker} for opening up")
            return thanks.format(listener=listener, speaker=drawer)
        case Phase.GIVE if round.ending is Outcome.RAN_OUT and not round.given:
            through = _("No card is left that fits. {giver}, draw an appreciation for {receiver}")
            return through.format(giver=giver, receiver=receiver)
        case Phase.GIVE:
            give = _("{giver}, draw an appreciation for {receiver}")
            return give.format(giver=giver, receiver=receiver)
        case Phase.SAY:
            return _("{giver}, say it to {receiver}").format(giver=giver, receiver=receiver)
        case Phase.RESPOND:
            return _("{name}, say what landed").format(name=receiver)
        case _:
            return ""


def hint(state: State) -> str:
    """What the other one does meanwhile, or what comes next."""
    round = state.round
    match state.phase:
        case Phase.MOODS:
            return _("Choose one for both, or each your own. You may also just go on.")
        case Phase.DECKS:
            return _("Best fit first.")
        case Phase.GOODBYE if Outcome.CLOSED_GENTLY in state.outcomes[-1:]:
            return _(
                "That was enough for tonight, and stopping was kind. Nothing is lost. "
                "Be good to each other."
            )
        case Phase.GOODBYE:
            return _("Good night, you two. Everything is saved, and the cards will be here.")
        case Phase.BETWEEN:
            return _("Another round, or goodbye?")
        case _:
            return _round_hint(state, round) if round else ""


def _round_hint(state: State, round: Round) -> str:
    drawer, listener = state.names.of(round.drawer), state.names.of(round.drawer.other)
    giver, receiver = state.names.of(round.giver), state.names.of(round.giver.other)
    listens = _("{name} listens to understand, not to answer.")
    match state.phase:
        case Phase.DRAW:
            settle = _("{name}, settle in.").format(name=listener)
            is_first = not (round.turn or round.skipped)
            return f"{_who_begins(state, round)} {settle}" if is_first else settle
        case Phase.ANSWER:
            return listens.format(name=listener)
        case Phase.REPLY:
            return listens.format(name=drawer)
        case Phase.TOGETHER if round.card and round.card.kind is Kind.PLAN:
            return _("Agree on when, or set it aside.")
        case Phase.TOGETHER:
            return _("Take your time. Go on when you are done.")
        case Phase.THANKS if round.replied:
            thanks = _("And {speaker}, thank {listener}.")
            return f"{thanks.format(speaker=drawer, listener=listener)} {_next(state, round)}"
        case Phase.THANKS:
            return _next(state, round)
        case Phase.GIVE:
            return _("{name}, just let it reach you.").format(name=receiver)
        case Phase.SAY if round.card is None:
            freely = _("In {giver}'s own words: what {receiver} did, and what it shows.")
            return freely.format(giver=giver, receiver=receiver)
        case Phase.SAY:
            return _("{name} listens, and does not play it down.").format(name=receiver)
        case Phase.RESPOND:
            return _("{name} listens. Which words will stay?").format(name=giver)
        case _:
            return ""


def _who_begins(state: State, round: Round) -> str:
    """Why this partner takes the first turn."""
    drawer, other = state.names.of(round.drawer), state.names.of(round.drawer.other)
    if round.number == 1 and not state.memory.rounds:
        return _("The coin fell on {name}'s side.").format(name=drawer)
    return _("{name} began last time.").format(name=other)


def _next(state: State, round: Round) -> str:
    """Where the cards go from here."""
    if round.turn + 1 == round.turns:
        return _("That was the last card. Next, each says something good to the other.")
    return _("Then the cards go to {name}.").format(name=state.names.of(round.drawer.other))


def find(state: State, id: str) -> Card | None:
    """A card of this evening or of the shelf; None where its deck is gone."""
    shelf = (card for deck in state.decks for card in deck.cards)
    return next((card for cards in (state.drawn, shelf) for card in cards if card.id == id), None)
