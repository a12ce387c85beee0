"""Ranges in a phrase read alone: «من 4 إلى 22 هذا الشهر», «الاثنين 8-9 صباحا»."""

from collections.abc import Callable

from musnad.stages.read_language.times_dates import is_year, read_day_number
from musnad.stages.read_language.times_sense import Parsed, Scan, Sense
from musnad.stages.read_language.times_words import match_phrase, plain_words
from musnad.text.numbers import read_number, read_ordinal

_NOON = 12

Bag = Callable[[Scan, int, Sense], Parsed | None]


def read_range(scan: Scan, at: int, bag: Bag) -> Parsed | None:
    """Gives a range whose ends are said by figures or in full, after what both ends share."""
    shared = bag(scan, at, Sense())
    tries = [(Sense(), at)]
    if shared:
        tries.insert(0, (shared.sense, _past_gap(scan, shared.end)))
    for head, start in tries:
        begun = match_phrase(plain_words().begin, scan.keys, start)
        found = _ends(scan, begun[1] if begun else start, head, bag, between=_between(scan, start))
        if found:
            return found
    return _last_of_shared(scan, shared, bag)


def _past_gap(scan: Scan, at: int) -> int:
    return at + (scan.key(at) in {"،", ",", "في"})


def _between(scan: Scan, at: int) -> bool:
    return "بين" in {scan.key(at), scan.key(at + 1)}


def _last_of_shared(scan: Scan, shared: Parsed | None, bag: Bag) -> Parsed | None:
    """Reads «2014-2018», «2 أكتوبر إلى 22 أكتوبر»: the first end is said in full."""
    if shared is None:
        return None
    second_at = _link(scan, shared.end, between=False)
    if second_at is None:
        return None
    last = bag(scan, second_at, Sense())
    if last is None or not _same_kind(shared.sense, last.sense):
        last = _number_end(scan, second_at, shared.sense)
    if last is None or not _same_kind(shared.sense, last.sense):
        return None
    return _joined(shared.sense, last)


def _same_kind(first: Sense, last: Sense) -> bool:
    fields = ("day", "weekday", "year", "clock", "offset")
    return any(None not in {getattr(first, one), getattr(last, one)} for one in fields)


def _ends(scan: Scan, at: int, head: Sense, bag: Bag, *, between: bool) -> Parsed | None:
    first = bag(scan, at, Sense())
    linked = _link(scan, first.end, between) if first else None
    if first and linked:
        last = bag(scan, linked, Sense())
        if last and _same_kind(first.sense, last.sense):
            return _joined(first.sense.with_(head), Parsed(last.sense.with_(head), last.end))
    return _open_first(scan, at, head, bag, between)


def _open_first(scan: Scan, at: int, head: Sense, bag: Bag, between: bool) -> Parsed | None:
    """Reads the bare number of «4 إلى 22 هذا الشهر», whose kind the last end tells."""
    number = _number(scan, at)
    linked = _link(scan, number[1], between) if number else None
    if number is None or linked is None:
        return None
    last = bag(scan, linked, head) or _number_end(scan, linked, head)
    if last is None:
        return None
    first = _like(number[0], last.sense)
    if first is None:
        return None
    return _joined(first.with_(head), last)


def _number(scan: Scan, at: int) -> tuple[int, int] | None:
    start = at + (scan.key(at) == "الساعه")
    day = read_day_number(scan, start) or read_ordinal(scan.keys, start)
    if day:
        return day
    number = read_number(scan.tokens, start)
    return (int(number.value), number.end) if number else None


def _number_end(scan: Scan, at: int, head: Sense) -> Parsed | None:
    """Reads the last end that is a number only, its kind told by what was said before."""
    number = _number(scan, at)
    if number is None:
        return None
    if head.clock is not None and 1 <= number[0] <= 12:
        return Parsed(Sense(clock=(number[0], 0), half_day=True), number[1])
    if head.month is not None and 1 <= number[0] <= 31:
        return Parsed(head._replace(day=number[0]), number[1])
    return None


def _like(number: int, last: Sense) -> Sense | None:
    if last.clock is not None:
        return Sense(clock=(number, 0), half_day=True)
    if last.day is not None and number <= 31:
        return Sense(day=number)
    return Sense(year=number) if last.year is not None and is_year(str(number)) else None


def _link(scan: Scan, at: int, between: bool) -> int | None:
    """Gives the token after «إلى», «حتى», «-», or «و» of «بين … و…»."""
    found = match_phrase(plain_words().to, scan.keys, at + (scan.key(at) in {"و", "،"}))
    if found:
        return found[1]
    return at + 1 if between and scan.key(at) == "و" else None


def _joined(first: Sense, last: Parsed) -> Parsed:
    """Gives the range, each end completed by what only the other one says."""
    first, last = _one_half(first, last.sense), Parsed(_one_half(last.sense, first), last.end)
    filled = first.with_(last.sense._replace(clock=None, second=None, weekday=None, part=None))
    if first.weekday is not None and first.day is None and last.sense.day is None:
        filled = filled._replace(day=None)
    end = last.sense.with_(first._replace(clock=None, second=None, part=None))
    return Parsed(filled._replace(rule="time.range", until=end), last.end)


def _one_half(ours: Sense, theirs: Sense) -> Sense:
    """Gives an hour the half of the day that the other end has: «الساعة 4 حتى 5 مساء»."""
    if not (ours.half_day and ours.clock and theirs.clock and theirs.clock[0] > _NOON):
        return ours
    hour, minute = ours.clock
    return ours._replace(clock=(hour % _NOON + _NOON, minute), half_day=None)
