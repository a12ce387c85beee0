"""Senses of phrases read alone, put on the calendar and the clock, counted from one moment."""

from calendar import monthrange
from datetime import date, datetime, timedelta

from hijridate import Hijri

from musnad.stages.read_language.times_holidays import holiday_after
from musnad.stages.read_language.times_sense import Placed, Sense
from musnad.stages.read_language.times_within import bounds, put_nth

_DAYS = {"day": 1, "week": 7}
_MONTHS = {"month": 1, "year": 12, "decade": 120, "century": 1200}
_SECONDS = {"hour": 3600, "minute": 60, "second": 1}


def put(sense: Sense, now: datetime, future: bool) -> Placed:
    """Gives the value of a sense, or the reason why the calendar has none."""
    try:
        placed = _range(sense, now, future) if sense.until else _one(sense, now, future)
    except (ValueError, OverflowError):
        return _open("no such date in the calendar")
    return placed


def _open(reason: str) -> Placed:
    return Placed(None, None, None, "unresolved", reason)


def _range(sense: Sense, now: datetime, future: bool) -> Placed:
    last = (sense.until or sense)._replace(half_day=None)
    start = _one(sense._replace(until=None, half_day=None), now, future)
    end = _one(last, now, future)
    if start.value is None or end.value is None:
        return start if start.value is None else end
    if start.value > end.value and last.weekday is not None and last.day is None:
        start = _one(sense._replace(until=None, shift=-1), now, future)
    return Placed(f"{start.value}/{end.value}", "interval", "published")


def _one(sense: Sense, now: datetime, future: bool) -> Placed:
    if sense.length is not None:
        return _counted(sense, now)
    placed = _calendar(sense, now, future)
    if sense.clock is None:
        return placed
    day = date.fromisoformat(placed.value) if placed.precision == "day" and placed.value else None
    if placed.value and day is None:
        return _open("an hour of more than one day")
    return _at_clock(sense, day, now)


def _at_clock(sense: Sense, day: date | None, now: datetime) -> Placed:
    hour, minute = sense.clock or (0, 0)
    at = datetime.combine(day or now.date(), datetime.min.time())
    at = at.replace(hour=hour, minute=minute, second=sense.second or 0)
    if sense.half_day and day is None and at < now <= at + timedelta(hours=12) and hour < 12:
        at += timedelta(hours=12)
    return _moment(at, sense.second is not None)


def _moment(at: datetime, seconds: bool = False) -> Placed:
    return Placed(at.isoformat(timespec="seconds" if seconds else "minutes"), "minute", "published")


def _counted(sense: Sense, now: datetime) -> Placed:
    """Puts what is counted from now: a moment, or the span that ends or begins now."""
    sign = sense.amount or sense.spread or -1
    counts = sense.length or ()
    away = _moved(now, counts, sign)
    fine = any(unit in _SECONDS for unit, _ in counts) or not counts
    if sense.spread is None:
        return _moment(away) if fine else _day(away.date())
    if fine:
        ends = sorted((now, away))
        return Placed("/".join(end.isoformat(timespec="minutes") for end in ends), "interval", None)
    if sign > 0:
        first, last = (now + timedelta(1)).date(), away.date()
    else:
        first, last = away.date(), now.date() - timedelta(1)
    return Placed(f"{first}/{last}", "interval", "published")


def _moved(now: datetime, counts: tuple[tuple[str, float | int], ...], sign: int) -> datetime:
    for unit, count in counts:
        if unit in _MONTHS:
            now = _months_later(now, int(sign * count * _MONTHS[unit]))
        else:
            seconds = _SECONDS.get(unit) or 86_400 * _DAYS[unit]
            now += timedelta(seconds=sign * count * seconds)
    return now


def _months_later(now: datetime, count: int) -> datetime:
    first = _month_away(now.date(), count)
    last_day = monthrange(first.year, first.month)[1]
    return now.replace(year=first.year, month=first.month, day=min(now.day, last_day))


