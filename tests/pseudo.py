"""A language that nobody speaks: every text in brackets, with accents, and half as long again.

What is shown without brackets was not translated; what has lost one was cut.
"""

from __future__ import annotations

import re
from gettext import NullTranslations

ACCENTS = str.maketrans("aceinouyACEINOUY", "áçéíñóúýÁÇÉÍÑÓÚÝ")


class Pseudo(NullTranslations):
    """Gives each text back in a way that can be told from the original."""

    def gettext(self, message: str) -> str:
        assert message, "A real catalogue answers nothing with its own head."
        parts = re.split(r"(\{[^}]*\})", message)
        told = "".join(p if p.startswith("{") else p.translate(ACCENTS) for p in parts)
        more = max(1, (len(message) - 2) // 2)
        return f"⟦{told}{'~' * more}⟧"

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        return self.gettext(msgid1 if n == 1 else msgid2)
