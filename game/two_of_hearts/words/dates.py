"""Days and months in words, in the language of the players rather than in that of the system."""

from __future__ import annotations

from datetime import datetime

from two_of_hearts.words.lexicon import N_, _

WEEKDAYS = (
    N_("Monday"),
    N_("Tuesday"),
    N_("Wednesday"),
    N_("Thursday"),
    N_("Friday"),
    N_("Saturday"),
    N_("Sunday"),
)

MONTHS = (
    N_("January"),
    N_("February"),
    N_("March"),
    N_("April"),
    N_("May"),
    N_("June"),
    N_("July"),
    N_("August"),
    N_("September"),
    N_("October"),
    N_("November"),
    N_("December"),
)


def day(at: datetime) -> str:
    """A day as it is told: Tuesday, 24 November 2026."""
    return _("{weekday}, {day} {month} {year}").format(
        weekday=_(WEEKDAYS[at.weekday()]),
        day=at.day,
        month=_(MONTHS[at.month - 1]),
        year=at.year,
    )


def day_in_month(at: datetime) -> str:
    """A day whose month is known: Tuesday 24."""
    return _("{weekday} {day}").format(weekday=_(WEEKDAYS[at.weekday()]), day=at.day)


def month(at: datetime) -> str:
    """A month: November 2026."""
    return _("{month} {year}").format(month=_(MONTHS[at.month - 1]), year=at.year)


def time(at: datetime) -> str:
    """A time of day: 20:05."""
    return f"{at:%H:%M}"
