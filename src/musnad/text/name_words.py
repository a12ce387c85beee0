"""The words of a name: which spelling is strict, which renders a foreign sound."""

import re
from functools import cache, lru_cache
from typing import Literal

from msgspec import Struct

from musnad.fold import fold_key, foreign_distance, foreign_key, foreign_letters
from musnad.lexicons import Demonym, Noun
from musnad.lexicons.files import builtin
from musnad.lexicons.lexicon import NAME_FILES
from musnad.lexicons.nouns import read_nouns
from musnad.lexicons.ordinary import is_ordinary, read_ordinary
from musnad.lexicons.rows import read_demonyms

WORD = re.compile(r"[^\W_]+")
ARABIC_ONLY = frozenset("حعضظ")
ENDINGS = ("ي", "يه")
ARTICLE = "ال"
FATHER = ("ابو", "ابا", "ابي")
TAILS = frozenset(("الله", "الدين"))
TITLES = frozenset(("title", "office"))
BUDGETS = ((3, 0.6), (4, 0.6), (5, 0.75), (8, 1.1), (99, 1.5))
"""Up to how many letters a foreign word beside others may differ by how much."""
ALONE = ((3, 0.3), (4, 0.5), (5, 0.6), (8, 1.1), (99, 1.5))
"""The same for a word that is the whole name."""
BY_CHANCE = 0.6
"""What a foreign word may differ by from one that is a word of the language by chance."""
Company = Literal["alone", "arabic", "foreign"]
UNLISTED_OWN = 0.45
"""What an unlisted word with «ال» may differ by: letters of one class, no vowel."""


class NameWords(Struct, frozen=True):
    """The word lists that names are compared by; keys are folded."""

    given: frozenset[str]
    foreign: frozenset[str]
    nouns: dict[str, Noun]
    demonyms: dict[str, Demonym]
    stems: frozenset[str]
    particles: frozenset[str]
    theophoric: frozenset[str]
    one: dict[str, str]
    apart: frozenset[frozenset[str]]
    short: frozenset[frozenset[str]]


@cache
def name_words() -> NameWords:
    """Gives the built-in lists."""
    names, spellings = builtin("given_names"), builtin("name_spellings")
    given = _folded(names["given"]) - _folded(spellings["loose"])
    demonyms: dict[str, Demonym] = {}
    for file in NAME_FILES:
        for form, demonym in read_demonyms(builtin(file)):
            demonyms.setdefault(fold_key(form), demonym)
    groups = [fold_key(line).split() for line in spellings["one"].split("\n") if line]
    return NameWords(
        given=given,
        foreign=_folded(names["foreign"] + spellings["loose"]) - given,
        nouns=read_nouns(),
        demonyms=demonyms,
        stems=read_ordinary(),
        particles=_folded(builtin("phrase_words")["particles"]),
        theophoric=_folded(names["theophoric"]),
        one={word: group[0] for group in groups for word in group},
        apart=frozenset(
            frozenset(fold_key(line).split()) for line in spellings["apart"].split("\n") if line
        ),
        short=frozenset(
            frozenset((line[0], form))
            for line in map(str.split, fold_key(spellings["short"]).strip().split("\n"))
            for form in line[1:]
        ),
    )


def _folded(words: str) -> frozenset[str]:
    return frozenset(fold_key(words).split())


def bare(word: str) -> str:
    """Gives a folded word without its article."""
    return word[2:] if word.startswith(ARTICLE) and len(word) > len("الله") else word


@lru_cache(maxsize=32768)
def is_strict(word: str) -> bool:
    """Tells whether a folded word is Arabic, so that each of its letters counts."""
    lists, stem = name_words(), bare(word)
    if word in lists.one or word in lists.given or stem in lists.given:
        return True
    if word in lists.foreign or stem in lists.foreign:
        return False
    if ARABIC_ONLY & set(word) or stem in lists.nouns or stem in lists.demonyms:
        return True
    if any(stem.removesuffix(ending) in lists.given for ending in ENDINGS):
        return True
    return not word[0].isalpha() or is_ordinary(word, lists.stems, lists.particles)


@lru_cache(maxsize=32768)
def strict_form(word: str) -> str:
    """Gives the one form of all spellings of a folded Arabic word."""
    lists = name_words()
    once = word.replace("وو", "و").replace("يي", "ي")
    for shape in (word, once):
        if shape in lists.one:
            return lists.one[shape]
    stem = bare(word)
    article = word[: len(word) - len(stem)]
    if stem in lists.demonyms and stem not in lists.given:
        known = lists.demonyms[stem]
        return f"{article}{fold_key(known.state)}.{known.gender}{known.number}{known.plural:d}"
    return article + lists.one[stem] if article and stem in lists.one else once


