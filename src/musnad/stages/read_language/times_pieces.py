"""What can be said of a time in a phrase read alone, piece by piece."""

from collections.abc import Iterator

from musnad.stages.read_language.times_dates import (
    is_year,
    read_date,
    read_day_number,
    read_month,
)
from musnad.stages.read_language.times_holidays import read_holiday
from musnad.stages.read_language.times_hours import read_hour, read_instant, read_part
from musnad.stages.read_language.times_periods import (
    read_around,
    read_decade,
    read_part_of_year,
    read_period,
    read_qualifier,
    read_rest,
    read_season,
    read_shift,
    read_span,
    read_year,
    small_number,
)
from musnad.stages.read_language.times_sense import Parsed, Scan, Sense
from musnad.stages.read_language.times_words import Month, match_phrase, plain_words, time_words
from musnad.stages.read_language.times_zones import read_zone
from musnad.text.numbers import read_ordinal

_DATE_MARKS = frozenset(("/", "-", "."))
_GAPS = frozenset(("/", "-", ".", "،", ","))
_NTH_UNITS = frozenset(("day", "week"))
_MOST_WEEKDAYS = 5


def pieces(scan: Scan, at: int, sense: Sense) -> Iterator[Parsed]:
    """Gives the pieces that can stand at token `at` and agree with what `sense` says already."""
    for reader in _READERS:
        piece = reader(scan, at, sense)
        if piece and piece.end > at and agrees(sense, piece.sense):
            yield piece


def agrees(ours: Sense, theirs: Sense) -> bool:
    """Says whether no part is said twice in different ways."""
    return all(
        one is None or other is None or one == other
        for one, other in zip(ours[1:], theirs[1:], strict=True)
    )


def _holiday(scan: Scan, at: int, _: Sense) -> Parsed | None:
    return read_holiday(scan, at)


def _nth(scan: Scan, at: int, sense: Sense) -> Parsed | None:
    """Reads «الأسبوع الثالث», «ثالث يوم ثلاثاء», «الثلاثاء الأخير», «آخر أسبوع»."""
    words = plain_words()
    rank = words.first_words.get(scan.key(at))
    if rank is not None:
        counted = _counted(scan, at + 1)
        return counted and _ranked(counted[0], rank, counted[1])
    counted = _counted(scan, at)
    if counted is None or not scan.key(counted[1] - 1).startswith("ال"):
        return None
    kind, end = counted
    ordinal = read_ordinal(scan.keys, end)
    if scan.key(end) in time_words().last:
        ordinal = -1, end + 1
    if ordinal is None or (kind == "day" and sense.names_day):
        return None
    if isinstance(kind, int) and ordinal[0] > _MOST_WEEKDAYS:
        return None
    return _ranked(kind, ordinal[0], ordinal[1])


def _counted(scan: Scan, at: int) -> tuple[str | int, int] | None:
    """Gives what an ordinal counts: «day», «week» or a weekday, and where it ends."""
    words = time_words()
    start = at + (scan.key(at) in words.day_words)
    weekday = words.weekdays.get(scan.key(start))
    if weekday is None:
        weekday = words.bare_weekdays.get(scan.key(start))
    if weekday is not None:
        return weekday, start + 1
    unit = words.units.get(scan.key(at))
    if unit and unit.number == 1 and unit.name in _NTH_UNITS:
        return unit.name, at + 1
    return None


def _ranked(kind: str | int, rank: int, end: int) -> Parsed:
    if isinstance(kind, int):
        return Parsed(Sense(rule="time.nth", nth=rank, of="weekday", weekday=kind), end)
    return Parsed(Sense(rule="time.nth", nth=rank, of=kind), end)


def _weekday(scan: Scan, at: int, sense: Sense) -> Parsed | None:
    """Reads «يوم الاثنين», «هذا يوم الجمعة», «اثنين» before «الأسبوع الماضي»."""
    if sense.weekday is not None:
        return None
    words = time_words()
    start = at + (scan.key(at) in words.this)
    named = start
    while scan.key(named) in words.day_words:
        named += 1
    weekday = words.weekdays.get(scan.key(named))
    if weekday is None and (named > start or scan.key(named + 1) in words.units):
        weekday = words.bare_weekdays.get(scan.key(named))
    if weekday is None:
        return None
    this = 0 if start > at and sense.shift is None else None
    return Parsed(Sense(rule="time.weekday", weekday=weekday, shift=this), named + 1)


