"""The grammar of time expressions: what starts at a token, and where it ends."""

from collections.abc import Callable
from functools import cache

from musnad.model.records import Qualifier
from musnad.stages.read_language.times_clock import read_clock, read_short_clock
from musnad.stages.read_language.times_dates import (
    is_year,
    read_bare_month,
    read_date,
    read_spelled_date,
    read_year,
    read_year_tail,
)
from musnad.stages.read_language.times_sense import Parsed, Scan, Sense
from musnad.stages.read_language.times_units import read_around, read_this, read_unit
from musnad.stages.read_language.times_words import match_phrase, time_words
from musnad.stages.read_language.times_zones import read_zone
from musnad.text.numbers import number_words, read_ordinal

Reader = Callable[[Scan, int], Parsed | None]

_MOST_YEARS = 30
_LINK_MARKS = frozenset(("،", ",", "(", "-", "/"))
_CLOSERS = frozenset((".", "،", ",", ":", ")", "\n", '"', "»", "؛", "", "؟", "!"))


def read_time(scan: Scan, at: int, word: str) -> Parsed | None:
    """Gives the time expression at token `at`, whose word without prefix is `word`."""
    if word.isdecimal():
        return _at_figures(scan, at)
    for reader in _readers_of(word):
        parsed = reader(scan, at)
        if parsed:
            return _with_clock(scan, parsed) if parsed.sense.rule == "time.clock" else parsed
    return None


@cache
def _readers_of(word: str) -> tuple[Reader, ...]:
    """Gives the readers of what can start with this word, in the order in which they are tried."""
    words, numbers = time_words(), number_words()
    ordinal = word in numbers.ordinals
    years = word in words.year_nouns or word in words.year_duals
    day_words = (words.weekdays, words.days, words.parts, words.day_words)
    chosen = (
        (_read_year_phrase, years),
        (read_around, word in words.around),
        (read_this, word in words.this),
        (_read_share, word in words.shares),
        (read_clock, word in words.clock),
        (read_date, word == "ال" or word in words.first_day),
        (_read_nth, word in words.weekdays or word in words.weeks),
        (read_day, ordinal or word == "ال" or any(word in table for table in day_words)),
        (_read_qualified, word in words.qualifiers),
        (read_unit, word in words.units or word == "ال" or word[2:] in numbers.plain),
        (_read_season, word in words.decades or word.removeprefix("ال") in words.seasons),
        (read_bare_month, word in words.months or word in words.month_nouns),
        (read_short_clock, ordinal),
        (read_spelled_date, word in numbers.plain),
    )
    return tuple(reader for reader, starts in chosen if starts)


def read_day(scan: Scan, at: int) -> Parsed | None:
    """Gives a day with all that is said about it: «صباح اليوم الأحد (3 آذار 2013)»."""
    sense, here, start = Sense(), at, at
    part = match_phrase(time_words().parts, scan.keys, here)
    while part or scan.key(here) in time_words().day_words:
        here = part[1] if part else here + 1
        part = match_phrase(time_words().parts, scan.keys, here)
    parsed = _day_piece(scan, here, Sense(), after_word=here > start)
    if parsed is None:
        return None
    while parsed:
        sense, here = sense.with_(parsed.sense), parsed.end
        parsed = _next_piece(scan, here, sense)
    return Parsed(sense, here) if sense.names_day or sense.vague else None


def _next_piece(scan: Scan, at: int, sense: Sense) -> Parsed | None:
    words = time_words()
    if scan.key(at) in words.after_parts and sense.names_day:
        clock = None if sense.clock else read_short_clock(scan, at)
        return clock or Parsed(Sense(), at + 1)
    if scan.key(at) in words.day_words or match_phrase(words.parts, scan.keys, at):
        return _after_part(scan, at, sense)
    piece = _day_piece(scan, at, sense, after_word=False)
    if piece:
        return piece
    if scan.key(at) in _LINK_MARKS or scan.key(at) in words.links:
        return _linked(scan, at, sense)
    if scan.key(at) == "من" and sense.weekday is not None and sense.shift is None:
        return _week_of(scan, at + 1)
    return None if sense.clock else _clock_piece(scan, at)


def _week_of(scan: Scan, at: int) -> Parsed | None:
    """Reads «الأربعاء من الأسبوع المقبل»."""
    week = read_this(scan, at) if scan.key(at) in time_words().this else read_unit(scan, at)
    return week if week and week.sense.unit == "week" else None


