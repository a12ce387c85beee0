"""All bounded numbers of a text: «بين 20 و30», «أكثر من 5», «>= 7», «200 أو أكثر»."""

from collections.abc import Iterator
from typing import NamedTuple

from musnad.fold import fold_key, fold_view
from musnad.lexicons import builtin
from musnad.model.records import Comparator
from musnad.text.found_numbers import FoundNumber, find_numbers
from musnad.text.number_bounds import bound_after, bound_before
from musnad.text.numbers import after_and
from musnad.text.tokens import Tokens, find_tokens

_DASHES = frozenset(("-", "–", "—", "~"))
_BOUNDED = frozenset(("number", "fraction", "definite", "ordinal", "percent"))


class FoundRange(NamedTuple):
    """Bounds given in the tokens, or the characters, from `start` to `end`; an open side is None.

    `above` and `below` say that the bound itself is left out.
    """

    start: int
    end: int
    low: float | int | None
    high: float | int | None
    above: bool = False
    below: bool = False


def read_ranges(text: str) -> tuple[FoundRange, ...]:
    """Gives the bounded numbers of a text in its order; `start` and `end` are offsets in it."""
    tokens = find_tokens(fold_view(text))
    return tuple(
        one._replace(start=tokens.starts[one.start], end=tokens.ends[one.end - 1])
        for one in _find_ranges(tokens)
    )


def _find_ranges(tokens: Tokens) -> Iterator[FoundRange]:
    numbers = [one for one in find_numbers(tokens) if one.kind in _BOUNDED]
    at = 0
    while at < len(numbers):
        second = numbers[at + 1] if at + 1 < len(numbers) else None
        both = _between(tokens, numbers[at], second) if second else None
        if both:
            yield both
            at += 2
            continue
        one = _bounded(tokens, numbers[at])
        other = _bounded(tokens, second) if one and second else None
        joined = _joined(tokens.keys, one, other) if one and other else None
        if joined or one:
            yield joined or one  # type: ignore[misc]
        at += 2 if joined else 1


def _between(tokens: Tokens, first: FoundNumber, second: FoundNumber) -> FoundRange | None:
    """Reads «بين 20 و30», «من 200 إلى 300», «20-100»."""
    keys = tokens.keys
    rows = {name: set(map(fold_key, words)) for name, words in builtin("numbers")["ranges"].items()}
    before = keys[first.start - 1] if first.start else ""
    link = keys[first.end : second.start]
    to = len(link) == 1 and link[0] in rows["to"]
    dash = len(link) == 1 and link[0] in _DASHES
    joined = after_and(keys, first.end)
    and_ = before == "بين" and joined is not None and joined[1] == second.start
    if not (to or dash or and_) or first.value >= second.value:
        return None
    opens = before in rows["from"] if to else before in {"بين", "حوالي"} and and_
    start = first.start - opens
    start -= opens and start > 0 and keys[start - 1] == "ما"
    return FoundRange(start, second.end, first.value, second.value)


def _bounded(tokens: Tokens, number: FoundNumber) -> FoundRange | None:
    keys = tokens.keys
    sign, start = _sign_before(tokens, number.start)
    after = bound_after(keys, number.end)
    equal = _or_equal(keys, number.end) if sign in {">", "<"} else None
    if equal:
        return _one_sided(start, equal, f"{sign}=", number.value)
    if after and sign in {None, "="} and not _states_another(keys, after.end):
        return _one_sided(start, after.end, after.sign, number.value)
    return _one_sided(start, number.end, sign, number.value) if sign else None


def _or_equal(keys: list[str], at: int) -> int | None:
    """Reads «أكثر من 5000 أو يساوي», where no number comes after."""
    for phrase in builtin("numbers")["or_equal"]["words"]:
        words = fold_key(phrase).split()
        end = at + len(words)
        if keys[at:end] == words and not keys[end : end + 1]:
            return end
    return None


def _states_another(keys: list[str], at: int) -> bool:
    """Says whether «أو أكثر» goes on with «من 4500», which is another bound."""
    return keys[at : at + 1] == ["من"] and at + 1 < len(keys)


def _sign_before(tokens: Tokens, at: int) -> tuple[Comparator | None, int]:
    """Gives the bound in words or in signs before token `at`, and where it starts."""
    keys = tokens.keys
    mark = keys[at - 1] if at else ""
    first = keys[at - 2] if at > 1 else ""
    if mark == "=" and first in {">", "<"}:
        return (">=" if first == ">" else "<="), at - 2
    if mark in {">", "<"} and first != "=":
        return (">" if mark == ">" else "<"), at - 1
    found = bound_before(keys, at)
    return (found.sign, found.start) if found and found.sign != "~" else (None, at)


def _one_sided(start: int, end: int, sign: str, value: float | int) -> FoundRange:
    low = value if sign[0] in ">=" else None
    high = value if sign[0] in "<=" else None
    return FoundRange(start, end, low, high, sign == ">", sign == "<")


def _joined(keys: list[str], one: FoundRange, other: FoundRange) -> FoundRange | None:
    """Makes one range of «أكبر من 10 وأصغر من 20»."""
    between = set(keys[one.end : other.start])
    attached = keys[other.start][:1] == "و"
    if not (between <= {"و", "او", "،"} and (between or attached)):
        return None
    low, high = (one, other) if one.high is None else (other, one)
    if low.high is not None or high.low is not None or low.low is None or high.high is None:
        return None
    if low.low >= high.high:
        return None
    return FoundRange(one.start, other.end, low.low, high.high, low.above, high.below)
