#!/usr/bin/env python3
"""Writes how many people bear each folded name in Wikidata (`trained/name_bands.xz`)."""

import gzip
from collections import Counter
from pathlib import Path

from shared import absence, shared_folder

from musnad.fold import fold_key
from musnad.stages.read_language.names_classes import NAMES_FILE
from musnad.trained.frequencies import pack_bands

TARGET = Path(__file__).parents[1] / "src" / "musnad" / "trained" / NAMES_FILE
FILES = ("wikidata_latin_arabic_20.txt.gz", "wikidata_latin_arabic_80.txt.gz")
SHORTEST = 3
"""A shorter name is too often a piece of a word."""


def main() -> None:
    """Counts the bearers of all names and writes their bands."""
    shared = shared_folder()
    if shared is None:
        print(absence("The frequencies of names were"))
        return
    counts = count_names(shared)
    TARGET.write_bytes(pack_bands(counts))
    print(f"{counts.total()} bearers, {len(counts)} names: {TARGET.name}")


def count_names(shared: Path) -> Counter[str]:
    """Gives how many bear each folded name: a line has Latin, Arabic letters apart, a number."""
    counts: Counter[str] = Counter()
    for name in FILES:
        with gzip.open(shared / "data" / "names" / name, "rt", encoding="utf-8") as lines:
            for line in lines:
                _, arabic, bearers = line.rstrip("\n").split("\t")
                key = fold_key(arabic.replace(" ", ""))
                if len(key) >= SHORTEST:
                    counts[key] += int(bearers)
    return counts


if __name__ == "__main__":
    main()
