"""Keys of one's own: from the file and from their page, on every screen where they do the same."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterable
from pathlib import Path

import pytest
from textual.binding import Binding
from textual.pilot import Pilot
from textual.screen import Screen

from tui.test_evening import click_key, sit_down, state
from tui.test_settings import to_row, told
from two_of_hearts.config import read
from two_of_hearts.engine.cards import Topic
from two_of_hearts.engine.partners import Partner
from two_of_hearts.engine.state import Phase
from two_of_hearts.tui.actions import ACTIONS
from two_of_hearts.tui.app import TableApp
from two_of_hearts.tui.keymap import ANY, OURS, PLACES, Place, check, clashes, understood
from two_of_hearts.tui.screens.base import EveningScreen
from two_of_hearts.tui.screens.cards import CardsPage
from two_of_hearts.tui.screens.help import HelpPage
from two_of_hearts.tui.screens.names import NamesPage
from two_of_hearts.tui.screens.off_limits import OffLimitsPage
from two_of_hearts.tui.screens.own_keys import ROWS, OwnKeysPage
from two_of_hearts.tui.screens.welcome import WelcomeScreen
from two_of_hearts.tui.widgets.choices import Choices
from two_of_hearts.tui.widgets.heading import Heading
from two_of_hearts.tui.widgets.keys import Keys
from two_of_hearts.tui.widgets.lines import Lines

MakeApp = Callable[..., TableApp]

PLACE_OF = {
    Phase.MOODS: Place.MOODS,
    Phase.DECKS: Place.DECKS,
    Phase.BETWEEN: Place.BETWEEN,
    Phase.GOODBYE: Place.GOODBYE,
}
"""The places of the screens; all other phases are played at the table."""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where the apps of a test keep their settings."""
    return tmp_path / "config.toml"


def footer(app: TableApp) -> dict[str, str]:
    """What the footer shows: actions and their keys."""
    return {action: key for action, key, _ in app.screen.query_one(Keys).entries}


def said(app: TableApp) -> str:
    """What the page says under its list."""
    return app.screen.query_one("#about", Heading).words[1]


async def to_key(pilot: Pilot[None], name: str) -> None:
    """Open the page of keys with the cursor on an action."""
    await to_row(pilot, "keys")
    await pilot.press("enter", *["down"] * list(ROWS).index(name))


def screens(kind: type[Screen[object]]) -> Iterable[type[Screen[object]]]:
    """All screens of the game."""
    for sub in kind.__subclasses__():
        if sub.__module__.startswith("two_of_hearts"):
            yield sub
        yield from screens(sub)


async def test_a_key_of_ones_own_is_used_and_shown_and_the_old_one_rests(
    make_app: MakeApp, path: Path
) -> None:
    path.write_text('[keys]\nskip = "x"\nhelp = "f2"\nnext = ["space", "ctrl+k"]')
    app = make_app()
    async with app.run_test(size=(100, 30)) as pilot:
        assert not told(app)
        assert (footer(app)["next"], footer(app)["help"]) == ("space", "f2")
        await pilot.press("enter")
        assert app.view is None
        await pilot.press("space", "ctrl+k", "space", "space")
        assert footer(app)["skip"] == "x"
        await pilot.press("s")
        assert not state(app).round.set_aside
        await pilot.press("x")
        assert len(state(app).round.set_aside) == 1
        await pilot.press("question_mark")
        assert not isinstance(app.screen, HelpPage)
        await pilot.press("f2")
        assert isinstance(app.screen, HelpPage)
        texts = dict(app.screen.query_one(Lines).items)
        assert texts["space"] == "The natural next thing. ^k does the same."
        assert texts["x"].startswith("Set this card aside")
        assert texts["↑↓"] == "Choose from a list; Space takes it."
        await pilot.press("f2")
        assert not isinstance(app.screen, HelpPage)


async def test_two_keys_can_be_swapped(make_app: MakeApp, path: Path) -> None:
    path.write_text('[keys]\nskip = "m"\nmore = "s"\nleft = "l"\nright = "a"')
    app = make_app()
    async with app.run_test(size=(100, 30)) as pilot:
        assert not told(app)
        await pilot.press("enter", "down", "l", "down", "a")
        assert tuple(state(app).moods) == ("playful", "tender")
        await pilot.press("u", "u", "enter", "enter", "enter", "enter")
        await pilot.press("s")
        assert len(app.view.card.follow_ups) == 1
        await pilot.press("m")
        assert app.view.set_aside == 1
        await pilot.press("w", *["enter"] * 6, "l")
        assert state(app).deeper == {Partner.A}
        assert "Jo's own key, a, too" in said(app)
        await pilot.press("a")
        assert state(app).round.ceiling == 3


