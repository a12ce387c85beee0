"""UD_Arabic-PUD (CC BY-SA 3.0): written words with their parts."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

ARABIC = re.compile("[\u0621-\u065f\u0670-\u06d3]+")
DASH = "\u0640"
PUD_TRAINING = 800
"""The sentences of UD_Arabic-PUD after these are its test part: no shipped model sees them."""
GLUED = "SpaceAfter=No"


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
    """Gives the written words of one sentence.

    Lines «3-4» join the lines after them; UD_Arabic-PUD has none, there a word without space
    after it joins the next where both are Arabic letters.
    """
    rows = [line.split("\t") for line in lines if line and not line.startswith("#")]
    joined, until = "", 0
    held: list[Part] = []
    for row in rows:
        if "-" in row[0]:
            joined, until = row[1], int(row[0].split("-")[1])
            continue
        if held and until < int(row[0]) and not (is_arabic(row[1]) and is_arabic(held[-1].form)):
            yield Written("".join(part.form for part in held), tuple(held))
            held = []
        held.append(Part(row[1], row[2], row[3], row[5]))
        if int(row[0]) < until or (int(row[0]) > until and GLUED in row[9]):
            continue
        yield Written(joined or "".join(part.form for part in held), tuple(held))
        joined, held = "", []


def is_arabic(form: str) -> bool:
    """Tells whether a form is written with Arabic letters and marks only; a dash «ـ» is not."""
    return ARABIC.fullmatch(form) is not None and form.strip(DASH) != ""
