"""Nothing of an evening leaves the machine, nor the files that are named: no network, no log."""

from __future__ import annotations

import ast
import os
import pty
import re
import select
import shutil
import subprocess
import sys
import time
import tomllib
from collections.abc import Callable
from pathlib import Path

import pytest

import two_of_hearts

Played = Callable[[Path], bytes]

PACKAGE = Path(two_of_hearts.__file__).parent

NETWORK = {
    "aiohttp",
    "asyncio",
    "email",
    "ftplib",
    "http",
    "httpx",
    "imaplib",
    "nntplib",
    "poplib",
    "requests",
    "smtplib",
    "socket",
    "socketserver",
    "ssl",
    "telnetlib",
    "urllib",
    "urllib3",
    "webbrowser",
    "wsgiref",
    "xmlrpc",
}
"""What can speak to another machine, or is needed for it."""

OTHER_PROGRAMS = {"subprocess", "ctypes", "pickle", "runpy"}
"""What could do it in a roundabout way."""

DEPENDENCIES = {"textual", "msgspec", "click", "platformdirs", "tomlkit"}
"""All that is installed with the game by default, but for what these need themselves."""

SELF_PIPE = (
    # asyncio wakes its own loop through a pair of sockets that have no address and no other end.
    r"socketpair\(AF_UNIX, SOCK_STREAM\|SOCK_CLOEXEC, 0, \[\d+, \d+\]\) = 0",
    r"getsockname\(\d+, \{sa_family=AF_UNIX\}, \[\d+ => 2\]\) = 0",
    r'sendto\(\d+, "\\0", 1, 0, NULL, 0\)\s+= \d+',
    r"recvfrom\(\d+, .*, 4096, 0, NULL, NULL\)\s+= .*",
    # A call that another process's line came in between of.
    r"<\.\.\. (sendto|recvfrom) resumed>.*",
    r"(sendto|recvfrom)\(\d+, .*<unfinished \.\.\.>",
    # How strace tells of an end.
    r"\+\+\+ exited with \d+ \+\+\+",
    r"--- SIG(CHLD|WINCH|TERM|CONT) .*",
)
"""Every line that a trace of network calls may have."""

SECRETS = ("Zephyrine", "Quillon", "the lighthouse keeper")
"""Two names and a line that stand nowhere else."""

LISTENING = """
import atexit, sys
heard = []
def hear(event, args):
    if event.startswith(("socket.", "ssl.", "urllib.", "http.", "ftplib.", "smtplib.", "poplib.",
                         "imaplib.", "telnetlib.", "webbrowser.", "subprocess.", "os.exec",
                         "os.posix_spawn", "os.system", "os.fork")):
        heard.append(event + repr(args[1:]))
atexit.register(lambda: open({path!r}, "w").write("\\n".join(heard) + "\\nend\\n"))
sys.addaudithook(hear)
from two_of_hearts.cli import main
main()
"""
"""Runs the game with an ear at everything that Python says it does with the network."""


