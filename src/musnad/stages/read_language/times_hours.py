"""Hours in a phrase read alone: «الثالثة وربع بعد الظهر», «15:23:24», «8 صباحا»."""

from typing import NamedTuple

from musnad.stages.read_language.times_dates import read_number_at
from musnad.stages.read_language.times_sense import Parsed, Scan, Sense
from musnad.stages.read_language.times_words import match_phrase, plain_words, time_words
from musnad.text.numbers import number_words, read_ordinal

_BESIDE = frozenset(("من", "في", "هذا", "هذه", "،", ",", "ال"))


class _Said(NamedTuple):
    """An hour as it is said, where it ends, and whether figures or «الساعة» make it one."""

    hour: int
    minute: int
    second: int | None
    end: int
    sure: bool


def read_hour(scan: Scan, at: int, sense: Sense) -> Parsed | None:
    """Gives the hour at token `at`; a bare number needs a part of the day or «الساعة»."""
    named = scan.key(at) == "الساعه"
    led = named or scan.key(at - 1) == "عند"
    said = _said(scan, at + named)
    if said is None:
        return None
    part, end = _part_after(scan, said.end)
    part = part or sense.part
    ordinal = scan.key(at).startswith("ال") and scan.key(at).endswith("ه")
    if not (led or said.sure or part or ordinal):
        return None
    hour = _on_24(said.hour, part) if part else said.hour
    open_half = part is None and 1 <= said.hour <= 12
    clock = Sense(rule="time.clock", clock=(hour, said.minute), second=said.second)
    return Parsed(clock._replace(part=part, half_day=open_half or None), end)


def read_part(scan: Scan, at: int) -> Parsed | None:
    """Gives the part of the day at token `at`: «في الصباح», «هذا المساء», «ليلة»."""
    start = at + (scan.key(at) in time_words().this)
    found = match_phrase(plain_words().parts, scan.keys, start)
    if found is None or len(scan.key(start)) < 2:
        return None
    return Parsed(Sense(rule="time.day-part", part=found[0]), found[1])


def read_instant(scan: Scan, at: int, sense: Sense) -> Parsed | None:
    """Gives an hour that has a name, where no other hour is said: «منتصف الليل»."""
    found = match_phrase(plain_words().instants, scan.keys, at)
    if found is None or sense.clock or read_hour(scan, _past(scan, found[1]), sense):
        return None
    hour, minute = map(int, found[0].split(":"))
    return Parsed(Sense(rule="time.clock", clock=(hour, minute)), found[1])


def _past(scan: Scan, at: int) -> int:
    return at + (scan.key(at) in _BESIDE)


def _part_after(scan: Scan, at: int) -> tuple[str | None, int]:
    start = at
    while scan.key(start) in _BESIDE:
        start += 1
    found = match_phrase(plain_words().parts, scan.keys, start)
    return found or (None, at)


def _said(scan: Scan, at: int) -> _Said | None:
    start = at + (scan.key(at) == "ال")
    key = scan.key(start)
    if key.isdecimal():
        return _figures(scan, start)
    after, ordinal = scan.key(start + 1), number_words().ordinals.get(key)
    number = read_ordinal(scan.keys, start) or read_number_at(scan, start)
    if ordinal and after.startswith("و") and not after.startswith("وال"):
        number = ordinal, start + 1
    if ordinal is None and number and after.startswith("و"):
        number = _unjoined(scan, start)
    if number is None or number[0] != int(number[0]) or not 1 <= number[0] <= 12:
        return None
    return _with_minutes(scan, int(number[0]), number[1])


def _unjoined(scan: Scan, at: int) -> tuple[float | int, int] | None:
    """Reads the hour alone of «ثلاثة وعشرين دقيقة»."""
    return scan.read_as(at + 1, ".", lambda scan, mark: read_number_at(scan, mark - 1))


def _figures(scan: Scan, at: int) -> _Said | None:
    key = scan.key(at)
    pair = _after_colon(scan, at + 1)
    if len(key) <= 2 and int(key) <= 24 and pair is not None:
        last = _after_colon(scan, at + 3)
        return _Said(int(key) % 24, pair, last, at + (5 if last is not None else 3), True)
    if len(key) in {3, 4} and int(key[-2:]) < 60 and 1 <= int(key[:-2]) <= 12:
        beside = match_phrase(plain_words().parts, scan.keys, at + 1)
        return _Said(int(key[:-2]), int(key[-2:]), None, at + 1, False) if beside else None
    if len(key) > 2 or int(key) > 24:
        return None
    return _with_minutes(scan, int(key) % 24, at + 1)


def _after_colon(scan: Scan, at: int) -> int | None:
    figures = scan.key(at + 1)
    right = scan.key(at) == ":" and scan.touches(at) and len(figures) == 2 and figures.isdecimal()
    return int(figures) if right and int(figures) < 60 else None


def _with_minutes(scan: Scan, hour: int, at: int) -> _Said:
    minute, end = 0, at
    while found := _minutes(scan, end):
        minute, end = minute + found[0], found[1]
    if minute < 0:
        return _Said((hour - 1) % 12 or 12, 60 + minute, None, end, False)
    return _Said(hour, minute, None, end, False)


def _minutes(scan: Scan, at: int) -> tuple[int, int] | None:
    """Reads «والنصف», «و18 دقيقة», «واربعون دقيقة», «إلا ثلاث دقائق»."""
    found = match_phrase(time_words().minutes, scan.keys, at)
    if found:
        return found
    written, sign = scan.key(at), 1
    if written in {"و", "الا"}:
        sign = -1 if written == "الا" else 1
        number = read_number_at(scan, at + 1)
    else:
        joined = written[:1] == "و" and len(written) > 1
        number = scan.read_as(at, written[1:], read_number_at) if joined else None
    if number is None or number[0] >= 60:
        return None
    unit = time_words().units.get(scan.key(number[1]))
    minutes = unit is not None and unit.name == "minute"
    if unit and not minutes:
        return None
    return sign * int(number[0]), number[1] + minutes


def _on_24(hour: int, part: str) -> int:
    """Gives the hour on the clock of 24 hours."""
    if hour > 12:
        return hour
    if part == "morning" or (part == "night" and hour < 6):
        return hour % 12 if hour == 12 else hour
    if part == "noon":
        return hour + 12 if hour < 10 else hour
    if part == "night" and hour == 12:
        return 0
    return hour + 12 if hour < 12 else hour
