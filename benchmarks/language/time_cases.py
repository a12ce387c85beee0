"""Date and duration cases of two recognisers (MIT, BSD), all counted, beside dateparser."""

import json
import re
import tomllib
import unicodedata
from collections.abc import Callable, Iterator
from datetime import date, datetime, timedelta
from functools import partial
from pathlib import Path
from typing import Any, NamedTuple

import dateparser.search

from language import Row, Table
from musnad.stages.read_language.times_plain import Expression, read_times
from musnad.stages.read_language.times_within import bounds

RECOGNIZERS = "data/dates_numbers/recognizers/DateTime/Arabic"
FILES = ("DateTimeModel", "DateParser", "DatePeriodParser", "DurationParser")
DUCKLING = "data/dates_numbers/duckling_ar_examples.tsv"
DUCKLING_NOW = datetime(2013, 2, 12, 4, 30)
DUCKLING_ZONE = timedelta(hours=-2)
IMPOSSIBLE = "0001-01-01"
SECOND, MINUTE, DAY = timedelta(seconds=1), timedelta(minutes=1), timedelta(days=1)
PARTS = {
    "MO": {"morning"}, "AF": {"afternoon", "noon"}, "EV": {"evening", "night"},
    "NI": {"night", "evening"},
}  # fmt: skip
FLOOR = "date cases"
FAULTS = Path(__file__).with_name("time_faults.toml")
QUALIFIERS = {"start": "start", "mid": "middle", "end": "end"}
SEASONS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}


class Span(NamedTuple):
    """A stretch of time: its start, the start of the last unit said, its end (not in it)."""

    start: datetime
    last: datetime
    end: datetime
    precision: str


class Wanted(NamedTuple):
    """One result that a case asks for: the words, and the test that an expression must pass."""

    text: str
    test: Callable[[Expression], bool]
    days: frozenset[date]


class Case(NamedTuple):
    """A phrase, the moment it is said, and what must be found in it."""

    text: str
    now: datetime
    wanted: tuple[Wanted, ...]
    told: str


class Judged(NamedTuple):
    """A case, and whether we and whether dateparser have it right."""

    case: Case
    ours: bool
    peer: bool


def measure(shared: Path) -> Table:
    """Gives the share of cases with every result right, for each set, and lists the others."""
    rows, notes, judged = [], [], []
    for name, cases in sets(shared):
        told = [Judged(case, passes(case), passes_dateparser(case)) for case in cases]
        rows.append(row(f"{name} ({len(told)})", told))
        notes += [note(name, at, one.case) for at, one in enumerate(told, 1) if not one.ours]
        judged += told
    total = row(f"all cases ({len(judged)})", judged)
    return Table("Date and duration cases", ABOUT, [*rows, total._replace(floor=FLOOR)], notes)


def row(what: str, judged: list[Judged]) -> Row:
    """Gives the line of a set."""
    ours = sum(one.ours for one in judged) / len(judged)
    peer = sum(one.peer for one in judged) / len(judged)
    return Row(what, ours, (("dateparser", peer),))


ABOUT = (
    "all cases count, the faulty ones too; a case is right when for each result one expression"
    " over the same words gives the expected day, span, hour, length or recurrence, and where"
    " nothing is expected nothing is read; where a past and a future value are listed, either;"
    " the end of a span is its last unit as said or what follows it; of a part («أوائل آذار») the"
    " period and the part are compared, because everyone sets the bounds of parts differently;"
    " where a file gives no value the words alone are compared; dateparser is search_dates, a"
    " result of which counts when its day is the expected day or the start of the span"
)


def sets(shared: Path) -> Iterator[tuple[str, list[Case]]]:
    """Gives the cases of each file."""
    for name in FILES:
        text = (shared / RECOGNIZERS / f"{name}.json").read_text("utf-8-sig")
        yield name, [recognizer_case(row) for row in json.loads(text)]
    rows = [line.split("\t") for line in (shared / DUCKLING).read_text("utf-8").splitlines()]
    chosen = [row for row in rows if row[0] in {"Time", "Duration"}]
    yield "Duckling time and duration", [duckling_case(row[1], row[2]) for row in chosen]