def _day(day: date) -> Placed:
    return Placed(day.isoformat(), "day", "published")


def _calendar(sense: Sense, now: datetime, future: bool) -> Placed:
    """Puts the day or the period."""
    today = now.date()
    if sense.of is not None:
        return _within(sense, today, future)
    if sense.offset is not None and sense.month is None:
        return _day(today + timedelta(sense.offset))
    if sense.weekday is not None and sense.day is None and sense.month is None:
        return _weekday(sense, now)
    if sense.day is not None or sense.holiday is not None:
        return _date(sense, today, future)
    if sense.part is not None and sense.month is None and sense.unit is None:
        return _day(today)
    return _period(sense, today, future)


def _holiday(sense: Sense, today: date) -> Placed:
    year = sense.year
    if year is None and sense.unit == "year" and sense.shift is not None:
        year = today.year + sense.shift
    day = holiday_after(sense.holiday or 0, year, today)
    return _day(day) if day else _open("no such date in the calendar")


def _weekday(sense: Sense, now: datetime) -> Placed:
    """Puts a weekday after now; today only with an hour that is still to come."""
    weekday, today = sense.weekday or 0, now.date()
    if sense.unit == "week":
        monday = today - timedelta(today.weekday()) + timedelta(7 * (sense.shift or 0))
        return _day(monday + timedelta(weekday))
    ahead = (weekday - today.weekday()) % 7
    if sense.shift is not None and sense.shift < 0:
        return _day(today + timedelta(ahead - 7 - 7 * (-1 - sense.shift)))
    if sense.shift == 0:
        return _day(today + timedelta(ahead))
    if ahead == 0 and sense.shift is None and sense.clock and sense.clock > (now.hour, now.minute):
        return _day(today)
    return _day(today + timedelta((ahead or 7) + (7 if sense.shift == 2 else 0)))


def _date(sense: Sense, today: date, future: bool) -> Placed:
    day = sense.day or 1
    if sense.holiday is not None:
        return _holiday(sense, today)
    if sense.hijri:
        return _hijri(sense, today)
    if sense.month is None:
        return _day_alone(sense, today, future)
    year = _year(sense, today, (sense.month, day), future)
    return _day(date(year, sense.month, day))


def _year(sense: Sense, today: date, month_day: tuple[int, int], future: bool) -> int:
    """Gives the year: as said, or this one, or the next when the date is over and to come."""
    if sense.year is not None:
        return sense.year
    if sense.unit == "year" and sense.shift is not None:
        return today.year + sense.shift
    here = (today.month, today.day) if sense.day else (today.month, 1)
    if sense.shift == -1:
        return today.year - (month_day >= here)
    if sense.shift == 1:
        return today.year + (month_day <= here)
    if sense.weekday is not None and sense.day:
        years = (today.year, today.year + 1, today.year - 1)
        fits = [y for y in years if date(y, *month_day).weekday() == sense.weekday]
        return (fits or [today.year])[0]
    return today.year + (future and month_day < here)


def _day_alone(sense: Sense, today: date, future: bool) -> Placed:
    """Puts a day without its month: by its weekday, by the month said, else in this month."""
    day = sense.day or 1
    if sense.unit == "month" and sense.shift is not None:
        return _day(_month_away(today, sense.shift).replace(day=day))
    months = [_month_away(today, away) for away in (0, 1, -1, 2, -2)]
    if sense.weekday is not None:
        days = [m.replace(day=day) for m in months if day <= monthrange(m.year, m.month)[1]]
        fits = [one for one in days if one.weekday() == sense.weekday]
        return _day(fits[0]) if fits else _open("weekday and date disagree")
    return _day(months[1 if future and day < today.day else 0].replace(day=day))


