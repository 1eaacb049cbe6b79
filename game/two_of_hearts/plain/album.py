"""Looking back: evenings, kept cards and plans, words, and how much of each deck is seen."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from two_of_hearts.album import Album, seen_of
from two_of_hearts.album_pages import Evening, Plan
from two_of_hearts.journal_rows import Note
from two_of_hearts.keeping import Keeping
from two_of_hearts.plain.choices import Choice
from two_of_hearts.plain.house import House
from two_of_hearts.plain.keepsake import make_keepsake
from two_of_hearts.plain.pages import ask_for, number_asked
from two_of_hearts.words import album as leaves
from two_of_hearts.words import looking_back as told
from two_of_hearts.words import plain as words
from two_of_hearts.words import plain_pages as texts

Leaf = Callable[[House, Keeping], None]


def look_back(house: House) -> None:
    """One leaf after the other, until Enter goes back.

    Raises:
        Stopped: nobody types any more.
        Trouble: the journal cannot be read or written.
    """
    keeping = house.keeping()
    while True:
        album = keeping.album
        many = (
            len(album.evenings),
            len(album.plans) + len(album.kept),
            len(_lines(album)),
            len(keeping.decks),
        )
        choices = [Choice(texts.close_album(), "")]
        choices += [Choice(texts.leaf(leaves.leaf(n), many[n]), str(n)) for n in range(4)]
        choice = ask_for(house.talk, choices)
        if not choice.action:
            return
        leaf = int(choice.action)
        if not many[leaf]:
            house.talk.say(leaves.empty(leaf, "k", "j"))
        else:
            LEAVES[leaf](house, keeping)


def _evenings(house: House, keeping: Keeping) -> None:
    """The newest first, each by its own number."""
    album = keeping.album

    def rows() -> Iterable[str]:
        for evening in reversed(album.evenings):
            yield from _evening(evening)
        yield texts.keepsake_of_one()

    house.talk.say(*rows())
    last = album.evenings[-1].number
    while (number := number_asked(house.talk, last, rows)) is not None:
        with house.telling():
            make_keepsake(house, keeping, number + 1)
        house.talk.say(texts.keepsake_of_one())


def _evening(evening: Evening) -> Iterable[str]:
    """When, who, with what decks, and how they felt."""
    yield words.sentence(told.evening(evening.number, evening.began, evening.names, whole=True))
    yield from filter(None, [told.moods(evening.names, evening.moods)])
    for round in evening.rounds:
        yield told.round(round.decks, round.ceiling, round.outcome, len(round.cards))
    if not evening.has_ended:
        yield told.waits()


def _cards(house: House, keeping: Keeping) -> None:
    """The kept cards, then the plans, those that wait first; a plan can be ticked."""
    headings = told.headings()
    # The order stays while somebody ticks, so that a number means the same plan.
    order = sorted(keeping.album.plans, key=lambda plan: plan.done is not None)
    keys = [(plan.evening, plan.face.id) for plan in order]

    def plan(place: int) -> Plan:
        now = {(one.evening, one.face.id): one for one in keeping.album.plans}
        return now[keys[place]]

    def rows() -> Iterable[str]:
        if keeping.album.kept:
            yield words.sentence(headings["kept"])
        for kept in keeping.album.kept:
            yield kept.face.text
            yield words.sentence(told.where(kept.face.deck, kept.evening))
        if keys:
            yield words.sentence(headings["plans"])
        for place in range(len(keys)):
            one = plan(place)
            yield words.choice(place + 1, texts.plan_row(one.face.text, one.done))
        yield texts.ticks() if keys else words.goes_back()

    house.talk.say(*rows())
    while (number := number_asked(house.talk, len(keys), rows)) is not None:
        with house.telling():
            keeping.tick(plan(number))
            house.talk.say(texts.ticked(plan(number).done is not None))


def _lines(album: Album) -> list[tuple[Note, str, str]]:
    """What was written down, appreciations first: each line, whose it is, and its card's words."""
    names = {evening.number: evening.names for evening in album.evenings}
    lines = [
        (note, said.face.text if said.face else told.said_freely())
        for said in album.appreciations
        for note in said.notes
    ]
    lines += [(one.note, one.face.text if one.face else told.unknown_card()) for one in album.lines]
    return [
        (note, told.note(names[note.evening], note.partner, note.text), card)
        for note, card in lines
    ]


def _words(house: House, keeping: Keeping) -> None:
    """Each line can be deleted, when somebody says yes to it."""

    def rows() -> Iterable[str]:
        for number, (_note, line, card) in enumerate(_lines(keeping.album), start=1):
            yield card
            yield words.choice(number, line)
        yield texts.deletes()

    house.talk.say(*rows())
    while (number := number_asked(house.talk, len(_lines(keeping.album)), rows)) is not None:
        note, line, _card = _lines(keeping.album)[number]
        house.talk.say(*texts.sure(line))
        if house.talk.ask().casefold() != texts.yes().casefold():
            house.talk.say(texts.note_left())
            continue
        with house.telling():
            keeping.erase(note)
            house.talk.say(texts.note_gone())
        if not _lines(keeping.album):
            return
        # The numbers of those behind it are others now.
        house.talk.say(*rows())


def _decks(house: House, keeping: Keeping) -> None:
    """How much of each deck is seen."""
    for deck in keeping.decks:
        seen = words.sentence(told.deck_seen(deck.title, *seen_of(deck, keeping.album)))
        house.talk.say(f"{seen} {words.sentence(deck.about)}")


LEAVES: tuple[Leaf, ...] = (_evenings, _cards, _words, _decks)
