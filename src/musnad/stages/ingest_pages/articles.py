"""Where further articles begin on an HTML page: articles side by side, entries of a live blog."""

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise
from operator import attrgetter
from typing import NamedTuple

from musnad.fold import exact_words
from musnad.rules.tables import load_table
from musnad.stages.ingest_pages.blocks import FURNITURE, STOP, Blocks
from musnad.stages.ingest_pages.elements import NORMAL, Element, Line, Source

HEADED = frozenset(("h1", "h2", "h3", "h4"))
NAMED = re.compile(
    r"(?:^|[\s_-])(?:h-?entry|post|article|story|news-?item|liveblog|live-?blog|entry|update)"
    r"(?:$|[\s_-])"
)
CLOCK = re.compile(r"\D{0,24}\d{1,2}[:.]\d{2}(?!\d)")
DATED = re.compile(
    r"\b\d{1,2}\s+\w+\s+\d{4}\b|\b\d{4}[-/]\d{1,2}[-/]\d{1,2}\b|\b\d{1,2}/\d{1,2}/\d{4}\b"
)
DATELINE = re.compile(
    r"[^\W\d_]+(?:\s[^\W\d_]+){0,2}\s*"
    r"(?:[-–—/]\s*\S|\([^()\d]{2,40}\)\s*[-–—:]|\sفي\s\d{1,2}\s)"
)
HEAD = 4
"""Lines of an article or entry among which its headline or time stands."""
TAIL = 3
ENTRIES = 3
TALL = NORMAL + 2
SHORT = 12
PARAGRAPHS = 2
LETTERS = 150
SHORTEST = 60
"""Letters of the articles of a digest."""
TITLE_WORDS = 25
NO_HEADLINE = FURNITURE - {"related", "nav"}
"""Furniture whose headings head no article: the name of an author, a newsletter."""


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
        return Parts(title, [_begun(source, blocks, number) for number in entries])
    page = _Articles(source, blocks, title)
    articles = (g for g in groups if all(map(page.is_article, g)))
    begun = [_begun(source, blocks, number) for number in max(articles, key=len, default=[])]
    if begun:
        main = begun[0]
        alone = blocks.sums[main.first] > blocks.sums[min(title or 0, main.first)]
        return Parts(title, begun) if alone else Parts(main.title, begun[1:])
    listed = _digest(source, blocks, title) if page.digest and title is not None else []
    if len(listed) > 1:
        return Parts(listed[0].title, listed[1:])
    beside = list(filter(page.is_article, _beside(source, blocks)))
    if beside:
        title = _own_headline(source, blocks, beside[0], title)
    alike = _headed_alike(source, blocks, title, wide=not beside) if title is not None else []
    return Parts(title, alike + [_begun(source, blocks, number) for number in beside])


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
    own = _heading(source, blocks, element)
    return title if own is None else own


def _begun(source: Source, blocks: Blocks, number: int) -> Begun:
    element = source.elements[number]
    times = (source.times[n] for n in range(element.first, element.last) if n in source.times)
    first, last = element.first, element.last
    return Begun(number, first, last, _heading(source, blocks, element), next(times, None))


def _headed_alike(source: Source, blocks: Blocks, title: int, *, wide: bool) -> list[Begun]:
    """Articles below one another in one element, each under a headline like the first.

    Smaller headings head articles where a place stands before the first words of each. With `wide`
    the element is the one around article and headline.
    """
    scope = source.elements[_around(source, blocks.holder, title) if wide else blocks.holder]
    lines = range(title + 1, scope.last)
    begins = [n for n in lines if _is_alike(source, title, n) and _is_free(source, blocks, n)]
    begins = begins or _datelined(source, blocks, title)
    end = max((n + 1 for n in lines if blocks.sums[n + 1] > blocks.sums[n]), default=title)
    found: list[Begun] = []
    for begin, stop in pairwise([*(n for n in begins if n < end), end]):
        before = found[-1].first if found else title
        told = blocks.counts[stop] - blocks.counts[begin] >= PARAGRAPHS
        follows = blocks.counts[begin] > blocks.counts[before]
        if told and follows and blocks.sums[stop] - blocks.sums[begin] >= LETTERS:
            found.append(Begun(blocks.holder, begin, stop, begin))
    return found


def _around(source: Source, holder: int, title: int) -> int:
    """The smallest element with the article and its headline; the article's where none is small."""
    at = holder
    while at > 0 and not source.elements[at].first <= title < source.elements[at].last:
        at = source.elements[at].parent
    return at or holder


def _is_free(source: Source, blocks: Blocks, number: int) -> bool:
    return blocks.kinds[source.lines[number].element] not in FURNITURE


