"""HTML becomes the lines a reader sees, each with the role of its place on the page."""

import re
from collections.abc import Iterator, Sequence
from itertools import accumulate, pairwise
from typing import Final, NamedTuple

from musnad.config import DEFAULT_LIMITS
from musnad.model.records import Declared, LineRole, Opening
from musnad.stages.ingest_pages.articles import find_articles
from musnad.stages.ingest_pages.below import Begun
from musnad.stages.ingest_pages.blocks import FURNITURE, Blocks, judge_blocks
from musnad.stages.ingest_pages.elements import Line, Place, Source
from musnad.stages.ingest_pages.headline import find_headline, find_undeclared, heading_of
from musnad.stages.ingest_pages.metadata import read_metadata
from musnad.stages.ingest_pages.rows import BETWEEN, join_rows
from musnad.stages.ingest_pages.source import read_source
from musnad.stages.ingest_pages.stated import Stated
from musnad.stages.ingest_pages.tokens import read_tokens
from musnad.stages.ingest_pages.tree import Tree, read_signs

START: Final = re.compile(r"\s*(?:<\?xml|<!doctype\s+html|<!--|<html\b|<head\b|<body\b)", re.I)
ELEMENT: Final = re.compile(r"<(?:p|div|span|article|br|a)\b[^<>]{0,300}>", re.I)
HANDLE: Final = re.compile(r"^\W*[—–-].{0,60}\(\u200e?@\w+|\(\u200e?@\w{2,30}\u200e?\)")
SIGNED: Final = 14
"""Words of the line that says who wrote a post."""
LITTLE: Final = 150
"""Letters of prose below which a page shows no article."""
BEFORE: Final = 3
AFTER: Final = 12
"""Lines that an element may add to the frame of an article, above and below it."""
ITEMS: Final[dict[str, LineRole]] = {
    "li": "item", "dd": "item", "dt": "item", "blockquote": "item", "pre": "item",
}  # fmt: skip
ROLES: Final[dict[str, LineRole]] = {
    "hidden": "hidden", "notice": "notice", "comments": "comments", "share": "share",
    "tags": "tags", "related": "related", "promo": "promo", "author": "author", "nav": "outside",
    "caption": "caption",
}  # fmt: skip


OUTSIDE: Final = {kind: role for kind, role in ROLES.items() if kind != "caption"}
"""Roles of lines outside of the article by their kinds."""


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


def read_html(html: str, received: bytes | None = None, address: str | None = None) -> Markup:
    """Gives the visible lines one below the other, their roles, and what the page declares.

    `received` is the same page in UTF-8 where it came so, `address` where it came from.
    """
    tokens = read_tokens(html)
    source = join_rows(read_source(tokens))
    deep = len(source.elements) > DEFAULT_LIMITS.html_depth and _depth(source)
    signs = read_signs(tokens) if isinstance(tokens, list) else None
    declared = Declared() if deep else read_metadata(Tree(received or html, signs), address)
    title = find_headline(source, declared.title or "")
    stated = Stated(html)
    blocks = judge_blocks(source, title, stated)
    if title is None:
        title = find_undeclared(source, blocks)
    title, further = find_articles(source, blocks, title)
    further = further[: DEFAULT_LIMITS.articles_per_page - 1]
    roles = _roles(source, blocks, title)
    for article in further:
        _read_further(source, blocks, article, roles)
    _give_up_headings(roles)
    if stated.is_told and blocks.sums[-1] < LITTLE:
        _append(source, stated, html, roles)
    text = "\n".join([line.text for line in source.lines])
    openings = tuple(_openings(source, further)) if further else ()
    return Markup(text, tuple(roles), openings, tuple(source.places), declared)


def _append(source: Source, stated: Stated, html: str, roles: list[LineRole]) -> None:
    """Takes the article of a page that shows none, as apps do, from the page's data."""
    at = sum(len(line.text) + 1 for line in source.lines)
    lines, places = stated.lines(html, at)
    source.lines.extend(lines)
    source.places.extend(places)
    roles.extend("main" for _ in lines)


def _openings(source: Source, further: Sequence[Begun]) -> Iterator[Opening]:
    starts = list(accumulate((len(line.text) + 1 for line in source.lines), initial=0))
    for article in further:
        yield Opening(start=starts[article.first], published=article.published)


def _read_further(source: Source, blocks: Blocks, article: Begun, roles: list[LineRole]) -> None:
    """Enters the roles of a further article's lines."""
    for number in range(article.first, article.last):
        line = source.lines[number]
        kind = blocks.kind_within(source.elements, line.element, article.element)
        title = number == article.title
        roles[number] = "title" if title else _inside(source, line, kind)


def _depth(source: Source) -> bool:
    depths: list[int] = []
    for element in source.elements:
        depths.append(depths[element.parent] + 1 if element.parent >= 0 else 0)
    return max(depths) >= DEFAULT_LIMITS.html_depth - 50


def _roles(source: Source, blocks: Blocks, title: int | None) -> list[LineRole]:
    holder = source.elements[blocks.holder]
    first, last = _frame(source, blocks.holder, title)
    begin = title if title is not None and first <= title < holder.first else holder.first
    roles: list[LineRole] = []
    for number, line in enumerate(source.lines):
        kind = blocks.kinds[line.element]
        if number == title:
            roles.append("title")
        elif begin <= number < holder.last:
            roles.append(_inside(source, line, kind))
        else:
            framed: LineRole = "frame" if first <= number < last else "outside"
            roles.append(OUTSIDE.get(kind, framed))
    return roles


def _give_up_headings(roles: list[LineRole]) -> None:
    """A heading above nothing but links is theirs."""
    for number, (role, following) in enumerate(pairwise(roles)):
        if role == "heading" and following in {"links", "related"}:
            roles[number] = "related"


def _frame(source: Source, holder: int, title: int | None) -> tuple[int, int]:
    """The lines of the smallest element with headline and article, and of those that add little."""
    elements = source.elements
    at = holder
    if title is not None and title < elements[holder].last:
        while at > 0 and not elements[at].first <= title < elements[at].last:
            at = elements[at].parent
        if at == 0:
            return min(title, elements[holder].first), elements[holder].last
    frame = elements[at]
    while frame.parent > 0:
        above = elements[frame.parent]
        if frame.first - above.first > BEFORE or above.last - frame.last > AFTER:
            break
        frame = above
    return frame.first, frame.last


def _inside(source: Source, line: Line, kind: str) -> LineRole:
    if kind in FURNITURE:
        return ROLES[kind]
    if kind == "embed" and line.text.count(" ") < SIGNED and HANDLE.search(line.text):
        return "embed"
    if line.linked > 0.6 * len(line.text):
        return "links"
    if heading_of(source, line):
        return "heading"
    tag = source.elements[line.element].tag
    if tag in {"td", "th"} and BETWEEN in line.text:
        return "row"
    return ITEMS.get(tag, "main")
