"""Where further articles begin on an HTML page: articles side by side, entries of a live blog."""

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise
from operator import attrgetter
from typing import NamedTuple

from musnad.stages.ingest_pages.blocks import FURNITURE, Blocks
from musnad.stages.ingest_pages.elements import NORMAL, Element, Source

HEADED = frozenset(("h1", "h2", "h3", "h4"))
NAMED = re.compile(
    r"(?:^|[\s_-])(?:h-?entry|post|article|story|news-?item|liveblog|live-?blog|entry|update)"
    r"(?:$|[\s_-])"
)
CLOCK = re.compile(r"\D{0,24}\d{1,2}[:.]\d{2}(?!\d)")
DATED = re.compile(
    r"\b\d{1,2}\s+\w+\s+\d{4}\b|\b\d{4}[-/]\d{1,2}[-/]\d{1,2}\b|\b\d{1,2}/\d{1,2}/\d{4}\b"
)
HEAD = 4
"""Lines of an article or entry among which its headline or time stands."""
TAIL = 3
ENTRIES = 3
TALL = NORMAL + 2
SHORT = 12
PARAGRAPHS = 2
LETTERS = 150


class Begun(NamedTuple):
    """A further article: its element, its lines, its headline's, and the time its markup states."""

    element: int
    first: int
    last: int
    title: int | None
    published: str | None = None


class Parts(NamedTuple):
    """The headline of the page's main article, and each article after it, in order."""

    title: int | None
    further: list[Begun]


def find_articles(source: Source, blocks: Blocks, title: int | None) -> Parts:
    """Gives where the articles of the page begin; `title` is the headline found so far.

    A headline above articles that have one each, without text of its own, is that of a list.
    """
    groups = _groups(source, blocks)
    entries = max((g for g in groups if _are_entries(source, g)), key=len, default=[])
    if entries:
        return Parts(title, [_begun(source, number) for number in entries])
    articles = (g for g in groups if all(_is_article(source, blocks, n) for n in g))
    begun = [_begun(source, number) for number in max(articles, key=len, default=[])]
    if begun:
        main = begun[0]
        alone = blocks.sums[main.first] > blocks.sums[min(title or 0, main.first)]
        return Parts(title, begun) if alone else Parts(main.title, begun[1:])
    beside = [n for n in _beside(source, blocks) if _is_article(source, blocks, n)]
    if beside:
        title = _own_headline(source, blocks, beside[0], title)
    alike = _headed_alike(source, blocks, title) if title is not None else []
    return Parts(title, alike + [_begun(source, number) for number in beside])


def _own_headline(source: Source, blocks: Blocks, other: int, title: int | None) -> int | None:
    """The headline inside the main article's element where another article has one like it."""
    like = source.elements[other]
    at = blocks.holder
    while at > 0 and source.elements[at].parent != like.parent:
        at = source.elements[at].parent
    element = source.elements[at]
    alike = at and element.tag == like.tag and _stem(blocks, at) == _stem(blocks, other)
    if not alike or (title is not None and element.first <= title < element.last):
        return title
    own = _heading(source, element)
    return title if own is None else own


def _begun(source: Source, number: int) -> Begun:
    element = source.elements[number]
    times = (source.times[n] for n in range(element.first, element.last) if n in source.times)
    first, last = element.first, element.last
    return Begun(number, first, last, _heading(source, element), next(times, None))


def _headed_alike(source: Source, blocks: Blocks, title: int) -> list[Begun]:
    """Articles below one another in one element, each under a headline like the first."""
    holder = source.elements[blocks.holder]
    counts = blocks.counts
    found: list[Begun] = []
    begins = [n for n in range(title + 1, holder.last) if _is_alike(source, title, n)]
    for begin, end in pairwise([*begins, holder.last]):
        before = found[-1].first if found else title
        told = counts[end] - counts[begin] >= PARAGRAPHS and counts[begin] > counts[before]
        if told and blocks.sums[end] - blocks.sums[begin] >= LETTERS:
            found.append(Begun(blocks.holder, begin, end, begin))
    return found


