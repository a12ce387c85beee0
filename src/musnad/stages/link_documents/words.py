"""Words are reduced to what two tellings of one content have in common."""

import re
from collections.abc import Iterable
from functools import cache, lru_cache
from zlib import crc32

from musnad.fold import fold_key
from musnad.lexicons import builtin

_WORD = re.compile(r"[^\W_]+")
_ARTICLE = re.compile(r"^[وف]?(?:[بك]?ال|لل)(?=\w{3})|^[وف]?[بلك](?=ا\w{4})")
_FUTURE = re.compile(r"^[وف]?س(?=[يتن]\w{3})")
_PERSON = re.compile(r"^[يت](?=\w{3})")
_ENDING = re.compile(r"(?<=\w{3})(?:تين|ات|ين|ون|ان|تها|ته|ها|هم|يه|ه|وا|ا)$")
_SHORTEST = 3


def folded_words(text: str) -> list[str]:
    """Gives the words and numbers of a text in order, folded."""
    return _WORD.findall(fold_key(text))


@cache
def listed(name: str) -> frozenset[str]:
    """Gives a list of `lexicons/linking.toml`, folded."""
    return frozenset(folded_words(builtin("linking")[name]))


@lru_cache(maxsize=200_000)
def stem(word: str) -> str:
    """Gives a folded word without article, tense, person, ending and long a."""
    if word.isdigit():
        return word
    bare = _FUTURE.sub("", _ARTICLE.sub("", word))
    bare = _ENDING.sub("", bare) if len(bare) > _SHORTEST else bare
    bare = _PERSON.sub("", bare)
    short = bare.replace("ا", "")
    return short if len(short) >= _SHORTEST else bare


def content_words(words: Iterable[str]) -> list[str]:
    """Gives the words and numbers that carry a content, in order."""
    empty = listed("function_words")
    return [word for word in words if word not in empty and (len(word) > 1 or word.isdigit())]


def hashed(word: str) -> int:
    """Gives the same number for a word on every machine."""
    return crc32(word.encode("utf-8", "surrogatepass"))


def name_key(name: str, empty: str) -> frozenset[str]:
    """Gives the words that tell a name from others, without those of the list `empty`."""
    return frozenset(map(stem, (w for w in folded_words(name) if w not in listed(empty))))


def same_name(one: frozenset[str], other: frozenset[str]) -> bool:
    """Tells whether one of two name keys holds the other; an empty key is no name."""
    return bool(one and other) and (one <= other or other <= one)
