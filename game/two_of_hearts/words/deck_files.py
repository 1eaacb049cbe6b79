"""What is said of a deck's file that cannot be read: mostly what is wrong, and the mend."""

from __future__ import annotations

from two_of_hearts.words.lexicon import _


def told(where: str, card: str | None, wrong: str, mend: str) -> str:
    """A problem in one line.

    Args:
        where: the file and the line, as editors understand it.
        card: what the card is called, where it is in one.
        wrong: what is wrong.
        mend: what to do about it.
    """
    parts = {"where": where, "card": card, "wrong": wrong, "mend": mend}
    if card:
        return _('{where}: card "{card}": {wrong} {mend}').format(**parts)
    return _("{where}: {wrong} {mend}").format(**parts)


def numbered(number: int) -> str:
    """What a card is called that has no sound id."""
    return _("number {number}").format(number=number)


# A folder


def unread_folder(error: str) -> tuple[str, str]:
    """The system does not let the folder be read."""
    wrong = _("The folder of decks cannot be read ({error}).").format(error=error)
    return wrong, _("See whether it is a folder, and yours.")


def too_many(decks: int, most: int) -> tuple[str, str]:
    """A folder of more decks than it may have."""
    wrong = _("There are {decks} decks, and {most} is the most.").format(decks=decks, most=most)
    return wrong, _("Take some of them out.")


def taken(name: str) -> tuple[str, str]:
    """Another folder has a deck of this name."""
    return _("There is another deck called {name}.").format(name=name), _("Rename the file.")


# A file


def bad_file_name() -> tuple[str, str]:
    """A name that no deck can have."""
    return (
        _("A deck's file name is made of small letters, digits and hyphens."),
        _('Rename it, as in "our-own.toml".'),
    )


def leads_out() -> tuple[str, str]:
    """A link to another folder."""
    return _("It is a link that leads out of its folder."), _("Copy the file itself.")


def no_file() -> tuple[str, str]:
    """Something else of a file's name."""
    return _("It is a folder or a device, and no file."), _("Put a file in its place.")


def unread(error: str) -> tuple[str, str]:
    """The system does not let it be read."""
    wrong = _("It cannot be read ({error}).").format(error=error)
    return wrong, _("See whether it is a file, and yours.")


def too_large() -> tuple[str, str]:
    """A file of more bytes than it may have."""
    return _("It is larger than 1 MiB."), _("Make several decks of it.")


def marked() -> tuple[str, str]:
    """A byte-order mark."""
    return _("It begins with a byte-order mark."), _("Save it as UTF-8 without one.")


def not_utf8() -> tuple[str, str]:
    """Another encoding."""
    return _("Its encoding is not UTF-8."), _("Save it as UTF-8.")


def long_line(length: int, dots: int) -> tuple[str, str]:
    """A line of more characters or dots than it may have."""
    wrong = _("It has over {length} characters, or over {dots} dots.")
    return wrong.format(length=length, dots=dots), _("Break the line, or make it shorter.")


# What the parser does not understand


def too_deep() -> tuple[str, str]:
    """Lists in lists in lists."""
    return _("It is nested too deeply."), _("A deck needs no nesting.")


def no_toml(parser: str) -> tuple[str, str]:
    """The parser does not understand it, and says why."""
    mend = _("Look here and in the line above; a quote or a bracket may be missing.")
    return _("It is no sound TOML: {parser}.").format(parser=parser), mend


def single_brackets(parser: str) -> tuple[str, str]:
    """Cards in one pair of brackets."""
    mend = _("Each card begins with [[card]], in two pairs of brackets.")
    return _("It is no sound TOML: {parser}.").format(parser=parser), mend


def huge_number() -> tuple[str, str]:
    """A number that is too long for the parser."""
    return (
        _("It is no sound TOML: a number has thousands of digits."),
        _("No number here needs so many."),
    )
