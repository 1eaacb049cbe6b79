"""Writing a keepsake: whole, for its owner alone, and over nothing that was not given up."""

from __future__ import annotations

import os
import pty
import stat
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from types import ModuleType

import pytest
from click.testing import CliRunner, Result

from helpers import NAMES, NOON, SEED, begin, card, deck
from two_of_hearts.album import Album
from two_of_hearts.cli import main
from two_of_hearts.engine import moves as mv
from two_of_hearts.engine import rules
from two_of_hearts.engine.cards import DeckId, Kind
from two_of_hearts.engine.state import Phase
from two_of_hearts.errors import Trouble
from two_of_hearts.journal import Journal
from two_of_hearts.keepsake import AlreadyThere, Choice, Format, default_name, write
from two_of_hearts.session import Session

PLANS = deck("out", [card("out", f"plan-{n}", kind=Kind.PLAN) for n in range(6)])
SHELF = begin(deck("red"), PLANS).decks


def play(path: Path, kept: int = 2) -> Album:
    """The album after an evening with this many kept cards."""
    journal = Journal(path / "journal.sqlite3")
    session = Session.begin(journal, SHELF, lambda: NOON, NAMES, SEED)
    session.play(mv.ShowDecks())
    session.play(mv.TakeDeck(DeckId("red")))
    while session.state.phase is not Phase.BETWEEN:
        move = rules.natural(session.state)
        assert move is not None
        session.play(move)
    for one in session.state.drawn[:kept]:
        session.play(mv.Keep(one.id))
    album = Album.of(journal)
    journal.close()
    return album


@pytest.fixture
def album(tmp_path: Path) -> Album:
    return play(tmp_path / "home")


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "here"
    folder.mkdir()
    monkeypatch.chdir(folder)
    return folder


def test_it_is_called_after_the_day_or_the_year(album: Album) -> None:
    assert default_name(album, Choice()) == "two-of-hearts-2026-02-14.html"
    assert default_name(album, Choice(year=2026), Format.MARKDOWN) == "two-of-hearts-2026.md"
    assert default_name(album, Choice(evening=1), Format.PNG) == "two-of-hearts-2026-02-14"


def test_it_is_for_its_owner_alone_and_leaves_nothing_beside_it(album: Album, here: Path) -> None:
    made = write(album, Choice())
    assert made == Path("two-of-hearts-2026-02-14.html")
    assert [path.name for path in here.iterdir()] == [made.name]
    assert stat.S_IMODE(made.stat().st_mode) == 0o600


@pytest.mark.parametrize(
    ("name", "begins"),
    [("a.html", "<!DOCTYPE"), ("a.md", "# Mia"), ("a.MD", "# Mia")],
)
def test_the_ending_says_how_it_is_drawn(album: Album, name: str, begins: str) -> None:
    assert write(album, Choice(), Path(name)).read_text().startswith(begins)


@pytest.mark.parametrize("name", ["a.pdf", "a", "-", "a.html.bak"])
def test_an_ending_that_says_nothing_is_refused_with_those_that_do(
    album: Album, here: Path, name: str
) -> None:
    with pytest.raises(Trouble, match=r"\.html, \.md, \.svg, \.png"):
        write(album, Choice(), Path(name))
    assert list(here.iterdir()) == []


def test_what_is_named_counts_more_than_the_ending(album: Album) -> None:
    made = write(album, Choice(), Path("a.txt"), format=Format.MARKDOWN)
    assert made.read_text().startswith("# Mia")


