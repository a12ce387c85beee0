#!/usr/bin/env python3
"""Writes how frequent each folded word is in our news corpora (`trained/word_bands.xz`)."""

import re
from collections import Counter
from pathlib import Path
from typing import Any

from corpora.news import CORPORA, articles
from shared import absence, shared_folder

from musnad.fold import fold_key
from musnad.trained.frequencies import FILE, pack_bands

TARGET = Path(__file__).parents[1] / "src" / "musnad" / "trained" / FILE
LEAST = 2
"""A word seen less often than this is left out: most are misspelt or glued."""
LONGEST = 20
WORD = re.compile("[ء-ي]+")


def main() -> None:
    """Counts the words of all corpora and writes their bands."""
    shared = shared_folder()
    if shared is None:
        print(absence("Word frequencies were"))
        return
    counts = count_words(shared)
    kept = {word: n for word, n in counts.items() if n >= LEAST and len(word) <= LONGEST}
    TARGET.write_bytes(pack_bands(kept))
    print(f"{counts.total()} words, {len(counts)} different, {len(kept)} kept: {TARGET.name}")


def count_words(shared: Path) -> Counter[str]:
    """Gives how often each folded Arabic word stands in titles and texts."""
    counts: Counter[str] = Counter()
    for name in CORPORA:
        for article in articles(shared, name):
            counts.update(WORD.findall(fold_key(printed(article))))
    return counts


def printed(article: dict[str, Any]) -> str:
    """Gives the words of an article: title and text, or the raw page where it has none."""
    return " ".join(article.get(field) or "" for field in ("title", "text", "raw"))


if __name__ == "__main__":
    main()
