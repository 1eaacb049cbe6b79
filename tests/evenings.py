"""Whole evenings in a journal, for tests of what they leave."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from helpers import NAMES, NOON, SEED, begin, card, deck
from two_of_hearts.engine import moves as mv
from two_of_hearts.engine import rules
from two_of_hearts.engine.cards import DeckId, Kind
from two_of_hearts.engine.partners import Pair
from two_of_hearts.engine.state import Phase
from two_of_hearts.journal import Journal
from two_of_hearts.session import Session

PLANS = deck("plans", [card("plans", f"p{n}", 1, Kind.PLAN) for n in range(20)])

SHELF = begin(deck("red"), PLANS).decks
"""Questions, plans, and thanks."""


def spend(
    journal: Journal,
    day: datetime = NOON,
    names: Pair[str] = NAMES,
    line: str = "",
    red: bool = True,
    before: tuple[mv.Move, ...] = (),
    during: Callable[[Session], None] = lambda _: None,
) -> Session:
    """An evening of one round, played to its end, with goodbye.

    Args:
        line: what is written under each card.
        red: whether it is played with the red deck, or with the plans.
        before: moves at its very beginning.
        during: done when the first card lies open.
    """
    hurry(journal)
    session = Session.begin(journal, SHELF, lambda: day, names, SEED + day.toordinal())
    for first in (*before, mv.ShowDecks(), mv.TakeDeck(DeckId("red" if red else "plans"))):
        session.play(first)
    session.play(mv.Draw())
    during(session)
    while session.state.phase is not Phase.BETWEEN:
        move = rules.natural(session.state)
        assert move is not None
        session.play(move)
        if line and session.state.phase in (Phase.ANSWER, Phase.REPLY, Phase.SAY, Phase.TOGETHER):
            session.write_note(f"{line} {session.state.phase.value}")
    session.play(mv.SayGoodbye())
    return session


def hurry(journal: Journal) -> None:
    """Let a journal not wait for the disk. What is committed is the same."""
    journal._db.execute("PRAGMA synchronous=OFF").fetchall()
