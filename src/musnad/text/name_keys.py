"""WHEN are two names one? Keys and comparison of whole names, and the ids made of the keys."""

import re

from musnad.fold import fold_key, foreign_distance, foreign_key, foreign_letters
from musnad.lexicons import Lexicon
from musnad.model.ids import identity
from musnad.model.records import EntityType
from musnad.text.memo import remembered
from musnad.text.name_words import (
    TITLES,
    Company,
    bare,
    is_arabic,
    is_strict,
    lone_word_key,
    name_words,
    same_word,
    split_name,
    strict_form,
    word_key,
)

DESCRIBED = frozenset(("anonymous", "collective", "document"))
BEFORE_NAMES = frozenset(("محمد", "احمد"))
"""First names that may be left out before another: «محمد حسني السيد مبارك»."""
RENDERED = frozenset(("place", "organisation", "media"))
IN_BRACKETS = re.compile(r"\([^()]*\)")
THE = frozenset(("ذا", "ذي", "ذه"))
SHORT_DEFINITE = 4
LEAST_ENDING, LEAST_PLACE, LEAST_BY_KEY = 4, 5, 6
NEAR = 0.6
"""Renderings of a place's name differ by this at most, and have so many letters."""
LINKS = frozenset(("بن", "بنت"))

Words = tuple[str, ...]


def entity_id(kind: EntityType, name: str) -> str:
    """Gives the id of an entity from its type and its canonical name, whatever the spelling."""
    return _id_of((kind, name))


@remembered(32_768)
def _id_of(named: tuple[EntityType, str]) -> str:
    kind, name = named
    return identity("entity", kind, fold_key(name) if kind in DESCRIBED else name_key(name))


@remembered(32_768)
def name_key(name: str) -> str:
    """Gives one key for the spellings of a name that are one for certain, «سيرجي» and «سيرغي».

    It depends on the name alone, so that it is the same in every article.
    """
    words = split_name(name)
    keys = [word_key(word) for word in words] if len(words) > 1 else map(lone_word_key, words)
    return " ".join(keys) or fold_key(name)


@remembered(16_384)
def folded_words(name: str) -> Words:
    """Gives the folded words of a name: an article asks for those of its few names many times."""
    return tuple(fold_key(name).split())


def first_word(name: str) -> str:
    """Gives the first of the folded words of a name, empty when it has none."""
    words = folded_words(name)
    return words[0] if words else ""


def same_name(one: str, other: str, lexicon: Lexicon | None = None) -> bool:
    """Tells whether two names may be spellings of one name.

    Wider than `name_key`: a middle part may be missing, the first name be a letter. Names that the
    lexicon knows are one only when they name one entry.
    """
    if fold_key(one) == fold_key(other):
        return True
    one, other = _plain(one), _plain(other)
    if lexicon is not None:
        entries = lexicon.entries(one), lexicon.entries(other)
        if all(entries):
            return bool(set(entries[0]) & set(entries[1]))
        known, unknown = (entries[0], other) if entries[0] else (entries[1], one)
        placed = known and known[0].type in RENDERED and not lexicon.ordinary(fold_key(unknown))
        if placed and (_renders_place(one, other) or _differ_by_article(one, other)):
            return True
    return name_key(one) == name_key(other) or _alike(split_name(one), split_name(other))


def _plain(name: str) -> str:
    """«الوكالة السعودية (واس)»: the name without what stands in brackets."""
    return IN_BRACKETS.sub("", name).strip() or name


def _renders_place(one: str, other: str) -> bool:
    """«زيمبابوي» and «زمبابوي»: a known place or body and an unknown word of nearly its sounds."""
    first, second = split_name(one), split_name(other)
    return len(first) == len(second) and all(map(_of_near_sound, first, second))


def _differ_by_article(one: str, other: str) -> bool:
    """«الكونغرس» and «كونغرس», where one is known and the other is no word of the language."""
    first, second = split_name(one), split_name(other)
    return len(first) == len(second) == 1 and bare(first[0]) == bare(second[0])


def _of_near_sound(one: str, other: str) -> bool:
    if is_strict(one) and is_strict(other) and not _accidental(one, other):
        return strict_form(one) == strict_form(other)
    first, second = foreign_letters(bare(one)), foreign_letters(bare(other))
    shorter = min(len(first), len(second))
    if first[-1] != second[-1] and {first[-1], second[-1]} != {"ا", "ه"}:
        return False
    if first[:-1] == second[:-1]:
        return one == other or shorter >= LEAST_ENDING
    if shorter >= LEAST_BY_KEY and _foreign_skeleton(first) == _foreign_skeleton(second):
        return True
    return shorter >= LEAST_PLACE and foreign_distance(first, second) <= NEAR


def _foreign_skeleton(word: str) -> str:
    return foreign_key(word, alone=False)


