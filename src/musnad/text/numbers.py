"""Numbers in figures and in words, read from folded tokens."""

from typing import NamedTuple

from musnad.text.figures import MOST_FIGURES, read_figures
from musnad.text.number_words import NumberWords, number_words
from musnad.text.tokens import Tokens

__all__ = ["Number", "NumberWords", "number_words", "read_number", "read_ordinal"]

_HUNDRED = 100
_MOST_SCALE = 10**15
"""A million milliards; words that multiply further are no number that news tell."""
_TEN = 10


class Number(NamedTuple):
    """A number that ends before token `end`; `words` is true when no figure is in it."""

    value: float | int
    end: int
    words: bool


class Part(NamedTuple):
    """An amount of one scale («ثلاثة آلاف» is 3 of 1000); `bare` when the scale word is alone."""

    amount: float | int
    scale: int
    end: int
    words: bool
    bare: bool = False

    @property
    def value(self) -> float | int:
        """The amount by the scale."""
        return self.amount * self.scale


def read_number(tokens: Tokens, index: int) -> Number | None:
    """Gives the number that starts at token `index`, in figures, words or both; else None.

    A share of one is no number («نصف المدينة»), a share of a scale is («نصف مليون»).
    """
    keys = tokens.keys
    if index >= len(keys):
        return None
    if keys[index] in number_words().zero:
        return Number(0, index + 1, True)
    part = _part(tokens, keys[index], index)
    if part is None:
        return _share_of_scale(keys, index)
    return _with_fraction(keys, *_with_lower_parts(tokens, part))


def _with_lower_parts(tokens: Tokens, part: Part) -> tuple[Number, int]:
    """Adds «وخمسمئة» to «ثلاثة آلاف»; gives the number and the scale of its last part."""
    total, words = part.value, part.words
    while joined := after_and(tokens.keys, part.end):
        lower = _part(tokens, *joined)
        if lower is None or not _follows(part, lower):
            break
        total, words, part = total + lower.value, words and lower.words, lower
    return Number(whole(total), part.end, words), part.scale


def _follows(part: Part, lower: Part) -> bool:
    """Says whether a part goes on with a lower one; «مئة ألف وألفان» keeps its scale."""
    if isinstance(part.amount, float):
        return False
    same = lower.bare and lower.scale == part.scale and part.amount % _HUNDRED == 0
    return lower.value < part.scale or same


def after_and(keys: list[str], at: int) -> tuple[str, int] | None:
    """Gives the word that «و» joins at `at`, attached or apart, and the token it stands in."""
    key = keys[at] if at < len(keys) else ""
    if key == "و":
        return (keys[at + 1], at + 1) if at + 1 < len(keys) else None
    return (key[1:], at) if key[:1] == "و" else None


def _part(tokens: Tokens, word: str, at: int) -> Part | None:
    words, keys = number_words(), tokens.keys
    amount: float | int
    if word in words.dual_scales:
        amount, end, scale, bare = 2, at + 1, words.dual_scales[word], True
    elif word in words.scales:
        amount, end, scale, bare = 1, at + 1, words.scales[word], True
    elif (group := _group(tokens, word, at)) is not None:
        amount, end, scale, bare = *group, 1, False
    else:
        return None
    while (
        end < len(keys)
        and (factor := _factor(keys[end], amount, word))
        and scale * factor <= _MOST_SCALE
    ):
        scale, end = scale * factor, end + 1
    return Part(amount, scale, end, not word.isdecimal(), bare)


def _factor(key: str, amount: float | int, word: str) -> int:
    """Gives what a word multiplies by: a scale, a hundred after figures or «خمسة وتسعون»."""
    words = number_words()
    if words.hundreds.get(key) == _HUNDRED and (word.isdecimal() or _TEN <= amount < _HUNDRED):
        return _HUNDRED
    return words.scales.get(key, 0)


def _group(tokens: Tokens, word: str, at: int) -> tuple[float | int, int] | None:
    """Gives what may stand before a scale: figures, or words below a thousand."""
    if word.isdecimal():
        return read_figures(tokens, at)
    keys = tokens.keys
    hundreds, end = _hundreds(keys, word, at)
    if not hundreds:
        return _below_hundred(keys, word, at)
    joined = after_and(keys, end)
    rest = _below_hundred(keys, *joined) if joined else None
    return (hundreds + rest[0], rest[1]) if rest else (hundreds, end)


