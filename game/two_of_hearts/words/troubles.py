"""What is said when the journal cannot be used: a title, what exactly, and the mend."""

from __future__ import annotations

from two_of_hearts.words.lexicon import N_, _, ngettext

UNOPENED = N_("The journal cannot be opened")
UNREAD = N_("The journal cannot be read")
UNWRITTEN = N_("The journal cannot be written")

ELSEWHERE = N_("See that the folder is yours and has room, or name another one with --home.")

BUSY = (
    N_("{path} is in use by another program."),
    N_("Try again when that has ended."),
)
FULL = (
    N_("There is no room left for {path}."),
    N_("Make room, and do it again; nothing is lost until then."),
)
READ_ONLY = (
    N_("{path} may only be read."),
    ELSEWHERE,
)
DISK = (
    N_("The disk refuses to read or to write {path}."),
    N_("Do it again; where that does not help, see that the disk is well and has room."),
)
REFUSED = (
    N_("The system does not let this game read and write {path}."),
    ELSEWHERE,
)
FOLDER = (
    N_("There is a folder where {path} should be, or a file where its folder should be."),
    N_("Move that away, or name another folder with --home."),
)
CROSSED = (
    N_("Something else has written in {path} meanwhile."),
    N_("Stop the game and start it again: it goes on with what is in the journal."),
)
SYSTEM = (
    N_("{path}: {error}."),
    ELSEWHERE,
)
"""Why a file cannot be used, and the mend."""

BY_DOCTOR = N_(
    "Type: two-of-hearts doctor --mend. It keeps what can be read, and the damaged file too."
)
AT_THE_END = N_("Stop the game: what can be read is kept then, and the damaged file too.")


def journal(title: str, path: str, reason: tuple[str, str], error: str) -> tuple[str, str, str]:
    """The system refuses.

    Args:
        title: one of the titles above.
        path: the file.
        reason: one of the reasons above.
        error: what the system says.
    """
    detail, mend = reason
    return _(title), _(detail).format(path=path, error=error), _(mend)


def damaged(path: str, mend: str) -> tuple[str, str, str]:
    """A journal that is not as it was written; `mend` is one of the two above."""
    told = _("Something in {path} is not as the game wrote it.")
    return _("The journal is damaged"), told.format(path=path), _(mend)


def set_aside(aside: str, evenings: int, cut: int) -> tuple[str, str, str]:
    """A damaged journal lies aside now, and a new one has what could be read of it.

    Args:
        aside: where it lies.
        evenings: how many evenings could be read.
        cut: how many of these end earlier than they did.
    """
    kept = ngettext(
        "{n} evening could be read, and is in a new journal.",
        "{n} evenings could be read, and are in a new journal.",
        evenings,
    ).format(n=evenings)
    early = ngettext(
        "{n} of them ends earlier than it did.", "{n} of them end earlier than they did.", cut
    ).format(n=cut)
    lies = _("The damaged one was not changed, and lies in {path}.").format(path=aside)
    return (
        _("The journal was damaged"),
        " ".join([kept, *([early] if cut else []), lies]),
        _(
            "Start the game again, and it goes on with what could be read. What you left out last "
            "may be lost, so look at your off-limits once more, both of you."
        ),
    )


def not_ours(path: str) -> tuple[str, str, str]:
    """A file of another program in the journal's place."""
    return (
        _("This is no journal of Two of Hearts"),
        _("{path} was made by another program, and stays as it is.").format(path=path),
        _("Move it away, or play with --home and another folder."),
    )


def two_games(path: str) -> tuple[str, str, str]:
    """Another game plays from the same journal."""
    return (
        _("Another game is open here"),
        _("Somebody plays from {path} at this moment.").format(path=path),
        _("Close that game first, or play with --home and another folder."),
    )


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
