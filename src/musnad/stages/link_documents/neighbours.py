"""What shares a key is compared: all with all when few, with the nearest in time when many."""

from collections.abc import Iterator, Sequence
from itertools import combinations
from typing import TypeVar

FEW = 24
NEAREST = 4

Holder = TypeVar("Holder")


def near_pairs(holders: Sequence[Holder]) -> Iterator[tuple[Holder, Holder]]:
    """Gives pairs of holders that stand in order of time, in number never more than linear.

    A hundred pages of one text are joined through their neighbours.
    """
    if len(holders) <= FEW:
        yield from combinations(holders, 2)
        return
    for at, one in enumerate(holders):
        for other in holders[at + 1 : at + 1 + NEAREST]:
            yield one, other
