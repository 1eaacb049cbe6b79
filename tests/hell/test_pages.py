"""Any text in a keepsake stands there as it is, and is never read as anything else."""

from __future__ import annotations

from xml.etree import ElementTree

import pytest
from hypothesis import given

from hell.naughty import ANY, NAUGHTY, REAL, tries
from test_keepsake import Reader, hostile, leaves, read_markdown
from two_of_hearts.engine.text import clean_note, flaw, printable
from two_of_hearts.keepsake import page, picture


def see(text: str) -> None:
    """That a page, a text and a picture with it have the elements of those with a harmless word."""
    # What reaches a keepsake passed the door, or is spelled out.
    text = clean_note(text) if flaw(" ".join(text.split()), 280) is None else printable(text)
    text = " ".join(text.split())[:200] or "x"
    read, plain = Reader(page.draw(hostile(text))), Reader(page.draw(hostile("harmless")))
    assert read.tags == plain.tags
    assert read.attributes - plain.attributes == set()
    assert read.open == []
    told, quiet = read_markdown(text), read_markdown("harmless")
    assert told.tags == quiet.tags
    assert told.attributes == set()
    for drawn in (picture.cover(hostile(text)), picture.draw(leaves(hostile(text))[0])):
        kinds = {one.tag.partition("}")[2] for one in ElementTree.fromstring(drawn).iter()}
        assert kinds == {"svg", "title", "rect", "path", "text"}


@pytest.mark.parametrize("text", [*NAUGHTY, *REAL])
def test_each_text_from_hell_stands_in_a_keepsake_as_it_is(text: str) -> None:
    see(text)


@tries(25)
@given(ANY)
def test_any_text_stands_in_a_keepsake_as_it_is(text: str) -> None:
    see(text)
