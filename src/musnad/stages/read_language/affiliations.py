"""Whose side a person or a body is on: country and sector, told by the words of post or name."""

from collections.abc import Iterable
from functools import cache, lru_cache

from musnad.fold import fold_key
from musnad.lexicons import Lexicon, builtin

MEMO_LIMIT = 8192
LEADING = frozenset(map(fold_key, ("رئيس", "رئيسة", "نائب", "قائد", "دولة")))
"""Words of many posts: they count when no other word does."""


@cache
def _sectors() -> tuple[list[str], dict[str, int]]:
    """Gives the codes, and for each word the place of the first that it tells."""
    rows, places = builtin("sectors")["sector"], dict[str, int]()
    for place, row in enumerate(rows):
        for word in fold_key(row["words"]).split():
            places.setdefault(word, place)
    return [row["code"] for row in rows], places


def find_sector(said: frozenset[str]) -> str | None:
    """Gives the sector of folded words without article, None when they tell none.

    «رئيس النادي» is sport, «رئيس» alone government.
    """
    codes, places = _sectors()
    for telling in (said - LEADING, said):
        found = [places[word] for word in telling if word in places]
        if found:
            return codes[min(found)]
    return None


@lru_cache(maxsize=MEMO_LIMIT)
def find_country(words: frozenset[str], lexicon: Lexicon) -> str | None:
    """Gives the country of folded words without article: of the one nation, else state, named.

    Else that of the place that a governor governs: «محافظ حلب».
    """
    nations: set[str] = set()
    states: set[str | None] = set()
    for stem in words:
        word = lexicon.word(stem)
        if word is not None and word.demonym is not None and word.demonym.code:
            nations.add(word.demonym.code)
        states.update(entry.country for entry in lexicon.entries(stem) if entry.kind == "state")
    codes = nations or (states - {None})
    if not codes and not words.isdisjoint(_governors()):
        codes = _of_places(words, lexicon)
    return codes.pop() if len(codes) == 1 else None


@cache
def _governors() -> frozenset[str]:
    return frozenset(fold_key(builtin("place_words")["governors"]).split())


def _of_places(words: Iterable[str], lexicon: Lexicon) -> set[str | None]:
    """Gives the countries of all places that the words may name."""
    names = (name for word in words for name in (word, f"ال{word}"))
    entries = (entry for name in names for entry in lexicon.entries(name))
    return {entry.country for entry in entries if entry.type == "place"}
