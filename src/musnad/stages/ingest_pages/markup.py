"""HTML becomes the lines a reader sees, each with the role of its place on the page."""

import re
from collections.abc import Iterator, Sequence
from itertools import accumulate
from typing import NamedTuple

from selectolax.lexbor import LexborHTMLParser

from musnad.config import DEFAULT_LIMITS
from musnad.fold import exact_words
from musnad.model.records import Declared, LineRole, Opening
from musnad.stages.ingest_pages.articles import Begun, find_articles
from musnad.stages.ingest_pages.blocks import FURNITURE, Blocks, judge_blocks
from musnad.stages.ingest_pages.metadata import read_metadata
from musnad.stages.ingest_pages.source import Element, Line, Place, Source, read_source

START = re.compile(r"\s*(?:<\?xml|<!doctype\s+html|<!--|<html\b|<head\b|<body\b)", re.I)
ELEMENT = re.compile(r"<(?:p|div|span|article|br|a)\b[^<>]{0,300}>", re.I)
HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
RANKS = {"h1": 4, "h2": 3, "h3": 2, "h4": 1}
TITLE_WORDS = 40
SOME = 0.5
"""Share of a heading's words in the declared title from which it is that title."""
BEFORE, AFTER = 3, 12
"""Lines that an element may add to the frame of an article, above and below it."""
ROLES: dict[str, LineRole] = {
    "hidden": "hidden", "notice": "notice", "comments": "comments", "share": "share",
    "tags": "tags", "related": "related", "promo": "promo", "author": "author", "nav": "outside",
    "caption": "caption",
}  # fmt: skip


class Markup(NamedTuple):
    """An HTML page as lines with roles, where they stand in it, and what it declares."""

    text: str
    roles: tuple[LineRole, ...]
    openings: tuple[Opening, ...]
    places: tuple[Place, ...]
    declared: Declared


def looks_like_html(start: str) -> bool:
    """Says whether a page that begins like this is HTML."""
    return bool(START.match(start)) or len(ELEMENT.findall(start)) > 2


def read_html(html: str) -> Markup:
    """Gives the visible lines one below the other, their roles, and what the page declares."""
    source = read_source(html)
    deep = len(source.elements) > DEFAULT_LIMITS.html_depth and _depth(source)
    declared = Declared() if deep else read_metadata(LexborHTMLParser(html))
    title = find_headline(source, declared.title or "")
    blocks = judge_blocks(source, title)
    roles = _roles(source, blocks, title)
    further = find_articles(source, blocks, title)[: DEFAULT_LIMITS.articles_per_page - 1]
    for article in further:
        _read_further(source, blocks, article, roles)
    text = "\n".join(line.text for line in source.lines)
    openings = tuple(_openings(source, further))
    return Markup(text, tuple(roles), openings, tuple(source.places), declared)


def _openings(source: Source, further: Sequence[Begun]) -> Iterator[Opening]:
    starts = list(accumulate((len(line.text) + 1 for line in source.lines), initial=0))
    for article in further:
        first = source.elements[article.element].first
        yield Opening(start=starts[first], published=article.published)


def _read_further(source: Source, blocks: Blocks, article: Begun, roles: list[LineRole]) -> None:
    """Enters the roles of a further article's lines."""
    element = source.elements[article.element]
    for number in range(element.first, element.last):
        line = source.lines[number]
        kind = blocks.kind_within(source.elements, line.element, article.element)
        title = number == article.title
        roles[number] = "title" if title else _inside(source, line, kind)


def _depth(source: Source) -> bool:
    depths: list[int] = []
    for element in source.elements:
        depths.append(depths[element.parent] + 1 if element.parent >= 0 else 0)
    return max(depths) >= DEFAULT_LIMITS.html_depth - 50


def find_headline(source: Source, declared: str) -> int | None:
    """Gives the line that the page's declared title repeats, else the first of the top heading."""
    known = set(exact_words(declared))
    best, best_rank = None, 0.0
    for number, line in enumerate(source.lines):
        count = line.text.count(" ") + 1
        tag = _heading(source, line) if count <= TITLE_WORDS else ""
        if count > TITLE_WORDS or (not tag and (count < 3 or not known)):
            continue
        rank = _rank(set(exact_words(line.text)), known, tag)
        if rank > best_rank:
            best, best_rank = number, rank
    return best


def _rank(words: set[str], known: set[str], tag: str) -> float:
    """How far a line is the declared title: shared words first, the heading's rank after them."""
    shared = len(words & known)
    alike = shared / max(len(words), 1) if 3 * shared >= len(known) or shared > 3 else 0.0
    if tag:
        return (alike if alike > SOME else 0.0) + RANKS.get(tag, 0) * 0.1 - 0.05
    return alike if alike == 1.0 else 0.0


def _heading(source: Source, line: Line) -> str:
    """The heading that the line stands in, at most two elements above it."""
    at = line.element
    for _ in range(3):
        element = source.elements[at]
        if element.tag in HEADINGS:
            return element.tag
        at = element.parent
        if at < 0:
            break
    return ""


def _roles(source: Source, blocks: Blocks, title: int | None) -> list[LineRole]:
    holder = source.elements[blocks.holder]
    frame = _frame(source, blocks.holder, title)
    roles: list[LineRole] = []
    for number, line in enumerate(source.lines):
        kind = blocks.kinds[line.element]
        if number == title:
            roles.append("title")
        elif holder.first <= number < holder.last or (
            title is not None and frame.first <= title < number < holder.first
        ):
            roles.append(_inside(source, line, kind))
        else:
            roles.append(_outside(kind, framed=frame.first <= number < frame.last))
    return roles


def _frame(source: Source, holder: int, title: int | None) -> Element:
    """The smallest element with headline and article, and those around it that add little."""
    elements = source.elements
    at = holder
    if title is not None and title < elements[holder].last:
        while at > 0 and not elements[at].first <= title < elements[at].last:
            at = elements[at].parent
    frame = elements[at or holder]
    while frame.parent > 0:
        above = elements[frame.parent]
        if frame.first - above.first > BEFORE or above.last - frame.last > AFTER:
            break
        frame = above
    return frame


def _outside(kind: str, *, framed: bool) -> LineRole:
    if kind in FURNITURE and kind != "caption":
        return ROLES[kind]
    return "frame" if framed else "outside"


def _inside(source: Source, line: Line, kind: str) -> LineRole:
    if kind in FURNITURE:
        return ROLES[kind]
    if line.linked > 0.6 * len(line.text):
        return "links"
    return "heading" if _heading(source, line) else "main"