def note(name: str, number: int, case: Case) -> str:
    """Gives the line of a case that is not right: what was expected, what was read, and why.

    The phrase is not repeated: it stands in the file, at this number.
    """
    read = "; ".join(f"{one.value}" for one in read_times(case.text, case.now)) or "nothing"
    why = tomllib.loads(FAULTS.read_text("utf-8")).get(name, {}).get(str(number), "ours")
    return f"{name} {number}: {case.told} expected, {read} read; {why}"


def passes(case: Case) -> bool:
    """Says whether each wanted result is met by an expression of its own, or none is wanted."""
    found = list(read_times(case.text, case.now))
    if not case.wanted:
        return not found
    for wanted in case.wanted:
        fits = [one for one in found if shares_words(wanted.text, one.text) and wanted.test(one)]
        if not fits:
            return False
        found.remove(fits[0])
    return True


def shares_words(expected: str, ours: str) -> bool:
    """Says whether one text holds the other or half of its words, wrong offsets being no matter."""
    one, other = words(expected), words(ours)
    same = 2 * len(one & other) >= max(len(one), len(other))
    return same or one <= other or other <= one or ours in expected


def words(text: str) -> set[str]:
    """Gives the words without marks and small words."""
    plain = re.sub(r"[\u064b-\u0652]", "", unicodedata.normalize("NFKC", text))
    return set(re.findall(r"\w+", plain)) - {"في", "من", "يوم", "إلى", "لمدة", "الى"}


def passes_dateparser(case: Case) -> bool:
    """Says the same of dateparser; its moment counts where it is the start of what is expected."""
    settings = {"RELATIVE_BASE": case.now, "PREFER_DATES_FROM": "current_period"}
    found = dateparser.search.search_dates(case.text, languages=["ar"], settings=settings) or []
    days = [moment.date() for _, moment in found]
    if not case.wanted:
        return not days
    return all(any(day in wanted.days for day in days) for wanted in case.wanted)


def span_of(value: str, precision: str | None) -> Span:
    """Gives the stretch of an ISO 8601 value."""
    if "/" in value:
        first, last = value.split("/")
        end = span_of(last, None)
        return Span(span_of(first, None).start, end.start, end.end, "interval")
    if "T" in value:
        said = datetime.fromisoformat(value)
        return Span(said, said, said + (SECOND if said.second else MINUTE), "minute")
    first_day, last_day = (datetime.combine(day, datetime.min.time()) for day in bounds(value))
    return Span(first_day, first_day, last_day + DAY, precision or "day")


# --- the recognisers of Microsoft


def recognizer_case(row: dict[str, Any]) -> Case:
    """Gives a case of a recogniser's file."""
    now = str((row.get("Context") or {}).get("ReferenceDateTime") or "2016-11-07T00:00:00")[:19]
    wanted = tuple(map(recognizer_wanted, row["Results"]))
    return Case(row["Input"], datetime.fromisoformat(now), wanted, told(row["Results"]))


def told(results: list[dict[str, Any]]) -> str:
    """Gives the expected values of the file."""
    listed = [answer for result in results for answer in answers(result)]
    values = dict.fromkeys(" to ".join(shown(answer)) for answer in listed)
    return " or ".join(values) or "no value"


def shown(answer: dict[str, str]) -> list[str]:
    """Gives the days, hours or lengths of an answer."""
    hidden = {"timex", "type", "mod", "Mod", "sourceEntity"}
    return [value for key, value in answer.items() if key not in hidden] or [answer["timex"]]


def answers(result: dict[str, Any]) -> list[dict[str, str]]:
    """Gives the alternative answers of a result, each with its timex."""
    if "Value" in result:
        value = result["Value"]
        both = [value.get(f"{one}Resolution") or {} for one in ("Past", "Future")]
        mod = {"mod": value["Mod"]} if value.get("Mod") else {}
        return [{"timex": value["Timex"], **mod, **one} for one in both if one] or [
            {"timex": value["Timex"]}
        ]
    resolution = result.get("Resolution")
    values = resolution.get("values", []) if isinstance(resolution, dict) else []
    return [{"mod": one["Mod"], **one} if "Mod" in one else one for one in values]


