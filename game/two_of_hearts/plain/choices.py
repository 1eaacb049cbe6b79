"""What can be chosen now, how it is told, and which one a typed line means."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from two_of_hearts.engine.moves import Move
from two_of_hearts.words import plain as words


@dataclass(frozen=True, slots=True)
class Choice:
    """One thing that can be done now."""

    label: str
    """What it is called; its beginning chooses it where no other begins so."""
    action: str
    """The id of the action."""
    move: Move | None = None
    """What it plays; None where it does something beside the game."""
    word: str = ""
    """The word that chooses it."""
    sign: str = ""
    """A sign that does so too, and that a voice would leave out."""
    about: str = ""
    """More about it, told with it in every list."""
    help: str = ""
    """What it does, told when somebody asks."""
    is_own: bool = False
    """Whether it is one partner's own: then only its word chooses it."""
    is_near: bool = False
    """Whether it is named in the short line."""


@dataclass(frozen=True, slots=True)
class Unclear:
    """A line that means no choice, or several."""

    labels: tuple[str, ...] = ()
    """Those that it could mean."""

    def told(self) -> str:
        """What is said of it."""
        return words.could_be(self.labels) if self.labels else words.unknown()


def found(choices: Sequence[Choice], line: str) -> Choice | Unclear:
    """The choice that a line means.

    Args:
        choices: all there are; the first is the natural one.
        line: what was typed: nothing, a number, a word, or the beginning of a label.
    """
    if not line:
        return choices[0]
    said = line.casefold()
    for choice in choices:
        if said in (choice.word.casefold(), choice.sign):
            return choice
    free = [choice for choice in choices if not choice.is_own]
    if (number := number_in(line, len(free))) is not None:
        return free[number]
    exact = [choice for choice in free if choice.label.casefold() == said]
    # One letter alone is a word that is of no use now, and must not open something else.
    begun = [choice for choice in free if choice.label.casefold().startswith(said)]
    near = exact or (begun if len(said) > 1 else [])
    return near[0] if len(near) == 1 else Unclear(tuple(choice.label for choice in near))


def number_in(line: str, most: int) -> int | None:
    """The place in a list, from 0, that a line names from 1; None where it names none."""
    digits = line.removesuffix(".")
    if not (digits.isdecimal() and len(digits) < 5):
        return None
    number = int(digits)
    return number - 1 if 1 <= number <= most else None


def in_full(choices: Sequence[Choice], with_help: bool = False) -> Iterable[str]:
    """The choices, one to a line.

    Args:
        choices: all there are; the first is the natural one.
        with_help: whether what each does is told too.
    """
    number = 0
    for choice in choices:
        number += not choice.is_own
        if choice is choices[0]:
            told = words.with_enter(number, choice.label)
        elif choice.is_own:
            told = words.own_word(choice.word, choice.label)
        elif choice.word:
            told = words.choice_with_word(number, choice.word, choice.label)
        else:
            told = words.choice(number, choice.label)
        parts = [told, choice.about, choice.help if with_help else ""]
        yield " ".join(part for part in parts if part)


def as_everywhere(choices: Sequence[Choice]) -> str:
    """Choices that are there nearly always, in one line."""
    return words.as_everywhere([words.near(one.word, one.label) for one in choices])


def in_short(choices: Sequence[Choice], has_list: bool) -> str:
    """The choices in one line: the natural one, and those that are near.

    Args:
        choices: all there are; the first is the natural one.
        has_list: whether some of them stand in a list that was told before.
    """
    others = [words.from_the_list()] if has_list else []
    others += [
        (words.near_own if choice.is_own else words.near)(choice.word, choice.label)
        for choice in choices
        if choice.is_near
    ]
    return words.in_short(choices[0].label, others)
