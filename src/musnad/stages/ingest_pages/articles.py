"""Where further articles begin on an HTML page: articles side by side, entries of a live blog."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from musnad.stages.ingest_pages.blocks import FURNITURE, Blocks
from musnad.stages.ingest_pages.source import Element, Source

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
ENTRIES = 3
SHORT = 12
PARAGRAPHS = 2
LETTERS = 250


class Begun(NamedTuple):
    """A further article: its element, the line of its headline, and the time its markup states."""

    element: int
    title: int | None
    published: str | None


def find_articles(source: Source, blocks: Blocks, title: int | None) -> list[Begun]:
    """Gives each article after the page's main one, in order."""
    groups = _groups(source, blocks)
    entries = max((g for g in groups if _are_entries(source, g)), key=len, default=[])
    if entries:
        return [_begun(source, number) for number in entries]
    articles = max(
        (g for g in groups if all(_is_article(source, blocks, n) for n in g)), key=len, default=[]
    )
    if articles:
        main = source.elements[articles[0]]
        prose = blocks.sums[main.first] > blocks.sums[min(title or 0, main.first)]
        return [_begun(source, number) for number in (articles if prose else articles[1:])]
    return [_begun(source, n) for n in _beside(source, blocks) if _is_article(source, blocks, n)]


def _begun(source: Source, number: int) -> Begun:
    element = source.elements[number]
    times = (source.times[n] for n in range(element.first, element.last) if n in source.times)
    return Begun(number, _heading(source, element), next(times, None))


def _groups(source: Source, blocks: Blocks) -> list[list[int]]:
    """Siblings of one tag and class with prose in them, none of them furniture."""
    groups: defaultdict[tuple[int, str, str], list[int]] = defaultdict(list)
    holder = source.elements[blocks.holder]
    for number, element in enumerate(source.elements):
        inside = number and holder.first <= element.first and element.last <= holder.last
        told = blocks.sums[element.last] > blocks.sums[element.first]
        if inside and told and element.tag != "p" and blocks.kinds[number] not in FURNITURE:
            groups[element.parent, element.tag, _stem(blocks, number)].append(number)
    return [group for group in groups.values() if len(group) > 1]


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
    named = element.tag == "article" or NAMED.search(element.attributes.lower())
    head = source.lines[element.first : min(element.first + HEAD + 1, element.last)]
    return bool(named) or any(DATED.search(line.text) for line in head)


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
    for number, element in enumerate(source.elements):
        above = source.elements[max(element.parent, 0)]
        beside = above.first <= holder.first and holder.last <= above.last
        follows = number and element.first >= holder.last
        if beside and follows and blocks.kinds[number] in {"", "body", "heading", "related"}:
            yield number