async def test_the_keys_of_pages_follow(make_app: MakeApp, path: Path) -> None:
    path.write_text(
        '[keys]\nleft = "1"\nright = "2"\nnever = "x"\nkeep = "y"\ncards = "z"\nlimits = "."\n'
        'next = "f5"\nnames = "f6"\nnew = "f7"\n'
    )
    app = make_app()
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.press("f6")
        assert isinstance(app.screen, NamesPage)
        await pilot.press("escape", "f5")
        assert "f5 is for both; 1 and 2" in app.screen.query_one(Heading).words[1]
        await pilot.press("full_stop", "a")
        assert isinstance(app.screen, OffLimitsPage)
        assert (app.screen.partner, footer(app)["a"], footer(app)["l"]) == (None, "1", "2")
        await pilot.press("2", "enter", "f5", "full_stop")
        assert state(app).off_limits.l == {Topic.LOSS}
        await pilot.press("f5", "f5", "f5", "z")
        assert isinstance(app.screen, CardsPage)
        assert [footer(app)[id] for id in ("keep", "never")] == ["y", "x"]
        await pilot.press("k", "n", "y")
        assert (len(state(app).kept), len(state(app).retired)) == (1, 0)
        await pilot.press("x", "b")
        assert len(state(app).retired) == 1
        await pilot.press("z", "q")
    again = make_app()
    async with again.run_test(size=(100, 30)) as pilot:
        assert footer(again)["new"] == "f7"
        await pilot.press("n")
        assert again.view is None
        await pilot.press("f7")
        assert again.view is not None


WRONG = {
    'skip = "m"': "keys.skip: “m” cannot be for both, skip and more",
    'left = "l"': "keys.left: “l” cannot be for both, left and right",
    'left = "x"\nright = "X"\nundo = "x"': "“x” cannot be for both, left and undo",
    'new = ","': "Give new or settings another key.",
    'skp = "x"': "keys.skp: There is no action of this name. Did you mean skip?",
    'theme = "nord"': "keys.theme: There is no action of this name. It is no key: write it above",
    'skip = "entr"': 'keys.skip: There is no key "entr". Did you mean enter?',
    'skip = "\\u001b[2J"': 'There is no key "\\u001b[2J"',
    'skip = ""': 'There is no key "".',
    'skip = "ctrl+q"': "keys.skip: ctrl+q keeps its place. Choose another key.",
    'skip = "esc"': "keys.skip: escape keeps its place.",
    'skip = "ctrl+i"': "keys.skip: tab keeps its place.",
    "skip = 3": "keys.skip: Its key cannot be 3.",
}


@pytest.mark.parametrize("text", WRONG)
async def test_when_anything_is_wrong_with_the_keys_all_of_the_games_own_stay(
    make_app: MakeApp, path: Path, text: str
) -> None:
    path.write_text(f'bell = false\n[keys]\nkeep = "y"\n{text}')
    app = make_app()
    async with app.run_test(size=(100, 30)) as pilot:
        (notice,) = told(app)
        assert WRONG[text] in notice
        assert not app.preferences.config.bell
        await sit_down(pilot)
        await pilot.press("enter", "y")
        assert not app.view.card.is_kept
        await pilot.press("k")
        assert app.view.card.is_kept
        await to_key(pilot, "skip")
        assert "mended" in said(app)
        await pilot.press("enter", "x", "delete")
        assert not app.preferences.config.keys
    assert path.read_text() == f'bell = false\n[keys]\nkeep = "y"\n{text}'


def test_two_actions_that_never_meet_may_share_a_key() -> None:
    assert not list(clashes(OURS))
    assert not list(check({"wrap": ("t",), "moods": ("s",), "new": ("u",)}))


async def test_every_action_is_offered_only_where_its_key_was_looked_at(make_app: MakeApp) -> None:
    """Plays at random, so that no two actions with one key can meet unforeseen."""
    app = make_app()
    dice = random.Random(11)
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.press("enter")
        seen = set()
        for _ in range(400):
            screen, view = app.screen, app.view
            assert isinstance(screen, EveningScreen)
            assert view is not None
            place = PLACE_OF.get(view.phase, Place.TABLE)
            there = [a for a in ACTIONS if screen.offers(a, view)]
            for action in there:
                assert PLACES.get(action.name, ANY) & place, (action, view.phase)
            seen |= {(action.name, place) for action in there}
            away = {"quit", "help", "settings", "cards", "album", "note", "keepsake"}
            away |= {"limits", "clock"}
            away |= {"leave"} if dice.random() < 0.9 else set()
            away |= {"next"} if view.phase is Phase.GOODBYE else set()
            for choices in screen.query(Choices):
                choices.move(dice.choice((-1, 1)))
            screen.action_act(dice.choice([a.id for a in there if a.id not in away]))
            await pilot.pause()
        assert {place for _, place in seen} == {*PLACE_OF.values(), Place.TABLE}
        assert {name for name, _ in seen} == OURS.keys() - {"names", "new", "erase"}


