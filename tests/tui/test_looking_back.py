"""The album on the screen: evenings, cards and plans, words, decks."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from textual.pilot import Pilot
from textual.strip import Strip
from textual.widgets import Input, Static

from tui.test_snapshots import CHILDHOOD, GESTURES
from two_of_hearts.tui.app import TableApp
from two_of_hearts.tui.screens.keepsake import KeepsakePage
from two_of_hearts.tui.screens.looking_back import LookingBackPage
from two_of_hearts.tui.widgets.calendar import Calendar
from two_of_hearts.tui.widgets.choices import Choices
from two_of_hearts.tui.widgets.heading import Heading
from two_of_hearts.tui.widgets.keys import Keys
from two_of_hearts.tui.widgets.lines import Lines
from two_of_hearts.tui.widgets.tabs import Tabs

MakeApp = Callable[..., TableApp]


def labels(app: TableApp) -> list[str]:
    return [row.label for row in app.screen.query_one(Choices).rows]


def about(app: TableApp) -> str:
    return app.screen.query_one("#about", Heading).words[1]


def problem(app: TableApp) -> str:
    return str(app.screen.query_one("#problem", Static).content)


def strips(app: TableApp, widget: str) -> list[Strip]:
    found = app.screen.query_one(widget, Heading)
    return [found.render_line(y) for y in range(found.size.height)]


async def evening(make_app: MakeApp) -> None:
    """A kept card, a line, a plan that was taken on, an appreciation with a line."""
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press(*CHILDHOOD, "enter", "k", "j", *"tar", "enter", "w")
        await pilot.press("enter", "j", *"thanks", "enter", *["enter"] * 5, "g")


async def plan(pilot: Pilot[None], app: TableApp) -> None:
    """Another evening, until a plan was taken on."""
    await pilot.press(*GESTURES)
    while not app.view.plans:
        await pilot.press("enter")
    await pilot.press("g")


async def test_an_evening_stands_in_the_calendar_with_its_decks(make_app: MakeApp) -> None:
    await evening(make_app)
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("v")
        assert isinstance(app.screen, LookingBackPage)
        (month,) = app.screen.query_one(Calendar).months
        assert (month.year, month.month, dict(month.evenings)) == (2026, 2, {14: 1})
        (row,) = app.screen.query_one(Choices).rows
        assert (row.label, row.note) == ("Saturday 14, 20:00", "Way Back")
        assert about(app) == "Mia and Jo. You both felt curious."
        await pilot.press("escape")
        assert not isinstance(app.screen, LookingBackPage)


async def test_a_plan_is_ticked_and_stays_so(make_app: MakeApp) -> None:
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await plan(pilot, app)
        await pilot.press("v", "right")
        assert app.screen.query_one(Choices).rows[0].left == "☐"
        await pilot.press("enter")
        assert app.screen.query_one(Choices).rows[0].left == "☑"
    again = make_app()
    async with again.run_test(size=(80, 24)) as pilot:
        await pilot.press("v", "right")
        assert again.screen.query_one(Choices).rows[0].left == "☑"
        await pilot.press("space")
        assert again.screen.query_one(Choices).rows[0].left == "☐"


async def test_a_line_too_long_for_its_row_is_read_in_full(make_app: MakeApp) -> None:
    app, line = make_app(), "the swing behind the house and " * 6 + "the pear tree"
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press(*CHILDHOOD, "enter", "j")
        app.screen.query_one(Input).value = line
        await pilot.press("enter", "v", "right", "right")
        assert about(app).startswith(f"{line} (")
        shown = " ".join(" ".join(strip.text for strip in strips(app, "#about")).split())
        assert line in shown


async def test_goodbye_shows_the_written_words_too(make_app: MakeApp) -> None:
    await evening(make_app)
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press(*CHILDHOOD, "enter", "j", *"pear", "enter", "g")
        assert ("✎", "Mia: pear") in app.screen.query_one(Lines).items
        assert not [text for _, text in app.screen.query_one(Lines).items if "thanks" in text]


async def test_a_keepsake_with_no_place_or_another_ending_says_so_and_then_is_quiet(
    make_app: MakeApp, tmp_path: Path
) -> None:
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press(*CHILDHOOD, "enter", "k", "g", "p")
        line = app.screen.query_one(Input)
        line.value = ""
        await pilot.press("enter")
        assert "Write where it is to lie" in problem(app)
        line.value = str(tmp_path / "ours.pdf")
        await pilot.pause()
        assert problem(app) == ""
        await pilot.press("enter")
        assert ".html, .md, .svg, .png" in problem(app)
        assert not list(tmp_path.glob("ours*"))


async def test_kept_cards_stand_beside_the_plans(make_app: MakeApp) -> None:
    await evening(make_app)
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("v", "tab")
        (row,) = app.screen.query_one(Choices).rows
        assert (row.left, row.note) == ("♥", "Way Back")
        assert row.label in about(app)


async def test_a_line_is_deleted_only_when_asked_twice(make_app: MakeApp) -> None:
    await evening(make_app)
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("v", "left", "left")
        assert labels(app) == ["thanks", "tar"]
        await pilot.press("delete")
        assert "once more" in about(app)
        await pilot.press("down", "delete", "up", "delete")
        assert labels(app) == ["thanks", "tar"]
        await pilot.press("delete")
        assert labels(app) == ["tar"]
        assert [note.text for note in app._journal.notes()] == ["tar"]


async def test_a_line_that_is_deleted_leaves_the_card_on_the_table_too(make_app: MakeApp) -> None:
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press(*CHILDHOOD, "enter", "j", *"tar", "enter")
        assert app.view.notes == (("Jo", "tar"),)
        await pilot.press("v", "left", "left", "delete", "delete", "escape")
        assert app.view.notes == ()


async def test_decks_tell_how_much_of_them_is_seen(make_app: MakeApp) -> None:
    await evening(make_app)
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("v", "left")
        notes = {row.label: row.note for row in app.screen.query_one(Choices).rows}
        assert notes["Way Back"].startswith("1 of 18 seen  ▰▱")
        assert notes["Hand in Hand"].startswith("0 of 10 seen  ▱▱")


async def test_empty_leaves_invite(make_app: MakeApp) -> None:
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("enter", "v")
        said = [about(app)]
        for _ in range(2):
            await pilot.press("right")
            said.append(about(app))
        assert all(said)
        assert len(set(said)) == 3
        await pilot.press("enter", "delete", "pageup", "up")


async def test_the_album_by_mouse(make_app: MakeApp) -> None:
    await evening(make_app)
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("v")
        tabs = app.screen.query_one(Tabs)
        column, _ = tabs._places(tabs.size.width)[2]
        await pilot.click(tabs, offset=(column + 1, 1))
        assert labels(app) == ["thanks", "tar"]
        choices = app.screen.query_one(Choices)
        await pilot.click(choices, offset=(20, choices.line_of(1)))
        assert choices.cursor == 1
        keys = app.screen.query_one(Keys)
        ((_, row),) = [
            (entry, column) for entry, column in keys._rows(76)[0] if entry[0] == "close"
        ]
        await pilot.click(keys, offset=(row + 4, 0))
        assert not isinstance(app.screen, LookingBackPage)


async def test_a_keepsake_is_made_after_goodbye_and_never_over_another_file_unasked(
    make_app: MakeApp, tmp_path: Path
) -> None:
    path = tmp_path / "ours.md"
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press(*CHILDHOOD, "enter")
        kept = app.view.card.text
        await pilot.press("p")
        assert not isinstance(app.screen, KeepsakePage)
        await pilot.press("k", "g", "p")
        assert isinstance(app.screen, KeepsakePage)
        field = app.screen.query_one(Input)
        assert field.value == str(Path("/home/mia/two-of-hearts-2026-02-14.html"))
        path.write_text("A recipe.")
        field.value = str(path)
        await pilot.press("enter")
        assert path.read_text() == "A recipe."
        assert "already" in str(app.screen.query_one("#problem").render())
        field.value = str(tmp_path / "nowhere" / "ours.md")
        await pilot.press("enter", "enter")
        assert "cannot be written" in str(app.screen.query_one("#problem").render())
        field.value = str(path)
        await pilot.press("enter")
        assert path.read_text() == "A recipe."
        await pilot.press("enter")
        assert kept.split("?")[0] in path.read_text()
        assert [notice.message for notice in app._notifications] == [str(path)]
        assert not isinstance(app.screen, KeepsakePage)


async def test_a_keepsake_of_an_earlier_evening_is_made_when_looking_back(
    make_app: MakeApp, tmp_path: Path
) -> None:
    await evening(make_app)
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("v", "p")
        app.screen.query_one(Input).value = str(tmp_path / "page.html")
        await pilot.press("enter")
        assert "tar" in (tmp_path / "page.html").read_text()
        assert isinstance(app.screen, LookingBackPage)


async def test_the_palette_has_what_a_page_and_the_first_screen_can_do(make_app: MakeApp) -> None:
    await evening(make_app)
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        titles = {command.title for command in app.get_system_commands(app.screen)}
        assert {"Sit down", "Look back", "Settings", "Help", "Quit", "Theme"} <= titles
        await pilot.press("v")
        found = {c.title: c for c in app.get_system_commands(app.screen)}
        assert {"Another leaf", "Make a keepsake", "Back to the table"} <= found.keys()
        found["Another leaf"].callback()
        assert isinstance(app.screen, LookingBackPage)
        assert app.screen.leaf == 1
