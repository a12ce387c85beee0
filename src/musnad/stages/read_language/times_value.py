"""Senses put on the calendar: an ISO 8601 value, or the reason why there is none."""

from calendar import monthrange
from datetime import date, timedelta
from typing import NamedTuple

from hijridate import Hijri

from musnad.model.records import Anchor
from musnad.stages.read_language.times_sense import Placed, Sense
from musnad.stages.read_language.times_within import bounds, put_nth

NO_DATE = "the article has no publication date"
_LIST_STEP = 45
_FRIDAY = 4
_WINTER_TOLD = 4
"""The last month in which «هذا الشتاء» is the winter that began the year before."""
MISMATCH = "weekday and date disagree"
OTHER_WEEKDAY = "the weekday is not that of the day word; the weekday was taken"
_OTHER_DAY = "the date is not that of the day word and the publication"


class Anchors(NamedTuple):
    """What a time is counted from: the publication, the day spoken of, and the tense."""

    published: date | None
    told: date | None
    future: bool
    quoted: bool


def _unresolved(reason: str) -> Placed:
    return Placed(None, None, None, "unresolved", reason)


def place(sense: Sense, anchors: Anchors) -> Placed:
    """Gives the value of a sense."""
    if sense.vague:
        return _unresolved(sense.vague)
    try:
        placed = _place_until(sense, anchors) if sense.until else _place_one(sense, anchors)
    except (ValueError, OverflowError):
        return _unresolved("no such date in the calendar")
    return _with_clock(sense, anchors, placed) if sense.clock else placed


def _place_until(sense: Sense, anchors: Anchors) -> Placed:
    last = sense.until
    if last is None:
        return _unresolved("no end")
    end = _place_one(last, anchors)
    year = int(end.value[:4]) if end.value and sense.day else sense.year
    start = _place_one(sense._replace(until=None, year=year), anchors)
    if not (start.value and end.value):
        return start if start.value is None else end
    return Placed(f"{start.value}/{end.value}", "interval", end.anchor, end.status, end.reason)


def _place_one(sense: Sense, anchors: Anchors) -> Placed:
    if sense.nth is not None:
        return _inside(sense, anchors)
    if sense.hijri or sense.season or sense.month is not None:
        return _named(sense, anchors)
    if sense.year is not None:
        return Placed(f"{sense.year:04d}", "year", "explicit")
    if anchors.published is None:
        return _unresolved(NO_DATE) if sense.clock is None or sense.names_day else _no_day(None)
    return _from_published(sense, anchors, anchors.published)


def _named(sense: Sense, anchors: Anchors) -> Placed:
    if sense.hijri:
        return _hijri(sense, anchors)
    if sense.season:
        return _season(sense, anchors)
    return _month(sense, anchors) if sense.day is None else _full_date(sense, anchors)


def _inside(sense: Sense, anchors: Anchors) -> Placed:
    """Puts «الأسبوع الأول من أكتوبر» inside its month or year."""
    whole = _place_one(sense._replace(nth=None, of=None, weekday=None), anchors)
    if whole.value is None:
        return whole
    return put_nth(sense, *bounds(whole.value))._replace(anchor=whole.anchor)


def _no_day(published: date | None) -> Placed:
    return _unresolved("the day is not said" if published else NO_DATE)


def _from_published(sense: Sense, anchors: Anchors, published: date) -> Placed:
    if sense.weekday is not None:
        return _weekday(sense, anchors, published)
    if sense.offset is not None:
        return _day_word(sense.offset, anchors, published)
    if sense.unit and (sense.amount or sense.spread):
        return _around(sense, anchors, published) if sense.amount else _span(sense, published)
    if sense.day is not None:
        first = _add_months(published, sense.shift or 0)
        return _day(first.replace(day=sense.day))
    if sense.unit and sense.shift is not None:
        weekend = sense.of == "weekend"
        away = _shifted(sense.unit, sense.shift, published)
        return _weekend(anchors, published) if weekend else away
    return _no_day(published)


