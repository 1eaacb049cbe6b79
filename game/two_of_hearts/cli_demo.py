"""The command `demo`: a short round that plays itself, in a folder that is thrown away."""

from __future__ import annotations

import click

from two_of_hearts.cli_common import refuse_without_terminal, run, say


@click.command()
@click.option(
    "--pace",
    type=click.FloatRange(0.05, 60),
    default=2.0,
    show_default=True,
    help="Seconds from move to move.",
)
def demo(pace: float) -> None:
    """Watch a short round play itself. Any key ends it; nothing of yours is touched."""
    refuse_without_terminal()
    import tempfile
    from datetime import datetime
    from pathlib import Path

    from two_of_hearts import library
    from two_of_hearts.journal import Journal
    from two_of_hearts.tui.demo import DemoApp
    from two_of_hearts.words import demo as words

    with tempfile.TemporaryDirectory(prefix="two-of-hearts-demo-") as folder:
        journal = Journal(Path(folder) / "journal.sqlite3")
        app = DemoApp(
            pace,
            journal=journal,
            load=lambda: library.load([library.bundled()]),
            now=lambda: datetime.now().astimezone(),
        )
        try:
            code = run(app)
        finally:
            journal.close()
    if not code:
        say(words.how_to_begin())
    raise SystemExit(code)
