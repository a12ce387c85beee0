"""How often the corpora print each word, and after what."""

import re
from collections import Counter
from pathlib import Path

from corpora.news import CORPORA, articles

from musnad.fold import fold_key

WORD = re.compile("[ء-ي\u064b-\u0652\u0670ٱـ]+|[^\\s]")
MARKS = re.compile("[\u064b-\u0650\u0652\u0670ـ]")
BEFORE = {
    "noun": "في من إلى عن بعد قبل خلال بين مع حول ضد منذ عند تحت فوق دون أمام بسبب عبر كل بعض",
    "verb": "لم لن سوف قد لقد الذي التي الذين لا",
}
"""Small words that a noun follows, and those that a verb follows."""
Counts = tuple[int, int, int]


def word_counts(shared: Path) -> dict[str, Counts]:
    """Gives the counts of each word as printed, its vowels left out.

    They are three: after a word of nouns, after one of verbs, after any other.
    """
    kinds = {fold_key(lead + word): kind for kind, words in BEFORE.items()
             for word in words.split() for lead in ("", "و", "ف")}  # fmt: skip
    counts: Counter[tuple[str, str]] = Counter()
    kind_of: dict[str, str] = {}
    for name in CORPORA:
        for article in articles(shared, name):
            before = ""
            for word in WORD.findall(f"{article.get('title') or ''} . {article.get('text') or ''}"):
                counts[word, before] += 1
                if word not in kind_of:
                    kind_of[word] = kinds.get(fold_key(word), "")
                before = kind_of[word]
    return gathered(counts)


def gathered(counts: Counter[tuple[str, str]]) -> dict[str, Counts]:
    """Gives the counts by word without its vowels."""
    found: dict[str, list[int]] = {}
    for (word, before), count in counts.items():
        plain = MARKS.sub("", word)
        if "ء" <= plain[:1] <= "ي":
            found.setdefault(plain, [0, 0, 0])[("noun", "verb", "").index(before)] += count
    return {word: (each[0], each[1], each[2]) for word, each in found.items()}