def _day_word(offset: int, anchors: Anchors, published: date) -> Placed:
    if anchors.quoted and offset == 0:
        reason = "in a quotation: the day of speaking, or nowadays"
        return Placed(None, None, "said", "ambiguous", reason)
    return _day(published + timedelta(offset))


def _day(day: date, anchor: Anchor = "published") -> Placed:
    return Placed(day.isoformat(), "day", anchor)


def _weekday(sense: Sense, anchors: Anchors, published: date) -> Placed:
    back = (published.weekday() - (sense.weekday or 0)) % 7
    before = published - timedelta(back)
    if sense.offset is not None:
        return _weekday_of_day_word(sense, published, sense.offset)
    if sense.unit == "week" and sense.shift is not None:
        monday = published - timedelta(published.weekday()) + timedelta(7 * sense.shift)
        return _day(monday + timedelta(sense.weekday or 0))
    if sense.shift is not None and sense.shift < 0:
        return _day((before if back else before - timedelta(7)) - timedelta(7 * (-1 - sense.shift)))
    if sense.shift == 1:
        return _day(before + timedelta(7))
    if sense.shift is None and anchors.future:
        return _day(before if back == 0 else before + timedelta(7))
    return _day(before)


def _weekday_of_day_word(sense: Sense, published: date, offset: int) -> Placed:
    day = published + timedelta(offset)
    ahead = ((sense.weekday or 0) - day.weekday()) % 7
    if ahead == 0:
        return _day(day)
    choices = [day + timedelta(ahead), day + timedelta(ahead - 7)]
    past = [choice for choice in choices if offset > 0 or choice <= published]
    nearest = min(past, key=lambda choice: abs((choice - day).days))
    return Placed(nearest.isoformat(), "day", "published", "ambiguous", OTHER_WEEKDAY)


def _full_date(sense: Sense, anchors: Anchors) -> Placed:
    year = sense.year
    anchor: Anchor = "explicit"
    if year is None:
        if anchors.published is None:
            return _unresolved(NO_DATE)
        year, anchor = _year_of(sense, anchors, anchors.published), "published"
    day = date(year, sense.month or 1, sense.day or 1)
    if sense.weekday is not None and day.weekday() != sense.weekday:
        return Placed(day.isoformat(), "day", anchor, "ambiguous", MISMATCH)
    if sense.offset is None or anchors.published is None:
        return _day(day, anchor)
    if day == anchors.published + timedelta(sense.offset):
        return _day(day, anchor)
    return Placed(day.isoformat(), "day", anchor, "ambiguous", _OTHER_DAY)


def _year_of(sense: Sense, anchors: Anchors, published: date) -> int:
    """Gives the year that a date without one is in."""
    month, day = sense.month or 1, sense.day or 1
    if sense.unit == "year" and sense.shift is not None:
        return published.year + sense.shift
    same = (month, day) if sense.day else (month, published.day)
    today = (published.month, published.day)
    if sense.shift is not None:
        if sense.shift < 0:
            return published.year - (same >= today) + (sense.shift + 1)
        return published.year + (sense.shift > 0 and same <= today)
    if anchors.future and _is_near(same, published):
        return published.year + (same < today)
    if sense.weekday is not None and sense.day:
        return _year_by_weekday(sense, published)
    told = _year_beside(month, day, anchors) if sense.day else None
    return told or _nearest_year(month, day if sense.day else 15, published)


def _year_beside(month: int, day: int, anchors: Anchors) -> int | None:
    """Gives the year that puts a date within weeks after the day told before, in a programme."""
    told, published = anchors.told, anchors.published
    if told is None or published is None or told <= published:
        return None
    for year in (told.year, told.year + 1):
        there = date(year, month, min(day, monthrange(year, month)[1]))
        if 0 < (there - told).days <= _LIST_STEP:
            return year
    return None