def recognizer_wanted(result: dict[str, Any]) -> Wanted:
    """Gives what a result asks for."""
    kind = (result.get("TypeName") or result.get("Type")).split(".")[-1]
    listed = answers(result)
    days = {one[:10] for answer in listed for key, one in answer.items() if is_start(key, one)}
    dated = frozenset(date.fromisoformat(day) for day in days)
    return Wanted(result["Text"], partial(answers_one, kind, listed), dated)


def is_start(key: str, value: str) -> bool:
    """Says whether a part of an answer is a day or the start of a span."""
    return key in {"date", "startDate", "start", "dateTime", "startDateTime", "value"} and bool(
        re.match(r"(?!0001)\d{4}-\d\d-\d\d", value)
    )


def answers_one(kind: str, listed: list[dict[str, str]], ours: Expression) -> bool:
    """Says whether an expression is one of the listed answers."""
    if not listed:
        return ours.kind == "time"
    return any(TESTS[kind](answer, ours) for answer in listed)


def is_duration(answer: dict[str, str], ours: Expression) -> bool:
    """Compares seconds."""
    seconds = answer.get("duration") or answer.get("value") or ""
    return ours.seconds is not None and float(seconds) == ours.seconds


def is_set(answer: dict[str, str], ours: Expression) -> bool:
    """Compares what comes round."""
    return ours.kind == "recurrence" and ours.value == answer["timex"]


def is_date(answer: dict[str, str], ours: Expression) -> bool:
    """Compares a day; an impossible one must be left open."""
    day = answer.get("date") or answer.get("value") or ""
    if day == IMPOSSIBLE:
        return ours.kind == "time" and ours.value is None
    return ours.value == day


def is_datetime(answer: dict[str, str], ours: Expression) -> bool:
    """Compares a moment; «نهاية الغد» is a day with the part end."""
    wanted = datetime.fromisoformat(answer.get("dateTime") or answer["value"])
    if ours.value is None or ours.kind != "time":
        return False
    if (wanted.hour, wanted.minute) == (23, 59) and ours.qualifier == "end":
        return ours.value == wanted.date().isoformat()
    return ours.precision == "minute" and span_of(ours.value, None).start == wanted


def is_time(answer: dict[str, str], ours: Expression) -> bool:
    """Compares the hours on the clock."""
    if ours.precision != "minute" or ours.value is None:
        return False
    wanted = answer.get("time") or answer["value"]
    return datetime.fromisoformat(ours.value).time().isoformat() == wanted


def is_range(answer: dict[str, str], ours: Expression) -> bool:
    """Compares start and end, or a season, a part of the day or of a period."""
    if ours.value is None or ours.kind != "time":
        return False
    timex = answer["timex"]
    part = re.search(r"T([A-Z]{2})$", timex)
    if part:
        return ours.part in PARTS[part[1]] and is_that_day(answer, ours)
    season = re.fullmatch(r"(?:(\d{4})-)?(SP|SU|FA|WI)", timex)
    if season:
        right = int(ours.value[5:7]) == SEASONS[season[2]]
        return right and season[1] in {None, ours.value[:4]}
    if ours.qualifier:
        return is_part(answer, ours)
    return is_span(answer, ours)


def is_that_day(answer: dict[str, str], ours: Expression) -> bool:
    """Compares the day of «هذا المساء»; without a day any will do."""
    start = str(answer.get("start") or answer.get("startDateTime") or "")
    return len(start) < len("2031-05-06 08:00") or ours.value == start[:10]


def is_part(answer: dict[str, str], ours: Expression) -> bool:
    """Compares the period and the part of it that is meant."""
    right = answer["timex"].removesuffix("-WE")
    mod = answer.get("mod") or ("end" if answer["timex"].endswith("-WE") else "")
    named = QUALIFIERS.get(mod, ours.qualifier) == ours.qualifier
    whole = span_of(ours.value or "", ours.precision)
    start = moment(answer.get("start") or answer.get("startDate") or "")
    return named and (ours.value == right or whole.start <= start < whole.end)


