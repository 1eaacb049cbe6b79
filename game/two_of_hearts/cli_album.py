"""The command `history`: what all evenings left, as lines of text or as data."""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from two_of_hearts.cli_common import USAGE, home_option, load_decks, say, stop
from two_of_hearts.engine.cards import Kind

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from two_of_hearts.album import Album
    from two_of_hearts.album_pages import Evening
    from two_of_hearts.engine.cards import Deck
    from two_of_hearts.journal_rows import Note


@click.command()
@click.option("--evening", "number", type=click.IntRange(1), help="Only this evening, in full.")
@click.option("--json", "as_json", is_flag=True, help="Print data for programs instead of text.")
@home_option
def history(number: int | None, as_json: bool, home: Path | None) -> None:
    """Look back: your evenings, kept cards, plans, and the lines you wrote."""
    from two_of_hearts import places
    from two_of_hearts.words import looking_back as words

    folder = places.home(home)
    decks = load_decks(folder).decks
    album = look_back(folder, decks)
    if number is not None:
        if album.evening(number) is None:
            stop(words.no_such_evening(number), words.which_evenings(), USAGE)
        album = album.only({number})
    if as_json:
        import json

        from two_of_hearts.album_data import as_data

        # In ASCII: a text cannot steer a terminal, and programs read it all the same.
        click.echo(json.dumps(as_data(album, decks), indent=2))
    elif not album.evenings:
        say(words.nothing_yet())
    elif number is not None:
        say("\n".join(_in_full(album)))
    else:
        say("\n".join(_all(album, decks)))


def look_back(folder: Path, decks: Iterable[Deck]) -> Album:
    """The album of what is kept in a folder. A journal that is not there yet is not made."""
    from two_of_hearts import places
    from two_of_hearts.album import EMPTY, Album
    from two_of_hearts.journal_open import open_to_read

    path = places.journal(folder)
    if not os.path.lexists(path):
        return EMPTY
    journal = open_to_read(path)
    try:
        return Album.of(journal, {deck.id: deck.title for deck in decks})
    finally:
        journal.close()


def _all(album: Album, decks: Iterable[Deck]) -> Iterator[str]:
    """All evenings, the newest first, month by month, and then what they left."""
    from two_of_hearts.album import seen_of
    from two_of_hearts.words import dates
    from two_of_hearts.words import looking_back as words

    yield words.summary(len(album.evenings), album.evenings[0].began)
    month = ""
    for evening in reversed(album.evenings):
        if month != dates.month(evening.began):
            month = dates.month(evening.began)
            yield f"\n{month}"
        yield f"\n  {_heading(evening, whole=False)}"
        yield from _about(evening)
        for round in evening.rounds:
            line = words.round(round.decks, round.ceiling, round.outcome, len(round.cards))
            yield f"    {line}"
    yield from _left(album)
    yield f"\n{words.headings()['decks']}\n"
    for deck in decks:
        yield f"  {words.deck_seen(deck.title, *seen_of(deck, album))}"


def _in_full(album: Album) -> Iterator[str]:
    """One evening, card by card, and then what it left."""
    from two_of_hearts.words import looking_back as words

    (evening,) = album.evenings
    told: set[Note] = set()
    yield _heading(evening, whole=True)
    yield from _about(evening)
    for round in evening.rounds:
        line = words.round(round.decks, round.ceiling, round.outcome, len(round.cards))
        yield f"\n  {line}"
        for played in round.cards:
            yield f"    {words.card(played.face.kind, played.face.text)}"
            if played.face.kind is not Kind.APPRECIATION:
                yield from _notes(evening, played.notes)
                told |= set(played.notes)
    # What stands under its card need not be said again below.
    rest = tuple(line for line in album.lines if line.note not in told)
    yield from _left(replace(album, lines=rest))


def _heading(evening: Evening, whole: bool) -> str:
    from two_of_hearts.words import looking_back as words

    return words.evening(evening.number, evening.began, evening.names, whole)


def _about(evening: Evening) -> Iterator[str]:
    from two_of_hearts.words import looking_back as words

    if felt := words.moods(evening.names, evening.moods):
        yield f"    {felt}"
    if not evening.has_ended:
        yield f"    {words.waits()}"


def _left(album: Album) -> Iterator[str]:
    """Kept cards, plans, appreciations and lines, each under its heading where there are any."""
    from two_of_hearts.words import looking_back as words

    headings = words.headings()
    by_number = {evening.number: evening for evening in album.evenings}
    if album.kept:
        yield f"\n{headings['kept']}\n"
    for kept in album.kept:
        yield f"  {kept.face.text}"
        yield f"    {words.where(kept.face.deck, kept.evening)}"
    if album.plans:
        yield f"\n{headings['plans']}\n"
    for plan in album.plans:
        yield f"  {words.plan(plan.face.text, done=plan.done is not None)}"
        yield f"    {words.where(plan.face.deck, plan.evening)}"
        if plan.done:
            yield f"    {words.done_on(plan.done)}"
    if album.appreciations:
        yield f"\n{headings['appreciations']}\n"
    for given in album.appreciations:
        evening = by_number[given.evening]
        text = given.face.text if given.face else ""
        yield f"  {words.appreciation(evening.names, given.giver, text)}"
        yield from _notes(evening, given.notes)
    if album.lines:
        yield f"\n{headings['lines']}\n"
    above = None
    for line in album.lines:
        here = (line.note.evening, line.note.card)
        if here != above:
            yield f"  {line.face.text if line.face else words.unknown_card()}"
        above = here
        yield from _notes(by_number[line.note.evening], (line.note,))


def _notes(evening: Evening, notes: Iterable[Note]) -> Iterator[str]:
    from two_of_hearts.words import looking_back as words

    for note in notes:
        yield f"      {words.note(evening.names, note.partner, note.text)}"