def _after_part(scan: Scan, at: int, sense: Sense) -> Parsed | None:
    """Reads «الخميس مساء أمس»: a part of the day between two pieces."""
    part = match_phrase(time_words().parts, scan.keys, at)
    start = part[1] if part else at + 1
    while scan.key(start) in time_words().day_words:
        start += 1
    return _day_piece(scan, start, sense, after_word=True)


def _clock_piece(scan: Scan, at: int) -> Parsed | None:
    start = at + (scan.key(at) in {"في", "فى", "عند", "علي"})
    start += scan.key(start) == "تمام"
    if scan.key(start) == "الساعه":
        return read_clock(scan, start)
    return read_short_clock(scan, start) if start > at else None


def _linked(scan: Scan, at: int, sense: Sense) -> Parsed | None:
    """Reads a date after «الموافق», a comma or in brackets."""
    if sense.day is not None or sense.month is not None:
        return None
    mark = scan.key(at)
    if mark in {"،", ","} and sense.offset is not None and sense.weekday is None:
        weekday = _day_piece(scan, at + 1, sense, after_word=False)
        if weekday and weekday.sense.weekday is not None:
            return weekday
    date = read_date(scan, at + 1)
    if date is None or (mark in {"،", ","} and date.sense.month is None):
        return None
    if mark != "(":
        return date
    return Parsed(date.sense, date.end + 1) if scan.key(date.end) == ")" else None


def _day_piece(scan: Scan, at: int, sense: Sense, *, after_word: bool) -> Parsed | None:
    """Reads one naming of a day that `sense` does not have yet."""
    words = time_words()
    key = scan.key(at)
    if sense.weekday is None:
        weekday = words.weekdays.get(key)
        if weekday is None and after_word:
            weekday = words.bare_weekdays.get(key)
        if weekday is not None and not _nth_weekday(scan, at + 1):
            return Parsed(Sense(rule="time.weekday", weekday=weekday), at + 1)
    elif sense.shift is None and sense.month is None and key in words.shifts:
        return Parsed(Sense(shift=words.shifts[key]), at + 1)
    elif sense.shift is None and key == "قبل" and words.shifts.get(scan.key(at + 1)) == -1:
        return Parsed(Sense(shift=-2), at + 2)
    if sense.offset is None:
        deictic = match_phrase(words.days, scan.keys, at)
        if deictic:
            return _deictic(scan, at, deictic, sense)
    if sense.day is None and (key.isdecimal() or key[:2] == "ال"):
        return read_date(scan, at)
    return None


def _nth_weekday(scan: Scan, at: int) -> bool:
    """Says whether «الجمعة الـ12 على التوالي» counts weekdays."""
    return scan.key(at) == "ال" and read_date(scan, at) is None


def _deictic(scan: Scan, at: int, found: tuple[int, int], sense: Sense) -> Parsed | None:
    offset, end = found
    if scan.key(at) == "الليله" and time_words().shifts.get(scan.key(end)) == -1:
        return Parsed(Sense(rule="time.day", offset=-1), end + 1)
    if scan.key(at) != "اليوم":
        return Parsed(Sense(rule="time.day", offset=offset), end)
    return _today(scan, at, end, sense)


def _today(scan: Scan, at: int, end: int, sense: Sense) -> Parsed | None:
    """Reads «اليوم» with what stands after it."""
    words, after = time_words(), scan.key(end)
    if after in words.other:
        return Parsed(Sense(rule="time.day-of-story", vague="counted from another day"), end + 1)
    if after == "ال":
        return _nth_figure(scan, at, end)
    today = Parsed(Sense(rule="time.day", offset=0), end)
    if sense.names_day or after in words.weekdays:
        return today
    ordinal = read_ordinal(scan.keys, end) if after not in words.after_today else None
    if ordinal:
        return _nth_day(scan, ordinal[1])
    if after.isdecimal() and (scan.key(end + 1) == "من" or scan.key(end + 1)[:2] == "لل"):
        return Parsed(Sense(rule="time.nth-day", vague="counted from another event"), end + 1)
    before = scan.key(at - 1)
    named = before in words.before_today or before[1:] in words.before_today
    named = (named and not before.startswith(("ل", "ب", "ك"))) or before in words.before_today
    named = named or before in words.rates or after in words.after_today
    return None if named else today


def _nth_day(scan: Scan, at: int) -> Parsed | None:
    """Reads «اليوم السادس للعدوان»; «اليوم السابع من أكتوبر» is a date and read elsewhere."""
    after = scan.key(at)
    if not after.startswith("لل") or after in {"للتوالي"}:
        return None
    return Parsed(Sense(rule="time.nth-day", vague="counted from another event"), at + 1)