def _is_alike(source: Source, title: int, number: int) -> bool:
    """Says whether a line looks like the headline: in an `<h1>` too, or in as large letters."""
    line, like = source.lines[number], source.lines[title]
    element, other = source.elements[line.element], source.elements[like.element]
    if other.tag in HEADED:
        return element.tag == other.tag == "h1"
    tall = like.height >= TALL and line.height >= like.height
    return tall and line.text.count(" ") + 1 > 2 and 2 * line.linked <= len(line.text)


def _groups(source: Source, blocks: Blocks) -> list[list[int]]:
    """Siblings of one tag and class with prose in them, none of them furniture."""
    groups: defaultdict[tuple[int, str, str], list[int]] = defaultdict(list)
    holder = source.elements[blocks.holder]
    for number in range(_from_line(source, holder.first), _from_line(source, holder.last + 1)):
        element = source.elements[number]
        told = blocks.sums[element.last] > blocks.sums[element.first]
        inside = told and element.last <= holder.last
        if inside and element.tag != "p" and blocks.kinds[number] not in FURNITURE:
            groups[element.parent, element.tag, _stem(blocks, number)].append(number)
    return [group for group in groups.values() if len(group) > 1]


def _from_line(source: Source, line: int) -> int:
    """The first element but the page itself that begins at a line or behind it."""
    return max(bisect_left(source.elements, line, key=attrgetter("first")), 1)


def _stem(blocks: Blocks, number: int) -> str:
    """The classes that say what an element is, without those that differ from one to the next."""
    names = (name for name in blocks.looks[number].classes.split() if not re.search(r"\d", name))
    return " ".join(sorted(names)[:2])


def _are_entries(source: Source, group: Sequence[int]) -> bool:
    timed = sum(_is_timed(source, source.elements[n]) for n in group)
    return timed >= ENTRIES and 4 * timed >= 3 * len(group)


def _is_timed(source: Source, element: Element) -> bool:
    """A time stands in the first lines, alone or with few words."""
    lines = range(element.first, min(element.first + HEAD, element.last))
    if any(n in source.times for n in lines):
        return True
    return any(
        source.lines[n].text.count(" ") < SHORT and CLOCK.match(source.lines[n].text) for n in lines
    )


def _is_article(source: Source, blocks: Blocks, number: int) -> bool:
    """A headline and several paragraphs, and a name or a date that says it is an article."""
    element = source.elements[number]
    heading = _heading(source, element)
    if heading is None:
        return False
    prose = blocks.sums[element.last] - blocks.sums[heading + 1]
    if blocks.counts[element.last] - blocks.counts[heading + 1] < PARAGRAPHS or prose < LETTERS:
        return False
    named = element.tag == "article" or NAMED.search(blocks.looks[number].classes.lower())
    held = range(element.first, element.last)
    ends = {*held[: HEAD + 1], *held[-TAIL:]}
    return bool(named) or any(DATED.search(source.lines[n].text) for n in ends)


def _heading(source: Source, element: Element) -> int | None:
    """The line of the headline among the first ones."""
    for number in range(element.first, min(element.first + HEAD, element.last)):
        at = source.lines[number].element
        for _ in range(2):
            if source.elements[at].tag in HEADED:
                return number
            at = max(source.elements[at].parent, 0)
    return None


def _beside(source: Source, blocks: Blocks) -> Iterator[int]:
    """The elements beside the article's, at any height, that are not furniture by their own name.

    Boxes of links may hold a whole article: sites name the next one «next» or «related».
    """
    holder = source.elements[blocks.holder]
    for number in range(_from_line(source, holder.last), len(source.elements)):
        above = source.elements[max(source.elements[number].parent, 0)]
        beside = above.first <= holder.first and holder.last <= above.last
        if beside and blocks.kinds[number] in {"", "body", "heading", "related"}:
            yield number
