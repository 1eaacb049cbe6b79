"""Every text can be read in every theme, and nothing is said by colour alone."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from rich.color import Color as RichColor
from rich.segment import Segment
from rich.style import Style
from rich.terminal_theme import TerminalTheme
from textual.color import Color
from textual.filter import Monochrome
from textual.theme import BUILTIN_THEMES

from tui.test_snapshots import CHILDHOOD, GESTURES, WRAPPED
from two_of_hearts.tui.app import TableApp
from two_of_hearts.tui.theme import CONTRAST, LEGIBLE, OWN, SIXTEEN, WALNUT, contrast, fitting

MakeApp = Callable[..., TableApp]

DECORATION = set(" ▗▄▖▝▀▘▌█─▰▱·▂▆▁▊▎▔")
"""What is drawn and not read; depth is told by the number of steps, not by their colour."""

VGA = (
    *((0, 0, 0), (170, 0, 0), (0, 170, 0), (170, 85, 0)),
    *((0, 0, 170), (170, 0, 170), (0, 170, 170), (170, 170, 170)),
    *((85, 85, 85), (255, 85, 85), (85, 255, 85), (255, 255, 85)),
    *((85, 85, 255), (255, 85, 255), (85, 255, 255), (255, 255, 255)),
)
"""The sixteen colours of a console, of which each terminal shows its own kind."""

CONSOLE = TerminalTheme(VGA[0], VGA[7], list(VGA[:8]), list(VGA[8:]))


def rgb(color: RichColor) -> Color:
    return Color(*color.get_truecolor(CONSOLE))


def texts(app: TableApp) -> Iterator[tuple[str, Style]]:
    """Every text on the screen that is read, with its style as it is shown."""
    patterns = {ink.pattern.lower() for ink in app.inks.values()}
    for strip in app.screen._compositor.render_strips():
        for text, style, _ in strip:
            if style is None or not set(text) - DECORATION:
                continue
            assert style.color is not None, text
            assert style.bgcolor is not None, text
            if rgb(style.color).hex.lower() in patterns and len(set(text.split())) == 1:
                continue  # the pattern of a back
            yield text, style


WALKS = {
    "welcome": (),
    "moods": ("enter", "down", "a"),
    "decks": CHILDHOOD[:-1],
    "draw": CHILDHOOD,
    "follow_ups": (*CHILDHOOD, "enter", "m", "m", "k"),
    "together": (*GESTURES, "enter"),
    "thanks": (*CHILDHOOD, "enter", "enter", "enter"),
    "set_aside": (*CHILDHOOD, "enter", "s", "enter", "s", "enter"),
    "say": (*WRAPPED, "enter"),
    "between": (*WRAPPED, *["enter"] * 6, "a"),
    "goodbye": (*GESTURES, "enter", "k", "w", *["enter"] * 6, "g"),
    "help": ("question_mark",),
    "cards": (*CHILDHOOD, "enter", "s", "enter", "k", "b"),
    "off_limits": ("enter", "o", "a", "enter"),
    "names": ("e",),
}


MANY_COLOURS = ("decks", "follow_ups", "set_aside", "off_limits", "names")


@pytest.mark.parametrize("walk", WALKS)
async def test_every_text_can_be_read_in_every_theme(make_app: MakeApp, walk: str) -> None:
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press(*WALKS[walk])
        # What the style sheets make of Textual's own colours is seen on a few screens.
        own = [theme.name for theme in OWN]
        for name in app.available_themes if walk in MANY_COLOURS else own:
            app.theme = name
            await pilot.pause()
            for quiet in (False, True):
                app.screen.set_class(quiet, "-quiet")
                await pilot.pause()
                found = list(texts(app))
                assert len(found) > 3
                for text, style in found:
                    assert style.color
                    assert style.bgcolor
                    seen = contrast(rgb(style.color), rgb(style.bgcolor))
                    assert seen >= LEGIBLE, (name, quiet, text, round(seen, 2))


@pytest.mark.parametrize("theme", [theme.name for theme in OWN])
async def test_the_palette_and_notices_can_be_read_in_our_own_themes(
    make_app: MakeApp, theme: str
) -> None:
    app = make_app(theme=theme)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await pilot.press(*CHILDHOOD, "enter")
        app.tell("The disk is full.", "The journal cannot be written", seconds=60)
        await pilot.pause(0.3)
        assert any("cannot be written" in text for text, _ in texts(app))
        for key in ((), ("ctrl+p",)):
            await pilot.press(*key)
            await pilot.pause(0.3)
            for text, style in texts(app):
                assert style.color
                assert style.bgcolor
                seen = contrast(rgb(style.color), rgb(style.bgcolor))
                assert seen >= LEGIBLE, (text, round(seen, 2))


async def test_every_text_can_be_read_without_colour(make_app: MakeApp) -> None:
    """As NO_COLOR has it: Textual turns what our themes show into greys."""
    app = make_app()
    grey = Monochrome()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press(*CHILDHOOD, "enter", "m")
        for theme in (theme for theme in OWN if not theme.ansi):
            app.theme = theme.name
            await pilot.pause()
            for text, style in texts(app):
                (segment,) = grey.apply([Segment(text, style)], Color(0, 0, 0))
                shown = segment.style
                assert shown
                assert shown.color
                assert shown.bgcolor
                assert contrast(rgb(shown.color), rgb(shown.bgcolor)) >= LEGIBLE, (theme.name, text)


async def test_on_sixteen_colours_only_those_of_the_terminal_are_used(make_app: MakeApp) -> None:
    app = make_app(theme="sixteen")
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press(*CHILDHOOD, "enter", "s", "enter", "m")
        for strip in app.screen._compositor.render_strips():
            for _, style, _ in strip:
                assert style is not None
                for color in (style.color, style.bgcolor):
                    assert color is None or color.number is not None, style


def test_a_terminal_is_given_the_theme_that_it_can_show() -> None:
    assert fitting("truecolor", no_color=False) == WALNUT.name
    assert fitting("256", no_color=False) == WALNUT.name
    assert fitting("standard", no_color=False) == SIXTEEN.name
    assert fitting("standard", no_color=True) == CONTRAST.name


def test_our_own_themes_are_offered_beside_textuals() -> None:
    assert [theme.name for theme in OWN] == ["walnut", "birch", "contrast", "sixteen"]
    assert not {theme.name for theme in OWN} & BUILTIN_THEMES.keys()


def test_contrast_is_that_of_the_standard() -> None:
    assert contrast(Color(0, 0, 0), Color(255, 255, 255)) == pytest.approx(21)
    assert contrast(Color(119, 119, 119), Color(255, 255, 255)) == pytest.approx(4.48, abs=0.01)
    assert contrast(Color(1, 2, 3), Color(1, 2, 3)) == 1


async def test_partners_depth_and_state_have_a_sign_or_a_word_beside_their_colour(
    make_app: MakeApp,
) -> None:
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press(*CHILDHOOD, "enter", "k")
        rows = [
            "".join(text for text, _, _ in strip)
            for strip in app.screen._compositor.render_strips()
        ]
        whole = "\n".join(rows)
        assert "◆ Mia listens" in whole
        assert "Jo speaks ●" in whole
        assert "▂··" in whole
        assert "♥" in whole
        assert "◄ Way Back" in whole
