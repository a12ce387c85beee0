"""Dates as machines write them: ISO 8601, RFC 822 of feeds, seconds since 1970."""

import re
from datetime import UTC, date, datetime, timedelta
from email.utils import parsedate_to_datetime
from typing import Final

from musnad.fold import fold_key
from musnad.model.records import Precision

ISO: Final = re.compile(
    r"(\d{4})(?:-(\d{1,2}))?(?:-(\d{1,2}))?"
    r"(?:(?:T| {1,2}|T )(\d{1,2}):(\d{2})(?::\d{2}(?:[.,]\d+)?)?\s?(Z|UTC|GMT|[+-]\d{2}:?\d{2})?)?$"
)
COMPACT: Final = re.compile(r"(\d{4})(\d{2})(\d{2})(?:T?(\d{2})(\d{2})(?:\d{2})?(Z)?)?$")
FEED: Final = re.compile(r"^(?:[A-Za-z]{3,9},?\s+)?\d{1,2}\s+[A-Za-z]{3,9}\s+\d{4}\s+\d{1,2}:\d{2}")
EPOCH: Final = re.compile(r"(?:/Date\()?(\d{10})(?:\d{3})?(?:[+-]\d{4})?(?:\)/)?$")
FIRST_YEAR: Final = 1900

Stamp = tuple[str, Precision]


def read_iso(value: str) -> Stamp | None:
    """Gives an ISO 8601 value cut to its precision, and the precision; None if it is no date.

    A minute is `2031-05-04T14:05`, with `+03:00` after it where the value states a zone
    (`Z` is `+00:00`); seconds are cut off.
    """
    written = fold_key(value).strip().replace("t", "T").replace("z", "Z")
    match = ISO.match(written.replace("uTc", "UTC").replace("gmT", "GMT")) or COMPACT.match(written)
    if not match:
        return None
    year, month, day, hour, minute, zone = match.groups()
    if not month:
        return year, "year"
    month = f"{int(month):02}"
    if not day:
        return (f"{year}-{month}", "month") if 1 <= int(month) <= 12 else None
    day = f"{int(day):02}"
    if not exists(int(year), int(month), int(day)):
        return None
    if not hour or int(hour) > 23 or int(minute) > 59:
        return f"{year}-{month}-{day}", "day"
    return f"{year}-{month}-{day}T{int(hour):02}:{minute}{_zone(zone or '')}", "minute"


def _zone(zone: str) -> str:
    if zone in {"Z", "UTC", "GMT"}:
        return "+00:00"
    return zone if ":" in zone or not zone else f"{zone[:3]}:{zone[3:]}"


def read_stamp(value: str) -> Stamp | None:
    """Gives what `read_iso` gives, also for the date of a feed item and for seconds since 1970."""
    if FEED.match(value):
        return _feed(value)
    seconds = EPOCH.match(value.strip())
    if seconds:
        moment = datetime(1970, 1, 1, tzinfo=UTC) + timedelta(seconds=int(seconds[1]))
        return moment.strftime("%Y-%m-%dT%H:%M+00:00"), "minute"
    return read_iso(value)


def _feed(value: str) -> Stamp | None:
    try:
        moment = parsedate_to_datetime(value)
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
    written = moment.isoformat()[:16]
    zone = moment.strftime("%z")
    return f"{written}{_zone(zone)}", "minute"


def exists(year: int, month: int, day: int) -> bool:
    """Says whether the calendar has this day, in this century or the last."""
    try:
        date(year, month, day)
    except ValueError:
        return False
    return FIRST_YEAR <= year <= 2100
