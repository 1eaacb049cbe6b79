"""Lines in and out: nothing steers the terminal, and whatever is typed, the game goes on."""

from __future__ import annotations

import io
import random
from pathlib import Path
from unicodedata import category

import pytest

from helpers import NAMES, now
from plain.room import Room, said
from shelf import SHELF
from test_always_true import SHELF as MIXED
from test_always_true import check
from two_of_hearts.actions import ACTIONS
from two_of_hearts.config import THEMES, Config, read
from two_of_hearts.engine.partners import Pair
from two_of_hearts.engine.state import Phase
from two_of_hearts.errors import Trouble
from two_of_hearts.journal import Journal
from two_of_hearts.library import Library, Problem
from two_of_hearts.plain.house import keys_in_file
from two_of_hearts.plain.talk import Talk
from two_of_hearts.plain.timer import CardTimer
from two_of_hearts.session import Session
from two_of_hearts.view import CardFace
from two_of_hearts.words import plain_pages as texts
from two_of_hearts.words.evening import MOOD_TITLES

HOSTILE = ("\x1b[2J", "\x1b]0;x\x07", "\u202e", "\x00", "\r", "\u2028", "\x9b31m", "[b]", "{name}")


@pytest.mark.parametrize("text", HOSTILE)
def test_no_line_steers_the_terminal(text: str) -> None:
    out = io.StringIO()
    Talk(io.StringIO(), out).say(f"a{text}b\nc")
    assert out.getvalue().count("\n") == 1
    assert all(category(char) not in ("Cc", "Cf", "Zl", "Zp") for char in out.getvalue()[:-1])


@pytest.mark.parametrize("text", HOSTILE)
def test_names_and_lines_are_shown_as_they_are_or_refused(room: Room, text: str) -> None:
    lines = ("e", text, "Ada", text, "Jo", *[""] * 2, "way", "", "j", f"x{text}y", "", "?", "q")
    told = room.play(*(line.replace("\r", "") for line in lines))
    shown = "\n".join(said(told))
    assert all(char == "\n" or category(char) not in ("Cc", "Cf", "Zl", "Zp") for char in shown)


@pytest.mark.parametrize("name", ["[/b]", "{a}", "{n}", "%s", "\\[", "a: b; 1. Mia", "…", "a"])
def test_a_name_is_never_read_as_anything_else(room: Room, name: str) -> None:
    told = said(room.play("", "a", "tender", "", "", "?", "", names=Pair(name, "Jo")))
    assert f"{name} feels tender." in told


def test_a_line_that_is_too_long_is_said_so_and_may_be_mended(room: Room) -> None:
    told = said(room.play("", "", "way", "", "j", "x" * 300, "short", "?"))
    assert any("300 characters, and 280 is the most" in line for line in told)
    assert "Written by Jo: short" in told


@pytest.mark.parametrize("line", ["0", "99", "-1", "9" * 6000, "²", "٣", "1.5", "ſ", "\ufffd", "İ"])
def test_what_is_no_choice_is_said_so_and_not_repeated(room: Room, line: str) -> None:
    told = said(room.play("", "", "way", line, "q"))
    assert not any(line in one for one in told if len(line) > 3)
    assert told[-1].startswith("We stop here.")


def test_a_beginning_that_several_have_is_told_with_them(room: Room) -> None:
    told = said(room.play("", "", "way", "", "w", *[""] * 6, "an"))
    assert any(line.startswith("That could be one of these: ") for line in told)


