"""How well spellings of one name are told from names that look alike, beside letters alone.

The pairs of name_pairs.toml were written before the rules were tuned; lines 1, 3, 5… of a class
were seen in tuning, lines 2, 4, 6… were not. Wikidata's pairs are single words that render one
Latin name (marks, doubled letters and i/y aside), against words one letter apart whose Latin
consonants differ; many of the latter are renderings of one sound all the same.
"""

import tomllib
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from corpora.renderings import Pair, rendering_pairs
from rapidfuzz.fuzz import ratio

from language import Row, Table
from musnad.lexicons import load_lexicon
from musnad.text.name_keys import name_key, same_name

PAIRS = Path(__file__).with_name("name_pairs.toml")
THRESHOLDS = range(50, 101)
PARTS = {"": slice(None), " seen in tuning": slice(0, None, 2), " not seen": slice(1, None, 2)}
Judge = Callable[[str, str], bool]


def measure(shared: Path) -> Table:
    """Gives the share of variants taken for one and of lookalikes kept apart."""
    rows: list[Row] = []
    for which, part in PARTS.items():
        rows += _rows(f"pairs{which}", _pairs("variants", part), _pairs("lookalikes", part))
    renderings = rendering_pairs(shared / "data/names/wikidata_latin_arabic_20.txt.gz")
    rows += _rows("Wikidata, held 20 %", *renderings)
    return Table(
        title="Linking of names",
        about="variants taken for one name, lookalikes for two; rapidfuzz ratio at its best",
        rows=rows,
        notes=tuple(_faults()),
    )


def _pairs(kind: str, part: slice) -> list[Pair]:
    """Gives the pairs on these lines of each class."""
    classes = tomllib.loads(PAIRS.read_text("utf-8"))[kind].values()
    lines = (line for written in classes for line in written.strip().split("\n")[part])
    return [(one, other) for one, _, other in (line.partition(" | ") for line in lines)]


def _rows(what: str, variants: Sequence[Pair], lookalikes: Sequence[Pair]) -> Iterator[Row]:
    best = max(THRESHOLDS, key=lambda least: sum(_shares(variants, lookalikes, _fuzzy(least))))
    judges: dict[str, Judge] = {f"rapidfuzz {best}": _fuzzy(best), "key alone": _same_key}
    ours = _shares(variants, lookalikes, _judge)
    others = {name: _shares(variants, lookalikes, judge) for name, judge in judges.items()}
    for at, (kind, pairs) in enumerate((("variants", variants), ("lookalikes", lookalikes))):
        beside = tuple((name, shares[at]) for name, shares in others.items())
        yield Row(f"{what}: {kind} ({len(pairs)})", ours[at], beside, f"{what}: {kind}")


def _shares(
    variants: Sequence[Pair], lookalikes: Sequence[Pair], judge: Judge
) -> tuple[float, float]:
    taken = sum(judge(*pair) for pair in variants) / len(variants)
    return taken, sum(not judge(*pair) for pair in lookalikes) / len(lookalikes)


def _judge(one: str, other: str) -> bool:
    return same_name(one, other, load_lexicon())


def _same_key(one: str, other: str) -> bool:
    return name_key(one) == name_key(other)


def _fuzzy(least: int) -> Judge:
    return lambda one, other: ratio(one, other) >= least


def _faults() -> Iterator[str]:
    for kind, wanted in (("variants", True), ("lookalikes", False)):
        wrong = [pair for pair in _pairs(kind, PARTS[" seen in tuning"]) if _judge(*pair) != wanted]
        yield f"{kind} judged wrongly, seen half: " + "; ".join(" | ".join(pair) for pair in wrong)
