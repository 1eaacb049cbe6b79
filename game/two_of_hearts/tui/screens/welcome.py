"""The first screen: the two of hearts, who plays, and an evening that still waits."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar, cast

from textual.app import ComposeResult
from textual.binding import Binding
from textual.screen import Screen

from two_of_hearts.engine.partners import Pair
from two_of_hearts.tui.screens.fitted import Fitted
from two_of_hearts.tui.widgets.emblem import Emblem
from two_of_hearts.tui.widgets.heading import Heading
from two_of_hearts.tui.widgets.keys import Keys
from two_of_hearts.words import greeting as words
from two_of_hearts.words.actions import label
from two_of_hearts.words.lexicon import _

if TYPE_CHECKING:
    from two_of_hearts.tui.app import TableApp


class WelcomeScreen(Fitted, Screen[None]):
    """Enter sits down, or goes on with the evening that waits."""

    AUTO_FOCUS = None
    ROOMY = 22
    BINDINGS: ClassVar[list[Any]] = [
        Binding("enter,space", "act('next')", "go on", show=False, id="next"),
        Binding("e", "act('names')", "names", show=False, id="names"),
        Binding("n", "act('new')", "a new evening", show=False, id="new"),
        Binding("comma", "act('settings')", "settings", show=False, id="settings"),
        Binding("v", "act('album')", "look back", show=False, id="album"),
        Binding("question_mark", "act('help')", "help", show=False, id="help"),
        Binding("q", "act('quit')", "quit", show=False, id="quit"),
    ]

    @property
    def table(self) -> TableApp:
        """The app, which holds the session."""
        return cast("TableApp", self.app)

    def compose(self) -> ComposeResult:
        yield Emblem()
        yield Heading(id="title")
        yield Heading(id="who")
        yield Keys()

    def ready(self) -> None:
        self.show()

    def show(self) -> None:
        """Say who plays and what waits."""
        opening = self.table.opening
        waiting = opening.waiting
        names = waiting or opening.names
        hint = words.about() if opening.has_played else _(words.FIRST_WORDS)
        if waiting and opening.since:
            hint = words.waits(opening.since)
        self.query_one("#title", Heading).words = (words.TITLE, hint)
        self.query_one("#who", Heading).words = (words.who(names) if names else "", "")
        new = words.new_as_asked() if self.table.is_asked else words.new_instead()
        key = self.table.preferences.key
        entries = [("next", key("next", "enter"), words.go_on() if waiting else words.sit_down())]
        if waiting:
            entries.append(("new", key("new", "n"), new))
        else:
            entries.append(("names", key("names", "e"), label("names")))
        if opening.has_played:
            entries.append(("album", key("album", "v"), label("album")))
        self.query_one(Keys).entries = (
            *entries,
            ("settings", key("settings", "comma"), label("settings")),
            ("help", key("help", "question_mark"), label("help")),
            ("quit", key("quit", "q"), label("quit")),
        )

    def resumed(self) -> None:
        """Keys may have changed on the page of settings."""
        self.show()

    def action_act(self, id: str) -> None:
        """Do what a key or a click on the footer asks for."""
        opening = self.table.opening
        match id:
            case "next" if opening.waiting:
                self.table.resume()
            case "next" if opening.names:
                self.table.begin(opening.names)
            case "new" if self.table.is_asked and opening.names:
                self.table.begin(opening.names)
            case "next" | "names" | "new":
                from two_of_hearts.tui.screens.names import NamesPage

                self.app.push_screen(NamesPage(opening.names), self._named)
            case "help" | "album" | "settings":
                self.table.open_page(id)
            case "quit":
                self.app.exit()

    def _named(self, names: Pair[str] | None) -> None:
        if names is not None:
            self.table.begin(names)

    def press(self, id: str) -> None:
        """Do what an entry of the footer says."""
        self.action_act(id)

    def on_keys_pressed(self, message: Keys.Pressed) -> None:
        self.press(message.action)

    def on_emblem_pressed(self) -> None:
        self.action_act("next")
