"""Days and months in words, in the language of the players rather than in that of the system."""

from __future__ import annotations

from datetime import date, datetime

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


SHORT_WEEKDAYS = (N_("Mo"), N_("Tu"), N_("We"), N_("Th"), N_("Fr"), N_("Sa"), N_("Su"))


def short_weekdays() -> tuple[str, ...]:
    """The heads of a calendar's columns."""
    return tuple(_(name)[:4] for name in SHORT_WEEKDAYS)


def day(at: datetime) -> str:
    """A day as it is told: Tuesday, 24 November 2026."""
    return _("{weekday}, {day} {month} {year}").format(
        weekday=_(WEEKDAYS[at.weekday()]),
        day=at.day,
        month=_(MONTHS[at.month - 1]),
        year=at.year,
    )


def day_of_month(at: datetime) -> str:
    """A day of a year that is known: Tuesday, 24 November."""
    return _("{weekday}, {day} {month}").format(
        weekday=_(WEEKDAYS[at.weekday()]), day=at.day, month=_(MONTHS[at.month - 1])
    )


def day_in_month(at: datetime) -> str:
    """A day whose month is known: Tuesday 24."""
    return _("{weekday} {day}").format(weekday=_(WEEKDAYS[at.weekday()]), day=at.day)


def month(at: date) -> str:
    """A month: November 2026."""
    return _("{month} {year}").format(month=_(MONTHS[at.month - 1]), year=at.year)


def time(at: datetime) -> str:
    """A time of day: 20:05."""
    return f"{at:%H:%M}"
