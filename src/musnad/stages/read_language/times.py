"""Time expressions of an article, with their values."""

from collections.abc import Sequence

from msgspec.structs import replace

from musnad.model.ids import identity
from musnad.model.records import Article, Issue, Qualifier, Time
from musnad.model.spans import span_text
from musnad.stages.read_language.times_dates import spelled_day
from musnad.stages.read_language.times_edtf import edtf
from musnad.stages.read_language.times_read import read_time
from musnad.stages.read_language.times_said import (
    NAME_LENGTH,
    day_of_speaking,
    quote_length,
    sentence_start,
)
from musnad.stages.read_language.times_sense import (
    Parsed,
    Placed,
    Scan,
    Sense,
    scan_of,
    without_prefix,
)
from musnad.stages.read_language.times_tense import is_future
from musnad.stages.read_language.times_told import Told
from musnad.stages.read_language.times_value import MISMATCH, Anchors, place
from musnad.stages.read_language.times_words import starters, time_words
from musnad.stages.read_language.vocabulary import Seen
from musnad.text.analysis import Analysis


def find_times(article: Article, analysis: Analysis, seen: Sequence[Seen]) -> tuple[Time, ...]:
    """Gives the times that the text names, in its order, each put on the calendar or not."""
    tokens = analysis.tokens
    tried = [at for at, each in enumerate(seen) if each.times]
    scan = scan_of(tokens, article.text)
    told = Told(article)
    found: list[Time] = []
    senses: list[Sense] = []
    done = 0
    for trigger in tried:
        if trigger < done:
            continue
        at = spelled_day(scan, trigger)
        parsed = _parse_at(scan, at)
        if parsed is None:
            continue
        done = parsed.end
        if _is_name(scan, at, parsed) or _is_quoted_name(analysis, parsed.end - 1):
            continue
        time = _time(article, analysis, scan, (at, parsed), told)
        found.append(time)
        senses.append(parsed.sense)
        told.hear(time, parsed.sense)
    return _headline_as_body(article, found, senses)


def _headline_as_body(article: Article, times: list[Time], senses: list[Sense]) -> tuple[Time, ...]:
    """Gives a bare weekday of the headline, which has no tense, the coming day the body tells."""
    end = len(article.title or "")
    for at, (time, sense) in enumerate(zip(times, senses, strict=True)):
        if time.end > end:
            break
        if sense.is_bare_weekday and time.value:
            told = zip(times, senses, strict=True)
            first = next((t for t, s in told if t.start > end and s.weekday == sense.weekday), time)
            if first.precision == "day" and first.value and first.value > time.value:
                times[at] = replace(time, value=first.value, edtf=first.edtf)
    return tuple(times)


def time_issues(times: tuple[Time, ...]) -> tuple[Issue, ...]:
    """Gives an issue M-120 for each time whose weekday and date disagree."""
    return tuple(
        Issue(code="M-120", detail=f"{time.text}: {time.reason}")
        for time in times
        if time.reason == MISMATCH
    )


def _parse_at(scan: Scan, at: int) -> Parsed | None:
    """Parses at token `at`; a prefix is taken off its key while the expression is read."""
    word = starters().get(scan.keys[at], ("", scan.keys[at]))[1]
    written, scan.keys[at] = scan.keys[at], word
    parsed = read_time(scan, at, word)
    if parsed is None:
        scan.keys[at] = written
    return parsed


def _is_name(scan: Scan, at: int, parsed: Parsed) -> bool:
    """Says whether the expression is part of a name: «ثورة 25 يناير», «صلاة الجمعة»."""
    sense, before, words = parsed.sense, scan.key(at - 1), time_words()
    bare = without_prefix(before)
    if sense.month and sense.day and sense.year is None and sense.shift is None:
        return before in words.before_date or bare in words.before_date
    lone = sense.weekday is not None and parsed.end == at + 1
    return lone and (before in words.before_weekday or bare in words.before_weekday)


def _time(
    article: Article, analysis: Analysis, scan: Scan, piece: tuple[int, Parsed], told: Told
) -> Time:
    at, (sense, end_token) = piece
    start, end = _offsets(analysis, scan, at, end_token)
    anchors = Anchors(
        told.published,
        told.day_before(start),
        is_future(scan, at, end_token) or _is_ahead(analysis, told, start),
        end_token == at + 1 and quote_length(analysis, start) > NAME_LENGTH,
    )
    spoken = day_of_speaking(analysis, told, start) if sense.counts_from_now else None
    placed = place(sense, anchors._replace(published=spoken) if spoken else anchors)
    if spoken and placed.anchor == "published":
        placed = placed._replace(anchor="said")
    return Time(
        id=identity("time", article.id, start, end),
        start=start,
        end=end,
        text=span_text(article.text, start, end),
        value=placed.value,
        edtf=edtf(sense, placed),
        precision=placed.precision,
        qualifier=_qualifier(sense),
        zone=sense.zone and (sense.zone.name or sense.zone.text),
        offset=_offset(sense, placed),
        anchor=placed.anchor,
        status=placed.status,
        reason=_reason(sense, placed),
        made_by=sense.rule or "time.day",
    )


def _is_ahead(analysis: Analysis, told: Told, start: int) -> bool:
    """Says whether the sentence has told a day to come before."""
    return told.looks_ahead and told.future_since(sentence_start(analysis, start))


def _offsets(analysis: Analysis, scan: Scan, at: int, end_token: int) -> tuple[int, int]:
    start = scan.tokens.starts[at]
    prefix = starters().get(analysis.tokens.keys[at], ("", ""))[0]
    if prefix:
        start = analysis.folded.to_print(analysis.folded.to_folded(start) + len(prefix))
    return start, scan.tokens.ends[end_token - 1]


def _is_quoted_name(analysis: Analysis, last: int) -> bool:
    """Says whether «اليوم» or «الغد» is of a name in quotation marks: «برنامج "الحياة اليوم"»."""
    tokens = analysis.tokens
    if tokens.keys[last] not in time_words().deictic_names:
        return False
    return 0 < quote_length(analysis, tokens.starts[last]) <= NAME_LENGTH


def _qualifier(sense: Sense) -> Qualifier | None:
    return sense.qualifier or ("about" if sense.about else None)


def _reason(sense: Sense, placed: Placed) -> str | None:
    if placed.reason or not sense.zone:
        return placed.reason
    return f"clock as written, {sense.zone.text}"


def _offset(sense: Sense, placed: Placed) -> str | None:
    """Gives the distance from UTC where the zone has not changed its clocks since that day."""
    zone = sense.zone
    if zone is None or placed.value is None or (zone.since or "") > placed.value:
        return None
    return zone.offset
