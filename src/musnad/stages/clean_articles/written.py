"""The kept lines are written one below the other, with the map back to the page."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from typing import Final, NamedTuple

from musnad.config import DEFAULT_LIMITS
from musnad.fold import content_words
from musnad.model.records import Block, Page
from musnad.stages.clean_articles.drafts import Draft

AFTER_ALL: Final = 1 << 62
PART: Final = re.compile(r"\s+[|–—»«:-]+\s+")
TOLD: Final = 3
Row = tuple[int, int, int, int]


def page_runs(page: Page, start: int, end: int) -> Iterator[tuple[int, int, int]]:
    """Gives where the text from `start` to `end` stands on the page: text, page, length."""
    if page.places is None:
        yield start, start, end - start
        return
    first = max(bisect_right(page.places, (start, AFTER_ALL)) - 1, 0)
    for number in range(first, len(page.places)):
        at, source, length = page.places[number]
        if at >= end:
            return
        if at + length <= start:
            continue
        cut = max(0, start - at)
        yield at + cut, source + cut, min(at + length, end) - at - cut


def page_spans(page: Page, spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Gives from where to where on the page each span of its text reaches; spans are in order.

    What stands nowhere on the page letter for letter is where the one before it ends.
    """
    if page.places is None:
        return spans
    found: list[tuple[int, int]] = []
    places = (*page.places, (AFTER_ALL, 0, 0))
    at = number = 0
    text, source, length = places[0]
    for start, end in spans:
        while text + length <= start:
            number += 1
            text, source, length = places[number]
        begin = at
        if text < end:
            begin = source + start - text if start > text else source
            while places[number + 1][0] < end:
                number += 1
            text, source, length = places[number]
            at = source + min(length, end - text)
        found.append((begin, at))
    return found


class Written(NamedTuple):
    """The text of an article, its headline, its blocks and where they stand on the page."""

    text: str
    title: str | None
    blocks: tuple[Block, ...]
    map: tuple[Row, ...]
    cut: bool = False


def unprinted_title(page: Page, draft: Draft) -> str | None:
    """Gives the headline that the caller gives, or that an HTML page declares and does not print.

    Of a declared one the longest part counts, which the site's name follows, when it speaks of what
    the article tells.
    """
    if page.given.title or not page.roles or not page.declared.title:
        return page.given.title
    title = max(PART.split(page.declared.title), key=len).strip()
    words = content_words(title)
    body = [kept.line.text for kept in draft.kept if kept.kind == "body"][:TOLD]
    told = set().union(*map(content_words, body))
    return title if len(words) > 1 and 2 * len(words & told) >= len(words) else None


def write_text(page: Page, draft: Draft, *, first: bool) -> Written:
    """Gives the text: headline, then every kept line unchanged; ends at the limit of a text.

    A headline that does not stand on the page has a block but no row in the map.
    """
    pieces: list[str] = []
    blocks: list[Block] = []
    rows: list[Row] = []
    at = 0
    given = unprinted_title(page, draft) if first and draft.title is None else None
    if given:
        pieces.append(given)
        blocks.append(Block(start=0, end=len(given), kind="title"))
        at = len(given) + 1
    cut = False
    for kept in draft.kept:
        line, kind = kept.line, kept.kind
        end = at + len(line.text)
        if end > DEFAULT_LIMITS.text_characters:
            cut = True
            break
        pieces.append(line.text)
        blocks.append(Block(start=at, end=end, kind=kind))
        if page.places is None:
            rows.append((at, end - at, line.start, end - at))
        else:
            rows.extend(
                (at + run - line.start, length, start, length)
                for run, start, length in page_runs(page, line.start, line.end)
            )
        at = end + 1
    title = draft.title.text if draft.title else given
    return Written("\n".join(pieces), title, tuple(blocks), tuple(rows), cut)
