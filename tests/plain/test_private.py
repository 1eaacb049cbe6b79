"""What one partner marks in private the other can learn from no line (rules, Sitting down 4)."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from helpers import deck, now, thanks
from plain.room import Room, said
from two_of_hearts.engine import moves as mv
from two_of_hearts.engine.cards import Topic
from two_of_hearts.engine.partners import Pair, Partner
from two_of_hearts.journal import Journal
from two_of_hearts.plain.limits import LINES_AWAY
from two_of_hearts.session import Session
from two_of_hearts.words.evening import TOPICS
from two_of_hearts.words.pages import topic as title_of

MARKS = {
    "nothing new": ("in money", "in school"),
    "two topics": ("money", "school"),
    "others": ("sex", "3"),
    "there and back": ("money", "in money"),
    "the same twice": ("work", "work"),
}
"""What may be typed, always two lines."""

AFTER = ("", "way", "", "k", "?", "m", "s", "b", "", "g", "v", "2", "", "5", "", "help", "")


def moment(partner: Partner, lines: tuple[str, ...]) -> tuple[str, ...]:
    return ("o", partner.value, "", *lines, "")


@pytest.mark.parametrize("partner", Partner)
def test_whatever_is_marked_the_game_says_the_same(tmp_path: Path, partner: Partner) -> None:
    """On a shelf that none of the topics touches, so that the cards are the same too; and also
    when the page is opened again, and on another evening."""
    told = set()
    for name, lines in MARKS.items():
        room = Room(tmp_path / name, (deck("way"), thanks()))
        room.folder.mkdir()
        first = room.play("", *moment(partner, lines), *AFTER)
        again = room.play("", *moment(partner, ()), *AFTER)
        told.add("\n".join((*said(first), *said(again))))
    assert len(told) == 1


def test_what_was_typed_is_not_repeated(room: Room) -> None:
    told = said(room.play("", *moment(Partner.L, ("school", "in money", "zebra", "12")), *AFTER))
    how = "A number leaves its topic out. The word in before a number lets it in again: in 3."
    after = told[told.index(how) :]
    for word in ("zebra", *(title_of(topic) for topic in Topic), *TOPICS.values()):
        assert not any(re.search(rf"\b{re.escape(word)}\b", line) for line in after[:60])
    assert room.state().off_limits == Pair(frozenset(), frozenset({Topic.SCHOOL}))


def test_the_list_of_topics_is_scrolled_away_and_it_is_said_so(room: Room) -> None:
    told = said(room.play("", *moment(Partner.A, ("school",))))
    start = told.index("40 empty lines follow, so that nothing of this stays in view.")
    assert told[start + 1 : start + 1 + LINES_AWAY] == [""] * LINES_AWAY
    assert LINES_AWAY >= 40
    before, after = told[:start], told[start + LINES_AWAY :]
    assert "School." in " ".join(before)
    assert not any("School" in line for line in after)
    assert "Jo, please look away, and do not listen." in before
    assert any("headphones" in line for line in before)


def test_where_the_input_ends_in_private_the_marks_hold_and_nothing_stays_in_view(
    room: Room,
) -> None:
    room.play("", "", "way", "", "q")
    told = said(room.play("", "o", "a", "", "school"))
    assert room.state().off_limits == Pair(frozenset({Topic.SCHOOL}), frozenset())
    assert told[-1 - LINES_AWAY : -1] == [""] * LINES_AWAY
    assert told[-1].startswith("We stop here.")


def test_a_mark_is_not_taken_back_by_undo(room: Room) -> None:
    room.play("", "", *moment(Partner.A, ("school",)), "u", "u", "")
    assert room.state().boundaries == {Topic.SCHOOL}


def test_what_is_off_limits_is_not_dealt(room: Room) -> None:
    """The one card of the shelf that touches school."""
    played = ("", "way", *["", "s"] * 40)
    assert any("beside at school" in line for line in said(room.empty().play("", *played)))
    told = said(room.play("", *moment(Partner.L, ("school",)), *played))
    assert not any("beside at school" in line for line in told)
    assert sum(line.startswith("A card of Way Back") for line in told) == 5


def test_what_cannot_be_saved_is_told_once_and_not_by_the_mark(
    room: Room, monkeypatch: pytest.MonkeyPatch
) -> None:
    """So that the count of complaints tells nothing."""
    from two_of_hearts.errors import Trouble
    from two_of_hearts.session import Session

    def full(*_: object) -> None:
        raise Trouble("The journal cannot be written", "The disk is full.", "Make room.")

    room.play("", "", "way", "", "q")
    monkeypatch.setattr(Session, "play", full)
    told = said(room.play("", *moment(Partner.A, ("school", "money", "work"))))
    assert told.count("The disk is full.") == 1
    assert told.count("Noted.") == 3
    assert not any("It holds from the next card on" in line for line in told)
    assert any("What was not saved does not hold." in line for line in told)
    assert room.state().boundaries == frozenset()


@pytest.mark.parametrize("letter", ["q", "d", "p", "s"])
def test_a_letter_that_means_something_elsewhere_marks_nothing(room: Room, letter: str) -> None:
    told = said(room.play("", "", "way", "", *moment(Partner.A, (letter,))))
    assert "Noted." not in told
    assert room.state().boundaries == frozenset()


def test_what_was_marked_last_holds_when_an_evening_is_gone_on_with(room: Room) -> None:
    """An evening that was begun since, and left unplayed, may have said something else."""
    room.play("", "", "way", "", "o", "a", "", "school", "in school", "")
    room.play("n", "o", "a", "", "school", "")
    assert resumed(room, now) == SCHOOL_FOR_A
    room.play("n", "o", "a", "", "in school", "money", "")
    assert resumed(room, now) == Pair(frozenset({Topic.MONEY}), frozenset())


def test_it_holds_also_when_something_is_taken_back_and_yields_to_what_is_said_then(
    room: Room,
) -> None:
    room.play("", "", "way", "", "o", "a", "", "in school", "")
    room.play("n", "o", "a", "", "school", "")
    journal = Journal(room.path)
    session = Session.resume(journal, room.shelf, later)
    assert session is not None
    session.undo()
    assert session.state.off_limits == SCHOOL_FOR_A
    session.play(mv.UnmarkTopic(Partner.A, Topic.SCHOOL))
    journal.close()
    assert resumed(room, later) == NOTHING
    room.play("", "u")
    assert resumed(room, later) == NOTHING


NOTHING: Pair[frozenset[Topic]] = Pair(frozenset(), frozenset())

SCHOOL_FOR_A = Pair(frozenset({Topic.SCHOOL}), frozenset())


def later() -> datetime:
    """An hour after."""
    return now() + timedelta(hours=1)


def resumed(room: Room, clock: Callable[[], datetime]) -> Pair[frozenset[Topic]]:
    """What is off-limits when the evening that waits is gone on with."""
    journal = Journal(room.path)
    session = Session.resume(journal, room.shelf, clock)
    journal.close()
    assert session is not None
    return session.state.off_limits