def _day_word(scan: Scan, at: int, _: Sense) -> Parsed | None:
    found = match_phrase(plain_words().days, scan.keys, at)
    found = found or match_phrase(time_words().days, scan.keys, at)
    if found:
        part = match_phrase(plain_words().parts, scan.keys, at)
        said = Sense(rule="time.day", offset=found[0], part=part[0] if part else None)
        return Parsed(said, found[1])
    this = scan.key(at) in time_words().this and scan.key(at + 1) == "اليوم"
    return Parsed(Sense(rule="time.day", offset=0), at + 2) if this else None


def _now(scan: Scan, at: int, _: Sense) -> Parsed | None:
    found = match_phrase(plain_words().now, scan.keys, at)
    return Parsed(Sense(rule="time.now", length=()), found[1]) if found else None


def _date(scan: Scan, at: int, _: Sense) -> Parsed | None:
    """Reads a date: as in news, or figures without a year, or the month first."""
    return read_date(scan, at) or _month_first(scan, at) or _two_figures(scan, at)


def _month_first(scan: Scan, at: int) -> Parsed | None:
    """Reads «أكتوبر/ 2», «يناير الثاني والعشرين»."""
    month = read_month(scan, at)
    if month is None or month[0].hijri:
        return None
    start = month[1] + (scan.key(month[1]) in _GAPS)
    day = read_day_number(scan, start)
    unit = time_words().units.get(scan.key(day[1])) if day else None
    if day is None or unit or scan.key(day[1]) == ":":
        return None
    return Parsed(Sense(rule="time.date", day=day[0], month=month[0].number), day[1])


def _two_figures(scan: Scan, at: int) -> Parsed | None:
    """Reads «22/4», «4.22», «3/2015»; day before month where both can be."""
    first, mark, second = (scan.key(at + step) for step in range(3))
    if mark not in _DATE_MARKS or not (first.isdecimal() and second.isdecimal()):
        return None
    joined = scan.touches(at + 1) and scan.touches(at + 2)
    if not joined or scan.key(at + 3) in {":", mark} or _are_hours(scan, at):
        return None
    said = _month_of_year(first, second) or _month_of_year(second, first)
    said = said or _day_of_month(first, second)
    return Parsed(said, at + 3) if said else None


def _month_of_year(month: str, year: str) -> Sense | None:
    right = is_year(year) and len(month) <= 2 and 1 <= int(month) <= 12
    return Sense(rule="time.month", year=int(year), month=int(month)) if right else None


def _day_of_month(first: str, second: str) -> Sense | None:
    if len(first) > 2 or len(second) > 2:
        return None
    day, month = int(first), int(second)
    if month > 12 >= day:
        day, month = month, day
    right = 1 <= day <= 31 and 1 <= month <= 12
    return Sense(rule="time.figures", day=day, month=month) if right else None


def _are_hours(scan: Scan, at: int) -> bool:
    """Says whether «8-9 صباحا» stands there: hours, no date."""
    apart = scan.key(at + 1) in {"-", "–"} and scan.key(at + 2).isdecimal()
    return apart and match_phrase(plain_words().parts, scan.keys, at + 3) is not None


def _middle_day(scan: Scan, at: int, _: Sense) -> Parsed | None:
    """Reads «نصف شهر مارس»: its fifteenth."""
    if scan.key(at) not in plain_words().middle_day:
        return None
    month = _numbered_month(scan, at + 1) or read_month(scan, at + 2)
    if month is None or (scan.key(at + 1) not in time_words().month_nouns):
        return None
    return Parsed(Sense(rule="time.date", day=15, month=month[0].number), month[1])


