"""Whatever a player reads stands in the package of words, where a translation finds it.

All of it is read from the source, so that a text on a path that no test walks is found too.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from string import Formatter

import pytest

import two_of_hearts

PACKAGE = Path(two_of_hearts.__file__).parent


def name(path: Path) -> str:
    return path.relative_to(PACKAGE).as_posix()


WORDS = sorted((PACKAGE / "words").glob("*.py"))
OTHERS = [p for p in sorted(PACKAGE.rglob("*.py")) if name(p).split("/")[0] != "words"]
SPEAKERS = [path for path in OTHERS if name(path).split("/")[0] != "engine"]

LOOK_UPS = {"_": 1, "N_": 1, "ngettext": 2}
"""What a text passes through, and how many of the first arguments are texts: as xgettext has it."""

LIKE_A_SENTENCE = re.compile(r"[^\W\d_][,.:;)]? \(?([^\W\d_]|\0)|\0[,.:;)]? \(?[^\W\d_]")
"""Two words beside each other; \\0 stands for a value of an f-string."""

SQL = re.compile(
    r"\b(SELECT|INSERT INTO|INSERT OR|DELETE FROM|CREATE|ALTER TABLE|UPDATE|NOT IN|PRAGMA"
    r"|BEGIN IMMEDIATE)\b"
)

NOT_FOR_PLAYERS = {
    ("config.py", "end of document"): "a part of what Python's TOML parser says",
    ("library.py", "Exceeds the limit"): "a part of what Python's TOML parser says",
    ("library.py", " (at end of document)"): "a part of what Python's TOML parser says",
    ("deck_import.py", "follow ups"): "a column in other people's files",
    ("deck_import.py", "tags column"): "a key in the head of Anki's files",
    ("deck_import.py", "notetype column"): "a key in the head of Anki's files",
    ("deck_import.py", "deck column"): "a key in the head of Anki's files",
    ("deck_write.py", "# A deck of your own."): "a file in a format with English keys",
    ("keepsake/page.py", ".\0 { --accent: \0; }"): "CSS",
    ("keepsake/picture.py", "Georgia, 'Iowan Old Style'"): "names of fonts",
    ("tui/thin.py", "tuple["): "a type",
    ("report.py", ""): "a report, for who mends the game",
    ("twins.py", "\na about after again"): "English words that say little, to be left out",
}
"""How texts begin that may stand elsewhere, and why."""

NO_TEXT = {
    ("config.py", "[keys]"): "the file's own word",
    ("config.py", "\\n"): "a line break, spelled out",
    ("dates.py", "%H:%M"): "a time is in digits",
    ("greeting.py", "Ace"): "a name",
    ("greeting.py", "Lark"): "a name",
    ("greeting.py", "Two of Hearts"): "the game's name, in every language",
    ("keepsake.py", "Two of Hearts"): "the game's name, in every language",
    ("lexicon.py", "locale"): "a folder",
    ("lexicon.py", "two_of_hearts"): "a file",
    ("looking_back.py", "x"): "a tick",
}
"""What stands in the package of words and is not looked up, and why."""


@cache
def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def called(node: ast.AST) -> str:
    """The name of what is called, or "" where nothing is."""
    if not isinstance(node, ast.Call):
        return ""
    return ast.unparse(node.func)


def docstrings(root: ast.AST) -> set[ast.AST]:
    """Strings that do nothing: at the top of something, or under a value."""
    values = (node.value for node in ast.walk(root) if isinstance(node, ast.Expr))
    return {value for value in values if isinstance(value, ast.Constant)}


def for_machines(root: ast.AST) -> Iterator[ast.AST]:
    """What is no text for players by its place, whatever module it is in."""
    for node in ast.walk(root):
        match node:
            case ast.Call() if called(node) in ("click.option", "click.argument"):
                # click prints these, in the language of its own help.
                yield from (k.value for k in node.keywords if k.arg in ("help", "metavar"))
            case ast.Call() if called(node) == "Meta":
                # Goes into the schema of decks, a format with English keys.
                yield from (k.value for k in node.keywords if k.arg == "description")
            case ast.Call() if called(node) == "Binding":
                # A key that the footer does not show has a name for the code alone.
                if any(ast.unparse(k) == "show=False" for k in node.keywords):
                    yield node.args[2]
            case ast.Call() if called(node).startswith("re."):
                yield node.args[0]
            case ast.Assign() if ast.unparse(node.targets[0]) == "DEFAULT_CSS":
                yield node.value
            case ast.Raise() if node.exc and called(node.exc) == "ValueError":
                # A mistake of the code, which no player is told.
                yield node.exc


def texts(root: ast.AST, left_out: set[ast.AST]) -> Iterator[str]:
    """All strings; an f-string is one, with \\0 for each of its values."""
    if root in left_out:
        return
    if isinstance(root, ast.Constant) and isinstance(root.value, str):
        yield root.value
    elif isinstance(root, ast.JoinedStr):
        yield "".join(str(p.value) if isinstance(p, ast.Constant) else "\0" for p in root.values)
    for child in ast.iter_child_nodes(root):
        if not (isinstance(root, ast.JoinedStr) and isinstance(child, ast.Constant)):
            yield from texts(child, left_out)


def spoken(root: ast.AST) -> list[str]:
    """The texts of a module that read like something a player is told."""
    left_out = docstrings(root) | set(for_machines(root))
    return [
        text
        for text in texts(root, left_out)
        if LIKE_A_SENTENCE.search(re.sub(r"<[^>]*>", "", text)) and not SQL.search(text)
    ]


@pytest.mark.parametrize("path", SPEAKERS, ids=name)
def test_no_sentence_for_players_stands_outside_the_words(path: Path) -> None:
    known = tuple(begin for module, begin in NOT_FOR_PLAYERS if module == name(path))
    assert [text for text in spoken(tree(path)) if not text.startswith(known)] == []


@pytest.mark.parametrize(("module", "begin"), NOT_FOR_PLAYERS, ids=str)
def test_every_exception_is_still_needed(module: str, begin: str) -> None:
    assert any(text.startswith(begin) for text in spoken(tree(PACKAGE / module)))


@pytest.mark.parametrize(
    ("source", "found"),
    [
        ('say("Draw a card.")', ["Draw a card."]),
        ('say(f"{n} cards")', ["\0 cards"]),
        ('say(f"Left out, {place}")', ["Left out, \0"]),
        ('say(f"Took {n}: {path}")', ["Took \0: \0"]),
        ('say(f"<p>Good night, {name}</p>")', ["<p>Good night, \0</p>"]),
        ('Row("Enter", f"{f(\'Sit down\')}")', ["Sit down"]),
        ('raise Trouble("No deck", detail, mend)', ["No deck"]),
        ('Binding("q", "quit", "Close the box")', ["Close the box"]),
        ('click.option("--deck", default="Way Back")', ["Way Back"]),
        ('say("Draw")', []),
        ('Binding("q", "quit", "close it", show=False)', []),
        ('"""What it is for."""\nx = 1\n"""What it is."""', []),
        ('run("SELECT body FROM event")', []),
        ("f'<p class=\"text\">{text}</p>'", []),
    ],
)
def test_what_reads_like_a_sentence_is_told_from_the_rest(source: str, found: list[str]) -> None:
    assert spoken(ast.parse(source)) == found


def looked_up(root: ast.AST) -> Iterator[tuple[ast.Call, list[ast.expr]]]:
    """Every look-up, with its arguments that are texts."""
    for node in ast.walk(root):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
            count = LOOK_UPS.get(node.func.id)
            if count:
                yield node, node.args[:count]


@pytest.mark.parametrize("path", WORDS, ids=name)
def test_every_text_among_the_words_is_looked_up(path: Path) -> None:
    left_out = docstrings(tree(path))
    left_out |= {text for _, found in looked_up(tree(path)) for text in found}
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Dict):
            left_out |= {key for key in node.keys if key is not None}
        elif isinstance(node, ast.Subscript):
            left_out.add(node.slice)
    bare = {text for text in texts(tree(path), left_out) if re.search(r"[^\W\d_]", text)}
    assert bare == {text for module, text in NO_TEXT if module == path.name}


@pytest.mark.parametrize("path", OTHERS, ids=name)
def test_texts_are_looked_up_where_a_catalogue_is_made_from(path: Path) -> None:
    """xgettext reads the package of words alone."""
    assert not [ast.unparse(c) for c, found in looked_up(tree(path)) if "Constant" in kinds(found)]


def kinds(found: list[ast.expr]) -> set[str]:
    return {type(text).__name__ for text in found}


@pytest.mark.parametrize("path", [*WORDS, *OTHERS], ids=name)
def test_a_look_up_is_given_a_whole_text_or_the_name_of_one(path: Path) -> None:
    """No f-string, no sum, nothing formatted before: no catalogue could hold that."""
    for call, found in looked_up(tree(path)):
        assert kinds(found) <= {"Constant", "Name", "Attribute", "Subscript"}, ast.unparse(call)
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.ImportFrom) and node.module == "two_of_hearts.words.lexicon":
            assert {alias.asname for alias in node.names} == {None}
        if isinstance(node, ast.JoinedStr):
            # xgettext does not look into f-strings.
            assert not any("Constant" in kinds(found) for _, found in looked_up(node))


@cache
def messages() -> dict[str, str | None]:
    """All texts that can be translated; for one thing and for many, where there is a plural."""
    found: dict[str, str | None] = {}
    for path in WORDS:
        for _, args in looked_up(tree(path)):
            literal = [arg.value for arg in args if isinstance(arg, ast.Constant)]
            for singular, *plural in [literal] if literal else []:
                found[str(singular)] = str(plural[0]) if plural else found.get(str(singular))
    return found


def placeholders(text: str) -> set[str]:
    return {field for _, field, _, _ in Formatter().parse(text) if field is not None}


def test_there_is_much_to_translate() -> None:
    assert len(messages()) > 400


def test_every_text_can_be_filled_in_by_the_names_that_stand_in_it() -> None:
    for text in {*messages(), *filter(None, messages().values())}:
        names = placeholders(text)
        assert all(name.isidentifier() for name in names), text
        assert "\0" not in text.format(**dict.fromkeys(names, 7))


def test_one_and_many_speak_of_the_same_things() -> None:
    """Only the number itself may be left unsaid of one."""
    for singular, plural in messages().items():
        if plural is not None:
            assert placeholders(singular) | {"n"} == placeholders(plural), singular


@pytest.mark.parametrize("path", WORDS, ids=name)
def test_every_text_is_given_what_it_names(path: Path) -> None:
    for node in ast.walk(tree(path)):
        if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Attribute):
            continue
        for call, args in looked_up(node.func.value):
            given = {keyword.arg for keyword in node.keywords}
            if call is node.func.value and None not in given and isinstance(args[-1], ast.Constant):
                assert node.func.attr == "format"
                assert given == placeholders(str(args[-1].value)), ast.unparse(call)
