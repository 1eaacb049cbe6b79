"""Reads rows out of the raw pages of a journal that SQLite itself cannot read any more.

A page that is whole gives its rows, wherever in the file it lies and whatever has become of the
pages that lead to it. The tables have no row ids, so each of their pages, inner ones too, is a
page of an index: https://www.sqlite.org/fileformat2.html says how these are laid out.
"""

from __future__ import annotations

from collections.abc import Iterator

Value = int | str | None
Row = tuple[Value, ...]

INNER, LEAF = 2, 10
"""The first byte of a page with rows."""

HEADS = {INNER: (12, 4), LEAF: (8, 0)}
"""How long the head of such a page is, and what stands in a cell before its row."""

FIRST = 100
"""The head of the file, in its first page."""

SIZES = tuple(2**n for n in range(9, 17))

LONGEST = 64 * 2**20
"""A row that claims to be longer is none."""


def rows(data: bytes) -> Iterator[Row]:
    """Every row that can be read; what is not ours, or broken, may be among them.

    Args:
        data: the whole file.
    """
    size = page_size(data)
    for start in range(0, len(data) - size + 1, size):
        at = start + (FIRST if start == 0 else 0)
        if (kind := data[at]) not in HEADS:
            continue
        head, before = HEADS[kind]
        count = int.from_bytes(data[at + 3 : at + 5], "big")
        for n in range(min(count, size // 2)):
            pointer = at + head + 2 * n
            cell = int.from_bytes(data[pointer : pointer + 2], "big")
            if not head < cell < size:
                continue
            try:
                yield record(payload(data, size, start, cell + before))
            except (ValueError, IndexError):
                continue


def page_size(data: bytes) -> int:
    """What the head of the file says, or what SQLite takes, where that is broken."""
    said = int.from_bytes(data[16:18], "big")
    said = 2**16 if said == 1 else said
    return said if said in SIZES and data[:6] == b"SQLite" else 4096


def payload(data: bytes, size: int, page: int, cell: int) -> bytes:
    """The bytes of one row: those in its page, and those in the pages that they flow over to.

    Raises:
        ValueError, IndexError: they are not all there.
    """
    length, at = varint(data, page + cell)
    if length > min(LONGEST, len(data)):
        raise ValueError("A row longer than the file.")
    most = (size - 12) * 64 // 255 - 23
    least = (size - 12) * 32 // 255 - 23
    fits = least + (length - least) % (size - 4)
    local = length if length <= most else fits if fits <= most else least
    if at + local > page + size:
        raise ValueError("A row that leaves its page.")
    parts = [data[at : at + local]]
    left = length - local
    following = int.from_bytes(data[at + local : at + local + 4], "big") if left else 0
    while left:
        start = (following - 1) * size
        if start < 0 or start + size > len(data):
            raise ValueError("A row that flows out of the file.")
        parts.append(data[start + 4 : start + min(size, 4 + left)])
        left -= len(parts[-1])
        following = int.from_bytes(data[start : start + 4], "big")
    return b"".join(parts)


def record(body: bytes) -> Row:
    """The values of a row.

    Raises:
        ValueError, IndexError: they are none that a journal holds.
    """
    end, at = varint(body, 0)
    types = []
    while at < end:
        kind, at = varint(body, at)
        types.append(kind)
    values: list[Value] = []
    at = end
    for kind in types:
        length = LENGTHS[kind] if kind < len(LENGTHS) else (kind - 13) // 2
        raw = body[at : at + length]
        if len(raw) < length or kind in (7, 10, 11) or (kind >= 12 and kind % 2 == 0):
            raise ValueError("Not a value of a journal.")
        at += length
        match kind:
            case 0:
                values.append(None)
            case 8 | 9:
                values.append(kind - 8)
            case _ if kind < 8:
                values.append(int.from_bytes(raw, "big", signed=True))
            case _:
                values.append(raw.decode("utf-8"))
    return tuple(values)


LENGTHS = (0, 1, 2, 3, 4, 6, 8, 8, 0, 0, 0, 0)
"""How many bytes a value of each kind has; from 12 on the kind itself says it."""


def varint(data: bytes, at: int) -> tuple[int, int]:
    """A number of one to nine bytes, and where it ends.

    Raises:
        IndexError: the data ends before.
    """
    value = 0
    for n in range(9):
        byte = data[at + n]
        if n == 8:
            return value << 8 | byte, at + 9
        value = value << 7 | byte & 0x7F
        if byte < 0x80:
            return value, at + n + 1
    raise AssertionError
