"""Periods in a phrase read alone: years, weeks, seasons, decades, spans and what is counted."""

from musnad.stages.read_language.times_dates import read_number_at
from musnad.stages.read_language.times_dates import read_year as read_figures
from musnad.stages.read_language.times_length import length_unit, read_length
from musnad.stages.read_language.times_sense import Parsed, Scan, Sense
from musnad.stages.read_language.times_units import read_unit
from musnad.stages.read_language.times_words import match_phrase, plain_words, time_words
from musnad.text.numbers import read_number, read_ordinal

_PERIODS = frozenset(("week", "month", "year", "decade"))
_FINE = frozenset(("hour", "minute", "second"))
_FIRST_SPELLED, _LAST_YEAR = 1000, 2200


def small_number(scan: Scan, at: int) -> tuple[int, int] | None:
    """Gives the whole number at token `at` and where it ends."""
    number = read_number(scan.tokens, at)
    if number is None or number.value != int(number.value):
        return None
    return int(number.value), number.end


def read_year(scan: Scan, at: int, _: Sense) -> Parsed | None:
    """Reads «2014», «عام 247», «ألفين وثمانية عشر»."""
    noun = scan.key(at) in time_words().year_nouns
    year = read_figures(scan, at + noun)
    if year:
        return Parsed(year.sense._replace(rule="time.year"), year.end)
    number = small_number(scan, at + noun)
    if number is None or number[0] > _LAST_YEAR:
        return None
    if scan.key(at + noun).isdecimal():
        return Parsed(Sense(rule="time.year", year=number[0]), number[1]) if noun else None
    if number[0] < (1 if noun else _FIRST_SPELLED) or scan.key(number[1]) in time_words().units:
        return None
    return Parsed(Sense(rule="time.year", year=number[0]), number[1])


def read_period(scan: Scan, at: int, _: Sense) -> Parsed | None:
    """Reads «الأسبوع المقبل», «هذا العام», «السنة السابقة»; the unit alone is the present one."""
    words = time_words()
    start = at + (scan.key(at) in words.this)
    unit = words.units.get(scan.key(start))
    if unit is None or not unit.definite or unit.number != 1 or unit.name not in _PERIODS:
        return None
    shift, end = _shift_after(scan, start + 1) if start == at else (0, start + 1)
    if unit.name == "decade":
        return _decades(shift, 1, end) if shift else None
    return Parsed(Sense(rule=f"time.{unit.name}", unit=unit.name, shift=shift or 0), end)


def _shift_after(scan: Scan, at: int) -> tuple[int | None, int]:
    """Gives the shift of «الماضي», «قبل الماضي», «بعد المقبل», «التالي»; None when none is said."""
    words, plain = time_words(), plain_words()
    twice = match_phrase(plain.two_away, scan.keys, at)
    if twice:
        return 2, twice[1]
    if scan.key(at) == "قبل" and words.shifts.get(scan.key(at + 1)) == -1:
        return -2, at + 2
    shift = words.shifts.get(scan.key(at))
    shift = plain.shifts.get(scan.key(at)) if shift is None else shift
    return (None, at) if shift is None else (shift, at + 1)


def read_shift(scan: Scan, at: int, sense: Sense) -> Parsed | None:
    """Reads «الماضي» after a weekday, a month, a season or a holiday."""
    open_ = sense.shift is None and sense.year is None and sense.offset is None
    if not open_ or (sense.weekday is None and sense.month is None):
        return None
    shift, end = _shift_after(scan, at)
    return None if shift is None else Parsed(Sense(shift=shift), end)


def read_span(scan: Scan, at: int, _: Sense) -> Parsed | None:
    """Reads «الأيام الثلاثة القادمة», «3 أيام القادمة», «آخر 3 سنوات», «خلال أسبوعين»."""
    known = read_unit(scan, at)
    if known and known.sense.spread:
        unit, spread = known.sense.unit or "", known.sense.spread
        return _spanned(((unit, abs(spread)),), 1 if spread > 0 else -1, known.end)
    if plain_words().first_words.get(scan.key(at)) == -1:
        length = read_length(scan, at + 1)
        return length and _spanned(length[0].counts, -1, length[1])
    if scan.key(at) in time_words().during:
        length = read_length(scan, at + 1)
        return length and _spanned(length[0].counts, 1, length[1])
    return _shifted_length(scan, at)