def roots(path: Path) -> set[str]:
    """What a module imports, by the first part of its name."""
    found = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name.split(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            found.add(node.module.split(".")[0])
    return found


@pytest.mark.parametrize(
    "path", sorted(PACKAGE.rglob("*.py")), ids=lambda p: str(p.relative_to(PACKAGE))
)
def test_no_module_of_the_game_can_speak_to_another_machine(path: Path) -> None:
    # Where the loop is Textual's, asyncio alone may be named; see SELF_PIPE for what it does.
    may = {"asyncio"} if "tui" in path.parts else set()
    assert not roots(path) & (NETWORK - may | OTHER_PROGRAMS)


def test_what_is_installed_with_the_game_is_known() -> None:
    """Another dependency is looked at before it comes in."""
    project = tomllib.loads((PACKAGE.parents[1] / "pyproject.toml").read_text())["project"]
    assert {re.split(r"[<>=]", name)[0] for name in project["dependencies"]} == DEPENDENCIES


def test_all_modules_together_bring_in_no_client_of_the_network() -> None:
    """Textual brings socket and ssl with asyncio, and urllib to open a page when asked."""
    code = (
        "import importlib, pkgutil, sys, two_of_hearts\n"
        "for found in pkgutil.walk_packages(two_of_hearts.__path__, 'two_of_hearts.'):\n"
        "    if not found.name.endswith('__main__'):\n"
        "        importlib.import_module(found.name)\n"
        "print(len([n for n in sys.modules if n.startswith('two_of_hearts.')]))\n"
        f"print(sorted({NETWORK!r} & sys.modules.keys()))\n"
    )
    environment = {**os.environ, "PYTHONPATH": str(PACKAGE.parent)}
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, env=environment, check=True
    )
    count, brought = done.stdout.splitlines()
    assert int(count) > 100
    assert set(ast.literal_eval(brought)) <= {
        "asyncio",
        "email",
        "http",
        "socket",
        "ssl",
        "urllib",
    }


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Where a game lies, with a trap: a kit for developers that would be found if looked for."""
    trap = tmp_path / "trap" / "textual_dev"
    trap.mkdir(parents=True)
    (trap / "__init__.py").write_text(f"open({str(tmp_path / 'caught')!r}, 'w').write('caught')\n")
    return tmp_path


def command(folder: Path, *options: str) -> list[str]:
    """The game with two ears at it: one of Python's, and one of the system's where it is there."""
    listening = LISTENING.format(path=str(folder / "heard"))
    trace = ["strace", "-f", "-e", "trace=network", "-o", str(folder / "trace")]
    game = [sys.executable, "-c", listening, "--home", str(folder / "home"), *options]
    return [*trace, *game] if can_trace() else game


def can_trace() -> bool:
    """Whether strace is there and may be used."""
    if not shutil.which("strace"):
        return False
    return subprocess.run(["strace", "-o", os.devnull, "true"], capture_output=True).returncode == 0


def environment(folder: Path) -> dict[str, str]:
    """The most talkative that the environment can ask for."""
    return {
        **os.environ,
        "PYTHONPATH": os.pathsep.join((str(PACKAGE.parent), str(folder / "trap"))),
        "HOME": str(folder),
        "TERM": "xterm-256color",
        "TEXTUAL": "devtools,debug",
        "TEXTUAL_DEBUG": "1",
        "TEXTUAL_LOG": str(folder / "log"),
        "TEXTUAL_SCREENSHOT": "1",
        "TEXTUAL_SCREENSHOT_LOCATION": str(folder),
    }


def played_on_a_screen(folder: Path) -> bytes:
    """A short evening with a line, in a pseudo-terminal; all that was sent to it."""
    arguments = command(folder, "--names", *SECRETS[:2], "--no-plain")
    process, terminal = pty.fork()
    if process == 0:
        os.execvpe(arguments[0], arguments, environment(folder))
    keys = ["\r"] * 4 + ["j", SECRETS[2], "\r", "k"] + ["\r"] * 6 + ["q"]
    shown, end = b"", time.monotonic() + 90
    while time.monotonic() < end:
        # A quiet screen waits for a key; before the first it is the start that is waited for.
        if select.select([terminal], [], [], 0.25)[0]:
            try:
                data = os.read(terminal, 65536)
            except OSError:
                break
            if not data:
                break
            shown += data
        elif keys and len(shown) > 2000:
            os.write(terminal, keys.pop(0).encode())
    os.close(terminal)
    assert os.waitpid(process, 0)[1] == 0
    assert not keys
    return shown


def played_in_lines(folder: Path) -> bytes:
    """A short evening with a line, through pipes; all that was said."""
    lines = ["", "", "", "", "j", SECRETS[2], "k", *[""] * 6, "q"]
    done = subprocess.run(
        command(folder, "--names", *SECRETS[:2], "--plain"),
        input="\n".join(lines).encode(),
        capture_output=True,
        env=environment(folder),
        timeout=120,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.mark.skipif(sys.platform == "win32", reason="there is no pseudo-terminal")
@pytest.mark.parametrize("played", [played_on_a_screen, played_in_lines])
def test_an_evening_speaks_to_nobody_and_writes_only_its_journal(
    folder: Path, played: Played
) -> None:
    shown = played(folder)
    journal = folder / "home" / "journal.sqlite3"
    assert SECRETS[2].encode() in journal.read_bytes()

    # Python's own account: nothing but the two ends of the pipe to itself.
    heard = (folder / "heard").read_text().splitlines()
    assert heard.pop() == "end"
    assert {event.split("(")[0] for event in heard if event} <= {"socket.__new__"}
    for event in filter(None, heard):
        assert "AF_UNIX" in event or "(1, " in event, event

    # The system's account.
    if can_trace():
        told = [
            re.sub(r"^\d+\s+", "", line) for line in (folder / "trace").read_text().splitlines()
        ]
        assert told
        assert [line for line in told if not any(re.fullmatch(p, line) for p in SELF_PIPE)] == []

    # No title of a window, no clipboard, nothing that the terminal keeps or answers elsewhere.
    assert not re.search(rb"\x1b\](0|1|2|7|9|52|777|1337);", shown)

    # No file but the journal, and nobody's words in any other.
    files = {path for path in folder.rglob("*") if path.is_file()}
    own = {folder / "heard", folder / "trace", folder / "trap" / "textual_dev" / "__init__.py"}
    assert files - own == {journal, journal.with_name("journal.lock")}
    assert journal.with_name("journal.lock").read_bytes() == b""
    for path in own & files:
        assert not any(secret.encode() in path.read_bytes() for secret in SECRETS)


@pytest.mark.skipif(not can_trace(), reason="strace is not there")
def test_the_ear_would_hear_a_call(tmp_path: Path) -> None:
    """The patterns let nothing through that has an address."""
    code = (
        "import socket\ns = socket.socket()\ns.settimeout(0.01)\ns.connect_ex(('127.0.0.1', 9))\n"
    )
    trace = ["strace", "-f", "-e", "trace=network", "-o", str(tmp_path / "trace")]
    subprocess.run([*trace, sys.executable, "-c", code], check=True)
    lines = [re.sub(r"^\d+\s+", "", x) for x in (tmp_path / "trace").read_text().splitlines()]
    loud = [line for line in lines if not any(re.fullmatch(p, line) for p in SELF_PIPE)]
    assert any(line.startswith("socket(AF_INET") for line in loud)
    assert any(line.startswith("connect(") for line in loud)


@pytest.mark.skipif(sys.platform == "win32", reason="it writes no picture of the memory")
def test_a_killed_game_leaves_no_picture_of_its_memory() -> None:
    code = (
        "import os, resource\n"
        "from two_of_hearts.guarded import keep_quiet\n"
        "keep_quiet()\n"
        "print(resource.getrlimit(resource.RLIMIT_CORE)[0], oct(os.umask(0)))\n"
    )
    environment = {**os.environ, "PYTHONPATH": str(PACKAGE.parent)}
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, env=environment, check=True
    )
    assert done.stdout == "0 0o77\n"
