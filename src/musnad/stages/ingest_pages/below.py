"""Articles and entries below one another in one element: where each begins."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from itertools import pairwise
from typing import Final, NamedTuple

from musnad.fold import content_words
from musnad.stages.ingest_pages.blocks import FURNITURE, STOP, Blocks
from musnad.stages.ingest_pages.elements import NORMAL, Line, Source

HEADED: Final = frozenset(("h1", "h2", "h3", "h4"))
DATELINE: Final = re.compile(
    r"[^\W\d_]+(?:\s[^\W\d_]+){0,2}\s*"
    r"(?:[-–—/]\s*\S|\([^()\d]{2,40}\)\s*[-–—:]|\sفي\s\d{1,2}\s)"
)
ENDED: Final = re.compile(r"^\W*(?:انتهى|انتهت)\b|^\W*[\u0621-\u064a]\s*[./]\s*[\u0621-\u064a]\b")
"""The last line of an agency's report: «انتهى», or the initials of its editors."""
ENTRY: Final = re.compile(r"^\W{0,3}(?:الساعة\s+)?(?:[01]?\d|2[0-3])[:.][0-5]\d(?![\d:.])")
LETTER: Final = re.compile(r"[^\W_]")
HEAD: Final = 4
"""Lines below a heading among which its text begins."""
TALL: Final = NORMAL + 2
PARAGRAPHS: Final = 2
LETTERS: Final = 150
SHORTEST: Final = 60
"""Letters of the articles of a digest, and of an entry."""
TITLE_WORDS: Final = 25
TIME_WORDS: Final = 5


class Begun(NamedTuple):
    """A further article: its element, its lines, its headline's, and the time its markup states."""

    element: int
    first: int
    last: int
    title: int | None
    published: str | None = None


def headed_alike(source: Source, blocks: Blocks, title: int, *, wide: bool) -> list[Begun]:
    """Gives articles below one another in one element, each under a headline like the first.

    Smaller headings head articles where something parts them. With `wide` the element is the one
    around article and headline.
    """
    scope = source.elements[_around(source, blocks.holder, title) if wide else blocks.holder]
    lines = range(title + 1, scope.last)
    begins = [n for n in lines if _is_alike(source, title, n) and _is_free(source, blocks, n)]
    begins = begins or _classed(source, blocks, title) or _parted(source, blocks, title)
    least = (1, SHORTEST) if len(begins) > 1 else (PARAGRAPHS, LETTERS)
    end = max((n + 1 for n in lines if blocks.sums[n + 1] > blocks.sums[n]), default=title)
    found: list[Begun] = []
    for begin, stop in pairwise([*(n for n in begins if n < end), end]):
        before = found[-1].first if found else title
        told = blocks.counts[stop] - blocks.counts[begin], blocks.sums[stop] - blocks.sums[begin]
        follows = blocks.counts[begin] > blocks.counts[before]
        if follows and told[0] >= least[0] and told[1] >= least[1]:
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
    return (tag, line.height) if tag in HEADED or is_bold(line) else None


def _classed(source: Source, blocks: Blocks, title: int) -> list[int]:
    """The short lines whose elements have the class of the headline's, which no paragraph has."""
    like = source.elements[source.lines[title].element]
    if "class" not in like.attributes:
        return []
    holder = source.elements[blocks.holder]
    elements = source.elements
    same = [
        n
        for n in range(max(title + 1, holder.first), holder.last)
        if (elements[source.lines[n].element].attributes, elements[source.lines[n].element].tag)
        == (like.attributes, like.tag)
    ]
    return [] if any(STOP.search(source.lines[n].text) for n in same) else same


def is_list(source: Source, blocks: Blocks, title: int) -> bool:
    """Says whether a headline is that of a list: of none of the texts, each under its heading.

    Nothing stands between it and the first heading, and it shares no word with the paragraphs.
    """
    heads = _headings(source, blocks, title)
    if len(heads) < 2 or blocks.sums[heads[0]] > blocks.sums[title]:
        return False
    own = content_words(source.lines[title].text)
    bounds = list(pairwise([*heads, source.elements[blocks.holder].last]))
    texts = [_told(source, begin + 1, min(stop, begin + HEAD)) for begin, stop in bounds]
    if any(own & told for told in texts):
        return False
    pairs = zip(heads, texts, strict=True)
    matching = sum(bool(content_words(source.lines[n].text) & told) for n, told in pairs)
    return 2 * matching >= len(heads)


def _told(source: Source, first: int, last: int) -> set[str]:
    return set().union(*(content_words(source.lines[n].text) for n in range(first, last)))


