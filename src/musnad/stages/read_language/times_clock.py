"""Times of the clock: «الساعة 12 ظهرا بتوقيت دمشق», «التاسعة مساء»."""

from musnad.stages.read_language.times_sense import Parsed, Scan, Sense
from musnad.stages.read_language.times_words import match_phrase, time_words
from musnad.stages.read_language.times_zones import read_zone
from musnad.text.numbers import read_ordinal


def read_clock(scan: Scan, at: int) -> Parsed | None:
    """Gives the time after «الساعة», with the day when it follows."""
    hour = _hour(scan, at + 1)
    return _clock(scan, hour) if hour else None


def read_short_clock(scan: Scan, at: int) -> Parsed | None:
    """Gives «التاسعة مساء»: an hour without «الساعة» needs its part of the day."""
    ordinal = read_ordinal(scan.keys, at)
    if ordinal is None or not 1 <= ordinal[0] <= 12 or not scan.key(at).endswith("ه"):
        return None
    hour, minute, end = _with_minutes(scan, ordinal[0], ordinal[1])
    start = end + (scan.key(end) == "من")
    if match_phrase(time_words().periods, scan.keys, start) is None:
        return None
    if scan.key(end) == "م" or scan.key(end) == "ص":
        return None
    return _clock(scan, (hour, minute, end))


def _hour(scan: Scan, at: int) -> tuple[int, int, int] | None:
    start = at + (scan.key(at) == "ال")
    key = scan.key(start)
    if key.isdecimal() and len(key) <= 2 and int(key) <= 24:
        minutes = scan.key(start + 2)
        joined = scan.key(start + 1) in {":", ".", ","} and scan.touches(start + 2)
        if joined and len(minutes) == 2 and minutes.isdecimal() and int(minutes) < 60:
            return int(key) % 24, int(minutes), start + 3
        return _with_minutes(scan, int(key) % 24, start + 1)
    ordinal = read_ordinal(scan.keys, start)
    if ordinal and ordinal[0] <= 12:
        return _with_minutes(scan, *ordinal)
    return None


def _with_minutes(scan: Scan, hour: int, at: int) -> tuple[int, int, int]:
    found = match_phrase(time_words().minutes, scan.keys, at)
    if not found:
        return hour, 0, at
    minutes, end = found
    return ((hour - 1) % 24, 60 + minutes, end) if minutes < 0 else (hour, minutes, end)


def _clock(scan: Scan, read: tuple[int, int, int]) -> Parsed:
    hour, minute, here = read
    start = here + (scan.key(here) == "من")
    period = match_phrase(time_words().periods, scan.keys, start)
    if period:
        hour, here = _on_24(hour, period[0]), period[1]
    sense = Sense(rule="time.clock", clock=(hour, minute))
    zone, here = read_zone(scan, here)
    return Parsed(sense._replace(zone=zone), here)


def _on_24(hour: int, period: str) -> int:
    if period == "morning":
        return hour % 12 if hour == 12 else hour
    if period == "noon":
        return hour + 12 if hour <= 3 else hour
    if period == "evening":
        return hour + 12 if hour < 12 else hour
    return (hour + 12) % 24 if hour >= 7 and hour <= 12 else hour
