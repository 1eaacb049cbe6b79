"""What the command `doctor` says: numbers alone, so that it can be shown to anybody."""

from __future__ import annotations

from two_of_hearts.words.lexicon import _, ngettext


def versions(game: str, python: str, sqlite: str) -> str:
    """What plays here."""
    told = _("Two of Hearts {game}, Python {python}, SQLite {sqlite}.")
    return told.format(game=game, python=python, sqlite=sqlite)


def no_journal() -> str:
    """Nobody has played yet."""
    return _("There is no journal yet: it is made when you play.")


def counts(format: int, evenings: int, events: int, lines: int, ticks: int) -> str:
    """What is in the journal."""
    return _("The journal has the format {format}: {evenings}, {events}, {lines}, {ticks}.").format(
        format=format,
        evenings=ngettext("{n} evening", "{n} evenings", evenings).format(n=evenings),
        events=ngettext("{n} event", "{n} events", events).format(n=events),
        lines=ngettext("{n} line", "{n} lines", lines).format(n=lines),
        ticks=ngettext("{n} tick", "{n} ticks", ticks).format(n=ticks),
    )


def is_open() -> str:
    """A game runs."""
    return _("A game is open here at this moment.")


def was_waiting() -> str:
    """The last game was stopped while it wrote."""
    return _("A move that was only half written, when a game was stopped, was taken back.")


def broken_pages(n: int) -> str:
    """What SQLite finds."""
    return ngettext(
        "{n} place in the file is not in order.", "{n} places in the file are not in order.", n
    ).format(n=n)


def senseless(rows: int, cut: int) -> str:
    """What the rules find."""
    left_out = ngettext(
        "{n} entry cannot be understood, or follows such a one;",
        "{n} entries cannot be understood, or follow such a one;",
        rows,
    ).format(n=rows)
    early = ngettext(
        "{n} evening would end earlier than it did.",
        "{n} evenings would end earlier than they did.",
        cut,
    ).format(n=cut)
    return f"{left_out} {early}"


def orphans(lines: int) -> str:
    """Lines whose evenings could not be read."""
    return ngettext(
        "{n} line belongs to an evening that could not be read. It is kept, and not shown.",
        "{n} lines belong to evenings that could not be read. They are kept, and not shown.",
        lines,
    ).format(n=lines)


def set_aside(files: int) -> str:
    """How many damaged journals lie there, and what can be done with one."""
    told = ngettext(
        "{n} damaged journal lies aside. To read it again, into a folder of its own, type:",
        "{n} damaged journals lie aside. To read one again, into a folder of its own, type:",
        files,
    ).format(n=files)
    return _("{told} two-of-hearts doctor --home FOLDER --recover FILE").format(told=told)


def seen_by_others(name: str, mode: str) -> str:
    """A file or folder that others may read, and the mend; the folder's own name is a full stop."""
    if name == ".":
        told = _("Others on this machine may look into this folder. Type, in it: chmod {mode} .")
        return told.format(mode=mode)
    told = _("Others on this machine may read {name}. Type, in its folder: chmod {mode} {name}")
    return told.format(name=name, mode=mode)


def deck_problems(n: int) -> str:
    """Problems of the couple's own decks, without a word of them."""
    return ngettext(
        "{n} problem with decks. More with: two-of-hearts decks check",
        "{n} problems with decks. More with: two-of-hearts decks check",
        n,
    ).format(n=n)


def all_is_well() -> str:
    """Nothing is wrong."""
    return _("All is well.")


def mend() -> str:
    """What to do about damage."""
    return _(
        "Type: two-of-hearts doctor --mend. It keeps what can be read, and the damaged file too."
    )


def nothing_to_mend() -> str:
    """A good journal was to be mended."""
    return _("There is nothing to mend: the journal is whole, and stays as it is.")


def recovered(evenings: int, cut: int, lines: int) -> str:
    """A file that was set aside was read again."""
    told = _("A new journal was made: {evenings}, {lines}.").format(
        evenings=ngettext("{n} evening", "{n} evenings", evenings).format(n=evenings),
        lines=ngettext("{n} line", "{n} lines", lines).format(n=lines),
    )
    early = ngettext(
        "{n} of them ends earlier than it did.", "{n} of them end earlier than they did.", cut
    ).format(n=cut)
    return f"{told} {early}" if cut else told


def there_is_one() -> tuple[str, str]:
    """A journal lies where another one was to be made: what is wrong, and the mend."""
    return (
        _("There is a journal in this folder already, and it stays as it is."),
        _("Name another folder with --home; nothing is ever mixed into a journal."),
    )
