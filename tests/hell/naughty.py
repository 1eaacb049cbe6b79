"""Texts that have broken other programs, by what they try, and how much a test tries of them.

Each is to be shown without harm or refused with a sentence. `HELL=1 pytest -n0 tests/hell` tries a
hundred times as many; `HELL_STRINGS=list.json` puts a list of somebody's own in place of this one.
"""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st

T = TypeVar("T")

ZALGO = "Z̴̡̢̛̗̘̙̜̝̞̟̠̤̥̦̩̪̫̬̭̮̯̰̱̲̳̹̺̻̼͇͈͉͍͎̀́̂̃̄̅̆̇̈̉̊̋̌̍̎̏"

REAL = (
    "Zoë", "Nguyễn", "Nguye\u0302\u0303n", "Łukasz", "O'Brien", "D’Arcy", "Þór", "Ἀθηνᾶ", "Володимир",
    "محمد", "محمد\u200cرضا", "فاطمة", "שושנה", "שָׁלוֹם", "עֲדִי", "हिन्दी", "क्षिति", "শ্রী", "தமிழ்",
    "ශ්\u200dරී", "മലയാളം", "ที่นี่", "ກິ່ງ", "ကြွှိုး", "ស្រី", "བོད་ཡིག", "한", "각", "愛", "さくら", "パ",
    "ሰላም", "Աննա", "ნინო", "ᏣᎳᎩ", "ߒߞߏ", "𝕬𝖓𝖓𝖆", "𐐀𐐁", "👨‍👩‍👧‍👦", "👩🏽‍❤️‍💋‍👨🏿", "🇩🇪", "👋🏽",
    "❤️", "🏳️‍🌈", "🏳️‍⚧️", "\U0001f3f4\U000e0067\U000e0062\U000e0073\U000e0063\U000e0074\U000e007f",
    "1️⃣", "☃️", "🙂‍↔️", "🫨", "\U0001fae9", "❤\ufe0e",
)  # fmt: skip
"""Names that somebody has or would like to have: all are let in as they are."""

TRIES = {
    "steers": (
        "\x1b[2J", "\x1b]0;x\x07", "\x1b]8;;http://a.example\x1b\\x\x1b]8;;\x1b\\", "\x9b31m", "\x07",
        "\x9d0;x\x9c", "\x1bP1$q\x1b\\", "a\rb", "a\bb", "a\tb", "a\nb", "a\x0bb", "\x0e", "\x7f", "\x85",
        "\x1b[<0;9;9M", "\x1b[201~\x1b[A", "\x00", "a\x00b",
    ),
    "turns around": ("a\u202eb", "\u2066a\u2069", "a\u200fb", "\u061ca", "محمد 3 (b)"),
    "hides": (
        "\u200b", "\u200d", "\u2060", "\ufeff", "\xad", "\u3164", "\u115f\u1160", "\u2800", "\xa0", " ",
        "\u3000", "\U000e0001\U000e0061", "\ufff9a\ufffa", "\u180e", "\ufe0f", "",
    ),
    "piles up": (ZALGO, "\u0301a", "a" + "\u20dd" * 9, "\ufe0f" * 9 + "x", "ก" + "็" * 20),
    "is nobody's": ("\ue000", "\U0010ffff", "\u0378", "\ud800", "\udcff", "\U0001f1e9", "🏽", "\ufffd"),
    "is wide": ("愛" * 24, "👨‍👩‍👧‍👦" * 3, "﷽", "W" * 5000, "\uff76\uff9e", "𒐫", "⸻"),
    "is markup": (
        "[bold]x[/]", "[/b]", "[@click=app.quit]x[/]", "\\[", "<script>alert(1)</script>", "&lt;b&gt;",
        "]]>", "--><!--", "*a* _b_ `c`", "[a](http://b.example)", "$who", ":heart:",
    ),
    "is code": (
        "{name}", "{0.__class__}", "{", "}", "%s%n", "${HOME}", "'; DROP TABLE events;--", '"""', "#",
        '"\n[[card]]\nid = "x"', "=1+1", "../../etc/passwd", "CON", "-h", "--", "null", "NaN", "1e999",
    ),
}  # fmt: skip


def _tried() -> tuple[str, ...]:
    """All of them, or those of a list in the environment."""
    if path := os.environ.get("HELL_STRINGS"):
        return tuple(json.loads(Path(path).read_text(encoding="utf-8")))
    return tuple(text for texts in TRIES.values() for text in texts)


NAUGHTY = _tried()

ANY = st.lists(
    st.sampled_from([*NAUGHTY, *REAL]) | st.text(st.characters(exclude_categories=()), max_size=20),
    max_size=5,
).map("".join)
"""Any text at all, halves of letters among it, and much of the above."""


IN_FULL = bool(os.environ.get("HELL") or os.environ.get("HELL_STRINGS"))
"""Whether somebody has time for all of them where each takes a while."""


def some(texts: tuple[T, ...], every: int) -> tuple[T, ...]:
    """All of these texts, or in the suite every so-and-so-many-th."""
    return texts if IN_FULL else texts[::every]


def tries(few: int) -> Callable[[Any], Any]:
    """So many examples in the suite, and a hundred times as many by hand."""
    return settings(
        max_examples=few * (100 if os.environ.get("HELL") else 1),
        deadline=None,
        suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
    )
