"""What goes into a keepsake, gathered from the album and put into words.

All that a page or a picture shows is in these values, cleaned of what cannot be shown; who draws
them has only to escape it for the format.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from two_of_hearts.album import Album
from two_of_hearts.album_pages import Evening, Face
from two_of_hearts.engine.cards import CardId, DeckId
from two_of_hearts.engine.partners import Partner
from two_of_hearts.engine.text import printable
from two_of_hearts.errors import Trouble
from two_of_hearts.journal_rows import Note
from two_of_hearts.words import dates, looking_back
from two_of_hearts.words import keepsake as words

ACCENT = "#9d2f3a"
"""The colour of a card whose deck names none: the red of hearts."""

SECTIONS = ("kept", "plans", "appreciations", "lines")
"""The sections of a keepsake, in order."""


@dataclass(frozen=True, slots=True)
class Choice:
    """What a keepsake is made of: one evening or a year; the last evening where neither is said."""

    evening: int | None = None
    """The number of an evening."""
    year: int | None = None
    """A year in which evenings began."""


@dataclass(frozen=True, slots=True)
class Words:
    """A line on a card."""

    name: str
    """Whose words."""
    text: str
    """The words."""


@dataclass(frozen=True, slots=True)
class Leaf:
    """A card of the keepsake."""

    deck: str
    """The title of its deck; empty where something was said freely."""
    kind: str
    """What it asks for, in words."""
    depth: int
    """One to three steps; 0 where something was said freely."""
    depth_name: str
    """The same in words."""
    text: str
    """The prompt, or what stands in its place."""
    is_kept: bool
    """Whether it has a heart."""
    plan: str
    """Of a plan: whether it is done, in words; else empty."""
    is_done: bool
    """Of a plan: whether it has a tick."""
    from_to: str
    """Of an appreciation: who said it to whom; else empty."""
    words: tuple[Words, ...]
    """The lines that were written under it."""
    day: str
    """When it came up, where the keepsake has more than one evening; else empty."""
    accent: str
    """Its deck's colour, as in #9d2f3a."""


@dataclass(frozen=True, slots=True)
class Section:
    """Cards under a heading."""

    title: str
    leaves: tuple[Leaf, ...]


@dataclass(frozen=True, slots=True)
class Keepsake:
    """A whole keepsake."""

    names: str
    """Whose it is."""
    when: str
    """The day, or the days."""
    decks: str
    """What was played with."""
    sections: tuple[Section, ...]
    """Those that have any cards."""


def chosen(album: Album, choice: Choice) -> tuple[Evening, ...]:
    """The evenings of a choice, in order; never none.

    Raises:
        Trouble: there are none.
    """
    if choice.evening is not None:
        found = tuple(one for one in album.evenings if one.number == choice.evening)
        missing = words.no_such_evening(choice.evening)
    elif choice.year is not None:
        found = tuple(one for one in album.evenings if one.began.year == choice.year)
        missing = words.no_such_year(choice.year)
    else:
        found = album.evenings[-1:]
        missing = words.no_evening_yet()
    if not found:
        raise Trouble(*missing)
    return found


def gather(album: Album, choice: Choice, accents: Mapping[DeckId, str] | None = None) -> Keepsake:
    """What goes into a keepsake.

    Args:
        album: what all evenings left.
        choice: which of them.
        accents: the colours of decks, as in #9d2f3a.

    Raises:
        Trouble: there is no such evening, or it left nothing and was not asked for by its number.
    """
    evenings = chosen(album, choice)
    part = album.only({one.number for one in evenings})
    places = _places(part)
    if not places and choice.evening is None:
        raise Trouble(*words.nothing_left(None if choice.year else evenings[-1].number))
    is_one = choice.year is None
    begun = [one.began for one in evenings]
    when = dates.day(begun[0]) if is_one else words.evenings(begun[0].year, begun)
    titles = {title: None for one in evenings for round in one.rounds for title in round.decks}
    bound = [
        (place.section, place.leaf(part, not is_one, accents or {})) for place in places.values()
    ]
    sections = (
        Section(words.section(name), tuple(leaf for section, leaf in bound if section == name))
        for name in SECTIONS
    )
    return Keepsake(
        names=_clean(words.both(evenings[-1].names)),
        when=when,
        decks=_clean(words.played_with(list(titles))) if titles else "",
        sections=tuple(section for section in sections if section.leaves),
    )


@dataclass(slots=True)
class _Place:
    """All that lies in one place: a card in an evening is one leaf, whatever was done with it."""

    evening: int
    face: Face | None
    is_kept: bool = False
    is_plan: bool = False
    done: datetime | None = None
    giver: Partner | None = None
    notes: list[Note] = field(default_factory=list)

    @property
    def section(self) -> str:
        if self.giver:
            return "appreciations"
        if self.is_plan:
            return "plans"
        return "kept" if self.is_kept else "lines"

    def leaf(self, album: Album, is_dated: bool, accents: Mapping[DeckId, str]) -> Leaf:
        evening = album.evening(self.evening)
        assert evening is not None
        face, names = self.face, evening.names
        deck = DeckId(face.id.partition("/")[0]) if face else DeckId("")
        depth = looking_back.depth(face.depth) if face else ""
        return Leaf(
            deck=_clean(face.deck) if face else words.TITLE,
            kind=looking_back.kind(face.kind) if face else "",
            depth=int(face.depth) if face else 0,
            depth_name=words.depth(depth) if face else "",
            text=_clean(face.text) if face else looking_back.said_freely(),
            is_kept=self.is_kept,
            plan=words.plan_state(self.done is not None) if self.is_plan else "",
            is_done=self.done is not None,
            from_to=_clean(words.from_to(names, self.giver)) if self.giver else "",
            words=tuple(
                Words(_clean(looking_back.whose(names, note.partner)), _clean(note.text))
                for note in self.notes
            ),
            day=dates.day(evening.began) if is_dated else "",
            accent=accents.get(deck, ACCENT),
        )


def _places(part: Album) -> dict[tuple[int, CardId], _Place]:
    """The leaves of an album, in the order of what they are."""
    places: dict[tuple[int, CardId], _Place] = {}

    def place(evening: int, id: CardId, face: Face | None) -> _Place:
        return places.setdefault((evening, id), _Place(evening, face))

    for kept in part.kept:
        place(kept.evening, kept.face.id, kept.face).is_kept = True
    for plan in part.plans:
        found = place(plan.evening, plan.face.id, plan.face)
        found.is_plan, found.done = True, plan.done
    for given in part.appreciations:
        found = place(given.evening, given.notes[0].card, given.face)
        found.giver = given.giver
        found.notes += given.notes
    for line in part.lines:
        if line.goes_out and line.face:
            place(line.note.evening, line.note.card, line.face).notes.append(line.note)
    return places


def _clean(text: str) -> str:
    """A text of any origin as one line of what can be shown."""
    return printable(" ".join(text.split()))
