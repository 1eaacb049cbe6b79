"""The command `decks`: list, show, check, begin a new one, import one."""

from __future__ import annotations

from functools import update_wrapper
from pathlib import Path
from typing import TYPE_CHECKING

import click

from two_of_hearts.cli_common import TROUBLE, home_option, known, load_decks, say, stop
from two_of_hearts.engine.cards import CardId, Depth, Kind

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from two_of_hearts.engine.cards import Deck
    from two_of_hearts.library import Library, Problem


MOST_LINES = 200
"""How many problems are told at once."""


def at_home(command: Callable[..., None]) -> Callable[..., None]:
    """Give a command of `decks` its home, named before or behind the command."""

    @click.pass_context
    def run(context: click.Context, /, home: Path | None, **options: object) -> None:
        from two_of_hearts import places

        command(places.home(home) if home else context.obj, **options)

    return home_option(update_wrapper(run, command))


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

    found = _loaded(home)
    seen = _seen(home)
    own = {path.stem for path in places.own_decks(home).glob("*.toml")}
    own -= {path.stem for path in library.bundled().glob("*.toml")}
    for deck in found.decks:
        depths = [sum(card.depth == depth for card in deck.cards) for depth in Depth]
        counts = ", ".join(
            f"{n} {depth.name.lower()}" for n, depth in zip(depths, Depth, strict=True)
        )
        drawn = sum(card.id in seen for card in deck.cards)
        unseen = len(deck.cards) - drawn
        yours = " (yours)" if deck.id in own else ""
        say(f"{deck.id}: {deck.title}{yours}")
        say(f"    {deck.about}")
        say(f"    {counts}; {drawn} seen, {unseen} unseen.")


@decks.command()
@click.argument("name")
@at_home
def show(home: Path, name: str) -> None:
    """Print the deck NAME, card by card."""
    found = load_decks(home)
    wrong = [str(problem) for problem in found.problems if problem.file == f"{name}.toml"]
    if wrong:
        say("\n".join(wrong), err=True)
        raise SystemExit(TROUBLE)
    deck = known(name, found)
    moods = ", ".join(f"{mood} {fit}" for mood, fit in deck.moods.items())
    say(f"{deck.title}\n{deck.about}\nGood for: {moods or 'any mood'}.")
    for depth in Depth:
        cards = [card for card in deck.cards if card.depth == depth]
        if cards:
            say(f"\n{depth.name.capitalize()}, {_count(len(cards), 'card')}")
        for card in cards:
            clock = f" ({card.clock} seconds)" if card.clock else ""
            say(f"\n{card.kind}: {card.text}{clock}")
            for question in card.follow_ups:
                say(f"  - {question}")
            if card.topics:
                say(f"  (left out with: {', '.join(card.topics)})")
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
        say(f"and {len(lines) - MOST_LINES} more.")
    if lines:
        raise SystemExit(TROUBLE)
    cards = sum(len(deck.cards) for deck in checked.decks)
    say(f"{_count(len(checked.decks), 'deck')}, {_count(cards, 'card')}: all is well.")


@decks.command("import")
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--name", help="What the deck is called; else as the file is.")
@click.option("--kind", type=click.Choice([kind.value for kind in Kind]), default="question")
@at_home
def import_deck(home: Path, file: Path, name: str | None, kind: str) -> None:
    """Make a deck of FILE: lines of text, CSV, TSV, Anki's exported text, or JSON."""
    from two_of_hearts import deck_import, deck_write

    imported = deck_import.read(file)
    for line in imported.left_out:
        say(f"Left out, {line}")
    if not imported.cards:
        stop("There was no card to take.", "Write one card a line, and try again.", TROUBLE)
    name = name if name is not None else deck_write.slug(file.stem)
    text = deck_write.imported(name, deck_write.slug(file.stem), Kind(kind), imported.cards)
    path = _saved(home, name, text)
    for sentence in imported.changed:
        say(f"Changed, {sentence}")
    say(f"Took {_count(len(imported.cards), 'card')} into {path}")


def _count(number: int, what: str) -> str:
    return f"{number} {what}" if number == 1 else f"{number} {what}s"


def _saved(home: Path, name: str, text: str) -> Path:
    """The file of a new deck; a name that the game's own decks have is taken too."""
    from two_of_hearts import deck_write, library, places
    from two_of_hearts.errors import Trouble

    deck_write.check_name(name)
    if (library.bundled() / f"{name}.toml").exists():
        wrong = f"There is a deck called {name}"
        raise Trouble(wrong, "It came with the game.", "Choose another name.")
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
    from two_of_hearts.errors import Trouble
    from two_of_hearts.journal import Journal

    path = places.journal(home)
    if not path.exists():
        return {}
    try:
        journal = Journal(path)
        seen = journal.memory(journal.last_evening() + 1).seen
        journal.close()
    except Trouble as trouble:
        say(f"{trouble.title}. {trouble.detail}", err=True)
        return {}
    return seen


def _twins(
    home: Path, checked: tuple[Deck, ...], others: tuple[Deck, ...], files: tuple[Path, ...]
) -> Iterator[Problem]:
    """Cards that look like another one, each as a problem of its file."""
    from two_of_hearts import library, places
    from two_of_hearts.twins import find_twins

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
        yield library.Problem(
            file=places_of[cards[one].deck].name,
            line=library.line_of_card(places_of[cards[one].deck], numbers[one]),
            card=one.partition("/")[2],
            wrong=f"It asks much the same as {other}: “{cards[other].text}”",
            mend="Ask something else with one of the two.",
        )
