"""Our evenings: a calendar, the cards and plans that were kept, words, and what is seen."""

from __future__ import annotations

from typing import Any, ClassVar

from textual.app import ComposeResult
from textual.binding import Binding
from textual.reactive import reactive

from two_of_hearts.keeping import Keeping
from two_of_hearts.tui.pages import lay_keepsake
from two_of_hearts.tui.screens import leaves
from two_of_hearts.tui.screens.leaves import Entry
from two_of_hearts.tui.screens.page import Page
from two_of_hearts.tui.widgets.calendar import Calendar
from two_of_hearts.tui.widgets.choices import Choices
from two_of_hearts.tui.widgets.heading import Heading
from two_of_hearts.tui.widgets.keys import Entry as Key
from two_of_hearts.tui.widgets.keys import Keys
from two_of_hearts.tui.widgets.tabs import Tabs
from two_of_hearts.words import actions
from two_of_hearts.words import album as words

EVENINGS, CARDS, WORDS, DECKS = range(4)
"""The leaves of the album."""


MONTHS = 4
"""How many sheets of the calendar lie beside each other at the most."""


class LookingBackPage(Page):
    """One leaf at a time; the arrows at the sides turn them.

    Args:
        keeping: what was kept of all evenings.
    """

    BINDINGS: ClassVar[list[Any]] = [
        Binding("left", "turn(-1)", "back", show=False),
        Binding("right,tab", "turn(1)", "on", show=False),
        Binding("up", "cursor(-1)", "up", show=False),
        Binding("down", "cursor(1)", "down", show=False),
        Binding("pageup", "month(-1)", "earlier", show=False),
        Binding("pagedown", "month(1)", "later", show=False),
        Binding("enter,space", "act('tick')", "done", show=False, id="next"),
        Binding("delete,backspace", "act('erase')", "delete", show=False, id="erase"),
        Binding("p", "act('keepsake')", "keepsake", show=False, id="keepsake"),
        Binding("v", "close", "close", show=False, id="album"),
    ]

    leaf: reactive[int] = reactive(EVENINGS, init=False)

    def __init__(self, keeping: Keeping) -> None:
        super().__init__()
        self._keeping = keeping
        self._month = -1
        self._entries: tuple[Entry, ...] = ()
        self._is_sure = False

    def compose(self) -> ComposeResult:
        yield Tabs(tuple(words.leaf(number) for number in range(4)))
        yield Calendar()
        yield Choices()
        yield Heading(id="about")
        yield Keys()

    def ready(self) -> None:
        self._show()

    def watch_leaf(self, leaf: int) -> None:
        """Another leaf begins at its top."""
        self.query_one(Tabs).chosen = leaf
        self.query_one(Choices).cursor = None
        self._show()

    def _show(self) -> None:
        album, months = self._keeping.album, leaves.months(self._keeping.album)
        calendar, choices = self.query_one(Calendar), self.query_one(Choices)
        calendar.set_class(self.leaf != EVENINGS or not months, "-away")
        match self.leaf:
            case 0 if months:
                year, month = months[self._month]
                upto = months[: len(months) + 1 + self._month]
                calendar.months = tuple(leaves.month_of(album, *one) for one in upto[-MONTHS:])
                entries = leaves.evening_entries(album, year, month)
            case 1:
                entries = leaves.card_entries(album)
            case 2:
                entries = leaves.word_entries(album)
            case 3:
                entries = leaves.deck_entries(album, self._keeping.decks)
            case _:
                entries = ()
        self._entries = tuple(entries)
        choices.rows = tuple(entry.row for entry in self._entries)
        if self._entries:
            choices.cursor = min(choices.cursor or 0, len(self._entries) - 1)
        else:
            choices.cursor = None
        self._describe()

    def _describe(self) -> None:
        """Say more of the row at the cursor, and what can be done with it."""
        entry = self._entry()
        key = self.table.preferences.key
        empty = words.empty(self.leaf, key("keep", "k"), key("note", "j"))
        about = entry.about if entry else empty
        self.query_one("#about", Heading).words = ("", self._sure() if self._is_sure else about)
        self.query_one(Keys).entries = tuple(self._keys(entry))

    def _sure(self) -> str:
        return words.sure(self.table.preferences.key("erase", "delete,backspace"))

    def _keys(self, entry: Entry | None) -> list[Key]:
        keys = [("turn", "←→", actions.another_leaf())]
        if entry:
            keys.append(("choose", "↑↓", actions.choose()))
        if self.leaf == EVENINGS and len(leaves.months(self._keeping.album)) > 1:
            keys.append(("month", "pgup", actions.another_month()))
        key = self.table.preferences.key
        if entry and entry.plan:
            tick = key("next", "enter,space")
            keys.append(("tick", tick, actions.tick(entry.plan.done is not None)))
        if entry and entry.note:
            keys.append(("erase", key("erase", "delete,backspace"), actions.label("erase")))
        if entry and entry.evening:
            keys.append(("keepsake", key("keepsake", "p"), actions.keepsake()))
        return [*keys, ("close", "esc", actions.close())]

    def _entry(self) -> Entry | None:
        cursor = self.query_one(Choices).cursor
        return self._entries[cursor] if cursor is not None else None

    def action_turn(self, by: int) -> None:
        """Turn to another leaf."""
        self._is_sure = False
        self.leaf = (self.leaf + by) % 4

    def action_month(self, by: int) -> None:
        """Another month that had an evening."""
        many = len(leaves.months(self._keeping.album))
        if self.leaf == EVENINGS and many:
            self._month = max(-many, min(-1, self._month + by))
            self.query_one(Choices).cursor = None
            self._show()

    def action_cursor(self, by: int) -> None:
        """Move the cursor; beyond the first evening of a month lies the month before."""
        choices, self._is_sure = self.query_one(Choices), False
        at = choices.cursor
        choices.move(by)
        if self.leaf == EVENINGS and choices.cursor == at:
            self.action_month(by)
        self._describe()

    def action_act(self, what: str) -> None:
        """Tick a plan, or delete a line; a line only when asked twice."""
        entry, is_sure = self._entry(), self._is_sure
        self._is_sure = False
        with self.table.telling():
            if what == "tick" and entry and entry.plan:
                self._keeping.tick(entry.plan)
            elif what == "erase" and entry and entry.note and is_sure:
                self._keeping.erase(entry.note)
                self.table.look_again()
            elif what == "erase" and entry and entry.note:
                self._is_sure = True
            elif what == "keepsake" and entry and entry.evening:
                lay_keepsake(self.table, entry.evening)
        self._show()

    def on_choices_pressed(self, message: Choices.Pressed) -> None:
        choices, self._is_sure = self.query_one(Choices), False
        again = choices.cursor == message.index or message.side == "left"
        choices.cursor = message.index
        if again:
            self.action_act("tick")
        self._describe()

    def on_choices_scrolled(self, message: Choices.Scrolled) -> None:
        self.action_cursor(message.by)

    def on_tabs_pressed(self, message: Tabs.Pressed) -> None:
        self._is_sure = False
        self.leaf = message.index

    def press(self, id: str) -> None:
        match id:
            case "close":
                self.leave()
            case "turn":
                self.action_turn(1)
            case "choose":
                self.action_cursor(1)
            case "month":
                self.action_month(-1)
            case what:
                self.action_act(what)
