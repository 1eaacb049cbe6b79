"""What stands on a keepsake, and what is said while one is made."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from two_of_hearts.engine.partners import Pair, Partner
from two_of_hearts.words import dates
from two_of_hearts.words.lexicon import _, ngettext
from two_of_hearts.words.looking_back import headings

TITLE = "Two of Hearts"
"""The game's own name, in every language."""


def language() -> str:
    """The tag of the language that the texts are in; a translation puts its own here."""
    return _("en")


def both(names: Pair[str]) -> str:
    """The two of them."""
    return _("{a} and {l}").format(a=names.a, l=names.l)


def evenings(year: int, days: Sequence[datetime]) -> str:
    """The evenings of a year, and when they were."""
    many = ngettext("One evening in {year}", "{n} evenings in {year}", len(days))
    many = many.format(n=len(days), year=year)
    if len(days) == 1:
        return _("{evenings}, on {day}").format(evenings=many, day=dates.day(days[0]))
    return _("{evenings}, from {first} to {last}").format(
        evenings=many, first=dates.day(days[0]), last=dates.day(days[-1])
    )


def played_with(decks: Sequence[str]) -> str:
    """Which decks were on the table."""
    return _("With {decks}").format(decks=", ".join(decks))


def section(name: str) -> str:
    """The heading of a section."""
    return headings()[name]


def from_to(names: Pair[str], giver: Partner) -> str:
    """Who said an appreciation to whom."""
    return _("{giver} to {receiver}").format(giver=names.of(giver), receiver=names.of(giver.other))


def kept() -> str:
    """A card with a heart."""
    return _("kept")


def depth(name: str) -> str:
    """How deep a card is, for who cannot see its steps."""
    return _("depth: {depth}").format(depth=name)


def plan_state(done: bool) -> str:
    """Whether a plan is done."""
    return _("done") if done else _("still to come")


def nothing_was_kept() -> str:
    """A page of an evening that left nothing else."""
    return _("Nothing was kept or written down, and it was your evening all the same.")


def farewell() -> str:
    """The last words of a page."""
    return _("Made for two, by the two of you.")


def picture_name(names: str, when: str) -> str:
    """What a picture shows, for who cannot see it."""
    return _("{title}: {names}. {when}").format(title=TITLE, names=names, when=when)


# Troubles: title, detail, mend


def no_evening_yet() -> tuple[str, str, str]:
    """Nobody has played here."""
    return (
        _("There is no keepsake yet"),
        _("You have not played an evening here."),
        _("Play one, and put a heart on a card that you like."),
    )


def no_such_evening(number: int) -> tuple[str, str, str]:
    """An evening was named that is not there."""
    return (
        _("There is no such evening"),
        _("Nobody has played an evening {number} here.").format(number=number),
        _('"two-of-hearts history" lists them, each with its number.'),
    )


def no_such_year(year: int) -> tuple[str, str, str]:
    """A year without an evening was named."""
    return (
        _("There is no evening in that year"),
        _("You have not played here in {year}.").format(year=year),
        _('"two-of-hearts history" lists your evenings.'),
    )


def nothing_left(number: int | None) -> tuple[str, str, str]:
    """What was chosen left nothing; `number` is the last evening, or None for a year."""
    if number is None:
        return (
            _("That year left no card behind"),
            _("No card has a heart, no plan was taken on, and no line was written."),
            _("It was yours all the same. Put a heart on a card, and it will be in the next one."),
        )
    return (
        _("Your last evening left no card behind"),
        _("No card has a heart, no plan was taken on, and no line was written."),
        _(
            "That is a fine evening too. Write --evening {number} for a page that names it, "
            "or for another evening."
        ).format(number=number),
    )


def already_there(path: Path) -> tuple[str, str, str]:
    """Something lies where the keepsake would."""
    return (
        _("There is a keepsake or another file already"),
        _("{path} stays as it is.").format(path=path),
        _("Choose another place with -o, or write over it with --force."),
    )


def no_place(path: Path) -> tuple[str, str, str]:
    """What lies there cannot be written over at all."""
    return (
        _("The keepsake cannot lie there"),
        _("{path} is a folder or something else that cannot be written over.").format(path=path),
        _("Choose another name for it."),
    )


def unknown_ending(path: Path, endings: Sequence[str]) -> tuple[str, str, str]:
    """How the keepsake is to be drawn cannot be told."""
    return (
        _("The keepsake needs another ending"),
        _("{path} does not say how it is to be drawn.").format(path=path),
        _("Let it end in one of these: {endings}.").format(endings=", ".join(endings)),
    )


def cannot_write(path: Path, why: str) -> tuple[str, str, str]:
    """The system refuses."""
    return (
        _("The keepsake cannot be written"),
        _("{path}: {why}.").format(path=path, why=why),
        _("See that the folder is there, is yours and has room, or choose another one."),
    )


def no_png() -> tuple[str, str, str]:
    """What draws PNG is not installed."""
    return (
        _("PNG needs one more package"),
        _("The package resvg-py, which draws it, is not installed here."),
        _(
            "Install it in the folder of the game with: .venv/bin/pip install '.[png]', "
            "or choose svg or html."
        ),
    )


def no_font() -> tuple[str, str, str]:
    """There is nothing to draw letters with."""
    return (
        _("PNG needs a font"),
        _("No font is installed on this machine, so the cards would stay empty."),
        _("Install one, DejaVu perhaps, or choose svg or html."),
    )


def write_over(path: Path) -> str:
    """The question before something is written over."""
    return _("{path} is there already. Write over it?").format(path=path)
