"""Whole evenings in the app: by one key, by many, by mouse, and by the palette."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from textual.pilot import Pilot
from textual.widgets import Input

from shelf import SHELF
from two_of_hearts.engine import moves as mv
from two_of_hearts.engine.cards import Topic
from two_of_hearts.engine.partners import Pair, Partner
from two_of_hearts.engine.rounds import Answering, Outcome
from two_of_hearts.engine.state import Phase, State
from two_of_hearts.errors import Trouble
from two_of_hearts.library import Library, Problem
from two_of_hearts.tui.actions import ACTIONS
from two_of_hearts.tui.app import TableApp
from two_of_hearts.tui.palette import LISTED
from two_of_hearts.tui.screens.base import EveningScreen
from two_of_hearts.tui.screens.cards import CardsPage
from two_of_hearts.tui.screens.help import HelpPage
from two_of_hearts.tui.screens.names import NamesPage
from two_of_hearts.tui.screens.note import NotePage
from two_of_hearts.tui.screens.off_limits import OffLimitsPage
from two_of_hearts.tui.widgets.card import Card
from two_of_hearts.tui.widgets.choices import Choices
from two_of_hearts.tui.widgets.egg_timer import EggTimer
from two_of_hearts.tui.widgets.keys import Keys
from two_of_hearts.tui.widgets.lines import Lines

MakeApp = Callable[..., TableApp]


def state(app: TableApp) -> State:
    assert app._session is not None
    return app._session.state


async def sit_down(pilot: Pilot[None], deck: str = "way-back") -> TableApp:
    """To the first card of a round with this deck."""
    app = pilot.app
    assert isinstance(app, TableApp)
    await pilot.press("enter", "enter")
    ids: list[str] = [
        offer.move.deck for offer in app.view.offers if isinstance(offer.move, mv.TakeDeck)
    ]
    cursor = app.screen.query_one(Choices).cursor
    steps = ids.index(deck) - (cursor or 0)
    await pilot.press(*["down" if steps > 0 else "up"] * abs(steps), "enter")
    assert state(app).round.decks[0].id == deck
    return app


async def click_key(pilot: Pilot[None], action: str) -> None:
    """Click an entry of the footer."""
    keys = pilot.app.screen.query_one(Keys)
    for y, row in enumerate(keys._rows(keys.size.width)):
        for (id, name, _), column in row:
            if id == action:
                await pilot.click(keys, offset=(column + 2 + len(name), y))
                return
    raise AssertionError(f"no {action} in {keys.entries}")


async def test_an_evening_can_be_played_with_enter_alone(make_app: MakeApp) -> None:
    app = make_app(names=None)
    async with app.run_test(size=(80, 24)) as pilot:
        phases = []
        for _ in range(120):
            await pilot.press("enter")
            if app.view is not None:
                phases.append(app.view.phase)
                if app.view.phase is Phase.GOODBYE:
                    break
        assert state(app).outcomes == (Outcome.COMPLETED, Outcome.RAN_OUT)
        assert set(phases) >= {Phase.MOODS, Phase.DECKS, Phase.DRAW, Phase.SAY, Phase.BETWEEN}
        assert tuple(state(app).names) == ("Ace", "Lark")


async def test_and_with_space_alone(make_app: MakeApp) -> None:
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        for _ in range(12):
            await pilot.press("space")
        assert state(app).round.turn >= 1


async def test_keys_typed_faster_than_the_screen_each_count_once(make_app: MakeApp) -> None:
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await sit_down(pilot)
        for key in ("enter", "s") * 4:
            app.simulate_key(key)
        await pilot.pause()
        assert len(state(app).round.set_aside) == 4
        assert len(state(app).drawn) == 4


async def test_an_evening_by_its_keys(make_app: MakeApp) -> None:
    app = make_app()
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.press("enter")
        await pilot.press("down", "down", "down", "a", "down", "l")
        assert tuple(state(app).moods) == ("curious", "dreamy")
        await pilot.press("up", "up", "enter")
        assert tuple(state(app).moods) == ("tender", "tender")
        await pilot.press("u", "u", "u")
        assert tuple(state(app).moods) == (None, None)
        await pilot.press("enter", "enter", "t", "t", "h")
        assert (state(app).turns, state(app).answering) == (4, Answering.DRAWER)
        await pilot.press("r")
        assert state(app).phase is Phase.MOODS
        await pilot.press("enter", "h", "enter", "enter")
        assert state(app).phase in (Phase.ANSWER, Phase.TOGETHER)
        await pilot.press("m", "k")
        assert len(app.view.card.follow_ups) == 1
        assert app.view.card.is_kept
        await pilot.press("k", "s")
        assert app.view.set_aside == 1
        await pilot.press("u", "n")
        assert len(state(app).retired) == 1
        await pilot.press("u", "w", "enter", "s", "f", "enter", "enter", "f", "enter", "enter")
        assert state(app).outcomes == (Outcome.WRAPPED_UP,)
        await pilot.press("l")
        assert state(app).phase is Phase.BETWEEN
        await pilot.press("l", "l", "a")
        assert state(app).round.ceiling == 3
        await pilot.press("g")
        assert state(app).phase is Phase.GOODBYE
        await pilot.press("u")
        assert state(app).phase is Phase.DRAW
        await pilot.press("q")
    assert app.return_code == 0


async def test_an_evening_by_mouse(make_app: MakeApp) -> None:
    app = make_app()
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.click("Emblem")
        choices = app.screen.query_one(Choices)
        left, _ = choices._span(choices.size.width)
        await pilot.click(choices, offset=(left + 1, choices.line_of(2)))
        await pilot.click(choices, offset=(left + 70, choices.line_of(1)))
        assert tuple(state(app).moods) == ("curious", "tender")
        await click_key(pilot, "next")
        choices = app.screen.query_one(Choices)
        await pilot.click(choices, offset=(50, choices.line_of(0)))
        assert state(app).phase is Phase.DRAW
        await pilot.click(Card)
        assert state(app).phase in (Phase.ANSWER, Phase.TOGETHER)
        await click_key(pilot, "more")
        await click_key(pilot, "skip")
        await click_key(pilot, "undo")
        await click_key(pilot, "wrap")
        for _ in range(6):
            await pilot.click(Card)
        assert state(app).outcomes == (Outcome.WRAPPED_UP,)
        await click_key(pilot, "deeper_a")
        await click_key(pilot, "deeper_l")
        assert state(app).round.ceiling == 3
        await click_key(pilot, "leave")
        assert state(app).phase is Phase.GOODBYE
        await click_key(pilot, "next")
    assert app.return_code == 0


async def test_every_legal_move_is_reached_by_a_key_of_the_footer_a_list_or_a_page(
    make_app: MakeApp,
) -> None:
    """Walks an evening and asks at each step where each legal move is to be found."""
    app = make_app()
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.press("enter")
        while True:
            view = app.view
            screen = app.screen
            assert isinstance(screen, EveningScreen)
            shown = {entry[0] for entry in screen.query_one(Keys).entries}
            by_key = {kind for a in ACTIONS if a.id in shown for kind in a.moves}
            by_list = {type(offer.move) for offer in view.offers}
            pages: set[type[mv.Move]] = (
                {mv.MarkTopic, mv.UnmarkTopic} if "limits" in shown else set()
            )
            if "cards" in shown:
                pages |= {mv.BringBack, mv.Keep, mv.LetGo, mv.Retire, mv.Restore}
            if "choose" in shown:
                by_list |= {mv.PickMood, mv.ShareMood} if view.phase is Phase.MOODS else set()
            if view.phase is Phase.MOODS:
                by_list |= {mv.SetTurns}  # where it can be seen: with the decks
            for move in view.moves:
                assert move == view.natural or type(move) in by_key | by_list | pages, move
            if view.phase is Phase.GOODBYE:
                break
            if view.phase is Phase.ANSWER and not view.set_aside:
                await pilot.press("s")
            else:
                await pilot.press("enter")


async def test_the_palette_has_what_the_keys_and_the_list_have(make_app: MakeApp) -> None:
    app = make_app()
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.press("enter", "enter")
        titles = {command.title for command in app.get_system_commands(app.screen)}
        assert {"Way Back", "Hand in Hand", "Surprise us", "4 turns a round"} <= titles
        assert any(isinstance(move, LISTED) for move in app.view.moves)
        await pilot.press("ctrl+p")
        await pilot.pause()
        await pilot.press(*"hand in", "enter")
        await pilot.pause(0.2)
        if state(app).phase is Phase.DECKS:
            await pilot.press("enter")
            await pilot.pause(0.2)
        assert state(app).round.decks[0].id == "hand-in-hand"


async def test_names_are_asked_for_the_first_time_and_remembered(make_app: MakeApp) -> None:
    app = make_app(names=None)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("enter")
        assert isinstance(app.screen, NamesPage)
        await pilot.press("A", "d", "a", "enter", "space", "enter")
        assert tuple(state(app).names) == ("Ada", "Lark")
    again = make_app(names=None)
    assert again.opening.names == Pair("Ada", "Lark")


async def test_names_are_taken_and_left_by_mouse(make_app: MakeApp) -> None:
    app = make_app(names=None)
    async with app.run_test(size=(80, 24)) as pilot:
        await click_key(pilot, "names")
        await pilot.click(offset=(1, 1))
        assert not isinstance(app.screen, NamesPage)
        await click_key(pilot, "names")
        await pilot.click(".quiet")
        assert tuple(state(app).names) == ("Ace", "Lark")


async def test_a_name_that_cannot_be_shown_is_said_so_and_may_be_mended(make_app: MakeApp) -> None:
    app = make_app(names=None)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("enter")
        app.screen.query_one("#name-a", Input).value = "A\u202eda"
        await pilot.press("enter")
        assert isinstance(app.screen, NamesPage)
        assert "U+202E" in str(app.screen.query_one("#problem").render())
        await pilot.press("escape")
        assert app.view is None


@pytest.mark.parametrize("name", ["[/b]", "[red]x", "[@click=app.quit]q", "\\[", "${x}", "a[0]"])
async def test_names_and_cards_are_never_markup(make_app: MakeApp, name: str) -> None:
    app = make_app(names=Pair(name, "Jo"))
    async with app.run_test(size=(80, 24)) as pilot:
        for _ in range(30):
            await pilot.press("enter")
        await pilot.press("ctrl+p")
        await pilot.pause(0.2)
        await pilot.press("escape")
        app.tell(name, name)
        await pilot.pause()
        assert state(app).names.a == name


async def test_enter_alone_opens_no_deeper_round(make_app: MakeApp) -> None:
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await sit_down(pilot)
        await pilot.press("w", *["enter"] * 6)
        offers = [type(offer.move) for offer in app.view.offers]
        await pilot.press(*["down"] * offers.index(mv.WishDeeper), "enter", "down", "enter")
        assert state(app).deeper == frozenset()
        assert state(app).phase is Phase.BETWEEN


async def test_a_mood_of_ones_own_needs_a_row_to_be_chosen(make_app: MakeApp) -> None:
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("enter", "a", "l")
        assert tuple(state(app).moods) == (None, None)


async def test_an_evening_that_waits_is_not_lost_when_another_is_only_begun(
    make_app: MakeApp,
) -> None:
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await sit_down(pilot)
        await pilot.press("enter", "q")
    before = state(app)
    again = make_app()
    async with again.run_test(size=(80, 24)) as pilot:
        await pilot.press("n", "q")
        assert again._session is not None
    third = make_app()
    async with third.run_test(size=(80, 24)) as pilot:
        await pilot.press("enter")
        assert replace(state(third), memory=before.memory) == before


async def test_quit_and_start_again_goes_on_at_the_same_card(make_app: MakeApp) -> None:
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await sit_down(pilot)
        await pilot.press("enter", "m", "q")
    before = state(app)
    again = make_app(names=None)
    async with again.run_test(size=(80, 24)) as pilot:
        assert again.opening.waiting == Pair("Mia", "Jo")
        await pilot.press("enter")
        assert state(again) == before
        assert again.view == app.view


async def test_a_new_evening_may_be_begun_though_one_waits(make_app: MakeApp) -> None:
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await sit_down(pilot)
        await pilot.press("enter", "q")
    again = make_app(names=None)
    async with again.run_test(size=(80, 24)) as pilot:
        await pilot.press("n", "enter", "enter")
        assert state(again).phase is Phase.MOODS
        assert again._session.evening == 2


async def test_a_card_is_brought_back_from_the_cards_of_the_evening(make_app: MakeApp) -> None:
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await sit_down(pilot)
        await pilot.press("enter")
        first = app.view.card.id
        await pilot.press("s", "enter", "s", "b", "down", "enter")
        assert app.view.card.id == first
        assert not isinstance(app.screen, CardsPage)


async def test_never_again_can_be_taken_back_on_a_later_evening(make_app: MakeApp) -> None:
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await sit_down(pilot)
        await pilot.press("enter", "n", "g")
        assert len(state(app).retired) == 1
    later = make_app()
    async with later.run_test(size=(80, 24)) as pilot:
        await pilot.press("enter", "b")
        assert isinstance(later.screen, CardsPage)
        await pilot.press("n")
        assert state(later).retired == frozenset()
        assert not isinstance(later.screen, CardsPage)


async def test_topics_are_marked_in_private_and_not_shown_again(make_app: MakeApp) -> None:
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("enter", "o", "l", "enter", "down", "enter", "enter", "escape")
        assert state(app).off_limits == Pair(frozenset(), frozenset({Topic.LOSS}))
        await pilot.press("o", "l")
        notes = [row.note for row in app.screen.query_one(Choices).rows]
        assert set(notes) == {""}
        await pilot.press("enter", "enter", "escape")
        assert state(app).boundaries == frozenset()
        assert not app.view.can_undo


async def test_a_line_is_written_under_a_card_changed_and_deleted(make_app: MakeApp) -> None:
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await sit_down(pilot)
        await pilot.press("j")
        assert not isinstance(app.screen, NotePage)
        await pilot.press("enter", "j", *"[b]tar", "enter")
        assert app.view.notes == (("Jo", "[b]tar"),)
        await pilot.press("enter", "j", *"me too", "enter")
        assert set(app.view.notes) == {("Jo", "[b]tar"), ("Mia", "me too")}
        await pilot.press("j", *"!", "enter", "j", *"x", "escape")
        assert set(app.view.notes) == {("Jo", "[b]tar"), ("Mia", "me too!")}
        await pilot.press("j", *["backspace"] * 7, "enter")
        assert app.view.notes == (("Jo", "[b]tar"),)
        await pilot.press("q")
    again = make_app()
    async with again.run_test(size=(80, 24)) as pilot:
        await pilot.press("enter")
        assert again.view.notes == (("Jo", "[b]tar"),)


async def test_whose_moment_it_is_can_be_chosen_by_mouse(make_app: MakeApp) -> None:
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("enter")
        await click_key(pilot, "limits")
        await click_key(pilot, "a")
        assert isinstance(app.screen, OffLimitsPage)
        assert app.screen.partner is Partner.A
        choices = app.screen.query_one(Choices)
        await pilot.click(choices, offset=(30, choices.line_of(1)))
        await click_key(pilot, "close")
        assert len(state(app).off_limits.a) == 1


async def test_the_clock_runs_only_when_asked_and_ends_nothing(make_app: MakeApp) -> None:
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await sit_down(pilot, "hand-in-hand")
        await pilot.press("enter")
        while app.view.card.clock is None:
            await pilot.press("s", "enter")
        timer = app.screen.query_one(EggTimer)
        assert timer.display
        assert not timer.clock.is_running
        await pilot.press("c")
        assert timer.clock.is_running
        before = state(app)
        await pilot.pause(1.2)
        await pilot.press("c")
        assert not timer.clock.is_running
        assert timer.clock.spent > 1
        assert state(app) == before


async def test_help_opens_and_closes(make_app: MakeApp) -> None:
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("question_mark")
        assert isinstance(app.screen, HelpPage)
        texts = dict(app.screen.query_one(Lines).items)
        assert "s" in texts
        await pilot.press("escape", "enter", "question_mark")
        assert isinstance(app.screen, HelpPage)
        await pilot.press("enter")
        assert not isinstance(app.screen, HelpPage)


async def test_a_move_that_cannot_be_saved_leaves_the_screen_where_it_was(
    make_app: MakeApp, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await sit_down(pilot)

        def full(*_: object) -> None:
            raise Trouble("The journal cannot be written", "The disk is [full].", "Make room.")

        before = app.view
        monkeypatch.setattr(app._journal, "_insert", full)
        await pilot.press("enter", "u")
        assert app.view is before
        assert [n.message for n in app._notifications] == ["The disk is [full]. Make room."] * 2


async def test_a_broken_deck_is_named_at_the_start_and_the_others_are_played(
    make_app: MakeApp,
) -> None:
    wrong = Problem("ours.toml", 3, None, "kind cannot be [3].", "Write one of …")
    app = make_app(library=Library(SHELF, (wrong,)))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        (notice,) = app._notifications
        assert notice.message.startswith(str(wrong))
        await sit_down(pilot)


async def test_with_no_deck_at_all_there_is_still_a_way_out(make_app: MakeApp) -> None:
    app = make_app(library=Library((SHELF[1],), ()))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("enter", "enter", "enter")
        assert state(app).phase is Phase.GOODBYE


@pytest.mark.parametrize("size", [(39, 12), (40, 11), (20, 5), (1, 1)])
async def test_a_window_without_room_for_a_card_is_told_so_and_forgets_nothing(
    make_app: MakeApp, size: tuple[int, int]
) -> None:
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await sit_down(pilot)
        await pilot.press("enter")
        before = app.view
        await pilot.resize_terminal(*size)
        await pilot.pause()
        assert app.screen.has_class("-no-room")
        assert not app.screen.query_one(Card).display
        await pilot.resize_terminal(40, 12)
        await pilot.pause()
        assert not app.screen.has_class("-no-room")
        assert app.view is before
