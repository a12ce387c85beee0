"""Counts of people, money, weapons and other things in an article."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from musnad.model.ids import identity
from musnad.model.records import Article, Quantity, Span, Time
from musnad.model.spans import make_span
from musnad.stages.read_language.quantities_read import Count, read_count, read_pair
from musnad.stages.read_language.quantities_roles import both_before, bounded, find_role, is_part
from musnad.stages.read_language.quantities_words import count_words, triggers
from musnad.stages.read_language.times_sense import Scan, scan_of
from musnad.stages.read_language.vocabulary import Seen
from musnad.text.analysis import Analysis


class Told(NamedTuple):
    """A count with its role, the id of the count that it is a part of, its own, and its place."""

    read: Count
    whole: str | None
    id: str
    span: Span


def find_quantities(
    article: Article,
    analysis: Analysis,
    seen: Sequence[Seen],
    times: tuple[Time, ...] = (),
) -> tuple[Quantity, ...]:
    """Gives the counts in the text, in its order; figures that belong to `times` are left out."""
    hits = [at for at, each in enumerate(seen) if each.counts]
    if not hits:
        return ()
    tokens = analysis.tokens
    scan = scan_of(tokens, article.text)
    told: list[Told] = []
    last: Told | None = None
    for count in _counts(scan, hits, times):
        previous = _previous(scan, last, count)
        role = find_role(scan, count, previous and previous.read)
        if role is None or _told_before(scan, told, count):
            continue
        whole = _whole(scan, count, previous) if previous else None
        settled = count if role == count.role else count._replace(role=role)
        pair = read_pair(scan, settled) or _shared(scan, settled)
        both = (settled, pair) if pair else (settled,)
        here = [_told(article, analysis, scan, one, whole) for one in both]
        told += here
        last = next((one for one in reversed(here) if one.read.people), last)
    return tuple(map(_quantity, told))


def _counts(scan: Scan, hits: list[int], times: tuple[Time, ...]) -> Iterator[Count]:
    """Gives the counts that start at the hits, bounded, none within another or within a time."""
    table, done = triggers(), 0
    starts = [time.start for time in times]
    for at in hits:
        key = scan.keys[at]
        if at < done or _taken(times, starts, scan.tokens.starts[at]):
            continue
        prefix, word = table.get(key, ("", key))
        scan.keys[at] = word
        count = read_count(scan, at, word)
        if count is None or count.start < done:
            scan.keys[at] = key
            continue
        if prefix and count.start == at:
            count = count._replace(prefix=len(prefix))
        count = bounded(scan, count)
        done = count.end
        yield count


def _shared(scan: Scan, count: Count) -> Count | None:
    """Gives the other count of «مقتل وإصابة العشرات», which has the same words."""
    role = both_before(scan, count) if count.value is None and count.people else None
    return count._replace(role=role) if role else None


def _taken(times: tuple[Time, ...], starts: list[int], offset: int) -> bool:
    at = bisect_right(starts, offset) - 1
    return at >= 0 and times[at].end > offset


def _previous(scan: Scan, last: Told | None, count: Count) -> Told | None:
    """Gives the last count of people, if it stands in the same sentence."""
    stops = count_words().words["stops"]
    if last is None or last.read.end > count.start:
        return None
    between = scan.keys[last.read.end : count.start]
    if between == [":"]:
        return last
    return None if "\n" in between or not stops.isdisjoint(between) else last


def _told_before(scan: Scan, told: list[Told], count: Count) -> bool:
    """Says whether a dual with the article goes back to two of the same told before."""
    if count.rule != "quantity.dual" or scan.key(count.start)[:2] != "ال":
        return False
    return any(one.read.value == 2 and one.read.unit == count.unit for one in told)


def _whole(scan: Scan, count: Count, previous: Told) -> str | None:
    """Gives the id of the count that this one is a part of, as its neighbour may be."""
    if not count.people:
        return None
    if is_part(scan, count, previous.read):
        return previous.id
    joined = scan.keys[previous.read.end : count.start] in (["و"], [])
    return previous.whole if joined else None


def _told(
    article: Article, analysis: Analysis, scan: Scan, count: Count, whole: str | None
) -> Told:
    start = scan.tokens.starts[count.start]
    if count.prefix:
        folded = analysis.folded
        start = folded.to_print(folded.to_folded(start) + count.prefix)
    span = make_span(article.text, start, scan.tokens.ends[count.end - 1])
    told_as = identity("quantity", article.id, span.start, span.end, count.role)
    return Told(count, whole, told_as, span)


def _quantity(told: Told) -> Quantity:
    count, span = told.read, told.span
    return Quantity(
        id=told.id,
        start=span.start,
        end=span.end,
        text=span.text,
        value=count.value,
        low=count.low,
        high=count.high,
        comparator=count.comparator,
        unit=count.unit,
        role=count.role,
        group=count.group,
        part_of=told.whole,
        statement=None,
        made_by=count.rule,
    )
