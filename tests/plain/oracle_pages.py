"""What is beside the moves: undo, clocks, lines, cards, private moments, the album, settings."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from plain.oracle_moves import brought_back, retired, unwritten
from plain.oracle_reading import MOODS, TOPICS, Choice, choices, hold
from plain.oracle_rules import most_back

if TYPE_CHECKING:
    from plain.oracle_evening import Evening

LINES = ("", "We laughed.", "1", "q", "?", "[b]Ö[/b] «schön»", "u", "x" * 9999, "a\tb")
"""What is written under cards. All but the longest may be, and is taken as it is typed."""

BACK = "A number chooses, and Enter goes back."


def beside(evening: Evening, choice: Choice, told: list[str]) -> bool:
    """Do what is beside the moves of the table.

    Returns:
        Whether the game goes on.
    """
    from plain.oracle_evening import STOPS, WAITS

    one = evening.sitting
    match choice.word:
        case "q":
            hold(told == [WAITS if one.waits else STOPS], f"stops with {told}")
            evening.game.closed()
            return False
        case "u":
            undone(evening, told)
        case "c":
            runs = "are gone." if one.clock else "It ends nothing."
            hold(told[0].endswith(runs), f"the clock: {told[0]}")
            one.clock = "runs"
            evening.same(told, "a clock")
        case "pause":
            hold(told[0].startswith("The clock rests."), f"the clock: {told[0]}")
            one.clock = ""
            evening.same(told, "a clock")
        case "a" | "l":
            mood(evening, choice.word, told)
        case "j":
            evening.same(line(evening, told), "a line")
        case "b":
            cards(evening, told)
        case "o":
            evening.same(private(evening, told), "a private moment")
        case "v":
            evening.same(album(evening, told), "the album")
        case "p":
            evening.same(keepsake(evening, told), "a keepsake")
        case _ if choice.label == "Close the box":
            hold(told == [STOPS], f"stops with {told}")
            evening.game.closed()
            return False
        case _ if choice.label == "settings":
            evening.same(settings(evening, told), "settings")
        case _:
            hold(told[0].startswith("You draw in turns."), f"no help: {told[0]}")
            evening.same(told, "help")
    return True


def undone(evening: Evening, told: list[str]) -> None:
    """The table and the telling are what they were."""
    one = evening.sitting
    table, lines = one.before.pop()
    if not table.round or not one.table.round or table.now.card != one.table.now.card:
        one.clock = ""
    one.table = table
    hold(told[0] == "Taken back. This is where you are:", told[0])
    back = unwritten(told[1:])
    hold(back[: len(lines)] == lines, f"given back: {back[: len(lines)]}, and not {lines}")
    evening._look()
    hold(unwritten(evening.scene.lines) == lines, "undo does not give back what was told")


def mood(evening: Evening, who: str, told: list[str]) -> None:
    """One partner's own mood."""
    table = evening.sitting.table
    hold(told[0] == f"How does {table.names[who]} feel tonight?", told[0])
    rows = choices(told[1:])
    hold([row.label for row in rows[1:]] == [one.capitalize() for one in MOODS], "the moods")
    row = evening.rng.choice(rows)
    told = evening.game.type(evening.rng.choice([row.number, row.label]))
    if row.is_first:
        evening.same(told, "no mood")
        return
    hold(told[0] == f"{table.names[who]} feels {row.label.lower()}.", told[0])
    moods = {**table.moods, who: row.label.lower()}
    evening.sitting.move(replace(table, moods=moods), evening.scene)
    evening._look()


def line(evening: Evening, told: list[str]) -> list[str]:
    """A line under a card: written, changed, deleted or left."""
    one, game, rng = evening.sitting, evening.game, evening.rng
    key = (one.place, one.table.writer)
    hold(told[0] == f"A line under this card, in the words of {one.table.writer}.", told[0])
    old = one.notes.get(key)
    hold((told[1] == f"So far it says: {old}") == bool(old), f"{told[1]} and {old}")
    if old:
        answer = rng.choice(["", "write", "delete"])
        told = game.type(answer)
        if answer != "write":
            hold(told[0] == ("It is deleted." if answer else "Nothing is changed."), told[0])
            if answer:
                del one.notes[key]
            return told
    hold(told[-1].startswith("Type it, then Enter."), told[-1])
    text = rng.choice(LINES)
    told = game.type(text)
    if len(text) > 999:
        hold("It is written down." not in told, "a line of any length is written")
        told = game.type("")
        text = ""
    hold(told[0] == ("It is written down." if text else "Nothing is changed."), told[0])
    if text:
        one.notes[key] = " ".join(text.split())
    return told


