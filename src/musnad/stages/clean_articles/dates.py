"""Printed dates: date lines in any Arabic style and either calendar, with their doubts."""

import re
from collections.abc import Iterable
from datetime import date, timedelta
from functools import cache
from typing import Final, NamedTuple

from hijridate import Hijri

from musnad.fold import fold_key
from musnad.lexicons import builtin
from musnad.model.records import Precision
from musnad.rules.tables import load_table
from musnad.stages.clean_articles.clocks import ZONE, read_clock
from musnad.stages.clean_articles.stamps import exists

WEEKDAYS: Final = ("الاثنين", "الثلاثاء", "الاربعاء", "الخميس", "الجمعه", "السبت", "الاحد")
ENGLISH_DAYS: Final = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
DAY_NAME: Final = re.compile(
    r"\b(?:يوم )?(?:((?:الاثنين|الثلاثاء|الاربعاء|الخميس|الجمعه|السبت|الاحد)"
    r"|(?:اثنين|ثلاثاء|اربعاء|خميس|جمعه|سبت|احد)(?=\s*[,،]))"
    r"|(monday|tuesday|wednesday|thursday|friday|saturday|sunday|mon|tue|wed|thu|fri|sat|sun))\b"
)
YEAR: Final = r"(?P<year>(?:19|20)\d\d)(?!\d)(?:\s*م(?![\w]))?"
YEAR_FIRST: Final = re.compile(
    r"\b(?P<year>(?:19|20)\d\d)\s*[-/.]\s*(\d{1,2})\s*[-/.]\s*(\d{1,2})(?:t(?=\d)|(?!\d))(?:\s*م(?![\w]))?"
)
YEAR_LAST: Final = re.compile(rf"\b(\d{{1,2}})\s*[-/.]\s*(\d{{1,2}})\s*[-/.]\s*{YEAR}")
HIJRI_MARK: Final = r"(?:\s*(?:ه|هجري\w*)(?![\w]))"
HIJRI_LAST: Final = re.compile(
    rf"\b(\d{{1,2}})\s*[-/]\s*(\d{{1,2}})\s*[-/]\s*(1[34]\d\d)(?!\d)({HIJRI_MARK})?"
)
HIJRI_FIRST: Final = re.compile(
    rf"\b(1[34]\d\d)\s*[-/]\s*(\d{{1,2}})\s*[-/]\s*(\d{{1,2}})\b({HIJRI_MARK})?"
)
DAY_AND_YEAR: Final = re.compile(r"\d(?:st|nd|rd|th)?\s*[،,]?\s*(?:19|20)\d\d")
"""The end of a date that has the month first."""
AMERICAN: Final = re.compile(r"\d:\d\d:\d\d\s*[ap]m")
"""A time as systems of America write it, beside a day with the month first."""
DOTTED: Final = "."
"""Parts a date that has the day first everywhere."""
SIGNS_OF_HIJRI_YEAR: Final = ("13", "14")
SIGNS_OF_YEAR: Final = ("20", "19", *SIGNS_OF_HIJRI_YEAR)
"""How the year of every date begins."""
DIGIT: Final = re.compile(r"\d")
LETTER: Final = re.compile(r"[^\W\d_]")
LONGEST: Final = 140
OFF_BY: Final = 2
"""Days by which a Hijri date may differ from the common one: months begin by sight."""


class Dated(NamedTuple):
    """A date found in a line: its value, how precise, what contradicts it, and the other words.

    `other` is the day in the other order of month and day, where nothing decides between them.
    """

    value: str
    precision: Precision
    reasons: tuple[str, ...]
    labelled: bool
    rest: str
    other: str | None = None


class _Day(NamedTuple):
    day: date
    start: int
    end: int
    other: date | None = None
    written: str = ""


@cache
def date_words(name: str) -> re.Pattern[str]:
    """Gives the pattern of a class of words beside dates: published, modified, today, filler."""
    table = load_table("musnad.stages.clean_articles", "dates")
    pattern = rf"(?<!\w)(?:{_either(table[name])})(?!\w)\s*:?"
    at_once = table.get(f"{name}_at_once")
    if at_once:
        pattern += rf"|(?<!\w)(?:{_either(at_once)})\s*:?(?=\s*(?:{DAY_NAME.pattern}|\d))"
    return re.compile(pattern)


