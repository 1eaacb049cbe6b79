"""The Textual front end. It shows views and plays moves; the rules are elsewhere."""

import os

# Textual's aids for developers write what stands on the screen to a file, or send it to a port.
# They are read when Textual is imported and when an app is made, so they are taken away before.
for _name in ("TEXTUAL", "TEXTUAL_DEBUG", "TEXTUAL_LOG", "TEXTUAL_SCREENSHOT"):
    os.environ.pop(_name, None)
