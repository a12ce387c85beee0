"""Articles whose texts overlap are found by rare runs of words, then measured."""

from array import array
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from musnad.model.links import Reprint
from musnad.stages.link_documents.neighbours import near_pairs
from musnad.stages.link_documents.sheets import Sheet

SHINGLE = 4
SAMPLED = 4
FEWEST_SHARED = 2
NEAR_DAYS = 3
WHOLE = 0.5
EDITED = 0.3
EDITED_RUN = 20
SHORTEST_TEXT = 30
_PRIME = 2**61 - 1


def find_reprints(sheets: Sequence[Sheet]) -> tuple[Reprint, ...]:
    """Gives the pairs of articles that carry one text, the later as a reprint of the earlier.

    The share counts runs of four words of the shorter text. Half of them is a reprint; three in ten
    are one when an unbroken run of twenty words shows it.
    """
    known = {sheet.id: sheet for sheet in sheets}
    found = (_measured(known[one], known[other]) for one, other in _candidates(sheets))
    return tuple(sorted(filter(None, found), key=lambda r: (r.article, r.of)))


def near(one: int | None, other: int | None, days: int = NEAR_DAYS) -> bool:
    """Tells whether two days are near; an unknown day may be any."""
    return one is None or other is None or abs(one - other) <= days


def shingles(words: "array[int]") -> Iterator[int]:
    """Gives a number for each run of four words, the same on every machine."""
    for at in range(len(words) - SHINGLE + 1):
        value = 0
        for word in words[at : at + SHINGLE]:
            value = (value * 1_000_003 + word) % _PRIME
        yield value


def _candidates(sheets: Sequence[Sheet]) -> Iterable[tuple[str, str]]:
    postings: dict[int, list[Sheet]] = defaultdict(list)
    for sheet in sorted(sheets, key=lambda one: one.order):
        for value in {v for v in shingles(sheet.words) if v % SAMPLED == 0}:
            postings[value].append(sheet)
    shared: Counter[tuple[str, str]] = Counter()
    for holders in postings.values():
        shared.update(
            (one.id, other.id) for one, other in near_pairs(holders) if near(one.day, other.day)
        )
    return sorted(pair for pair, number in shared.items() if number >= FEWEST_SHARED)


def _measured(one: Sheet, other: Sheet) -> Reprint | None:
    earlier, later = sorted((one, other), key=lambda sheet: sheet.order)
    first, second = list(shingles(earlier.words)), list(shingles(later.words))
    shortest = min(len(first), len(second))
    if shortest < SHORTEST_TEXT:
        return None
    common = set(first)
    share = min(1.0, sum(value in common for value in second) / shortest)
    run = _longest_run(first, second)
    if share < EDITED or (share < WHOLE and run < EDITED_RUN):
        return None
    return Reprint(article=later.id, of=earlier.id, share=round(share, 2), longest_run=run)


def _longest_run(first: Sequence[int], second: Sequence[int]) -> int:
    """Gives the length in words of the longest run that both texts have."""
    follows = set(pairwise(first))
    known = set(first)
    longest = running = 0
    before: int | None = None
    for value in second:
        if value not in known:
            running = 0
        else:
            running = running + 1 if running and (before, value) in follows else SHINGLE
        before = value
        longest = max(longest, running)
    return longest
