"""Dates as written: «7 تشرين الأول/أكتوبر 2023», «الـ7 من أكتوبر», «12/3/2013»."""

from musnad.stages.read_language.times_sense import Parsed, Scan, Sense
from musnad.stages.read_language.times_words import (
    FIRST_YEAR,
    LAST_YEAR,
    Month,
    match_phrase,
    time_words,
)
from musnad.text.numbers import number_words, read_number, read_ordinal

_PAIR_MARKS = frozenset(("/", "-", "–", "("))
_LONGEST_YEAR = 4
_DATE_MARKS = frozenset(("/", "-", ".", "–"))
_ENGLISH_ENDINGS = frozenset(("st", "nd", "rd", "th"))
_DAYS_OF_MONTH = range(1, 32)
_MOST_DAY_WORDS = 2
_FIRST_YEAR, _LAST_YEAR = str(FIRST_YEAR), str(LAST_YEAR)
_RANGE_MARKS = frozenset(("-", "–", "و"))


def read_month(scan: Scan, at: int) -> tuple[Month, int] | None:
    """Gives the month at token `at`, with the same month's other name after it («أيلول/سبتمبر»)."""
    months = time_words().months
    found = match_phrase(months, scan.keys, at)
    if found is None:
        return None
    month, end = found
    mark = scan.key(end)
    beside = end + 1 if mark in _PAIR_MARKS else end
    pair = match_phrase(months, scan.keys, beside)
    if pair is None or pair[0] != month:
        return month, end
    return month, pair[1] + (mark == "(" and scan.key(pair[1]) == ")")


def is_year(key: str) -> bool:
    """Says whether a token is written like a year of our time."""
    return len(key) == 4 and key.isdecimal() and _FIRST_YEAR <= key <= _LAST_YEAR


def read_year(scan: Scan, at: int) -> Parsed | None:
    """Gives the year at `at`, in figures with «م» or «هـ» after it, or in words."""
    key = scan.key(at)
    if key in time_words().thousands:
        return _spelled_year(scan, at)
    if not is_year(key) or _goes_on(scan, at):
        return None
    words, mark = time_words(), scan.key(at + 1)
    marked = mark in words.hijri_marks or mark in words.common_marks
    hijri = mark in words.hijri_marks or (key < "1500" and not marked)
    return Parsed(Sense(year=int(key), hijri=hijri or None), at + 1 + marked)


def _spelled_year(scan: Scan, at: int) -> Parsed | None:
    """Reads «ألفين وثلاثة عشر»."""
    number = read_number(scan.tokens, at)
    if number is None or not is_year(str(number.value)):
        return None
    return Parsed(Sense(year=int(number.value)), number.end)


def _goes_on(scan: Scan, at: int) -> bool:
    """Says whether the figures are part of a larger number («2013,5»)."""
    return (
        scan.key(at + 1) in {",", "."}
        and scan.touches(at + 1)
        and scan.key(at + 2).isdecimal()
        and scan.touches(at + 2)
    )


def read_year_tail(scan: Scan, at: int) -> Parsed | None:
    """Gives the year after a month: «2013», «من عام 2013», «الماضي», «من العام المنصرم»."""
    words = time_words()
    if scan.key(at) in words.shifts:
        return Parsed(Sense(shift=words.shifts[scan.key(at)]), at + 1)
    start = at + (scan.key(at) in {"من", "،", ","})
    named = scan.key(start) in words.year_of
    if named or scan.key(start) in words.year_nouns:
        shift = words.shifts.get(scan.key(start + 1))
        if shift is not None:
            return Parsed(Sense(shift=shift, unit="year"), start + 2)
        start += 1
    return read_year(scan, start)


def read_day_number(scan: Scan, at: int) -> tuple[int, int] | None:
    """Gives the day of the month at `at`: «7», «الـ7», «السابع», «الخامس والعشرين»."""
    start = at + (scan.key(at) == "ال")
    key = scan.key(start)
    if key.isdecimal():
        return (int(key), start + 1) if len(key) <= 2 and 1 <= int(key) <= 31 else None
    if key in time_words().first_day and (key[:2] == "ال" or scan.key(start + 1) != "من"):
        return 1, start + 1
    ordinal = read_ordinal(scan.keys, at)
    return ordinal if ordinal and 1 <= ordinal[0] <= 31 else None


def read_date(scan: Scan, at: int) -> Parsed | None:
    """Gives a date with a day: figures, or day and month, or two days of one month."""
    return _figures_date(scan, at) or _named_date(scan, at) or read_spelled_date(scan, at)


def spelled_day(scan: Scan, at: int) -> int:
    """Gives the token where the number word before the month at `at` starts; else `at`."""
    if scan.key(at) not in time_words().months:
        return at
    day = start = at - (scan.key(at - 1) in time_words().of_month)
    plain = number_words().plain
    while start > day - _MOST_DAY_WORDS:
        before = scan.key(start - 1)
        if before not in plain and before[1:] not in plain:
            break
        start -= 1
    return start if start < day else at


