"""WHEN are two names one? Keys and comparison of whole names, and the ids made of the keys."""

from functools import lru_cache

from musnad.fold import fold_key
from musnad.lexicons import Lexicon
from musnad.model.ids import identity
from musnad.model.records import EntityType
from musnad.text.name_words import (
    Company,
    bare,
    is_strict,
    name_words,
    same_word,
    split_name,
    word_key,
)

DESCRIBED = frozenset(("anonymous", "collective", "document"))
LINKS = frozenset(("بن", "بنت"))

Words = tuple[str, ...]


@lru_cache(maxsize=32768)
def entity_id(kind: EntityType, name: str) -> str:
    """Gives the id of an entity from its type and its canonical name, whatever the spelling."""
    return identity("entity", kind, fold_key(name) if kind in DESCRIBED else name_key(name))


@lru_cache(maxsize=32768)
def name_key(name: str) -> str:
    """Gives one key for the spellings of a name that are one for certain, «سيرجي» and «سيرغي».

    It depends on the name alone, so that it is the same in every article.
    """
    words = split_name(name)
    keys = (word_key(word, alone=len(words) == 1) for word in words)
    return " ".join(keys) or fold_key(name)


def same_name(one: str, other: str, lexicon: Lexicon | None = None) -> bool:
    """Tells whether two names may be spellings of one name.

    Wider than `name_key`: a middle part may be missing, the first name be a letter. Names that the
    lexicon knows are one only when they name one entry.
    """
    if fold_key(one) == fold_key(other):
        return True
    if lexicon is not None:
        entries = lexicon.entries(one), lexicon.entries(other)
        if all(entries):
            return bool(set(entries[0]) & set(entries[1]))
    return name_key(one) == name_key(other) or _alike(split_name(one), split_name(other))


def _alike(one: Words, other: Words) -> bool:
    if _aligned(one, other) or _aligned(*map(_unlinked, (one, other))):
        return True
    short, long = sorted((one, other), key=len)
    return _shortened(short, long) or _rejoined(short, long) or _turned(short, long)


def _aligned(one: Words, other: Words) -> bool:
    if not one or len(one) != len(other):
        return False
    pairs = list(zip(one, other, strict=True))
    foreign = [not any(map(is_strict, pair)) for pair in pairs]
    return all(
        _same_part(*pair, _company(len(pairs), sum(foreign) - own))
        for pair, own in zip(pairs, foreign, strict=True)
    )


def _company(words: int, foreign: int) -> Company:
    if words == 1:
        return "alone"
    return "foreign" if foreign else "arabic"


def _same_part(one: str, other: str, company: Company) -> bool:
    """«ب. الأسد»: a single letter stands for any word that begins with it."""
    if min(len(one), len(other)) == 1:
        return one[0] == other[0]
    return same_word(one, other, company)


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
    return any(_aligned(short, part) for part in (long[:count], long[-count:], outer))


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
