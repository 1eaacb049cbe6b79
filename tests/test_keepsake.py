"""The keepsake: what goes into it and what never does, and that no text in it does any harm."""

from __future__ import annotations

import re
from base64 import b64encode
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import datetime, timedelta
from hashlib import sha256
from html.parser import HTMLParser
from itertools import pairwise
from pathlib import Path
from xml.etree import ElementTree

import pytest
from markdown_it import MarkdownIt

from helpers import NAMES, NOON, SEED, begin, card, deck
from two_of_hearts.album import EMPTY, Album
from two_of_hearts.engine import moves as mv
from two_of_hearts.engine import rules
from two_of_hearts.engine.cards import DeckId, Kind, Topic
from two_of_hearts.engine.partners import Pair, Partner
from two_of_hearts.engine.state import Phase
from two_of_hearts.errors import Trouble
from two_of_hearts.journal import Journal
from two_of_hearts.keepsake import Choice, markdown, page, picture
from two_of_hearts.keepsake.leaves import ACCENT, Keepsake, Leaf, Section, Words, gather
from two_of_hearts.session import Session

PLANS = deck("out", [card("out", f"plan-{n}", kind=Kind.PLAN) for n in range(6)])
SHELF = begin(deck("red"), PLANS).decks


@pytest.fixture
def journal(tmp_path: Path) -> Iterator[Journal]:
    journal = Journal(tmp_path / "journal.sqlite3")
    yield journal
    journal.close()


def sit_down(journal: Journal, day: datetime = NOON, first: str = "red") -> Session:
    session = Session.begin(journal, SHELF, lambda: day, NAMES, SEED)
    session.play(mv.ShowDecks())
    session.play(mv.TakeDeck(DeckId(first)))
    return session


def go_on(session: Session, phase: Phase) -> None:
    while session.state.phase is not phase:
        move = rules.natural(session.state)
        assert move is not None
        session.play(move)


def leaves(keepsake: Keepsake) -> list[Leaf]:
    return [leaf for section in keepsake.sections for leaf in section.leaves]


def titles(keepsake: Keepsake) -> list[str]:
    return [section.title for section in keepsake.sections]


def test_it_has_what_the_evening_left_under_four_headings(journal: Journal) -> None:
    session = sit_down(journal)
    go_on(session, Phase.ANSWER)
    session.write_note("The lake.")
    session.play(mv.Answer())
    go_on(session, Phase.DRAW)
    go_on(session, Phase.ANSWER)
    session.play(mv.Keep(session.state.round.card.id))
    go_on(session, Phase.SAY)
    session.write_note("You came back.")
    giver = session.state.names.of(session.state.round.giver)
    other = session.state.names.of(session.state.round.giver.other)
    go_on(session, Phase.BETWEEN)
    session.play(mv.ChangeDeck())
    session.play(mv.TakeDeck(DeckId("out")))
    go_on(session, Phase.GIVE)
    journal.mark_done(1, session.state.plans[0].id, NOON)
    keepsake = gather(Album.of(journal), Choice())
    assert (keepsake.names, keepsake.when) == ("Mia and Jo", "Saturday, 14 February 2026")
    assert keepsake.decks == "With Red, Out"
    kept, plans, given, lines = keepsake.sections
    assert titles(keepsake) == [
        "Cards you kept",
        "Plans",
        "Appreciations you wrote down",
        "Lines you wrote",
    ]
    assert [leaf.is_kept for leaf in kept.leaves] == [True]
    assert [(leaf.plan, leaf.is_done) for leaf in plans.leaves[:2]] == [
        ("done", True),
        ("still to come", False),
    ]
    assert [(leaf.from_to, leaf.words) for leaf in given.leaves] == [
        (f"{giver} to {other}", (Words(giver, "You came back."),))
    ]
    assert [leaf.words[0].text for leaf in lines.leaves] == ["The lake."]
    assert lines.leaves[0].text == session.state.drawn[0].text


def test_a_card_is_there_once_with_all_that_was_done_with_it(journal: Journal) -> None:
    session = sit_down(journal, first="out")
    go_on(session, Phase.TOGETHER)
    session.play(mv.Keep(session.state.round.card.id))
    session.write_note("By the sea.")
    go_on(session, Phase.SAY)
    session.play(mv.Keep(session.state.round.card.id))
    session.write_note("You came back.")
    keepsake = gather(Album.of(journal), Choice())
    assert titles(keepsake) == ["Plans", "Appreciations you wrote down"]
    plan, given = keepsake.sections[0].leaves[0], keepsake.sections[1].leaves[0]
    assert plan.is_kept
    assert given.is_kept
    assert [line.text for line in plan.words] == ["By the sea."]


