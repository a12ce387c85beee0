"""Places inside a period: «الأسبوع الأول من أكتوبر», «آخر اثنين من الشهر», «الربع الثالث»."""

from calendar import monthrange
from datetime import date, timedelta

from musnad.stages.read_language.times_sense import Placed, Sense


def bounds(value: str) -> tuple[date, date]:
    """Gives the first and last day of a day, week, month, year or interval in ISO 8601."""
    if "/" in value:
        first, last = value.split("/")
        return bounds(first)[0], bounds(last)[1]
    if "-W" in value:
        monday = date.fromisocalendar(int(value[:4]), int(value[6:]), 1)
        return monday, monday + timedelta(6)
    if len(value) == len("2031"):
        return date(int(value), 1, 1), date(int(value), 12, 31)
    if len(value) == len("2031-05"):
        year, month = int(value[:4]), int(value[5:])
        return date(year, month, 1), date(year, month, monthrange(year, month)[1])
    return date.fromisoformat(value), date.fromisoformat(value)


def put_nth(sense: Sense, first: date, last: date) -> Placed:
    """Gives the day, weekday, week or share by its place in a period; the last one is −1."""
    rank = sense.nth or 1
    if sense.of == "day":
        return _inside(first + timedelta(rank - 1) if rank > 0 else last, first, last)
    if sense.of == "weekday":
        ahead = ((sense.weekday or 0) - first.weekday()) % 7
        back = (last.weekday() - (sense.weekday or 0)) % 7
        day = first + timedelta(ahead + 7 * (rank - 1)) if rank > 0 else last - timedelta(back)
        return _inside(day, first, last)
    if sense.of == "week":
        return _nth_week(rank, first, last)
    months = int((sense.of or "3").split()[0])
    start = (rank - 1) * months + 1
    return Placed(
        f"{first.year:04d}-{start:02d}/{first.year:04d}-{start + months - 1:02d}",
        "interval",
        "published",
    )


def _inside(day: date, first: date, last: date) -> Placed:
    if first <= day <= last:
        return Placed(day.isoformat(), "day", "published")
    return Placed(None, None, None, "unresolved", "no such date in the calendar")


def _nth_week(rank: int, first: date, last: date) -> Placed:
    """Puts a week of a year by ISO 8601, of a month by its Mondays, the last one whole."""
    if (last - first).days > 31:
        weeks = date(first.year, 12, 28).isocalendar().week
        return Placed(f"{first.year:04d}-W{rank if rank > 0 else weeks:02d}", "week", "published")
    monday = first + timedelta((-first.weekday()) % 7)
    if rank < 0:
        sunday = last - timedelta((last.weekday() - 6) % 7)
        monday = sunday - timedelta(6)
    year, week, _ = (monday + timedelta(7 * (max(rank, 1) - 1))).isocalendar()
    return Placed(f"{year:04d}-W{week:02d}", "week", "published")
