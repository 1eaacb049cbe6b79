"""What a choice makes of a table, and whether what is told is that table."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from plain.oracle_reading import OUTCOMES, Choice, Scene, Shelf, hold
from plain.oracle_rules import (
    OTHER,
    Table,
    dealt,
    expected_rows,
    expected_words,
    fit,
    laid,
    most_back,
    offered,
    opened,
    put_aside,
    thanked,
    turn_over,
)


def played(
    table: Table,
    choice: Choice,
    told: list[str],
    scene: Scene,
    shelf: Shelf,
    limits: frozenset[str],
) -> Table:
    """The table after a choice.

    Args:
        table: as it was.
        choice: what was chosen.
        told: what was said to it.
        scene: what lies there now; only the cards and the starter are taken from it.
        shelf: the decks.
        limits: what is off-limits to either.
    """
    if choice.is_first:
        return natural(table, choice, told, scene, shelf, limits)
    if not choice.word:
        return row(table, choice, told, scene, shelf)
    match choice.word, table.phase:
        case "s", "reply":
            return table.on("thanks")
        case "s", "say":
            return thanked(table, shelf, limits, scene)
        case "s", _:
            return put_aside(table)
        case "m", _:
            return table.on(table.phase, shown=table.now.shown + 1)
        case "f", _:
            return table.on("say", card="", shown=0)
        case "k", _:
            return replace(table, kept=table.kept ^ {table.now.card})
        case "n", _:
            return retired(table, table.now.card, shelf, limits, scene)
        case "w", _:
            if table.phase == "thanks":
                table = turn_over(table)
                if table.phase == "give":
                    return table
            return table.on("give", card="", skipped=(), ending="wrapped up")
        case "g", "moods" | "decks" | "between":
            return replace(table, phase="goodbye", wishes=frozenset())
        case "g", _:
            kind = "That was enough for tonight, and stopping was kind. Nothing is lost."
            hold(any(line.startswith(kind) for line in scene.lines), "no kind word at the end")
            closed = table.on("goodbye", card="")
            return replace(closed, outcomes=(*table.outcomes, "closed gently"))
        case "t", _:
            turns = {4: 6, 6: 10, 10: 4}[table.turns]
            # The next longer one, or the shortest of those that are left.
            return replace(table, turns=turns)
        case "h", _:
            return replace(table, both_answer=not table.both_answer)
        case "r", _:
            return replace(table, phase="moods")
        case ("a" | "l") as who, "between":
            if who in table.wishes:
                return replace(table, wishes=table.wishes - {who})
            if OTHER[who] in table.wishes:
                return opened(table, shelf, table.now.decks, table.ceiling + 1, scene)
            return replace(table, wishes=table.wishes | {who})
    raise AssertionError(f"the oracle does not know {choice}")


def natural(
    table: Table,
    choice: Choice,
    told: list[str],
    scene: Scene,
    shelf: Shelf,
    limits: frozenset[str],
) -> Table:
    """Enter."""
    match table.phase:
        case "moods":
            return replace(table, phase="decks", wishes=frozenset())
        case "decks" | "between":
            return row(table, choice, told, scene, shelf)
        case "draw":
            return dealt(table, shelf, limits, scene)
        case "answer":
            return table.on("reply" if table.now.both_answer else "thanks")
        case "reply":
            return table.on("thanks", replied=True)
        case "together":
            if shelf.cards[table.now.card].kind == "plan":
                table = replace(table, plans=(*table.plans, table.now.card))
            return turn_over(table)
        case "thanks":
            return turn_over(table)
        case "give":
            return thanked(table, shelf, limits, scene)
        case "say":
            return table.on("respond")
        case "respond" if table.now.given == 0:
            return table.on("give", given=1, card="")
        case "respond":
            ended = table.on("between", given=2, card="")
            return replace(ended, outcomes=(*ended.outcomes, ended.now.ending))
    raise AssertionError(table.phase)


def row(table: Table, choice: Choice, told: list[str], scene: Scene, shelf: Shelf) -> Table:
    """One of the list: a mood for both, a deck, or what comes after a round."""
    label = choice.label
    match table.phase:
        case "moods":
            return replace(table, moods={"a": label.lower(), "l": label.lower()})
        case "decks" if label == "Surprise us":
            decks = next(line[14:-1].split(", ") for line in told if line[:13] == "On the table:")
            fits = sorted((fit(table, shelf, one) for one in offered(table, shelf)), reverse=True)
            mixed = sorted((fit(table, shelf, one) for one in decks), reverse=True)
            hold(mixed == fits[:3], f"not the best three: {decks}")
            return opened(table, shelf, tuple(decks), table.ceiling, scene)
        case "decks" if label in shelf.moods:
            return opened(table, shelf, (label,), table.ceiling, scene)
        case "between" if label.startswith("Another round, just as "):
            return opened(table, shelf, table.now.decks, table.ceiling, scene)
        case "between" if label.startswith("A lighter round"):
            return opened(table, shelf, table.now.decks, table.ceiling - 1, scene)
        case "between" if label == "Another deck":
            return replace(table, phase="decks", wishes=frozenset())
        case "decks" | "between" if label == "Goodbye for tonight":
            return replace(table, phase="goodbye", wishes=frozenset())
    raise AssertionError(f"the oracle does not know {choice}")


def retired(table: Table, text: str, shelf: Shelf, limits: frozenset[str], scene: Scene) -> Table:
    """Never again, or back; a card that nobody has answered yet leaves the table."""
    if text in table.retired:
        return replace(table, retired=table.retired - {text})
    table = replace(table, retired=table.retired | {text})
    if table.round is None or table.now.card != text:
        return table
    if table.phase in ("answer", "together"):
        return put_aside(table)
    return thanked(table, shelf, limits, scene) if table.phase == "say" else table


def brought_back(table: Table, text: str, shelf: Shelf) -> Table:
    """A card that lies aside is taken after all."""
    hold(text in table.now.aside, f"not aside, and brought back: {text}")
    hold(shelf.cards[text].depth <= most_back(table, shelf), f"too deep to come back: {text}")
    table = put_aside(table)
    table = table.on("draw", aside=tuple(one for one in table.now.aside if one != text))
    return laid(table, shelf, text)


WORDS = "Words that you wrote down."


def unwritten(lines: Iterable[str]) -> list[str]:
    """What undo gives back; a line that was written stays, whatever is taken back."""
    return [line for line in lines if not line.startswith(("Written by ", WORDS))]


def agree(
    table: Table, scene: Scene, shelf: Shelf, can_undo: bool, clock: str, notes: list[str]
) -> None:
    """What is told is the table, all of it, and every choice that there must be."""
    hold(scene.phase == table.phase, f"{scene.phase}, where it should be {table.phase}")
    if table.who:
        hold(scene.who == table.who, f"{scene.who}, where it should be {table.who}")
    if table.phase in ("draw", "answer", "reply", "together", "thanks", "say", "respond"):
        round = table.now
        hold(scene.card == round.card, f"on the table: {scene.card}, and not {round.card}")
        card = shelf.cards.get(round.card)
        further = card.follow_ups[: round.shown] if card else ()
        hold(scene.follow_ups == further, f"told further: {scene.follow_ups}")
        hold(scene.has_heart == (round.card in table.kept), "a heart that is not there, or none")
        hold(scene.has_clock == bool(card and card.has_clock), "a clock")
        told = [line for line in scene.lines if line.startswith("Written by ")]
        hold(sorted(told) == sorted(notes), f"written: {told}, and not {notes}")
    match table.phase:
        case "draw":
            round = table.now
            place = (round.number, round.turn + 1, round.turns, round.ceiling)
            hold(scene.place == place, f"the place {scene.place} is not {place}")
        case "give":
            ran_out = table.now.ending == "ran out" and not table.now.given
            hold(scene.ran_out == ran_out, "whether the deck ran out is told wrongly")
        case "between":
            hold(scene.outcome == table.outcomes[-1], f"ended {scene.outcome}: {table.outcomes}")
            hold(table.outcomes[-1] in OUTCOMES.values(), "an outcome of no name")
            hold(table.now.given == 2, "a round ended before both have given")
        case "goodbye":
            kept = [text for text in table.drawn if text in table.kept]
            rows = [*(["Your plans.", *table.plans] if table.plans else [])]
            rows += ["Kept cards.", *kept] if kept else []
            rows += [WORDS] if notes else []
            told = list(scene.lines[2 : 2 + len(rows)])
            hold(told == rows, f"left: {told}, and not {rows}")
            lines = sorted(scene.lines[2 + len(rows) :])
            hold(lines == sorted(notes), f"written: {lines}, and not {notes}")
        case "moods":
            told = [line for line in scene.lines if " feels " in line]
            feels = [f"{table.names[one]} feels {mood}." for one, mood in table.moods.items()]
            hold(sorted(told) == sorted(feels), f"{told}, and not {feels}")
        case "decks":
            who = "both answer each question" if table.both_answer else "only the drawer answers"
            rule = f"A round has {table.turns} turns, and {who}."
            hold(rule in scene.lines, f"{rule} {scene.lines}")
            _best_fit_first(table, scene, shelf)
    words = {choice.word for choice in scene.choices if choice.word}
    must = expected_words(table, shelf, can_undo, clock)
    # Of the natural choice no word is told, for Enter is nearer.
    natural = scene.choices[0].label
    words |= {"Goodbye for tonight": {"g"}, "Close the box": {"q"}}.get(natural, set())
    hold(words == must, f"choices: {sorted(words ^ must)} are too many or missing")
    rows_there = expected_rows(table, shelf)
    if rows_there is not None:
        named = {one.label for one in scene.choices if one.number and one.word in ("", "g")}
        named -= {"settings", "help", "goodbye"}
        hold(named == rows_there, f"the list: {named ^ rows_there} are too many or missing")


def _best_fit_first(table: Table, scene: Scene, shelf: Shelf) -> None:
    """Decks that suit both come before those that suit one; and how much of each is new."""
    decks = [choice for choice in scene.choices if choice.label in shelf.moods]
    fits = [fit(table, shelf, choice.label) for choice in decks]
    listed = [] if table.round else fits
    hold(listed == sorted(listed, reverse=True), f"not the best fit first: {fits}")
    for choice in decks:
        cards = [card.text for card in shelf.of(choice.label)]
        seen = {*table.seen, *table.drawn}
        told = f"{sum(text not in seen for text in cards)} of {len(cards)} unseen."
        hold(choice.about.endswith(told), f"{choice.label}: {choice.about} is not {told}")
