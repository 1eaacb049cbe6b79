"""What the game says where it is lines of text, for ears, pipes and terminals that can do no more.

One idea to a line. Nothing is told only by a sign or by its place, and signs that a voice leaves
out, a question mark or a comma, are called by their names.
"""

from __future__ import annotations

from collections.abc import Sequence

from two_of_hearts.engine.cards import Mood
from two_of_hearts.engine.partners import Pair
from two_of_hearts.engine.rounds import Answering
from two_of_hearts.words.evening import MOODS
from two_of_hearts.words.lexicon import N_, _, ngettext

ENDS = (".", "?", "!", "…", ":", ";")
"""What a sentence can end with."""


def sentence(text: str) -> str:
    """A text that stands alone on its line."""
    return text if text.endswith(ENDS) else _("{sentence}.").format(sentence=text)


# The first lines and the last


def manner() -> str:
    """How one plays here."""
    return _("Enter alone does the natural next thing. A question mark tells all there is to do.")


def problems_more(n: int) -> str:
    """How many more things are wrong with the settings."""
    return ngettext("And {n} thing more.", "And {n} things more.", n).format(n=n)


def own_words(names: Pair[str]) -> tuple[str, str]:
    """Who plays, and what word belongs to whom."""
    # At the end of a clause a voice calls the letter by its name, and within one an article.
    return (
        _("{a} and {l} play.").format(a=names.a, l=names.l),
        _("{a}'s own word is a, and {l}'s own word is l.").format(a=names.a, l=names.l),
    )


def stops(waits: bool) -> str:
    """The last line, when nobody types any more."""
    if waits:
        return _("We stop here. Everything is saved, and the evening waits at this very place.")
    return _("We stop here. Everything is saved.")


def who(names: Pair[str]) -> str:
    """Who sits here, before they do."""
    return _("{a} and {l}").format(a=names.a, l=names.l)


# Choices


def with_enter(number: int, label: str) -> str:
    """The first of the choices."""
    return _("{n}. {label}; or just Enter.").format(n=number, label=label)


def choice(number: int, label: str) -> str:
    """A choice of a list."""
    return sentence(_("{n}. {label}").format(n=number, label=label))


def choice_with_word(number: int, word: str, label: str) -> str:
    """A choice that has a word of its own."""
    return sentence(_("{n}. {word}: {label}").format(n=number, word=word, label=label))


def own_word(word: str, label: str) -> str:
    """A choice that has a word, and no number, because it is one partner's own."""
    return sentence(_("{word}: {label}").format(word=word, label=label))


def near(word: str, label: str) -> str:
    """In the short line, a choice and its word, where it has one."""
    return _("{word} {label}").format(word=word, label=label) if word else label


def near_own(word: str, label: str) -> str:
    """The same, for one partner's own: with a pause, or a voice takes the a for an article."""
    return _("{word}: {label}").format(word=word, label=label)


def as_everywhere(others: Sequence[str]) -> str:
    """What is there nearly always, and was told one to a line at another place."""
    return _("As everywhere: {others}.").format(others=", ".join(others))


def in_short(label: str, others: Sequence[str]) -> str:
    """The choices in one line, after the first time."""
    if not others:
        return _("Enter: {label}. Question mark for all.").format(label=label)
    told = _("Enter: {label}. Or: {others}; question mark for all.")
    return told.format(label=label, others=", ".join(others))


def from_the_list() -> str:
    """In that line, the list that was told before."""
    return _("a number or a name from the list")


def unknown() -> str:
    """What was typed is no choice. It is not repeated, for it may steer a terminal."""
    return _("That is none of the choices. A question mark tells them.")


def could_be(labels: Sequence[str]) -> str:
    """What was typed is the beginning of several."""
    return _("That could be one of these: {labels}.").format(labels="; ".join(labels))


def goes_back() -> str:
    """What Enter does at the end of a list that is there to be read."""
    return _("Enter goes back.")


