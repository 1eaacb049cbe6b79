"""A view in sentences: all of it, or what is new since the last one."""

from __future__ import annotations

from collections.abc import Iterable

from two_of_hearts.engine import moves as mv
from two_of_hearts.engine.partners import Pair
from two_of_hearts.engine.state import Phase
from two_of_hearts.view import CardFace, View
from two_of_hearts.words import evening, pages
from two_of_hearts.words import plain as words
from two_of_hearts.words import plain_clock as clock
from two_of_hearts.words.lexicon import _

OPENS = (mv.TakeDeck, mv.SurpriseUs, mv.PlayOn, mv.Lighten, mv.WishDeeper)
"""Moves that may open a round."""

AWAY = (Phase.MOODS, Phase.DECKS, Phase.BETWEEN, Phase.GOODBYE)
"""Phases in which no card is looked at."""

DEEPER = (mv.WishDeeper, mv.WithdrawDeeper)


def scene(view: View) -> Iterable[str]:
    """Everything that lies on the table, and what is to do."""
    if view.phase is Phase.DRAW:
        yield words.place(view.round, view.turn, view.turns, view.ceiling)
    yield words.sentence(view.headline)
    if view.hint:
        yield view.hint
    match view.phase:
        case Phase.MOODS:
            for seat in view.seats:
                if seat.mood is not None:
                    yield words.feels(seat.name, seat.mood)
        case Phase.DECKS:
            yield words.rule(view.next_turns, view.answering)
        case Phase.BETWEEN:
            yield from deeper(view)
        case Phase.GOODBYE:
            yield from left(view)
    if view.phase in AWAY:
        return
    if view.card is not None:
        yield from card(view.card)
    # What was said freely has no card, and may have a line all the same.
    yield from (words.wrote(name, text) for name, text in view.notes)


def card(face: CardFace) -> Iterable[str]:
    """A card: where it is from, what it asks for, its words, and what is turned up of it."""
    yield words.card(face.deck, face.kind, _(evening.DEPTHS[face.depth]))
    yield face.text
    yield from map(words.further, face.follow_ups)
    if face.clock is not None:
        yield clock.has(clock.seconds(face.clock))
    if face.is_kept:
        yield words.has_heart()


def deeper(view: View) -> Iterable[str]:
    """What a deeper round needs, where there could be one."""
    wish = [seat for seat in view.seats if seat.wishes_deeper]
    if wish:
        other = view.seats.of(wish[0].partner.other)
        yield words.one_for_deeper(wish[0].name, other.name, other.partner.value)
    elif any(isinstance(move, mv.WishDeeper) for move in view.moves):
        yield words.how_to_go_deeper(Pair(view.seats.a.name, view.seats.l.name))


def left(view: View) -> Iterable[str]:
    """What the evening leaves."""
    for title, texts in ((pages.your_plans(), view.plans), (pages.kept_cards(), view.kept)):
        if texts:
            yield words.sentence(title)
            yield from texts
    if view.notes:
        yield words.sentence(pages.written_words())
        yield from (words.wrote(name, text) for name, text in view.notes)


def news(before: View, view: View) -> Iterable[str]:
    """What is new since another view of the same evening."""
    was, now = ((one.phase, one.headline, one.hint) for one in (before, view))
    if was != now:
        old, new = before.card, view.card
        known = {words.wrote(*note) for note in before.notes}
        if old is not None and new is not None and old.id == new.id:
            # Both answer the same card: it has been heard, and lies there still.
            known.update(card(new))
        yield from (line for line in scene(view) if line not in known)
        return
    if view.card is not None:
        if before.card is None or before.card.id != view.card.id:
            yield from card(view.card)
        else:
            fresh = view.card.follow_ups[len(before.card.follow_ups) :]
            yield from map(words.further, fresh)


def happened(move: mv.Move, before: View, view: View) -> Iterable[str]:
    """What a move has done, where the new headline does not tell."""
    match move:
        case mv.Skip():
            yield words.skipped(before.phase is Phase.REPLY)
        case mv.PickMood(partner=partner, mood=mood):
            yield words.feels(view.seats.of(partner).name, mood)
        case mv.ShareMood(mood=mood):
            yield from (words.feels(seat.name, mood) for seat in view.seats)
        case mv.SetTurns() | mv.SetAnswering():
            yield words.rule(view.next_turns, view.answering)
        case _ if isinstance(move, OPENS) and view.phase is Phase.DRAW:
            yield words.opened(view.decks)
        case _ if isinstance(move, DEEPER):
            yield from filter(None, [words.happened(type(move).__name__)])
            yield from deeper(view)
        case _:
            yield from filter(None, [words.happened(type(move).__name__)])