def _either(phrases: Iterable[str]) -> str:
    return _alternatives(map(fold_key, phrases))


def is_modified(line: str) -> bool:
    """Says whether a line speaks of a change («آخر تحديث»), by its folded words."""
    return bool(date_words("modified").search(fold_key(line)))


def read_date_line(line: str) -> Dated | None:
    """Gives the publication date of a line that is a date line; None for prose and modifications.

    `rest` is what the line says besides date, time and labels, such as the outlet.
    """
    if not _may_hold_date(line):
        return None
    key = fold_key(line)
    if not any(sign in key for sign in SIGNS_OF_YEAR):
        return None
    label = date_words("published").search(key)
    modified = date_words("modified").search(key)
    if modified and label is None:
        return None
    if modified and label:
        key = key[: modified.start()] if label.start() < modified.start() else key[label.start() :]
    return _read(key, bool(label))


def read_modified_line(line: str) -> Dated | None:
    """Gives the date behind a label such as «آخر تحديث», None where there is none."""
    key = fold_key(line) if _may_hold_date(line) else ""
    modified = date_words("modified").search(key)
    if modified is None:
        return None
    label = date_words("published").search(key, modified.end())
    return _read(key[modified.start() : label.start() if label else len(key)], True)


def is_today(line: str) -> bool:
    """Says whether a line begins like the day of the visit in the head of a site."""
    return bool(date_words("today").match(fold_key(line).strip(" |:-•")))


def _may_hold_date(line: str) -> bool:
    return len(line) <= LONGEST and DIGIT.search(line) is not None


def _read(key: str, labelled: bool) -> Dated | None:
    hijri = _find_hijri(key)
    if hijri:
        key = f"{key[: hijri.start]} \n {key[hijri.end :]}"
    found = _find_day(key) or (hijri if hijri and _is_marked(hijri) else None)
    if found is None:
        return None
    rest = key if found is hijri else f"{key[: found.start]} \n {key[found.end :]}"
    found, reasons = _decide(found, rest, hijri)
    value, precision, rest = _with_clock(found.day.isoformat(), rest)
    beside = (ZONE, DAY_NAME, date_words("published"), date_words("filler"))
    for pattern in beside if LETTER.search(rest) else ():
        rest = pattern.sub(" \n ", rest)
    other = found.other.isoformat() if found.other else None
    return Dated(value, precision, reasons, labelled, rest, other)


def _with_clock(day: str, rest: str) -> tuple[str, Precision, str]:
    clock = read_clock(rest, day)
    if clock is None:
        return day, "day", rest
    return (
        f"{day}T{clock.time}{clock.zone}",
        "minute",
        f"{rest[: clock.start]} \n {rest[clock.end :]}",
    )


def _decide(found: _Day, rest: str, hijri: _Day | None) -> tuple[_Day, tuple[str, ...]]:
    """The day with its order decided by weekday or Hijri date, and what stays doubtful."""
    if found is hijri:
        return found, (f"{found.written} counted from the Hijri calendar, a day more or less",)
    named = DAY_NAME.search(rest)
    against = _against(found.day, named, hijri)
    if found.other and (named or hijri):
        if against and not _against(found.other, named, hijri):
            return found._replace(day=found.other, other=None), ()
        return found._replace(other=None), against
    doubt = (f"{found.written} may be month/day/year",) if found.other else ()
    return found, (*doubt, *against)


def _against(day: date, named: re.Match[str] | None, hijri: _Day | None) -> tuple[str, ...]:
    reasons: list[str] = []
    if named and not _is_weekday(named, day):
        reasons.append(f"{named[1] or named[2]} is not that day")
    if hijri and abs(day - hijri.day) > timedelta(days=OFF_BY):
        reasons.append(f"{hijri.written} is {hijri.day.isoformat()}")
    return tuple(reasons)


def _is_weekday(named: re.Match[str], day: date) -> bool:
    if named[1]:
        return named[1].removeprefix("ال") == WEEKDAYS[day.weekday()].removeprefix("ال")
    return ENGLISH_DAYS[day.weekday()].startswith(named[2])