def _is_near(month_day: tuple[int, int], published: date) -> bool:
    """Says whether the next such date is not most of a year away (then it was told late)."""
    months = (month_day[0] - published.month) % 12
    return months < 10 and not (months == 0 and month_day[1] < published.day)


def _year_by_weekday(sense: Sense, published: date) -> int:
    days = {
        year: date(year, sense.month or 1, min(sense.day or 1, 28))
        + timedelta(max((sense.day or 1) - 28, 0))
        for year in (published.year, published.year - 1, published.year + 1)
    }
    right = [year for year, day in days.items() if day.weekday() == sense.weekday]
    return min(right or days, key=lambda year: abs((days[year] - published).days))


def _nearest_year(month: int, day: int, published: date) -> int:
    def distance(year: int) -> int:
        last = monthrange(year, month)[1]
        away = (date(year, month, min(day, last)) - published).days
        return away * 3 if away > 0 else -away

    years = (published.year, published.year - 1, published.year + 1)
    return min(years, key=distance)


def _month(sense: Sense, anchors: Anchors) -> Placed:
    if sense.year is not None:
        return Placed(f"{sense.year:04d}-{sense.month:02d}", "month", "explicit")
    if anchors.published is None:
        return _unresolved(NO_DATE)
    published = anchors.published
    if sense.shift == 0 and sense.unit is None and sense.month != published.month:
        year = _nearest_year(sense.month or 1, 15, published)
    elif sense.shift is None and sense.month == published.month:
        year = published.year
    elif sense.unit == "year" and sense.shift is not None:
        year = published.year + sense.shift
    elif sense.shift is None and not anchors.future:
        year = _nearest_year(sense.month or 1, 15, published)
    else:
        year = _year_of(sense, anchors, published)
    return Placed(f"{year:04d}-{sense.month:02d}", "month", "published")


def _weekend(anchors: Anchors, published: date) -> Placed:
    """Gives the week that ends: this one when it is to come or here, else the one before."""
    here = anchors.future or published.weekday() >= _FRIDAY
    return _week(published if here else published - timedelta(7))


def _shifted(unit: str, shift: int, published: date) -> Placed:
    if unit == "week":
        return _week(published + timedelta(7 * shift))
    if unit == "month":
        first = _add_months(published, shift)
        return Placed(first.isoformat()[:7], "month", "published")
    return Placed(f"{published.year + shift:04d}", "year", "published")


def _week(day: date) -> Placed:
    year, week, _ = day.isocalendar()
    return Placed(f"{year:04d}-W{week:02d}", "week", "published")


