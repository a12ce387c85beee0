"""Times of a phrase read alone, on a clock: talk, questions, calendars. News has its own reading.

Here durations and what comes round are given too, an hour needs no day, and a count is exact
(«قبل شهر» is one day); `find_times` keeps the conventions of news.
"""

from datetime import datetime
from functools import cache
from typing import Literal, NamedTuple

from musnad.fold import Folded, fold_view
from musnad.model.records import Qualifier, TimePrecision
from musnad.stages.read_language.times_length import (
    length_unit,
    read_lasting,
    read_length,
    read_recurring,
)
from musnad.stages.read_language.times_pieces import pieces
from musnad.stages.read_language.times_point import put
from musnad.stages.read_language.times_ranges import read_range
from musnad.stages.read_language.times_sense import Parsed, Scan, Sense, scan_of
from musnad.stages.read_language.times_tense import is_future
from musnad.stages.read_language.times_words import plain_words, starters, time_words
from musnad.text.numbers import number_words
from musnad.text.tokens import Tokens, find_tokens


class Expression(NamedTuple):
    """What a phrase says of time; `value` is ISO 8601 (a length or recurrence too) or None.

    `part` is a part of the day, `since` says that the value begins what lasts.
    """

    start: int
    end: int
    text: str
    kind: Literal["time", "duration", "recurrence"]
    value: str | None
    precision: TimePrecision | None = None
    qualifier: Qualifier | None = None
    part: str | None = None
    since: bool = False
    seconds: float | int | None = None
    zone: str | None = None
    reason: str | None = None
    rule: str = ""


def read_times(text: str, reference: datetime) -> tuple[Expression, ...]:
    """Gives the times, durations and recurrences that a phrase names, counted from `reference`."""
    folded = fold_view(text)
    scan = scan_of(_split(folded), text)
    found: list[Expression] = []
    at = 0
    while at < len(scan.keys):
        expression, end = _longest(scan, at, reference)
        if expression:
            found.append(expression)
        at = end
    return tuple(found)


def _split(folded: Folded) -> Tokens:
    """Gives the tokens with the prefixes و ف ب ل ك cut off the words that can start a time."""
    tokens = find_tokens(folded)
    split = Tokens([], [], [])
    for start, end, key in zip(tokens.starts, tokens.ends, tokens.keys, strict=True):
        prefix, word = starters().get(key, ("", key))
        if prefix == "و" and (word in _numbers() or key in time_words().minutes):
            prefix, word = "", key
        first = folded.to_folded(start)
        cuts = [folded.to_print(first + count) for count in range(len(prefix) + 1)]
        split.starts.extend(cuts)
        split.ends.extend([*cuts[1:], end])
        split.keys.extend([*prefix, word])
    return split


@cache
def _numbers() -> frozenset[str]:
    """Gives the number words, which keep the «و» that joins them."""
    return frozenset((*number_words().ordinals, *number_words().plain))


def _longest(scan: Scan, at: int, reference: datetime) -> tuple[Expression | None, int]:
    """Gives the longest expression at token `at`, and the token to go on from."""
    best = _time(scan, at, reference)
    duration, recurrence = _duration(scan, at), _recurrence(scan, at)
    if duration and (best is None or duration[1] > best[1]):
        best = duration
    if recurrence and (best is None or recurrence[1] >= best[1]):
        best = recurrence
    return best or (None, at + 1)


def _duration(scan: Scan, at: int) -> tuple[Expression, int] | None:
    lasting = read_lasting(scan, at)
    found = lasting or read_length(scan, at)
    if found is None or (not lasting and _is_lone_unit(scan, at, found[1])):
        return None
    length, end = found
    told = _expression(scan, at, end, length.iso)
    return told._replace(kind="duration", seconds=length.seconds, rule="time.length"), end


def _is_lone_unit(scan: Scan, at: int, end: int) -> bool:
    """Says whether «يوم» only stands before a name: without a lead it is no duration."""
    unit = length_unit(scan.key(at))
    lone = unit is not None and unit.number == 1 and end == at + 1 and len(scan.keys) > 1
    return lone and scan.key(at - 1) not in plain_words().length_leads


def _recurrence(scan: Scan, at: int) -> tuple[Expression, int] | None:
    found = read_recurring(scan, at)
    if found is None:
        return None
    told = _expression(scan, at, found[1], found[0])
    return told._replace(kind="recurrence", rule="time.recurring"), found[1]


def _time(scan: Scan, at: int, reference: datetime) -> tuple[Expression, int] | None:
    since = scan.key(at) == "منذ"
    parsed = read_range(scan, at, read_bag) or read_bag(scan, at, Sense())
    since = since and parsed is None
    if since:
        parsed = read_bag(scan, at + 1, Sense())
    if parsed is None or not parsed.sense.placeable:
        return None
    sense, end = parsed
    placed = put(sense, reference, is_future(scan, at, end))
    told = _expression(scan, at, end, placed.value)
    return told._replace(
        precision=placed.precision, qualifier=sense.qualifier, part=sense.part, since=since,
        zone=sense.zone and sense.zone.offset, reason=placed.reason, rule=sense.rule or "time.day",
    ), end  # fmt: skip


def _expression(scan: Scan, at: int, end: int, value: str | None) -> Expression:
    start, stop = scan.tokens.starts[at], scan.tokens.ends[end - 1]
    return Expression(start, stop, scan.text[start:stop], "time", value)


def read_bag(scan: Scan, at: int, sense: Sense) -> Parsed | None:
    """Gives all that is said of one time from token `at` on, in whatever order it comes."""
    here, said = at, sense
    while True:
        piece = _best(scan, here, said)
        if piece is None:
            break
        said, here = said.with_(piece.sense), piece.end
    return Parsed(said, here) if here > at else None


def _best(scan: Scan, at: int, sense: Sense) -> Parsed | None:
    """Gives the longest piece at token `at`, or after a linking word."""
    start = at
    for _ in range(3):
        found = list(pieces(scan, start, sense))
        if found:
            return max(found, key=lambda piece: piece.end)
        if start == at and sense == Sense():
            return None
        if scan.key(start) not in plain_words().skipped:
            return None
        start += 1
    return None