def read_spelled_date(scan: Scan, at: int) -> Parsed | None:
    """Reads «خمسة وعشرين آذار»: a number word counts only before the name of a month."""
    if scan.key(at) not in number_words().plain:
        return None
    number = read_number(scan.tokens, at)
    month = _month_after(scan, number.end) if number else None
    if number is None or month is None or number.value not in _DAYS_OF_MONTH:
        return None
    return _dated(scan, Sense(rule="time.date", day=int(number.value)), month)


def _named_date(scan: Scan, at: int) -> Parsed | None:
    first = read_day_number(scan, at)
    if first is None:
        return None
    day, end = first
    month = _month_after(scan, end)
    if month:
        return _dated(scan, Sense(rule="time.date", day=day), month)
    link = scan.key(end)
    if link in _RANGE_MARKS or link in time_words().range_words or link[:1] == "و":
        return _two_days(scan, day, end)
    return _day_of_shifted_month(scan, day, end)


def _two_days(scan: Scan, day: int, at: int) -> Parsed | None:
    """Reads the second day of «7 و8 أكتوبر», «3 إلى 5 آذار»."""
    second = read_day_number(scan, at + 1)
    month = _month_after(scan, second[1]) if second else None
    if not second or not month or second[0] <= day:
        return None
    last = _dated(scan, Sense(rule="time.date-range", day=second[0]), month)
    return Parsed(last.sense._replace(day=day, until=last.sense), last.end)


def _month_after(scan: Scan, at: int) -> tuple[Month, int] | None:
    if scan.key(at) in _ENGLISH_ENDINGS:
        at += 1 + (scan.key(at + 1) == ",")
    joined = scan.key(at) in {"-", "/"} and scan.key(at - 1).isdecimal()
    start = at + (scan.key(at) == "من" or joined)
    start += scan.key(start) in time_words().month_nouns or scan.key(start) in time_words().month_of
    return read_month(scan, start)


def _dated(scan: Scan, sense: Sense, month: tuple[Month, int]) -> Parsed:
    named, end = month
    sense = sense._replace(month=named.number, hijri=named.hijri or None)
    tail = read_year_tail(scan, end)
    return Parsed(sense.with_(tail.sense), tail.end) if tail else Parsed(sense, end)


def _day_of_shifted_month(scan: Scan, day: int, at: int) -> Parsed | None:
    """Reads «15 من الشهر الجاري»."""
    if scan.key(at) != "من":
        return None
    this = scan.key(at + 1) == "هذا"
    unit = at + 1 + this
    if scan.key(unit) != "الشهر":
        return None
    shift = 0 if this else time_words().shifts.get(scan.key(unit + 1))
    if shift is None:
        return None
    return Parsed(
        Sense(rule="time.day-of-month", day=day, unit="month", shift=shift), unit + 2 - this
    )


def _figures_date(scan: Scan, at: int) -> Parsed | None:
    """Reads «12/3/2013», «2013-03-12», «12.3.13»; day before month, as Arabic news writes."""
    keys = [scan.key(at + step) for step in range(5)]
    first, mark, second, again, third = keys
    if mark not in _DATE_MARKS or again != mark:
        return None
    if not all(key.isdecimal() and len(key) <= _LONGEST_YEAR for key in (first, second, third)):
        return None
    if not all(scan.touches(at + step) for step in range(1, 5)) or scan.key(at + 5) == mark:
        return None
    if is_year(first):
        first, third = third, first
    if not is_year(third) and not (len(third) == 2 and mark != "."):
        return None
    day, month, year = int(first), int(second), int(third)
    if month > 12 and day <= 12:
        day, month = month, day
    if not (1 <= day <= 31 and 1 <= month <= 12):
        return None
    year += 2000 if year < 100 else 0
    return Parsed(Sense(rule="time.figures", day=day, month=month, year=year), at + 5)


def read_bare_month(scan: Scan, at: int) -> Parsed | None:
    """Gives a month with its year or «الماضي»; a lone month only after «شهر» or a preposition."""
    start = at + (scan.key(at) in time_words().month_nouns)
    found = read_month(scan, start)
    if found is None:
        return None
    month, end = found
    single = match_phrase(time_words().months, scan.keys, start)
    sense = Sense(rule="time.month", month=month.number, hijri=month.hijri or None)
    tail = read_year_tail(scan, end)
    if tail:
        return Parsed(sense.with_(tail.sense), tail.end)
    paired = single is not None and end > single[1]
    doubtful = scan.keys[start] in time_words().doubtful_months
    placed = scan.key(at - 1) in time_words().month_leads and not doubtful
    return Parsed(sense, end) if start > at or paired or placed else None


def read_number_at(scan: Scan, at: int) -> tuple[float | int, int] | None:
    """Gives a count («3», «الثلاثة», «الـ24») and where it ends."""
    start = at + (scan.key(at) == "ال")
    number = read_number(scan.tokens, start)
    if number:
        return number.value, number.end
    key = scan.key(start)
    if key.startswith("ال"):
        plain = number_words().plain
        unit, tens = plain.get(key[2:]), plain.get(scan.key(start + 1).removeprefix("وال"), 0)
        if unit and tens > unit and scan.key(start + 1).startswith("وال"):
            return unit + tens, start + 2
        return (unit, start + 1) if unit else None
    return None
