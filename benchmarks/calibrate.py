"""Writes lexicons/confidence.toml: how often each rule of attribution is right on gold/dev.

Needs the shared gold (`make calibrate`); without it says so and changes nothing.
"""

import sys
from collections import Counter
from pathlib import Path

from shared import ROOT, absence, shared_folder

from musnad.evaluate import gold_pages, load_gold, right_statements
from musnad.lexicons import load_lexicon
from musnad.pipeline.read import read_page

TARGET = ROOT / "src" / "musnad" / "lexicons" / "confidence.toml"
PRIOR = 10
"""A rule seen rarely is drawn towards the share of all rules, as if seen so often more."""
HEAD = """\
# How often a rule of attribution is right on gold/dev (content and speaker), written by
# benchmarks/calibrate.py. Rules seen rarely are drawn towards the overall share.

"""


def count(gold: Path) -> tuple[Counter[str], Counter[str]]:
    """Gives how many statements each rule makes on the gold, and how many of them are right."""
    documents = {document.id: document for document in load_gold(gold)}
    made: Counter[str] = Counter()
    right: Counter[str] = Counter()
    for page in gold_pages(gold):
        for reading in read_page(page, load_lexicon()):
            document = documents.get(reading.article.source_id)
            good = right_statements(document, reading) if document is not None else frozenset()
            made.update(statement.made_by for statement in reading.statements)
            right.update(s.made_by for s in reading.statements if s.id in good)
    return made, right


def table(made: Counter[str], right: Counter[str]) -> str:
    """Gives the text of the file."""
    overall = right.total() / made.total()
    shares = {rule: (right[rule] + PRIOR * overall) / (made[rule] + PRIOR) for rule in made}
    lines = [f'"{rule}" = {shares[rule]:.2f}' for rule in sorted(shares)]
    return f"{HEAD}overall = {overall:.2f}\n\n[rule]\n" + "\n".join(lines) + "\n"


def main() -> int:
    """Writes the table, or says why not."""
    folder = shared_folder()
    if folder is None:
        print(absence("The calibration is"))
        return 0
    TARGET.write_text(table(*count(folder / "gold" / "dev")), "utf-8")
    print(f"{TARGET.name} written")
    return 0


if __name__ == "__main__":
    sys.exit(main())
