"""All that is said: every text that a screen or a page shows, in one voice and one place.

Short, warm, no exclamation marks, no jargon. Each text goes through `lexicon`, so that it can be
translated; the modules differ in where their texts are shown.
"""
