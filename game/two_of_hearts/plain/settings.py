"""The settings as a list: choose one, then its value. Each holds at once and is kept."""

from __future__ import annotations

from collections.abc import Iterable

from two_of_hearts.actions import BY_ID
from two_of_hearts.config import AUTO, CHOICES, THEMES
from two_of_hearts.plain.choices import Choice
from two_of_hearts.plain.house import House
from two_of_hearts.plain.pages import ask_for, number_asked
from two_of_hearts.words import plain as words
from two_of_hearts.words import plain_pages as texts
from two_of_hearts.words import settings as told
from two_of_hearts.words.lexicon import _

ROWS = tuple(name for name in told.LABELS if name != "keys")
"""The settings, in the order of the page. Keys are for screens; here one types words."""


HERE = {"answering": BY_ID["answering"].key, "turns": BY_ID["turns"].key}
"""The words that change a setting for one evening."""


def change_settings(house: House) -> None:
    """Choose settings until Enter goes back.

    Raises:
        Stopped: nobody types any more.
    """
    talk = house.talk

    def rows() -> Iterable[str]:
        yield words.sentence(_(told.TITLE))
        for number, name in enumerate(ROWS, start=1):
            value = told.shown(name, getattr(house.config, name))
            yield words.choice(number, texts.setting(_(told.LABELS[name]), value))
        yield texts.for_the_screen()
        yield words.sentence(told.where(str(house.path) if house.path else ""))
        yield words.number_or_enter()

    talk.say(*rows())
    while (number := number_asked(talk, len(ROWS), rows)) is not None:
        name = ROWS[number]
        before = getattr(house.config, name)
        choices = [Choice(texts.as_it_is(told.shown(name, before)), "")]
        values = [value for value in _values(name) if value != before]
        choices += [Choice(told.shown(name, value), "") for value in values]
        about = _(told.ABOUT[name]).format(**HERE)
        choice = ask_for(talk, choices, [words.sentence(_(told.LABELS[name])), about])
        place = choices.index(choice)
        if place:
            house.change(name, values[place - 1])
        value = told.shown(name, getattr(house.config, name))
        talk.say(words.sentence(texts.setting(_(told.LABELS[name]), value)))
        talk.say(words.number_or_enter())


def _values(name: str) -> tuple[object, ...]:
    """The values that a setting can have. Of colours, the game's own; the file may name others."""
    return (AUTO, *THEMES) if name == "theme" else CHOICES[name]