def _month_away(today: date, count: int) -> date:
    months = today.year * 12 + today.month - 1 + count
    return date(months // 12, months % 12 + 1, 1)


def _period(sense: Sense, today: date, future: bool) -> Placed:
    """Puts a month, a year, a season or a week."""
    if sense.season is not None:
        return _season(sense, today)
    if sense.hijri:
        return _hijri(sense, today)
    if sense.month is not None:
        year = _year(sense, today, (sense.month, 1), future)
        return Placed(f"{year:04d}-{sense.month:02d}", "month", "published")
    if sense.year is not None:
        return Placed(f"{sense.year:04d}", "year", "explicit")
    if sense.unit is None:
        return _open("the day is not said")
    return _unit_away(sense.unit, sense.shift or 0, today)


def _unit_away(unit: str, shift: int, today: date) -> Placed:
    if unit == "week":
        year, week, _ = (today + timedelta(7 * shift)).isocalendar()
        return Placed(f"{year:04d}-W{week:02d}", "week", "published")
    if unit == "month":
        return Placed(_month_away(today, shift).isoformat()[:7], "month", "published")
    return Placed(f"{today.year + shift:04d}", "year", "published")


def _hijri(sense: Sense, today: date) -> Placed:
    year = sense.year
    if year is None:
        tries = range(today.year - 581, today.year - 576)
        starts = {one: _common(one, sense.month or 1, sense.day or 1) for one in tries}
        year = min(starts, key=lambda one: abs((starts[one] - today).days))
    if not 1343 <= year <= 1500:
        return _open("no Hijri year that can be put on the calendar")
    start = _common(year, sense.month or 1, sense.day or 1)
    if sense.day:
        return _day(start)
    last = sense.month or 12
    end = _common(year, last, Hijri(year, last, 1).month_length())
    return Placed(f"{start}/{end}", "interval", "published")


def _common(year: int, month: int, day: int) -> date:
    return date(*Hijri(year, month, day).to_gregorian().datetuple())


def _within(sense: Sense, today: date, future: bool) -> Placed:
    """Puts what has a place inside a longer period."""
    if sense.of == "rest":
        period = _period(sense._replace(of=None), today, future)
        return Placed(f"{today}/{bounds(period.value or '')[1]}", "interval", "published")
    if sense.of in {"tens", "decade"}:
        return _decades(sense, today)
    if sense.of == "week-of":
        day = _date(sense._replace(of=None), today, future)
        year, week, _ = date.fromisoformat(day.value or "").isocalendar()
        return Placed(f"{year:04d}-W{week:02d}", "week", "published")
    whole = sense._replace(of=None, nth=None, weekday=None)
    if whole.month is None and whole.unit is None and whole.year is None:
        whole = whole._replace(unit="month", shift=0)
    period = _period(whole, today, future)
    first, last = bounds(period.value or "")
    return put_nth(sense, first, last)


def _decades(sense: Sense, today: date) -> Placed:
    if sense.of == "tens":
        centuries = (
            today.year // 100 * 100 + (sense.nth or 0),
            today.year // 100 * 100 - 100 + (sense.nth or 0),
        )
        start = next(year for year in centuries if year <= today.year)
        return Placed(f"{start:04d}/{start + 9:04d}", "interval", "published")
    if sense.year is not None:
        return Placed(f"{sense.year:04d}/{sense.year + 9:04d}", "interval", "explicit")
    now, count = today.year // 10 * 10, sense.nth or 0
    first, last = (now + 10, now + 10 * count + 9) if count > 0 else (now + 10 * count, now - 1)
    return Placed(f"{first:04d}/{last:04d}", "interval", "published")


def _season(sense: Sense, today: date) -> Placed:
    season = sense.season
    year = sense.year if sense.year is not None else today.year + (sense.shift or 0)
    if season is None:
        return _open("the day is not said")
    if sense.year is None and sense.shift == 1 and season.first > today.month:
        year = today.year
    if sense.year is None and sense.shift == -1 and season.last < today.month:
        year = today.year
    end_year = year + (season.last < season.first)
    last = monthrange(end_year, season.last)[1]
    value = f"{year:04d}-{season.first:02d}-01/{end_year:04d}-{season.last:02d}-{last:02d}"
    return Placed(value, "interval", "published")
