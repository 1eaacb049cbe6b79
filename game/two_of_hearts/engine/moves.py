"""What a player can do. Imperative: a move is a wish until `rules.decide` has allowed it."""

from __future__ import annotations

from dataclasses import dataclass

from two_of_hearts.engine.cards import CardId, DeckId, Mood, Topic
from two_of_hearts.engine.partners import Partner
from two_of_hearts.engine.rounds import Answering


@dataclass(frozen=True, slots=True)
class Move:
    """The base of all moves."""


# Sitting down


@dataclass(frozen=True, slots=True)
class PickMood(Move):
    """One partner says how they feel tonight."""

    partner: Partner
    mood: Mood


@dataclass(frozen=True, slots=True)
class ShareMood(Move):
    """Both feel the same tonight."""

    mood: Mood


class ShowDecks(Move):
    """Go on from the moods to the decks."""


class ChangeMoods(Move):
    """Go back from the decks to the moods."""


@dataclass(frozen=True, slots=True)
class SetTurns(Move):
    """Make the coming rounds this long."""

    turns: int


@dataclass(frozen=True, slots=True)
class SetAnswering(Move):
    """Say who answers a question: both, or only who drew it."""

    answering: Answering


@dataclass(frozen=True, slots=True)
class TakeDeck(Move):
    """Play a round with this deck."""

    deck: DeckId


class SurpriseUs(Move):
    """Play a round with the best three decks mixed."""


# A turn


class Draw(Move):
    """Turn up a card: the next one of the pile, or an appreciation card."""


class Answer(Move):
    """The drawer has answered."""


class Reply(Move):
    """The other partner has answered the same card."""


class Finish(Move):
    """What the card asked for has been done, or planned, together."""


class Thank(Move):
    """The thanks are said, and the cards are handed over."""


class TellMore(Move):
    """Turn up the card's next follow-up."""


# Skips


class Skip(Move):
    """Set the card aside, or leave out one's own answer to it."""


@dataclass(frozen=True, slots=True)
class BringBack(Move):
    """Take a card that was set aside in this round after all."""

    card: CardId


@dataclass(frozen=True, slots=True)
class Retire(Move):
    """Never deal this card again."""

    card: CardId


@dataclass(frozen=True, slots=True)
class Restore(Move):
    """Let a card that was never to come again come again."""

    card: CardId


# What is remembered


@dataclass(frozen=True, slots=True)
class Keep(Move):
    """Put a heart on a card."""

    card: CardId


@dataclass(frozen=True, slots=True)
class LetGo(Move):
    """Take the heart off again."""

    card: CardId


# The appreciation exchange and the way out


class WrapUp(Move):
    """End the round early, with its appreciation exchange."""


class CloseGently(Move):
    """End the evening at once, past the appreciation exchange."""


class Swap(Move):
    """Turn up another appreciation card instead of this one."""


class SayFreely(Move):
    """Say the appreciation without a card."""


class Say(Move):
    """The appreciation has been said."""


class Respond(Move):
    """The other has said what landed."""


# After the round


class PlayOn(Move):
    """Another round, as deep as the last one."""


class Lighten(Move):
    """Another round, one level lighter."""


@dataclass(frozen=True, slots=True)
class WishDeeper(Move):
    """One partner's own key for a deeper round; it opens when both have pressed theirs."""

    partner: Partner


@dataclass(frozen=True, slots=True)
class WithdrawDeeper(Move):
    """One partner takes their wish for a deeper round back."""

    partner: Partner


class ChangeDeck(Move):
    """Choose another deck for the next round."""


class SayGoodbye(Move):
    """End the evening."""


# Boundaries


@dataclass(frozen=True, slots=True)
class MarkTopic(Move):
    """One partner leaves a topic out, in private."""

    partner: Partner
    topic: Topic


@dataclass(frozen=True, slots=True)
class UnmarkTopic(Move):
    """One partner no longer leaves a topic out."""

    partner: Partner
    topic: Topic
