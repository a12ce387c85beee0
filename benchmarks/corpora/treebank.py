"""UD_Arabic-PUD (CC BY-SA 3.0): written words with their parts."""

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple


class Part(NamedTuple):
    """One syntactic word: its form, lemma, tag and features as the treebank has them."""

    form: str
    lemma: str
    tag: str
    features: str


class Written(NamedTuple):
    """One written word and its parts, more than one where clitics are attached."""

    form: str
    parts: tuple[Part, ...]


Sentence = tuple[Written, ...]


def pud(shared: Path) -> list[Sentence]:
    """Gives the 1,000 sentences of UD_Arabic-PUD."""
    return sentences(shared / "data" / "treebank" / "ar_pud.conllu")


def sentences(path: Path) -> list[Sentence]:
    """Gives the sentences of a CoNLL-U file."""
    blocks = path.read_text("utf-8").split("\n\n")
    read = (tuple(written_words(block.split("\n"))) for block in blocks)
    return [sentence for sentence in read if sentence]


def written_words(lines: list[str]) -> Iterator[Written]:
    """Gives the written words of one sentence: lines «3-4» join the lines after them."""
    rows = [line.split("\t") for line in lines if line and not line.startswith("#")]
    joined, until, held = "", 0, []
    for row in rows:
        if "-" in row[0]:
            joined, until, held = row[1], int(row[0].split("-")[1]), []
            continue
        part = Part(row[1], row[2], row[3], row[5])
        if int(row[0]) > until:
            yield Written(row[1], (part,))
            continue
        held.append(part)
        if int(row[0]) == until:
            yield Written(joined, tuple(held))
