"""The game playing a short round by itself, for two who want to see it first.

It chooses from the legal moves of the view, like any front end, and has no rules of its own.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from textual import events

from two_of_hearts.engine import moves as mv
from two_of_hearts.engine.cards import Mood
from two_of_hearts.engine.partners import Pair
from two_of_hearts.engine.state import Phase
from two_of_hearts.tui.app import TableApp
from two_of_hearts.view import View
from two_of_hearts.words import demo as words

NAMES = Pair("Ada", "Lin")
"""Who plays it."""

SEED = 29
"""Which cards come, so that a moving picture of it can be made again."""

OPEN = (Phase.ANSWER, Phase.REPLY, Phase.TOGETHER, Phase.SAY, Phase.RESPOND)
"""The phases in which there is something to read."""


@dataclass(frozen=True, slots=True)
class Wish:
    """Something that is shown once, when it may be done."""

    phase: Phase
    """In which phase."""
    turn: int
    """From which turn on."""
    is_it: Callable[[mv.Move], bool]
    """Whether a legal move is the one."""


WISHES = (
    Wish(Phase.MOODS, 0, lambda move: move == mv.ShareMood(Mood.CURIOUS)),
    Wish(Phase.DECKS, 0, lambda move: move == mv.SetTurns(4)),
    Wish(Phase.ANSWER, 1, lambda move: isinstance(move, mv.TellMore)),
    Wish(Phase.ANSWER, 1, lambda move: isinstance(move, mv.Keep)),
    Wish(Phase.ANSWER, 2, lambda move: isinstance(move, mv.Skip)),
    Wish(Phase.BETWEEN, 0, lambda move: isinstance(move, mv.SayGoodbye)),
)
"""What a demo shows beside the natural next thing."""


def next_move(view: View, shown: set[Wish]) -> mv.Move | None:
    """What is played next; None when the evening is over.

    Args:
        view: what lies on the table.
        shown: the wishes that were fulfilled; the one that is now is added.
    """
    for wish in WISHES:
        if wish not in shown and view.phase is wish.phase and view.turn >= wish.turn:
            move = next(filter(wish.is_it, view.moves), None)
            if move is not None:
                shown.add(wish)
                return move
    return view.natural


class DemoApp(TableApp):
    """Plays by itself, in a folder of its own. Any key and any click end it.

    Args:
        pace: how many seconds pass from move to move; twice as many where there is much to read.
        what: what every table needs.
    """

    def __init__(self, pace: float, **what: Any) -> None:
        super().__init__(names=NAMES, seed=lambda: SEED, **what)
        self.banner = words.banner()
        self._pace = pace
        self._shown: set[Wish] = set()

    def on_mount(self) -> None:
        self.set_timer(self._pace, self._begin)

    def _begin(self) -> None:
        self.begin(NAMES)
        self._wait()

    def _wait(self) -> None:
        reads = self.view is not None and self.view.phase in OPEN
        self.set_timer(self._pace * (2 if reads else 1), self._step)

    def _step(self) -> None:
        move = next_move(self.view, self._shown) if self.view is not None else None
        if move is None or not self.play(move):
            self.exit()
        else:
            self._wait()

    async def on_event(self, event: events.Event) -> None:
        if isinstance(event, events.Key | events.MouseDown | events.Paste):
            self.exit()
        else:
            await super().on_event(event)
