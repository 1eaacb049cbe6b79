"""How long loading decks takes, for 1,000, 10,000 and 100,000 cards in decks of 50.

Run it with: python tests/bench/decks.py

The time per card should not grow with their number. Each size is loaded three times, the sizes in
turn; the median counts.
"""

from __future__ import annotations

import statistics
import tempfile
import time
from pathlib import Path

from two_of_hearts.library import load
from two_of_hearts.twins import find_twins

EACH = 50

SIZES = (1_000, 10_000, 100_000)


def fill(folder: Path, cards: int) -> None:
    """Write decks with so many cards in all."""
    for number in range(cards // EACH):
        lines = [
            f'title = "Deck {number}"\nabout = "A deck to be timed."\nlanguage = "en"',
            'kind = "question"\n[moods]\ntender = 2',
        ]
        for card in range(EACH):
            lines.append(
                f'[[card]]\nid = "card-{card}"\ndepth = {card % 3 + 1}\ntopics = ["work"]\n'
                f'text = "What did the word w{number}x and the word v{card}y mean to you?"\n'
                'follow_ups = ["Who said it first?", "Where were you then?"]'
            )
        (folder / f"deck-{number}.toml").write_text("\n".join(lines))


def main() -> None:
    """Print the time per card, and how it grows."""
    with tempfile.TemporaryDirectory() as root:
        times: dict[int, list[float]] = {size: [] for size in SIZES}
        for size in SIZES:
            folder = Path(root) / str(size)
            folder.mkdir()
            fill(folder, size)
        for _ in range(3):
            for size in SIZES:
                began = time.perf_counter()
                library = load([Path(root) / str(size)])
                times[size].append((time.perf_counter() - began) / size)
                assert sum(len(deck.cards) for deck in library.decks) == size
        first = statistics.median(times[SIZES[0]])
        for size in SIZES:
            each = statistics.median(times[size])
            print(f"{size:7,} cards  {each * 1e6:6.1f} µs each  {each / first:.2f} of the first")
        cards = [card for deck in load([Path(root) / "10000"]).decks for card in deck.cards]
        began = time.perf_counter()
        list(find_twins(cards))
        print(f"twins among {len(cards):,} cards: {time.perf_counter() - began:.2f} s")


if __name__ == "__main__":
    main()
