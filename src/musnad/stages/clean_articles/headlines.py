"""Which line of a page is its headline."""

import re
from collections import Counter
from collections.abc import Sequence
from typing import Final, NamedTuple

from musnad.fold import content_words, exact_words
from musnad.stages.clean_articles.labels import Label
from musnad.stages.clean_articles.lines import PageLine

LOOKED_AT: Final = 60
TOLD: Final = 3
SAME_MATTER: Final = 0.3
FULL_STOP: Final = re.compile(r"[^.…]\.[\s\"'»”)\]\u200e\u200f]*$")


class Titles(NamedTuple):
    """The headline as the caller gives it and as the page declares it; empty when neither."""

    given: str = ""
    declared: str = ""


def find_prose(lines: Sequence[PageLine], labels: Sequence[Label | None], start: int = 0) -> int:
    """Gives the number of the first paragraph of prose, the number of lines when there is none."""
    for number in range(start, len(lines)):
        if labels[number] is None and lines[number].role != "title" and lines[number].is_prose:
            return number
    return len(lines)


def find_title(
    lines: Sequence[PageLine], labels: Sequence[Label | None], prose: int, titles: Titles
) -> int | None:
    """Gives the number of the headline's line, None when the page has none."""
    wanted = titles.given
    named = _equal_line(lines[: prose + 3], wanted) if wanted else None
    if named is not None or wanted:
        return named
    heading = _html_heading(lines, titles.declared)
    if heading is not None:
        return heading
    return _last_short_line(lines, labels, prose)


def _equal_line(lines: Sequence[PageLine], wanted: str) -> int | None:
    key = exact_words(wanted)
    shortest = len(wanted) // 2
    for number, line in enumerate(lines[:LOOKED_AT]):
        if shortest <= len(line.text) <= 2 * len(wanted) + 8 and line.key() == key:
            return number
    return None


def _html_heading(lines: Sequence[PageLine], declared: str) -> int | None:
    headings = [number for number, line in enumerate(lines) if line.role == "title"]
    known = set(exact_words(declared))
    shared = {number: len(known & set(lines[number].key())) for number in headings}
    if not headings:
        return _heading_within(lines, known) if declared else None
    best = max(headings, key=lambda number: shared[number])
    return best if shared[best] or not known else headings[0]


def _heading_within(lines: Sequence[PageLine], declared: set[str]) -> int | None:
    """The first heading or line whose words the declared title holds."""
    for number, line in enumerate(lines):
        words = set(line.key()) if line.words < 30 else set()
        if len(words) > 2 and words <= declared and 3 * len(words) > len(declared):
            return number
    return None


def _last_short_line(
    lines: Sequence[PageLine], labels: Sequence[Label | None], prose: int
) -> int | None:
    """The repeated short line before the prose; else the first that speaks of the same matter.

    A line that ends with a full stop is a sentence of the article.
    """
    free = [
        n
        for n in range(prose)
        if labels[n] is None and lines[n].words <= 30 and not FULL_STOP.search(lines[n].text)
    ]
    candidates = [n for n in free if lines[n].words > 2] or [n for n in free if lines[n].words > 1]
    candidates = candidates or [n for n in free if n == 0 and len(free) == 1]
    if not candidates:
        return None
    counted = Counter(lines[n].key() for n in candidates)
    repeated = [n for n in candidates if counted[lines[n].key()] > 1]
    if repeated:
        return repeated[-1]
    if len(candidates) == 1 or (candidates[0] == 0 and lines[0].words > 3):
        return candidates[0]
    told = set().union(*(content_words(line.text) for line in lines[prose : prose + TOLD]))
    shares = {n: _share(content_words(lines[n].text), told) for n in candidates}
    return next((n for n in candidates if shares[n] >= SAME_MATTER), candidates[-1])


def _share(words: set[str], told: set[str]) -> float:
    return len(words & told) / len(words) if words else 0.0
