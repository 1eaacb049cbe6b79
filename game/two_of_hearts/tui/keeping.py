"""What was kept of all evenings, for the pages that look back: read once, changed at once."""

from __future__ import annotations

from collections.abc import Callable
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
        self.album = self._read()

    def _read(self) -> Album:
        return Album.of(self._journal, {deck.id: deck.title for deck in self.decks})

    def tick(self, plan: Plan) -> None:
        """Say that a plan was done, or take that back.

        Raises:
            Trouble: it could not be saved; nothing has changed.
        """
        if plan.done:
            self._journal.unmark_done(plan.evening, plan.face.id)
        else:
            self._journal.mark_done(plan.evening, plan.face.id, self._now())
        self.album = self._read()

    def erase(self, note: Note) -> None:
        """Delete a line for good.

        Raises:
            Trouble: it could not be saved; nothing has changed.
        """
        self._journal.erase_note(note.evening, note.card, note.partner)
        self.album = self._read()
