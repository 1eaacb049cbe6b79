"""What each move is called, in menus, on keys and in the palette; and what each partner does."""

from __future__ import annotations

from two_of_hearts.engine import moves as mv
from two_of_hearts.engine.cards import Depth, Kind, Mood
from two_of_hearts.engine.rounds import Answering
from two_of_hearts.engine.state import Phase, State
from two_of_hearts.words.evening import DEPTHS, MOODS, TOPICS, find
from two_of_hearts.words.lexicon import N_, _, ngettext

PLAIN_LABELS: dict[type[mv.Move], str] = {
    mv.ShowDecks: N_("On to the decks"),
    mv.ChangeMoods: N_("Back to the moods"),
    mv.SurpriseUs: N_("Surprise us"),
    mv.Draw: N_("Draw"),
    mv.Answer: N_("We have heard it"),
    mv.Reply: N_("We have heard it"),
    mv.Thank: N_("Thanks are said"),
    mv.TellMore: N_("Tell me more"),
    mv.Skip: N_("Skip this card"),
    mv.WrapUp: N_("Wrap up this round"),
    mv.CloseGently: N_("Close gently"),
    mv.Swap: N_("Another card"),
    mv.SayFreely: N_("Say it freely"),
    mv.Say: N_("It is said"),
    mv.Respond: N_("It has landed"),
    mv.ChangeDeck: N_("Another deck"),
    mv.SayGoodbye: N_("Goodbye for tonight"),
}
"""The moves that are called the same at any time."""

CARD_LABELS: dict[type[mv.Move], str] = {
    mv.BringBack: N_("Bring back: {card}"),
    mv.Retire: N_("Never again: {card}"),
    mv.Restore: N_("May come again: {card}"),
    mv.Keep: N_("Keep: {card}"),
    mv.LetGo: N_("Take the heart off: {card}"),
}
"""The moves that name a card."""

ROLES = {
    "draws": N_("draws"),
    "waits": N_("waits"),
    "speaks": N_("speaks"),
    "listens": N_("listens"),
    "thanks": N_("thanks"),
    "gives": N_("gives"),
    "receives": N_("receives"),
    "responds": N_("responds"),
    "": "",
}
"""What a partner does now; stands behind the name."""


def role(name: str) -> str:
    """What a partner does now, in the language of the players."""
    return _(ROLES[name]) if name else ""


def feels(name: str, mood: Mood) -> str:
    """How one partner feels."""
    return _("{name} feels {mood}").format(name=name, mood=_(MOODS[mood]))


def both_feel(mood: Mood) -> str:
    """How both feel."""
    return _("We both feel {mood}").format(mood=_(MOODS[mood]))


def label(state: State, move: mv.Move) -> str:
    """A move as a few words."""
    names = state.names
    round = state.round
    match move:
        case mv.PickMood(partner=partner, mood=mood):
            return feels(names.of(partner), mood)
        case mv.ShareMood(mood=mood):
            return both_feel(mood)
        case mv.SetTurns(turns=turns):
            return ngettext("{n} turn a round", "{n} turns a round", turns).format(n=turns)
        case mv.SetAnswering(answering=Answering.BOTH):
            return _("Both answer each question")
        case mv.SetAnswering():
            return _("Only the drawer answers")
        case mv.TakeDeck(deck=id):
            return next((deck.title for deck in state.decks if deck.id == id), id)
        case mv.Answer() if round and round.answering is Answering.BOTH:
            return _("{name} answers too").format(name=names.of(round.drawer.other))
        case mv.Finish() if round and round.card and round.card.kind is Kind.PLAN:
            return _("We will do it")
        case mv.Finish():
            return _("We did it")
        case mv.Skip() if state.phase is Phase.REPLY and round:
            return _("{name} leaves this one out").format(name=names.of(round.drawer.other))
        case mv.PlayOn():
            return _("Another round, just as {depth}").format(depth=_(DEPTHS[state.ceiling]))
        case mv.Lighten():
            depth = _(DEPTHS[Depth(state.ceiling - 1)])
            return _("A lighter round, no more than {depth}").format(depth=depth)
        case mv.WishDeeper(partner=partner):
            return _("Deeper: {name}'s own key").format(name=names.of(partner))
        case mv.WithdrawDeeper(partner=partner):
            said = _("Deeper: {name} has said yes (take it back)")
            return said.format(name=names.of(partner))
        case mv.MarkTopic(partner=partner, topic=topic):
            out = _("{name} leaves out {topic}")
            return out.format(name=names.of(partner), topic=_(TOPICS[topic]))
        case mv.UnmarkTopic(partner=partner, topic=topic):
            lets = _("{name} lets in {topic}")
            return lets.format(name=names.of(partner), topic=_(TOPICS[topic]))
        case (
            mv.BringBack(card=id)
            | mv.Retire(card=id)
            | mv.Restore(card=id)
            | mv.Keep(card=id)
            | mv.LetGo(card=id)
        ):
            card = find(state, id)
            return _(CARD_LABELS[type(move)]).format(card=card.text if card else id)
        case _:
            return _(PLAIN_LABELS[type(move)])
