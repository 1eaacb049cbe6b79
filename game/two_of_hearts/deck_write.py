"""Writes a deck's file: an empty one to fill in, or one that was imported. Never over another."""

from __future__ import annotations

import json
import os
import re
import unicodedata
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from two_of_hearts.deck_file import LINE_LENGTH, SLUG
from two_of_hearts.engine.cards import Hue, Kind, Mood, Topic
from two_of_hearts.errors import Trouble
from two_of_hearts.guarded import check_trusted
from two_of_hearts.words import deck_making as words

TEMPLATE = """\
# A deck of your own. Lines that begin with # are for you alone.
# See whether all is well:  two-of-hearts decks check

title = {title}
about = "One sentence that makes two people want this deck."
language = "en"

# The kind of every card that names none. All kinds:
#   question, story                one answers, then the other answers the same card
#   activity, plan, affection      done together now, planned for another day, a gesture
#   appreciation                   said to the other at the end of a round
kind = "question"

# What the backs of the cards are printed with: one character, and one of these colours:
#   {hues}
sign = "♥"
hue = "crimson"

# For which moods the deck is good, and how good, 1 to 3. All moods:
#   {moods}
[moods]
tender = 2
curious = 1

# A card begins with [[card]]. The id is short, of small letters, digits and hyphens; never change
# it, because the game remembers the card by it. The text has at most 160 characters.
[[card]]
id = "first-laugh"
text = "When did you last laugh until it hurt?"
depth = 1                     # 1 light, 2 warm, 3 deep

# Deeper cards have follow-ups of their own, at least two. Topics let a couple leave a card out:
#   {topics}
[[card]]
id = "house-sounds"
text = "Which sound of the house you grew up in do you still hear at times?"
depth = 2
topics = ["family", "hearing"]
follow_ups = ["Who made it?", "What did you feel when it stopped?"]

# A clock, in seconds, starts only when you ask for it.
[[card]]
id = "outline"
text = "Each draw the outline of a hand around the hand of the other."
depth = 2
kind = "affection"
topics = ["touch"]
follow_ups = ["What tickled?", "Where shall the drawing hang?"]
clock = 60
"""


def template(name: str) -> str:
    """The text of a new deck, with comments that explain it."""
    return TEMPLATE.format(
        title=_quoted(title(name)),
        hues="\n#   ".join([", ".join(list(Hue)[:10]) + ",", ", ".join(list(Hue)[10:])]),
        moods=", ".join(Mood),
        topics="\n#   ".join([", ".join(list(Topic)[:10]) + ",", ", ".join(list(Topic)[10:])]),
    )


def imported(name: str, source: str, kind: Kind, cards: Iterable[dict[str, Any]]) -> str:
    """The text of a deck of imported cards."""
    lines = [
        f"# {words.note()}",
        f"title = {_quoted(title(name))}",
        f"about = {_quoted(words.about(source)[:LINE_LENGTH])}",
        'language = "en"',
        f"kind = {_quoted(kind)}",
        "",
        "[moods]",
        "curious = 1",
    ]
    for card in cards:
        lines += ["", "[[card]]", *(f"{key} = {_quoted(value)}" for key, value in card.items())]
    return "\n".join(lines) + "\n"


def title(name: str) -> str:
    """A title made of a deck's name."""
    return " ".join(word.capitalize() for word in name.split("-"))


def slug(text: str) -> str:
    """A deck's name made of any text: small letters, digits and hyphens."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().casefold()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:32].strip("-") or "imported"


def save(folder: Path, name: str, text: str) -> Path:
    """Write a new deck into the folder for decks of one's own.

    Raises:
        Trouble: the name cannot be a deck's, a file of this name is there, or it cannot be written.
    """
    check_name(name)
    path = folder / f"{name}.toml"
    check_trusted(folder)
    try:
        if not folder.is_dir():
            folder.mkdir(mode=0o700, parents=True)
    except OSError as error:
        raise _unwritable(folder, error) from error
    try:
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            file.write(text)
    except FileExistsError as error:
        raise Trouble(*words.taken(name, str(path))) from error
    except OSError as error:
        raise _unwritable(path, error) from error
    return path


def check_name(name: str) -> None:
    """Refuse what cannot be a deck's name.

    Raises:
        Trouble: it holds other signs than a name may, or is too long.
    """
    if not re.fullmatch(SLUG, name) or len(name) > 32:
        raise Trouble(*words.bad_name(repr(name[:40])))


def _unwritable(path: Path, error: OSError) -> Trouble:
    return Trouble(*words.unwritten(str(path), str(error.strerror)))


def _quoted(value: object) -> str:
    """A value as TOML. JSON's strings, numbers and lists of strings are TOML too."""
    return json.dumps(value, ensure_ascii=False)