def cards(evening: Evening, told: list[str]) -> None:
    """The cards of the evening, and what can be done to one."""
    one, game, rng = evening.sitting, evening.game, evening.rng
    table, round = one.table, one.table.round
    hold(told[0] == "The cards of this evening, and those put away.", told[0])
    aside = round.aside if round else ()
    is_counted = told[1] == f"{len(aside)} set aside in this round."
    hold(is_counted == bool(aside), f"set aside: {aside}, and {told[1]}")
    rows = [row.partition(". ")[2] for row in told[1 + bool(aside) : -1]]
    hold(told[-1] == BACK, told[-1])
    there = [*reversed(table.drawn), *(table.retired - {*table.drawn})]
    hold(len(rows) == len(there), f"{len(rows)} cards, and {len(there)} drawn or retired")
    texts = []
    for row in rows:
        text = next((text for text in there if row.startswith(text)), "")
        hold(text, f"a card that was not drawn: {row}")
        texts.append(text)
        on_table = "On the table." if round and text == round.card else ""
        note = on_table or ("Set aside." if text in aside else "")
        note = "Never again." if text in table.retired else note
        notes = [note, "It has a heart." if text in table.kept else ""]
        marks = " ".join(filter(None, notes))
        is_marked = row.endswith(f" {marks}") if marks else row.rstrip(".") == text.rstrip(".")
        hold(is_marked, f"{row} where it should be {notes}")
    hold(texts[: len(table.drawn)] == there[: len(table.drawn)], "not the latest first")
    if rng.random() < 0.2:
        evening.same(game.type(""), "the cards")
        return
    text = rng.choice(texts if rng.random() < 0.4 or not aside else aside)
    told = game.type(str(texts.index(text) + 1))
    hold(told[0] == text, told[0])
    offers = choices(told[1:])
    words = {offer.word or offer.label for offer in offers[1:]}
    may_come = (
        text in aside
        and table.phase in ("draw", "answer", "together")
        and text not in table.retired
        and evening.shelf.cards[text].depth <= most_back(table, evening.shelf)
    )
    hold(("bring it back" in words) == may_come, f"whether it can be brought back: {text}")
    hold("n" in words, "a card that cannot be put away")
    hold("k" in words or text not in table.drawn, "a card that cannot be kept")
    offer = rng.choice([*offers, *(offer for offer in offers if offer.label == "bring it back")])
    if offer.word == "n" and text not in table.retired and len(table.retired) > 40:
        offer = offers[0]
    told = game.type(offer.word or offer.number)
    closed = told if told[-1] != BACK else game.type("")
    if offer.is_first:
        evening.same(closed, "the cards")
        return
    before, now = evening.scene, evening._ask()
    if offer.word == "k":
        table = replace(table, kept=table.kept ^ {text})
    elif offer.word == "n":
        table = retired(table, text, evening.shelf, evening.off, now)
    else:
        table = brought_back(table, text, evening.shelf)
    evening.kinds[f"cards: {offer.word or 'back'}"] += 1
    one.move(table, before)
    evening._look()


def private(evening: Evening, told: list[str]) -> list[str]:
    """Topics to leave out. What is said is the same, whatever is marked."""
    game, rng = evening.game, evening.rng
    who = rng.choice("al")
    hold(told[-1].startswith("Whose moment is it?"), told[-1])
    told = game.type(who)
    hold(told[-1] == "Enter, when you are alone.", told[-1])
    told = game.type("")
    topics = [choice.label for choice in choices_of_topics(told)]
    hold({*topics} == {*TOPICS}, "the topics")
    marked = evening.limits[who]
    may_let_in = evening.sitting.before or not evening.last
    for _ in range(rng.randrange(1, 4)):
        title = rng.choice(topics)
        typed = rng.choice([str(topics.index(title) + 1), title])
        lets_in = may_let_in and (len(marked) > 3 or rng.random() < 0.4)
        told = game.type(f"in {typed}" if lets_in else typed)
        hold(told == ["Noted."], f"a mark is answered with {told}")
        (marked.discard if lets_in else marked.add)(TOPICS[title])
    hold({*TOPICS} == {one.label for one in choices_of_topics(game.type("?"))}, "? in private")
    told = game.type("")
    hold(told[1:41] == [""] * 40, "no empty lines")
    hold(not any(title in line for line in told for title in topics), "a topic is told")
    return told


