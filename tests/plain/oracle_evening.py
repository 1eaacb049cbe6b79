"""Two who play evenings in one home, start after start, and look whether all of it holds."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field, replace
from pathlib import Path
from random import Random
from typing import Protocol

from plain.oracle_moves import agree, played, unwritten
from plain.oracle_reading import SHORT, Choice, Scene, Shelf, choices, hold, scene, split
from plain.oracle_rules import OTHER, Table

COUPLES = (("Mia", "Jo"), ("Mia", "Jo"), ("Jo", "Mia"), ("Zoë", "Ulf the Younger"))

WEIGHTS = {
    word: weight
    for words, weight in {
        "s f a l p": 9.0,
        "u": 8,
        "k": 6,
        "m b": 5,
        "c pause": 4,
        "j": 3,
        "o": 2.5,
        "n": 2,
        "v": 1.5,
        "t h r": 1,
        "w": 0.8,
        "q": 0.3,
        "g": 0.5,
    }.items()
    for word in words.split()
}
"""How often a choice is taken, by its word, beside Enter's 40."""

NONSENSE = ("zz", "0", "99", "-1", "1.5", "no way", "✂", "x" * 5000, "12345", "\\", "<b>", "s s")
"""What is no choice anywhere."""

HAPPENED = re.compile(
    "It is back on the table.|That card (never comes|may come) again.|That card has a heart now."
    "|Its heart is taken off.|This round is wrapped up.|Another appreciation, then."
    "|Not deeper, then.|That answer is left out.|The card is set aside.|On the table: .+"
    "|.+ feels [a-z]+.|A round has .+|The clock has run out. No hurry."
)
"""What is said of a move beside what lies on the table then."""

STOPS = "We stop here. Everything is saved."
WAITS = "We stop here. Everything is saved, and the evening waits at this very place."


class Player(Protocol):
    """The program."""

    def told(self) -> list[str]: ...
    def type(self, line: str) -> list[str]: ...
    def ends(self) -> list[str]: ...
    def closed(self) -> None: ...
    def killed(self) -> None: ...


@dataclass(slots=True)
class Sitting:
    """One evening, and all that can be taken back in it."""

    table: Table
    before: list[tuple[Table, list[str]]] = field(default_factory=list)
    """Each earlier table, and how it was told."""
    notes: dict[tuple[str, str], str] = field(default_factory=dict)
    """The lines under cards: under which, whose, and what they say."""
    clock: str = ""

    @property
    def waits(self) -> bool:
        """Whether it is gone on with another time."""
        return bool(self.before) and self.table.phase != "goodbye"

    def move(self, table: Table, told: Scene) -> None:
        """A move was played."""
        self.before.append((self.table, unwritten(told.lines)))
        if not table.round or not self.table.round or table.now.card != self.table.now.card:
            self.clock = ""
        self.table = table

    @property
    def place(self) -> str:
        """Under what a line would stand."""
        round = self.table.now
        return round.card or f"{round.number}, {round.giver}"

    @property
    def written(self) -> list[str]:
        """The lines under what lies there, or of the whole evening at its end, as they are told."""
        if self.table.phase == "goodbye":
            return [f"Written by {who}: {text}" for (_, who), text in self.notes.items()]
        if not self.table.round or not self.table.writer:
            return []
        here = self.place
        lines = [(who, text) for (place, who), text in self.notes.items() if place == here]
        return [f"Written by {who}: {text}" for who, text in lines]


