"""What one evening leaves for the next: who started, what was seen, kept, retired, marked.

It is folded from the events of all earlier evenings, so there is nothing to get out of step.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from itertools import count

from two_of_hearts.engine import events as ev
from two_of_hearts.engine.cards import CardId, Topic
from two_of_hearts.engine.partners import Pair, Partner


@dataclass(frozen=True, slots=True)
class Limits:
    """What each partner leaves out, and when each topic was last spoken of."""

    marked: Pair[frozenset[Topic]] = Pair(frozenset(), frozenset())  # noqa: RUF009 - frozen
    """The topics that are left out."""
    words: Pair[Mapping[Topic, int]] = Pair({}, {})  # noqa: RUF009 - never changed
    """Of each topic that was ever marked or let in again: the number of the last word on it."""

    @property
    def next(self) -> int:
        """The number of the next word."""
        return 1 + max((nth for words in self.words for nth in words.values()), default=0)

    def after(self, event: ev.TopicMarked | ev.TopicUnmarked) -> Limits:
        """What holds after a word. One that came before the last one on its topic is no news."""
        who, topic, words = event.partner, event.topic, self.words.of(event.partner)
        if event.nth < words.get(topic, 0):
            return self
        mine = self.marked.of(who)
        mine = mine | {topic} if isinstance(event, ev.TopicMarked) else mine - {topic}
        said = {**words, topic: event.nth}
        return Limits(self.marked.put(who, mine), self.words.put(who, said))

    def swapped(self) -> Limits:
        """The same where the two have changed seats."""
        return Limits(self.marked.swapped(), self.words.swapped())


@dataclass(frozen=True, slots=True)
class Memory:
    """What is known when two people sit down."""

    names: Pair[str] | None = None
    """What they were called last time."""
    rounds: int = 0
    """How many rounds have been opened, ever."""
    last_starter: Partner | None = None
    """Who started the last round."""
    seen: Mapping[CardId, int] = field(default_factory=dict)
    """When each card was last drawn: a higher number is more recent."""
    kept: frozenset[CardId] = frozenset()
    """Cards with a heart on them."""
    retired: frozenset[CardId] = frozenset()
    """Cards that are never dealt again."""
    limits: Limits = field(default_factory=Limits)
    """What each partner leaves out."""

    @property
    def off_limits(self) -> Pair[frozenset[Topic]]:
        """The topics that each partner leaves out."""
        return self.limits.marked

    def seated(self, names: Pair[str]) -> Memory:
        """The same memory for two who may have changed seats since last time."""
        if self.names is None or not names.turned_since(self.names):
            return self
        return replace(
            self,
            last_starter=self.last_starter.other if self.last_starter else None,
            limits=self.limits.swapped(),
        )


def recall(events: Iterable[ev.Event]) -> Memory:
    """Fold the events of all earlier evenings, oldest first, into what is remembered.

    Events that leave nothing behind may be missing from `events`; `REMEMBERED` has those that do.
    """
    memory = Memory()
    seen: dict[CardId, int] = {}
    draws = count(1)
    kept: set[CardId] = set()
    retired: set[CardId] = set()
    for event in events:
        match event:
            case ev.EveningBegan(names=names):
                memory = replace(memory.seated(names), names=names)
            case ev.RoundOpened(starter=starter):
                memory = replace(memory, rounds=memory.rounds + 1, last_starter=starter)
            case ev.CardDrawn(card=card) | ev.AppreciationDrawn(card=card):
                seen[card] = next(draws)
            case ev.CardKept(card=card):
                kept.add(card)
            case ev.CardLetGo(card=card):
                kept.discard(card)
            case ev.CardRetired(card=card):
                retired.add(card)
            case ev.CardRestored(card=card):
                retired.discard(card)
            case ev.TopicMarked() | ev.TopicUnmarked():
                memory = replace(memory, limits=memory.limits.after(event))
            case _:
                pass
    return replace(memory, seen=seen, kept=frozenset(kept), retired=frozenset(retired))


REMEMBERED = (
    ev.EveningBegan,
    ev.RoundOpened,
    ev.CardDrawn,
    ev.AppreciationDrawn,
    ev.CardKept,
    ev.CardLetGo,
    ev.CardRetired,
    ev.CardRestored,
    ev.TopicMarked,
    ev.TopicUnmarked,
)
"""The events that leave something for another evening."""