def choices_of_topics(told: list[str]) -> list[Choice]:
    """The list of topics; none of them is the natural one."""
    return choices(told[:-2])


def album(evening: Evening, told: list[str]) -> list[str]:
    """Look back at one thing, and go back."""
    game, rng = evening.game, evening.rng
    opened = choices(told)
    hold(opened[0].label == "close the album", opened[0].label)
    played = [one for one in evening.sittings if one.before]
    latest = evening.last.table if evening.last else evening.sitting.table
    plans = [(n, text) for n, one in enumerate(played) for text in one.table.plans]
    counts = [int(choice.label.rpartition(" ")[2]) for choice in opened[1:]]
    notes = [text for one in evening.sittings for text in one.notes.values()]
    hold(counts[1] == len(plans) + len(latest.kept), f"cards and plans: {counts[1]}, {plans}")
    hold(counts[2] == len(notes), f"words: {counts[2]}, and {len(notes)}")
    leaf = rng.choice([1, 1, 2, 3]) if counts[1] else 3
    told = game.type(str(leaf + 2))
    if leaf == 1:
        titles = [line for line in told if line in evening.shelf.cards]
        hold({*titles} == latest.kept, f"kept: {latest.kept ^ {*titles}}")
        rows = [line for line in told if re.search(r" Still to come\.$| Done, ticked on", line)]
        hold(len(rows) == len(plans), f"plans: {rows}, and {plans}")
        for _, text in plans:
            hold(any(text in row for row in rows), f"a plan that is not listed: {text}")
        if rows:
            number = rng.randrange(len(rows))
            was_done = "Done, ticked on" in rows[number]
            told = game.type(str(number + 1))
            hold(told == ["The tick is off." if was_done else "Ticked: you did it."], f"{told}")
        back = game.type("")
    elif leaf == 2 and counts[2]:
        hold(sum(": " in line for line in told) >= len(notes), f"words: {told}")
        hold(game.type("999")[0].startswith("That is none"), "a line that is not there")
        back = game.type("")
    elif leaf == 3:
        seen = {*latest.seen, *latest.drawn}
        for row in told:
            title, _, rest = row.partition(": ")
            if cards := [card.text for card in evening.shelf.of(title)]:
                count = f"{sum(text in seen for text in cards)} of {len(cards)} seen."
                hold(rest.startswith(count), f"{row} is not {count}")
        back = told
    else:
        back = told
    hold(any(line.startswith("1. close the album") for line in back), f"no way back: {back}")
    return game.type("")


def settings(evening: Evening, told: list[str]) -> list[str]:
    """Change one, and go back."""
    game, rng = evening.game, evening.rng
    hold(told[0] == "Settings.", told[0])
    number = rng.choice([1, 2, 4, 6])
    told = game.type(str(number))
    name, offers = told[0], choices(told[2:])
    hold(offers[0].label.endswith(" (as it is now)"), offers[0].label)
    offer = rng.choice(offers)
    told = game.type(rng.choice([offer.number, offer.label]))
    value = offer.label.removesuffix(" (as it is now)")
    hold(told == [f"{name[:-1]}: {value}.", BACK], f"{told}")
    if number == 1:
        evening.house["both"] = value == "both of you"
    elif number == 2:
        evening.house["turns"] = int(value)
    hold(f"{number}. {name[:-1]}: {value}." in game.type("?"), "a setting does not hold")
    return game.type("")


def keepsake(evening: Evening, told: list[str]) -> list[str]:
    """A keepsake of the evening, or none."""
    game, rng = evening.game, evening.rng
    hold(told[0].startswith("A keepsake of this evening"), told[0])
    if rng.random() < 0.3:
        told = game.type("no")
        hold(told[0] == "No keepsake is made.", told[0])
        return told
    path = evening.home / f"keepsake-{rng.randrange(10**9)}.md"
    told = game.type(str(path))
    hold(told[0] == f"Your keepsake lies here: {path}", told[0])
    page = path.read_text()
    table = evening.sitting.table
    for text in table.drawn:
        if text in table.kept:
            hold(_letters(text) in _letters(page), f"kept, and not in the keepsake: {text}")
    return told


def _letters(text: str) -> str:
    """Its letters, without what Markdown makes of the rest."""
    return "".join(c for c in text if c.isalnum())
