"""The folded words of a text, by which gold and readings are compared."""

import difflib
import re
from collections.abc import Iterable
from functools import lru_cache

from musnad.fold import fold_key

_MARKS = "\u0610-\u061a\u064b-\u065f\u0670\u0640"
_WORD = re.compile(rf"\d+|[^\W\d_{_MARKS}]+(?:[{_MARKS}]+[^\W\d_{_MARKS}]*)*")
_ARTICLE = re.compile(r"^(و?ال)")
_TITLES_PRINTED = """السيد الدكتور د اللواء العميد المهندس الشيخ الفريق العقيد الرئيس الوزير السفير
    المستشار الأستاذ النائب الجنرال وكالة صحيفة قناة موقع شبكة تلفزيون راديو إذاعة للأنباء
    الإخبارية مجلة"""
_TITLES = frozenset(fold_key(title) for title in _TITLES_PRINTED.split())
_BARE_TITLES = frozenset(title.removeprefix("ال") for title in _TITLES)


class Words:
    """The words of one text in order: folded, with code point offsets."""

    def __init__(self, text: str) -> None:
        found = [(fold_key(m.group()), m.start(), m.end()) for m in _WORD.finditer(text)]
        self.text = text
        self.words = [word for word in found if word[0]]
        self.keys = [key for key, _, _ in self.words]

    def between(self, start: int, end: int) -> list[int]:
        """Gives the numbers of the words that share a character with `text[start:end]`."""
        return [i for i, (_, a, b) in enumerate(self.words) if a < end and b > start]


def first_occurrences(text: str) -> dict[int, int]:
    """Gives, for each word of a line that repeats an earlier one, the earlier word's number."""
    same: dict[int, int] = {}
    seen: dict[tuple[str, ...], int] = {}
    position = 0
    for line in text.split("\n"):
        key = tuple(Words(line).keys)
        first = seen.setdefault(key, position)
        if first != position:
            same.update((position + k, first + k) for k in range(len(key)))
        position += len(key)
    return same


def aligned(found: Words, gold: Words) -> dict[int, int]:
    """Gives, for each word of `found` that stands in `gold` in the same order, its number there."""
    matcher = difflib.SequenceMatcher(None, found.keys, gold.keys, autojunk=False)
    return {a + k: b + k for a, b, size in matcher.get_matching_blocks() for k in range(size)}


def overlap(one: frozenset[int], other: frozenset[int]) -> float:
    """Gives the Jaccard overlap of two sets of words, 0 to 1."""
    return len(one & other) / len(one | other) if one | other else 0.0


@lru_cache(maxsize=4096)
def _name_words(name: str) -> frozenset[str]:
    return frozenset(
        _ARTICLE.sub("", word)
        for word in fold_key(name).split()
        if word not in _TITLES and word.removeprefix("ال") not in _BARE_TITLES
    )


def same_name(gold: str | None, found: str | None) -> bool:
    """Tells whether two names agree: the shorter one's words all in the longer, at most four more.

    Articles and titles do not count; a gold name may list alternatives as «أ|ب».
    """
    return any(
        _agree(_name_words(one), _name_words(found or "")) for one in (gold or "").split("|")
    )


def _agree(one: frozenset[str], other: frozenset[str]) -> bool:
    if not one or not other:
        return one == other
    return (one <= other or other <= one) and abs(len(one) - len(other)) <= 4


def same_names(gold: Iterable[str], found: Iterable[str]) -> bool:
    """Tells whether two lists hold the same names in the same order."""
    one, other = list(gold), list(found)
    return len(one) == len(other) and all(map(same_name, one, other))
