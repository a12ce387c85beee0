"""Which line of an HTML page is the headline of its article."""

from collections.abc import Sequence
from typing import Final

from musnad.fold import content_words, exact_words
from musnad.stages.ingest_pages.articles import DATED
from musnad.stages.ingest_pages.blocks import FURNITURE, STOP, Blocks
from musnad.stages.ingest_pages.elements import Line, Source

HEADINGS: Final = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
RANKS: Final = {"h1": 4, "h2": 3, "h3": 2, "h4": 1}
TITLE_WORDS: Final = 40
SIGNS: Final = 8
"""Signs by which a line may be longer than the declared title that says the same."""
TOLD: Final = 3
SAME_MATTER: Final = 0.3
SOME: Final = 0.5
"""Share of a heading's words in the declared title from which it is that title."""
ABOVE: Final = 12
"""Lines above the first paragraph among which a headline without a heading is looked for."""


def find_headline(source: Source, declared: str) -> int | None:
    """Gives the line that the page's declared title repeats; headings go before other lines."""
    known, printed = set(exact_words(declared)), set(declared.split())
    best, best_rank = None, SOME
    headed, longest = _lines_in_headings(source), len(declared) + SIGNS
    whole = declared.split()
    for number, line in enumerate(source.lines if known else ()):
        tag = heading_of(source, line) if number in headed else ""
        size = len(line.text)
        if not tag and (size > longest or 2 * line.linked > size):
            continue
        words = line.text.split()
        if len(words) > TITLE_WORDS or (len(words) < 3 and not tag) or printed.isdisjoint(words):
            continue
        rank = _likeness(set(exact_words(line.text)), known)
        likely = rank > SOME if tag else rank == 1.0
        rank += RANKS.get(tag, 0) * 0.1 + 0.2 * (words == whole)
        if likely and rank > best_rank:
            best, best_rank = number, rank
    return best


def _lines_in_headings(source: Source) -> set[int]:
    headings = (element for element in source.elements if element.tag in HEADINGS)
    return {number for element in headings for number in range(element.first, element.last)}


def _likeness(words: set[str], known: set[str]) -> float:
    shared = len(words & known)
    return shared / max(len(words), 1) if 3 * shared >= len(known) or shared > 3 else 0.0


def find_undeclared(source: Source, blocks: Blocks) -> int | None:
    """Gives the headline of a page that declares none.

    The last `<h1>` above the first paragraph, else a heading, the largest letters or a line of
    the same matter shortly above it, else the first `<h1>` of the page.
    """
    holder, lines = source.elements[blocks.holder], source.lines
    told = (n for n in range(holder.first, holder.last) if blocks.sums[n + 1] > blocks.sums[n])
    prose = next(told, holder.first)
    above = [n for n in range(prose) if _may_head(source, blocks, n)]
    near = [n for n in above if n >= prose - ABOVE]
    tags = {n: heading_of(source, lines[n]) for n in above}
    first = [n for n in above if tags[n] == "h1"]
    if first:
        return first[-1]
    headings = [n for n in near if tags[n]]
    if headings:
        return max(headings, key=lambda n: (RANKS.get(tags[n], 0), n))
    other = _standing_out(source, near, prose)
    top = (n for n, line in enumerate(lines) if heading_of(source, line) == "h1")
    return next(top, None) if other is None else other


def _standing_out(source: Source, near: Sequence[int], prose: int) -> int | None:
    """The line of the largest letters, else the last that speaks of what the paragraphs tell."""
    lines = source.lines
    plain = [n for n in near if lines[n].text.count(" ") > 1 and not _is_linked(lines[n])]
    tall = [n for n in plain if lines[n].height > lines[prose].height]
    if tall:
        return max(tall, key=lambda n: (lines[n].height, n))
    told = set().union(*(content_words(line.text) for line in lines[prose : prose + TOLD]))
    alike = [n for n in plain if _shares(content_words(lines[n].text), told)]
    return alike[-1] if alike else None


def _is_linked(line: Line) -> bool:
    return 2 * line.linked > len(line.text)


def _shares(words: set[str], told: set[str]) -> bool:
    """Says whether a line speaks of what the paragraphs tell."""
    return len(words) > 1 and len(words & told) >= SAME_MATTER * len(words)


def _may_head(source: Source, blocks: Blocks, number: int) -> bool:
    line = source.lines[number]
    if line.text.count(" ") >= TITLE_WORDS or DATED.search(line.text) or STOP.search(line.text):
        return False
    holder = source.elements[blocks.holder]
    return blocks.kinds[line.element] not in FURNITURE or number >= holder.first


def heading_of(source: Source, line: Line) -> str:
    """Gives the heading that the line stands in, at most two elements above it."""
    at = line.element
    for _ in range(3):
        element = source.elements[at]
        if element.tag in HEADINGS:
            return element.tag
        at = element.parent
        if at < 0:
            break
    return ""
