"""What the pages of settings and of keys say."""

from __future__ import annotations

from two_of_hearts.words.lexicon import N_, _, ngettext

TITLE = N_("Settings")
PROBLEMS = N_("Something in your settings does not count")
SEE_THEMES = N_("The page of settings shows all there are.")
FOR_TONIGHT = N_("What you chose holds for tonight.")
SEARCH = N_("Search for colours…")

LABELS = {
    "answers": N_("Who answers a question"),
    "turns": N_("Turns in a round"),
    "theme": N_("Colours"),
    "dimming": N_("Dimming"),
    "animation": N_("Movement"),
    "bell": N_("Bell"),
    "plain": N_("Lines of text"),
    "keys": N_("Keys"),
}
"""What the page calls each setting, in its order."""

ABOUT = {
    "answers": N_(
        "The rule of your house, for evenings that begin from now on. In an evening, {answering} "
        "at the decks changes it for that evening."
    ),
    "turns": N_(
        "The rule of your house, for evenings that begin from now on. In an evening, {turns} at "
        "the decks changes it for that evening."
    ),
    "theme": N_("The colours of the table. The first of those with a name are the game's own."),
    "dimming": N_("What matters less at the moment steps back a little."),
    "animation": N_("Whether things move. Where moving would be slow, it is better to keep still."),
    "bell": N_("The terminal's bell rings when a card's clock has run out."),
    "plain": N_("The game without a screen, as for a screen reader; from the next start on."),
    "keys": N_("All that a key does, and a way to give it another."),
}
"""What the page says of the setting at the cursor."""

STILL = N_("TEXTUAL_ANIMATIONS=none in the environment counts for more: nothing moves.")

VALUES: dict[str, dict[object, str]] = {
    "answers": {"both": N_("both of you"), "drawer": N_("only who drew the card")},
    "dimming": {True: N_("on"), False: N_("off")},
    "theme": {"auto": N_("as it suits the terminal")},
    "animation": {"auto": N_("as it suits the terminal"), "on": N_("on"), "off": N_("off")},
    "bell": {True: N_("on"), False: N_("off")},
    "plain": {True: N_("on"), False: N_("off")},
}
"""What the page calls a value, where it is not called as in the file."""

CHOOSE, CHANGE, OPEN = N_("choose"), N_("change"), N_("open")
VALUE_BEFORE = N_("the one before")
BACK, BACK_TO_SETTINGS = N_("back"), N_("back to the settings")

KEYS_TITLE = N_("Your keys")
KEYS_HINT = N_("Every key, on every screen where it does the same.")
OWN = {"left": N_("the left partner's own key"), "right": N_("the right partner's own key")}
"""What the page of keys calls what is called by the partners' names elsewhere."""

ANOTHER_KEY, OUR_KEY = N_("another key"), N_("back to the game's own")
LEAVE_IT = N_("leave it as it is")
WAITING = N_("Press the new key for “{action}”. Esc leaves it as it is.")
IS_TAKEN = N_("{key} is the key of “{action}” already. Press another, or Esc.")
CANNOT_BE = N_("This key keeps its place. Press another, or Esc.")


def where(file: str) -> str:
    """Where the settings lie."""
    if not file:
        return _("There is no file for them here, so they hold for tonight.")
    return _("They lie in {file}").format(file=file)


def shown(name: str, value: object) -> str:
    """A value, as the page calls it."""
    text = VALUES.get(name, {}).get(value)
    return _(text) if text else str(value)


def in_file(name: str) -> str:
    """What the file calls an action."""
    return _("In the file it is called {name}.").format(name=name)


def broken(problem: str) -> str:
    """Why no key can be changed."""
    return _("First something must be mended in the file. {problem}").format(problem=problem)


def how_many_keys(n: int) -> str:
    """How many keys of one's own there are."""
    if not n:
        return _("the game's own")
    return ngettext("{n} of your own", "{n} of your own", n).format(n=n)


def and_more(n: int) -> str:
    """How many things in the file are wrong beside those that are told."""
    return ngettext("And {n} thing more.", "And {n} things more.", n).format(n=n)