def _nth_figure(scan: Scan, at: int, end: int) -> Parsed | None:
    """Reads «اليوم الـ5 من الهدنة»; «لليوم الـ24 على التوالي» is a duration."""
    date = read_date(scan, end)
    if date:
        return date
    if scan.printed_starts(at, "لل") or scan.key(end + 2) == "علي":
        return None
    return Parsed(Sense(rule="time.nth-day", vague="counted from another event"), end + 2)


def _at_figures(scan: Scan, at: int) -> Parsed | None:
    """Reads what starts with figures: a date, «2012-2013», or a year after a preposition."""
    date = read_date(scan, at)
    if date:
        return _to_date(scan, date) or _with_clock(scan, date)
    year = read_year(scan, at)
    if year is None:
        return None
    words, before, after = time_words(), scan.key(at - 1), scan.key(year.end)
    to = _joins_years(before, after) and read_year(scan, year.end + 1)
    if to and 0 < (to.sense.year or 0) - (year.sense.year or 0) <= _MOST_YEARS:
        return Parsed(year.sense._replace(rule="time.year-range", until=to.sense), to.end)
    follows = after in words.year_followers and before not in words.counted_from
    closed = after in _CLOSERS or follows or before in words.sure_year_leads
    if before in words.bare_year_leads and closed and not _goes_to_unit(scan, year.end):
        return Parsed(year.sense._replace(rule="time.bare-year"), year.end)
    return None


def _joins_years(before: str, link: str) -> bool:
    """Says whether «2011-2013», «من 2011 إلى 2013», «بين 2011 و2013» is a range of years."""
    words = time_words()
    spelled = link in words.range_words and before in words.counted_from
    return link in {"-", "–", "/"} or spelled or (link == "و" and before in words.between)


def _to_date(scan: Scan, first: Parsed) -> Parsed | None:
    """Reads «28 فبراير إلى 3 مارس 2030»: two dates of one year."""
    if scan.key(first.end) not in time_words().range_words or first.sense.until or first.sense.year:
        return None
    last = read_date(scan, first.end + 1)
    if last is None or last.sense.month is None or first.sense.month is None:
        return None
    if (last.sense.month, last.sense.day) <= (first.sense.month, first.sense.day):
        return None
    sense = first.sense._replace(rule="time.date-range", until=last.sense)
    return Parsed(sense, last.end)


def _goes_to_unit(scan: Scan, at: int) -> bool:
    return scan.key(at) in time_words().units or scan.key(at) in {"%", "٪"}


def _with_clock(scan: Scan, parsed: Parsed) -> Parsed:
    sense, here = parsed
    piece = _next_piece(scan, here, sense)
    if piece is None and sense.clock and scan.key(here) == "من":
        piece = _after_part(scan, here, sense)
    while piece:
        sense, here = sense.with_(piece.sense), piece.end
        piece = _next_piece(scan, here, sense)
    zone, here = read_zone(scan, here) if sense.clock and not sense.zone else (None, here)
    return Parsed(sense._replace(zone=sense.zone or zone), here)


def _read_year_phrase(scan: Scan, at: int) -> Parsed | None:
    """Reads «عام 2015», «سنة 1434 هـ», «عامي 2011 و2013»."""
    year = read_year(scan, at + 1)
    if year is None:
        return None
    rule = year.sense._replace(rule="time.year")
    link = scan.key(year.end)
    if link in {"-", "–", "/", "و"} or link in time_words().range_words:
        to = read_year(scan, year.end + 1)
        later = to and (to.sense.year or 0) > (rule.year or 0)
        if to and later and (link in {"-", "–", "/"} or scan.key(at) in time_words().year_duals):
            return Parsed(rule._replace(rule="time.year-range", until=to.sense), to.end)
    return Parsed(rule, year.end)


def _read_qualified(scan: Scan, at: int) -> Parsed | None:
    """Reads «نهاية سبتمبر 2015», «مطلع العام», «أواخر 2023»."""
    qualifier = time_words().qualifiers.get(scan.key(at))
    if qualifier is None:
        return None
    start = at + 1
    inner = _inner_period(scan, start)
    if inner is None:
        return None
    return Parsed(inner.sense._replace(rule="time.part", qualifier=qualifier), inner.end)


