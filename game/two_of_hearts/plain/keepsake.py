"""Where the keepsake of an evening is to lie. It is written only here, and only when asked."""

from __future__ import annotations

import os
from pathlib import Path

from two_of_hearts.keeping import Keeping
from two_of_hearts.keepsake import AlreadyThere
from two_of_hearts.plain.house import House
from two_of_hearts.words import pages as titles
from two_of_hearts.words import plain as words
from two_of_hearts.words import plain_pages as texts


def make_keepsake(house: House, keeping: Keeping, evening: int) -> None:
    """Ask for a path, and make a keepsake there. What is there already is written over only when
    somebody says yes.

    Raises:
        Stopped: nobody types any more.
        Trouble: there is no such evening, or it cannot be written.
    """
    talk = house.talk
    path = str(keeping.keepsake_path(evening))
    talk.say(words.sentence(titles.keepsake_title()), *texts.keepsake_here(path))
    text, is_sure = talk.ask() or path, False
    while text and text.casefold() != texts.no().casefold():
        if not (Path(text).suffix or os.sep in text):
            talk.say(texts.no_path())
            text = talk.ask()
            continue
        try:
            made = keeping.make_keepsake(evening, Path(text), overwrite=is_sure)
        except AlreadyThere:
            talk.say(texts.keepsake_is_there())
            answer = talk.ask()
            is_sure = answer.casefold() == texts.yes().casefold()
            text = text if is_sure else answer
        else:
            talk.say(texts.keepsake_made(str(made)))
            return
    talk.say(texts.keepsake_none())
