"""What happened. Past tense: events are facts, and all state is their fold."""

from __future__ import annotations

from dataclasses import dataclass

from two_of_hearts.engine.cards import Card, CardId, Depth, Mood, Topic
from two_of_hearts.engine.partners import Pair, Partner
from two_of_hearts.engine.rounds import DEFAULT_TURNS, Answering, DeckName, Outcome


@dataclass(frozen=True, slots=True)
class Event:
    """The base of all events."""


# Sitting down


@dataclass(frozen=True, slots=True)
class EveningBegan(Event):
    """Two people sat down. Always the first event, and never undone."""

    names: Pair[str]
    seed: int
    turns: int = DEFAULT_TURNS
    """How long rounds are, by the rule of this house. Evenings from before there was one have the
    default."""
    answering: Answering = Answering.BOTH
    """Who answers, by the rule of this house."""


@dataclass(frozen=True, slots=True)
class MoodPicked(Event):
    """A partner said how they feel."""

    partner: Partner
    mood: Mood


class DecksShown(Event):
    """The decks are laid out to choose from."""


class MoodsShown(Event):
    """The moods are laid out to choose from again."""


@dataclass(frozen=True, slots=True)
class TurnsSet(Event):
    """The coming rounds have another length."""

    turns: int


@dataclass(frozen=True, slots=True)
class AnsweringSet(Event):
    """The house rule about who answers was changed."""

    answering: Answering


@dataclass(frozen=True, slots=True)
class RoundOpened(Event):
    """A round began. Holds its cards with their texts, so that it replays the same for ever."""

    number: int
    starter: Partner
    turns: int
    ceiling: Depth
    answering: Answering
    decks: tuple[DeckName, ...]
    pile: tuple[Card, ...]
    thanks: tuple[Card, ...]


# A turn


@dataclass(frozen=True, slots=True)
class CardDrawn(Event):
    """A card was turned up."""

    partner: Partner
    card: CardId


class CardAnswered(Event):
    """The drawer answered."""


class CardReplied(Event):
    """The other partner answered too."""


@dataclass(frozen=True, slots=True)
class PlanTakenOn(Event):
    """A plan was agreed."""

    card: CardId


class FollowUpTurned(Event):
    """A follow-up was turned up."""


class TurnEnded(Event):
    """The card is done, and the other partner is next."""


@dataclass(frozen=True, slots=True)
class TurnsEnded(Event):
    """The last turn is over, and the appreciation exchange begins."""

    ending: Outcome


# Skips


@dataclass(frozen=True, slots=True)
class CardSkipped(Event):
    """A card was set aside before anyone answered it."""

    partner: Partner
    card: CardId
    round: int


@dataclass(frozen=True, slots=True)
class ReplySkipped(Event):
    """Who answers second left their answer out."""

    partner: Partner
    card: CardId
    round: int


@dataclass(frozen=True, slots=True)
class CardBroughtBack(Event):
    """A card that was set aside lies on the table again."""

    card: CardId


@dataclass(frozen=True, slots=True)
class CardRetired(Event):
    """A card is not to come again."""

    card: CardId


@dataclass(frozen=True, slots=True)
class CardRestored(Event):
    """A retired card may come again."""

    card: CardId


@dataclass(frozen=True, slots=True)
class CardKept(Event):
    """A card has a heart on it."""

    card: CardId


@dataclass(frozen=True, slots=True)
class CardLetGo(Event):
    """A card has lost its heart."""

    card: CardId


# The appreciation exchange


@dataclass(frozen=True, slots=True)
class AppreciationDrawn(Event):
    """An appreciation card was turned up, perhaps in place of another."""

    partner: Partner
    card: CardId


class AppreciationFreed(Event):
    """The appreciation is said without a card."""


class AppreciationSaid(Event):
    """The giver said it."""


class AppreciationReceived(Event):
    """The other said what landed."""


@dataclass(frozen=True, slots=True)
class RoundEnded(Event):
    """A round is over."""

    outcome: Outcome


# After the round


@dataclass(frozen=True, slots=True)
class DeeperWished(Event):
    """A partner pressed their key for a deeper round."""

    partner: Partner


@dataclass(frozen=True, slots=True)
class DeeperWithdrawn(Event):
    """A partner took that back."""

    partner: Partner


class EveningEnded(Event):
    """The two said goodbye."""


# Boundaries


@dataclass(frozen=True, slots=True)
class TopicMarked(Event):
    """A partner leaves a topic out."""

    partner: Partner
    topic: Topic
    nth: int = 0
    """How many such words came before it, in all evenings: the last word on a topic holds, also
    where an evening is gone on with that began before another one. 0 where nobody counted yet."""


@dataclass(frozen=True, slots=True)
class TopicUnmarked(Event):
    """A partner no longer leaves a topic out."""

    partner: Partner
    topic: Topic
    nth: int = 0
    """As in `TopicMarked`."""


PRIVATE = (TopicMarked, TopicUnmarked)
"""Events of a partner's private moment. Undo passes over them: it would lift a boundary unseen,
and tell the other that one was set (rules, Sitting down 4)."""