def _headings(source: Source, blocks: Blocks, title: int) -> list[int]:
    """The headings of the article's element that look like the first one below its headline."""
    holder = source.elements[blocks.holder]
    lines = range(max(title + 1, holder.first), holder.last)
    heads = [n for n in lines if _is_free(source, blocks, n) and _looks(source, n)]
    return [n for n in heads if _looks(source, n) == _looks(source, heads[0])]


def _looks(source: Source, number: int) -> tuple[str, int] | None:
    """The tag and the height of a heading, None for other lines."""
    line = source.lines[number]
    tag = source.elements[line.element].tag
    return (tag, line.height) if tag in HEADED or _is_bold(line) else None


def _datelined(source: Source, blocks: Blocks, title: int) -> list[int]:
    """The headings below which the text begins with a place, as below the headline."""
    heads = _headings(source, blocks, title)
    return heads if heads and all(_opens(source, blocks, n) for n in (title, *heads)) else []


def _opens(source: Source, blocks: Blocks, heading: int) -> bool:
    """Says whether a place stands before the first words below a heading."""
    below = range(heading + 1, min(heading + HEAD, len(source.lines)))
    prose = next((n for n in below if blocks.sums[n + 1] > blocks.sums[n]), None)
    return prose is not None and DATELINE.match(source.lines[prose].text) is not None


def _digest(source: Source, blocks: Blocks, title: int) -> list[Begun]:
    """The articles of a digest below one another, each under a heading with text below it."""
    heads = _headings(source, blocks, title)
    bounds = list(pairwise([*heads, source.elements[blocks.holder].last]))
    told = all(blocks.sums[stop] - blocks.sums[begin + 1] >= SHORTEST for begin, stop in bounds)
    return [Begun(blocks.holder, n, stop, n) for n, stop in bounds] if told else []


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


class _Articles:
    """Tells which elements of a page hold an article, beside the headline of the first."""

    def __init__(self, source: Source, blocks: Blocks, title: int | None) -> None:
        self.source, self.blocks = source, blocks
        self.like = source.lines[title] if title is not None else None
        self.digest = self.like is not None and is_digest(self.like.text)

    def is_article(self, number: int) -> bool:
        """Says whether an element has a headline and several paragraphs, and is an article.

        A name or a date says so, a headline that looks like the first, or that of a digest, whose
        articles may have one paragraph each.
        """
        source, blocks = self.source, self.blocks
        element = source.elements[number]
        heading = _heading(source, blocks, element)
        if heading is None:
            return False
        prose = blocks.sums[element.last] - blocks.sums[heading + 1]
        count = blocks.counts[element.last] - blocks.counts[heading + 1]
        if self.digest:
            return count > 0 and prose >= SHORTEST
        if count < PARAGRAPHS or prose < LETTERS:
            return False
        named = element.tag == "article" or NAMED.search(blocks.looks[number].classes.lower())
        held = range(element.first, element.last)
        ends = {*held[: HEAD + 1], *held[-TAIL:]}
        dated = any(DATED.search(source.lines[n].text) for n in ends)
        return bool(named) or dated or self._is_alike(heading)

    def _is_alike(self, heading: int) -> bool:
        """Says whether a headline has letters of its own height, as the first article's has."""
        line = self.source.lines[heading]
        return self.like is not None and line.height == self.like.height != NORMAL


def is_digest(title: str) -> bool:
    """Says whether a headline is that of several articles below it («موجز المساء»)."""
    words = exact_words(title)
    return any(words[: len(phrase)] == phrase for phrase in _digests())


@cache
def _digests() -> tuple[tuple[str, ...], ...]:
    table = load_table("musnad.stages.ingest_pages", "names")
    return tuple(map(exact_words, table["digests"]))


def _heading(source: Source, blocks: Blocks, element: Element) -> int | None:
    """The line of the headline among the first ones: in a heading, else one in bold letters."""
    lines = range(element.first, min(element.first + HEAD, element.last))
    for number in lines:
        at = source.lines[number].element
        for _ in range(2):
            if source.elements[at].tag in HEADED:
                return None if blocks.kinds[at] in NO_HEADLINE else number
            at = max(source.elements[at].parent, 0)
    return next((number for number in lines if _is_bold(source.lines[number])), None)


def _is_bold(line: Line) -> bool:
    """Says whether a line is all in bold or larger letters, and no sentence."""
    words = line.text.count(" ") + 1
    apart = line.height != NORMAL and 2 * line.linked <= len(line.text)
    return apart and 2 < words <= TITLE_WORDS and not STOP.search(line.text)


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
