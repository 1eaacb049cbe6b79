"""The command `decks`: list, show, check, begin a new one, import one."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from two_of_hearts.cli_common import TROUBLE, home_option, known, load_decks, stop
from two_of_hearts.engine.cards import CardId, Depth, Kind

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from two_of_hearts.engine.cards import Deck
    from two_of_hearts.library import Library, Problem


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
@click.pass_obj
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
        click.echo(f"{deck.id}: {deck.title}{yours}")
        click.echo(f"    {deck.about}")
        click.echo(f"    {counts}; {drawn} seen, {unseen} unseen.")


@decks.command()
@click.argument("name")
@click.pass_obj
def show(home: Path, name: str) -> None:
    """Print the deck NAME, card by card."""
    found = load_decks(home)
    wrong = [str(problem) for problem in found.problems if problem.file == f"{name}.toml"]
    if wrong:
        click.echo("\n".join(wrong), err=True)
        raise SystemExit(TROUBLE)
    deck = known(name, found)
    moods = ", ".join(f"{mood} {fit}" for mood, fit in deck.moods.items())
    click.echo(f"{deck.title}\n{deck.about}\nGood for: {moods or 'any mood'}.")
    for depth in Depth:
        cards = [card for card in deck.cards if card.depth == depth]
        if cards:
            click.echo(f"\n{depth.name.capitalize()}, {len(cards)} cards")
        for card in cards:
            clock = f" ({card.clock} seconds)" if card.clock else ""
            click.echo(f"\n{card.kind}: {card.text}{clock}")
            for question in card.follow_ups:
                click.echo(f"  - {question}")
            if card.topics:
                click.echo(f"  (left out with: {', '.join(card.topics)})")
            click.echo(f"  [{card.id.partition('/')[2]}]")


@decks.command()
@click.argument("name")
@click.pass_obj
def new(home: Path, name: str) -> None:
    """Write a commented deck called NAME, to be filled in."""
    from two_of_hearts import deck_write

    click.echo(_saved(home, name, deck_write.template(name)))


@decks.command()
@click.argument("files", nargs=-1, type=click.Path(path_type=Path))
@click.pass_obj
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
    for line in lines:
        click.echo(line)
    if lines:
        raise SystemExit(TROUBLE)
    cards = sum(len(deck.cards) for deck in checked.decks)
    click.echo(f"{len(checked.decks)} decks, {cards} cards: all is well.")


@decks.command("import")
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--name", help="What the deck is called; else as the file is.")
@click.option("--kind", type=click.Choice([kind.value for kind in Kind]), default="question")
@click.pass_obj
def import_deck(home: Path, file: Path, name: str | None, kind: str) -> None:
    """Make a deck of FILE: lines of text, CSV, TSV, Anki's exported text, or JSON."""
    from two_of_hearts import deck_import, deck_write
    from two_of_hearts.errors import Trouble

    try:
        imported = deck_import.read(file)
    except Trouble as trouble:
        stop(f"{trouble.title}. {trouble.detail}", trouble.mend, TROUBLE)
    for line in imported.left_out:
        click.echo(f"Left out, {line}")
    if not imported.cards:
        stop("There was no card to take.", "Write one card a line, and try again.", TROUBLE)
    name = name if name is not None else deck_write.slug(file.stem)
    text = deck_write.imported(name, deck_write.slug(file.stem), Kind(kind), imported.cards)
    path = _saved(home, name, text)
    for sentence in imported.changed:
        click.echo(sentence)
    click.echo(f"Took {len(imported.cards)} cards into {path}")


def _saved(home: Path, name: str, text: str) -> Path:
    """The file of a new deck; a name that the game's own decks have is taken too."""
    from two_of_hearts import deck_write, library, places
    from two_of_hearts.errors import Trouble

    try:
        if (library.bundled() / f"{name}.toml").exists():
            wrong = f"There is a deck called {name}"
            raise Trouble(wrong, "It came with the game.", "Choose another name.")
        return deck_write.save(places.own_decks(home), name, text)
    except Trouble as trouble:
        stop(f"{trouble.title}. {trouble.detail}", trouble.mend, TROUBLE)


def _loaded(home: Path) -> Library:
    """All decks; what is wrong with any of them goes to stderr."""
    found = load_decks(home)
    for problem in found.problems:
        click.echo(str(problem), err=True)
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
        click.echo(f"{trouble.title}. {trouble.detail}", err=True)
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
