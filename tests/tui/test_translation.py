"""Every word on every screen can be translated, and longer words find room."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

import pytest
from rich.cells import cell_len

from shelf import SHELF
from tui.test_snapshots import PICTURES
from two_of_hearts.engine.cards import Deck
from two_of_hearts.engine.partners import Pair
from two_of_hearts.library import Library
from two_of_hearts.tui.app import TableApp

MakeApp = Callable[..., TableApp]


pytestmark = pytest.mark.usefixtures("pseudo")


def digits(deck: Deck) -> Deck:
    """A deck that says nothing in letters, so that every letter on the screen is the game's."""
    cards = tuple(
        replace(
            card,
            text=re.sub("[A-Za-z]", "7", card.text),
            follow_ups=tuple(re.sub("[A-Za-z]", "7", text) for text in card.follow_ups),
        )
        for card in deck.cards
    )
    title = re.sub("[A-Za-z]", "7", deck.title)
    return replace(deck, title=title, about=re.sub("[A-Za-z]", "7", deck.about), cards=cards)


def rows(app: TableApp) -> list[str]:
    strips = app.screen._compositor.render_strips()
    return ["".join(text for text, _, _ in strip) for strip in strips]


TRANSLATED = re.compile(r"⟦[^⟦⟧]*⟧|⟦\w\w~(?= )")
"""What was looked up; the heads of a calendar are cut."""

SAME_EVERYWHERE = re.compile(
    r"Two of Hearts|/home/mia\S*|config\.toml|\b(esc|pgup|del|space)\b|tsmelledoftar|warmhands"
)
"""The name of the game, paths, keys, and what these pictures write by hand."""


@pytest.mark.parametrize("picture", PICTURES)
async def test_no_word_on_a_screen_bypasses_the_lexicon(make_app: MakeApp, picture: str) -> None:
    """In a large window, where nothing is cut."""
    keys, _ = PICTURES[picture]
    library = Library(tuple(digits(deck) for deck in SHELF), ())
    app = make_app(names=Pair("1234", "5678"), library=library)
    async with app.run_test(size=(220, 60)) as pilot:
        await pilot.press(*(key for key in keys if key in KEYS or len(keys) < 2))
        await pilot.pause(0.1)
        whole = " ".join(" ".join(row.split()) for row in rows(app))
        assert "⟦" in whole
        left = whole
        while TRANSLATED.search(left):
            left = TRANSLATED.sub(" ", left)
        left = SAME_EVERYWHERE.sub(" ", left)
        assert not re.findall(r"[^\W\d_]{2,}", left), left


KEYS = {
    *("enter", "down", "up", "left", "right", "question_mark", "comma", "delete", "space"),
    *"acdefghijklmnopqrstuvwxyz",
}


@pytest.mark.parametrize("picture", PICTURES)
async def test_longer_words_find_room(make_app: MakeApp, picture: str) -> None:
    """The layout holds: lines as wide as the window, and the natural key whole in the footer."""
    app, size = make_app(), (60, 18)
    async with app.run_test(size=size) as pilot:
        await pilot.press(*PICTURES[picture][0])
        await pilot.pause(0.1)
        shown = rows(app)
        assert [cell_len(row) for row in shown] == [size[0]] * size[1]
        if app.view is not None and app.view.card is not None and "▂" in "".join(shown):
            text = " ".join(app.view.card.text.split()[:3])
            assert text in " ".join(" ".join(shown).split())
