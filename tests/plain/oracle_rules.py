"""The rules of the game once more, written from their page and not from the engine.

A table knows what must be true of an evening. `played` says what a choice makes of it; where a
card is dealt, the card that was printed is taken, and it is looked at whether it may be that one.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from plain.oracle_reading import MOODS, Broken, Printed, Scene, Shelf, hold

OTHER = {"a": "l", "l": "a"}
TURN = ("draw", "answer", "reply", "together", "thanks")
GIVING = ("give", "say", "respond")
SPOKEN = ("question", "story")


@dataclass(frozen=True, slots=True)
class Round:
    """A round, as far as it is."""

    number: int
    starter: str
    turns: int
    ceiling: int
    both_answer: bool
    decks: tuple[str, ...]
    pile: frozenset[str]
    """The texts of the cards that may be dealt in it."""
    turn: int = 0
    """How many turns are over."""
    skipped: tuple[str, ...] = ()
    """What was set aside in this turn."""
    aside: tuple[str, ...] = ()
    """What lies aside in this round."""
    card: str = ""
    shown: int = 0
    """How many follow-ups are turned up."""
    replied: bool = False
    given: int = 0
    """How many appreciations are over."""
    ending: str = ""
    drawers: tuple[str, ...] = ()
    """Who has had a turn."""

    @property
    def drawer(self) -> str:
        return self.starter if self.turn % 2 == 0 else OTHER[self.starter]

    @property
    def giver(self) -> str:
        return self.starter if self.given == 0 else OTHER[self.starter]

    @property
    def plan(self) -> int:
        """How deep this turn is dealt: the levels spread evenly over the pairs, lighter first."""
        pairs = self.turns // 2
        levels = min(self.ceiling, pairs)
        each, more = divmod(pairs, levels)
        depths = [n + 1 for n in range(levels) for _ in range(each + (n < more))]
        return depths[self.turn // 2]


@dataclass(frozen=True, slots=True)
class Table:
    """An evening, as the rules say that it must be."""

    names: Mapping[str, str]
    seen: Mapping[str, int]
    """The cards of earlier evenings, and when each came up: a higher number is later."""
    rounds_before: int
    last_starter: str
    """Who began the last round; empty before the first ever."""
    turns: int
    both_answer: bool
    kept: frozenset[str]
    retired: frozenset[str]
    phase: str = "moods"
    moods: Mapping[str, str] = field(default_factory=dict)
    ceiling: int = 2
    round: Round | None = None
    drawn: tuple[str, ...] = ()
    plans: tuple[str, ...] = ()
    outcomes: tuple[str, ...] = ()
    wishes: frozenset[str] = frozenset()

    @property
    def now(self) -> Round:
        """The round."""
        if self.round is None:
            raise Broken("no round has begun")
        return self.round

    def on(self, phase: str, **changes: object) -> Table:
        """The same evening, with the round so far changed."""
        return replace(self, phase=phase, round=replace(self.now, **changes))  # type: ignore[arg-type]

    @property
    def who(self) -> str:
        """Whose name the headline says; empty where it says none."""
        if self.phase in ("draw", "answer"):
            return self.names[self.now.drawer]
        if self.phase in ("reply", "thanks"):
            return self.names[OTHER[self.now.drawer]]
        if self.phase in ("give", "say"):
            return self.names[self.now.giver]
        return self.names[OTHER[self.now.giver]] if self.phase == "respond" else ""

    @property
    def writer(self) -> str:
        """Whose words a line would be; empty where there is nothing to write under."""
        if self.phase in ("say", "respond", "answer", "reply"):
            return self.who
        return "both of you" if self.phase in ("together", "thanks") else ""


def playable(table: Table, shelf: Shelf, title: str, ceiling: int) -> list[Printed]:
    """What a deck could still deal. Boundaries are not looked at, for an offer must not tell."""
    gone = {*table.drawn, *table.retired}
    return [card for card in shelf.of(title) if card.depth <= ceiling and card.text not in gone]


def offered(table: Table, shelf: Shelf) -> list[str]:
    """The decks that may be taken now."""
    return [title for title in shelf.moods if playable(table, shelf, title, table.ceiling)]


def fit(table: Table, shelf: Shelf, title: str) -> tuple[int, int]:
    """How many of the two a deck suits, and how well in all."""
    fits = [shelf.moods[title].get(mood, 0) for mood in table.moods.values()]
    return sum(one > 0 for one in fits), sum(fits)


def opened(table: Table, shelf: Shelf, decks: tuple[str, ...], ceiling: int, scene: Scene) -> Table:
    """A round begins."""
    starter = next((one for one in "al" if table.names[one] == scene.who), "")
    if table.last_starter:
        hold(starter == OTHER[table.last_starter], f"{scene.who} begins out of turn")
    cards = (card for title in decks for card in playable(table, shelf, title, ceiling))
    round = Round(
        number=len(table.outcomes) + 1,
        starter=starter,
        turns=table.turns,
        ceiling=ceiling,
        both_answer=table.both_answer,
        decks=decks,
        pile=frozenset(card.text for card in cards),
    )
    is_first = not (table.rounds_before or table.last_starter)
    told = "The coin fell on" if is_first else f"{table.names[OTHER[starter]]} began last time."
    hold(any(line.startswith(told) for line in scene.lines), f"nobody says why {scene.who} begins")
    return replace(
        table,
        phase="draw",
        round=round,
        ceiling=ceiling,
        wishes=frozenset(),
        last_starter=starter,
    )


def free(table: Table, shelf: Shelf, texts: Iterable[str], limits: frozenset[str]) -> list[Printed]:
    """Those cards that are not out: drawn tonight, retired, or off-limits to either."""
    gone = {*table.drawn, *table.retired}
    cards = (shelf.cards[text] for text in texts if text not in gone)
    return [card for card in cards if not card.topics & limits]


def dealt(table: Table, shelf: Shelf, limits: frozenset[str], scene: Scene) -> Table:
    """The drawer has drawn: which card may it be?"""
    round, text = table.now, scene.card
    cards = free(table, shelf, round.pile, limits)
    skipped = [shelf.cards[one].depth for one in round.skipped]
    most = min(skipped, default=round.ceiling)
    wanted = round.plan if not skipped else max(1, most - (len(skipped) >= 2))
    order = [*range(wanted, 0, -1), *range(wanted + 1, most + 1)]
    depth = next((one for one in order if any(card.depth == one for card in cards)), 0)
    if not text:
        hold(not depth, f"the pile is said to have run out, and has {len(cards)} cards")
        return table.on("give", ending="ran out", skipped=())
    card = shelf.cards[text]
    hold(text not in table.drawn, f"twice in one evening: {text}")
    hold(text not in table.retired, f"retired, and dealt: {text}")
    hold(not card.topics & limits, f"off-limits, and dealt: {text}")
    hold(all(card.depth <= one for one in skipped), f"deeper than what was skipped: {text}")
    hold(text in round.pile, f"a card of another deck: {text}")
    hold(card.depth == depth, f"of depth {card.depth} where it should be {depth}: {text}")
    first = min(table.seen.get(one.text, 0) for one in cards if one.depth == depth)
    hold(table.seen.get(text, 0) == first, f"seen before another that waits: {text}")
    return laid(replace(table, drawn=(*table.drawn, text)), shelf, text)


def laid(table: Table, shelf: Shelf, text: str) -> Table:
    """A card lies on the table."""
    spoken = shelf.cards[text].kind in SPOKEN
    return table.on("answer" if spoken else "together", card=text, shown=0, replied=False)


def thanked(table: Table, shelf: Shelf, limits: frozenset[str], scene: Scene) -> Table:
    """An appreciation card was drawn, or none is left and it is said freely."""
    all_thanks = [text for text, card in shelf.cards.items() if card.kind == "appreciation"]
    cards = free(table, shelf, all_thanks, limits)
    cards = [card for card in cards if card.depth <= table.now.ceiling]
    text = scene.card
    if not text:
        hold(not cards, "no appreciation is drawn, and there are some")
        return table.on("say", card="", shown=0)
    hold(any(card.text == text for card in cards), f"not an appreciation for now: {text}")
    first = min(table.seen.get(card.text, 0) for card in cards)
    hold(table.seen.get(text, 0) == first, f"seen before another that waits: {text}")
    return replace(table, drawn=(*table.drawn, text)).on("say", card=text, shown=0)


def put_aside(table: Table) -> Table:
    """The card on the table is skipped."""
    round = table.now
    if not round.card:
        return table
    aside, skipped = (*round.aside, round.card), (*round.skipped, round.card)
    return table.on("draw", card="", aside=aside, skipped=skipped)


def most_back(table: Table, shelf: Shelf) -> int:
    """How deep a card may be that is brought back."""
    round = table.now
    skipped = (*round.skipped, *filter(None, [round.card]))
    return min((shelf.cards[text].depth for text in skipped), default=round.ceiling)


def turn_over(table: Table) -> Table:
    """The next turn, or the appreciation exchange."""
    round = table.now
    drawers = (*round.drawers, round.drawer)
    hold(drawers[-2:-1] != drawers[-1:], f"two turns in a row for {drawers[-1]}")
    if len(drawers) < round.turns:
        turn = round.turn + 1
        return table.on("draw", card="", turn=turn, skipped=(), drawers=drawers)
    hold(drawers.count("a") == drawers.count("l"), f"turns of different number: {drawers}")
    return table.on("give", card="", skipped=(), drawers=drawers, ending="completed")


def expected_words(table: Table, shelf: Shelf, can_undo: bool, clock: str) -> set[str]:
    """The words of the choices that there must be, and no others."""
    words = {"v", "o", *(["u"] if can_undo else []), *(["g"] if table.phase != "goodbye" else [])}
    words |= {"b"} if table.drawn or table.retired else set()
    words |= {"q"}
    match table.phase:
        case "moods":
            words |= {"a", "l", "t"}
        case "decks":
            words |= {"t", "h", "r"}
        case "answer" | "reply" | "together":
            words |= {"s", "k", "n", "j"}
        case "thanks":
            words |= {"k", "n", "j"}
        case "give":
            words |= {"f"}
        case "say":
            words |= {"j", "f", "k", "n"} if table.now.card else {"j"}
            thanks = [one for one in shelf.cards.values() if one.kind == "appreciation"]
            left = [one for one in thanks if one.text not in table.drawn]
            words |= {"s"} if any(one.depth <= table.now.ceiling for one in left) else set()
        case "respond":
            words |= {"j", "k", "n"} if table.now.card else {"j"}
        case "between":
            deeper = table.ceiling + 1
            decks = table.now.decks
            more = any(playable(table, shelf, title, deeper) for title in decks)
            words |= {"a", "l"} if deeper <= 3 and more else set()
        case "goodbye":
            words |= {"p"} if table.round else set()
    if table.phase in TURN:
        words |= {"w"}
    card = shelf.cards.get(table.round.card) if table.round else None
    if card and table.phase in (*TURN, *GIVING):
        is_more = table.now.shown < len(card.follow_ups) and table.phase != "thanks"
        words |= {"m"} if is_more else set()
        words |= {"c"} if card.has_clock else set()
        words |= {"pause"} if clock == "runs" else set()
    return words


def expected_rows(table: Table, shelf: Shelf) -> set[str] | None:
    """The labels of the list that there must be; None where there is none."""
    match table.phase:
        case "moods":
            return {"On to the decks", *(mood.capitalize() for mood in MOODS)}
        case "decks":
            decks = offered(table, shelf)
            return {*decks, *(["Surprise us"] if len(decks) > 1 else [])}
        case "between":
            depth = {1: "light", 2: "warm", 3: "deep"}
            rows = {"Goodbye for tonight", *(["Another deck"] if offered(table, shelf) else [])}
            for ceiling, told in (
                (table.ceiling, "Another round, just as "),
                (table.ceiling - 1, "A lighter round, no more than "),
            ):
                is_there = any(playable(table, shelf, one, ceiling) for one in table.now.decks)
                if ceiling and is_there:
                    rows |= {told + depth[ceiling]}
            return rows
    return None
