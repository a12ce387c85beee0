"""Holidays and the days they fall on: «عيد الأضحى 2013», «رأس السنة الهجرية»."""

from datetime import date, timedelta
from functools import cache
from typing import Any

from hijridate import Gregorian, Hijri

from musnad.lexicons import builtin
from musnad.stages.read_language.times_sense import Parsed, Scan, Sense
from musnad.stages.read_language.times_words import Phrases, fold_phrases, match_phrase


@cache
def _names() -> Phrases:
    rows = builtin("holidays")["holiday"]
    return fold_phrases({name: index for index, row in enumerate(rows) for name in row["names"]})


def read_holiday(scan: Scan, at: int) -> Parsed | None:
    """Gives the holiday named at token `at`."""
    found = match_phrase(_names(), scan.keys, at)
    if found is None:
        return None
    return Parsed(Sense(rule="time.holiday", holiday=found[0]), found[1])


def holiday_after(holiday: int, year: int | None, reference: date) -> date | None:
    """Gives its day in that year, or without a year the first one on or after the reference."""
    row = builtin("holidays")["holiday"][holiday]
    years = (year,) if year is not None else range(reference.year, reference.year + 3)
    days = [day for one in years for day in _days(row, one)]
    return next((day for day in days if year is not None or day >= reference), None)


def _days(row: dict[str, Any], year: int) -> list[date]:
    """Gives the days of a holiday in a common year; a Hijri one can fall twice."""
    if row.get("calendar") != "hijri":
        return [_nth(row, year) if "nth" in row else date(year, row["month"], row["day"])]
    first = Gregorian(year, 1, 1).to_hijri().year
    days = (Hijri(one, row["month"], row["day"]).to_gregorian() for one in (first, first + 1))
    return [date(*day.datetuple()) for day in days if day.year == year]


def _nth(row: dict[str, Any], year: int) -> date:
    first = date(year, row["month"], 1)
    ahead = (row["weekday"] - first.weekday()) % 7
    return first + timedelta(ahead + 7 * (row["nth"] - 1))
