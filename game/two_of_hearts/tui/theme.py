"""The colours of the table: walnut, ivory cards, and one warm colour for each partner.

`VARIABLES` are the names that the style sheets use. They have defaults, so that every one of
Textual's own themes works too.
"""

from __future__ import annotations

from textual.theme import Theme

VARIABLES = {
    "table": "#1d1512",
    "table-text": "#e9ddcb",
    "table-muted": "#a99886",
    "card": "#f3e9d6",
    "ink": "#2a1f1a",
    "ink-muted": "#756250",
    "heart": "#b3243b",
    "back": "#8c2436",
    "back-pattern": "#b2525f",
    "back-text": "#f3e9d6",
    "partner-a": "#f0937a",
    "partner-l": "#7cc4b8",
}

WALNUT = Theme(
    name="walnut",
    primary="#b3243b",
    secondary="#7cc4b8",
    accent="#f0937a",
    foreground=VARIABLES["table-text"],
    background=VARIABLES["table"],
    surface="#281d18",
    panel="#33261f",
    dark=True,
    variables=VARIABLES,
)

OWN = (WALNUT,)
"""The themes that the game brings along."""
