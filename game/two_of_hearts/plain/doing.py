"""Makes of a view all that can be done now, the natural thing first.

Labels and legality are the view's and the table of actions'; only the order and the words that are
typed are made here.
"""

from __future__ import annotations

from collections.abc import Iterable

from two_of_hearts.actions import ACTIONS, Action, label_of, move_of
from two_of_hearts.engine import moves as mv
from two_of_hearts.engine.cards import Mood
from two_of_hearts.engine.clock import Clock
from two_of_hearts.engine.state import Phase
from two_of_hearts.plain.choices import Choice
from two_of_hearts.view import View
from two_of_hearts.words import actions as called
from two_of_hearts.words import plain as words
from two_of_hearts.words import plain_clock as spoken
from two_of_hearts.words import plain_pages as texts
from two_of_hearts.words.evening import ABOUT_MOODS, MOOD_TITLES
from two_of_hearts.words.lexicon import _

OWN = (mv.WishDeeper, mv.WithdrawDeeper)
"""Moves that only one partner's own word may play."""

NEAR = {
    *("skip", "more", "free", "clock", "deeper_a", "deeper_l", "mood_a", "mood_l"),
    *("turns", "answering", "keep", "note", "keepsake"),
}
"""The actions that the short line names, where they can be used."""

EVERYWHERE = ("album", "undo", "limits", "settings", "help", "quit")
"""The actions that are there nearly always. They stand last, so that they need not be told again
and again."""

SIGNS = {"comma": ",", "question_mark": "?"}
"""Textual's names of keys that are signs. A voice leaves these out, so they are no words."""


def choices_of(view: View, clock: Clock | None) -> tuple[Choice, ...]:
    """Everything that can be done now.

    Args:
        view: the moment.
        clock: the clock of the card on the table, where it has one.
    """
    rows = rows_of(view)
    if view.natural is None:
        first = Choice(called.close_box(), "quit", word="q")
    else:
        listed = (row for row in rows if row.move == view.natural)
        first = next(listed, Choice(view.natural_label, "next", view.natural))
    rest = [row for row in rows if row != first]
    here = [first, *rest]
    taken = {choice.move for choice in here if choice.move is not None}
    for action in ACTIONS:
        if action.id not in ("next", first.action) and move_of(action, view) not in taken:
            here += _choice(action, view, clock)
    return (first, *sorted(here[1:], key=lambda choice: choice.action in EVERYWHERE))


def rows_of(view: View) -> tuple[Choice, ...]:
    """The list of a phase that has one: moods, decks, what may come after a round."""
    if view.phase is Phase.MOODS:
        return tuple(
            Choice(_(MOOD_TITLES[mood]), "mood", mv.ShareMood(mood), about=_(ABOUT_MOODS[mood]))
            for mood in Mood
        )
    return tuple(
        Choice(
            offer.label,
            "offer",
            offer.move,
            word=next((a.key for a in ACTIONS if move_of(a, view) == offer.move), ""),
            about=_about(offer.about, offer.note),
        )
        for offer in view.offers
        if not isinstance(offer.move, OWN)
    )


def _about(about: str, note: str) -> str:
    """What is said of a row, in sentences. The note's parts are told apart by a sign."""
    note = note.replace(" · ", ", ")
    return " ".join(words.sentence(text[:1].upper() + text[1:]) for text in (about, note) if text)


def _choice(action: Action, view: View, clock: Clock | None) -> Iterable[Choice]:
    """An action, where it can be used now."""
    if not _is_there(action, view):
        return
    first_key = action.key.split(",")[0]
    yield Choice(
        label=_label(action, view, clock),
        action=action.id,
        move=move_of(action, view),
        word="" if first_key in SIGNS else first_key,
        sign=SIGNS.get(first_key, ""),
        help=texts.help(action.id) or action.help,
        is_own=action.partner is not None,
        is_near=action.id in NEAR or (action.id == "cards" and _can_bring_back(view)),
    )
    if action.id == "clock" and clock is not None and clock.is_running:
        word, label = spoken.pause()
        yield Choice(label, "pause", word=word, help=spoken.pause_help(), is_near=True)


def _is_there(action: Action, view: View) -> bool:
    """Whether an action can be used now."""
    if action.moves:
        return move_of(action, view) is not None
    match action.id:
        case "mood_a" | "mood_l":
            return view.phase is Phase.MOODS
        case "clock":
            return view.card is not None and view.card.clock is not None
        case "note":
            return view.writer is not None
        case "cards":
            return bool(view.cards)
        case "keepsake":
            return view.phase is Phase.GOODBYE and view.round > 0
        case "undo":
            return view.can_undo
        case _:
            return action.id in ("album", "limits", "settings", "help", "quit")


def _label(action: Action, view: View, clock: Clock | None) -> str:
    """What an action is called here, where nothing shows what holds now."""
    match action.id:
        case "turns":
            return words.turns_now(view.next_turns)
        case "answering":
            return words.answering_now(view.answering)
        case "clock":
            is_running = clock is not None and clock.is_running
            return spoken.how_far() if is_running else called.clock(False)
        case "undo" if view.phase is Phase.GOODBYE:
            return called.back_to_table()
    if action.partner is None:
        return label_of(action, view)
    seat = view.seats.of(action.partner)
    if action.moves:
        return words.deeper(seat.name, seat.wishes_deeper)
    return words.mood_of(seat.name)


def _can_bring_back(view: View) -> bool:
    return any(line.bring_back for line in view.cards)
