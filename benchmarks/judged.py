#!/usr/bin/env python3
"""Prints what reading found of statements that nobody annotated: right, and missed."""

import json
import math
import sys
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any, NamedTuple

from corpora.annotated import FOLDER, digest, stored_articles
from shared import shared_folder

JUDGED = FOLDER / "judged"
"""One folder for each sample, named by its seed; a later sample has a greater one."""
ASPECTS = ("statement", "content", "speaker", "relays", "act")
SURELY = {"statement", "content", "speaker"}
"""The aspects that `confidence` speaks of."""
STEPS = (0.0, 0.7, 0.8, 0.9, 1.01)
"""Where the steps of `confidence` begin, and the last one ends."""
SURE = 1.96
"""Standard deviations to either side: 95 of 100 such intervals hold the true share."""

Verdict = dict[str, Any]


class Share(NamedTuple):
    """So many of so many, with the interval that likely holds the true share (Wilson)."""

    part: int
    whole: int

    def __str__(self) -> str:
        low, high = self.interval
        return f"{self.part}/{self.whole} {self.part / self.whole:.3f} ({low:.3f} to {high:.3f})"

    @property
    def interval(self) -> tuple[float, float]:
        """Gives the lower and the upper end."""
        share, whole = self.part / self.whole, self.whole
        middle = share + SURE**2 / (2 * whole)
        spread = SURE * math.sqrt(share * (1 - share) / whole + SURE**2 / (4 * whole**2))
        scale = 1 + SURE**2 / whole
        return (middle - spread) / scale, (middle + spread) / scale


def main() -> None:
    """Prints the figures of the sample with this seed, else of the last; where the corpora are,
    also whether their texts are those judged."""
    sample = JUDGED / sys.argv[1] if len(sys.argv) > 1 else samples()[-1]
    statements, articles = judged("statements", sample), judged("articles", sample)
    print(f"sample {sample.name}")
    print("\n".join((*precision_lines(statements), "", *recall_lines(articles))))
    folder = shared_folder()
    if folder is not None:
        told = changed_texts(folder, [*statements, *articles])
        print("\n".join(("", *told)) if told else "\nAll texts are those that were judged.")


def samples() -> list[Path]:
    """Gives the folders of the samples, the last at the end."""
    return sorted(path for path in JUDGED.iterdir() if path.is_dir())


def judged(name: str, folder: Path) -> list[Verdict]:
    """Gives the verdicts on statements or on articles."""
    found: list[Verdict] = json.loads((folder / f"{name}.json").read_text("utf-8"))[name]
    return found


def precision_lines(statements: list[Verdict]) -> Iterator[str]:
    """Gives how many statements are right in each aspect, in all, and what causes the faults."""
    yield f"{len(statements)} statements judged"
    real = [one for one in statements if "statement" not in one["wrong"]]
    yield f"  is a statement         {Share(len(real), len(statements))}"
    for aspect in ASPECTS[1:]:
        right = [one for one in real if aspect not in one["wrong"]]
        yield f"  {aspect + ' right of them':22s} {Share(len(right), len(real))}"
    sure = [one for one in statements if surely(one)]
    whole = [one for one in statements if not one["wrong"]]
    yield f"  content and speaker    {Share(len(sure), len(statements))}"
    yield f"  all right              {Share(len(whole), len(statements))}"
    said = sum(one["confidence"] for one in statements) / len(statements)
    yield f"  confidence said of content and speaker, mean {said:.3f}"
    yield from confidence_lines(statements)
    yield from causes(one["cause"] for one in statements if one["wrong"])


def surely(verdict: Verdict) -> bool:
    """Tells whether content and speaker are right."""
    return not SURELY & set(verdict["wrong"])


def confidence_lines(statements: list[Verdict]) -> Iterator[str]:
    """Gives, for each step of `confidence`, what it said on average and how many are right."""
    for low, high in pairwise(STEPS):
        within = [one for one in statements if low <= one["confidence"] < high]
        if within:
            said = sum(one["confidence"] for one in within) / len(within)
            right = Share(sum(map(surely, within)), len(within))
            yield f"    from {low:.1f}: said {said:.2f}, right {right}"


def recall_lines(articles: list[Verdict]) -> Iterator[str]:
    """Gives how many statements were found of all in the articles, and why others were not."""
    missed = [each for one in articles for each in one["missed"]]
    false = sum(len(one["false"]) for one in articles)
    given = sum(one["found"] for one in articles)
    found = given - false
    yield f"{len(articles)} articles read for misses"
    yield f"  of those given, none   {Share(false, given)}"
    yield f"  statements found       {Share(found, found + len(missed))}"
    yield from causes(each["cause"] for each in missed)


def causes(found: Iterator[str]) -> Iterator[str]:
    """Gives the causes, the commonest first."""
    for cause, count in sorted(Counter(found).items(), key=lambda one: (-one[1], one[0])):
        yield f"    {count:3d} {cause}"


def changed_texts(folder: Path, verdicts: list[Verdict]) -> list[str]:
    """Gives a line for each article whose text is not the one that was judged."""
    stored = stored_articles(folder, verdicts)
    return sorted(
        {
            f"text differs or is not there: {one['article']} in {one['corpus']}"
            for one in verdicts
            if one["text_sha256"]
            not in {digest(each) for each in stored.get((one["corpus"], one["article"]), [])}
        }
    )


if __name__ == "__main__":
    main()
