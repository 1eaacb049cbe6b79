"""The inks that decks are printed with, on tables and on keepsakes alike."""

from __future__ import annotations

from two_of_hearts.engine.cards import Hue

PRINTS = {
    Hue.CRIMSON: "#8c2436",
    Hue.ROSE: "#a03a63",
    Hue.CORAL: "#a8412c",
    Hue.CLAY: "#84492f",
    Hue.AMBER: "#87580f",
    Hue.BRONZE: "#6b5128",
    Hue.OLIVE: "#5b6122",
    Hue.MOSS: "#3c6a38",
    Hue.TEAL: "#1c6a63",
    Hue.SKY: "#22658f",
    Hue.SLATE: "#485a6b",
    Hue.INDIGO: "#414a96",
    Hue.PLUM: "#6d3f84",
    Hue.WINE: "#6c2342",
}
"""The inks that decks are printed with: each can be read on ivory, and ivory on it."""
