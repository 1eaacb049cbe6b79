"""What stands on each leaf of the album, as rows of a list."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from two_of_hearts.album import Album, seen_of
from two_of_hearts.album_pages import Evening, Plan
from two_of_hearts.engine.cards import Deck
from two_of_hearts.journal_rows import Note
from two_of_hearts.tui.widgets.calendar import Month
from two_of_hearts.tui.widgets.choices import Row
from two_of_hearts.view import Print
from two_of_hearts.words import album as words
from two_of_hearts.words import dates
from two_of_hearts.words import looking_back as told

BAR = 12
"""How long the bar of a deck is, in cells."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A row of a leaf, and what it stands for."""

    row: Row
    about: str
    """What is said of it when the cursor is there."""
    plan: Plan | None = None
    note: Note | None = None
    evening: int | None = None


def months(album: Album) -> list[tuple[int, int]]:
    """The months that had an evening, in order."""
    return sorted({(one.began.year, one.began.month) for one in album.evenings})


def month_of(album: Album, year: int, month: int) -> Month:
    """A month, with its evenings counted."""
    days = Counter(one.began.day for one in evenings_of(album, year, month))
    return Month(year, month, days)


def evenings_of(album: Album, year: int, month: int) -> list[Evening]:
    """The evenings of a month, in order."""
    return [one for one in album.evenings if (one.began.year, one.began.month) == (year, month)]


def evening_entries(album: Album, year: int, month: int) -> Iterable[Entry]:
    """The evenings of a month: when, with what decks; who, and how they felt."""
    for one in evenings_of(album, year, month):
        decks = dict.fromkeys(deck for round in one.rounds for deck in round.decks)
        label = f"{dates.day_in_month(one.began)}, {dates.time(one.began)}"
        about = [words.names(one.names), told.moods(one.names, one.moods)]
        about += [] if one.has_ended else [told.waits()]
        yield Entry(Row(label, ", ".join(decks)), " ".join(filter(None, about)), evening=one.number)


def deck_entries(album: Album, decks: Iterable[Deck]) -> Iterable[Entry]:
    """How much of each deck is seen."""
    for deck in decks:
        seen, cards = seen_of(deck, album)
        full = round(BAR * seen / cards) if cards else 0
        full = max(1, full) if seen else 0
        bar = "▰" * full + "▱" * (BAR - full)
        count = words.seen(seen, cards)
        row = Row(deck.title, f"{count}  {bar}", print=Print(deck.sign, deck.hue))
        yield Entry(row, deck.about)


def card_entries(album: Album) -> Iterable[Entry]:
    """The plans, those that wait first, then the kept cards."""
    for plan in sorted(album.plans, key=lambda plan: plan.done is not None):
        about = words.from_evening(plan.face.text, plan.face.deck, plan.evening)
        about = f"{about} {told.done_on(plan.done)}." if plan.done else about
        note = words.done() if plan.done else words.plan()
        yield Entry(Row(plan.face.text, note, "☑" if plan.done else "☐"), about, plan=plan)
    for kept in album.kept:
        about = words.from_evening(kept.face.text, kept.face.deck, kept.evening)
        yield Entry(Row(kept.face.text, kept.face.deck, "♥"), about)


def word_entries(album: Album) -> Iterable[Entry]:
    """What was written down: appreciations first, then all other lines."""
    for said in album.appreciations:
        evening = album.evening(said.evening)
        names = evening.names if evening else None
        for note in said.notes:
            who = told.whose(names, note.partner) if names else ""
            card = said.face.text if said.face else told.said_freely()
            yield Entry(Row(note.text, who, "♥"), words.line(note.text, card), note=note)
    for line in album.lines:
        evening = album.evening(line.note.evening)
        who = told.whose(evening.names, line.note.partner) if evening else ""
        card = line.face.text if line.face else told.unknown_card()
        about = words.line(line.note.text, card)
        yield Entry(Row(line.note.text, who, "✎"), about, note=line.note)
