"""Where the keepsake of an evening is to lie. It is written only here, and only when asked."""

from __future__ import annotations

import os
from pathlib import Path

from two_of_hearts.errors import Trouble
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
        Trouble: there is no such evening.
    """
    talk = house.talk
    path = str(keeping.keepsake_path(evening))
    talk.say(words.sentence(titles.keepsake_title()), *texts.keepsake_here(path))
    text, is_sure = talk.ask() or path, False
    while text.casefold() != texts.no().casefold():
        try:
            made = _made(keeping, evening, text, is_sure)
        except AlreadyThere:
            talk.say(texts.keepsake_is_there())
            answer = talk.ask()
            is_sure = answer.casefold() == texts.yes().casefold()
            # Nothing is written over by Enter alone.
            text = text if is_sure else answer or texts.no()
            continue
        except Trouble as trouble:
            house.tell(trouble)
        else:
            if made is not None:
                talk.say(texts.keepsake_made(str(made)))
                return
            talk.say(texts.no_path())
        # Enter means the same as before.
        talk.say(*texts.keepsake_here(path))
        text, is_sure = talk.ask() or path, False
    talk.say(texts.keepsake_none())


def _made(keeping: Keeping, evening: int, text: str, is_sure: bool) -> Path | None:
    """The keepsake that was made; None where a word for the table was typed, which is no path."""
    if not (Path(text).suffix or os.sep in text):
        return None
    return keeping.make_keepsake(evening, Path(text), overwrite=is_sure)