def moment(text: str) -> datetime:
    """Gives a moment of a file; hours alone stand on a day that does not matter."""
    return datetime.fromisoformat(f"2000-01-01 {text}" if len(text) == len("08:00:00") else text)


def is_span(answer: dict[str, str], ours: Expression) -> bool:
    """Compares a start and, where one is expected, an end."""
    given = [answer.get(key) for key in ("start", "startDate", "startTime", "startDateTime")]
    start = next((one for one in given if one), None)
    ends = [answer.get(key) for key in ("end", "endDate", "endTime", "endDateTime")]
    end = next((one for one in ends if one), None)
    if start is None or ours.value is None:
        return False
    span = span_of(ours.value, ours.precision)
    if span.start != on_day_of(span, start):
        return False
    if end is None:
        return answer.get("mod") == "since" and ours.since
    return on_day_of(span, end) in {span.last, span.end}


def on_day_of(span: Span, text: str) -> datetime:
    """Gives a moment of a file; hours alone stand on the day of our span."""
    said = moment(text)
    hours = len(text) == len("08:00:00")
    return datetime.combine(span.start.date(), said.time()) if hours else said


TESTS: dict[str, Callable[[dict[str, str], Expression], bool]] = {
    "duration": is_duration, "set": is_set, "date": is_date, "datetime": is_datetime,
    "time": is_time, "daterange": is_range, "datetimerange": is_range, "timerange": is_range,
}  # fmt: skip


# --- Duckling

_MOMENT = r"\((\d+), (\d+), (\d+), (\d+), (\d+), (\d+)\)"
GRAINS = {"Second": SECOND, "Minute": MINUTE, "Hour": timedelta(hours=1), "Day": DAY}


def duckling_case(expected: str, text: str) -> Case:
    """Gives a case of Duckling's examples."""
    if expected.startswith("negative"):
        return Case(text, DUCKLING_NOW, (), "nothing")
    moments = [datetime(*map(int, found)) for found in re.findall(_MOMENT, expected)]  # type: ignore[arg-type]
    days = frozenset(one.date() for one in moments[:1])
    return Case(
        text,
        DUCKLING_NOW,
        (Wanted("", partial(duckling_right, expected, moments), days),),
        expected,
    )


def duckling_right(expected: str, moments: list[datetime], ours: Expression) -> bool:
    """Says whether an expression is what Duckling expects."""
    length = re.match(r"\(DurationData (\d+) (\w+)\)", expected)
    if length:
        letter = {"Month": "M", "Year": "Y", "Week": "W", "Day": "D", "Second": "S"}[length[2]]
        fine = "T" if letter == "S" else ""
        return ours.kind == "duration" and ours.value == f"P{fine}{length[1]}{letter}"
    if ours.value is None or ours.kind != "time":
        return False
    span = span_of(ours.value, ours.precision)
    if ours.zone == "+00:00":
        span = span._replace(start=span.start + DUCKLING_ZONE)
    if len(moments) > 1:
        return duckling_interval(moments[0], moments[1], grain(expected), ours, span)
    return span.start == moments[0] and precision(expected) == span.precision


def grain(expected: str) -> timedelta:
    """Gives the unit that an end may be one more of."""
    return GRAINS.get(word(expected), DAY)


def word(expected: str) -> str:
    """Gives the name of the grain."""
    found = re.search(r"\)\)? (Second|Minute|Hour|Day|Week|Month|Year)", expected)
    return found[1] if found else ""


def precision(expected: str) -> str:
    """Gives our name of the grain."""
    name = word(expected).lower()
    return "minute" if name in {"hour", "second"} else name


def duckling_interval(
    start: datetime, end: datetime, unit: timedelta, ours: Expression, span: Span
) -> bool:
    """Compares an interval, or a part of a day or of a longer period."""
    if ours.part and span.precision == "day":
        return span.start.date() == start.date()
    if ours.qualifier:
        return span.start <= start and end <= span.end and (start == span.start or end == span.end)
    midnight = datetime.combine(start.date(), datetime.min.time())
    starts = {start} if unit != SECOND else {midnight, midnight + DAY}
    return span.start in starts and end in {span.last, span.end, span.last + unit}
