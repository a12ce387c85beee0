"""Whether the clause around a time speaks of the future."""

from functools import lru_cache

from musnad.stages.read_language.times_sense import Scan
from musnad.stages.read_language.times_words import time_words

_BOUNDS = frozenset((".", "؟", "!", "\n", "؛", ":", "»", "«", '"', "“", "”"))
_BACK, _AHEAD = 14, 6
_SHORTEST = 4
_IMPERFECT = frozenset("يتنا")


def is_future(scan: Scan, start: int, end: int) -> bool:
    """Says whether the clause of tokens `start` to `end` has a word of the future."""
    return _behind(scan, start) or _ahead(scan, end)


def _behind(scan: Scan, start: int) -> bool:
    for at in range(start - 1, max(-1, start - 1 - _BACK), -1):
        key = scan.keys[at]
        if future_word(key):
            return True
        if key in _BOUNDS or key in time_words().tense_stops:
            return False
        if key in {"،", ","} and at < start - 1:
            return False
    return False


def _ahead(scan: Scan, end: int) -> bool:
    for at in range(end, min(len(scan.keys), end + _AHEAD)):
        key = scan.keys[at]
        if key in _BOUNDS or key in time_words().tense_stops:
            return False
        if future_word(key):
            return True
        if key in {"،", ","} and at > end:
            return False
    return False


@lru_cache(maxsize=65536)
def future_word(key: str) -> bool:
    """Says whether a folded word is «سـ» with an imperfect verb, or names what is to come."""
    words = time_words()
    bare = key[1:] if key[:1] in {"و", "ف"} and len(key) > 4 else key
    if key in words.future or bare in words.future:
        return True
    return _is_future_verb(bare, words.not_future)


def _is_future_verb(key: str, others: frozenset[str]) -> bool:
    if len(key) < _SHORTEST or key[0] != "س" or key[1] not in _IMPERFECT or key[1] == "ا":
        return False
    if key[1] == "ن" and key.startswith(("سنو", "سنت", "سند", "سنغ", "سني")):
        return False
    stem = key.removesuffix("ها").removesuffix("هم").removesuffix("ه")
    return key not in others and stem not in others and stem + "ه" not in others
