"""Arabic renderings of Latin names (Wikidata, CC0): pairs that render one name, and near ones."""

import gzip
import random
import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable
from itertools import combinations
from pathlib import Path

from musnad.fold import fold_key

Pair = tuple[str, str]
SHORTEST = 3
NEAR_PAIRS = 4000
ALPHABET = str.maketrans({"ß": "ss", "ł": "l", "ø": "o", "æ": "ae", "đ": "d", "ı": "i"})
SOUNDS = (("ph", "f"), ("ck", "k"), ("ou", "u"), ("oo", "u"), ("ee", "i"), ("y", "i"))
CONSONANTS = str.maketrans({"c": "k", "z": "s", "w": "v", "j": "i"}) | dict.fromkeys(
    map(ord, "aeiou")
)


def rendering_pairs(path: Path) -> tuple[list[Pair], list[Pair]]:
    """Gives pairs of Arabic words that render one Latin name, and pairs one letter apart that do
    not: their Latin consonants differ.
    """
    latin: defaultdict[str, set[str]] = defaultdict(set)
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            name, letters, _ = line.split("\t")
            word = letters.replace(" ", "")
            if len(word) >= SHORTEST and word.isalpha():
                latin[word].add(_sounds(name))
    groups: defaultdict[str, list[str]] = defaultdict(list)
    for word, names in latin.items():
        for name in names:
            groups[name].append(word)
    pairs = {pair for words in groups.values() for pair in combinations(sorted(words), 2)}
    one = sorted(pair for pair in pairs if fold_key(pair[0]) != fold_key(pair[1]))
    near = [pair for pair in _one_letter_apart(latin) if not _agree(latin, *pair)]
    random.Random(1).shuffle(near)
    return one, near[:NEAR_PAIRS]


def _sounds(name: str) -> str:
    """Gives a Latin name without marks, its vowels and doubled letters in one spelling."""
    letters = unicodedata.normalize("NFD", name.lower().translate(ALPHABET))
    plain = re.sub(r"[^a-z]", "", letters)
    for spelling, sound in SOUNDS:
        plain = plain.replace(spelling, sound)
    return re.sub(r"(.)\1+", r"\1", plain)


def _one_letter_apart(words: Iterable[str]) -> list[Pair]:
    buckets: defaultdict[str, list[str]] = defaultdict(list)
    for word in words:
        for at in range(len(word)):
            buckets[f"{word[:at]}_{word[at + 1 :]}"].append(word)
    return sorted({pair for near in buckets.values() for pair in combinations(sorted(near), 2)})


def _agree(latin: dict[str, set[str]], one: str, other: str) -> bool:
    return bool(_skeletons(latin[one]) & _skeletons(latin[other]))


def _skeletons(names: set[str]) -> set[str]:
    return {name.translate(CONSONANTS) for name in names}
