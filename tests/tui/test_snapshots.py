"""Pictures of every screen, in four sizes, dark and light. Each says what to look for.

Where a change is meant: pytest --snapshot-update, and look at the pictures that changed.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable

import pytest
from textual.pilot import Pilot
from textual.widgets import Input

from shelf import SHELF
from two_of_hearts.engine.partners import Pair
from two_of_hearts.library import Library, bundled, load
from two_of_hearts.tui.app import TableApp
from two_of_hearts.tui.screens.card_table import QUIET

MakeApp = Callable[..., TableApp]
Snap = Callable[..., bool]
Steps = Callable[[Pilot[None]], Awaitable[None]]

SIZES = [(60, 18), (80, 24), (120, 40), (200, 50)]
THEMES = ["walnut", "birch"]

each_theme = pytest.mark.parametrize("theme", THEMES)
each_size = pytest.mark.parametrize("size", SIZES, ids=lambda s: f"{s[0]}x{s[1]}")


def press(*keys: str) -> Steps:
    """The keys of an evening, then a moment for the last screen to come."""

    async def run(pilot: Pilot[None]) -> None:
        await pilot.press(*keys)
        for input in pilot.app.screen.query(Input):
            input.cursor_blink = False
        await pilot.pause(0.1)

    return run


CHILDHOOD = ("enter", "down", "down", "down", "enter", "enter", "enter")
"""To the first draw with the childhood deck, which is curious."""

GESTURES = ("enter", "down", "down", "enter", "enter", "enter")
"""To the first draw with the deck of gestures, which is tender."""

WRAPPED = (*CHILDHOOD, "w")
"""To the appreciation exchange of a round that was wrapped up at once."""

PLAYED = (
    *(*GESTURES, "enter", "k", "j", *"warm hands", "enter", "enter", "enter", "k", "enter"),
    *("w", *["enter"] * 6, "g"),
)
"""A whole evening, with two hearts, a line and a plan."""

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
        PLAYED,
        "A kind word, and what the evening leaves.",
    ),
    "closed_gently": ((*CHILDHOOD, "enter", "g"), "Another kind word."),
    "cards": (
        (*CHILDHOOD, "enter", "s", "enter", "k", "n", "b"),
        "A heart, never again, set aside; what can be done with the first.",
    ),
    "note": (
        (*CHILDHOOD, "enter", "j", *"It smelled of tar."),
        "A sheet with one line to write on, and whose words they are.",
    ),
    "noted": (
        (*CHILDHOOD, "enter", "m", "j", *"It smelled of tar.", "enter"),
        "The line lies on the slip, below the follow-up.",
    ),
    "keepsake": ((*PLAYED, "p"), "A sheet with a path, and what its endings mean."),
    "album": ((*PLAYED, "v"), "A calendar with a heart on the fourteenth, and the evening."),
    "album_cards": ((*PLAYED, "v", "right"), "A plan to be ticked, and two hearts."),
    "album_words": ((*PLAYED, "v", "right", "right"), "A line, and what it was written under."),
    "album_decks": ((*PLAYED, "v", "left"), "A bar for each deck, with its sign and colour."),
    "album_empty": (("enter", "v"), "An empty leaf that invites."),
    "off_limits_whose": (("enter", "o"), "Whose moment it is; the other looks away."),
    "off_limits": (
        ("enter", "o", "a", "enter", "down", "enter", "enter"),
        "One topic to leave out, one to let in again; nothing of before.",
    ),
}


@each_theme
@each_size
@pytest.mark.parametrize("picture", PICTURES)
def test_screen(
    make_app: MakeApp, snap_compare: Snap, picture: str, size: tuple[int, int], theme: str
) -> None:
    """Each entry of PICTURES says what to look for."""
    keys, _ = PICTURES[picture]
    assert snap_compare(make_app(theme=theme), terminal_size=size, run_before=press(*keys))


@each_theme
@each_size
def test_names(make_app: MakeApp, snap_compare: Snap, size: tuple[int, int], theme: str) -> None:
    """A bright sheet with two lines to write on, each with its sign and key."""
    run = press("enter", "M", "i", "a", "enter")
    app = make_app(names=None, theme=theme)
    assert snap_compare(app, terminal_size=size, run_before=run)


@each_theme
@each_size
def test_welcome_back(
    make_app: MakeApp, snap_compare: Snap, size: tuple[int, int], theme: str
) -> None:
    """Whose evening waits, since when; Enter goes on, n begins anew."""

    async def earlier() -> None:
        async with make_app().run_test() as pilot:
            await pilot.press(*CHILDHOOD, "enter", "q")

    asyncio.run(earlier())
    app = make_app(names=None, theme=theme)
    assert snap_compare(app, terminal_size=size, run_before=press())


@each_theme
@each_size
def test_quiet(make_app: MakeApp, snap_compare: Snap, size: tuple[int, int], theme: str) -> None:
    """Only the card is bright; everything else has stepped back, and can still be read."""

    async def run(pilot: Pilot[None]) -> None:
        await press(*CHILDHOOD, "enter", "s", "enter")(pilot)
        pilot.app.screen.add_class(QUIET)
        await pilot.pause()

    assert snap_compare(make_app(theme=theme), terminal_size=size, run_before=run)


IN_FORTY_COLUMNS = (
    *("welcome", "moods_cursor", "decks", "draw", "follow_ups", "thanks", "say_freely"),
    *(
        "between",
        "goodbye",
        "help",
        "cards",
        "off_limits",
        "note",
        "album",
        "album_cards",
        "keepsake",
    ),
)


@pytest.mark.parametrize("picture", IN_FORTY_COLUMNS)
def test_in_forty_columns(make_app: MakeApp, snap_compare: Snap, picture: str) -> None:
    """One column and no ornament; every word of the card is there."""
    keys, _ = PICTURES[picture]
    assert snap_compare(make_app(), terminal_size=(40, 12), run_before=press(*keys))


@pytest.mark.parametrize("size", [(39, 24), (80, 11), (30, 8)], ids=lambda s: f"{s[0]}x{s[1]}")
def test_no_room(make_app: MakeApp, snap_compare: Snap, size: tuple[int, int]) -> None:
    """A kind sentence and nothing else."""
    assert snap_compare(make_app(), terminal_size=size, run_before=press(*CHILDHOOD, "enter"))


@pytest.mark.parametrize("theme", ["contrast", "sixteen", "nord", "textual-light"])
@pytest.mark.parametrize("picture", ["decks", "draw", "follow_ups", "set_aside", "album"])
def test_other_themes(make_app: MakeApp, snap_compare: Snap, picture: str, theme: str) -> None:
    """Every word can be read; the card is the brightest thing."""
    keys, _ = PICTURES[picture]
    assert snap_compare(make_app(theme=theme), terminal_size=(80, 24), run_before=press(*keys))


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
