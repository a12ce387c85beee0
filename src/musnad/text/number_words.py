"""The folded tables of number words, by what each word does in a number."""

from functools import cache
from typing import Any, NamedTuple

from musnad.fold import fold_key
from musnad.lexicons import builtin


class NumberWords(NamedTuple):
    """Folded number words: they add up, multiply, or divide.

    `plain` holds units, tens and hundreds; `fractions` the shares of one that a word says alone;
    `many` what a plural divides by («أرباع»), `fifths` what a word divides by before «ال».
    """

    zero: frozenset[str]
    units: dict[str, int]
    compound: frozenset[str]
    tens: dict[str, int]
    hundreds: dict[str, int]
    plain: dict[str, int]
    scales: dict[str, int]
    dual_scales: dict[str, int]
    fractions: dict[str, float]
    many: dict[str, int]
    fifths: dict[str, int]
    ordinals: dict[str, int]
    signs: dict[str, frozenset[str]]


@cache
def number_words() -> NumberWords:
    """Gives the folded tables of `lexicons/numbers.toml`."""
    table = builtin("numbers")
    units, tens, hundreds = (_by_word(table[name]) for name in ("units", "tens", "hundreds"))
    fractions = table["fractions"]
    return NumberWords(
        zero=_folded(table["zero"]["words"]),
        units=units,
        compound=_folded(table["compound"]["words"]),
        tens=tens,
        hundreds=hundreds,
        plain=units | tens | hundreds,
        scales=_by_word(table["scales"]),
        dual_scales=_by_word(table["dual_scales"]),
        fractions=_shares(fractions, "two", 2) | _shares(fractions, "one", 1),
        many=_by_word({whole: row["many"] for whole, row in fractions.items()}),
        fifths=_by_word(table["fifths"]),
        ordinals=_by_word(table["ordinals"]),
        signs={name: _folded(words) for name, words in table["signs"].items()},
    )


def _folded(words: list[str]) -> frozenset[str]:
    return frozenset(map(fold_key, words))


def _by_word(rows: dict[str, list[str]]) -> dict[str, int]:
    return {fold_key(word): int(value) for value, words in rows.items() for word in words}


def _shares(rows: dict[str, Any], name: str, amount: int) -> dict[str, float]:
    return {
        fold_key(word): amount / int(whole) for whole, row in rows.items() for word in row[name]
    }
