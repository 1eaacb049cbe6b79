"""The words of the first screen, apart from the others so that it need not wait for the rules."""

from __future__ import annotations

from two_of_hearts.engine.partners import Pair, Partner
from two_of_hearts.words.lexicon import N_

SIGNS = {Partner.A: "◆", Partner.L: "●"}
"""A sign for each partner, so that colour never stands alone."""

DEFAULT_NAMES = Pair("Ace", "Lark")
"""What two are called who give no names."""

FIRST_WORDS = N_("This is a game, not therapy. Any card may be skipped, and nobody has to say why.")
