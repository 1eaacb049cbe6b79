"""The game as lines of text, for screen readers, pipes and terminals that can do no more.

The same session and the same view as on a screen, told in sentences and numbered choices, one idea
to a line. It has no rules of its own, and never imports Textual.
"""
