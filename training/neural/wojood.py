"""The Wojood sample (MIT) with flat names, its doubtful words marked."""

import re
from collections.abc import Iterator
from pathlib import Path

from corpora.entities import Labelled

from neural.labels import DOUBTFUL

WOJOOD_KINDS = {"PERS": "PERS", "ORG": "ORG", "GPE": "LOC", "LOC": "LOC", "FAC": "LOC"}
WOJOOD_UNCLEAR = frozenset({"NORP", "WEBSITE", "PRODUCT"})
"""Kinds that ANERcorp has now under one label, now under another: nothing is learnt from them."""
ROW = re.compile(r"[ \t]+")


def wojood(shared: Path, part: str) -> list[Labelled]:
    """Gives the sentences of a part of the Wojood sample (MIT), its nested names made flat."""
    path = shared / "data" / "ner" / f"wojood_sample_{part}.txt"
    blocks = path.read_text("utf-8").split("\n\n")
    read = (
        [ROW.split(row.strip()) for row in block.split("\n") if row.strip()] for block in blocks
    )
    return [flat(rows) for rows in read if rows]


def flat(rows: list[list[str]]) -> Labelled:
    """Gives words with one label each: of nested names the longest."""
    labels = ["O"] * len(rows)
    for at, row in enumerate(rows):
        if any(tag[2:] in WOJOOD_UNCLEAR for tag in row[1:]):
            labels[at] = DOUBTFUL
    for start, end, kind in sorted(nested(rows), key=lambda each: each[0] - each[1]):
        if all(label in {"O", DOUBTFUL} for label in labels[start:end]):
            labels[start:end] = [f"B-{kind}"] + [f"I-{kind}"] * (end - start - 1)
    return [(row[0], label) for row, label in zip(rows, labels, strict=True)]


def nested(rows: list[list[str]]) -> Iterator[tuple[int, int, str]]:
    """Gives every name of a sentence as (first word, word after the last, kind)."""
    for at, row in enumerate(rows):
        for tag in row[1:]:
            if tag[0] == "B" and tag[2:] in WOJOOD_KINDS:
                end = at + 1
                while end < len(rows) and f"I-{tag[2:]}" in rows[end][1:]:
                    end += 1
                yield at, end, WOJOOD_KINDS[tag[2:]]