def number_or_enter() -> str:
    """What is asked on a page."""
    return _("A number chooses, and Enter goes back.")


# The table


def place(round: int, turn: int, turns: int, depth: str) -> str:
    """How far the evening is."""
    told = _("Round {round}, turn {turn} of {turns}, no deeper than {depth}.")
    return told.format(round=round, turn=turn, turns=turns, depth=depth)


def card(deck: str, kind: str, depth: str) -> str:
    """Before the words of a card."""
    return _("A card of {deck}: {kind}, {depth}.").format(deck=deck, kind=kind, depth=depth)


def has_heart() -> str:
    """Of a card that is kept."""
    return _("It has a heart.")


def further(text: str) -> str:
    """A follow-up."""
    return _("Tell more: {text}").format(text=text)


def wrote(name: str, text: str) -> str:
    """A line under a card."""
    return _("Written by {name}: {text}").format(name=name, text=text)


def rule(turns: int, answering: Answering) -> str:
    """The rules of the coming round."""
    if answering is Answering.BOTH:
        both = ngettext(
            "A round has {n} turn, and both answer each question.",
            "A round has {n} turns, and both answer each question.",
            turns,
        )
        return both.format(n=turns)
    drawer = ngettext(
        "A round has {n} turn, and only the drawer answers.",
        "A round has {n} turns, and only the drawer answers.",
        turns,
    )
    return drawer.format(n=turns)


def turns_now(turns: int) -> str:
    """What changes the length of a round, and what it is now."""
    return _("turns in a round ({n} now)").format(n=turns)


def answering_now(who: Answering) -> str:
    """What changes who answers, and who it is now."""
    if who is Answering.BOTH:
        return _("who answers (both of you now)")
    return _("who answers (only the drawer now)")


def deeper(name: str, has_said_so: bool) -> str:
    """What one partner's own word says after a round."""
    if has_said_so:
        return _("{name} would rather not go deeper after all").format(name=name)
    return _("{name} would go deeper").format(name=name)


def how_to_go_deeper(names: Pair[str]) -> str:
    """Before anybody has said that they would."""
    told = _("A deeper round needs both of you: {a} types a, and {l} types l.")
    return told.format(a=names.a, l=names.l)


def one_for_deeper(one: str, other: str, word: str) -> str:
    """When one of the two has."""
    told = _("{one} would go deeper. It needs {other} too, who types {word}.")
    return told.format(one=one, other=other, word=word)


def mood_of(name: str) -> str:
    """What asks one partner for a mood."""
    return _("{name}'s own mood").format(name=name)


def how_feels(name: str) -> str:
    """Before that list of moods."""
    return _("How does {name} feel tonight?").format(name=name)


def feels(name: str, mood: Mood) -> str:
    """A mood that somebody has chosen."""
    return _("{name} feels {mood}.").format(name=name, mood=_(MOODS[mood]))


HAPPENED = {
    "BringBack": N_("It is back on the table."),
    "Retire": N_("That card never comes again."),
    "Restore": N_("That card may come again."),
    "Keep": N_("That card has a heart now."),
    "LetGo": N_("Its heart is taken off."),
    "WrapUp": N_("This round is wrapped up."),
    "Swap": N_("Another appreciation, then."),
    "WithdrawDeeper": N_("Not deeper, then."),
}
"""By the name of the move: what is told when it was played, where the headline does not."""


def happened(move: str) -> str:
    """What a move has done, or "" where the headline tells."""
    return _(HAPPENED[move]) if move in HAPPENED else ""


def skipped(is_answer: bool) -> str:
    """A card was set aside, or one's own answer to it was left out."""
    return _("That answer is left out.") if is_answer else _("The card is set aside.")


def opened(decks: str) -> str:
    """A round begins."""
    return _("On the table: {decks}.").format(decks=decks)


def undone() -> str:
    """A move was taken back."""
    return _("Taken back. This is where you are:")
