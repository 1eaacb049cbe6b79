"""Where things lie on this machine: the journal, and decks of one's own."""

from __future__ import annotations

from pathlib import Path

from two_of_hearts.errors import Trouble


def home(chosen: Path | None) -> Path:
    """The folder that everything is kept in.

    Args:
        chosen: what `--home` or `TWO_OF_HEARTS_HOME` says; None for the system's own place.

    Raises:
        Trouble: it names the home of somebody who is not known here.
    """
    if chosen is not None:
        try:
            return chosen.expanduser()
        except RuntimeError as error:
            from two_of_hearts.words import troubles

            raise Trouble(*troubles.no_such_home(str(chosen))) from error
    from platformdirs import user_data_path

    return user_data_path("two-of-hearts", appauthor=False)


def journal(home: Path) -> Path:
    """The file with all evenings."""
    return home / "journal.sqlite3"


def config(home: Path, chosen: Path | None) -> Path:
    """The file with the settings.

    Args:
        home: the folder that everything is kept in.
        chosen: what `--home` or `TWO_OF_HEARTS_HOME` says: then the settings lie there too, so
            that such a folder is a whole game of its own. None for the system's own place.
    """
    if chosen is not None:
        return home / "config.toml"
    from platformdirs import user_config_path

    return user_config_path("two-of-hearts", appauthor=False) / "config.toml"


def own_decks(home: Path) -> Path:
    """The folder for decks of one's own."""
    return home / "decks"


def keepsakes() -> Path:
    """Where a keepsake is offered to lie: among the documents, or where these are not, at home."""
    from platformdirs import user_documents_path

    documents = user_documents_path()
    return documents if documents.is_dir() else Path.home()
