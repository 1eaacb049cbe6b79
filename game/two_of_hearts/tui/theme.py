"""The colours of the table: walnut, birch, high contrast and sixteen, and what is made of others.

A theme names the colours that the style sheets use (`VARIABLES`). Textual's own themes do not know
them, so theirs are mixed from what they have, and moved until every text can be read on its ground
(WCAG 2.2, 1.4.3: a contrast of 4.5 to 1).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from textual.color import Color
from textual.theme import BUILTIN_THEMES, Theme

from two_of_hearts.engine.cards import Hue
from two_of_hearts.prints import PRINTS

LEGIBLE = 4.5
"""The least contrast of a text and its ground."""

BLACK, WHITE = Color(0, 0, 0), Color(255, 255, 255)

SIXTEEN_PRINTS = {
    **dict.fromkeys(Hue, "red"),
    Hue.AMBER: "yellow",
    Hue.BRONZE: "yellow",
    Hue.CLAY: "yellow",
    Hue.SKY: "blue",
    Hue.INDIGO: "blue",
    Hue.SLATE: "blue",
    Hue.PLUM: "magenta",
    Hue.ROSE: "magenta",
    Hue.TEAL: "blue",
}
"""The same in a terminal's own colours. White cannot be read on its green and its cyan."""

VARIABLES = {
    "table": "#1f1510",
    "table-text": "#eadfce",
    "table-muted": "#ab9a87",
    "table-dim": "#908070",
    "lamp": "#3a281d",
    "marked": "#3a281d",
    "shadow": "#120b08",
    "card": "#f4ead8",
    "card-under": "#d9cbb2",
    "card-far": "#5c4a3b",
    "ink": "#2a1f1a",
    "ink-muted": "#655342",
    "hairline": "#d3c3a8",
    "heart": "#a81f38",
    "back-text": "#f4ead8",
    "partner-a": "#f0937a",
    "partner-l": "#7cc4b8",
}
"""The names that the style sheets use, as they are on walnut."""

BIRCH_VARIABLES = {
    "table": "#dcc7a6",
    "table-text": "#2d2016",
    "table-muted": "#5d4936",
    "table-dim": "#64503c",
    "lamp": "#e9d9bd",
    "marked": "#e9d9bd",
    "shadow": "#b89d76",
    "card": "#fffaf0",
    "card-under": "#ece0c8",
    "card-far": "#f0e2c8",
    "ink": "#2a1f1a",
    "ink-muted": "#6b5a4a",
    "hairline": "#e0d2b8",
    "heart": "#a81f38",
    "back-text": "#fffaf0",
    "partner-a": "#8f2f17",
    "partner-l": "#0d5850",
}

CONTRAST_VARIABLES = {
    "table": "#000000",
    "table-text": "#ffffff",
    "table-muted": "#e0e0e0",
    "table-dim": "#b0b0b0",
    "lamp": "#000000",
    "marked": "#5a5a5a",
    "shadow": "#000000",
    "card": "#ffffff",
    "card-under": "#d0d0d0",
    "card-far": "#707070",
    "ink": "#000000",
    "ink-muted": "#303030",
    "hairline": "#808080",
    "heart": "#900018",
    "back-text": "#ffffff",
    "partner-a": "#ffb09a",
    "partner-l": "#8ff0e0",
}

SIXTEEN_VARIABLES = {
    "table": "ansi_black",
    "table-text": "ansi_bright_white",
    "table-muted": "ansi_white",
    "table-dim": "ansi_white",
    "lamp": "ansi_black",
    "marked": "ansi_blue",
    "shadow": "ansi_black",
    "card": "ansi_bright_white",
    "card-under": "ansi_white",
    "card-far": "ansi_white",
    "ink": "ansi_black",
    "ink-muted": "ansi_black",
    "hairline": "ansi_white",
    "heart": "ansi_red",
    "back-text": "ansi_bright_white",
    "partner-a": "ansi_bright_yellow",
    "partner-l": "ansi_bright_cyan",
}


def _theme(name: str, variables: dict[str, str], dark: bool, ansi: bool = False) -> Theme:
    return Theme(
        name=name,
        primary=variables["heart"],
        secondary=variables["partner-l"],
        accent=variables["partner-a"],
        foreground=variables["table-text"],
        background=variables["table"],
        surface=variables["lamp"],
        panel=variables["lamp"],
        dark=dark,
        variables=variables,
        ansi=ansi,
    )


WALNUT = _theme("walnut", VARIABLES, dark=True)
BIRCH = _theme("birch", BIRCH_VARIABLES, dark=False)
CONTRAST = _theme("contrast", CONTRAST_VARIABLES, dark=True)
SIXTEEN = _theme(
    "sixteen", BUILTIN_THEMES["ansi-dark"].variables | SIXTEEN_VARIABLES, dark=True, ansi=True
)

