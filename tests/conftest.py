"""What every test starts from: no colour, theme or language of the machine that it runs on."""

from __future__ import annotations

import os
from collections.abc import Iterator

import pytest

from pseudo import Pseudo
from two_of_hearts.words import lexicon

for name in ("NO_COLOR", "TEXTUAL_THEME", "TEXTUAL_ANIMATIONS", "TWO_OF_HEARTS_HOME", "LANGUAGE"):
    os.environ.pop(name, None)


@pytest.fixture
def pseudo() -> Iterator[None]:
    """The game speaks a language that nobody does, and then its own again."""
    lexicon.use(Pseudo())
    yield
    lexicon.use(None)


def pytest_xdist_auto_num_workers() -> int:
    """How many workers share the tests: many of these wait for a terminal, and compute little."""
    return 2 * (os.cpu_count() or 1)
