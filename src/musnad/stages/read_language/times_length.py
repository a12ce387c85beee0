"""Lengths of time and what comes round: «شهر و21 يوما», «ساعة ونصف», «كل يومين»."""

from typing import NamedTuple

from musnad.stages.read_language.times_dates import read_number_at
from musnad.stages.read_language.times_sense import Scan
from musnad.stages.read_language.times_words import Unit, match_phrase, plain_words, time_words

_ISO = {
    "decade": (10, "Y"), "year": (1, "Y"), "month": (1, "M"), "week": (1, "W"), "day": (1, "D"),
    "hour": (1, "H"), "minute": (1, "M"), "second": (1, "S"), "century": (100, "Y"),
}  # fmt: skip
_SECONDS = {
    "century": 3_153_600_000, "decade": 315_360_000, "year": 31_536_000, "month": 2_592_000,
    "week": 604_800, "day": 86_400, "hour": 3_600, "minute": 60, "second": 1,
}  # fmt: skip
_FINE = frozenset(("hour", "minute", "second"))
_LONG = frozenset(("decade", "century"))
_SHARES = {"half": 0.5, "quarter": 0.25, "third": 1 / 3}


class Length(NamedTuple):
    """A length of time as counts of units, longest unit first."""

    counts: tuple[tuple[str, float | int], ...]

    @property
    def iso(self) -> str:
        """The length in ISO 8601, as it is said: «سبعة أيام» is P7D, not P1W."""
        dates = "".join(map(_designated, (row for row in self.counts if row[0] not in _FINE)))
        clock = "".join(map(_designated, (row for row in self.counts if row[0] in _FINE)))
        return "P" + dates + (f"T{clock}" if clock else "")

    @property
    def seconds(self) -> float | int:
        """The length in seconds, a month counted as 30 days and a year as 365."""
        total = round(sum(_SECONDS[unit] * count for unit, count in self.counts), 6)
        return int(total) if total == int(total) else total


def _designated(row: tuple[str, float | int]) -> str:
    factor, letter = _ISO[row[0]]
    return f"{row[1] * factor:g}{letter}"


def read_length(scan: Scan, at: int) -> tuple[Length, int] | None:
    """Gives the length of time said at token `at` and where it ends."""
    found = _piece(scan, at)
    if found is None:
        return None
    counts, end = dict([found[0]]), found[1]
    while piece := _next(scan, end):
        unit, count = piece[0]
        if unit in counts:
            break
        counts[unit], end = count, piece[1]
    order = [unit for unit in _SECONDS if unit in counts]
    return Length(tuple((unit, counts[unit]) for unit in order)), end


def _next(scan: Scan, at: int) -> tuple[tuple[str, float | int], int] | None:
    if scan.key(at) in {"و", "،", ","}:
        return _piece(scan, at + 1)
    if scan.key(at)[:1] == "و":
        return _piece(scan, at, joined=True)
    piece = _piece(scan, at)
    counted = piece is not None and read_number_at(scan, at) is not None
    return piece if counted else None


def _piece(scan: Scan, at: int, joined: bool = False) -> tuple[tuple[str, float | int], int] | None:
    """Reads one count of a unit: «3 أيام», «يومين», «سنة ونصف», «نصف ساعة»."""
    first = scan.key(at)[1:] if joined else scan.key(at)
    before = _share(plain_words().shares_before, first)
    unit = length_unit(scan.key(at + 1)) if before else None
    if before and unit:
        return (unit.name, before), at + 2
    number = scan.read_as(at, first, read_number_at) if first else None
    count, unit_at = number or (None, at)
    unit = length_unit(first if unit_at == at else scan.key(unit_at))
    if unit is None or (unit.definite and (count is None or unit.number != 3)):
        return None
    if count is None and (unit.number == 3 or (unit.number == 1 and unit.name in _LONG)):
        return None
    count = unit.number if count is None else count
    share = _share(plain_words().shares_after, scan.key(unit_at + 1))
    end = unit_at + 1 + (share is not None)
    end += scan.key(end) in plain_words().whole
    return (unit.name, count + (share or 0)), end


def _share(table: dict[str, str], key: str) -> float | None:
    name = table.get(key)
    return _SHARES[name] if name else None


def length_unit(key: str) -> Unit | None:
    """Gives the unit of a word, seconds among them."""
    return time_words().units.get(key) or plain_words().fine_units.get(key)


def read_lasting(scan: Scan, at: int) -> tuple[Length, int] | None:
    """Gives «طوال اليوم», «طيلة الأسبوع»: one unit that is filled."""
    found = match_phrase(plain_words().throughout, scan.keys, at)
    if not found:
        return None
    unit = length_unit(scan.key(found[1]))
    if unit is None or unit.number != 1:
        return read_length(scan, found[1])
    return Length(((unit.name, 1),)), found[1] + 1


def read_recurring(scan: Scan, at: int) -> tuple[str, int] | None:
    """Gives «كل يوم», «أسبوعيا», «كل يوم اثنين» as a length that comes round or a weekday."""
    words = plain_words()
    adverb = words.recurring.get(scan.key(at))
    if adverb:
        return adverb, at + 1
    weekday_at = at + 1 + (scan.key(at + 1) in time_words().day_words)
    if scan.key(at) in words.every or scan.key(at) == "ايام":
        weekday = _weekday(scan.key(weekday_at if scan.key(at) in words.every else at + 1))
        if weekday is not None:
            end = weekday_at + 1 if scan.key(at) in words.every else at + 2
            return f"XXXX-WXX-{weekday + 1}", end
    length = read_length(scan, at + 1) if scan.key(at) in words.every else None
    return (length[0].iso, length[1]) if length else None


def _weekday(key: str) -> int | None:
    words = time_words()
    day = words.weekdays.get(key)
    return words.bare_weekdays.get(key) if day is None else day