OWN = (WALNUT, BIRCH, CONTRAST, SIXTEEN)
"""Our own themes, as they are offered."""


def fitting(color_system: str | None, no_color: bool) -> str:
    """The name of the theme for a terminal, where nobody has chosen one.

    Args:
        color_system: what the terminal shows, as Rich calls it: "standard" for 16 colours.
        no_color: whether NO_COLOR asks for none.
    """
    if color_system in ("truecolor", "256"):
        return WALNUT.name
    return CONTRAST.name if no_color else SIXTEEN.name


@dataclass(frozen=True, slots=True)
class Ink:
    """The colours of one deck, as Rich knows them."""

    back: str
    """The ground of its backs, and its sign on a face."""
    pattern: str
    """The pattern on its backs."""
    on_table: str
    """Its sign on the table."""


def variables_of(theme: Theme) -> dict[str, str]:
    """The colours that the style sheets use, for any theme."""
    if "table" in theme.variables:
        return theme.variables
    return SIXTEEN_VARIABLES if theme.ansi else _mixed(theme)


def inks_of(theme: Theme) -> Mapping[Hue, Ink]:
    """The colours of the decks, for any theme."""
    variables = variables_of(theme)
    if variables["table"].startswith("ansi"):
        return {
            hue: Ink(ink, "bright_white", "bright_white") for hue, ink in SIXTEEN_PRINTS.items()
        }
    return _inks(variables["card"], variables["table"], variables["back-text"])


@cache
def _inks(card: str, table: str, text: str) -> Mapping[Hue, Ink]:
    ground, wood, light = Color.parse(card), Color.parse(table), Color.parse(text)
    inks = {}
    for hue, ink in PRINTS.items():
        back = legible(legible(Color.parse(ink), ground), light)
        pattern = back.blend(light, 0.3)
        inks[hue] = Ink(back.hex, pattern.hex, legible(Color.parse(ink), wood).hex)
    return inks


def _mixed(theme: Theme) -> dict[str, str]:
    """The colours of a theme that does not know our names: a light card on its own ground."""
    colours = theme.to_color_system().generate()
    own = {name: Color.parse(colours[name]) for name in ("background", "foreground", "primary")}
    accent, second = Color.parse(colours["accent"]), Color.parse(colours["secondary"])
    table = own["background"] if theme.dark else own["background"].blend(BLACK, 0.14)
    text = legible(own["foreground"].blend(table, 0), table, 7)
    card = text.blend(WHITE, 0.4) if theme.dark else WHITE.blend(own["background"], 0.2)
    ink = legible(table.blend(BLACK, 0.2) if theme.dark else text, card, 7)
    return {
        "table": table.hex,
        "table-text": text.hex,
        "table-muted": legible(text.blend(table, 0.3), table).hex,
        "table-dim": legible(text.blend(table, 0.55), table).hex,
        "lamp": table.blend(text, 0.1).hex if theme.dark else table.blend(WHITE, 0.5).hex,
        "marked": table.blend(BLACK if theme.dark else WHITE, 0.4).hex,
        "shadow": table.blend(BLACK, 0.4 if theme.dark else 0.2).hex,
        "card": card.hex,
        "card-under": card.blend(table if theme.dark else ink, 0.15).hex,
        "card-far": table.blend(card, 0.3 if theme.dark else 0.6).hex,
        "ink": ink.hex,
        "ink-muted": legible(ink.blend(card, 0.3), card.blend(ink, 0.15)).hex,
        "hairline": card.blend(ink, 0.2).hex,
        "heart": legible(Color.parse(colours["error"]), card).hex,
        "back-text": card.hex,
        "partner-a": legible(accent, table).hex,
        "partner-l": legible(own["primary"] if own["primary"] != accent else second, table).hex,
    }


def legible(color: Color, ground: Color, least: float = LEGIBLE) -> Color:
    """A colour moved towards black or white, until it can be read on its ground.

    Args:
        color: the colour that is wanted.
        ground: what lies behind it.
        least: the least contrast.
    """
    end = max((BLACK, WHITE), key=lambda c: contrast(c, ground))
    for step in range(21):
        moved = color.blend(end, step / 20, alpha=1).rgb
        if contrast(Color(*moved), ground) >= least:
            return Color(*moved)
    return end


def contrast(one: Color, other: Color) -> float:
    """The contrast of two colours, from 1 to 21 (WCAG 2.2, relative luminance)."""
    darker, lighter = sorted((_luminance(one), _luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(color: Color) -> float:
    def linear(part: int) -> float:
        value = part / 255
        return value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4

    red, green, blue = (linear(part) for part in color.rgb)
    return float(0.2126 * red + 0.7152 * green + 0.0722 * blue)