def test_what_does_the_same_has_the_same_key_and_name_on_every_screen() -> None:
    assert {OwnKeysPage, WelcomeScreen} <= set(screens(Screen))
    checked = set()
    for screen in screens(Screen):
        for binding in screen.BINDINGS:
            if isinstance(binding, Binding) and binding.id:
                ours = tuple(understood(key) for key in binding.key.split(","))
                assert ours == OURS[binding.id], (screen, binding)
                checked.add(binding.id)
    assert checked == OURS.keys()


@pytest.mark.parametrize(
    ("key", "known"),
    [
        *(("x", "x"), ("X", "X"), ("shift+x", "X"), ("?", "?"), ("question_mark", "?")),
        *((",", ","), ("comma", ","), ("+", "+"), ("plus", "+"), ("minus", "-"), ("slash", "/")),
        *((" ", "space"), ("Space", "space"), ("F2", "f2"), ("Ctrl+K", "ctrl+k"), ("ä", "ä")),
        *(("return", "enter"), ("ctrl+m", "enter"), ("ctrl+i", "tab"), ("alt+left", "alt+left")),
        *(("", None), ("entr", None), ("f99", None), ("ctrl+", None), ("+x", None), ("愛", None)),
        *(("\x1b", None), ("\u200b", None), ("ctrl+ctrl+x", None), ("kk", None), ("a+b", None)),
    ],
)
def test_a_key_is_understood_by_its_sign_and_by_its_name(key: str, known: str | None) -> None:
    assert understood(key) == known


async def test_the_next_key_that_is_pressed_becomes_the_actions(
    make_app: MakeApp, path: Path
) -> None:
    app = make_app()
    async with app.run_test(size=(100, 30)) as pilot:
        await to_key(pilot, "skip")
        await pilot.press("enter")
        assert "Press the new key" in said(app)
        await pilot.press("exclamation_mark")
        assert read(path)[0].keys == {"skip": ("!",)}
        await pilot.press("escape", "escape")
        await sit_down(pilot)
        await pilot.press("enter")
        assert footer(app)["skip"] == "!"
        await pilot.press("exclamation_mark")
        assert app.view.set_aside == 1
        await to_key(pilot, "skip")
        await pilot.press("backspace")
        assert read(path)[0].keys == {}
        await pilot.press("escape", "escape", "enter")
        assert footer(app)["skip"] == "s"
        await pilot.press("s")
        assert app.view.set_aside == 2


async def test_a_key_that_is_taken_is_named_and_nothing_is_written(
    make_app: MakeApp, path: Path
) -> None:
    app = make_app()
    async with app.run_test(size=(100, 30)) as pilot:
        await to_key(pilot, "skip")
        await pilot.press("enter", "m")
        assert said(app) == "m is the key of “Tell me more” already. Press another, or Esc."
        await pilot.press("up")
        assert "keeps its place" in said(app)
        assert not path.exists()
        await pilot.press("escape")
        assert isinstance(app.screen, OwnKeysPage)
        assert app.preferences.keymap == {}
        await pilot.press("up", "enter", "x")
        assert read(path)[0].keys == {"next": ("x",)}
        await pilot.press("down", "x", "enter")
        assert read(path)[0].keys == {"next": ("x",), "skip": ("enter",)}
        await pilot.press("up", "delete")
        assert "⏎ is the key of “Skip” already" in said(app)
        assert read(path)[0].keys == {"next": ("x",), "skip": ("enter",)}
        await pilot.press("down", "delete", "up", "delete")
        assert read(path)[0].keys == {}
        assert app.preferences.keymap == {}


async def test_keys_can_be_changed_with_the_mouse(make_app: MakeApp, path: Path) -> None:
    app = make_app()
    async with app.run_test(size=(100, 30)) as pilot:
        await to_key(pilot, "skip")
        await click_key(pilot, "wait")
        await click_key(pilot, "leave")
        choices = app.screen.query_one(Choices)
        await pilot.click(choices, offset=(30, 2))
        await pilot.click(choices, offset=(30, 2))
        await pilot.press("x")
        assert read(path)[0].keys == {"more": ("x",)}
        await click_key(pilot, "reset")
        assert read(path)[0].keys == {}