def test_two_thousand_lines_typed_by_a_cat_break_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """And after every start of the game, whatever is "always true" is true of its evening."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("two_of_hearts.places.keepsakes", lambda: tmp_path)
    room, dice, typed = Room(tmp_path, MIXED), random.Random(14), 0
    tame = ["", "s", "m", "k", "n", "b", "u", "w", "f", "g", "a", "l", "t", "h", "r", "j", "o", "v"]
    tame += ["", "", "", "p", "no", "c", "?", ",", "help", "1", "2", "3", "4", "in 2", "yes", "e"]
    tame += ["q", "on", "off", "delete it", "surprise", "red", "blue", "tiny", *MOOD_TITLES]
    phases = set()
    while typed < 2000:
        lines = [
            dice.choice(tame) if dice.random() < 0.95 else dice.choice(WILD)
            for _ in range(dice.randint(1, 80))
        ]
        room.play(*lines)
        typed += len(lines)
        journal = Journal(room.path)
        evening = journal.last_evening()
        if evening:
            phases.add(room.state().phase)
            check([row.event for row in journal.events(evening)], room.state())
        journal.close()
    assert len(phases) >= 6


WILD = [
    "\x1b[A",
    "\x00",
    "x" * 5000,
    "…",
    "in",
    "in in 3",
    "999999999999",
    "🙂",
    "\u202e",
    " s ",
    "S",
]


def test_a_cat_at_the_keepsake_writes_only_where_a_path_was_typed(
    room: Room, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    before = ("", "", "way", "", "k", "g")
    room.play(*before, "p", "q", "v", "s", "no", "p", "~nobody-here/x.html", "no")
    assert [path.name for path in tmp_path.iterdir()] == ["journal.sqlite3"]


def test_a_keepsake_is_made_and_written_over_only_when_somebody_says_yes(
    room: Room, tmp_path: Path
) -> None:
    path = tmp_path / "us.md"
    told = said(room.play("", "", "way", "", "k", "g", "p", str(path), "p", str(path), "", ""))
    assert f"Your keepsake lies here: {path}" in told
    assert "Something is there already. Type yes to write over it, or another path." in told
    assert "No keepsake is made." in told
    path.write_text("ours")
    room.play("v", "2", "1", str(path), "no", "1", str(path), "maybe", "")
    assert path.read_text() == "ours"
    room.play("v", "2", "1", str(path), "yes", "")
    assert "Mia" in path.read_text()


def test_what_cannot_be_saved_is_told_and_changes_nothing(
    room: Room, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise Trouble("The journal cannot be written", "The disk is full.", "Make room.")

    room.play("", "", "way", "", "q")
    before = room.state()
    monkeypatch.setattr(Session, "play", full)
    monkeypatch.setattr(Session, "write_note", full)
    monkeypatch.setattr(Session, "undo", full)
    told = said(room.play("", "", "s", "j", "a line", "u", "q"))
    assert told.count("The disk is full.") == 4
    assert room.state() == before


def test_what_is_wrong_with_decks_and_settings_is_told_at_the_start(
    room: Room, tmp_path: Path
) -> None:
    path = tmp_path / "config.toml"
    path.write_text("".join(f"zz{n} = 1\n" for n in range(6)))
    library = Library(SHELF, (Problem("ours.toml", 3, None, "It is odd.", "Mend it."),))
    told = said(room.play(config_path=path, library=library))
    assert "Something in your settings does not count." in told
    assert "And 2 things more." in told
    assert any(line.startswith("ours.toml:3: It is odd.") for line in told)
    assert "A deck was left out." in told


@pytest.mark.parametrize(
    ("lines", "name", "value"),
    [
        (("1", "2"), "answers", "drawer"),
        (("2", "10"), "turns", 10),
        (("3", "birch"), "theme", "birch"),
        (("4", "off"), "dimming", False),
        (("5", "2"), "animation", "on"),
        (("6", "off"), "bell", False),
        (("7", "on"), "plain", True),
    ],
)
def test_every_setting_can_be_changed_and_is_kept(
    room: Room, tmp_path: Path, lines: tuple[str, ...], name: str, value: object
) -> None:
    path = tmp_path / "config.toml"
    room.play("settings", *lines, "", config_path=path)
    config, problems = read(path)
    assert not problems
    assert getattr(config, name) == value
    assert getattr(Config(), name) != value
    assert str(value).lower() in path.read_text().lower()


def test_the_rules_of_the_house_hold_for_the_evening_that_begins(
    room: Room, tmp_path: Path
) -> None:
    path = tmp_path / "config.toml"
    path.write_text('answers = "drawer"\nturns = 4\n')
    told = said(room.play("", "", config_path=path))
    assert "A round has 4 turns, and only the drawer answers." in told


def test_settings_that_cannot_be_kept_hold_for_tonight_and_it_is_said_once(
    room: Room, tmp_path: Path
) -> None:
    path = tmp_path / "config.toml"
    path.mkdir()
    told = said(room.play(",", "6", "off", "4", "off", "?", config_path=path))
    assert told.count("What you chose holds for tonight.") == 1
    assert told.count("4. Dimming: off.") == 1


def test_a_new_file_of_settings_has_the_same_keys_in_it_as_the_screen_writes() -> None:
    from two_of_hearts.tui.keymap import OURS, in_file

    assert keys_in_file() == {name: in_file(keys) for name, keys in OURS.items()}


def test_the_colours_to_choose_from_are_the_games_own() -> None:
    from two_of_hearts.tui.theme import OWN

    assert tuple(theme.name for theme in OWN) == THEMES


def test_every_action_is_told_when_somebody_asks(room: Room) -> None:
    """All but those of a page, and those that every list has."""
    told = "\n".join(
        said(room.play("?", "", "?", "", "?", "hand", "", "?", "s", "", "k", "w", "?", "", "?"))
    )
    told += "\n".join(said(room.play("", *[""] * 6, "?", "g", "?")))
    told += "\n".join(said(room.play("", "", "hand", "", "?", "w", *[""] * 6, "?")))
    for action in ACTIONS:
        if action.id in ("next", "erase", "new"):
            continue
        assert texts.help(action.id) in told or action.help in told, action.id


class Bells:
    """Counts how often a bell rings."""

    def __init__(self) -> None:
        self.rung = 0

    def __call__(self) -> None:
        self.rung += 1


def face(seconds: int) -> CardFace:
    """A card with a clock."""
    room = Library(SHELF, ())
    card = next(card for deck in room.decks for card in deck.cards if card.clock)
    from two_of_hearts.look import GAME

    return CardFace(card.id, card.text, "", card.depth, "", GAME, (), 0, seconds, False)


def test_the_bell_rings_when_a_clock_runs_out_and_not_when_it_was_stopped() -> None:
    bells, seconds = Bells(), [0.0]
    timer = CardTimer(lambda: seconds[0], bells)
    timer.lay(face(10))
    list(timer.start_or_tell(rings=True))
    bell = timer._bell
    assert bell is not None
    assert bell.interval == 10
    bell.function()
    assert bells.rung == 1
    list(timer.pause())
    bell.join(1)
    assert not bell.is_alive()
    list(timer.start_or_tell(rings=False))
    assert timer._bell is None
    seconds[0] = 11
    assert list(timer.over()) == ["The clock has run out. No hurry."]
    assert not list(timer.over())


def test_another_card_has_another_clock_and_no_bell_rings_for_the_old_one() -> None:
    timer = CardTimer(lambda: 0.0, Bells())
    timer.lay(face(10))
    list(timer.start_or_tell(rings=True))
    bell = timer._bell
    timer.lay(None)
    assert timer.clock is None
    assert bell is not None
    bell.join(1)
    assert not bell.is_alive()


def test_a_bell_that_nobody_hears_breaks_nothing() -> None:
    def gone() -> None:
        raise BrokenPipeError

    timer = CardTimer(lambda: 0.0, gone)
    timer.lay(face(10))
    list(timer.start_or_tell(rings=True))
    assert timer._bell is not None
    timer._bell.function()
    timer.be_quiet()


def test_a_session_begun_here_is_the_same_as_on_a_screen(room: Room) -> None:
    """The same seed, names and rules, so that one can be gone on with in the other."""
    room.play("", "", "way", "", "q")
    journal = Journal(room.path)
    resumed = Session.resume(journal, SHELF, now)
    assert resumed is not None
    assert resumed.state.names == NAMES
    assert resumed.state.phase is Phase.ANSWER
    journal.close()


def test_enter_always_means_the_place_that_is_offered(
    room: Room, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whatever was typed before it: a word for the table, a wrong ending, a folder that is none."""
    monkeypatch.setattr("two_of_hearts.places.keepsakes", lambda: tmp_path / "kept")
    (tmp_path / "kept").mkdir()
    wrong = ("?", str(tmp_path / "ours.pdf"), str(tmp_path / "nowhere" / "ours.md"))
    told = said(room.play("", "", "way", "", "", "k", "g", "p", *wrong, "", "q"))
    (made,) = (tmp_path / "kept").iterdir()
    assert f"Your keepsake lies here: {made}" in told
    assert (
        told.count("Enter makes it there. Another path makes it elsewhere. The word no makes none.")
        == 4
    )


def test_enter_writes_over_nothing(
    room: Room, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("two_of_hearts.places.keepsakes", lambda: tmp_path)
    there = tmp_path / "ours.md"
    there.write_text("a letter")
    told = said(room.play("", "", "way", "", "", "k", "g", "p", str(there), "", "q"))
    assert "No keepsake is made." in told
    assert there.read_text() == "a letter"