def draw_all(keepsake: Keepsake) -> dict[str, str]:
    """The keepsake in each format that is text."""
    cards = [picture.cover(keepsake), *map(picture.draw, leaves(keepsake))]
    return {
        "html": page.draw(keepsake),
        "md": markdown.draw(keepsake),
        "svg": "\n".join(cards),
    }


def test_no_card_that_was_set_aside_is_in_it_unless_it_was_kept(journal: Journal) -> None:
    session = sit_down(journal)
    aside = []
    for is_kept in (False, True):
        session.play(mv.Draw())
        aside.append(session.state.round.card)
        session.write_note(f"Written, {is_kept}.")
        if is_kept:
            session.play(mv.Keep(session.state.round.card.id))
        session.play(mv.Skip())
    go_on(session, Phase.BETWEEN)
    keepsake = gather(Album.of(journal), Choice())
    assert [leaf.text for leaf in leaves(keepsake)] == [aside[1].text]
    assert [line.text for line in leaves(keepsake)[0].words] == ["Written, True."]
    for form, drawn in draw_all(keepsake).items():
        assert "Written, False" not in drawn.replace("\\", ""), form
        assert "skip" not in drawn.casefold(), form
        assert "aside" not in drawn.casefold(), form


def test_it_is_the_same_whoever_skipped_and_whatever_was_marked(tmp_path: Path) -> None:
    made = []
    for is_private in (False, True):
        journal = Journal(tmp_path / f"{is_private}.sqlite3")
        session = sit_down(journal)
        if is_private:
            session.play(mv.MarkTopic(Partner.A, Topic.MONEY))
        go_on(session, Phase.REPLY)
        session.play(mv.Keep(session.state.round.card.id))
        if is_private:
            session.play(mv.Skip())
        go_on(session, Phase.BETWEEN)
        made.append(draw_all(gather(Album.of(journal), Choice())))
        journal.close()
    assert made[0] == made[1]


def test_a_year_has_its_evenings_and_says_when_each_card_came_up(journal: Journal) -> None:
    for day in (NOON - timedelta(days=60), NOON, NOON + timedelta(days=30)):
        session = sit_down(journal, day)
        go_on(session, Phase.ANSWER)
        session.write_note(f"Line of {day:%B}.")
    keepsake = gather(Album.of(journal), Choice(year=2026))
    assert keepsake.when == (
        "2 evenings in 2026, from Saturday, 14 February 2026 to Monday, 16 March 2026"
    )
    assert [(leaf.day, leaf.words[0].text) for leaf in leaves(keepsake)] == [
        ("Saturday, 14 February 2026", "Line of February."),
        ("Monday, 16 March 2026", "Line of March."),
    ]
    alone = gather(Album.of(journal), Choice(year=2025))
    assert alone.when == "One evening in 2025, on Tuesday, 16 December 2025"


def test_an_evening_that_left_nothing_says_so_kindly(journal: Journal) -> None:
    session = sit_down(journal)
    go_on(session, Phase.BETWEEN)
    album = Album.of(journal)
    with pytest.raises(Trouble, match=r"left no card behind.*--evening 1"):
        gather(album, Choice())
    with pytest.raises(Trouble, match="left no card behind"):
        gather(album, Choice(year=2026))
    asked = draw_all(gather(album, Choice(evening=1)))
    for drawn in asked.values():
        assert "Mia and Jo" in drawn
        assert "Red" in drawn
        assert "it was your evening all the same" in drawn


@pytest.mark.parametrize(
    ("choice", "said"),
    [
        (Choice(), "There is no keepsake yet"),
        (Choice(evening=3), "Nobody has played an evening 3 here"),
        (Choice(year=1999), "You have not played here in 1999"),
    ],
)
def test_what_was_never_played_leaves_no_keepsake(choice: Choice, said: str) -> None:
    with pytest.raises(Trouble, match=said):
        gather(EMPTY, choice)


HOSTILE = (
    "</p><script>alert(1)</script> <img src=x onerror=y> & &amp; \"q\" 'a' ]]> --> "
    "# a **b** _c_ `d` [e](http://f.example) ![g](h) <http://i.example> | ~~j~~ 1. k 2) l"
)


def hostile(text: str = HOSTILE, accent: str = ACCENT) -> Keepsake:
    """A keepsake whose every text tries to be markup."""
    leaf = Leaf(
        text, text, 3, text, text, True, text, True, text, (Words(text, text),), text, accent
    )
    return Keepsake(text, text, text, (Section(text, (leaf, replace(leaf, from_to=""))),))


