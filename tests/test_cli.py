"""The command: what it says, where, and with which exit code."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from helpers import NAMES, SEED, now
from two_of_hearts import __version__
from two_of_hearts.cli import main
from two_of_hearts.engine import moves as mv
from two_of_hearts.engine.cards import DeckId
from two_of_hearts.journal import Journal
from two_of_hearts.library import bundled, load
from two_of_hearts.session import Session

Run = Callable[..., Result]


@pytest.fixture
def run(tmp_path: Path) -> Run:
    def invoke(*args: str) -> Result:
        return CliRunner().invoke(main, args, env={"TWO_OF_HEARTS_HOME": str(tmp_path)})

    return invoke


def test_version(run: Run) -> None:
    assert run("--version").output == f"two-of-hearts, version {__version__}\n"


def test_help_names_the_commands(run: Run) -> None:
    output = run("--help").output
    assert "play" in output
    assert "decks" in output


def test_a_screen_that_is_asked_for_needs_a_terminal(run: Run) -> None:
    done = run("play", "--no-plain")
    assert done.exit_code == 2
    assert done.stdout == ""
    assert "needs a terminal window" in done.stderr
    assert "--plain" in done.stderr


def test_the_demo_needs_a_terminal(run: Run) -> None:
    assert run("demo").exit_code == 2


@pytest.mark.parametrize(
    "args", [["--mood", "furious"], ["--turns", "5"], ["--seed", "-1"], ["--nonsense"], ["dance"]]
)
def test_a_wrong_option_ends_with_2_and_no_traceback(run: Run, args: list[str]) -> None:
    done = run(*args)
    assert done.exit_code == 2
    assert "Traceback" not in done.output
    assert "Error" in done.stderr


def test_a_new_deck_is_commented_sound_and_never_written_over(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "decks" / "our-year.toml"
    assert run("decks", "new", "our-year").output == f"{path}\n"
    assert run("decks", "check", str(path)).output == "1 deck, 3 cards: all is well.\n"
    path.write_text("mine now")
    again = run("decks", "new", "our-year")
    assert again.exit_code == 1
    assert "stays as it is" in again.stderr
    assert path.read_text() == "mine now"


@pytest.mark.parametrize(
    "name", ["../x", "Our Year", "a/b", "", "-", "way-back", "x" * 33, "a" * 300, "../" * 2000]
)
def test_a_name_that_cannot_be_a_decks_is_refused(run: Run, tmp_path: Path, name: str) -> None:
    done = run("decks", "new", "--", name)
    assert done.exit_code == 1
    assert not list(tmp_path.rglob("*.toml"))


def test_check_says_everything_at_once_and_ends_with_1(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "ours.toml"
    path.write_text('title = "Ours"\nkind = "question"\n[[card]]\nid = "a"\ntext = "b"\n')
    done = run("decks", "check", str(path))
    assert done.exit_code == 1
    assert done.stdout.splitlines() == [
        "ours.toml:1: The key about is missing. Write one sentence in quotes, "
        "at most 120 characters.",
        'ours.toml:1: The key language is missing. Write language = "en", '
        "or the tag of another language.",
        "ours.toml:1: The key moods is missing. Write a table [moods] with lines like "
        "tender = 2, each from 1 to 3.",
        'ours.toml:3: card "a": The key depth is missing. Write 1 (light), 2 (warm) or 3 (deep).',
    ]


def test_check_says_nothing_but_a_count_when_all_is_well(run: Run) -> None:
    done = run("decks", "check")
    assert done.exit_code == 0
    assert done.stdout.startswith("14 decks, ")
    assert len(done.stdout.splitlines()) == 1


def test_check_finds_a_twin_of_a_card_in_another_deck(run: Run, tmp_path: Path) -> None:
    run("decks", "new", "ours")
    path = tmp_path / "decks" / "ours.toml"
    shown = run("decks", "show", "wobbly-pots").output
    text = next(line for line in shown.splitlines() if line.startswith("activity: "))
    path.write_text(
        path.read_text().replace(
            "When did you last laugh until it hurt?", text[len("activity: ") :]
        )
    )
    done = run("decks", "check")
    assert done.exit_code == 1
    assert 'ours.toml:30: card "first-laugh": It asks much the same as wobbly-pots/' in done.stdout


def test_import_makes_a_deck_and_never_writes_over_one(run: Run, tmp_path: Path) -> None:
    source = tmp_path / "My List.txt"
    source.write_text("What now?\nWhat now?\nAnd then?\n")
    done = run("decks", "import", str(source))
    assert done.exit_code == 0
    assert done.stdout.splitlines() == [
        "Left out, line 2: the same as line 1.",
        f"Took 2 cards into {tmp_path / 'decks' / 'my-list.toml'}",
    ]
    assert run("decks", "import", str(source)).exit_code == 1
    assert run("decks", "import", str(source), "--name", "other", "--kind", "story").exit_code == 0
    assert "story: What now?" in run("decks", "show", "other").output
    assert run("decks", "check", str(tmp_path / "decks" / "other.toml")).exit_code == 1


@pytest.mark.parametrize(
    "args",
    [
        ["--home", "HOME", "decks", "list"],
        ["decks", "--home", "HOME", "list"],
        ["decks", "list", "--home", "HOME"],
    ],
)
def test_the_home_may_be_named_anywhere(tmp_path: Path, args: list[str]) -> None:
    CliRunner().invoke(main, ["decks", "new", "ours", "--home", str(tmp_path)])
    done = CliRunner().invoke(main, [a.replace("HOME", str(tmp_path)) for a in args])
    assert "ours: Ours (yours)" in done.stdout


@pytest.mark.parametrize(
    ("home", "said"), [("~nobody-here/x", "There is no such home"), ("a" * 400, "too long")]
)
@pytest.mark.parametrize("command", ["new ours", "list", "check"])
def test_a_home_that_cannot_be_is_explained_and_not_made(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, home: str, said: str, command: str
) -> None:
    monkeypatch.chdir(tmp_path)
    done = CliRunner().invoke(main, ["decks", "--home", home, *command.split()])
    assert done.exit_code == 1
    assert said in done.output
    assert "broke" not in done.output
    assert list(tmp_path.iterdir()) == []


def test_many_twins_are_told_in_time_and_to_a_limit(run: Run, tmp_path: Path) -> None:
    source = tmp_path / "many.txt"
    letters = [chr(97 + n % 50 // 10) + chr(97 + n % 10) for n in range(2000)]
    lines = [f"al{a}pha be{a}ta ga{a}mma {n}?\n" for n, a in enumerate(letters)]
    source.write_text("".join(lines))
    assert run("decks", "import", str(source)).exit_code == 0
    done = run("decks", "check")
    assert done.exit_code == 1
    assert len(done.stdout.splitlines()) == 201


def test_import_of_nothing_makes_nothing(run: Run, tmp_path: Path) -> None:
    source = tmp_path / "empty.txt"
    source.write_text("\n# nothing\n")
    done = run("decks", "import", str(source))
    assert done.exit_code == 1
    assert "no card to take" in done.stderr
    assert not (tmp_path / "decks").exists()


def test_the_list_counts_seen_cards_and_marks_the_couples_own(run: Run, tmp_path: Path) -> None:
    run("decks", "new", "ours")
    journal = Journal(tmp_path / "journal.sqlite3")
    shelf = load([bundled()]).decks
    session = Session.begin(journal, shelf, now, NAMES, SEED)
    for move in (mv.ShowDecks(), mv.TakeDeck(DeckId("way-back")), mv.Draw()):
        session.play(move)
    journal.close()
    lines = run("decks").stdout.splitlines()
    assert "; 1 seen, 53 unseen." in lines[lines.index("way-back: Way Back") + 2]
    assert "ours: Ours (yours)" in lines


@pytest.mark.parametrize("args", [["decks"], ["decks", "list"]])
def test_decks_are_listed(run: Run, args: list[str]) -> None:
    output = run(*args).output
    assert len([line for line in output.splitlines() if not line.startswith(" ")]) == 14
    assert "way-back: Way Back\n" in output


def test_a_deck_is_shown_with_all_its_cards(run: Run) -> None:
    output = run("decks", "show", "thank-you").output
    assert output.count("appreciation: ") >= 16


def test_a_deck_that_is_not_there_gets_the_nearest_name(run: Run) -> None:
    done = run("decks", "show", "way-bak")
    assert done.exit_code == 2
    assert done.stderr == "There is no deck called 'way-bak'.\nDid you mean way-back?\n"


def test_a_deck_of_ones_own_is_listed_and_a_broken_one_is_named(run: Run, tmp_path: Path) -> None:
    (tmp_path / "decks").mkdir()
    (tmp_path / "decks" / "ours.toml").write_text(
        'title = "Ours"\nabout = "Our own."\nlanguage = "en"\nkind = "question"\nmoods = {}\n'
        '[[card]]\nid = "one"\ntext = "What?"\ndepth = 1\n'
    )
    (tmp_path / "decks" / "broken.toml").write_text("title = 3\n")
    done = run("decks")
    assert "ours" in done.stdout
    assert "broken.toml:1: title cannot be 3." in done.stderr
