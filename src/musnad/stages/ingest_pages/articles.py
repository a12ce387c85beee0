"""Where further articles begin on an HTML page: articles side by side, entries of a live blog."""

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import cache
from operator import attrgetter
from typing import Final, NamedTuple

from musnad.fold import exact_words
from musnad.rules.tables import load_table
from musnad.stages.ingest_pages.below import (
    HEADED,
    Begun,
    brief_articles,
    brief_heads,
    digest_articles,
    headed_alike,
    is_bold,
    is_list,
    timed_entries,
)
from musnad.stages.ingest_pages.blocks import FURNITURE, Blocks
from musnad.stages.ingest_pages.elements import NORMAL, Element, Source

NAMED: Final = re.compile(
    r"(?:^|[\s_-])(?:h-?entry|post|article|story|news-?item|liveblog|live-?blog|entry|update)"
    r"(?:$|[\s_-])"
)
CLOCK: Final = re.compile(r"\D{0,24}\d{1,2}[:.]\d{2}(?!\d)")
DATED: Final = re.compile(
    r"\b\d{1,2}\s+\w+\s+\d{4}\b|\b\d{4}[-/]\d{1,2}[-/]\d{1,2}\b|\b\d{1,2}/\d{1,2}/\d{4}\b"
)
HEAD: Final = 4
"""Lines of an article or entry among which its headline or time stands."""
TAIL: Final = 3
ENTRIES: Final = 3
TALL: Final = NORMAL + 2
SHORT: Final = 12
PARAGRAPHS: Final = 2
LETTERS: Final = 150
SHORTEST: Final = 60
"""Letters of the articles of a digest."""
TITLE_WORDS: Final = 25
NO_HEADLINE: Final = FURNITURE - {"related", "nav"}
"""Furniture whose headings head no article: the name of an author, a newsletter."""


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
    timed = timed_entries(source, blocks, title) if title is not None else []
    if len(timed) >= ENTRIES:
        return Parts(title, timed)
    page = _Articles(source, blocks, title)
    articles = (g for g in groups if all(map(page.is_article, g)))
    begun = [_begun(source, blocks, number) for number in max(articles, key=len, default=[])]
    if begun:
        main = begun[0]
        alone = blocks.sums[main.first] > blocks.sums[min(title or 0, main.first)]
        return Parts(title, begun) if alone else Parts(main.title, begun[1:])
    listed = digest_articles(source, blocks, title) if page.digest and title is not None else []
    if len(listed) > 1:
        return Parts(listed[0].title, listed[1:])
    beside = list(_others(source, blocks, page))
    if beside:
        title = _own_headline(source, blocks, beside[0].element, title)
    alike = headed_alike(source, blocks, title, wide=not beside) if title is not None else []
    return Parts(title, alike + beside)


def _others(source: Source, blocks: Blocks, page: "_Articles") -> Iterator[Begun]:
    """The articles in elements beside the main one: one in each, or several under headings."""
    heads = brief_heads(source, blocks)
    end = 0
    for number in _beside(source, blocks):
        element = source.elements[number]
        if element.first < end:
            continue
        found = brief_articles(source, blocks, number, heads)
        if not found and page.is_article(number):
            found = [_begun(source, blocks, number)]
        if found:
            end = element.last
            yield from found


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
        self.digest = title is not None and _is_digest(source, blocks, title)

    def is_article(self, number: int) -> bool:
        """Says whether an element has a headline and several paragraphs, and is an article.

        A name or a date says so, a headline that looks like the first, or that of a digest, whose
        articles may have one paragraph each.
        """
        source, blocks = self.source, self.blocks
        element = source.elements[number]
        if blocks.sums[element.last] - blocks.sums[element.first] < SHORTEST:
            return False
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


def _is_digest(source: Source, blocks: Blocks, title: int) -> bool:
    """Says whether a headline is that of several articles below it («موجز المساء»)."""
    words = exact_words(source.lines[title].text)
    named = any(words[: len(phrase)] == phrase for phrase in _digests())
    return named or is_list(source, blocks, title)


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
    return next((number for number in lines if is_bold(source.lines[number])), None)


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