class Evening:
    """All evenings of a home.

    Args:
        rng: decides everything.
        shelf: the decks.
        home: where the journal lies.
    """

    def __init__(self, rng: Random, shelf: Shelf, home: Path) -> None:
        self.rng = rng
        self.shelf = shelf
        self.home = home
        self.kinds: Counter[str] = Counter()
        self.sittings: list[Sitting] = []
        self.limits: dict[str, set[str]] = {"a": set(), "l": set()}
        self.ticks: set[tuple[int, str]] = set()
        self.house = {"turns": 6, "both": True}
        self.names = ("Ace", "Lark")
        self.sitting: Sitting
        self.game: Player
        self.scene: Scene

    @property
    def off(self) -> frozenset[str]:
        """What either of them has marked."""
        return frozenset(self.limits["a"] | self.limits["l"])

    @property
    def last(self) -> Sitting | None:
        """The last evening in which something was played."""
        return next((one for one in reversed(self.sittings) if one.before), None)

    # The first lines and the last

    def one_start(self, game: Player, most: int) -> int:
        """From the first line of the program to its last, which comes after so many moves at most.

        Returns:
            How many moves were made.
        """
        self.game = game
        self._sit_down(game.told())
        moves = 0
        self._look()
        for moves in range(1, most + 1):
            if not self._step():
                return moves
        self._stop()
        return moves

    def _stop(self) -> None:
        told = WAITS if self.sitting.waits else STOPS
        match self.rng.randrange(3):
            case 0:
                hold(self.game.ends() == [told], "the end of the input says something else")
            case 1:
                hold(self.game.type("q") == [told], "q says something else")
                self.game.closed()
            case 2:
                self.game.killed()

    def _sit_down(self, told: list[str]) -> None:
        from plain.oracle_pages import album, settings

        waiting = self.last if self.last and self.last.waits else None
        while True:
            lines, listed = split(told)
            offers = choices(listed)
            natural = "Go on where you were" if waiting else "Sit down"
            hold(offers[0].label == natural, f"{offers[0]} where it should be {natural}")
            hold(any("waits at the very card" in line for line in lines) == bool(waiting), "waits")
            has_album = any(choice.word == "v" for choice in offers)
            hold(has_album == any(one.table.round for one in self.sittings), "whether there is v")
            asked = self.rng.random()
            if has_album and asked < 0.1:
                told = album(self, self.game.type("v"))
            elif asked < 0.15:
                told = settings(self, self.game.type(","))
            elif asked < 0.2:
                told = self.game.type(self.rng.choice(NONSENSE))
                hold(len(told) == 1 and "none of the choices" in told[0], f"taken: {told}")
                told = self.game.type("?")
            else:
                break
        if waiting and asked > 0.3:
            self.sitting = waiting
            self.sitting.clock = ""
            told = self.game.type("")
            self._own_words(told)
            return
        if waiting:
            self.game.type("n")
        elif asked > 0.6:
            self.game.type("e")
        else:
            told = self.game.type("")
            if not told[0].endswith("play."):
                # Nobody has said their names yet.
                told = self.game.type("") and self.game.type("")
            self._begin(told)
            return
        names = self.rng.choice(COUPLES)
        told = [self.game.type(one) for one in names][-1]
        self._begin(told)

    def _begin(self, told: list[str]) -> None:
        """A new evening, with what all the others have left."""
        match = re.fullmatch(r"(.+) and (.+) play\.", told[0])
        assert match, told
        names = (match[1], match[2])
        old = self.last.table if self.last else None
        # Whoever has changed seats takes along what is theirs.
        if names == self.names[::-1] and names != self.names:
            self.limits = {"a": self.limits["l"], "l": self.limits["a"]}
        starter = old.last_starter if old else ""
        if old and starter and names == (old.names["l"], old.names["a"]):
            starter = OTHER[starter]
        self.names = names
        seen = dict(old.seen) if old else {}
        for text in old.drawn if old else ():
            seen[text] = max(seen.values(), default=0) + 1
        table = Table(
            names={"a": names[0], "l": names[1]},
            seen=seen,
            rounds_before=1 if starter else 0,
            last_starter=starter,
            turns=int(self.house["turns"]),
            both_answer=bool(self.house["both"]),
            kept=old.kept if old else frozenset(),
            retired=old.retired if old else frozenset(),
        )
        self.sitting = Sitting(table)
        self.sittings.append(self.sitting)
        self._own_words(told)

    def _own_words(self, told: list[str]) -> None:
        a, l = self.sitting.table.names["a"], self.sitting.table.names["l"]  # noqa: E741
        hold(told[0] == f"{a} and {l} play.", told[0])
        hold(told[1] == f"{a}'s own word is a, and {l}'s own word is l.", told[1])

    # The table

    def _ask(self) -> Scene:
        told = self.game.type("?")
        if told[0].startswith("The clock has run out."):
            self.sitting.clock, told = "", told[1:]
        return scene(told, self.shelf)

    def _look(self) -> None:
        """Ask where one is: it must be where the rules say."""
        self.scene = self._ask()
        one = self.sitting
        agree(one.table, self.scene, self.shelf, bool(one.before), one.clock, one.written)

    def same(self, told: list[str], what: str) -> None:
        """Nothing has changed at the table, and the choices are told again."""
        before = self.scene
        hold(SHORT.match(told[-1]) or split(told)[1], f"no choice: {told}")
        self._look()
        hold(unwritten(self.scene.lines) == unwritten(before.lines), f"{what} changed the table")

    def _step(self) -> bool:
        """One thing, chosen at random.

        Returns:
            Whether the game goes on.
        """
        if self.rng.random() < 0.04:
            words = {choice.word for choice in self.scene.choices}
            line = self.rng.choice([*NONSENSE, *({"s", "m", "w", "f", "p", "h", "e"} - words)])
            told = self.game.type(line)
            hold("none of the choices" in told[0], f"taken: {line[:20]}: {told}")
            self.kinds["nonsense"] += 1
            self.same(told, "what was refused")
            return True
        choice = self._chosen()
        self.kinds[choice.word or ("Enter" if choice.is_first else choice.label[:12])] += 1
        told = self.game.type(self._typed(choice))
        is_page = choice.word in ("q", "u", "c", "pause", "j", "b", "o", "v", "p") or (
            choice.label in ("settings", "help", "Close the box")
        )
        if is_page or (choice.word in ("a", "l") and self.sitting.table.phase == "moods"):
            from plain.oracle_pages import beside

            return beside(self, choice, told)
        self.played(choice, told)
        return True

    def _chosen(self) -> Choice:
        weights = []
        for choice in self.scene.choices:
            if choice.is_first:
                weight = 40.0 if self.sitting.table.phase != "goodbye" else 6
            elif choice.label in ("settings", "help"):
                weight = 0.5
            elif choice.label in ("Crumbs", "Cellar", "Attic"):
                weight = 12
            else:
                weight = WEIGHTS.get(choice.word, 4)
            # Where much is out for good, the rest of the game would not be seen any more.
            if choice.word == "n" and len(self.sitting.table.retired) > 40:
                weight = 0
            weights.append(weight)
        return self.rng.choices(self.scene.choices, weights)[0]

    def _typed(self, choice: Choice) -> str:
        """One of all the ways to type it."""
        if choice.is_first and self.rng.random() < 0.7:
            return ""
        if choice.is_own:
            return choice.word
        ways = [choice.number, f"{choice.number}.", choice.label, choice.label.upper()]
        ways += [choice.word] * 3 if choice.word else []
        others = [one for one in self.scene.choices if one != choice and not one.is_own]
        for size in range(2, len(choice.label)):
            start = choice.label[:size].casefold()
            if start.strip() == start and not any(
                one.label.casefold().startswith(start) or start == one.word for one in others
            ):
                ways.append(start)
                break
        return self.rng.choice(ways)

    def played(self, choice: Choice, told: list[str]) -> None:
        """A move was played: what comes of it, and whether it was told."""
        before, now = self.scene, self._ask()
        table = played(self.sitting.table, choice, told, now, self.shelf, self.off)
        self.sitting.move(table, before)
        self.scene = now
        one = self.sitting
        agree(table, now, self.shelf, bool(one.before), one.clock, one.written)
        self._is_told(before, now, told)

    def _is_told(self, before: Scene, now: Scene, told: list[str]) -> None:
        """All that is new was told without being asked for, and nothing else was."""
        if told[-1].startswith("As everywhere: "):
            told = told[:-1]
        short = SHORT.fullmatch(told[-1])
        lines, listed = split(told[:-1] if short else told)
        hold(short or listed, f"no choices at the end: {told[-1]}")
        if short:
            first = now.choices[0].label
            hold(short[1] == first, f"Enter is {short[1]}, and {first}")
            words = {choice.word for choice in now.choices}
            for near in filter(None, (short[2] or "").split(", ")):
                word, _, label = near.replace(":", "", 1).partition(" ")
                hold(word in words or near.startswith("a number or"), f"{near} is not there")
                hold(label, f"a word without a name: {near}")
        extra = [line for line in lines if line not in now.lines and not HAPPENED.fullmatch(line)]
        hold(not extra, f"told, and not so: {extra}")
        marks = ("Written by ", "It has a heart.", "It has a clock ")
        missing = [line for line in now.lines if line not in before.lines and line not in told]
        missing = [line for line in missing if not line.startswith(marks)]
        hold(not missing, f"new, and not told: {missing}")

    def retell(self, **changes: object) -> None:
        """The table after something beside the choices."""
        self.sitting.table = replace(self.sitting.table, **changes)  # type: ignore[arg-type]
