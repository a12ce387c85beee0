"""Publication dates: ISO values, date lines in any Arabic style, and dates in addresses."""

import re
from datetime import date
from functools import cache
from typing import NamedTuple

from musnad.fold import fold_key
from musnad.lexicons import builtin
from musnad.model.records import Precision

ISO = re.compile(
    r"(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?"
    r"(?:[T ](\d{2}):(\d{2})(?::\d{2}(?:[.,]\d+)?)?\s?(Z|[+-]\d{2}:?\d{2})?)?$"
)
IN_ADDRESS = (
    re.compile(r"[/=](20\d\d|19\d\d)[/-](?:[A-Za-z_]{2,30}/)?([01]?\d)[/-]([0-3]?\d)(?=\D|$)"),
    re.compile(r"[/=](20\d\d)([01]\d)([0-3]\d)(?=\D|\d{4,}|$)"),
)
WEEKDAYS = ("الاثنين", "الثلاثاء", "الاربعاء", "الخميس", "الجمعه", "السبت", "الاحد")
ENGLISH_DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
DAY_NAME = re.compile(
    r"\b(?:يوم )?(?:(الاثنين|الإثنين|الثلاثاء|الاربعاء|الخميس|الجمعه|السبت|الاحد)"
    r"|(monday|tuesday|wednesday|thursday|friday|saturday|sunday|mon|tue|wed|thu|fri|sat|sun))\b"
)
CLOCK = re.compile(
    r"(?:\bالساعه )?\b(\d{1,2}):(\d{2})(?::\d{2})?\s*"
    r"(ص|م|صباحا|مساء|ظهرا|عصرا|ليلا|فجرا|am|pm|صباح|مساءا)?(?![\w])"
    r"(?:\s*(?:بتوقيت [^\d:،|-]{2,24}))?"
)
ZONE = re.compile(
    r"\(?\b(?:gmt|utc|ت ?غ|غرينتش|جرينتش|بتوقيت غرينتش)\b\s*(?:[+-]?\d{1,4}(?::\d\d)?)?\)?"
)
MODIFIED = re.compile(
    r"\b(?:اخر تحديث|تم التحديث|تاريخ التحديث|حدث في|تحديث|عدل في|اخر تعديل|updated|modified)\b"
)
PUBLISHED = re.compile(
    r"\b(?:تاريخ النشر|تاريخ نشر الخبر|نشر في|نشر بتاريخ|نشر يوم|نشرت في|نشرت بتاريخ"
    r"|تم النشر(?: في| بتاريخ)?|تم نشره(?: في)?|تم نشر الخبر(?: في)?|منشور في|نشر"
    r"|اضيف في|اضيف بتاريخ|تاريخ الاضافه|تاريخ الخبر"
    r"|كتب في|حرر في|حرر بتاريخ|تاريخ|بتاريخ|الموافق|published(?: on)?|posted(?: on)?|date)\b\s*:?"
)


class Dated(NamedTuple):
    """A date found in a line: its value, how precise, what contradicts it, and the other words."""

    value: str
    precision: Precision
    reasons: tuple[str, ...]
    labelled: bool
    rest: str


class _Day(NamedTuple):
    year: int
    month: int
    day: int
    start: int
    end: int
    reasons: tuple[str, ...] = ()


def read_iso(value: str) -> tuple[str, Precision] | None:
    """Gives an ISO 8601 value cut to its precision, and the precision; None if it is no date.

    A minute is `2031-05-04T14:05`, with `+03:00` after it where the value states a zone
    (`Z` is `+00:00`); seconds are cut off.
    """
    match = ISO.match(fold_key(value).strip().replace("t", "T").replace("z", "Z"))
    if not match:
        return None
    year, month, day, hour, minute, zone = match.groups()
    if not month:
        return year, "year"
    if not day:
        return (f"{year}-{month}", "month") if 1 <= int(month) <= 12 else None
    if not _exists(int(year), int(month), int(day)):
        return None
    if not hour or int(hour) > 23 or int(minute) > 59:
        return f"{year}-{month}-{day}", "day"
    return f"{year}-{month}-{day}T{hour}:{minute}{_zone(zone or '')}", "minute"


def _zone(zone: str) -> str:
    if zone == "Z":
        return "+00:00"
    return zone if ":" in zone or not zone else f"{zone[:3]}:{zone[3:]}"


def read_address(url: str) -> str | None:
    """Gives the day that the address of the page holds, such as /2031/05/04/."""
    for pattern in IN_ADDRESS:
        for match in pattern.finditer(url):
            year, month, day = map(int, match.groups())
            if _exists(year, month, day):
                return f"{year:04}-{month:02}-{day:02}"
    return None


def read_date_line(line: str) -> Dated | None:
    """Gives the publication date of a line that is a date line; None for prose and modifications.

    `rest` is what the line says besides date, time and labels, such as the outlet.
    """
    if len(line) > 140 or not any(character.isdigit() for character in line):
        return None
    key = fold_key(line)
    label = PUBLISHED.search(key)
    modified = MODIFIED.search(key)
    if modified and not (label and label.start() < modified.start()):
        return None
    if modified:
        key = key[: modified.start()]
    return _read_day_and_clock(key, bool(label))


