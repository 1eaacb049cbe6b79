"""The app: it holds the session and shows each view on the screen that is made for it.

Only what the first screen needs is imported at the top. Everything else is imported where it is
used, and in `_warm`, when the first screen is there.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from datetime import datetime
from functools import cached_property
from os import environ
from pathlib import Path
from typing import TYPE_CHECKING, cast

from textual.app import SystemCommand
from textual.binding import Binding
from textual.screen import ModalScreen, Screen

from two_of_hearts.config import Config, ConfigProblem
from two_of_hearts.engine.cards import Hue
from two_of_hearts.engine.partners import Pair
from two_of_hearts.engine.text import BadName
from two_of_hearts.errors import Trouble
from two_of_hearts.journal import Journal
from two_of_hearts.opening import Opening
from two_of_hearts.tui.paced import PacedApp
from two_of_hearts.tui.preferences import Preferences
from two_of_hearts.tui.screens.welcome import WelcomeScreen
from two_of_hearts.tui.steady import steady
from two_of_hearts.tui.surroundings import check_colours, found
from two_of_hearts.tui.theme import Ink, inks_of, variables_of
from two_of_hearts.words import flaws, settings
from two_of_hearts.words import greeting as words
from two_of_hearts.words.lexicon import _

if TYPE_CHECKING:
    from textual.driver import Driver

    from two_of_hearts.engine import moves as mv
    from two_of_hearts.keeping import Keeping
    from two_of_hearts.library import Library
    from two_of_hearts.session import Session
    from two_of_hearts.tui.screens.base import EveningScreen
    from two_of_hearts.view import View


class TableApp(PacedApp):
    """Two of Hearts in a terminal.

    Args:
        journal: where evenings are kept; open.
        load: reads the decks, when they are first needed.
        now: gives the present moment, with a time zone.
        seed: gives the seed of a new evening.
        names: who plays, when the command line says so.
        first_moves: what the command line has already chosen; played where it is legal.
        config: the settings.
        config_path: the file to keep changes of them in; None where they hold for tonight.
        config_problems: what is wrong with that file.
    """

    TITLE = words.TITLE
    CSS_PATH = [
        "screens/base.tcss",
        "screens/welcome.tcss",
        "screens/sheet.tcss",
        "screens/choosing.tcss",
        "screens/card_table.tcss",
        "screens/goodbye.tcss",
        "screens/page.tcss",
    ]
    BINDINGS = [
        Binding("ctrl+c", "quit", "quit", show=False, priority=True),
        Binding("ctrl+z", "suspend_process", "suspend", show=False, priority=True),
    ]

    view: View | None = None
    """What is on the table; None before anybody sat down."""

    is_asked: bool
    """Whether the command line has chosen anything for a new evening."""

    banner = ""
    """What stands between the names instead of how far the round is."""

    has_fine_colours: bool
    """Whether the terminal shows shades that differ by little."""

    def __init__(
        self,
        journal: Journal,
        load: Callable[[], Library],
        now: Callable[[], datetime],
        seed: Callable[[], int],
        names: Pair[str] | None = None,
        first_moves: tuple[mv.Move, ...] = (),
        config: Config | None = None,
        config_path: Path | None = None,
        config_problems: tuple[ConfigProblem, ...] = (),
    ) -> None:
        check_colours(environ)
        super().__init__()
        self.opening = Opening.of(journal, names)
        self.is_asked = bool(names or first_moves)
        self._journal = journal
        self._load = load
        self._now = now
        self._seed = seed
        self._first_moves = first_moves
        self._session: Session | None = None
        self.has_fine_colours = self.console.color_system == "truecolor"
        self.preferences = Preferences(self, config or Config(), config_path, config_problems)

    def get_driver_class(self) -> type[Driver]:
        return steady(found(super().get_driver_class, environ))

    def get_theme_variable_defaults(self) -> dict[str, str]:
        return variables_of(self.current_theme)

    @property
    def inks(self) -> Mapping[Hue, Ink]:
        """What decks are printed with, in the colours of the theme."""
        return inks_of(self.current_theme)

    def on_mount(self) -> None:
        self.push_screen(WelcomeScreen())
        self.preferences.begin()
        self.call_after_refresh(self._warm)

    @cached_property
    def library(self) -> Library:
        """The decks. They are read once, and after the first screen is there."""
        return self._load()

    def _warm(self) -> None:
        """What the first screen does not wait for: the decks, and the rest of the evening."""
        import two_of_hearts.session
        import two_of_hearts.tui.evening  # noqa: F401

        problems = self.library.problems
        files = len({problem.file for problem in problems})
        if files:
            self.tell(f"{problems[0]}\n{words.more_with()}", words.left_out(files))

    def begin(self, names: Pair[str]) -> None:
        """Sit down to a new evening."""
        from two_of_hearts.session import Session

        with self.telling():
            house = self.preferences.config
            self._session = Session.begin(
                self._journal,
                self.library.decks,
                self._now,
                names,
                self._seed(),
                house.turns,
                house.answers,
            )
            for move in self._first_moves:
                if move in self._session.legal:
                    self._session.play(move)
            self._show()

    def resume(self) -> None:
        """Go on with the evening that waits."""
        from two_of_hearts.session import Session

        with self.telling():
            self._session = Session.resume(self._journal, self.library.decks, self._now)
            self._show()

    def play(self, move: mv.Move) -> bool:
        """Play a move and show what came of it; where it cannot be saved, nothing changes.

        Returns:
            Whether it was played.
        """
        with self.telling():
            if self._session is not None and move in self._session.legal:
                self._session.play(move)
                self._show()
                return True
        return False

    def undo(self) -> None:
        """Take the last move back."""
        with self.telling():
            if self._session is not None and self._session.can_undo:
                self._session.undo()
                self._show()

    def look_again(self) -> None:
        """Show the table anew, where something that lies on it was changed beside it."""
        if self._session is not None:
            self._show()

    def write_note(self, text: str | None) -> None:
        """Keep a line under the present card; an empty one deletes it, None changes nothing."""
        with self.telling():
            if self._session is not None and text is not None:
                self._session.write_note(text)
                self._show()

    @property
    def evening(self) -> int:
        """The number of this evening in the journal; 0 before anybody sat down."""
        return self._session.evening if self._session is not None else 0

    @property
    def note(self) -> str:
        """The line that is already written where one would be written now."""
        return self._session.note if self._session is not None else ""

    def keeping(self) -> Keeping:
        """What was kept of all evenings."""
        from two_of_hearts.keeping import Keeping

        return Keeping(self._journal, self.library.decks, self._now)

    def open_page(self, id: str) -> None:
        """Lay a page over the table."""
        from two_of_hearts.tui.pages import lay

        with self.telling():
            lay(self, id)

    def get_system_commands(self, screen: Screen[object]) -> Iterable[SystemCommand]:
        """The palette: whatever the screen's keys do, and every row of its list, by name."""
        from two_of_hearts.tui.palette import commands

        yield from commands(self, screen)
        yield SystemCommand(*words.theme(), self.action_change_theme)

    def action_command_palette(self) -> None:
        """Open the palette."""
        from two_of_hearts.tui.palette import Palette

        if not isinstance(self.screen, Palette):
            self.push_screen(Palette(id="--command-palette", placeholder=words.search()))

    def search_themes(self) -> None:
        """The palette's list of colours. One that is chosen is kept; while looking, none is."""
        from two_of_hearts.tui.palette import Palette
        from two_of_hearts.tui.themes import KeptThemes

        self.push_screen(Palette(providers=[KeptThemes], placeholder=_(settings.SEARCH)))

    def _fatal_error(self) -> None:
        """No traceback reaches a player: who runs the game asks for its failure and tells it."""
        self._exit_renderables.clear()
        self._close_messages_no_wait()

    @property
    def failure(self) -> Exception | None:
        """What has broken the game, where anything has."""
        return self._exception

    def _show(self) -> None:
        """Put the present view on its screen."""
        from two_of_hearts.look import look
        from two_of_hearts.tui.evening import screen_of

        assert self._session is not None
        lines = [(line.partner, line.text) for line in self._session.notes]
        self.view = look(self._session.state, self._session.can_undo, lines)
        kind = screen_of(self.view)
        name = kind.__name__
        if name not in self._installed_screens:
            self.install_screen(kind(), name)
        screen = cast("EveningScreen", self.get_screen(name))
        screen.view = self.view
        if not isinstance(self.screen, ModalScreen) and self.screen is not screen:
            self.switch_screen(name)

    def tell(self, message: str, title: str, seconds: float = 8) -> None:
        """Say something in a corner, for some seconds, while the table stays as it is."""
        self.notify(message, title=title, severity="warning", timeout=seconds, markup=False)

    @contextmanager
    def telling(self) -> Iterator[None]:
        """Whatever a player can be told of goes to a corner of the screen."""
        try:
            yield
        except Trouble as trouble:
            self.tell(f"{trouble.detail} {trouble.mend}", trouble.title)
        except BadName as error:
            self.tell(flaws.of_name(error.flaw), words.bad_name())
