"""Pictures of every screen, at 80x24 and 120x40. Each docstring says what to look for.

Where a change is meant: pytest --snapshot-update, and look at the pictures that changed.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable

import pytest
from textual.pilot import Pilot
from textual.widgets import Input

from tui.shelf import SHELF
from two_of_hearts.engine.partners import Pair
from two_of_hearts.library import Library, bundled, load
from two_of_hearts.tui.app import TableApp

MakeApp = Callable[..., TableApp]
Snap = Callable[..., bool]
Steps = Callable[[Pilot[None]], Awaitable[None]]

SIZES = [(80, 24), (120, 40)]

both_sizes = pytest.mark.parametrize("size", SIZES, ids=lambda s: f"{s[0]}x{s[1]}")


def press(*keys: str) -> Steps:
    """The keys of an evening, then a moment for the last screen to come."""

    async def run(pilot: Pilot[None]) -> None:
        await pilot.press(*keys)
        await pilot.pause(0.2)

    return run


CHILDHOOD = ("enter", "down", "down", "down", "enter", "enter", "enter")
"""To the first draw with the childhood deck, which is curious."""

GESTURES = ("enter", "down", "down", "enter", "enter", "enter")
"""To the first draw with the deck of gestures, which is tender."""

WRAPPED = (*CHILDHOOD, "w")
"""To the appreciation exchange of a round that was wrapped up at once."""

PICTURES: dict[str, tuple[tuple[str, ...], str]] = {
    "welcome": ((), "A two of hearts, both names with their signs, the first words."),
    "help": (("question_mark",), "The first words, then the evening, then the keys."),
    "moods": (("enter",), "Eight moods, no cursor; Enter would go on."),
    "moods_picked": (
        ("enter", "down", "down", "a", "down", "down", "down", "down", "l"),
        "The left sign at tender, the right one at dreamy, each in its colour.",
    ),
    "moods_cursor": (("enter", "down", "down"), "The cursor at tender; Enter is for both."),
    "decks": (
        ("enter", "down", "down", "down", "enter", "enter"),
        "The childhood deck first, with the cursor; what it is about; what is unseen.",
    ),
    "draw": (CHILDHOOD, "The back of the pile says who draws; the other settles in."),
    "answer": ((*CHILDHOOD, "enter"), "The card is the brightest thing; who speaks, who listens."),
    "follow_ups": (
        (*CHILDHOOD, "enter", "m", "m", "k"),
        "Two follow-ups on the card, and a heart.",
    ),
    "reply": ((*CHILDHOOD, "enter", "enter"), "The same card; speaker and listener have changed."),
    "thanks": ((*CHILDHOOD, "enter", "enter", "enter"), "The hand-over, without the card."),
    "set_aside": (
        (*CHILDHOOD, "enter", "s", "enter", "s", "enter"),
        "Two cards set aside, for both together.",
    ),
    "together": ((*GESTURES, "enter"), "Both together; a clock at rest where the card has one."),
    "give": (WRAPPED, "Who gives draws for the other."),
    "say": ((*WRAPPED, "enter"), "An appreciation card; who gives, who receives."),
    "say_freely": ((*WRAPPED, "f"), "A blank card: in your own words."),
    "respond": ((*WRAPPED, "enter", "enter"), "The other says what landed."),
    "between": (
        (*WRAPPED, *["enter"] * 6),
        "Same, lighter, deeper with both keys, another deck, goodbye.",
    ),
    "between_wished": (
        (*WRAPPED, *["enter"] * 6, "a"),
        "One has pressed; it says whose key is missing.",
    ),
    "goodbye": (
        (*GESTURES, "enter", "k", "enter", "enter", "k", "enter", "w", *["enter"] * 6, "g"),
        "A kind word, and what the evening leaves.",
    ),
    "closed_gently": ((*CHILDHOOD, "enter", "g"), "Another kind word."),
    "cards": (
        (*CHILDHOOD, "enter", "s", "enter", "k", "n", "b"),
        "A heart, never again, set aside; what can be done with the first.",
    ),
    "off_limits_whose": (("enter", "o"), "Whose moment it is; the other looks away."),
    "off_limits": (
        ("enter", "o", "a", "enter", "down", "enter", "enter"),
        "One topic to leave out, one to let in again; nothing of before.",
    ),
}


@both_sizes
@pytest.mark.parametrize("picture", PICTURES)
def test_screen(make_app: MakeApp, snap_compare: Snap, picture: str, size: tuple[int, int]) -> None:
    """Each entry of PICTURES says what to look for."""
    keys, _ = PICTURES[picture]
    assert snap_compare(make_app(), terminal_size=size, run_before=press(*keys))


@both_sizes
def test_names(make_app: MakeApp, snap_compare: Snap, size: tuple[int, int]) -> None:
    """A bright sheet with two lines to write on, each with its sign and key."""

    async def run(pilot: Pilot[None]) -> None:
        await pilot.press("enter", "M", "i", "a", "enter")
        pilot.app.screen.query_one("#name-l", Input).cursor_blink = False
        await pilot.pause(0.2)

    assert snap_compare(make_app(names=None), terminal_size=size, run_before=run)


@both_sizes
def test_welcome_back(make_app: MakeApp, snap_compare: Snap, size: tuple[int, int]) -> None:
    """Whose evening waits, since when; Enter goes on, n begins anew."""

    async def earlier() -> None:
        async with make_app().run_test() as pilot:
            await pilot.press(*CHILDHOOD, "enter", "q")

    asyncio.run(earlier())
    assert snap_compare(make_app(names=None), terminal_size=size, run_before=press())


@pytest.mark.parametrize("size", [(59, 24), (80, 17), (30, 8)], ids=lambda s: f"{s[0]}x{s[1]}")
def test_no_room(make_app: MakeApp, snap_compare: Snap, size: tuple[int, int]) -> None:
    """A kind sentence and nothing else."""
    assert snap_compare(make_app(), terminal_size=size, run_before=press(*CHILDHOOD, "enter"))


@pytest.mark.parametrize("keys", [("enter",), ("enter", "m", "m")], ids=["card", "follow_ups"])
def test_smallest(make_app: MakeApp, snap_compare: Snap, keys: tuple[str, ...]) -> None:
    """At 60x18 the card, its follow-ups and all keys still have their place."""
    assert snap_compare(make_app(), terminal_size=(60, 18), run_before=press(*CHILDHOOD, *keys))


def test_strange_names(make_app: MakeApp, snap_compare: Snap) -> None:
    """Markup, wide letters and long names as they are; nothing is torn, nothing is coloured."""
    app = make_app(names=Pair("[b]愛愛愛愛愛愛愛愛愛愛", "A name of 24 characters!"))
    assert snap_compare(app, terminal_size=(80, 24), run_before=press(*CHILDHOOD, "enter"))


def test_readme(make_app: MakeApp, snap_compare: Snap) -> None:
    """The picture at the top of the README: a real card, in the middle of a round."""
    (deck,) = (deck for deck in load([bundled()]).decks if deck.id == "way-back")
    library = Library((deck, SHELF[1]), ())
    keys = ("enter", "enter", "enter", *["enter"] * 5, "m")
    assert snap_compare(make_app(library=library), terminal_size=(92, 27), run_before=press(*keys))
