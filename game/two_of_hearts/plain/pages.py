"""What is laid beside the table: the cards of the evening, and a line to write."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from two_of_hearts.engine.moves import Move
from two_of_hearts.engine.text import BadNote
from two_of_hearts.plain.choices import Choice, Unclear, found, in_full, number_in
from two_of_hearts.plain.talk import Talk
from two_of_hearts.session import Session
from two_of_hearts.view import CardLine, View
from two_of_hearts.words import actions as called
from two_of_hearts.words import flaws
from two_of_hearts.words import pages as titles
from two_of_hearts.words import plain as words
from two_of_hearts.words import plain_pages as texts


def ask_for(talk: Talk, choices: Sequence[Choice], about: Sequence[str] = ()) -> Choice:
    """Tell choices in full, and ask until one of them is chosen.

    Args:
        talk: lines in and out.
        choices: all there are; the first is the natural one.
        about: what they are about; a question mark tells it again, for who asks is lost.

    Raises:
        Stopped: nobody types any more.
    """
    talk.say(*about, *in_full(choices))
    while True:
        line = talk.ask()
        if line == "?":
            talk.say(*about, *in_full(choices, with_help=True))
            continue
        choice = found(choices, line)
        if isinstance(choice, Choice):
            return choice
        talk.say(choice.told())


def number_asked(talk: Talk, many: int, again: Callable[[], Iterable[str]]) -> int | None:
    """The place in a list, from 0, that was typed; None where Enter goes back.

    Args:
        many: how long the list is.
        again: tells the list once more, for a question mark.

    Raises:
        Stopped: nobody types any more.
    """
    while line := talk.ask():
        if line == "?":
            talk.say(*again())
        elif (number := number_in(line, many)) is not None:
            return number
        else:
            talk.say(Unclear().told())
    return None


def write_line(talk: Talk, session: Session, view: View) -> None:
    """A line under the card on the table: written, changed or deleted.

    Raises:
        Stopped: nobody types any more.
        Trouble: it cannot be saved; nothing has changed.
    """
    title = words.sentence(titles.note_title(view.writer or ""))
    if not (text := session.note):
        talk.say(title)
    else:
        anew, delete = texts.note_choices()
        choices = [
            Choice(texts.leave_it(), "leave"),
            Choice(anew, "anew"),
            Choice(delete, "delete"),
        ]
        choice = ask_for(talk, choices, [title, texts.note_there(text)])
        if choice.action == "delete":
            session.write_note("")
            talk.say(texts.note_gone())
            return
        if choice.action == "leave":
            talk.say(texts.note_left())
            return
    talk.say(texts.note_asked())
    while line := talk.ask():
        try:
            session.write_note(line)
        except BadNote as error:
            talk.say(flaws.of_line(error.flaw))
        else:
            talk.say(texts.note_kept())
            return
    talk.say(texts.note_left())


def cards(talk: Talk, look: Callable[[], View], play: Callable[[Move, View], None]) -> None:
    """The cards of the evening: bring one back, keep, never again, and back.

    Args:
        look: gives the present moment.
        play: plays a move, and tells what came of it.

    Raises:
        Stopped: nobody types any more.
    """

    def told() -> Iterable[str]:
        view = look()
        yield words.sentence(titles.cards_title())
        yield from filter(None, [titles.set_aside(view.set_aside)])
        for number, line in enumerate(view.cards, start=1):
            yield texts.card_row(number, line.text, tuple(_marks(line)))
        yield words.number_or_enter()

    talk.say(*told())
    while (number := number_asked(talk, len(look().cards), told)) is not None:
        view = look()
        line = view.cards[number]
        choice = ask_for(talk, tuple(_choices(line)), [line.text])
        if choice.move is not None:
            play(choice.move, view)
        if choice.move is not None and choice.move == line.bring_back:
            return
        if not look().cards:
            return
        talk.say(words.number_or_enter())


def _marks(line: CardLine) -> Iterable[str]:
    """What is said of a card in the list, each a sentence."""
    if line.note:
        yield line.note
    if line.is_kept:
        yield words.has_heart()


def _choices(line: CardLine) -> Iterable[Choice]:
    """What can be done with a card."""
    yield Choice(texts.leave_it(), "leave")
    if line.bring_back:
        yield Choice(called.bring_back(), "back", line.bring_back)
    if line.keep:
        label = called.label("keep", type(line.keep).__name__)
        yield Choice(label, "keep", line.keep, word="k")
    if line.retire:
        label = called.label("never", type(line.retire).__name__)
        yield Choice(label, "never", line.retire, word="n")
