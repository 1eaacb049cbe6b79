"""One evening at the table: every move is decided, committed to the journal, and only then true.

So is every line that somebody writes under a card. Lines are not in the state, and undo leaves
them alone: what somebody has written is not lost by a wrong key.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from two_of_hearts.engine import events as ev
from two_of_hearts.engine import rules
from two_of_hearts.engine.cards import Deck
from two_of_hearts.engine.moves import Move
from two_of_hearts.engine.notes import NotePlace, note_place
from two_of_hearts.engine.partners import Pair
from two_of_hearts.engine.rounds import DEFAULT_TURNS, Answering
from two_of_hearts.engine.state import Phase, State
from two_of_hearts.engine.text import clean_name, clean_note
from two_of_hearts.journal import Journal
from two_of_hearts.journal_check import folding
from two_of_hearts.journal_rows import Note


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
        evening = journal.next_evening()
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
        memory = journal.memory(evening)
        recorded = journal.events(evening)
        with folding(journal):
            began = recorded[0].event
            assert isinstance(began, ev.EveningBegan)
            session = cls(journal, now, evening, rules.begin(began, decks, memory))
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
    def note(self) -> str:
        """The line that is already written where one would be written now, or "".

        It is asked of the journal: somebody who looks back may have changed it meanwhile.

        Raises:
            Trouble: the journal cannot be read.
        """
        place = note_place(self.state)
        here = (line.text for line in self.notes if NotePlace(line.card, line.partner) == place)
        return next(here, "")

    @property
    def notes(self) -> tuple[Note, ...]:
        """The lines that were written tonight under the present card, by whomever; after goodbye,
        all of them.

        Raises:
            Trouble: the journal cannot be read.
        """
        if self.state.phase is Phase.GOODBYE:
            return self._journal.notes(self.evening)
        place = note_place(self.state)
        lines = self._journal.notes(self.evening) if place else ()
        return tuple(line for line in lines if place and line.card == place.card)

    def write_note(self, text: str) -> None:
        """Write a line under the present card; an empty one deletes what is there.

        Raises:
            BadNote: the line cannot be shown; nothing has changed.
            ValueError: there is nothing to write under.
            Trouble: it could not be committed; nothing has changed.
        """
        place = note_place(self.state)
        if place is None:
            raise ValueError("There is nothing to write under.")
        if not text.strip():
            self._journal.erase_note(self.evening, place.card, place.partner)
        else:
            line = clean_note(text)
            self._journal.write_note(self.evening, place.card, place.partner, line, self._now())

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
