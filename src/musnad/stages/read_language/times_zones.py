"""Time zones beside an hour: «بتوقيت دمشق», «بالتوقيت المحلي», «GMT+3»."""

from functools import cache
from typing import Any

from musnad.lexicons import builtin
from musnad.stages.read_language.times_sense import Scan, Zone
from musnad.stages.read_language.times_words import Phrases, fold_phrases, match_phrase, time_words

_SIGNS = frozenset(("+", "-"))
_MOST_HOURS = 14


@cache
def _places() -> Phrases:
    rows: list[dict[str, Any]] = builtin("zones")["place"]
    return fold_phrases({name: row for row in rows for name in row["names"]})


def read_zone(scan: Scan, at: int) -> tuple[Zone | None, int]:
    """Gives the zone at token `at` as printed and as it is called, and where it ends."""
    start = at + (scan.key(at) == "(")
    found = _abbreviated(scan, start) or _named(scan, start)
    if found is None:
        return None, at
    name, offset, since, end = found
    text = scan.text[scan.tokens.starts[start] : scan.tokens.ends[end - 1]]
    closed = start > at and scan.key(end) == ")"
    if start > at and not closed:
        return None, at
    return Zone(text, name, offset, since), end + closed


def _named(scan: Scan, at: int) -> tuple[str | None, str | None, str | None, int] | None:
    """Reads a place after «بتوقيت»; one that is not listed keeps its words only."""
    if scan.key(at) not in time_words().zones:
        return None
    place = match_phrase(_places(), scan.keys, at + 1)
    if place:
        row, end = place
        hours, end = _hours(scan, end) if row["zone"] == "UTC" else (None, end)
        return row["zone"], hours or row.get("offset"), row.get("since"), end
    return (None, None, None, at + 2) if scan.key(at + 1).isalpha() else None


def _abbreviated(scan: Scan, at: int) -> tuple[str | None, str | None, str | None, int] | None:
    """Reads «GMT», «UTC+3», «ت.غ»."""
    found = match_phrase(time_words().zone_marks, scan.keys, at)
    if found is None:
        return None
    hours, end = _hours(scan, found[1])
    return "UTC", hours or "+00:00", None, end


def _hours(scan: Scan, at: int) -> tuple[str | None, int]:
    """Reads the «+3» after a zone."""
    hours = scan.key(at + 1)
    if scan.key(at) not in _SIGNS or not hours.isdecimal() or _too_many(hours):
        return None, at
    return f"{scan.key(at)}{int(hours):02d}:00", at + 2


def _too_many(hours: str) -> bool:
    return len(hours) > len("14") or int(hours) > _MOST_HOURS
