"""What is off-limits, marked by one partner in private (rules, Sitting down 4).

Whatever is marked gets the same answer, nothing of it is repeated, and nothing that was marked
before is told, not even to the one who marked it. Each mark holds at once, so that none is lost
when the input ends.
"""

from __future__ import annotations

from two_of_hearts.engine import moves as mv
from two_of_hearts.engine.cards import Topic
from two_of_hearts.engine.partners import Partner
from two_of_hearts.errors import Trouble
from two_of_hearts.plain.choices import number_in
from two_of_hearts.plain.house import House
from two_of_hearts.session import Session
from two_of_hearts.words import pages
from two_of_hearts.words import plain as words
from two_of_hearts.words import plain_pages as texts

LINES_AWAY = 40
"""How many empty lines scroll a screen away; most terminals have fewer."""


def off_limits(house: House, session: Session) -> None:
    """Ask whose moment it is, and then for topics.

    Raises:
        Stopped: nobody types any more.
    """
    talk, names = house.talk, session.state.names
    talk.say(*texts.whose_moment(names))
    while (key := talk.ask().casefold()) not in list(Partner):
        if not key:
            return
        talk.say(*texts.whose_moment(names))
    partner = Partner(key)
    other = names.of(partner.other)
    talk.say(*texts.alone(names.of(partner), other))
    talk.ask()
    try:
        with talk.unseen():
            trouble = _mark(house, session, partner)
    finally:
        # Also where the input has ended in between: what was told must not stay in view.
        talk.say(texts.scrolls_away(LINES_AWAY), *[""] * LINES_AWAY)
    if trouble is not None:
        house.tell(trouble)
    told = texts.both_again(other) if trouble is None else texts.both_again_in_vain(other)
    talk.say(told)


def _mark(house: House, session: Session, partner: Partner) -> Trouble | None:
    """Ask for topics until nothing is typed.

    Returns:
        What could not be saved. It is told once, and afterwards, so that the count tells nothing.
    """
    talk, failed = house.talk, None
    topics = sorted((pages.topic(topic), topic) for topic in Topic)
    told = [words.choice(n, title) for n, (title, _topic) in enumerate(topics, start=1)]
    told += texts.how_to_mark()
    talk.say(*told)
    while line := talk.ask().casefold():
        if line == "?":
            talk.say(*told)
            continue
        first, _space, rest = line.partition(" ")
        lets_in = first == texts.let_in().casefold()
        topic = _topic_in(rest.strip() if lets_in else line, topics)
        if topic is None:
            talk.say(texts.no_topic())
            continue
        try:
            session.play((mv.UnmarkTopic if lets_in else mv.MarkTopic)(partner, topic))
        except Trouble as trouble:
            failed = trouble
        talk.say(texts.noted())
    return failed


def _topic_in(text: str, topics: list[tuple[str, Topic]]) -> Topic | None:
    """The topic that a number or the beginning of a title names."""
    number = number_in(text, len(topics))
    if number is not None:
        return topics[number][1]
    # One letter may be a word that means something else elsewhere; a mark cannot be seen again.
    begun = len(text) > 1
    near = [topic for title, topic in topics if begun and title.casefold().startswith(text)]
    return near[0] if len(near) == 1 else None
