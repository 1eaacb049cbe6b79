"""The program in plain lines: who plays, an evening that waits or a new one, and the evening."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from time import monotonic
from typing import TextIO

from two_of_hearts.config import Config, ConfigProblem
from two_of_hearts.engine import moves as mv
from two_of_hearts.engine.partners import Pair
from two_of_hearts.engine.text import BadName, clean_name
from two_of_hearts.journal import Journal
from two_of_hearts.library import Library
from two_of_hearts.opening import Opening
from two_of_hearts.plain.album import look_back
from two_of_hearts.plain.choices import Choice
from two_of_hearts.plain.evening import Evening
from two_of_hearts.plain.help import help_lines
from two_of_hearts.plain.house import House
from two_of_hearts.plain.pages import ask_for
from two_of_hearts.plain.settings import change_settings
from two_of_hearts.plain.source import Source
from two_of_hearts.plain.talk import Stopped, Talk
from two_of_hearts.plain.timer import CardTimer
from two_of_hearts.session import Session
from two_of_hearts.words import actions as called
from two_of_hearts.words import flaws, greeting
from two_of_hearts.words import pages as titles
from two_of_hearts.words import plain as words
from two_of_hearts.words import plain_pages as texts
from two_of_hearts.words import settings as told
from two_of_hearts.words.lexicon import _

MOST_TOLD = 4
"""How many problems of the settings are told at the start."""


class PlainGame:
    """Two of Hearts as lines of text.

    Args:
        source: where lines are read from; where it ends, the game stops.
        out: where lines are written to.
        journal: where evenings are kept; open.
        load: reads the decks.
        now: gives the present moment, with a time zone.
        seed: gives the seed of a new evening.
        names: who plays, when the command line says so.
        first_moves: what the command line has already chosen; played where it is legal.
        config: the settings.
        config_path: the file to keep changes of them in; None where they hold for tonight.
        config_problems: what is wrong with that file.
        ticks: gives seconds of any clock that only goes forward.
        ring: sounds when a card's clock has run out; None where nothing can.
    """

    def __init__(
        self,
        source: Source,
        out: TextIO,
        journal: Journal,
        load: Callable[[], Library],
        now: Callable[[], datetime],
        seed: Callable[[], int],
        names: Pair[str] | None = None,
        first_moves: tuple[mv.Move, ...] = (),
        config: Config | None = None,
        config_path: Path | None = None,
        config_problems: tuple[ConfigProblem, ...] = (),
        ticks: Callable[[], float] = monotonic,
        ring: Callable[[], None] | None = None,
    ) -> None:
        self._talk = Talk(source, out)
        self._journal = journal
        self._load = load
        self._now = now
        self._seed = seed
        self._names = names
        self._first_moves = first_moves
        self._config = config or Config()
        self._config_path = config_path
        self._config_problems = config_problems
        self._timer = CardTimer(ticks, ring)
        self._evening: Evening | None = None

    def run(self) -> None:
        """Play, until the box is closed or nobody types any more. Everything is saved then."""
        try:
            self._play()
        except (Stopped, KeyboardInterrupt):
            self._talk.say(words.stops(self._evening is not None and self._evening.waits))
        finally:
            self._timer.be_quiet()

    def _play(self) -> None:
        opening = Opening.of(self._journal, self._names)
        self._talk.say(words.sentence(greeting.TITLE))
        self._talk.say(greeting.about() if opening.has_played else _(greeting.FIRST_WORDS))
        self._talk.say(words.manner())
        house = House(
            talk=self._talk,
            journal=self._journal,
            library=self._load(),
            now=self._now,
            timer=self._timer,
            config=self._config,
            path=self._config_path,
        )
        self._tell_problems(house.library)
        session = None
        while session is None:
            choice = self._first_choice(opening)
            with house.telling():
                match choice.action:
                    case "next" if opening.waiting:
                        session = Session.resume(self._journal, house.library.decks, self._now)
                    case "next" | "new" if opening.names and (
                        choice.action == "next" or self._is_asked
                    ):
                        session = self._begin(house, opening.names)
                    case "next" | "names" | "new":
                        session = self._begin(house, self._ask_names(opening.names))
                    case "album":
                        look_back(house)
                    case "settings":
                        change_settings(house)
                    case "help":
                        self._talk.say(*help_lines())
                    case "quit":
                        self._talk.say(words.stops(opening.waiting is not None))
                        return
        self._talk.say(*words.own_words(session.state.names))
        self._evening = Evening(house, session)
        self._evening.play()

    @property
    def _is_asked(self) -> bool:
        """Whether the command line has chosen anything for a new evening."""
        return bool(self._names or self._first_moves)

    def _tell_problems(self, library: Library) -> None:
        """What is wrong with settings and decks."""
        if problems := self._config_problems:
            self._talk.say(words.sentence(_(told.PROBLEMS)), *map(str, problems[:MOST_TOLD]))
            if (more := len(problems) - MOST_TOLD) > 0:
                self._talk.say(words.problems_more(more))
        if library.problems:
            files = len({problem.file for problem in library.problems})
            self._talk.say(words.sentence(greeting.left_out(files)), str(library.problems[0]))
            self._talk.say(words.sentence(greeting.more_with()))

    def _first_choice(self, opening: Opening) -> Choice:
        """What to do before anybody sits down."""
        waiting, names = opening.waiting, opening.waiting or opening.names
        about = [words.sentence(words.who(names))] if names else []
        if waiting and opening.since:
            about.append(greeting.waits(opening.since))
        choices = [Choice(greeting.go_on() if waiting else greeting.sit_down(), "next")]
        if waiting:
            new = greeting.new_as_asked() if self._is_asked else greeting.new_instead()
            choices.append(Choice(new, "new", word="n", help=texts.help("new")))
        else:
            help = texts.help("names")
            choices.append(Choice(called.label("names"), "names", word="e", help=help))
        if opening.has_played:
            help = called.help("album")
            choices.append(Choice(called.label("album"), "album", word="v", help=help))
        choices += [
            Choice(called.label("settings"), "settings", sign=",", help=texts.help("settings")),
            Choice(called.label("help"), "help", help=texts.help("help")),
            Choice(called.label("quit"), "quit", word="q"),
        ]
        return ask_for(self._talk, choices, about)

    def _begin(self, house: House, names: Pair[str]) -> Session:
        """Sit down to a new evening."""
        session = Session.begin(
            self._journal,
            house.library.decks,
            self._now,
            names,
            self._seed(),
            house.config.turns,
            house.config.answers,
        )
        for move in self._first_moves:
            if move in session.legal:
                session.play(move)
        return session

    def _ask_names(self, known: Pair[str] | None) -> Pair[str]:
        """The two names; Enter alone takes those of last time, or the game's own."""
        offered = known or greeting.DEFAULT_NAMES
        self._talk.say(titles.who())
        left = self._ask_name(texts.name_left(offered.a), offered.a)
        return Pair(left, self._ask_name(texts.name_right(offered.l), offered.l))

    def _ask_name(self, question: str, offered: str) -> str:
        while True:
            self._talk.say(question)
            try:
                return clean_name(self._talk.ask() or offered)
            except BadName as error:
                self._talk.say(flaws.of_name(error.flaw))
