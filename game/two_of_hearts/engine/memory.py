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

NOTHING: Pair[frozenset[Topic]] = Pair(frozenset(), frozenset())


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
    off_limits: Pair[frozenset[Topic]] = NOTHING
    """What each partner leaves out."""

    def seated(self, names: Pair[str]) -> Memory:
        """The same memory for two who may have changed seats since last time."""
        if self.names is None or names == self.names or names != self.names.swapped():
            return self
        return replace(
            self,
            last_starter=self.last_starter.other if self.last_starter else None,
            off_limits=self.off_limits.swapped(),
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
                memory = replace(memory, off_limits=marked(memory.off_limits, event))
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


def marked(
    off_limits: Pair[frozenset[Topic]], event: ev.TopicMarked | ev.TopicUnmarked
) -> Pair[frozenset[Topic]]:
    """The partners' boundaries after one of them changed theirs."""
    mine = off_limits.of(event.partner)
    changed = mine | {event.topic} if isinstance(event, ev.TopicMarked) else mine - {event.topic}
    return off_limits.put(event.partner, changed)
