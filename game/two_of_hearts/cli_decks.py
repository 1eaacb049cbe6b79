"""The command `decks`: list, show, check, begin a new one, import one."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

import click

from two_of_hearts.cli_common import TROUBLE, at_home, home_option, known, load_decks, say, stop
from two_of_hearts.engine.cards import CardId, Depth, Kind

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from two_of_hearts.engine.cards import Deck
    from two_of_hearts.library import Library, Problem


MOST_LINES = 200
"""How many problems are told at once."""


@click.group(invoke_without_command=True)
@home_option
@click.pass_context
def decks(context: click.Context, home: Path | None) -> None:
    """List the decks, show one, check or make your own."""
    from two_of_hearts import places

    context.obj = places.home(home)
    if context.invoked_subcommand is None:
        context.invoke(list_decks)


@decks.command("list")
@at_home
def list_decks(home: Path) -> None:
    """Name all decks, with their cards by depth, seen and unseen."""
    from two_of_hearts import library, places
    from two_of_hearts.errors import Trouble
    from two_of_hearts.words import shelf as words

    found = _loaded(home)
    trouble = None
    try:
        seen = _seen(home)
    except Trouble as error:
        # The decks can be told of all the same.
        seen, trouble = {}, error
    own = {path.stem for path in places.own_decks(home).glob("*.toml")}
    own -= {path.stem for path in library.bundled().glob("*.toml")}
    for deck in found.decks:
        depths = {depth: sum(card.depth == depth for card in deck.cards) for depth in Depth}
        drawn = sum(card.id in seen for card in deck.cards)
        say(words.deck(deck.id, deck.title, deck.id in own))
        say(f"    {deck.about}")
        say(f"    {words.counts(depths, drawn)}")
    if trouble is not None:
        raise trouble


@decks.command()
@click.argument("name")
@at_home
def show(home: Path, name: str) -> None:
    """Print the deck NAME, card by card."""
    from two_of_hearts.words import shelf as words

    found = load_decks(home)
    wrong = [str(problem) for problem in found.problems if problem.file == f"{name}.toml"]
    if wrong:
        say("\n".join(wrong), err=True)
        raise SystemExit(TROUBLE)
    deck = known(name, found)
    say(f"{deck.title}\n{deck.about}\n{words.good_for(deck.moods)}")
    for depth in Depth:
        cards = [card for card in deck.cards if card.depth == depth]
        if cards:
            say(f"\n{words.heading(depth, len(cards))}")
        for card in cards:
            say(f"\n{words.card(card.kind, card.text, card.clock)}")
            for question in card.follow_ups:
                say(f"  - {question}")
            if card.topics:
                say(f"  {words.left_out_with(card.topics)}")
            say(f"  [{card.id.partition('/')[2]}]")


@decks.command()
@click.argument("name")
@at_home
def new(home: Path, name: str) -> None:
    """Write a commented deck called NAME, to be filled in."""
    from two_of_hearts import deck_write

    say(_saved(home, name, deck_write.template(name)))


@decks.command()
@click.argument("files", nargs=-1, type=click.Path(path_type=Path))
@at_home
def check(home: Path, files: tuple[Path, ...]) -> None:
    """Say all that is wrong with FILES, or with all decks, and which cards may be twins."""
    from two_of_hearts.library import Library, read_deck
    from two_of_hearts.words import shelf as words

    shelf = load_decks(home)
    checked = shelf
    if files:
        read = [read_deck(path) for path in files]
        sound = tuple(deck for deck in read if not isinstance(deck, list))
        wrong = tuple(p for problems in read if isinstance(problems, list) for p in problems)
        checked = Library(sound, wrong)
    lines = [str(problem) for problem in checked.problems]
    names = {deck.id for deck in checked.decks}
    others = tuple(deck for deck in shelf.decks if deck.id not in names)
    lines += [str(problem) for problem in _twins(home, checked.decks, others, files)]
    for line in lines[:MOST_LINES]:
        say(line)
    if len(lines) > MOST_LINES:
        say(words.and_more(len(lines) - MOST_LINES))
    if lines:
        raise SystemExit(TROUBLE)
    cards = sum(len(deck.cards) for deck in checked.decks)
    say(words.all_is_well(len(checked.decks), cards))


@decks.command("import")
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--name", help="What the deck is called; else as the file is.")
@click.option("--kind", type=click.Choice([kind.value for kind in Kind]), default="question")
@at_home
def import_deck(home: Path, file: Path, name: str | None, kind: str) -> None:
    """Make a deck of FILE: lines of text, CSV, TSV, Anki's exported text, or JSON."""
    from two_of_hearts import deck_import, deck_write
    from two_of_hearts.words import deck_making as words

    imported = deck_import.read(file)
    for line in imported.left_out:
        say(words.left_out(line))
    if not imported.cards:
        stop(*words.nothing_taken(), TROUBLE)
    name = name if name is not None else deck_write.slug(file.stem)
    text = deck_write.imported(name, deck_write.slug(file.stem), Kind(kind), imported.cards)
    path = _saved(home, name, text)
    for sentence in imported.changed:
        say(words.changed(sentence))
    say(words.took(len(imported.cards), str(path)))


def _saved(home: Path, name: str, text: str) -> Path:
    """The file of a new deck; a name that the game's own decks have is taken too."""
    from two_of_hearts import deck_write, library, places
    from two_of_hearts.errors import Trouble
    from two_of_hearts.words import deck_making as words

    deck_write.check_name(name)
    if (library.bundled() / f"{name}.toml").exists():
        raise Trouble(*words.taken_by_ours(name))
    return deck_write.save(places.own_decks(home), name, text)


def _loaded(home: Path) -> Library:
    """All decks; what is wrong with any of them goes to stderr."""
    found = load_decks(home)
    for problem in found.problems:
        say(str(problem), err=True)
    return found


def _seen(home: Path) -> Mapping[CardId, int]:
    """The cards that were ever drawn here; none where nobody has played."""
    from two_of_hearts import places
    from two_of_hearts.journal_open import open_to_read

    path = places.journal(home)
    if not os.path.lexists(path):
        return {}
    journal = open_to_read(path)
    try:
        return journal.memory(journal.last_evening() + 1).seen
    finally:
        journal.close()


def _twins(
    home: Path, checked: tuple[Deck, ...], others: tuple[Deck, ...], files: tuple[Path, ...]
) -> Iterator[Problem]:
    """Cards that look like another one, each as a problem of its file."""
    from two_of_hearts import library, places
    from two_of_hearts.twins import find_twins
    from two_of_hearts.words import deck_faults as words

    folders = [library.bundled(), places.own_decks(home)]
    places_of = {path.stem: path for folder in folders for path in folder.glob("*.toml")}
    places_of |= {path.stem: path for path in files}
    cards = {card.id: card for deck in (*checked, *others) for card in deck.cards}
    own = tuple(f"{path.stem}/" for path in (*folders[1].glob("*.toml"), *files))
    numbers = {card.id: n for deck in checked for n, card in enumerate(deck.cards)}
    for twins in find_twins(cards.values(), frozenset(numbers)):
        one, other = twins.one, twins.other
        if one not in numbers or (other in numbers and other.startswith(own)):
            one, other = other, one
        wrong, mend = words.twin(other, cards[other].text)
        yield library.Problem(
            file=places_of[cards[one].deck].name,
            line=library.line_of_card(places_of[cards[one].deck], numbers[one]),
            card=one.partition("/")[2],
            wrong=wrong,
            mend=mend,
        )
