"""Counts of people, money, weapons and other things in an article."""

from bisect import bisect_right

from musnad.lexicons import Lexicon
from musnad.model.ids import identity
from musnad.model.records import Article, Quantity, Time
from musnad.model.spans import make_span
from musnad.stages.read_language.quantities_read import Count, read_count, read_pair
from musnad.stages.read_language.quantities_roles import bounded, find_role
from musnad.stages.read_language.quantities_words import triggers
from musnad.stages.read_language.times_sense import Scan
from musnad.text.analysis import Analysis
from musnad.text.tokens import Tokens


def find_quantities(
    article: Article,
    analysis: Analysis,
    lexicon: Lexicon,  # noqa: ARG001 - all finders are called alike
    times: tuple[Time, ...] = (),
) -> tuple[Quantity, ...]:
    """Gives the counts in the text, in its order; figures that belong to `times` are left out."""
    tokens = analysis.tokens
    table = triggers()
    scan = Scan(Tokens(tokens.starts, tokens.ends, tokens.keys.copy()), article.text)
    found: list[Quantity] = []
    done, previous = 0, None
    for at, key in enumerate(tokens.keys):
        if at < done or not (key in table or key.isdecimal()) or _taken(times, tokens.starts[at]):
            continue
        count = _count_at(scan, at, table.get(key, ("", key))[1])
        if count is None:
            continue
        role = find_role(scan, count, previous)
        if role is None:
            continue
        previous, done = count._replace(role=role), count.end
        found.append(_quantity(article, analysis, scan, previous))
        pair = read_pair(scan, previous)
        if pair:
            found.append(_quantity(article, analysis, scan, pair))
    return tuple(found)


def _taken(times: tuple[Time, ...], offset: int) -> bool:
    at = bisect_right(times, offset, key=lambda time: time.start) - 1
    return at >= 0 and times[at].end > offset


def _count_at(scan: Scan, at: int, word: str) -> Count | None:
    written = scan.keys[at]
    scan.keys[at] = word
    count = read_count(scan, at, word)
    if count is None:
        scan.keys[at] = written
    return count


def _quantity(article: Article, analysis: Analysis, scan: Scan, count: Count) -> Quantity:
    whole, comparator_prefix = bounded(scan, count)
    first = whole.start
    prefix = len(triggers().get(analysis.tokens.keys[first], ("", ""))[0])
    if first < count.start:
        prefix = comparator_prefix
    start = scan.tokens.starts[first]
    if prefix:
        start = analysis.folded.to_print(analysis.folded.to_folded(start) + prefix)
    span = make_span(article.text, start, scan.tokens.ends[whole.end - 1])
    return Quantity(
        id=identity("quantity", article.id, span.start, span.end, whole.role),
        start=span.start,
        end=span.end,
        text=span.text,
        value=whole.value,
        low=whole.low,
        high=whole.high,
        comparator=whole.comparator,
        unit=whole.unit,
        role=whole.role,
        statement=None,
        made_by=whole.rule,
    )
