"""What is said when the environment asks for something that is not there."""

from __future__ import annotations

from two_of_hearts.words.lexicon import _


def no_such_value(name: str, value: str) -> tuple[str, str, str]:
    """A variable of the environment says what nobody knows: a title, what exactly, the mend."""
    return (
        _("The screen cannot be set up"),
        _("{name} is {value}, which is not known here.").format(name=name, value=repr(value[:40])),
        _("Unset {name}, and start again.").format(name=name),
    )
