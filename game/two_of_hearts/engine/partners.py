"""The two partners, and what belongs to each of them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Generic, TypeVar

T = TypeVar("T")


class Partner(StrEnum):
    """One of the two players, called by the key on their side of the keyboard."""

    A = "a"
    L = "l"

    @property
    def other(self) -> Partner:
        """The partner opposite."""
        return Partner.L if self is Partner.A else Partner.A


@dataclass(frozen=True, slots=True)
class Pair(Generic[T]):
    """One value for each partner."""

    a: T
    """What belongs to the partner on the left."""
    l: T  # noqa: E741 - the key of the partner on the right
    """What belongs to the partner on the right."""

    def of(self, partner: Partner) -> T:
        """The value of one partner."""
        return self.a if partner is Partner.A else self.l

    def put(self, partner: Partner, value: T) -> Pair[T]:
        """The same pair with another value for one partner."""
        return replace(self, **{partner.value: value})

    def swapped(self) -> Pair[T]:
        """The pair as it is when the two have changed seats."""
        return Pair(self.l, self.a)

    def turned_since(self: Pair[str], before: Pair[str]) -> bool:
        """Whether two who are called so have changed seats: a name is on the other side, and none
        is where it was. Who is called otherwise is known by the one who is not."""
        crossed = self.a == before.l or self.l == before.a
        stayed = self.a == before.a or self.l == before.l
        return crossed and not stayed

    def __iter__(self) -> Iterator[T]:
        yield self.a
        yield self.l