def _month(scan: Scan, at: int, _: Sense) -> Parsed | None:
    """Reads «شهر أيار», «هذا سبتمبر», «الشهر التاسع», «شهر عشرة»."""
    start = at + (scan.key(at) in time_words().this)
    named = start + (scan.key(start) in time_words().month_nouns)
    found = read_month(scan, named) or _numbered_month(scan, start)
    if found is None:
        return None
    month, end = found
    this = Sense(unit="year", shift=0) if start > at else Sense()
    said = Sense(rule="time.month", month=month.number, hijri=month.hijri or None)
    return Parsed(said.with_(this), end)


def _numbered_month(scan: Scan, at: int) -> tuple[Month, int] | None:
    """Gives the month of «شهر عشرة», «شهر 9», «الشهر التاسع»."""
    if scan.key(at) not in time_words().month_nouns:
        return None
    if scan.key(at).startswith("ال"):
        found = read_ordinal(scan.keys, at + 1)
    else:
        found = small_number(scan, at + 1)
    if found is None or not 1 <= found[0] <= 12:
        return None
    after = scan.key(found[1])
    if after in time_words().units and after not in time_words().year_nouns:
        return None
    return Month(found[0], False), found[1]


def _first_of_month(scan: Scan, at: int, _: Sense) -> Parsed | None:
    """Reads «أول شباط», «في أول يناير»."""
    rank = plain_words().first_words.get(scan.key(at))
    month = read_month(scan, at + 1 + (scan.key(at + 1) in time_words().month_nouns))
    if rank is None or rank < 1 or month is None:
        return None
    named, end = month
    said = Sense(rule="time.date", day=rank, month=named.number, hijri=named.hijri or None)
    return Parsed(said, end)


def _week_of(scan: Scan, at: int, _: Sense) -> Parsed | None:
    """Reads «أسبوع 16 سبتمبر»: the week that day is in."""
    unit = time_words().units.get(scan.key(at))
    one = unit is not None and unit.name == "week" and not unit.definite
    date = _date(scan, at + 1, Sense()) if one else None
    if date is None or date.sense.month is None:
        return None
    return Parsed(date.sense._replace(rule="time.week", of="week-of"), date.end)


def _day_number(scan: Scan, at: int, sense: Sense) -> Parsed | None:
    """Reads a day of the month by its number alone: «يوم 27», «الجمعة 22», «4 من هذا الشهر»."""
    day = read_day_number(scan, at) or small_number(scan, at)
    if day is None or not 1 <= day[0] <= 31 or sense.day is not None or sense.clock:
        return None
    unit = time_words().units.get(scan.key(day[1]))
    if (unit and not unit.definite) or scan.key(day[1]) == ":" or _are_hours(scan, at):
        return None
    led = sense.weekday is not None or scan.key(at - 1) in time_words().day_leads
    led = led or (scan.key(day[1]) in _GAPS and read_month(scan, day[1] + 1) is not None)
    if not led and not _month_unit(scan, day[1]):
        return None
    return Parsed(Sense(rule="time.day-of-month", day=day[0]), day[1])


def _month_unit(scan: Scan, at: int) -> bool:
    while scan.key(at) in plain_words().skipped:
        at += 1
    unit = read_period(scan, at, Sense())
    return unit is not None and unit.sense.unit == "month"


def _hour(scan: Scan, at: int, sense: Sense) -> Parsed | None:
    return None if sense.clock else read_hour(scan, at, sense)


def _part(scan: Scan, at: int, _: Sense) -> Parsed | None:
    return read_part(scan, at)


def _zone(scan: Scan, at: int, sense: Sense) -> Parsed | None:
    zone, end = read_zone(scan, at) if sense.clock else (None, at)
    return Parsed(Sense(zone=zone), end) if zone else None


_READERS = (
    _holiday, _now, _nth, _first_of_month, _middle_day, _week_of, _date, _weekday, read_instant,
    _part, _day_word, _month, read_rest, read_part_of_year, read_season, read_decade, read_span,
    read_around, read_period, read_shift, read_year, _hour, _zone, read_qualifier, _day_number,
)  # fmt: skip
"""Where two pieces are as long, the first one is taken."""