def _shifted_length(scan: Scan, at: int) -> Parsed | None:
    length = read_length(scan, at)
    counts, end = (length[0].counts, length[1]) if length else ((), at)
    if length is None:
        counted = read_number_at(scan, at) if scan.key(at).startswith("ال") else None
        here = counted[1] if counted else at
        unit = length_unit(scan.key(here))
        if unit is None or not (counted or unit.definite) or unit.name in _PERIODS - {"decade"}:
            return None
        counts, end = ((unit.name, counted[0] if counted else unit.number),), here + 1
    shift, end = _shift_after(scan, end)
    return _spanned(counts, shift, end) if shift else None


def _spanned(counts: tuple[tuple[str, float | int], ...], sign: int, end: int) -> Parsed:
    if counts[0][0] == "decade":
        parsed = _decades(sign, int(counts[0][1]), end)
        if parsed:
            return parsed
    return Parsed(Sense(rule="time.span", length=counts, spread=sign), end)


def _decades(sign: int, count: int, end: int) -> Parsed | None:
    return Parsed(Sense(rule="time.decade", of="decade", nth=sign * count), end)


def read_around(scan: Scan, at: int, sense: Sense) -> Parsed | None:
    """Reads «قبل شهر», «بعد عامين و21 يوما من الآن», «من أسبوع», «في 5 دقائق»."""
    word = scan.key(at)
    sign = time_words().around.get(word)
    length = read_length(scan, at + (sign is not None))
    if length is None:
        return None
    counts, end = length[0].counts, length[1]
    from_now = (
        match_phrase(plain_words().now, scan.keys, end + 1) if scan.key(end) == "من" else None
    )
    end = from_now[1] if from_now else end
    if sign is None and scan.key(at - 1) == "من" and not from_now and sense == Sense():
        sign = -1
    if sign is None and scan.key(at - 1) == "في" and counts[0][0] in _FINE:
        sign = 1
    if sign is None and not from_now:
        return None
    rule = "time.in" if sign == 1 else "time.ago"
    return Parsed(Sense(rule=rule, length=counts, amount=sign or 0), end)


def read_part_of_year(scan: Scan, at: int, _: Sense) -> Parsed | None:
    """Reads «الربع الثالث 2016», «النصف الأول من هذا العام»."""
    months = time_words().shares.get(scan.key(at))
    ordinal = read_ordinal(scan.keys, at + 1) if months else None
    if months is None or ordinal is None or ordinal[0] > 12 // months:
        return None
    return Parsed(Sense(rule="time.share", of=f"{months} months", nth=ordinal[0]), ordinal[1])


def read_season(scan: Scan, at: int, _: Sense) -> Parsed | None:
    """Reads «هذا الصيف», «الربيع القادم», «الصيف 2016»."""
    start = at + (scan.key(at) in time_words().this)
    season = time_words().seasons.get(scan.key(start).removeprefix("ال"))
    if season is None or match_phrase(time_words().months, scan.keys, start):
        return None
    shift, end = _shift_after(scan, start + 1) if start == at else (0, start + 1)
    return Parsed(Sense(rule="time.season", season=season, shift=shift), end)


def read_decade(scan: Scan, at: int, _: Sense) -> Parsed | None:
    """Reads «السبعينيات», «تسعينيات القرن الماضي»."""
    tens = time_words().decades.get(scan.key(at))
    if tens is None:
        return None
    century = time_words().units.get(scan.key(at + 1))
    past = century and century.name == "century" and time_words().shifts.get(scan.key(at + 2)) == -1
    if past:
        return Parsed(Sense(rule="time.decade", year=1900 + tens, of="decade"), at + 3)
    return Parsed(Sense(rule="time.decade", nth=tens, of="tens"), at + 1)


def read_qualifier(scan: Scan, at: int, sense: Sense) -> Parsed | None:
    """Reads «نهاية», «مطلع», «وقت لاحق من» before a period."""
    later = match_phrase(plain_words().later, scan.keys, at)
    if later and sense.qualifier is None:
        return Parsed(Sense(rule="time.part", qualifier=later[0]), later[1])
    qualifier = time_words().qualifiers.get(scan.key(at))
    alone = qualifier is None or sense.qualifier is not None
    return None if alone else Parsed(Sense(rule="time.part", qualifier=qualifier), at + 1)


def read_rest(scan: Scan, at: int, _: Sense) -> Parsed | None:
    """Reads «بقية الأسبوع»: from now to its end."""
    found = match_phrase(plain_words().rest, scan.keys, at)
    unit = read_period(scan, found[1], Sense()) if found else None
    return unit and Parsed(unit.sense._replace(rule="time.rest", of="rest"), unit.end)
