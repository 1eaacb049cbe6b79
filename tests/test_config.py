"""Settings on disk: all that can be wrong is said in sentences, and what is written stays ours."""

from __future__ import annotations

import os
import stat
import sys
import tomllib
from dataclasses import fields
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from two_of_hearts import config_write, places
from two_of_hearts.config import MOST_BYTES, SETTINGS, Config, ConfigProblem, read
from two_of_hearts.engine.rounds import Answering
from two_of_hearts.errors import Trouble
from two_of_hearts.words.config import EXPLAINED

OURS = {"next": ["enter", "space"], "skip": "s"}
"""The game's own keys, as far as these tests go."""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "config.toml"


def write(path: Path, **changes: object) -> None:
    """Change settings; `keys_skip` stands for "keys.skip"."""
    dotted = {name.replace("_", "."): value for name, value in changes.items()}
    config_write.write(path, dotted, OURS)


def problems(path: Path, text: str | bytes) -> tuple[ConfigProblem, ...]:
    path.write_bytes(text.encode() if isinstance(text, str) else text)
    return read(path)[1]


def test_without_a_file_all_is_as_the_game_has_it_and_nothing_is_made(path: Path) -> None:
    assert read(path.parent / "nowhere" / path.name) == (Config(), ())
    assert not list(path.parent.iterdir())


def test_every_setting_can_be_chosen(path: Path) -> None:
    path.write_text(
        'answers = "drawer"\nturns = 10\ntheme = "nord"\ndimming = false\nanimation = "off"\n'
        'bell = false\nplain = true\n[keys]\nskip = "x"\nnext = ["enter", "f2"]\n'
    )
    config, wrong = read(path)
    assert not wrong
    keys = {"skip": ("x",), "next": ("enter", "f2")}
    assert config == Config(Answering.DRAWER, 10, "nord", False, "off", False, True, keys)
    assert all(getattr(config, f.name) != getattr(Config(), f.name) for f in fields(Config))


@pytest.mark.parametrize(
    ("text", "key", "wrong", "mend"),
    [
        ("turns = 5", "turns", "cannot be 5", "one of 4, 6, 10"),
        ("turns = 6.0", "turns", "cannot be 6.0", "one of 4, 6, 10"),
        ("turns = true", "turns", "cannot be true", "one of 4, 6, 10"),
        ("bell = 1", "bell", "cannot be 1", "one of true, false"),
        ('bell = "true"', "bell", 'cannot be "true"', "Did you mean true?"),
        ('answers = "Both"', "answers", 'cannot be "Both"', 'Did you mean "both"?'),
        ("animation = []", "animation", "cannot be a list", '"auto", "on", "off"'),
        ("dimming = 2026-02-14", "dimming", "cannot be a date", "true, false"),
        ("theme = {}", "theme", "cannot be a part", "walnut"),
        ('theme = "a\\u202eb"', "theme", "cannot be", "walnut"),
        ('teme = "nord"', "teme", "no setting", "Did you mean theme?"),
        ('zz = "x"', "zz", "no setting", "below a line [keys]"),
        ("[kys]", "kys", "no setting", "Did you mean keys?"),
        ('keys = "x"', "keys", "no part", "Write a line [keys]"),
        ("[keys]\nskip = 3", "keys.skip", "cannot be 3", '"x"'),
        ("[keys]\nskip = []", "keys.skip", "cannot be a list", '"x"'),
        ("[keys]\nskip = ['x', 3]", "keys.skip", "cannot be a list", '"x"'),
        ("[keys]\nbell = true", "keys.bell", "cannot be true", "above the line [keys]"),
        ('"a\\nb\\u001b" = 1', "a\\nb\\u001b", "no setting", "There are"),
        ("turns =", "", "ends in the middle", "theme ="),
        ("bell = true\nturns = = 6", "", "Line 2", "theme ="),
        ("turns = 4\nturns = 6", "", "Line 2 says a second time", "Take one"),
        ("[keys]\nskip = 'x'\nskip = 's'", "", "Line 3 says a second time", "Take one"),
        ("a" + ".a" * 30000 + " = 1", "", "Line 1", "theme ="),
        ("a = " + "[" * 30000, "", "cannot be understood", "theme ="),
        ("a = " + "9" * 5000, "", "cannot be understood", "theme ="),
        (b"theme = '\xe4'", "", "not in UTF-8", "Save it as UTF-8"),
        ("turns = 10".encode("utf-16"), "", "not in UTF-8", "Save it as UTF-8"),
    ],
    ids=lambda text: repr(text)[:24],
)
def test_what_is_wrong_is_said_with_its_place_and_its_mend(
    path: Path, text: str | bytes, key: str, wrong: str, mend: str
) -> None:
    (problem,) = problems(path, text)
    assert problem.file == str(path)
    assert problem.key == key
    assert wrong in problem.wrong
    assert mend in problem.mend
    assert read(path)[0] == Config()


