"""Whether the words around a name that is a common word as well tell that a place is meant."""

from collections.abc import Iterable, Sequence
from functools import cache

from musnad.fold import fold_key
from musnad.lexicons import Entry, Match, Word, builtin
from musnad.stages.read_language.mentions_scan import Scan

ON = "علي"
"""«على», which is folded like the given name."""
AROUND = 4
LONGEST_PLACE = 3
SENTENCE = 20
LEAST_LIKELY = 50_000
"""Inhabitants of a place whose name is taken for it on the word of its nation alone."""
STOPS = frozenset((".", "\n", "؛"))


def told_place(scan: Scan, at: int, match: Match) -> Entry | None:
    """Gives the place that the words around tell: «الكرك الأردنية», «في العمارة والناصرية».

    Its nation follows, or it stands as places do, near a clear place of its country.
    """
    places = [entry for entry in match.entries if entry.type == "place" and entry.country]
    if not places:
        return None
    told = _nation(scan, match.end) if match.end < len(scan.keys) else None
    countries = {told} if told is not None else set()
    if told is None and _stands_as_place(scan, at):
        countries = set(_countries_around(scan, at, match.end))
    return next((entry for entry in places if entry.country in countries), None)


def likely_place(scan: Scan, at: int, match: Match) -> Entry | None:
    """Gives the bigger place that stands as places do, its nation said in the same sentence.

    Less sure than `told_place`: «اندلع حريق في العمارة» may tell of a building.
    """
    places = [entry for entry in match.entries if entry.population >= LEAST_LIKELY]
    if not places or not _stands_as_place(scan, at):
        return None
    nations = _nations_said(scan, at)
    return next((entry for entry in places if entry.country in nations), None)


def is_surely_place(scan: Scan, at: int) -> bool:
    """Tells whether the known name that begins here is a place beyond doubt."""
    match = scan.lexicon.match(scan.keys, at)
    if match is None:
        return False
    clear = any(entry.type == "place" and not entry.needs_head for entry in match.entries)
    return (clear and _stands_as_place(scan, at)) or told_place(scan, at, match) is not None


def _nations_said(scan: Scan, at: int) -> set[str]:
    first, last = at, at
    while first and at - first < SENTENCE and scan.keys[first - 1] not in STOPS:
        first -= 1
    while last < len(scan.keys) and last - at < SENTENCE and scan.keys[last] not in STOPS:
        last += 1
    words = (word for word in scan.words[first:last] if word is not None)
    return {word.demonym.code for word in words if word.demonym is not None}


def _nation(scan: Scan, at: int) -> str | None:
    word = scan.words[at]
    if word is None or word.demonym is None or not word.definite or word.cut:
        return None
    return word.demonym.code if word.demonym.gender == "f" else None


def _stands_as_place(scan: Scan, at: int) -> bool:
    """Tells whether a word of place stands before the name, or a name it is joined to does."""
    word = scan.words[at]
    if word is not None and word.cut and word.key[0] in "بل":
        return True
    joined = word is not None and word.cut and word.key[0] == "و"
    before = scan.keys[at - 1] if at else ""
    if before.removeprefix("و") in place_words():
        return before != ON or scan.particle(at - 1)
    end = at - 1 if before == "،" else at
    return bool(joined or end < at) and _ends_place(scan, end)


def _ends_place(scan: Scan, end: int) -> bool:
    """Tells whether a clear place ends before this token, «الجزائر العاصمة» too."""
    starts = range(max(end - LONGEST_PLACE, 0), end)
    return any(_clear_end(scan, at) == end for at in starts)


@cache
def place_words() -> frozenset[str]:
    """Gives the folded particles and directions that stand before places."""
    return frozenset(fold_key(builtin("place_words")["before"]).split())


def _countries_around(scan: Scan, first: int, last: int) -> Iterable[str]:
    for step, start in ((-1, first - 1), (1, last)):
        for at in range(start, start + step * AROUND, step):
            if not 0 <= at < len(scan.keys) or scan.keys[at] in STOPS:
                break
            yield from _clear_countries(scan, at)


def _clear_countries(scan: Scan, at: int) -> Iterable[str]:
    """Gives the countries of the place that begins here and is no common word."""
    return [entry.country for entry in _clear_places(scan, at)[1] if entry.country]


def _clear_end(scan: Scan, at: int) -> int | None:
    end, places = _clear_places(scan, at)
    return end if places else None


def _clear_places(scan: Scan, at: int) -> tuple[int, Sequence[Entry]]:
    word: Word | None = scan.words[at]
    match = scan.lexicon.match_word(word, scan.keys, at) if word and word.starts else None
    if match is None:
        return at, ()
    doubtful = match.end == at + 1 and not _after_place_noun(scan, at)
    places = (entry for entry in match.entries if entry.type == "place")
    return match.end, [entry for entry in places if not (doubtful and entry.needs_head)]


def _after_place_noun(scan: Scan, at: int) -> bool:
    word = scan.words[at - 1] if at else None
    return word is not None and word.noun is not None and "place" in word.noun.classes