def _parted(source: Source, blocks: Blocks, title: int) -> list[int]:
    """The headings that part articles, none where they part one.

    Below each the text begins with a place, as below the headline; or each leads to a page of its
    own, as the headline does; or above each the text before it ends with a mark.
    """
    heads = _headings(source, blocks, title)
    if not heads:
        return []
    for parts in (_opens, _leads):
        if all(parts(source, blocks, n) for n in (title, *heads)):
            return heads
    return heads if all(_is_end(source.lines[n - 1].text) for n in heads) else []


def _leads(source: Source, _: Blocks, number: int) -> bool:
    line = source.lines[number]
    return 2 * line.linked > len(line.text)


def _is_end(text: str) -> bool:
    """Says whether a line ends a report: «انتهى», initials, or nothing but signs («* * *»)."""
    return ENDED.match(text) is not None or not LETTER.search(text)


def _opens(source: Source, blocks: Blocks, heading: int) -> bool:
    """Says whether a place stands before the first words below a heading."""
    below = range(heading + 1, min(heading + HEAD, len(source.lines)))
    prose = next((n for n in below if blocks.sums[n + 1] > blocks.sums[n]), None)
    return prose is not None and DATELINE.match(source.lines[prose].text) is not None


def digest_articles(source: Source, blocks: Blocks, title: int) -> list[Begun]:
    """Gives the articles of a digest below one another, each under a heading with text below it."""
    heads = _headings(source, blocks, title)
    bounds = list(pairwise([*heads, source.elements[blocks.holder].last]))
    told = all(blocks.sums[stop] - blocks.sums[begin + 1] >= SHORTEST for begin, stop in bounds)
    return [Begun(blocks.holder, n, stop, n) for n, stop in bounds] if told else []


def _is_alike(source: Source, title: int, number: int) -> bool:
    """Says whether a line looks like the headline: an `<h1>` too, its equal, as large letters."""
    line, like = source.lines[number], source.lines[title]
    element, other = source.elements[line.element], source.elements[like.element]
    if other.tag in HEADED:
        equal = (element.parent, element.tag) == (other.parent, other.tag)
        return element.tag == other.tag == "h1" or (
            equal and element.attributes == other.attributes
        )
    tall = like.height >= TALL and line.height >= like.height
    return tall and line.text.count(" ") + 1 > 2 and 2 * line.linked <= len(line.text)


def is_bold(line: Line) -> bool:
    """Says whether a line is all in bold or larger letters, and no sentence."""
    words = line.text.count(" ") + 1
    apart = line.height != NORMAL and 2 * line.linked <= len(line.text)
    return apart and 2 < words <= TITLE_WORDS and not STOP.search(line.text)


def brief_heads(source: Source, blocks: Blocks) -> list[int]:
    """Gives the headings behind the main article that lead nowhere."""
    lines = range(source.elements[blocks.holder].last, len(source.lines))
    return [n for n in lines if _heads_brief(source, blocks, n)]


def _heads_brief(source: Source, blocks: Blocks, number: int) -> bool:
    line = source.lines[number]
    if line.linked or line.text.count(" ") < 2 or _looks(source, number) is None:
        return False
    return _is_free(source, blocks, number)


def brief_articles(
    source: Source, blocks: Blocks, number: int, heads: Sequence[int]
) -> list[Begun]:
    """Gives the articles of an element under headings that look alike, of those that are told."""
    element = source.elements[number]
    within = heads[bisect_left(heads, element.first) : bisect_left(heads, element.last)]
    if len(within) < 2:
        return []
    alike = [n for n in within if _looks(source, n) == _looks(source, within[0])]
    bounds = list(pairwise([*alike, element.last]))
    told = all(blocks.sums[stop] - blocks.sums[begin + 1] >= SHORTEST for begin, stop in bounds)
    if len(alike) < 2 or not told:
        return []
    return [Begun(number, begin, stop, begin) for begin, stop in bounds]


def timed_entries(source: Source, blocks: Blocks, title: int) -> list[Begun]:
    """Gives the entries of a live blog below one another, each under a line with its time."""
    holder = source.elements[blocks.holder]
    lines = range(max(title + 1, holder.first), holder.last)
    begins = [n for n in lines if _is_time(source, n) and _is_free(source, blocks, n)]
    bounds = list(pairwise([*begins, holder.last]))
    told = [blocks.sums[stop] - blocks.sums[begin] >= SHORTEST for begin, stop in bounds]
    if 4 * sum(told) < 3 * len(told):
        return []
    return [Begun(blocks.holder, begin, stop, None) for begin, stop in bounds]


def _is_time(source: Source, number: int) -> bool:
    """Says whether a line is a time of day, alone or before the words of a heading."""
    line = source.lines[number]
    if not ENTRY.match(line.text):
        return False
    headed = source.elements[line.element].tag in HEADED or line.height != NORMAL
    return headed or line.text.count(" ") < TIME_WORDS
