"""What every test starts from: no colour or theme of the machine that it runs on."""

from __future__ import annotations

import os

for name in ("NO_COLOR", "TEXTUAL_THEME", "TEXTUAL_ANIMATIONS", "TWO_OF_HEARTS_HOME"):
    os.environ.pop(name, None)