def _read_day_and_clock(key: str, labelled: bool) -> Dated | None:
    found = _find_day(key)
    if found is None:
        return None
    rest = key[: found.start] + " \n " + key[found.end :]
    clock = CLOCK.search(rest)
    value, precision = f"{found.year:04}-{found.month:02}-{found.day:02}", "day"
    time = _clock(clock) if clock else None
    if clock and time:
        value, precision = f"{value}T{time}", "minute"
        rest = rest[: clock.start()] + " \n " + rest[clock.end() :]
    reasons = (*found.reasons, *_weekday_reasons(rest, found))
    for pattern in (ZONE, DAY_NAME, PUBLISHED):
        rest = pattern.sub(" \n ", rest)
    return Dated(value, precision, reasons, labelled, rest)  # type: ignore[arg-type]


def _clock(match: re.Match[str]) -> str | None:
    hour, minute, half = int(match[1]), int(match[2]), match[3] or ""
    if hour > 23 or minute > 59:
        return None
    if half[:1] in {"م", "p", "ع"} and hour < 12:
        hour += 12
    elif (half[:1] in {"ص", "a", "ف"} and hour == 12) or (half == "ليلا" and hour == 12):
        hour = 0
    elif half in {"ليلا", "ظهرا"} and hour < 12 and (half == "ظهرا") == (hour < 4):
        hour += 12
    return f"{hour:02}:{minute:02}"


def _weekday_reasons(rest: str, found: _Day) -> tuple[str, ...]:
    named = DAY_NAME.search(rest)
    if not named:
        return ()
    number = date(found.year, found.month, found.day).weekday()
    if named[1]:
        return () if fold_key(named[1]) == WEEKDAYS[number] else (f"{named[1]} is not that day",)
    return () if ENGLISH_DAYS[number].startswith(named[2]) else (f"{named[2]} is not that day",)


def _exists(year: int, month: int, day: int) -> bool:
    try:
        date(year, month, day)
    except ValueError:
        return False
    return 1900 <= year <= 2100


def _find_day(key: str) -> _Day | None:
    months, pattern, english = _month_patterns()
    for match in pattern.finditer(key):
        month = months[match["m1"]]
        if match["m2"] and months[match["m2"]] != month:
            continue
        day = _day(match, int(match["year"]), month, int(match["day"]))
        if day:
            return day
    for match in english.finditer(key):
        day = _day(match, int(match["year"]), months[match["m1"]], int(match["day"]))
        if day:
            return day
    return _find_numeric(key)


def _day(
    match: re.Match[str], year: int, month: int, day: int, reasons: tuple[str, ...] = ()
) -> _Day | None:
    if not _exists(year, month, day):
        return None
    return _Day(year, month, day, match.start(), match.end(), reasons)


YEAR_FIRST = re.compile(r"\b((?:19|20)\d\d)\s*[-/.]\s*(\d{1,2})\s*[-/.]\s*(\d{1,2})(?:t(?=\d)|\b)")
YEAR_LAST = re.compile(r"\b(\d{1,2})\s*[-/.]\s*(\d{1,2})\s*[-/.]\s*((?:19|20)\d\d)\b")


def _find_numeric(key: str) -> _Day | None:
    for match in YEAR_FIRST.finditer(key):
        found = _day(match, int(match[1]), int(match[2]), int(match[3]))
        if found:
            return found
    for match in YEAR_LAST.finditer(key):
        first, second, year = int(match[1]), int(match[2]), int(match[3])
        found = _day(match, year, second, first)
        if found:
            return found
        found = _day(match, year, first, second, (f"{match[0]} read as month/day/year",))
        if found:
            return found
    return None


@cache
def _month_patterns() -> tuple[dict[str, int], re.Pattern[str], re.Pattern[str]]:
    """Folded month names with their numbers, and the patterns day-month-year, month-day-year."""
    months = {
        fold_key(name): row["number"]
        for row in builtin("months")["gregorian"]
        for tradition in ("arabic", "levantine", "maghrebi", "english")
        for name in row.get(tradition, ())
    }
    names = "|".join(sorted(map(re.escape, months), key=len, reverse=True))
    second = rf"(?:\s*[/\\(،-]?\s*(?P<m2>{names})\b\s*\)?)?"
    day_first = re.compile(
        rf"(?<!\d)(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\s*[-/،,]?\s*(?:من\s+|of\s+)?(?:شهر\s+)?"
        rf"(?P<m1>{names})\b{second}\s*[-/،,.]?\s*(?:من\s+)?(?:عام\s+|سنه\s+)?(?P<year>(?:19|20)\d\d)\b"
    )
    month_first = re.compile(
        rf"\b(?P<m1>{names})\s*[-/]?\s*(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\s*[،,]?\s*(?P<year>(?:19|20)\d\d)\b"
    )
    return months, day_first, month_first
