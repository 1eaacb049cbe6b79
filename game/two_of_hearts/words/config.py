"""What config.toml says of itself when the game writes it, and what is said when it is wrong."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from two_of_hearts.engine.text import printable
from two_of_hearts.words.lexicon import N_, _

HEAD = N_(
    "Settings of Two of Hearts. Lines that begin with # are for you alone.\n"
    "The game changes a value when you change it there; your own lines stay as they are."
)

EXPLAINED = {
    "answers": N_('Who answers a question: "both" of you, or only the "drawer".'),
    "turns": N_("How many turns a round has: 4, 6 or 10."),
    "theme": N_('The colours by name, or "auto" as it suits the terminal.'),
    "dimming": N_("Whether what matters less at the moment steps back a little."),
    "animation": N_('Whether things move: "on", "off", or "auto" as it suits the terminal.'),
    "bell": N_("Whether the terminal's bell rings when a card's clock has run out."),
    "plain": N_("Whether the game is lines of text without a screen, as for a screen reader."),
}
"""A line for each setting, in the order of the file."""

KEYS_EXPLAINED = N_(
    "Keys of your own. Take the # away from a line, and change what it says.\n"
    'A key is a sign as in "x", or a name as in "f2", "space" or "ctrl+k"; a list gives several.\n'
    "Some keep their place: escape, tab, up, down, pageup, pagedown, ctrl+c, ctrl+p, ctrl+q,\n"
    "ctrl+z."
)


def in_toml(value: object) -> str:
    """A value as the file has it. JSON's strings, numbers and lists of strings are TOML too."""
    import json  # the first screen does not wait for it

    return json.dumps(value, ensure_ascii=False)


def whole_file(values: Mapping[str, object], keys: Mapping[str, object]) -> str:
    """The file as the game writes it where there is none: each setting with a line about it, and
    the keys to choose from."""
    lines = [*_comment(HEAD)]
    for name, about in EXPLAINED.items():
        lines += ["", *_comment(about), f"{name} = {in_toml(values[name])}"]
    lines += ["", "[keys]", *_comment(KEYS_EXPLAINED)]
    lines += [f"# {name} = {in_toml(key)}" for name, key in keys.items()]
    return "\n".join(lines) + "\n"


def _comment(text: str) -> Iterable[str]:
    return (f"# {line}" for line in _(text).splitlines())


# What is wrong, and the mend

UNREADABLE = N_("Your settings cannot be read")
UNWRITABLE = N_("Your settings cannot be saved")

FOLDER = N_("There is a folder in its place.")
MOVE_IT = N_("Move it away, and the game makes a file.")
NO_FILE = N_("It is not a file.")
TOO_LARGE = N_("It is too large for settings, {size} bytes; {most} is the most.")
SHORTEN = N_("Keep only the settings in it.")
NOT_UTF8 = N_("It is not in UTF-8, the usual way to write letters.")
MARKED = N_("It begins with a byte-order mark.")
SAVE_AS_UTF8 = N_("Save it as UTF-8 without a byte-order mark.")
BROKEN_AT = N_("Line {line} cannot be understood.")
BROKEN_OFF = N_("It ends in the middle of something.")
BROKEN = N_("Something in it cannot be understood.")
AGAIN = N_("Line {line} says a second time what is said above.")
ONE_OF_TWO = N_("Take one of the two away.")
LIKE_THIS = N_('A line says a name, =, and a value, as in theme = "walnut".')
SEE_THAT_YOURS = N_("See that it is yours and has room.")
READ_ONLY = N_("It is marked as not to be changed")
BY_HAND = N_("It is written in a way that only you can change.")
OPEN_IT = N_("Open it and change it there: {change}")

NO_SETTING = N_("There is no setting of this name.")
NO_VALUE = N_("It cannot be {value}.")
NO_TABLE = N_("It is no part of its own, with keys in it.")
WRITE_KEYS = N_("Write a line [keys], and below it a line for each key.")
NO_KEY_VALUE = N_("Its key cannot be {value}.")
KEY_LIKE_THIS = N_('Write a key as in "x", or a list as in ["x", "f2"].')
ABOVE_KEYS = N_("It is no key: write it above the line [keys].")

MEANT = N_("Did you mean {name}?")
ONE_OF = N_("Write one of {names}.")
THERE_ARE = N_("There are {names}; and your own keys, below a line [keys].")
A_NAME = N_('Write the name of one, as in "walnut".')
A_LIST, A_TABLE, A_MOMENT = N_("a list"), N_("a part of its own"), N_("a date or a time")


def name(name: str) -> str:
    """The name of a setting in a sentence; the file may have any text for one."""
    return printable(name if len(name) <= 40 else f"{name[:39]}…").replace("\n", "\\n")


def value(value: object) -> str:
    """A value in a sentence: as the file has it, cut where it is long."""
    match value:
        case dict():
            return _(A_TABLE)
        case list():
            return _(A_LIST)
        case str() | bool() | int() | float():
            text = printable(in_toml(value[:99] if isinstance(value, str) else value))
            return text if len(text) <= 40 else f"{text[:39]}…"
        case _:
            return _(A_MOMENT)
