"""An evening at the table: tell what is new, tell what can be done, do what is typed."""

from __future__ import annotations

from two_of_hearts.engine import moves as mv
from two_of_hearts.engine.cards import Mood
from two_of_hearts.engine.partners import Partner
from two_of_hearts.engine.state import Phase
from two_of_hearts.look import look
from two_of_hearts.plain import pages, telling
from two_of_hearts.plain.album import look_back
from two_of_hearts.plain.choices import Choice, Unclear, as_everywhere, found, in_full, in_short
from two_of_hearts.plain.doing import EVERYWHERE, choices_of, rows_of
from two_of_hearts.plain.help import help_lines
from two_of_hearts.plain.house import House
from two_of_hearts.plain.keepsake import make_keepsake
from two_of_hearts.plain.limits import off_limits
from two_of_hearts.plain.settings import change_settings
from two_of_hearts.session import Session
from two_of_hearts.view import View
from two_of_hearts.words import plain as words
from two_of_hearts.words import plain_pages as texts
from two_of_hearts.words.evening import ABOUT_MOODS, MOOD_TITLES
from two_of_hearts.words.lexicon import _

OF_THEIR_OWN = (Phase.MOODS, Phase.DECKS, Phase.BETWEEN, Phase.GOODBYE)
"""Phases whose choices are told one to a line once each; all others share one table, and one
telling."""


class Evening:
    """Plays a session to its goodbye, or until nobody types any more.

    Args:
        house: what lies about.
        session: the evening, new or resumed.
    """

    def __init__(self, house: House, session: Session) -> None:
        self._house = house
        self._talk = house.talk
        self._session = session
        self._known: set[Phase | None] = set()
        self._wants_all = False
        self._list: tuple[Choice, ...] = ()

    @property
    def waits(self) -> bool:
        """Whether there is something to go on with another time."""
        return self._session.state.phase is not Phase.GOODBYE and self._session.can_undo

    def play(self) -> None:
        """Until the box is closed.

        Raises:
            Stopped: nobody types any more.
        """
        self._talk.say(*telling.scene(self.look()))
        while True:
            view = self.look()
            choice = self._choose(view)
            if choice is not None and not self._do(choice, view):
                return

    def look(self) -> View:
        """The present moment."""
        notes = [(line.partner, line.text) for line in self._session.notes]
        view = look(self._session.state, self._session.can_undo, notes)
        self._house.timer.lay(view.card)
        return view

    def _choose(self, view: View) -> Choice | None:
        """Tell what can be done, and which of it was typed; None where it was nothing of it."""
        self._talk.say(*self._house.timer.over())
        choices = choices_of(view, self._house.timer.clock)
        self._tell_choices(view, choices)
        line = self._talk.ask()
        if line == "?":
            self._wants_all = True
            return None
        choice = found(choices, line)
        if isinstance(choice, Unclear):
            self._talk.say(choice.told())
            return None
        return choice

    def _tell_choices(self, view: View, choices: tuple[Choice, ...]) -> None:
        """One to a line at first and when somebody asks; after that all in one line.

        What is there at every place is told so at the first one only.
        """
        rows = rows_of(view)
        place = view.phase if view.phase in OF_THEIR_OWN else None
        if self._wants_all:
            self._talk.say(*telling.scene(view), *in_full(choices, with_help=True))
        elif place not in self._known:
            old = [one for one in choices[1:] if self._known and one.action in EVERYWHERE]
            self._talk.say(*in_full([one for one in choices if one not in old]))
            if old:
                self._talk.say(as_everywhere(old))
        else:
            # A list that has changed is told again, for its numbers mean something else.
            if rows and rows != self._list:
                self._talk.say(*in_full(choices[: len({*rows, choices[0]})]))
            self._talk.say(in_short(choices, bool(rows)))
        self._wants_all = False
        self._known.add(place)
        self._list = rows

    def _do(self, choice: Choice, view: View) -> bool:
        """Do what was chosen.

        Returns:
            Whether the evening goes on.
        """
        house, talk = self._house, self._talk
        if choice.move is not None:
            self._play(choice.move, view)
            return True
        with house.telling():
            match choice.action:
                case "quit":
                    talk.say(words.stops(self.waits))
                    return False
                case "mood_a" | "mood_l":
                    self._mood(Partner.A if choice.action == "mood_a" else Partner.L, view)
                case "undo":
                    self._session.undo()
                    talk.say(words.undone(), *telling.scene(self.look()))
                case "clock":
                    talk.say(*house.timer.start_or_tell(house.config.bell))
                case "pause":
                    talk.say(*house.timer.pause())
                case "note":
                    pages.write_line(talk, self._session, view)
                case "cards":
                    pages.cards(talk, self.look, self._play)
                case "limits":
                    off_limits(house, self._session)
                case "album":
                    look_back(house)
                case "keepsake":
                    make_keepsake(house, house.keeping(), self._session.evening)
                case "settings":
                    change_settings(house)
                case "help":
                    talk.say(*help_lines())
        return True

    def _play(self, move: mv.Move, before: View) -> None:
        """Play a move, and tell what came of it; where it cannot be saved, nothing changes."""
        with self._house.telling():
            self._session.play(move)
            view = self.look()
            self._talk.say(*telling.happened(move, before, view), *telling.news(before, view))

    def _mood(self, partner: Partner, view: View) -> None:
        """A mood for one partner alone."""
        rows = [Choice(texts.leave_it(), "")]
        rows += [
            Choice(_(MOOD_TITLES[mood]), "", mv.PickMood(partner, mood), about=_(ABOUT_MOODS[mood]))
            for mood in Mood
        ]
        asked = words.how_feels(view.seats.of(partner).name)
        choice = pages.ask_for(self._talk, rows, [asked])
        if choice.move is not None:
            self._play(choice.move, view)
