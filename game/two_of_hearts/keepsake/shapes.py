"""The heart, the steps of depth and the tick, drawn once for pages and pictures alike."""

from __future__ import annotations

HEART = (
    "M12 21C5.6 16.3 2 12.9 2 8.7 2 5.6 4.4 3.3 7.3 3.3c1.9 0 3.7 1 4.7 2.6 "
    "1-1.6 2.8-2.6 4.7-2.6C19.6 3.3 22 5.6 22 8.7c0 4.2-3.6 7.6-10 12.3z"
)
"""A heart in a square of 24."""

STEPS = ((1, 9, 4), (9, 5, 8), (17, 1, 12))
"""Three steps in a box of 24 by 14: where each begins, how far down, and how high it is."""


def steps(depth: int) -> str:
    """Three steps, as many of them filled as a card is deep; SVG in a box of 24 by 14."""
    rows = []
    for number, (x, y, height) in enumerate(STEPS, start=1):
        fill = "currentColor" if number <= depth else "none"
        rows.append(
            f'<rect x="{x}" y="{y}" width="6" height="{height}" rx="1" fill="{fill}" '
            'stroke="currentColor"/>'
        )
    return "".join(rows)


def tick(is_done: bool) -> str:
    """A box, with a tick in it when a plan is done; SVG in a box of 14 by 14."""
    box = '<rect x="1" y="1" width="12" height="12" rx="2" fill="none" stroke="currentColor"/>'
    check = '<path d="M3.5 7.2 6 10l4.8-6" fill="none" stroke="currentColor" stroke-width="1.8"/>'
    return box + (check if is_done else "")