class Reader(HTMLParser):
    """What a browser makes of a page."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.attributes: set[tuple[str, str]] = set()
        self.open: list[str] = []
        self.texts: list[str] = []
        self.style = ""
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.attributes |= {(name, value or "") for name, value in attrs}
        if tag not in ("meta", "path", "rect", "svg"):
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag not in ("path", "rect", "svg"):
            assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if self.open[-1:] == ["style"]:
            self.style += data
        elif data.strip():
            self.texts.append(data.strip())


def test_no_text_acts_as_markup_on_a_page() -> None:
    read = Reader(page.draw(hostile()))
    plain = Reader(page.draw(hostile("harmless")))
    assert read.tags == plain.tags
    assert read.attributes - plain.attributes == set()
    assert read.open == []
    shown = [text for text in read.texts if HOSTILE in text]
    assert len(shown) == len([text for text in plain.texts if "harmless" in text])


def test_a_page_asks_nobody_for_anything() -> None:
    html = page.draw(hostile("harmless"))
    read = Reader(html)
    assert not read.tags & {"script", "link", "img", "iframe", "object", "base", "form", "a"}
    names = {name for name, _ in read.attributes}
    assert not names & {"src", "href", "style", "srcset", "action"}
    assert not [name for name in names if name.startswith("on")]
    assert not re.search(r"url\(|@import|@font-face|https?:|//[a-z]", html)


def test_a_page_forbids_the_browser_to_load_anything() -> None:
    read = Reader(page.draw(hostile("harmless")))
    (policy,) = [value for name, value in read.attributes if "default-src" in value]
    digest = b64encode(sha256(read.style.encode()).digest()).decode()
    assert "default-src 'none'" in policy
    assert f"style-src 'sha256-{digest}'" in policy


def test_a_page_can_be_read_aloud() -> None:
    html = page.draw(hostile("harmless"))
    assert '<html lang="en">' in html
    assert "<title>Two of Hearts: harmless, harmless</title>" in html
    read = Reader(html)
    assert {"header", "main", "section", "h1", "h2", "ul", "li", "dl", "dt", "dd"} <= read.tags
    assert html.count("<svg") == html.count('aria-hidden="true"')
    assert "kept" in read.texts
    for label in re.findall('aria-labelledby="(.*?)"', html):
        assert f'id="{label}"' in html


@pytest.mark.parametrize(
    "accent", ["red; } body { display: none", "#12345", "</style><i>", "url(x)"]
)
def test_a_colour_that_is_none_gives_way_to_the_games_own(accent: str) -> None:
    for form, drawn in draw_all(hostile("harmless", accent)).items():
        assert accent not in drawn, form
    assert f"--accent: {ACCENT}" in page.draw(hostile("harmless", accent))


def test_a_decks_colour_is_that_of_its_cards(journal: Journal) -> None:
    session = sit_down(journal)
    go_on(session, Phase.ANSWER)
    session.play(mv.Keep(session.state.round.card.id))
    keepsake = gather(Album.of(journal), Choice(), {DeckId("red"): "#336699"})
    assert "--accent: #336699" in page.draw(keepsake)
    assert 'color="#336699"' in picture.draw(leaves(keepsake)[0])


def read_markdown(text: str) -> Reader:
    """What comes of a keepsake of this text, with the extensions that many readers have."""
    reader = MarkdownIt("commonmark").enable(["table", "strikethrough"])
    return Reader(reader.render(markdown.draw(hostile(text))).replace("<br />", ""))


@pytest.mark.parametrize(
    "text",
    [
        HOSTILE,
        *"*_`",
        "# a #",
        "- a",
        "+ a",
        "* a",
        "1. a",
        "12) a",
        "===",
        "---",
        "> a",
        "```",
        "~~~ a",
        "| a | b |",
        "[a]: /b",
        "a\\",
        "&lt;",
        "<!-- a",
        "- [x] a",
        "`a",
        "__a__",
        "\\* a",
    ],
)
def test_no_text_acts_as_markup_in_markdown(text: str) -> None:
    read, plain = read_markdown(text), read_markdown("harmless")
    assert read.tags == plain.tags == {"h1", "h2", "p", "blockquote", "ul", "li"}
    assert read.attributes == set()
    text = text.strip()
    assert [one.replace(text, "harmless") for one in read.texts] == plain.texts


@pytest.mark.parametrize("address", ["http://a.example", "www.a.example"])
def test_no_address_of_bare_letters_is_made_a_link(address: str) -> None:
    """Many readers make links of them, though the standard knows none."""
    assert address not in markdown.draw(hostile(f"See {address} now."))


def test_a_text_without_such_signs_stays_as_it_is() -> None:
    text = 'Say "yes", or "no": one each, no more (it\'s late). Well?'
    assert f"> ☑ {text} ♥\n" in markdown.draw(hostile(text))


def test_no_text_acts_as_markup_in_a_picture() -> None:
    for draw in (picture.cover(hostile()), picture.draw(leaves(hostile())[0])):
        root = ElementTree.fromstring(draw)
        kinds = {element.tag.partition("}")[2] for element in root.iter()}
        assert kinds == {"svg", "title", "rect", "path", "text"}
        for element in root.iter():
            assert not [name for name in element.attrib if name.startswith("on") or "href" in name]
        title = root.find("{http://www.w3.org/2000/svg}title")
        assert title is not None
        assert HOSTILE in (title.text or "")


def test_a_picture_asks_nobody_for_anything() -> None:
    for drawn in (picture.cover(hostile("x")), picture.draw(leaves(hostile("x"))[0])):
        assert re.findall('https?:[^"]*', drawn) == ["http://www.w3.org/2000/svg"]
        assert not re.search(r"url\(|@import|@font-face|href|<style|<image", drawn)


def texts(svg: str) -> list[tuple[float, float, str]]:
    """The lines of a picture: how far down, how large, and what."""
    root = ElementTree.fromstring(svg)
    rows = root.iter("{http://www.w3.org/2000/svg}text")
    return [
        (float(row.attrib["y"]), float(row.attrib["font-size"]), row.text or "") for row in rows
    ]


@pytest.mark.parametrize(
    "letters",
    ["why ", "W", "m m ", "夜", "שלום ", "é", "👩‍❤️‍👩"],
    ids=["words", "one long word", "wide", "Chinese", "Hebrew", "accents", "emoji"],
)
def test_the_longest_texts_fit_on_their_card(letters: str) -> None:
    line = (letters * 280)[:280].strip()
    words = (Words("W" * 24, line),) * 3
    leaf = replace(leaves(hostile("harmless"))[0], text=(letters * 160)[:160].strip(), words=words)
    rows = texts(picture.draw(leaf))
    for y, size, text in rows:
        assert 40 <= y - size <= y + size * 0.3 <= picture.HEIGHT - 40
        assert sum(map(picture.advance, text)) * size <= picture.COLUMN + 1
    body = [row for row in rows if picture.TOP < row[0] < picture.BOTTOM]
    assert min(size for _, size, _ in body) >= 8
    assert all(one[0] < other[0] for one, other in pairwise(body))
    assert "".join("".join(text.split()) for *_, text in body).count("W" * 24) >= 3


@pytest.mark.parametrize("room", [3.0, 10.0, 40.0])
def test_wrapping_loses_no_letter(room: float) -> None:
    text = "Which sound of the house you grew up in do you still hear at times? " + "x" * 90
    lines = picture.wrap(text, room)
    assert "".join(lines).replace(" ", "") == text.replace(" ", "")
    assert all(sum(map(picture.advance, line)) <= room for line in lines)


def test_names_that_changed_are_those_of_their_evening(journal: Journal) -> None:
    session = sit_down(journal)
    go_on(session, Phase.ANSWER)
    session.write_note("Then.")
    later = Session.begin(
        journal, SHELF, lambda: NOON + timedelta(days=1), Pair("Mi", "Jonas"), SEED
    )
    later.play(mv.ShowDecks())
    later.play(mv.TakeDeck(DeckId("red")))
    keepsake = gather(Album.of(journal), Choice(year=2026))
    assert keepsake.names == "Mi and Jonas"
    assert leaves(keepsake)[0].words[0].name in NAMES


@pytest.mark.parametrize("draw", [page.draw, markdown.draw, picture.cover])
def test_what_cannot_be_shown_is_spelled_out(
    journal: Journal, draw: Callable[[Keepsake], str]
) -> None:
    """A journal that somebody else wrote into: the door was passed by."""
    session = sit_down(journal)
    go_on(session, Phase.ANSWER)
    at = session.state.round.card.id
    journal.write_note(1, at, Partner.A, "a\x00b\x1b[31m\u202ec\nd", NOON)
    drawn = draw(gather(Album.of(journal), Choice()))
    assert not set(drawn) & {"\x00", "\x1b", "\u202e"}
