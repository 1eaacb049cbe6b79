"""What is off-limits, marked by one partner in private.

The page never shows what was marked before, not even to the one who marked it: whoever opens it
under the other's name learns nothing (rules, Sitting down 4).
"""

from __future__ import annotations

from typing import Any, ClassVar

from textual.app import ComposeResult
from textual.binding import Binding
from textual.reactive import reactive

from two_of_hearts.engine import moves as mv
from two_of_hearts.engine.cards import Topic
from two_of_hearts.engine.partners import Partner
from two_of_hearts.tui.screens.page import Page
from two_of_hearts.tui.widgets.choices import Choices, Row
from two_of_hearts.tui.widgets.heading import Heading
from two_of_hearts.tui.widgets.keys import Keys
from two_of_hearts.words import actions, pages
from two_of_hearts.words import keys as words


class OffLimitsPage(Page):
    """First who it is; then the topics, each unchanged, left out or let in again."""

    BINDINGS: ClassVar[list[Any]] = [
        Binding("up", "cursor(-1)", "up", show=False),
        Binding("down", "cursor(1)", "down", show=False),
        Binding("a", "sit('a')", "left partner", show=False, id="left"),
        Binding("l", "sit('l')", "right partner", show=False, id="right"),
        Binding("enter,space", "change", "change", show=False, id="next"),
        Binding("o", "close", "done", show=False, id="limits"),
    ]

    partner: reactive[Partner | None] = reactive(None, init=False)

    def __init__(self) -> None:
        super().__init__()
        self._changes: dict[Topic, int] = {}
        self._topics = sorted((pages.topic(topic), topic) for topic in Topic)

    def compose(self) -> ComposeResult:
        yield Heading()
        yield Choices()
        yield Keys()

    def ready(self) -> None:
        self._ask()

    def _ask(self) -> None:
        """Whose moment it is."""
        assert self.table.view is not None
        seats = self.table.view.seats
        self.query_one(Heading).words = (
            pages.limits_title(),
            pages.whose_moment(),
        )
        choices = self.query_one(Choices)
        key = self.table.preferences.own_key
        choices.rows = tuple(Row(f"{seat.sign} {seat.name}", key(seat.partner)) for seat in seats)
        self.query_one(Keys).entries = (
            *((seat.partner.value, key(seat.partner), seat.name) for seat in seats),
            ("close", "esc", actions.close()),
        )

    def watch_partner(self, partner: Partner) -> None:
        """The topics, for one partner alone."""
        assert self.table.view is not None
        name = self.table.view.seats.of(partner).name
        self.query_one(Heading).words = (
            pages.for_one_alone(name),
            words.how_to_mark(self.table.preferences.going_on),
        )
        choices = self.query_one(Choices)
        choices.cursor = 0
        self._show()
        self.query_one(Keys).entries = (
            ("choose", "↑↓", actions.choose()),
            ("change", self.table.preferences.key("next", "enter"), actions.change()),
            ("close", "esc", actions.close_unseen()),
        )

    def _show(self) -> None:
        self.query_one(Choices).rows = tuple(
            Row(title, pages.limit_changes()[self._changes.get(topic, 0)])
            for title, topic in self._topics
        )

    def action_sit(self, key: str) -> None:
        """One partner is here alone."""
        if self.partner is None:
            self.partner = Partner(key)

    def action_cursor(self, by: int) -> None:
        """Move the cursor."""
        self.query_one(Choices).move(by)

    def action_change(self) -> None:
        """Go on to the next thing that can be done with the topic at the cursor."""
        cursor = self.query_one(Choices).cursor
        if self.partner is None:
            if cursor is not None:
                self.partner = tuple(Partner)[cursor]
            return
        if cursor is not None:
            _title, topic = self._topics[cursor]
            self._changes[topic] = (self._changes.get(topic, 0) + 1) % len(pages.limit_changes())
            self._show()

    def action_close(self) -> None:
        """Make the changes true, and leave no trace of them on the screen."""
        if self.partner is not None:
            kinds = {1: mv.MarkTopic, 2: mv.UnmarkTopic}
            moves = [kinds[n](self.partner, topic) for topic, n in self._changes.items() if n]
            # What cannot be saved is told once, so that the count of notices tells nothing.
            if all(self.table.play(move) for move in moves):
                self.table.tell(pages.limits_hold(), pages.thank_you(), seconds=3)
        self.leave()

    def on_choices_scrolled(self, message: Choices.Scrolled) -> None:
        self.action_cursor(message.by)

    def on_choices_pressed(self, message: Choices.Pressed) -> None:
        self.query_one(Choices).cursor = message.index
        self.action_change()

    def press(self, id: str) -> None:
        match id:
            case "close":
                self.action_close()
            case "change":
                self.action_change()
            case "a" | "l":
                self.action_sit(id)
            case _:
                self.action_cursor(1)
