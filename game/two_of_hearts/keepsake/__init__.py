"""A keepsake: what an evening or a year left, as a page, a text or pictures of cards.

It holds what two people chose to keep, and nothing else: not who skipped, not what anybody marked
in private, and no card that was set aside without a heart on it.
"""

from two_of_hearts.keepsake.files import AlreadyThere, Format, default_name, write
from two_of_hearts.keepsake.leaves import Choice

__all__ = ["AlreadyThere", "Choice", "Format", "default_name", "write"]