def _inner_period(scan: Scan, at: int) -> Parsed | None:
    key = scan.key(at)
    readers: tuple[Reader, ...] = (read_bare_month, _lone_month, read_unit, _this_unit)
    if is_year(key):
        readers = (read_year,)
    elif key in time_words().year_nouns:
        readers = (_read_year_phrase, *readers)
    elif key in time_words().this:
        readers = (read_this,)
    elif key in time_words().decades:
        readers = (_read_season,)
    found = (reader(scan, at) for reader in readers)
    return next((parsed for parsed in found if parsed), None)


def _this_unit(scan: Scan, at: int) -> Parsed | None:
    """Reads «العام» after «مطلع»: the current one."""
    words, key = time_words(), scan.key(at)
    if key in {"الاسبوع", "الشهر", "العام", "السنه"}:
        name = words.units[key].name
        if name == "week":
            ends = words.qualifiers.get(scan.key(at - 1)) == "end"
            ends = ends and scan.key(at + 1) not in words.last
            weekend = Sense(unit="week", shift=0, of="weekend")
            return Parsed(weekend if ends else Sense(vague="which week is not said"), at + 1)
        return Parsed(Sense(unit=name, shift=0), at + 1)
    return None


def _lone_month(scan: Scan, at: int) -> Parsed | None:
    found = match_phrase(time_words().months, scan.keys, at)
    if found is None or scan.key(at) in time_words().doubtful_months:
        return None
    month, end = found
    return Parsed(Sense(month=month.number, hijri=month.hijri or None), end)


def _share_of_month(month: Sense, rank: int, ranks: int) -> Sense:
    """Gives «النصف الأول من أكتوبر» as the start of that month."""
    qualifier: Qualifier = "start" if rank == 1 else "end" if rank == ranks else "middle"
    return month._replace(rule="time.part", qualifier=qualifier)


def _read_season(scan: Scan, at: int) -> Parsed | None:
    """Reads «صيف 2022», «الشتاء الماضي», «تسعينيات القرن الماضي»."""
    words = time_words()
    key = scan.key(at)
    decade = words.decades.get(key)
    if decade is not None:
        named = scan.keys[at + 1 : at + 3] == ["القرن", "الماضي"]
        sense = Sense(rule="time.decade", year=1900 + decade, until=Sense(year=1909 + decade))
        return Parsed(sense, at + 3) if named else None
    season = words.seasons.get(key.removeprefix("ال"))
    if season is None:
        return None
    tail = read_year_tail(scan, at + 1)
    if tail is None and scan.key(at - 1) in words.this:
        tail = Parsed(Sense(shift=0), at + 1)
    return tail and Parsed(tail.sense._replace(rule="time.season", season=season), tail.end)


def _read_nth(scan: Scan, at: int) -> Parsed | None:
    """Reads «الأسبوع الأول من مايو», «الجمعة الأخيرة من رجب»; «الأحد الأول من مايو» is a date."""
    words = time_words()
    weekday = words.weekdays.get(scan.key(at))
    unit = words.units.get(scan.key(at))
    ordinal = read_ordinal(scan.keys, at + 1)
    if scan.key(at + 1) in words.last:
        ordinal = -1, at + 2
    elif weekday is not None and scan.key(at + 1)[-1:] not in {"ه", "ي"}:
        return None
    if ordinal is None or scan.key(ordinal[1]) not in words.inside:
        return None
    if weekday is None and (unit is None or unit.name != "week" or unit.number != 1):
        return None
    period = _inner_period(scan, ordinal[1] + 1)
    if period is None or not (period.sense.month or period.sense.year or period.sense.unit):
        return None
    if scan.key(period.end) in words.other:
        return None
    of = "week" if weekday is None else "weekday"
    sense = period.sense._replace(rule="time.nth", nth=ordinal[0], of=of, weekday=weekday)
    return Parsed(sense, period.end)


def _read_share(scan: Scan, at: int) -> Parsed | None:
    """Reads «الربع الأول من 2013», «النصف الثاني من العام الجاري»."""
    months = time_words().shares[scan.key(at)]
    ordinal = read_ordinal(scan.keys, at + 1)
    if ordinal is None or scan.key(ordinal[1]) != "من" or ordinal[0] > 12 // months:
        return None
    year = _inner_period(scan, ordinal[1] + 1)
    if year is None or (year.sense.unit or "year") not in {"year", "month"}:
        return None
    if year.sense.month or year.sense.unit == "month":
        return Parsed(_share_of_month(year.sense, ordinal[0], 12 // months), year.end)
    first = (ordinal[0] - 1) * months + 1
    sense = year.sense._replace(rule="time.share", month=first)
    return Parsed(sense._replace(until=sense._replace(month=first + months - 1)), year.end)
