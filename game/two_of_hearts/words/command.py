"""What a command says where it cannot do what was asked."""

from __future__ import annotations

from collections.abc import Iterable

from two_of_hearts.words.lexicon import _


def trouble(title: str, detail: str) -> str:
    """A trouble in one line; its mend stands below."""
    return _("{title}. {detail}").format(title=title, detail=detail)


def refused(error: str, path: str) -> tuple[str, str]:
    """The system refuses: what is wrong, and the mend."""
    return _("{error}: {path}").format(error=error, path=path), _("See that it is yours.")


def broken() -> str:
    """The game itself is broken."""
    return _(
        "Something in the game broke, and we are sorry. Nothing is lost.\n"
        "Start it again, and your evening goes on. With --debug it writes a report at its end, "
        "for who mends it."
    )


def reported(path: str) -> tuple[str, str]:
    """Where a report lies, and what is not in it."""
    return (
        _("A report lies here: {path}").format(path=path),
        _("No name, no card and nothing that you wrote is in it. Read it, and pass it on."),
    )


def no_report() -> str:
    """There is no place for a report."""
    return _(
        "No report could be written: neither this folder nor the one for passing files is open."
    )


def no_terminal() -> tuple[str, str]:
    """There is nowhere to play: what is wrong, and the mend."""
    return (
        _("A screen needs a terminal window that can show one, and this is none."),
        _(
            "Start it in one, without a pipe, and with TERM as the terminal sets it. As lines of "
            "text it is played anywhere: two-of-hearts --plain."
        ),
    )


def no_deck(name: str) -> str:
    """A deck that is not there."""
    return _("There is no deck called {name}.").format(name=name)


def meant(name: str) -> str:
    """The nearest name."""
    return _("Did you mean {name}?").format(name=name)


def decks_are(names: Iterable[str]) -> str:
    """All names, where none is near."""
    return _("There are {names}.").format(names=", ".join(names))


def appreciations_alone(title: str) -> tuple[str, str]:
    """A deck that no round can begin with: what is wrong, and the mend."""
    return (
        _("{title} has appreciations alone, and they end every round.").format(title=title),
        _("Choose another deck to begin with."),
    )


def evening_or_year() -> str:
    """Both were named."""
    return _("Choose an evening or a year, not both.")
