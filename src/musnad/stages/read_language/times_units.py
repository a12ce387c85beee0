"""Times counted in units: «الأسبوع الماضي», «منذ عامين», «الأيام الثلاثة المقبلة»."""

from musnad.stages.read_language.times_dates import is_year, read_date, read_number_at
from musnad.stages.read_language.times_sense import Parsed, Scan, Sense
from musnad.stages.read_language.times_words import Unit, match_phrase, plain_words, time_words
from musnad.text.numbers import number_words

_NOT_SPAN = "a span without a number"
_FINER = {"month": ("half-month", 2), "year": ("month", 12), "decade": ("year", 10)}
_SHARES = {"half": 0.5, "quarter": 0.25, "third": 1 / 3}
_ROUNDING = 0.001
_OTHER_DAY = "counted from another time"


def read_this(scan: Scan, at: int) -> Parsed | None:
    """Gives «هذا الأسبوع», «هذه السنة»; «هذه الأيام» without a value."""
    unit = time_words().units.get(scan.key(at + 1))
    if unit is None or not unit.definite or unit.name in {"hour", "minute", "decade", "century"}:
        return None
    if unit.number == 3:
        return Parsed(Sense(rule="time.these", vague=_NOT_SPAN), at + 2)
    if unit.number == 2 or unit.name == "day":
        return None
    return Parsed(Sense(rule="time.this", unit=unit.name, shift=0), at + 2)


def read_unit(scan: Scan, at: int) -> Parsed | None:
    """Gives a unit with «الماضي», «الجاري» or «المقبل», counted or not."""
    unit = time_words().units.get(scan.key(at))
    if scan.key(at) == "ال" or (unit is None and scan.key(at)[2:] in number_words().plain):
        return _counted_first(scan, at)
    if unit is None or not unit.definite:
        return None
    if unit.number == 1:
        return _single(scan, at, unit)
    return _several(scan, at, unit)


def _single(scan: Scan, at: int, unit: Unit) -> Parsed | None:
    words = time_words()
    after, end = scan.key(at + 1), at + 2
    if unit.name == "year" and scan.key(at - 1) in words.before_year:
        return None
    if after in {"قبل", "بعد"} and scan.key(at + 2) in words.shifts:
        shift, end = (-2 if after == "قبل" else 2), at + 3
    elif after in words.shifts:
        shift = words.shifts[after]
    else:
        return None
    if unit.name in {"week", "month", "year"}:
        return Parsed(Sense(rule=f"time.{unit.name}", unit=unit.name, shift=shift), end)
    if unit.name == "day":
        return None
    return Parsed(Sense(rule="time.long-unit", vague=f"the {unit.name} is not placed"), end)


def _several(scan: Scan, at: int, unit: Unit) -> Parsed | None:
    """Reads «الأيام (القليلة | الثلاثة | الـ24) الماضية»."""
    words = time_words()
    here, count = at + 1, 2 if unit.number == 2 else None
    if scan.key(here) in words.few:
        here += 1
    elif count is None:
        number = read_number_at(scan, here)
        if number:
            count, here = int(number[0]), number[1]
    if scan.key(here) in words.few:
        here += 1
    return _shifted_span(scan, here, unit, count)


def _shifted_span(scan: Scan, at: int, unit: Unit, count: int | None) -> Parsed | None:
    words = time_words()
    key = scan.key(at)
    shift = -1 if key in words.recent else words.shifts.get(key)
    if not shift:
        return None
    if key in words.recent and scan.key(at + 1) == "من":
        return Parsed(Sense(rule="time.vague-span", vague=_OTHER_DAY), at + 1)
    if count is None:
        return Parsed(Sense(rule="time.vague-span", vague=_NOT_SPAN), at + 1)
    sense = Sense(rule="time.span", unit=unit.name, spread=count * shift)
    return Parsed(sense, at + 1)


