"""Percentages and money: the number is at hand, its sign or name is looked for around it."""

from functools import cache
from typing import Any, NamedTuple

from musnad.fold import fold_key
from musnad.lexicons import builtin
from musnad.stages.read_language.quantities_words import count_words, noun_forms
from musnad.stages.read_language.times_sense import Scan
from musnad.text.numbers import after_and, read_number, whole


class Currency(NamedTuple):
    """A currency word: its family, its usual code, and the codes by adjective."""

    family: str
    default: str | None
    by: dict[str, str]


class MoneyWords(NamedTuple):
    """Folded look-ups; `small` gives the unit and how many make one of the money before it."""

    names: dict[str, Currency]
    small: dict[str, tuple[str, int]]
    signs: dict[str, str]
    codes: dict[str, str]
    letters: dict[str, dict[str, str]]
    percent: dict[str, frozenset[str]]


class Measured(NamedTuple):
    """What is measured: from token `start` to `end`, in `unit`."""

    start: int
    end: int
    value: float | int
    unit: str
    rule: str


@cache
def money_words() -> MoneyWords:
    """Gives the folded tables of `lexicons/currencies.toml` and of the percent signs."""
    table = builtin("currencies")
    names: dict[str, Currency] = {}
    for row in table["currency"]:
        currency = Currency(row["family"], row.get("default"), _adjectives(row.get("by", {})))
        names |= dict.fromkeys(_forms(row["words"]), currency)
    for code, words in table["only_currency"].items():
        names |= dict.fromkeys(_forms(words), Currency(code, code, {}))
    small = {
        form: (unit, row["parts"])
        for unit, row in table["small_money"].items()
        for form in _forms(row["words"])
    }
    letters: dict[str, dict[str, str]] = {}
    for short, code in table["currency_abbreviations"].items():
        first, _, second = short.partition(".")
        letters.setdefault(fold_key(first), {})[fold_key(second)] = code
    codes = {code.lower(): code for code in table["currency_codes"]["words"].split()}
    percent = {
        name: frozenset(map(fold_key, words))
        for name, words in builtin("numbers")["percent"].items()
    }
    return MoneyWords(names, small, dict(table["currency_signs"]), codes, letters, percent)


def _adjectives(rows: dict[str, str]) -> dict[str, str]:
    return {
        fold_key(adjective) + ending: code
        for code, adjectives in rows.items()
        for adjective in adjectives.split()
        for ending in ("", "ه", "ا")
    }


def _forms(words: list[str]) -> list[str]:
    return [form for word in words for form in noun_forms(word, "")]


def read_measured(scan: Scan, at: int, end: int, value: float | int) -> Measured | None:
    """Gives the percentage or money whose number stands in tokens `at` to `end`."""
    percent = _percent(scan, end)
    if percent:
        return Measured(at, percent[0], value, percent[1], "quantity.percent")
    found = _signed(scan, at, end) or _named(scan, end)
    if found is None:
        return _small(scan, at, end, value)
    start, past, unit = found
    return _with_small(scan, Measured(at - start, past, value, unit, "quantity.money"))


def _percent(scan: Scan, at: int) -> tuple[int, str] | None:
    words, key = money_words().percent, scan.key(at)
    if key in words["signs"] or key in words["words"]:
        return at + 1, "percent"
    if key in {"في", "ب"} and scan.key(at + 1) in words["after_in"]:
        return at + 2, "percent"
    noun = count_words().nouns.get(key)
    if noun and noun.unit == "point" and scan.key(at + 1) in count_words().words["points"]:
        return at + 2, "percentage point"
    return None


def _signed(scan: Scan, at: int, end: int) -> tuple[int, int, str] | None:
    """Reads «$500», «500$», «42 KWD», «42 ج.م.»: how much is before, the end, the code."""
    words, after, before = money_words(), scan.key(end), scan.key(at - 1)
    if after in words.signs:
        return 0, end + 1, words.signs[after]
    if before in words.signs:
        return 1, end, words.signs[before]
    if after in words.codes and scan.printed_starts(end, words.codes[after]):
        return 0, end + 1, words.codes[after]
    code = words.letters.get(after, {}).get(scan.key(end + 2)) if scan.key(end + 1) == "." else None
    return (0, end + 3 + (scan.key(end + 3) == "."), code) if code else None


def _named(scan: Scan, at: int) -> tuple[int, int, str] | None:
    """Reads the name of a currency, with the adjective that says whose it is."""
    currency = money_words().names.get(scan.key(at))
    if currency is None:
        return None
    code = currency.by.get(scan.key(at + 1).removeprefix("ال"))
    return (0, at + 2, code) if code else (0, at + 1, currency.default or currency.family)


def money_unit(scan: Scan, at: int) -> tuple[str, int] | None:
    """Gives the code of the currency named at `at` and where its name ends."""
    named = _named(scan, at)
    return (named[2], named[1]) if named else None


def _small(scan: Scan, at: int, end: int, value: float | int) -> Measured | None:
    unit = money_words().small.get(scan.key(end))
    return Measured(at, end + 1, value, unit[0], "quantity.money") if unit else None


def _with_small(scan: Scan, money: Measured) -> Measured:
    """Adds «و42 سنتا» to a sum."""
    joined = after_and(scan.keys, money.end)
    if joined is None:
        return money
    word, at = joined
    written, scan.keys[at] = scan.keys[at], word
    number = read_number(scan.tokens, at)
    scan.keys[at] = written
    small: Any = money_words().small.get(scan.key(number.end)) if number else None
    if number is None or small is None or number.value >= small[1]:
        return money
    return money._replace(end=number.end + 1, value=whole(money.value + number.value / small[1]))
