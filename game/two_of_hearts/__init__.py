"""Two of Hearts, a card game for two partners at one laptop."""

__version__ = "0.1.0"