def _hundreds(keys: list[str], word: str, at: int) -> tuple[int, int]:
    words = number_words()
    unit = words.units.get(word, 0)
    if 3 <= unit < _TEN and at + 1 < len(keys) and words.hundreds.get(keys[at + 1]) == _HUNDRED:
        return unit * _HUNDRED, at + 2
    return words.hundreds.get(word, 0), at + 1


def _below_hundred(keys: list[str], word: str, at: int) -> tuple[int, int] | None:
    words = number_words()
    unit = words.units.get(word)
    if unit is None:
        return (words.tens[word], at + 1) if word in words.tens else None
    after = keys[at + 1] if at + 1 < len(keys) else ""
    if words.tens.get(after) == _TEN:
        return _TEN + unit, at + 2
    joined = after_and(keys, at + 1)
    if joined and words.tens.get(joined[0], 0) > _TEN:
        return unit + words.tens[joined[0]], joined[1] + 1
    return None if after in words.many or word in words.compound else (unit, at + 1)


def _with_fraction(keys: list[str], number: Number, scale: int) -> Number:
    """Adds «ونصف» or «فاصلة خمسة» to a number."""
    words, end = number_words(), number.end
    after = keys[end] if end < len(keys) else ""
    if after[:1] != "و" and after not in words.signs["point"]:
        return number
    joined = after_and(keys, end)
    share = read_share(keys, *joined) if joined else None
    if share:
        again = "ال" + keys[end - 1]
        past = share[1] + (keys[share[1] : share[1] + 1] == [again])
        return number._replace(value=whole(number.value + share[0] * scale), end=past)
    if end + 1 < len(keys) and keys[end] in words.signs["point"]:
        decimals = _group_of_words(keys, end + 1)
        if decimals:
            value = float(f"{number.value}.{decimals[0]}")
            return number._replace(value=whole(value), end=decimals[1])
    return number


def _group_of_words(keys: list[str], at: int) -> tuple[int, int] | None:
    if keys[at].isdecimal():
        return (int(keys[at]), at + 1) if len(keys[at]) <= MOST_FIGURES else None
    return _below_hundred(keys, keys[at], at)


def read_share(keys: list[str], word: str, at: int) -> tuple[float, int] | None:
    """Gives the share of one that `word` at token `at` says: «نصف», «ثلثا», «ثلاثة أرباع»."""
    words = number_words()
    if word in words.fractions:
        return words.fractions[word], at + 1
    amount = words.units.get(word)
    divisor = words.many.get(keys[at + 1]) if at + 1 < len(keys) else None
    return (amount / divisor, at + 2) if amount and divisor else None


def _share_of_scale(keys: list[str], index: int) -> Number | None:
    """Reads «نصف مليون» and «ثلاثة أرباع المليون»."""
    share = read_share(keys, keys[index], index)
    if share is None or share[1] >= len(keys):
        return None
    scale = number_words().scales.get(keys[share[1]].removeprefix("ال"))
    return Number(whole(share[0] * scale), share[1] + 1, True) if scale else None


def whole(value: float | int) -> float | int:
    """Gives an integer where the value is one, else the value to twelve places."""
    rounded = round(value, 12)
    return int(rounded) if rounded == int(rounded) else rounded


def read_ordinal(keys: list[str], index: int) -> tuple[int, int] | None:
    """Gives the ordinal at `index` («الحادي عشر», «الخامس والعشرين») and where it ends."""
    ordinals = number_words().ordinals
    value = ordinals.get(keys[index]) if index < len(keys) else None
    if value is None:
        return None
    after = keys[index + 1] if index + 1 < len(keys) else ""
    if value < _TEN and after in ("عشر", "عشره"):
        return value + _TEN, index + 2
    joined = after_and(keys, index + 1)
    tens = _tens(joined[0]) if joined else 0
    if value < _TEN and joined and tens > _TEN:
        return value + tens, joined[1] + 1
    return value, index + 1


def _tens(key: str) -> int:
    words = number_words()
    return words.ordinals.get(key) or words.tens.get(key, 0)
