"""The time of day beside a printed date, with its zone where one is named."""

import re
from functools import cache
from typing import Any, Final, NamedTuple

from musnad.fold import fold_key
from musnad.lexicons import builtin

CLOCK: Final = re.compile(
    r"(?:\bالساعه )?(?<!\d)(\d{1,2}):(\d{2})(?::\d{2})?\s*"
    r"(ص|م|صباحا|مساء|ظهرا|عصرا|ليلا|فجرا|صباح|مساءا|am|pm|a\.m\.|p\.m\.)?(?![\w])"
    r"(?:\s*(?P<offset>[+-]\d{2}:?\d{2})\b)?"
    r"(?:\s*\(?(?:بتوقيت|توقيت) (?P<place>[^\d:،|()+-]{2,24})(?:\s*[+-]\s?\d{1,2})?\)?)?"
)
ZONE: Final = re.compile(
    r"\(?(?<![\w])(?:بتوقيت )?(?:gmt|utc|ت ?\.? ?غ\.?|غرينتش|جرينتش|غرينيتش)(?![^\W\d_])\s*"
    r"(?P<hours>[+-]\s?\d{1,4}(?::\d\d)?)?\)?"
)
AFTERNOON: Final = frozenset(["م", "مساء", "مساءا", "pm", "p.m.", "عصرا"])
MORNING: Final = frozenset(["ص", "صباحا", "صباح", "am", "a.m.", "فجرا"])


class Clock(NamedTuple):
    """A time of day `HH:MM`, its zone such as `+03:00` or nothing, and where it stands."""

    time: str
    zone: str
    start: int
    end: int


def read_clock(key: str, day: str) -> Clock | None:
    """Gives the time of day in a folded line; `day` says which offset a named zone has then."""
    match = CLOCK.search(key)
    time = _time(match) if match else None
    if match is None or time is None:
        return None
    written = match["offset"]
    if written:
        zone = written if ":" in written else f"{written[:3]}:{written[3:]}"
    else:
        zone = _universal(key) or _named(match["place"] or "", day)
    return Clock(time, zone, match.start(), match.end())


def _time(match: re.Match[str]) -> str | None:
    hour, minute, half = int(match[1]), int(match[2]), match[3] or ""
    if hour > 23 or minute > 59:
        return None
    if half in AFTERNOON and hour < 12:
        hour += 12
    elif hour == 12 and (half in MORNING or half == "ليلا"):
        hour = 0
    elif half in {"ليلا", "ظهرا"} and hour < 12 and (half == "ظهرا") == (hour < 4):
        hour += 12
    return f"{hour:02}:{minute:02}"


def _universal(key: str) -> str:
    """The offset of «GMT», «UTC+3», «ت.غ», nothing where none of them stands."""
    match = ZONE.search(key)
    if match is None:
        return ""
    hours = (match["hours"] or "+0").replace(" ", "").replace(":", "")
    number, minutes = (hours[1:-2], hours[-2:]) if len(hours) > 3 else (hours[1:], "00")
    return f"{hours[0]}{int(number):02}:{minutes}" if int(number) <= 14 else ""


def _named(place: str, day: str) -> str:
    """The offset of a place whose clocks have not been changed since before that day."""
    words = place.split()
    for count in range(min(3, len(words)), 0, -1):
        row = _places().get(" ".join(words[:count]))
        if row is not None:
            return str(row.get("offset", "")) if row.get("since", "") <= day else ""
    return ""


@cache
def _places() -> dict[str, dict[str, Any]]:
    rows: list[dict[str, Any]] = builtin("zones")["place"]
    return {fold_key(name): row for row in rows for name in row["names"]}
