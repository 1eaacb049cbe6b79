"""What was kept of all evenings, for the pages that look back: read once, changed at once."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from two_of_hearts import places
from two_of_hearts.album import Album
from two_of_hearts.album_pages import Plan
from two_of_hearts.engine.cards import Deck
from two_of_hearts.journal import Journal
from two_of_hearts.journal_rows import Note
from two_of_hearts.keepsake import Choice, default_name, write
from two_of_hearts.prints import PRINTS


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

    def keepsake_path(self, evening: int) -> Path:
        """Where the keepsake of an evening is offered to lie.

        Raises:
            Trouble: nobody played in that evening yet.
        """
        return places.keepsakes() / default_name(self.album, Choice(evening=evening))

    def make_keepsake(self, evening: int, path: Path, overwrite: bool) -> Path:
        """Make a keepsake of an evening; the ending of the path says how it is drawn.

        Raises:
            AlreadyThere: something is there, and `overwrite` was not said.
            Trouble: it cannot be written.
        """
        accents = {deck.id: PRINTS[deck.hue] for deck in self.decks}
        return write(self.album, Choice(evening=evening), path, overwrite, accents=accents)

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
