"""The table: how cards move, how the screen grows quiet, how every size is filled."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from rich.cells import cell_len
from textual.pilot import Pilot
from textual.widgets import Input

from tui.test_snapshots import CHILDHOOD, GESTURES, WRAPPED
from two_of_hearts.engine.partners import Pair
from two_of_hearts.engine.state import Phase
from two_of_hearts.tui.app import TableApp
from two_of_hearts.tui.pace import may_move
from two_of_hearts.tui.screens import card_table
from two_of_hearts.tui.widgets.card import Card
from two_of_hearts.tui.widgets.choices import Choices
from two_of_hearts.tui.widgets.motion import Motion

MakeApp = Callable[..., TableApp]


def rows(app: TableApp) -> list[str]:
    """The screen as it is shown, line by line."""
    strips = app.screen._compositor.render_strips()
    return ["".join(text for text, _, _ in strip) for strip in strips]


def slow(monkeypatch: pytest.MonkeyPatch) -> None:
    """Movements so long that a test sees them."""
    monkeypatch.setattr("two_of_hearts.tui.widgets.card.SECONDS", 30.0)


@pytest.mark.parametrize(
    ("keys", "expected"),
    [
        ((*CHILDHOOD, "enter"), Motion.TURN_OVER),
        ((*CHILDHOOD, "enter", "m"), Motion.SLIDE_OUT),
        ((*CHILDHOOD, "enter", "s"), Motion.ASIDE),
        ((*CHILDHOOD, "enter", "enter", "enter", "enter"), Motion.LAY_DOWN),
        ((*GESTURES, "enter", "enter"), Motion.LAY_DOWN),
        ((*CHILDHOOD, "enter", "s", "b", "enter"), Motion.BRING_BACK),
        ((*WRAPPED, "enter", "s"), Motion.TURN_OVER),
        ((*CHILDHOOD, "enter", "k"), None),
        ((*CHILDHOOD, "enter", "u"), None),
        ((*CHILDHOOD, "enter", "enter", "u"), None),
    ],
)
async def test_a_card_moves_as_it_would_on_a_table(
    make_app: MakeApp,
    monkeypatch: pytest.MonkeyPatch,
    keys: tuple[str, ...],
    expected: Motion | None,
) -> None:
    slow(monkeypatch)
    app = make_app()
    app.animation_level = "full"
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press(*keys)
        await pilot.pause()
        assert app.screen.query_one(Card)._motion is expected


async def test_a_key_that_is_pressed_while_a_card_moves_acts_at_once(
    make_app: MakeApp, monkeypatch: pytest.MonkeyPatch
) -> None:
    slow(monkeypatch)
    app = make_app()
    app.animation_level = "full"
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press(*CHILDHOOD, "enter")
        card = app.screen.query_one(Card)
        assert card._motion is Motion.TURN_OVER
        await pilot.press("enter")
        assert app.view.phase is Phase.REPLY
        assert card._motion is None


async def test_a_movement_ends_by_itself_and_leaves_nothing_ticking(
    make_app: MakeApp, monkeypatch: pytest.MonkeyPatch
) -> None:
    # Long enough for a busy machine to see it under way.
    monkeypatch.setattr("two_of_hearts.tui.widgets.card.SECONDS", 3.0)
    app = make_app()
    app.animation_level = "full"
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press(*CHILDHOOD, "enter")
        card = app.screen.query_one(Card)
        assert card._frames is not None
        while card._motion is not None:
            await pilot.pause(0.1)
        assert card._frames is None
        await pilot.pause()
        still = make_app()
        async with still.run_test(size=(80, 24)) as other:
            await other.press("enter")
            await other.pause()
            assert rows(app) == rows(still)


async def test_cards_hold_still_when_the_couple_wants_it_so(
    make_app: MakeApp, monkeypatch: pytest.MonkeyPatch
) -> None:
    slow(monkeypatch)
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press(*CHILDHOOD, "enter")
        assert app.screen.query_one(Card)._motion is None
        app.preferences.change("animation", "on")
        await pilot.press("m")
        assert app.screen.query_one(Card)._motion is Motion.SLIDE_OUT
        app.preferences.change("animation", "off")
        await pilot.press("s")
        assert app.screen.query_one(Card)._motion is None


@pytest.mark.parametrize(
    ("setting", "environment", "bits", "moves"),
    [
        ("auto", {}, None, True),
        ("auto", {}, 38_400, True),
        ("auto", {}, 9_600, False),
        ("auto", {"SSH_CONNECTION": "10.0.0.1 1 10.0.0.2 22"}, None, False),
        ("auto", {"SSH_TTY": "/dev/pts/1"}, 38_400, False),
        ("on", {"SSH_TTY": "/dev/pts/1"}, 9_600, True),
        ("on", {"TEXTUAL_ANIMATIONS": "none"}, None, False),
        ("off", {}, None, False),
    ],
)
def test_cards_move_where_they_may(
    setting: str, environment: dict[str, str], bits: int | None, moves: bool
) -> None:
    assert may_move(setting, environment, bits) is moves


async def test_everything_but_an_open_card_dims_until_somebody_stirs(
    make_app: MakeApp, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(card_table, "SECONDS_TO_QUIET", 0.2)
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:

        async def is_quiet() -> bool:
            await pilot.pause(0.5)
            return app.screen.has_class(card_table.QUIET)

        await pilot.press(*CHILDHOOD)
        assert not await is_quiet()
        await pilot.press("enter")
        assert not app.screen.has_class(card_table.QUIET)
        assert await is_quiet()
        words = rows(app)
        await pilot.press("x")
        assert not app.screen.has_class(card_table.QUIET)
        assert rows(app) == words
        assert await is_quiet()
        await pilot.press("k")
        assert app.view.card.is_kept
        assert not app.screen.has_class(card_table.QUIET)
        assert await is_quiet()
        await pilot.hover(Card, offset=(3, 3))
        assert not app.screen.has_class(card_table.QUIET)
        app.preferences.change("dimming", False)
        assert not await is_quiet()


SIZES = [(40, 12), (59, 18), (60, 18), (77, 20), (220, 60)]


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
@pytest.mark.parametrize("names", [Pair("שושנה", "عائشة"), Pair("愛" * 12, "W" * 24)])
async def test_no_line_is_wider_or_narrower_than_the_window(
    make_app: MakeApp, size: tuple[int, int], names: Pair[str]
) -> None:
    app = make_app(names=names)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("enter")
        for key in ("down", *["enter"] * 4, "m", "m", "k", "s", *["enter"] * 5, "w", "enter"):
            await pilot.press(key)
            await pilot.resize_terminal(*size)
            await pilot.pause()
            assert [cell_len(row) for row in rows(app)] == [size[0]] * size[1]
            await pilot.resize_terminal(80, 24)


async def words_on_screen(pilot: Pilot[None], app: TableApp) -> str:
    await pilot.pause()
    return " ".join(" ".join(rows(app)).split())


async def test_in_forty_columns_a_whole_card_can_be_read(make_app: MakeApp) -> None:
    app = make_app()
    async with app.run_test(size=(40, 12)) as pilot:
        await pilot.press(*CHILDHOOD, "enter")
        shown = await words_on_screen(pilot, app)
        assert app.view.card.text in shown
        assert "everything" in shown
        assert "▗" not in shown


async def test_in_forty_columns_a_long_line_does_not_push_the_card_away(
    make_app: MakeApp,
) -> None:
    app = make_app()
    async with app.run_test(size=(40, 12)) as pilot:
        await pilot.press(*CHILDHOOD, "enter", "j")
        app.screen.query_one(Input).value = "the pear tree behind the house and " * 7
        await pilot.press("enter")
        shown = await words_on_screen(pilot, app)
        assert app.view.card.text in shown
        assert f"✎ {app.view.writer}: the pear tree" in shown
        assert "…" in shown


async def test_the_deck_at_the_cursor_lies_beside_the_list(make_app: MakeApp) -> None:
    app = make_app()
    async with app.run_test(size=(120, 30)) as pilot:
        await pilot.press(*CHILDHOOD[:-1])
        assert " ".join(rows(app)).count("Way Back") == 3  # the row, the deck, the footer
        await pilot.press("down")
        await pilot.pause()
        assert " ".join(rows(app)).count("Hand in Hand") == 3


async def test_the_wheel_moves_the_cursor(make_app: MakeApp) -> None:
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("enter", "down")
        choices = app.screen.query_one(Choices)
        choices.post_message(Choices.Scrolled(1))
        await pilot.pause()
        assert choices.cursor == 1
