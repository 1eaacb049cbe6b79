"""The two names."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Input, Static

from two_of_hearts.engine.partners import Pair, Partner
from two_of_hearts.engine.text import NAME_LENGTH, BadName, clean_name
from two_of_hearts.tui.screens.sheet import SheetPage
from two_of_hearts.words import flaws, pages
from two_of_hearts.words import keys as words
from two_of_hearts.words.greeting import DEFAULT_NAMES, SIGNS

if TYPE_CHECKING:
    from two_of_hearts.tui.app import TableApp


class NamesPage(SheetPage[Pair[str] | None]):
    """Asks for two names and hands them back, or None when it is closed with Escape."""

    def __init__(self, names: Pair[str] | None) -> None:
        super().__init__()
        self._names = names

    def compose(self) -> ComposeResult:
        with Vertical(classes="sheet"):
            yield Static(Content(pages.who()), classes="title")
            for partner in Partner:
                seat = words.left_seat if partner is Partner.A else words.right_seat
                yield Static(Content(seat(SIGNS[partner], self._own_key(partner))))
                yield Input(
                    self._names.of(partner) if self._names else "",
                    placeholder=DEFAULT_NAMES.of(partner),
                    max_length=NAME_LENGTH,
                    select_on_focus=True,
                    id=f"name-{partner}",
                )
            yield Static("", id="problem")
            yield Static(Content(pages.names_hint()), classes="quiet")

    def submit(self, input: Input) -> None:
        """Enter goes to the second name, and then on."""
        try:
            names = Pair(*(self._clean(partner) for partner in Partner))
        except BadName as error:
            self.say(flaws.of_name(error.flaw))
            return
        self.say("")
        if input.id == "name-a":
            self.query_one("#name-l", Input).focus()
        else:
            self.leave(names)

    def _own_key(self, partner: Partner) -> str:
        return cast("TableApp", self.app).preferences.own_key(partner)

    def _clean(self, partner: Partner) -> str:
        value = self.query_one(f"#name-{partner}", Input).value
        return clean_name(value if value.strip() else DEFAULT_NAMES.of(partner))