def _accidental(one: str, other: str) -> bool:
    """«نيجيريا» and «نيجريا» look like adjectives of nations: «نيجري» with an ending."""
    stems = bare(one), bare(other)
    return all(stem in name_words().demonyms and stem.endswith("ا") for stem in stems)


def _alike(one: Words, other: Words) -> bool:
    one, other = _without_the(one), _without_the(other)
    if _aligned(one, other) or _aligned(*map(_unlinked, (one, other))):
        return True
    short, long = sorted((one, other), key=len)
    if _after_post(short, long):
        return True
    return _shortened(short, long) or _rejoined(short, long) or _turned(short, long)


def _aligned(one: Words, other: Words) -> bool:
    if not one or len(one) != len(other):
        return False
    pairs = list(zip(one, other, strict=True))
    foreign = [not any(map(is_arabic, pair)) for pair in pairs]
    *outer, last = (
        (pair, _company(len(pairs), sum(foreign) - own))
        for pair, own in zip(pairs, foreign, strict=True)
    )
    family = bare(one[0]) in name_words().given and _same_family(*last[0])
    return (family or _same_part(*last[0], last[1])) and all(
        _same_part(*pair, company) or _same_given(*pair) for pair, company in outer
    )


def _same_given(one: str, other: str) -> bool:
    """«الحبيب بورقيبة» and «حبيب بورقيبة»: a given name before the family's, with ال or without."""
    return bare(one) == bare(other) and _is_given(bare(one))


def _same_family(one: str, other: str) -> bool:
    """«علي المملوك» and «علي مملوك»; «بدر سعيد» is no «بدر السعيد», but Saeed's son."""
    lists, stem = name_words(), bare(one)
    own = stem not in lists.demonyms and stem not in lists.given
    return one != other and stem == bare(other) and own


def _is_given(word: str) -> bool:
    return word in name_words().given or word in name_words().one


def _after_post(short: Words, long: Words) -> bool:
    """«وزير الموانئ سامر الحداد» and «سامر الحداد»: a whole name at the end of post and name."""
    count, nouns = len(short), name_words().nouns
    if count < 2 or count >= len(long) or bare(short[0]) in nouns:
        return False
    noun = nouns.get(bare(long[0]))
    if noun is None or noun.classes.isdisjoint(TITLES) or not _starts_person(short[0]):
        return False
    return _aligned(short, long[-count:])


def _starts_person(word: str) -> bool:
    return bare(word) in name_words().given or not is_strict(word)


def _company(words: int, foreign: int) -> Company:
    if words == 1:
        return "alone"
    return "foreign" if foreign else "arabic"


def _same_part(one: str, other: str, company: Company) -> bool:
    """«ب. الأسد»: a single letter stands for any word that begins with it."""
    if min(len(one), len(other)) == 1 and one[0] == other[0]:
        return True
    return same_word(one, other, company)


def _without_the(words: Words) -> Words:
    """«ذي غارديان», «السي آي إيه»: no article before a word of another language."""
    first, *rest = words or ("",)
    if rest and first in THE and not is_strict(rest[0]):
        return tuple(rest)
    short = rest and len(first) == SHORT_DEFINITE and first.startswith("ال")
    return (first[2:], *rest) if short else words


def _unlinked(words: Words) -> Words:
    return words[:1] + tuple(word for word in words[1:] if word not in LINKS)


def _shortened(short: Words, long: Words) -> bool:
    """«بشار حافظ الأسد»: at least two parts that stand at the ends of the longer name."""
    if len(short) < 2 or len(short) == len(long) or short[-1] in LINKS:
        return False
    if not _of_person(long[0]):
        return False
    count = len(short)
    outer = (*long[: count - 1], long[-1])
    parts = [long[:count], long[-count:], outer]
    if long[0] in BEFORE_NAMES and len(long) > count + 1:
        parts.append((*long[1:count], long[-1]))
    if count > 2:
        parts.append((long[0], *long[1 - count :]))
    return any(_aligned(short, part) for part in parts)


def _of_person(word: str) -> bool:
    lists = name_words()
    return (
        not is_strict(word) or word in lists.given or word in LINKS or bare(word) not in lists.nouns
    )


def _rejoined(short: Words, long: Words) -> bool:
    """«لو دريان» and «لودريان»: two words of the longer name are one of the shorter."""
    if len(long) - len(short) not in (1, 2):
        return False
    joined = ((*long[:at], long[at] + long[at + 1], *long[at + 2 :]) for at in range(len(long) - 1))
    return any(
        _aligned(short, each) or (len(each) > len(short) and _rejoined(short, each))
        for each in joined
    )


def _turned(one: Words, other: Words) -> bool:
    """«أوربان فيكتور»: the order is free where no word is Arabic."""
    if len(one) != len(other) or len(one) < 2 or any(map(is_strict, (*one, *other))):
        return False
    return _aligned(one, (*other[1:], other[0])) or _aligned(one, (other[-1], *other[:-1]))