def _add_months(day: date, count: int) -> date:
    """Gives the first day of the month that is `count` months away."""
    months = day.year * 12 + day.month - 1 + count
    return date(months // 12, months % 12 + 1, 1)


def _around(sense: Sense, anchors: Anchors, published: date) -> Placed:
    amount = sense.amount or 0
    if amount > 0 and not anchors.future:
        return _unresolved("counted from a time that is not said")
    if sense.unit == "day":
        return _day(published + timedelta(amount))
    if sense.unit == "week":
        return _week(published + timedelta(7 * amount))
    if sense.unit == "half-month":
        return _half_months(amount, published)
    if sense.unit == "month":
        return Placed(_add_months(published, amount).isoformat()[:7], "month", "published")
    return Placed(f"{published.year + amount:04d}", "year", "published")


def _half_months(count: int, published: date) -> Placed:
    """Gives the month of «قبل شهر ونصف»; half a month is 15 days."""
    whole, half = divmod(abs(count), 2)
    sign = 1 if count > 0 else -1
    first = _add_months(published, sign * whole)
    day = first.replace(day=min(published.day, monthrange(first.year, first.month)[1]))
    return Placed((day + timedelta(sign * 15 * half)).isoformat()[:7], "month", "published")


def _span(sense: Sense, published: date) -> Placed:
    spread = sense.spread or 0
    unit = sense.unit
    if unit == "hour":
        if spread % 24:
            return _unresolved("too fine for a day")
        unit, spread = "day", spread // 24
    if unit in {"day", "week"}:
        away = published + timedelta(spread * (7 if unit == "week" else 1))
        ends = sorted((published.isoformat(), away.isoformat()))
    elif unit == "month":
        ends = sorted(day.isoformat()[:7] for day in (published, _add_months(published, spread)))
    elif unit in {"year", "decade"}:
        years = published.year + spread * (10 if unit == "decade" else 1)
        ends = sorted((f"{published.year:04d}", f"{years:04d}"))
    else:
        return _unresolved("too fine for a day")
    return Placed("/".join(ends), "interval", "published")


def _season(sense: Sense, anchors: Anchors) -> Placed:
    season = sense.season
    if season is None or (sense.year is None and anchors.published is None):
        return _unresolved(NO_DATE)
    year, anchor = sense.year, "explicit"
    if year is None and anchors.published:
        here = anchors.published
        of_year = sense.unit == "year"
        year = _season_year(season.first, season.last, sense.shift or 0, here)
        year, anchor = (here.year + (sense.shift or 0) if of_year else year), "published"
    year = year or 1
    end_year = year + (season.last < season.first)
    last_day = monthrange(end_year, season.last)[1]
    value = f"{year:04d}-{season.first:02d}-01/{end_year:04d}-{season.last:02d}-{last_day:02d}"
    return Placed(value, "interval", "published" if anchor == "published" else "explicit")


def _season_year(first: int, last: int, shift: int, published: date) -> int:
    """Gives the year in which the season begins; winter is of the year of its December."""
    over_the_year = last < first
    if shift > 0:
        return published.year + (published.month >= first)
    begun = published.month >= first or (over_the_year and published.month <= _WINTER_TOLD)
    running = published.year - (over_the_year and published.month <= _WINTER_TOLD)
    if shift == 0:
        return running if begun else published.year
    ended = published.month > last > first
    if over_the_year and published.month <= last:
        return published.year - 2
    return published.year - (0 if ended else 1)


def _hijri(sense: Sense, anchors: Anchors) -> Placed:
    year, anchor = sense.year, "explicit"
    if year is None:
        if anchors.published is None:
            return _unresolved(NO_DATE)
        year, anchor = _hijri_year(sense, anchors.published), "published"
    month = sense.month or 1
    first = Hijri(year, month, sense.day or 1)
    start = _common(first)
    reliable: Anchor = "published" if anchor == "published" else "explicit"
    if sense.day:
        return _day(start, reliable)
    last_month = sense.month or 12
    end = _common(Hijri(year, last_month, Hijri(year, last_month, 1).month_length()))
    return Placed(f"{start.isoformat()}/{end.isoformat()}", "interval", reliable)


def _common(day: Hijri) -> date:
    return date(*day.to_gregorian().datetuple())


def _hijri_year(sense: Sense, published: date) -> int:
    """Gives the Hijri year of a month without one: by «الماضي» or «المقبل», else the nearest."""
    about = published.year - 579
    starts = {
        year: _common(Hijri(year, sense.month or 1, sense.day or 1))
        for year in range(about - 2, about + 3)
    }
    if sense.shift == -1:
        return max(year for year, start in starts.items() if start < published)
    if sense.shift == 1:
        return min(year for year, start in starts.items() if start > published)
    return min(starts, key=lambda year: abs((starts[year] - published).days))


def _with_clock(sense: Sense, anchors: Anchors, placed: Placed) -> Placed:
    hour, minute = sense.clock or (0, 0)
    time = f"T{hour + minute // 60:02d}:{minute % 60:02d}"
    if placed.value and placed.precision == "day":
        return placed._replace(value=placed.value + time, precision="minute")
    if sense.names_day or placed.value:
        return placed
    if anchors.told is None or sense.rule != "time.clock":
        return placed
    reason = "on the day told before"
    return Placed(anchors.told.isoformat() + time, "minute", "text", "ambiguous", reason)
