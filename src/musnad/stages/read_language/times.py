"""Time expressions of an article, with their values."""

from datetime import date

from musnad.lexicons import Lexicon
from musnad.model.ids import identity
from musnad.model.records import Article, Issue, Qualifier, Time
from musnad.model.spans import make_span
from musnad.stages.read_language.times_read import read_time
from musnad.stages.read_language.times_sense import Parsed, Scan, Sense
from musnad.stages.read_language.times_tense import is_future
from musnad.stages.read_language.times_value import MISMATCH, Anchors, Placed, place
from musnad.stages.read_language.times_words import starters, time_words
from musnad.text.analysis import Analysis
from musnad.text.tokens import Tokens

_TELLING_REACH = 600
_QUOTE_WORDS = 20


def find_times(article: Article, analysis: Analysis, lexicon: Lexicon) -> tuple[Time, ...]:  # noqa: ARG001 - all finders are called alike
    """Gives the times that the text names, in its order, each put on the calendar or not."""
    tokens = analysis.tokens
    table = starters()
    triggers = [at for at, key in enumerate(tokens.keys) if key in table or key.isdecimal()]
    scan = Scan(Tokens(tokens.starts, tokens.ends, tokens.keys.copy()), article.text)
    published = _publication(article)
    found: list[Time] = []
    done, told = 0, None
    for at in triggers:
        if at < done:
            continue
        parsed = _parse_at(scan, at)
        if parsed is None:
            continue
        done = parsed.end
        time = _time(article, analysis, scan, (at, parsed), _Told(published, told))
        found.append(time)
        told = time if time.precision == "day" and time.value else told
    return tuple(found)


def time_issues(times: tuple[Time, ...]) -> tuple[Issue, ...]:
    """Gives an issue M-120 for each time whose weekday and date disagree."""
    return tuple(
        Issue(code="M-120", detail=f"{time.text}: {time.reason}")
        for time in times
        if time.reason == MISMATCH
    )


class _Told:
    """The days that a time can be counted from."""

    __slots__ = ("last", "published")

    def __init__(self, published: date | None, last: Time | None) -> None:
        self.published, self.last = published, last

    def day_before(self, start: int) -> date | None:
        """Gives the day told shortly before `start`."""
        last = self.last
        if last is None or last.value is None or start - last.end > _TELLING_REACH:
            return None
        return date.fromisoformat(last.value)


def _publication(article: Article) -> date | None:
    published = article.published
    if published is None or published.precision not in {"day", "minute"}:
        return None
    try:
        return date.fromisoformat(published.value[:10])
    except ValueError:
        return None


def _parse_at(scan: Scan, at: int) -> Parsed | None:
    """Parses at token `at`; a prefix is taken off its key while the expression is read."""
    keys = scan.keys
    written = keys[at]
    for word in _words_of(written):
        keys[at] = word
        parsed = read_time(scan, at, word)
        if parsed and not _is_name(scan, at, parsed):
            return parsed
    keys[at] = written
    return None


def _words_of(written: str) -> tuple[str, ...]:
    entry = starters().get(written)
    return (entry[1],) if entry else (written,)


def _is_name(scan: Scan, at: int, parsed: Parsed) -> bool:
    """Says whether the expression is part of a name: «ثورة 25 يناير», «صلاة الجمعة»."""
    sense, before, words = parsed.sense, scan.key(at - 1), time_words()
    bare = before[1:] if before[:1] in {"و", "ف", "ب", "ل", "ك"} else before
    if sense.month and sense.day and sense.year is None and sense.shift is None:
        return before in words.before_date or bare in words.before_date
    lone = sense.weekday is not None and parsed.end == at + 1
    return lone and (before in words.before_weekday or bare in words.before_weekday)


def _time(
    article: Article, analysis: Analysis, scan: Scan, piece: tuple[int, Parsed], told: _Told
) -> Time:
    at, (sense, end_token) = piece
    start, end = _offsets(analysis, scan, at, end_token)
    anchors = Anchors(
        told.published,
        told.day_before(start),
        is_future(scan, at, end_token),
        end_token == at + 1 and _in_quotation(analysis, start),
    )
    placed = place(sense, anchors)
    span = make_span(article.text, start, end)
    return Time(
        id=identity("time", article.id, start, end),
        start=start,
        end=end,
        text=span.text,
        value=placed.value,
        precision=placed.precision,
        qualifier=_qualifier(sense),
        anchor=placed.anchor,
        status=placed.status,
        reason=_reason(sense, placed),
        made_by=sense.rule or "time.day",
    )


def _offsets(analysis: Analysis, scan: Scan, at: int, end_token: int) -> tuple[int, int]:
    start = scan.tokens.starts[at]
    prefix = starters().get(analysis.tokens.keys[at], ("", ""))[0]
    if prefix:
        start = analysis.folded.to_print(analysis.folded.to_folded(start) + len(prefix))
    return start, scan.tokens.ends[end_token - 1]


def _in_quotation(analysis: Analysis, start: int) -> bool:
    return any(
        quote.inner_start <= start < quote.inner_end
        and quote.inner_end - quote.inner_start > _QUOTE_WORDS
        for quote in analysis.quotes
    )


def _qualifier(sense: Sense) -> Qualifier | None:
    return sense.qualifier or ("about" if sense.about else None)


def _reason(sense: Sense, placed: Placed) -> str | None:
    if placed.reason or not sense.zone:
        return placed.reason
    return f"clock as written, {sense.zone}"
