"""What is said when the journal cannot be used: a title, what exactly, and the mend."""

from __future__ import annotations

from two_of_hearts.words.lexicon import N_, _

UNOPENED = N_("The journal cannot be opened")
UNREAD = N_("The journal cannot be read")
UNWRITTEN = N_("The journal cannot be written")


def journal(title: str, path: str, error: str) -> tuple[str, str, str]:
    """The system refuses, or the file is none of ours.

    Args:
        title: one of the titles above.
        path: the file.
        error: what the system says.
    """
    return (
        _(title),
        _("{path}: {error}.").format(path=path, error=error),
        _("See that the folder is yours and has room, or name another one with --home."),
    )


def no_sense() -> str:
    """Something is in it that no journal has."""
    return _("something in it makes no sense")


def other_version(path: str, found: int, known: int) -> tuple[str, str, str]:
    """A journal of a version that is not known here."""
    told = _("{path} has the format {found}, and this game knows {known}.")
    return (
        _("This journal is from another version"),
        told.format(path=path, found=found, known=known),
        _("Update Two of Hearts, or play with --home and another folder."),
    )


def no_such_home(chosen: str) -> tuple[str, str, str]:
    """A home of somebody unknown."""
    return (
        _("There is no such home"),
        _("Nobody here is called as in {path}.").format(path=chosen),
        _("Name a folder."),
    )
