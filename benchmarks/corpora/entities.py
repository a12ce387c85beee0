"""Words labelled with names (PERS LOC ORG MISC, begin and inside)."""

from collections.abc import Iterable, Iterator
from pathlib import Path

ANERCORP_TEST = 125_273
"""The rows of ANERcorp from here on are its usual test part: nothing is trained on them."""
KINDS = ("PERS", "LOC", "ORG", "MISC")
SLIPS = {
    "I-PRG": "I-ORG", "B-PRG": "B-ORG", "B-OEG": "B-ORG", "B-ORF": "B-ORG", "B-MSIC": "B-MISC",
    "IPERS": "I-PERS", "I-PER": "I-PERS", "B-PER": "B-PERS", "B-MIS": "B-MISC", "I-MIS": "I-MISC",
}  # fmt: skip
"""Labels that are misspelt in the files."""
LABELS = frozenset(f"{edge}-{kind}" for kind in KINDS for edge in "BI")
SENTENCE_ENDS = frozenset(".؟!?")

Labelled = list[tuple[str, str]]


def anercorp_training(shared: Path) -> list[Labelled]:
    """Gives the sentences of ANERcorp before its test part (CC BY-SA 4.0)."""
    lines = (shared / "data" / "ner" / "anercorp.tsv").read_text("utf-8").split("\n")
    rows = [line.split("\t") for line in lines if line]
    words = [(row[0].strip(), label(row[1] if len(row) > 1 else "O")) for row in rows]
    return list(cut_sentences(words[:ANERCORP_TEST]))


def aqmar(shared: Path, part: str) -> list[Labelled]:
    """Gives the sentences of one part of AQMAR: train, dev or test (CC BY-SA 3.0)."""
    return conll(shared / "data" / "ner" / f"aqmar_{part}.txt")


def cleananercorp_test(shared: Path) -> list[Labelled]:
    """Gives the corrected test part of ANERcorp (GPL-3: to evaluate on, never to train on)."""
    found = conll(shared / "data" / "ner" / "cleananercorp_test.txt")
    return list(cut_sentences([word for sentence in found for word in sentence]))


WOJOOD = {"PERS": "PERS", "GPE": "LOC", "LOC": "LOC", "FAC": "LOC", "ORG": "ORG"}
"""The types of Wojood that are names here; of nested ones the outermost of these counts."""


def wojood(shared: Path, part: str) -> list[Labelled]:
    """Gives the sentences of one part of the Wojood sample: train, val or test (MIT)."""
    path = shared / "data" / "ner" / f"wojood_sample_{part}.txt"
    blocks = path.read_text("utf-8").split("\n\n")
    read = ([row.split() for row in block.split("\n") if row.strip()] for block in blocks)
    return [
        [(row[0], outermost(row[1:])) for row in rows if row[0] != "$#$"] for rows in read if rows
    ]


def outermost(written: Iterable[str]) -> str:
    """Gives the first of nested labels that is a name here, else O."""
    for each in written:
        edge, _, kind = each.partition("-")
        if kind in WOJOOD:
            return f"{edge}-{WOJOOD[kind]}"
    return "O"


def conll(path: Path) -> list[Labelled]:
    """Gives the sentences of a file with a word and its label a line, empty lines between."""
    blocks = path.read_text("utf-8").split("\n\n")
    read = ([row.split() for row in block.split("\n") if row.strip()] for block in blocks)
    return [[(row[0], label((row[1:] or ["O"])[-1])) for row in rows] for rows in read if rows]


def label(written: str) -> str:
    """Gives the label meant by what is written, O when it is none."""
    meant = SLIPS.get(written.strip(), written.strip())
    return meant if meant in LABELS else "O"


def cut_sentences(words: Labelled, longest: int = 64) -> Iterator[Labelled]:
    """Gives the words cut after full stops, and after `longest` words at the latest."""
    held: Labelled = []
    for word in words:
        held.append(word)
        if word[0] in SENTENCE_ENDS or len(held) >= longest:
            yield held
            held = []
    if held:
        yield held


def spans(labels: Iterable[str]) -> set[tuple[int, int, str]]:
    """Gives the names in a row of labels as (first word, word after the last, kind)."""
    found, start, kind = set(), 0, ""
    for at, each in enumerate((*labels, "O")):
        if kind and each != f"I-{kind}":
            found.add((start, at, kind))
            kind = ""
        if each != "O" and not kind:
            start, kind = at, each[2:]
    return found