def _find_day(key: str) -> _Day | None:
    months, day_first, month_first = _month_patterns()
    for pattern in (day_first, month_first) if DAY_AND_YEAR.search(key) else (day_first,):
        for match in pattern.finditer(key):
            parts = match.groupdict()
            second = parts.get("m2")
            if second and months[second] != months[parts["m1"]]:
                continue
            day = _day(match, int(match["year"]), months[match["m1"]], int(match["day"]))
            if day:
                return day
    return _find_numeric(key)


def _day(match: re.Match[str], year: int, month: int, day: int) -> _Day | None:
    if not exists(year, month, day):
        return None
    return _Day(date(year, month, day), match.start(), match.end(), written=match[0].strip())


def _find_numeric(key: str) -> _Day | None:
    for match in YEAR_FIRST.finditer(key):
        found = _day(match, int(match[1]), int(match[2]), int(match[3]))
        if found:
            return found
    for match in YEAR_LAST.finditer(key):
        first, second, year = int(match[1]), int(match[2]), int(match["year"])
        found = _day(match, year, second, first)
        turned = _day(match, year, first, second)
        if found and turned and AMERICAN.search(key):
            return turned._replace(other=found.day)
        if found:
            open_order = turned and first != second and DOTTED not in match[0]
            return found._replace(other=turned.day if turned and open_order else None)
        if turned:
            return turned
    return None


def _find_hijri(key: str) -> _Day | None:
    if not any(sign in key for sign in SIGNS_OF_HIJRI_YEAR):
        return None
    months, pattern = _hijri_pattern()
    for match in pattern.finditer(key):
        found = _hijri(match, int(match["year"]), months[match["month"]], int(match["day"]))
        if found:
            return found
    for match in HIJRI_LAST.finditer(key):
        found = _hijri(match, int(match[3]), int(match[2]), int(match[1]))
        if found:
            return found
    for match in HIJRI_FIRST.finditer(key):
        found = _hijri(match, int(match[1]), int(match[2]), int(match[3]))
        if found:
            return found
    return None


def _hijri(match: re.Match[str], year: int, month: int, day: int) -> _Day | None:
    try:
        common = date(*Hijri(year, month, day).to_gregorian().datetuple())
    except (ValueError, OverflowError):
        return None
    return _Day(common, match.start(), match.end(), written=match[0].strip())


def _is_marked(hijri: _Day) -> bool:
    """Says whether it is surely a Hijri date: its month is named, or «هـ» follows."""
    return not hijri.written[-1].isdigit() or any(c.isalpha() for c in hijri.written)


@cache
def _hijri_pattern() -> tuple[dict[str, int], re.Pattern[str]]:
    months = {
        fold_key(name): row["number"] for row in builtin("months")["hijri"] for name in row["names"]
    }
    names = _alternatives(months)
    return months, re.compile(
        rf"(?<!\d)(?P<day>\d{{1,2}})\s*[-/،,]?\s*(?:من\s+)?(?:شهر\s+)?(?P<month>{names})\b\s*[-/،,.]?\s*"
        rf"(?:عام\s+|سنه\s+)?(?P<year>1[34]\d\d)(?!\d){HIJRI_MARK}?"
    )


def _alternatives(names: Iterable[str]) -> str:
    return "|".join(sorted({re.escape(name) for name in names}, key=len, reverse=True))


@cache
def _month_patterns() -> tuple[dict[str, int], re.Pattern[str], re.Pattern[str]]:
    """Folded month names with their numbers, and the patterns day-month-year, month-day-year."""
    months = {
        fold_key(name): row["number"]
        for row in builtin("months")["gregorian"]
        for tradition in ("arabic", "levantine", "maghrebi", "libyan", "english")
        for name in row.get(tradition, ())
    }
    names = _alternatives(months)
    second = rf"(?:\s*[/\\(،-]?\s*(?P<m2>{names})\b\s*\)?)?"
    day_first = re.compile(
        rf"(?<!\d)(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\s*[-/،,]?\s*(?:من\s+|of\s+)?(?:شهر\s+)?"
        rf"(?P<m1>{names})\b{second}\s*[-/،,.]?\s*(?:من\s+)?(?:عام\s+|سنه\s+)?{YEAR}"
    )
    month_first = re.compile(
        rf"\b(?P<m1>{names})\s*[-/]?\s*(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\s*[،,]?\s*{YEAR}"
    )
    return months, day_first, month_first
