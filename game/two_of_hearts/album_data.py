"""The album as plain data, for `history --json`. Its keys are a promise: the README names them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from two_of_hearts.album import Album, seen_of
from two_of_hearts.album_pages import Evening, Face, PlayedRound
from two_of_hearts.engine.cards import Deck
from two_of_hearts.engine.partners import Pair
from two_of_hearts.journal_rows import Note

FORMAT = 1
"""Raised when a key changes its meaning or goes away, not when one is added."""


def as_data(album: Album, decks: Iterable[Deck]) -> dict[str, Any]:
    """All that the album holds, as dictionaries, lists, texts and numbers; times are ISO 8601."""
    counted = ((deck, *seen_of(deck, album)) for deck in decks)
    return {
        "format": FORMAT,
        "evenings": [_evening(evening) for evening in album.evenings],
        "kept": [{**_face(kept.face), "evening": kept.evening} for kept in album.kept],
        "plans": [
            {
                **_face(plan.face),
                "evening": plan.evening,
                "done": plan.done.isoformat() if plan.done else None,
            }
            for plan in album.plans
        ],
        "appreciations": [
            {
                "card": _face(one.face) if one.face else None,
                "evening": one.evening,
                "from": one.giver.value,
                "to": one.giver.other.value,
                "lines": [_note(note) for note in one.notes],
            }
            for one in album.appreciations
        ],
        "lines": [
            {
                "card": _face(line.face) if line.face else None,
                "evening": line.note.evening,
                **_note(line.note),
            }
            for line in album.lines
        ],
        "decks": [
            {"id": deck.id, "title": deck.title, "seen": seen, "cards": cards}
            for deck, seen, cards in counted
        ],
    }


def _evening(evening: Evening) -> dict[str, Any]:
    return {
        "number": evening.number,
        "names": _pair(evening.names),
        "began": evening.began.isoformat(),
        "last": evening.last.isoformat(),
        "ended": evening.has_ended,
        "moods": _pair(evening.moods),
        "skips": _pair(evening.skips),
        "rounds": [_round(round) for round in evening.rounds],
    }


def _round(round: PlayedRound) -> dict[str, Any]:
    return {
        "number": round.number,
        "decks": list(round.decks),
        "ceiling": int(round.ceiling),
        "outcome": round.outcome.value,
        "cards": [
            {
                **_face(played.face),
                "drawn_by": played.drawer.value,
                "lines": [_note(note) for note in played.notes],
            }
            for played in round.cards
        ],
    }


def _face(face: Face) -> dict[str, Any]:
    return {
        "id": face.id,
        "text": face.text,
        "kind": face.kind.value,
        "depth": int(face.depth),
        "deck": face.deck,
    }


def _note(note: Note) -> dict[str, Any]:
    by = note.partner.value if note.partner else "both"
    return {"by": by, "at": note.at.isoformat(), "text": note.text}


def _pair(pair: Pair[Any]) -> dict[str, Any]:
    return {"a": pair.a, "l": pair.l}
