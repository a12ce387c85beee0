"""The words that bound a number: «أكثر من», «ما لا يقل عن», «نحو», «على الأقل»."""

from collections.abc import Iterable, Mapping
from functools import cache
from typing import NamedTuple, TypeVar

from musnad.fold import fold_key
from musnad.lexicons import builtin
from musnad.model.records import Comparator
from musnad.text.numbers import whole

_PREFIXES = ("", "و", "ف", "ب", "ل")
_WITH_EQUAL: dict[Comparator, Comparator] = {">": ">=", "<": "<="}

Words = tuple[str, ...]
Key = TypeVar("Key", str, Words)


class Before(NamedTuple):
    """A bound from token `start`, whose first `prefix` letters do not belong to it."""

    sign: Comparator
    start: int
    prefix: int


class After(NamedTuple):
    """A bound that ends before token `end`."""

    sign: Comparator
    end: int


class _Phrase(NamedTuple):
    words: Words
    sign: Comparator
    prefix: int


@cache
def _before() -> dict[Words, list[_Phrase]]:
    """Gives the phrases before a number by their last two words, the longest first."""
    numbers = builtin("numbers")
    rows: list[tuple[Comparator, Words]] = list(_phrases(numbers["comparators"]))
    equal = [_split(phrase) for phrase in numbers["or_equal"]["words"]]
    rows += [
        (_WITH_EQUAL[sign], words + more)
        for sign, words in rows
        if sign in _WITH_EQUAL and words[-1] == "من"
        for more in equal
    ]
    table: dict[Words, list[_Phrase]] = {}
    for sign, words in rows:
        for prefix in _PREFIXES:
            spelled = (prefix + words[0], *words[1:])
            table.setdefault(spelled[-2:], []).append(_Phrase(spelled, sign, len(prefix)))
    return _longest_first(table)


@cache
def _after() -> dict[str, list[_Phrase]]:
    """Gives the phrases after a number by their first word, the longest first."""
    table: dict[str, list[_Phrase]] = {}
    for sign, words in _phrases(builtin("numbers")["comparators_after"]):
        table.setdefault(words[0], []).append(_Phrase(words, sign, 0))
    return _longest_first(table)


def _longest_first(table: dict[Key, list[_Phrase]]) -> dict[Key, list[_Phrase]]:
    return {key: sorted(row, key=lambda one: -len(one.words)) for key, row in table.items()}


def _phrases(rows: Mapping[Comparator, list[str]]) -> Iterable[tuple[Comparator, Words]]:
    return ((sign, _split(phrase)) for sign, phrases in rows.items() for phrase in phrases)


def _split(phrase: str) -> Words:
    return tuple(fold_key(phrase).split())


def bound_before(keys: list[str], at: int) -> Before | None:
    """Gives the bound whose words end right before token `at`, if there is one."""
    if at < 1:
        return None
    table, last = _before(), (keys[at - 1],)
    before = (keys[at - 2], *last) if at > 1 else last
    for words, sign, prefix in (*table.get(before, ()), *table.get(last, ())):
        start = at - len(words)
        if start >= 0 and tuple(keys[start:at]) == words:
            return Before(sign, start, prefix)
    return None


def bound_after(keys: list[str], at: int) -> After | None:
    """Gives the bound whose words begin at token `at`, if there is one."""
    for words, sign, _ in _after().get(keys[at], ()) if at < len(keys) else ():
        if tuple(keys[at : at + len(words)]) == words:
            return After(sign, at + len(words))
    return None


def limits(sign: Comparator, value: float | int) -> tuple[float | int | None, float | int | None]:
    """Gives the least and the greatest that a bound allows; a whole number is counted in ones."""
    step = 1 if isinstance(value, int) else 0
    if sign == "~":
        return None, None
    low: dict[str, float | int] = {">": value + step, ">=": value, "=": value}
    high: dict[str, float | int] = {"<": value - step, "<=": value, "=": value}
    return (
        whole(low[sign]) if sign in low else None, whole(high[sign]) if sign in high else None,
    )  # fmt: skip