def test_it_is_never_written_over_another_file_unasked(album: Album, here: Path) -> None:
    path = here / "ours.html"
    path.write_text("mine")
    with pytest.raises(AlreadyThere, match="stays as it is") as refused:
        write(album, Choice(), path)
    assert refused.value.path == path
    assert path.read_text() == "mine"
    assert [one.name for one in here.iterdir()] == ["ours.html"]
    write(album, Choice(), path, overwrite=True)
    assert path.read_text().startswith("<!DOCTYPE")
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_what_somebody_puts_there_meanwhile_stays(
    album: Album, here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = here / "ours.html"
    flush = os.fsync

    def meanwhile(handle: int) -> None:
        flush(handle)
        path.write_text("mine")

    monkeypatch.setattr(os, "fsync", meanwhile)
    with pytest.raises(AlreadyThere):
        write(album, Choice(), path)
    assert path.read_text() == "mine"
    assert [one.name for one in here.iterdir()] == ["ours.html"]


def test_a_link_is_replaced_and_what_it_points_to_is_not(album: Album, here: Path) -> None:
    target, link = here / "target", here / "ours.html"
    target.write_text("mine")
    link.symlink_to(target)
    with pytest.raises(AlreadyThere):
        write(album, Choice(), link)
    write(album, Choice(), link, overwrite=True)
    assert target.read_text() == "mine"
    assert not link.is_symlink()


@pytest.mark.parametrize("where", ["a-folder.html", "a-pipe.md"])
def test_what_is_no_file_is_never_replaced(album: Album, here: Path, where: str) -> None:
    path = here / where
    path.mkdir() if where == "a-folder.html" else os.mkfifo(path)
    with pytest.raises(Trouble, match="cannot lie there"):
        write(album, Choice(), path, overwrite=True)
    assert path.is_dir() or path.is_fifo()


@pytest.mark.parametrize(
    "where", ["nowhere/a.html", "~nobody-here/a.html", "a\0b.md", "x" * 300 + ".html"]
)
def test_a_place_that_cannot_be_is_explained(album: Album, here: Path, where: str) -> None:
    with pytest.raises(Trouble, match=r"cannot be written|cannot lie there"):
        write(album, Choice(), Path(where))
    assert list(here.iterdir()) == []


def test_a_full_disk_leaves_the_old_one_and_no_half(
    album: Album, here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = write(album, Choice())
    before = path.read_bytes()

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(Trouble, match="No space left"):
        write(album, Choice(), path, overwrite=True)
    assert path.read_bytes() == before
    assert [one.name for one in here.iterdir()] == [path.name]


def test_pictures_are_a_lid_and_a_card_each(album: Album, here: Path) -> None:
    made = write(album, Choice(), Path("cards.svg"))
    assert made == Path("cards")
    names = sorted(path.name for path in made.iterdir())
    assert names == [f"two-of-hearts-card-{n:03}.svg" for n in range(3)]
    assert stat.S_IMODE(made.stat().st_mode) == 0o700
    assert {stat.S_IMODE(path.stat().st_mode) for path in made.iterdir()} == {0o600}
    assert [path.name for path in here.iterdir()] == ["cards"]


def test_of_a_folder_only_our_own_pictures_are_written_over(tmp_path: Path) -> None:
    folder = Path("cards")
    many = play(tmp_path / "many", kept=4)
    few = play(tmp_path / "few", kept=1)
    folder.mkdir()
    (folder / "holiday.svg").write_text("mine")
    write(many, Choice(), folder, format=Format.SVG)
    with pytest.raises(AlreadyThere):
        write(few, Choice(), folder, format=Format.SVG)
    assert len(list(folder.iterdir())) == 6
    write(few, Choice(), folder, format=Format.SVG, overwrite=True)
    assert sorted(path.name for path in folder.iterdir()) == [
        "holiday.svg",
        "two-of-hearts-card-000.svg",
        "two-of-hearts-card-001.svg",
    ]
    assert (folder / "holiday.svg").read_text() == "mine"


def test_without_the_package_for_png_it_says_how_to_get_it(
    album: Album, here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "resvg_py", None)
    with pytest.raises(Trouble, match="pip install"):
        write(album, Choice(), format=Format.PNG)
    assert list(here.iterdir()) == []


def test_png_cards_without_letters_are_not_made(
    album: Album, here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    blind = ModuleType("resvg_py")
    blind.svg_to_bytes = lambda **_: b"an empty picture"  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "resvg_py", blind)
    with pytest.raises(Trouble, match="needs a font"):
        write(album, Choice(), format=Format.PNG)
    assert list(here.iterdir()) == []


def test_png_cards_are_pictures_of_twice_the_size(album: Album) -> None:
    pytest.importorskip("resvg_py")
    made = write(album, Choice(), format=Format.PNG)
    heads = {path.read_bytes()[:24] for path in made.iterdir()}
    assert heads == {
        b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + (1500).to_bytes(4) + (2100).to_bytes(4)
    }


Run = Callable[..., Result]


@pytest.fixture
def run(album: Album, tmp_path: Path) -> Run:
    def invoke(*args: str) -> Result:
        home = str(tmp_path / "home")
        return CliRunner().invoke(main, ["keepsake", *args], env={"TWO_OF_HEARTS_HOME": home})

    return invoke


def test_the_command_says_where_the_keepsake_is(run: Run, here: Path) -> None:
    assert run().stdout == "two-of-hearts-2026-02-14.html\n"
    assert run("--year", "2026", "--format", "md").stdout == "two-of-hearts-2026.md\n"
    assert run("--evening", "1", "-o", "a.svg").stdout == "a\n"
    assert len(list(here.iterdir())) == 3


def test_the_command_writes_over_nothing_without_force(run: Run, here: Path) -> None:
    path = here / "a.html"
    path.write_text("mine")
    done = run("-o", "a.html")
    assert done.exit_code == 1
    assert "--force" in done.stderr
    assert path.read_text() == "mine"
    assert run("-o", "a.html", "--force").exit_code == 0
    assert path.read_text() != "mine"


@pytest.mark.parametrize(("answer", "is_written"), [("y", True), ("n", False), ("", False)])
def test_on_a_terminal_it_asks_first(
    album: Album, tmp_path: Path, here: Path, answer: str, is_written: bool
) -> None:
    """A real pseudo-terminal."""
    path = here / "a.html"
    path.write_text("mine")
    ours, theirs = pty.openpty()
    home = str(tmp_path / "home")
    process = subprocess.Popen(
        [sys.executable, "-m", "two_of_hearts", "keepsake", "-o", "a.html", "--home", home],
        stdin=theirs,
        stdout=theirs,
        stderr=theirs,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
    )
    os.close(theirs)
    asked = b""
    while b"Write over it?" not in asked:
        asked += os.read(ours, 4096)
    os.write(ours, answer.encode() + b"\n")
    assert process.wait() == (0 if is_written else 1)
    os.close(ours)
    assert (path.read_text() != "mine") is is_written


@pytest.mark.parametrize(
    ("args", "code"),
    [(["--evening", "1", "--year", "2026"], 2), (["--format", "pdf"], 2), (["--evening", "9"], 1)],
)
def test_a_wrong_choice_makes_nothing(run: Run, here: Path, args: list[str], code: int) -> None:
    done = run(*args)
    assert done.exit_code == code
    assert done.stdout == ""
    assert list(here.iterdir()) == []


def test_before_the_first_evening_there_is_none_and_no_journal_is_made(tmp_path: Path) -> None:
    home = tmp_path / "empty"
    done = CliRunner().invoke(main, ["keepsake", "--home", str(home)])
    assert done.exit_code == 1
    assert "put a heart on a card" in done.stderr
    assert not home.exists()
