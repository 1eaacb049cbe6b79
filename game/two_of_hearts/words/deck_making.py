"""What is said while a deck is made: a new one, or one of what people already have."""

from __future__ import annotations

from two_of_hearts.words.lexicon import N_, _, ngettext

PLAIN_FOLLOW_UPS = (
    N_("What is behind that?"),
    N_("What would you like the other to know about it?"),
)
"""What a deeper card gets that brings too few follow-ups of its own."""


def plain_follow_ups() -> list[str]:
    """These, in the language of the players."""
    return [_(text) for text in PLAIN_FOLLOW_UPS]


def about(source: str) -> str:
    """What an imported deck says of itself, until somebody writes something better."""
    return _("Imported from {source}.").format(source=source)


def note() -> str:
    """The first line of its file."""
    return _(
        "Change the two lines below, the moods and the depths as you like; leave the ids alone."
    )


# Where a card stands in the file


def line(number: int) -> str:
    """In a text or a table."""
    return _("line {number}").format(number=number)


def entry(number: int) -> str:
    """In a list of JSON."""
    return _("entry {number}").format(number=number)


# Why a card is left out


def no_text(place: str) -> str:
    """It has no text."""
    return _("{place}: it has no text.").format(place=place)


def same_as(place: str, other: str) -> str:
    """It is there already."""
    return _("{place}: the same as {other}.").format(place=place, other=other)


def deck_is_full(place: str, most: int) -> str:
    """The deck has as many cards as it may have."""
    return _("{place}: a deck has {most} cards at the most.").format(place=place, most=most)


# What is changed of a card that is taken


def unknown_depth(place: str, depth: str) -> str:
    """Its depth is none."""
    told = _("{place}: its depth {depth} is unknown; it is light now.")
    return told.format(place=place, depth=depth)


def unknown_kind(place: str, kind: str) -> str:
    """Its kind is none."""
    told = _("{place}: its kind {kind} is unknown; it has the deck's.")
    return told.format(place=place, kind=kind)


def unknown_topic(place: str, topic: str) -> str:
    """One of its topics is none."""
    told = _("{place}: there is no topic {topic}; add one that fits.")
    return told.format(place=place, topic=topic)


def few_follow_ups(place: str) -> str:
    """It got follow-ups, because it had too few."""
    told = _("{place}: it had too few follow-ups for its depth, and has two now.")
    return told.format(place=place)


# The end


def left_out(what: str) -> str:
    """A card that is not taken, with its place and the reason."""
    return _("Left out, {what}").format(what=what)


def changed(what: str) -> str:
    """A card that is taken and changed."""
    return _("Changed, {what}").format(what=what)


def nothing_taken() -> tuple[str, str]:
    """No card was left: what is wrong, and the mend."""
    return _("There was no card to take."), _("Write one card a line, and try again.")


def took(cards: int, path: str) -> str:
    """How many cards there are now, and where."""
    told = ngettext("Took {n} card into {path}", "Took {n} cards into {path}", cards)
    return told.format(n=cards, path=path)


# Troubles: title, detail, mend


def not_understood(name: str, error: str) -> tuple[str, str, str]:
    """It is neither JSON nor a table."""
    return (
        _("{name} cannot be understood").format(name=name),
        _("It looks like JSON or a table, but: {error}.").format(error=error),
        _("Mend it, or save it as plain lines, one card a line."),
    )


def no_file(name: str) -> tuple[str, str, str]:
    """There is no such file."""
    return (
        _("{name} is no file").format(name=name),
        _("There is nothing to read."),
        _("Name a file."),
    )


def unread(name: str, error: str) -> tuple[str, str, str]:
    """The system does not let it be read."""
    return (
        _("{name} cannot be read").format(name=name),
        _("{error}.").format(error=error),
        _("See whether it is yours."),
    )


def too_large(name: str) -> tuple[str, str, str]:
    """It has more bytes than a list of cards can have."""
    return _("{name} is too large").format(name=name), _("It has over 4 MiB."), _("Split it.")


def not_utf8(name: str, line: int) -> tuple[str, str, str]:
    """It has another encoding."""
    return (
        _("{name} is not UTF-8").format(name=name),
        _("The first strange byte is in line {line}.").format(line=line),
        _("Save it so."),
    )


def bad_name(name: str) -> tuple[str, str, str]:
    """A name that no deck can have."""
    return (
        _("A deck cannot be called {name}").format(name=name),
        _("A name is made of small letters, digits and hyphens, at most 32."),
        _('Choose another, as in "our-year".'),
    )


def taken(name: str, path: str) -> tuple[str, str, str]:
    """There is a deck of this name in the couple's own folder."""
    return (
        _("There is a deck called {name}").format(name=name),
        _("{path} stays as it is.").format(path=path),
        _("Choose another name."),
    )


def taken_by_ours(name: str) -> tuple[str, str, str]:
    """There is a deck of this name among the game's own."""
    return (
        _("There is a deck called {name}").format(name=name),
        _("It came with the game."),
        _("Choose another name."),
    )


def unwritten(path: str, error: str) -> tuple[str, str, str]:
    """The system does not let it be written."""
    return (
        _("The deck cannot be written"),
        _("{path}: {error}.").format(path=path, error=error),
        _("See that the folder is yours, or name another one with --home."),
    )
