"""What was kept of all evenings, for the pages that look back: read once, changed at once."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime

from two_of_hearts.album import Album
from two_of_hearts.album_pages import Plan
from two_of_hearts.engine.cards import Deck
from two_of_hearts.journal import Journal
from two_of_hearts.journal_rows import Note


class Keeping:
    """The album, and the few things that can be changed in it.

    Args:
        journal: where it is kept.
        decks: the decks on the shelf.
        now: gives the present moment, with a time zone.

    Raises:
        Trouble: the journal cannot be read.
    """

    def __init__(
        self, journal: Journal, decks: tuple[Deck, ...], now: Callable[[], datetime]
    ) -> None:
        self.decks = decks
        self._journal = journal
        self._now = now
        self.album = Album.of(journal, {deck.id: deck.title for deck in decks})

    def tick(self, plan: Plan) -> None:
        """Say that a plan was done, or take that back.

        Raises:
            Trouble: it could not be saved; nothing has changed.
        """
        done = None if plan.done else self._now()
        if done is None:
            self._journal.unmark_done(plan.evening, plan.face.id)
        else:
            self._journal.mark_done(plan.evening, plan.face.id, done)
        ticked = replace(plan, done=done)
        plans = tuple(ticked if one == plan else one for one in self.album.plans)
        self.album = replace(self.album, plans=plans)

    def erase(self, note: Note) -> None:
        """Delete a line for good.

        Raises:
            Trouble: it could not be saved; nothing has changed.
        """
        self._journal.erase_note(note.evening, note.card, note.partner)
        said = (replace(a, notes=_without(a.notes, note)) for a in self.album.appreciations)
        self.album = replace(
            self.album,
            appreciations=tuple(one for one in said if one.notes),
            lines=tuple(one for one in self.album.lines if one.note != note),
        )


def _without(notes: tuple[Note, ...], gone: Note) -> tuple[Note, ...]:
    return tuple(note for note in notes if note != gone)