@lru_cache(maxsize=32768)
def word_key(word: str, *, alone: bool) -> str:
    """Gives the key of one folded word of a name that stands `alone` or among others."""
    if is_strict(word):
        return strict_form(word)
    stem = bare(word)
    if stem != word and stem not in name_words().foreign:
        return foreign_letters(word)
    return foreign_key(stem, alone=alone)


def same_word(one: str, other: str, company: Company) -> bool:
    """Tells whether two folded words are spellings of one word in a name.

    In foreign `company` more may be taken for chance; a word `alone` has to be nearer.
    """
    lists, pair = name_words(), frozenset((one, other))
    if one == other or (company != "alone" and pair in lists.short):
        return True
    if pair in lists.apart:
        return False
    if is_strict(one) or is_strict(other):
        if strict_form(one) == strict_form(other) or _differ_by_article(one, other):
            return True
        by_chance = company == "foreign" and not _is_known(one) and not _is_known(other)
        if by_chance and foreign_distance(one, other) <= BY_CHANCE:
            return True
        return _of_one_sound(one, other)
    distance = min(foreign_distance(one, other), foreign_distance(bare(one), bare(other)))
    return distance <= _budget(one, other, ALONE if company == "alone" else BUDGETS)


def _of_one_sound(one: str, other: str) -> bool:
    """«جدعون» and «غدعون»: words that no list holds, of the same letters but for their class."""
    unlisted = not any(map(_is_known, (one, other))) and ARABIC_ONLY & set(one) & set(other)
    return bool(unlisted) and foreign_letters(one) == foreign_letters(other)


def _is_known(word: str) -> bool:
    """Tells whether a folded word is an Arabic name or a nation's, not Arabic by its look alone."""
    lists, stem = name_words(), bare(word)
    return word in lists.given or word in lists.one or stem in lists.demonyms


def _budget(one: str, other: str, budgets: tuple[tuple[int, float], ...]) -> float:
    lists = name_words()
    for word in (one, other):
        if bare(word) != word and bare(word) not in lists.foreign and word not in lists.foreign:
            return UNLISTED_OWN
    longest = max(len(foreign_letters(one)), len(foreign_letters(other)))
    return next(budget for letters, budget in budgets if longest <= letters)


def _differ_by_article(one: str, other: str) -> bool:
    """«منصف» and «المنصف» as a family's name; a given name or a common word with ال is another.

    In the Maghreb «لعمامرة» is «العمامرة».
    """
    if one.removeprefix("ا") == other.removeprefix("ا") and ARTICLE in {one[:2], other[:2]}:
        return True
    stem = bare(one)
    if stem != bare(other) or stem in name_words().given:
        return False
    return stem not in name_words().nouns and stem not in name_words().stems


def split_name(name: str) -> tuple[str, ...]:
    """Gives the folded words of a name: «عبد» and «أبو» joined to theirs, titles left out."""
    words = [word for word in WORD.findall(fold_key(name)) if word]
    joined: list[str] = []
    for word in words:
        if joined and _joins(joined[-1], word):
            joined[-1] += word
        else:
            joined.append("بن" if word == "ابن" else word)
    return tuple(map(_father, _untitled(joined)))


def _joins(before: str, word: str) -> bool:
    if before in {"عبد", ARTICLE}:
        return word.startswith(ARTICLE) == (before == "عبد")
    return word in TAILS or before in FATHER


def _father(word: str) -> str:
    """«أبي بكر», «ابوبكر» and «أبو بكر» are one."""
    rest = word[3:]
    known = rest in name_words().given or rest.startswith(ARTICLE)
    return "ابو" + rest if word.startswith(FATHER) and (known or len(rest) > 3) else word


def _untitled(words: list[str]) -> list[str]:
    first = 0
    while first + 1 < len(words) and _is_title(words[first], words[first + 1]):
        first += 1
    return words[first:]


def _is_title(word: str, after: str) -> bool:
    """«الدكتور سامي» and «د. سامي»; the post in «الرئيس السوري» names somebody."""
    lists = name_words()
    if word == "د":
        return True
    noun = lists.nouns.get(bare(word))
    titled = noun is not None and noun.classes & TITLES and (word != bare(word))
    return bool(titled) and (after in lists.given or not is_strict(after))