def test_all_that_is_wrong_is_said_at_once_and_the_rest_counts(path: Path) -> None:
    wrong = problems(
        path, 'turns = 5\nanswers = "drawer"\nbel = true\n[keys]\nskip = 3\nmore = "x"'
    )
    assert [problem.key for problem in wrong] == ["turns", "bel", "keys.skip"]
    assert read(path)[0] == Config(answers=Answering.DRAWER)


def test_a_byte_order_mark_is_named_and_the_rest_counts(path: Path) -> None:
    (problem,) = problems(path, b"\xef\xbb\xbfturns = 10")
    assert "byte-order mark" in problem.wrong
    assert read(path)[0].turns == 10
    write(path, bell=False)
    assert read(path) == (Config(turns=10, bell=False), ())


def test_a_folder_in_its_place_is_named(path: Path) -> None:
    path.mkdir()
    (problem,) = read(path)[1]
    assert "folder" in problem.wrong
    with pytest.raises(Trouble, match="folder"):
        write(path, turns=10)


def test_a_file_of_a_gigabyte_is_not_read(path: Path) -> None:
    with path.open("wb") as file:
        file.truncate(2**30)
    (problem,) = read(path)[1]
    assert f"{2**30} bytes" in problem.wrong
    path.write_bytes(b"#" * MOST_BYTES)
    assert not read(path)[1]


@pytest.mark.skipif(sys.platform == "win32", reason="There are no such pipes.")
def test_nobody_waits_for_a_pipe_in_its_place(path: Path) -> None:
    os.mkfifo(path)
    (problem,) = read(path)[1]
    assert "not a file" in problem.wrong


@pytest.mark.skipif(sys.platform == "win32", reason="Links need rights there.")
def test_a_link_to_itself_is_named(path: Path) -> None:
    path.symlink_to(path)
    (problem,) = read(path)[1]
    assert "link" in problem.wrong
    with pytest.raises(Trouble):
        write(path, turns=10)


