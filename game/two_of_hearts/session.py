"""One evening at the table: every move is decided, committed to the journal, and only then true."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from two_of_hearts.engine import events as ev
from two_of_hearts.engine import rules
from two_of_hearts.engine.cards import Deck
from two_of_hearts.engine.moves import Move
from two_of_hearts.engine.partners import Pair
from two_of_hearts.engine.rounds import DEFAULT_TURNS, Answering
from two_of_hearts.engine.state import Phase, State
from two_of_hearts.engine.text import clean_name
from two_of_hearts.journal import Journal


@dataclass(frozen=True, slots=True)
class Step:
    """A move that was played: where it started from, and what happened."""

    number: int
    before: State
    events: tuple[ev.Event, ...]

    @property
    def is_private(self) -> bool:
        """Whether it belongs to a partner's private moment, which undo passes over."""
        return all(isinstance(event, ev.PRIVATE) for event in self.events)


class Session:
    """Plays an evening and remembers it.

    Args:
        journal: where its events go.
        now: gives the present moment, with a time zone.
        evening: the number of the evening in the journal.
        state: its state when it has just begun.
    """

    def __init__(
        self,
        journal: Journal,
        now: Callable[[], datetime],
        evening: int,
        state: State,
    ) -> None:
        self.evening = evening
        self.state = state
        self._journal = journal
        self._now = now
        self._steps: list[Step] = []
        self._moves = 0
        self._places = 1

    @classmethod
    def begin(
        cls,
        journal: Journal,
        decks: tuple[Deck, ...],
        now: Callable[[], datetime],
        names: Pair[str],
        seed: int,
        turns: int = DEFAULT_TURNS,
        answering: Answering = Answering.BOTH,
    ) -> Session:
        """Sit down to a new evening.

        Args:
            turns, answering: the rules of this house. They stand in the first event, so that they
                hold when everything is taken back.

        Raises:
            BadName: a name cannot be shown.
            Trouble: the journal cannot be written.
        """
        who = Pair(clean_name(names.a), clean_name(names.l))
        began = ev.EveningBegan(who, seed, turns, answering)
        evening = journal.last_evening() + 1
        state = rules.begin(began, decks, journal.memory(evening))
        journal.append(evening, 0, 0, now(), (began,))
        return cls(journal, now, evening, state)

    @classmethod
    def resume(
        cls, journal: Journal, decks: tuple[Deck, ...], now: Callable[[], datetime]
    ) -> Session | None:
        """Go on with the last evening that was played, or None where it has ended.

        Raises:
            Trouble: the journal cannot be read.
        """
        evening = journal.last_played()
        if not evening:
            return None
        recorded = journal.events(evening)
        began = recorded[0].event
        assert isinstance(began, ev.EveningBegan)
        session = cls(journal, now, evening, rules.begin(began, decks, journal.memory(evening)))
        moves: dict[int, list[ev.Event]] = {}
        for row in recorded[1:]:
            moves.setdefault(row.move, []).append(row.event)
        for number, events in moves.items():
            session._adopt(number, tuple(events))
        session._places, session._moves = journal.counts(evening)
        return session if session.state.phase is not Phase.GOODBYE else None

    @property
    def legal(self) -> tuple[Move, ...]:
        """Every move that may be played now."""
        return rules.legal(self.state)

    def play(self, move: Move) -> State:
        """Play a move: decide, commit, and only then adopt.

        Raises:
            MalformedMove, IllegalMove: it cannot be played; nothing has changed.
            Trouble: it could not be committed; nothing has changed.
        """
        events = rules.decide(self.state, move)
        number = self._moves + 1
        self._journal.append(self.evening, self._places, number, self._now(), events)
        self._moves = number
        self._places += len(events)
        self._adopt(number, events)
        return self.state

    @property
    def can_undo(self) -> bool:
        """Whether there is a move to take back."""
        return any(not step.is_private for step in self._steps)

    def undo(self) -> State:
        """Take the last move back. What a partner did in private stays as it is.

        Raises:
            ValueError: there is nothing to take back.
            Trouble: it could not be committed; nothing has changed.
        """
        places = (i for i, step in reversed(list(enumerate(self._steps))) if not step.is_private)
        at = next(places, None)
        if at is None:
            raise ValueError("There is nothing to take back.")
        step = self._steps[at]
        self._journal.undo(self.evening, self._places, step.number, self._now())
        self._places += 1
        private = self._steps[at + 1 :]
        del self._steps[at:]
        self.state = step.before
        for later in private:
            self._adopt(later.number, later.events)
        return self.state

    def _adopt(self, number: int, events: tuple[ev.Event, ...]) -> None:
        self._steps.append(Step(number, self.state, events))
        self.state = rules.fold(self.state, events)