def _counted_first(scan: Scan, at: int) -> Parsed | None:
    """Reads «الـ24 ساعة الماضية», «الثلاثة أشهر القادمة»."""
    number = read_number_at(scan, at)
    unit = time_words().units.get(scan.key(number[1])) if number else None
    if number is None or unit is None or (unit.definite and unit.number != 3):
        return None
    return _shifted_span(scan, number[1] + 1, unit, int(number[0]))


def read_around(scan: Scan, at: int) -> Parsed | None:
    """Gives «منذ عامين», «قبل 3 أيام», «بعد أسبوعين»; vague ones without a value."""
    word = scan.key(at)
    start, about, unsure = _hedges(scan, at + 1)
    number = read_number_at(scan, start) if scan.key(start)[:2] != "ال" else None
    unit_at = number[1] if number else start
    unit = time_words().units.get(scan.key(unit_at))
    if unit and not number and _distributes(scan, at, unit):
        return None
    if unit is None or unit.definite or (number and scan.key(start) == "ال"):
        return None
    if is_year(scan.key(unit_at + 1)) or (number is None and _names_time(scan, unit_at, unit)):
        return None
    end = _after_unit(scan, unit_at + 1, unit)
    if word != "منذ" and scan.key(end) in time_words().counted_from:
        return None
    count = number[0] if number else {1: 1, 2: 2}.get(unit.number)
    share = plain_words().shares_after.get(scan.key(unit_at + 1))
    if share and count is not None:
        unit, count = _in_finer(unit, count, share)
        about = True
    return Parsed(_around_sense(word, unit, count, about, unsure), end)


def _distributes(scan: Scan, at: int, unit: Unit) -> bool:
    """Says whether «يوما بعد يوم» means little by little."""
    before = time_words().units.get(scan.key(at - 1))
    return before is not None and before.name == unit.name


def _names_time(scan: Scan, at: int, unit: Unit) -> bool:
    """Says whether the unit only introduces a name: «قبل يوم الجمعة», «بعد شهر رمضان»."""
    after = scan.key(at + 1)
    words = time_words()
    named = after in words.weekdays or after in words.bare_weekdays or after in words.months
    named = named or match_phrase(words.days, scan.keys, at + 1) is not None
    return unit.number == 1 and (named or read_date(scan, at + 1) is not None)


def _after_unit(scan: Scan, at: int, unit: Unit) -> int:
    """Gives where «عامين فقط», «شهر ونصف الشهر» ends."""
    shared = scan.key(at) in plain_words().shares_after
    again = time_words().units.get(scan.key(at + 1)) if shared else None
    if again and again.name == unit.name:
        return at + 2
    return at + (shared or scan.key(at) in time_words().after_unit)


def _in_finer(unit: Unit, count: float | int, share: str) -> tuple[Unit, float | int]:
    """Gives «عامين ونصف» as 30 months; the part of a shorter unit stays a fraction."""
    name, many = _FINER.get(unit.name, (unit.name, 1))
    return unit._replace(name=name), (count + _SHARES[share]) * many


def _hedges(scan: Scan, at: int) -> tuple[int, bool, bool]:
    words = time_words()
    about = unsure = False
    while True:
        found = match_phrase(words.about, scan.keys, at)
        vague = match_phrase(words.unsure, scan.keys, at)
        if not (found or vague):
            return at, about, unsure
        about, unsure = about or bool(found), unsure or bool(vague)
        at = (vague or found or (True, at))[1]


def _around_sense(
    word: str, unit: Unit, count: float | int | None, about: bool, unsure: bool
) -> Sense:
    rule = {"منذ": "time.since", "قبل": "time.ago", "بعد": "time.in"}[word]
    if unsure:
        return Sense(rule=rule, vague="the number is a bound")
    if (
        count is None
        or abs(count - round(count)) > _ROUNDING
        or unit.name in {"hour", "minute", "century"}
    ):
        return Sense(rule=rule, vague=_NOT_SPAN if count is None else "too fine for a day")
    if unit.name == "decade":
        unit, count = Unit("year", 1, False), count * 10
    amount = round(count) if word == "بعد" else -round(count)
    round_number = unit.name == "year" and count >= 10
    return Sense(rule=rule, unit=unit.name, amount=amount, about=about or round_number or None)