def test_a_file_that_others_keep_closed_is_named(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def closed(*_: object) -> bytes:
        raise PermissionError(13, "Permission denied")

    path.write_text("turns = 10")
    monkeypatch.setattr(Path, "read_bytes", closed)
    (problem,) = read(path)[1]
    assert problem.wrong == "Permission denied."
    with pytest.raises(Trouble, match="Permission denied"):
        write(path, turns=4)


LETTERS = st.text("abekstun.=[]{}'\"#\n\\ \t\r\ufeff,+-0169:Tä\x00", max_size=60)
PIECES = st.sampled_from(
    ["turns", "keys", "[keys]\n", "[[keys]]\n", "skip", " = ", '"x"', "6", "true", "\n", "# a\n"]
)


@settings(max_examples=400, deadline=None)
@given(st.lists(LETTERS | PIECES, max_size=12).map("".join), st.binary(max_size=3))
@example("keys.skip = 'a'\n[keys.more]\n", b"")
@example("[a.b]\n[keys]\n[a.c]\n", b"")
@example("keys = [[{}]]", b"")
def test_no_text_ever_breaks_it_and_a_change_changes_nothing_else(
    tmp_path_factory: pytest.TempPathFactory, text: str, rest: bytes
) -> None:
    path = tmp_path_factory.getbasetemp() / "any.toml"
    data = text.encode() + rest
    path.write_bytes(data)
    assert all(problem.wrong and problem.mend for problem in read(path)[1])
    try:
        write(path, turns=10, keys_skip="x")
    except Trouble:
        assert path.read_bytes() == data
    else:
        before = tomllib.loads(data.decode("utf-8-sig"))
        before["turns"] = 10
        before.setdefault("keys", {})["skip"] = "x"
        assert tomllib.loads(path.read_text()) == before


MINE = """\
# Our house
bell    = true     # Jo likes it

turns = 4 # short

[keys]
# skip = "s"
more = 'x'   # near the thumb
"""


def test_a_change_leaves_comments_order_and_spaces_as_they_were(path: Path) -> None:
    path.write_text(MINE)
    write(path, turns=10)
    assert path.read_text() == MINE.replace("turns = 4 #", "turns = 10 #")
    write(path, turns=4, keys_more=None, keys_skip=["f2", "z"], answers="drawer")
    changed = path.read_text()
    assert changed.startswith("# Our house\nbell    = true     # Jo likes it\n")
    assert '# skip = "s"\n' in changed
    assert read(path)[0].keys == {"skip": ("f2", "z")}
    assert read(path)[0].answers is Answering.DRAWER


def test_the_first_change_writes_a_whole_file_that_explains_every_setting(path: Path) -> None:
    path = path.parent / "made" / "for" / path.name
    write(path, turns=10, keys_more="x")
    text = path.read_text()
    assert read(path) == (Config(turns=10, keys={"more": ("x",)}), ())
    for name in SETTINGS:
        assert f"# {EXPLAINED[name]}\n{name} = " in text
    assert '# next = ["enter", "space"]\n# skip = "s"\n' in text
    assert max(map(len, text.splitlines())) <= 100
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700


def test_a_file_that_cannot_be_understood_is_not_written_over(path: Path) -> None:
    path.write_text("turns = = 4\n# all my comments")
    with pytest.raises(Trouble, match="Line 1") as trouble:
        write(path, turns=10)
    assert str(path) in trouble.value.detail
    assert path.read_text() == "turns = = 4\n# all my comments"


def test_a_link_stays_a_link_and_a_mode_stays_a_mode(path: Path) -> None:
    real = path.parent / "dotfiles" / "hearts.toml"
    real.parent.mkdir()
    real.write_text(MINE)
    real.chmod(0o644)
    path.symlink_to(real)
    write(path, turns=10)
    assert path.is_symlink()
    assert read(path)[0].turns == 10
    assert stat.S_IMODE(real.stat().st_mode) == 0o644
    assert [one.name for one in real.parent.iterdir()] == [real.name]


def test_a_file_marked_as_not_to_be_changed_is_not(path: Path) -> None:
    path.write_text(MINE)
    path.chmod(0o400)
    with pytest.raises(Trouble, match="not to be changed"):
        write(path, turns=10)
    assert path.read_text() == MINE


def test_where_writing_fails_the_old_file_stays_and_nothing_lies_about(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    path.write_text(MINE)
    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(Trouble, match="No space left"):
        write(path, turns=10)
    assert path.read_text() == MINE
    assert [one.name for one in path.parent.iterdir()] == [path.name]


def test_lines_that_end_as_on_windows_stay_so(path: Path) -> None:
    path.write_bytes(MINE.replace("\n", "\r\n").encode())
    write(path, turns=10)
    expected = MINE.replace("turns = 4 #", "turns = 10 #").replace("\n", "\r\n")
    assert path.read_bytes() == expected.encode()


def test_settings_lie_in_the_home_that_was_named_or_in_the_systems_place(tmp_path: Path) -> None:
    assert places.config(tmp_path, tmp_path) == tmp_path / "config.toml"
    own = places.config(tmp_path, None)
    assert tmp_path not in own.parents
    assert own.name == "config.toml"
    assert "two-of-hearts" in own.parts
