"""Sentences that name keys, which each couple may have changed; and what is wrong with a change."""

from __future__ import annotations

from two_of_hearts.engine.text import printable
from two_of_hearts.words.config import in_toml
from two_of_hearts.words.lexicon import N_, _

# What the screens say


def how_to_choose_moods(both: str, left: str, right: str) -> str:
    """Under the question how the two feel."""
    return _(
        "Choose with ↑↓. {both} is for both; {left} and {right} are for each alone. Or just go on."
    ).format(both=both, left=left, right=right)


def both_for_deeper(left: str, right: str) -> str:
    """Before anybody has pressed for a deeper round."""
    return _("Deeper only when both press their own key: {left} and {right}.").format(
        left=left, right=right
    )


def one_for_deeper(one: str, other: str, key: str) -> str:
    """When one partner has pressed for a deeper round."""
    return _("{one} would go deeper. It needs {other}'s own key, {key}, too.").format(
        one=one, other=other, key=key
    )


def how_to_mark(key: str) -> str:
    """Over the topics that can be left out."""
    return _(
        "Each {key} changes a topic: leave out, let in again, no change. Once this page is closed, "
        "nobody sees what you chose, not even you."
    ).format(key=key)


def left_seat(sign: str, key: str) -> str:
    """Over the first of the two names."""
    return _("{sign} on the left, key {key}").format(sign=sign, key=key)


def right_seat(sign: str, key: str) -> str:
    """Over the second of the two names."""
    return _("{sign} on the right, key {key}").format(sign=sign, key=key)


def does_the_same(help: str, keys: str) -> str:
    """What an action does, where other keys do it too."""
    return _("{help} {keys} does the same.").format(help=help, keys=keys)


def from_a_list(key: str) -> str:
    """What the help says of the arrows."""
    return _("Choose from a list; {key} takes it.").format(key=key)


# What is wrong with keys of one's own

NO_ACTION = N_("There is no action of this name.")
ACTIONS_ARE = N_("There are {names}.")
NO_KEY = N_("There is no key {key}.")
A_KEY_IS = N_('Write a sign as in "x", or a name as in "f2", "space" or "ctrl+k".')
KEPT = N_("{key} keeps its place.")
ANOTHER = N_("Choose another key.")
CLASH = N_("“{key}” cannot be for both, {one} and {other}: they meet on one screen.")
CLASH_MEND = N_("Give {one} or {other} another key.")


def quoted(key: str) -> str:
    """A key that nobody knows, in a sentence."""
    return printable(in_toml(key[:24]))
