"""Names of other languages in Arabic letters: which spellings render the same sounds.

The classes and prices were set by what the renderings of one Latin name differ in (Wikidata's
pairs): «غ» and «ج» render one g, a long vowel may be left out, «س» and «ز» stand side by side.
"""

import re
from functools import lru_cache

_CLASSES = str.maketrans({"غ": "ج", "ط": "ت", "ص": "س", "ء": None})
_DOUBLE = re.compile(r"(.)\1+")
_VOWELS = re.compile("[اي]")
_ROUGH = str.maketrans("زشثذقكخ", "سسسدججج")
_UNSTABLE = re.compile("[اويهع]|[تد]$|ت(?=[سج])")
_LONG = 7
FORBIDDEN = 9.0
"""The price of a difference that no rendering explains."""

_DROPPED = {"ي": 0.5, "ا": 0.5, "و": 0.6, "ه": 0.75}
_DROPPED_LAST = {"ه": 0.6, "د": 0.6, "ت": 0.75}
_PAIRS = {
    "زس": 0.5, "سش": 0.6, "قك": 0.3, "جق": 0.5, "جك": 0.75, "ثس": 0.4, "تث": 0.5, "جخ": 0.75,
    "اي": 0.75, "او": 0.75, "وي": 0.9, "فو": 0.75, "دذ": 0.4, "ذز": 0.4, "جي": 0.9, "جش": 0.6,
    "ثز": 0.5, "جه": 0.9, "اع": 0.5,
}  # fmt: skip
_PAIRS_LAST = {"اه": 0.25, "هي": 0.6, "دت": 0.5}
_CLUSTERS = (
    ("تش", "ج", 0.5),
    ("تش", "ش", 0.5),
    ("تس", "س", 0.5),
    ("تز", "ز", 0.5),
    ("دج", "ج", 0.3),
    ("نب", "مب", 0.3),
    ("ثس", "ث", 0.4),
    ("فو", "و", 0.6),
)


def foreign_letters(word: str) -> str:
    """Gives a folded word with each class of letters as one, doubled letters once."""
    return _DOUBLE.sub(r"\1", word.translate(_CLASSES))


def foreign_key(word: str, *, alone: bool) -> str:
    """Gives the key of a folded foreign word: long vowels inside a word may be left out.

    A short word that stands `alone` keeps its vowels, because they tell it from others.
    """
    letters = foreign_letters(word)
    if len(letters) < 4 or (alone and len(letters) < _LONG):
        return letters
    return letters[0] + _VOWELS.sub("", letters[1:-1]) + letters[-1]


@lru_cache(maxsize=16384)
def rough_key(word: str) -> str:
    """Gives what is left of a folded word without vowels and with sounds alike as one.

    Words that `foreign_distance` calls near mostly share it; it is for finding candidates fast.
    """
    return _DOUBLE.sub(r"\1", _UNSTABLE.sub("", foreign_letters(word).translate(_ROUGH)))


@lru_cache(maxsize=8192)
def foreign_distance(one: str, other: str) -> float:
    """Gives what it costs to take two folded foreign words for one; the order does not matter."""
    once = foreign_letters(one), foreign_letters(other)
    every = one.translate(_CLASSES), other.translate(_CLASSES)
    distance = _distance(*once)
    return distance if not distance or once == every else min(distance, _distance(*every))


def _distance(one: str, other: str) -> float:
    first, second = sorted((one, other))
    costs: list[list[float]] = [[0.0] * (len(second) + 1) for _ in range(len(first) + 1)]
    for at in range(len(first) + 1):
        for to in range(len(second) + 1):
            if at or to:
                costs[at][to] = min(_ways(costs, (first, second), at, to))
    return costs[-1][-1]


def _ways(costs: list[list[float]], words: tuple[str, str], at: int, to: int) -> list[float]:
    first, second = words
    ways = [FORBIDDEN]
    if at:
        ways.append(costs[at - 1][to] + _dropping(first, at - 1))
    if to:
        ways.append(costs[at][to - 1] + _dropping(second, to - 1))
    if at and to:
        last = at == len(first) and to == len(second)
        ways.append(costs[at - 1][to - 1] + _changing(first[at - 1], second[to - 1], last=last))
    for long, short, price in _CLUSTERS:
        for head, tail in ((long, short), (short, long)):
            if first.endswith(head, 0, at) and second.endswith(tail, 0, to):
                ways.append(costs[at - len(head)][to - len(tail)] + price)
    return ways


def _dropping(word: str, at: int) -> float:
    """«ستوكهولم» may begin with an alef; a vowel at the end is never too much."""
    if at == 0:
        return 0.5 if word.startswith("اس") else FORBIDDEN
    prices = _DROPPED_LAST if at == len(word) - 1 else _DROPPED
    return prices.get(word[at], FORBIDDEN)


def _changing(one: str, other: str, *, last: bool) -> float:
    if one == other:
        return 0.0
    pair = "".join(sorted((one, other)))
    if last:
        return _LAST.get(pair, FORBIDDEN)
    return _EACH.get(pair, FORBIDDEN)


_EACH = {"".join(sorted(pair)): price for pair, price in _PAIRS.items()}
_LAST = {
    pair: price for pair, price in _EACH.items() if not set(pair) & set("اوي")
} | {"".join(sorted(pair)): price for pair, price in _PAIRS_LAST.items()}  # fmt: skip
