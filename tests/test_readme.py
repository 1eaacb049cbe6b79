"""The README says what is true: its example is a deck, its tables are those of the game."""

from __future__ import annotations

import re
from pathlib import Path

from helpers import NAMES, SEED, now
from two_of_hearts.config import CHOICES, SETTINGS, read
from two_of_hearts.deck_check import CARD_KEYS, HEAD_KEYS
from two_of_hearts.engine import moves as mv
from two_of_hearts.engine import rules
from two_of_hearts.engine.cards import Deck, Hue, Kind, Mood, Topic
from two_of_hearts.engine.state import Phase
from two_of_hearts.journal import Journal
from two_of_hearts.library import bundled, load, read_deck
from two_of_hearts.session import Session
from two_of_hearts.tui.actions import ACTIONS
from two_of_hearts.tui.key_names import written
from two_of_hearts.tui.keymap import KEPT, OURS, check
from two_of_hearts.words.config import in_toml

README = (Path(__file__).parents[1] / "README.md").read_text()


def example(title: str) -> str:
    """The one example of a section."""
    section = README.split(f"## {title}\n")[1].split("\n## ")[0]
    (block,) = re.findall(r"```toml\n(.*?)```", section, re.DOTALL)
    return str(block)


def test_the_example_is_a_sound_deck_and_can_be_played(tmp_path: Path) -> None:
    path = tmp_path / "our-year.toml"
    path.write_text(example("A deck of your own"))
    deck = read_deck(path)
    assert isinstance(deck, Deck)
    shelf = load([bundled(), tmp_path]).decks
    session = Session.begin(Journal(tmp_path / "j.sqlite3"), shelf, now, NAMES, SEED)
    session.play(mv.ShowDecks())
    session.play(mv.TakeDeck(deck.id))
    while session.state.phase is not Phase.BETWEEN:
        move = rules.natural(session.state)
        assert move is not None
        session.play(move)
    assert {card.id for card in deck.cards} <= {card.id for card in session.state.drawn}


def test_every_key_of_the_format_and_every_word_of_it_is_described() -> None:
    section = README[README.index("## A deck of your own") : README.index("## Where data lies")]
    for word in (*HEAD_KEYS, *CARD_KEYS, *Kind, *Topic, *Mood, *Hue):
        assert f"`{word}`" in section or f"`[{word}]`" in section or f"`[[{word}]]`" in section


def test_the_example_of_settings_is_sound(tmp_path: Path) -> None:
    path = tmp_path / "config.toml"
    path.write_text(example("Settings"))
    config, problems = read(path)
    assert not problems
    assert (config.turns, config.bell, len(config.keys)) == (4, False, 3)
    assert not list(check(config.keys))


def test_every_setting_with_its_values_and_every_action_is_described() -> None:
    section = README[README.index("## Settings") : README.index("## Where data lies")]
    assert [*re.findall(r"^\| `(\w+)` \|", section, re.MULTILINE)] == [*SETTINGS]
    for name, values in CHOICES.items():
        (row,) = re.findall(rf"^\| `{name}` \| (.*?) \|", section, re.MULTILINE)
        assert row == ", ".join(f"`{in_toml(value)}`" for value in values)
    for word in OURS:
        assert f"`{word}`" in section
    for key in KEPT:
        assert key in section


def test_every_deck_is_in_the_table() -> None:
    for deck in load([bundled()]).decks:
        assert f"| {deck.title} | {deck.about} |" in README


def test_every_key_is_in_the_table() -> None:
    table = README[README.index("## Keys") : README.index("## The decks")]
    for action in ACTIONS:
        key = "Enter" if action.id == "next" else f"`{written(action.key)}`"
        assert key in table, action.id


def test_the_picture_is_the_one_that_the_tests_compare() -> None:
    (picture,) = re.findall(r"!\[.*?\]\((.*?)\)", README)
    assert (Path(__file__).parents[1] / picture).exists()
