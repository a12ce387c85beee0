"""Whether the clause around a time speaks of the future."""

from musnad.stages.read_language.times_sense import Scan
from musnad.stages.read_language.times_words import time_words
from musnad.text.memo import remembered

_BOUNDS = frozenset((".", "؟", "!", "\n", "؛", ":", "»", "«", '"', "“", "”"))
_COMMAS = frozenset("،,")
_BACK, _AHEAD = 14, 6
_SHORTEST = 4
_IMPERFECT = frozenset("يتنا")
_FUTURE, _STOP, _COMMA = 1, 2, 4


@remembered(65_536)
def _sign(key: str) -> int:
    """Gives what a folded word tells of the tense of the words around it, 0 when it is nothing."""
    stops = key in _BOUNDS or key in time_words().tense_stops
    return future_word(key) * _FUTURE | stops * _STOP | (key in _COMMAS) * _COMMA


def is_future(scan: Scan, start: int, end: int) -> bool:
    """Says whether the clause of tokens `start` to `end` has a word of the future."""
    return _behind(scan.keys, start) or _ahead(scan.keys, end)


def _behind(keys: list[str], start: int) -> bool:
    for at in range(start - 1, max(-1, start - 1 - _BACK), -1):
        sign = _sign(keys[at])
        if not sign:
            continue
        if sign & _FUTURE:
            return True
        if sign & _STOP or at < start - 1:
            return False
    return False


def _ahead(keys: list[str], end: int) -> bool:
    for at in range(end, min(len(keys), end + _AHEAD)):
        sign = _sign(keys[at])
        if not sign:
            continue
        if sign & _STOP:
            return False
        if sign & _FUTURE:
            return True
        if at > end:
            return False
    return False


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
