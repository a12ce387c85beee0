"""Numbers in figures and in words, read from folded tokens."""

from functools import cache
from typing import NamedTuple

from musnad.fold import fold_key
from musnad.lexicons import builtin
from musnad.text.tokens import Tokens

_MARKS = {".": ".", "٫": ".", ",": ",", "٬": ",", "،": ","}
_HALF_WORDS = {"half": 0.5, "third": 1 / 3, "two_thirds": 2 / 3, "quarter": 0.25}


class Number(NamedTuple):
    """A number that ends before token `end`; `words` is true when no figure is in it."""

    value: float | int
    end: int
    words: bool


class NumberWords(NamedTuple):
    """Folded number words by what they do: add up, multiply, or be a fraction."""

    plain: dict[str, int]
    scales: dict[str, int]
    dual_scales: dict[str, int]
    fractions: dict[str, float]
    ordinals: dict[str, int]


@cache
def number_words() -> NumberWords:
    """Gives the folded tables of `lexicons/numbers.toml`."""
    table = builtin("numbers")
    plain: dict[str, int] = {}
    for name in ("units", "tens", "hundreds"):
        plain |= _by_word(table[name])
    fractions = {
        fold_key(word): share
        for name, share in _HALF_WORDS.items()
        for word in table["fractions"][name]
    }
    return NumberWords(
        plain,
        _by_word(table["scales"]),
        _by_word(table["dual_scales"]),
        fractions,
        _by_word(table["ordinals"]),
    )


def _by_word(rows: dict[str, list[str]]) -> dict[str, int]:
    return {fold_key(word): int(value) for value, words in rows.items() for word in words}


def read_number(tokens: Tokens, index: int) -> Number | None:
    """Gives the number that starts at token `index`, in figures, words or both; else None."""
    if index >= len(tokens.keys):
        return None
    if tokens.keys[index].isdecimal():
        number = _scaled(tokens.keys, read_figures(tokens, index))
        return _with_figures(tokens, number)
    words = _read_words(tokens.keys, index)
    return _with_figures(tokens, words) if words else None


def read_figures(tokens: Tokens, index: int) -> Number:
    """Gives the number written in figures at `index`, with its separators («34,454», «1.2»)."""
    keys, starts, ends = tokens.keys, tokens.starts, tokens.ends
    text, at = keys[index], index + 1
    groups = 0
    while at + 1 < len(keys) and keys[at + 1].isdecimal():
        mark = _MARKS.get(keys[at])
        if mark is None or ends[at - 1] != starts[at] or ends[at] != starts[at + 1]:
            break
        digits = keys[at + 1]
        grouping = mark == "," and len(digits) == 3 and len(keys[index]) <= 3
        if not grouping and (groups or "." in text):
            break
        text += digits if grouping else "." + digits
        groups += grouping
        at += 2
    return Number(float(text) if "." in text else int(text), at, False)


def _scaled(keys: list[str], number: Number) -> Number:
    scales = number_words().scales
    value, at = number.value, number.end
    while at < len(keys) and keys[at] in scales:
        value, at = value * scales[keys[at]], at + 1
    if at > number.end and at < len(keys) and keys[at].startswith("و"):
        value, at = _add_rest(keys, value, at, scales[keys[at - 1]])
    return Number(_whole(value), at, False)


def _with_figures(tokens: Tokens, number: Number) -> Number:
    """Adds the figures of «مليون و200 ألف» to the words before them."""
    keys, at = tokens.keys, number.end
    scale = _last_scale(keys[at - 1], number_words())
    joined = keys[at : at + 1] == ["و"] and keys[at + 1 : at + 2]
    if scale == 1 or not joined or not joined[0].isdecimal():
        return number
    rest = _scaled(keys, read_figures(tokens, at + 1))
    if rest.value >= scale:
        return number
    return Number(_whole(number.value + rest.value), rest.end, number.words)


def _add_rest(keys: list[str], value: float | int, at: int, scale: int) -> tuple[float | int, int]:
    share = number_words().fractions.get(keys[at][1:])
    if share:
        return value + share * scale, at + 1 + (keys[at + 1 : at + 2] == ["ال" + keys[at - 1]])
    rest = _read_words(keys, at, after=True)
    if rest and rest.value < scale:
        return value + rest.value, rest.end
    return value, at


def _read_words(keys: list[str], index: int, after: bool = False) -> Number | None:
    """Reads «ثلاثة آلاف وخمسمئة»; with `after` the first word too carries «و»."""
    words = number_words()
    total: float | int = 0
    group: float | int = 0
    at = index
    while at < len(keys):
        key = keys[at]
        joined = key[0] == "و" and key[1:] if (at > index or after) else None
        word = joined or key
        if at > index and not joined and not _follows(keys[at - 1], key, words):
            break
        if group and word in words.scales and not joined:
            total, group = total + group * words.scales[word], 0
        elif word in words.dual_scales:
            total += 2 * words.dual_scales[word]
        elif word in words.scales and at == index:
            total += words.scales[word]
        elif word in words.plain:
            group = _grown(group, words.plain[word])
        elif word in words.fractions and at > index and joined:
            total += words.fractions[word] * _last_scale(keys[at - 1], words)
        else:
            break
        at += 1
    if at == index:
        return _fraction(keys, index, words)
    return Number(_whole(total + group), at, True)


def _grown(group: float | int, value: int) -> float | int:
    if value == 100 and 3 <= group <= 9:
        return group * 100
    return group + value


def _follows(before: str, key: str, words: NumberWords) -> bool:
    """Says whether `key` continues a number without «و»: a scale, a teen's ten, a hundred."""
    if key in words.scales:
        return True
    value = words.plain.get(key)
    return value in (10, 100) and words.plain.get(before.removeprefix("و"), 99) < 10


def _last_scale(key: str, words: NumberWords) -> int:
    return words.scales.get(key) or words.dual_scales.get(key) or 1


def _fraction(keys: list[str], index: int, words: NumberWords) -> Number | None:
    share = words.fractions.get(keys[index])
    scale = words.scales.get(keys[index + 1]) if share and index + 1 < len(keys) else None
    if not share or not scale:
        return None
    return Number(_whole(share * scale), index + 2, True)


def _whole(value: float | int) -> float | int:
    rounded = round(value, 6)
    return int(rounded) if rounded == int(rounded) else rounded


def read_ordinal(keys: list[str], index: int) -> tuple[int, int] | None:
    """Gives the ordinal at `index` («الحادي عشر», «الخامس والعشرين») and where it ends."""
    ordinals = number_words().ordinals
    value = ordinals.get(keys[index]) if index < len(keys) else None
    if value is None:
        return None
    after = keys[index + 1] if index + 1 < len(keys) else ""
    if value < 10 and after in ("عشر", "عشره"):
        return value + 10, index + 2
    if value < 10 and after[:1] == "و" and ordinals.get(after[1:], 0) >= 20:
        return value + ordinals[after[1:]], index + 2
    return value, index + 1
