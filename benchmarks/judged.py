#!/usr/bin/env python3
"""Prints what reading found of statements that nobody annotated: right, and missed."""

import json
import math
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from corpora.annotated import FOLDER, digest, stored_articles
from shared import shared_folder

JUDGED = FOLDER / "judged"
ASPECTS = ("statement", "content", "speaker", "relays", "act")
SURELY = {"statement", "content", "speaker"}
"""The aspects that `confidence` speaks of."""
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
    """Prints the figures; where the corpora are, also whether their texts are those judged."""
    statements, articles = judged("statements"), judged("articles")
    print("\n".join((*precision_lines(statements), "", *recall_lines(articles))))
    folder = shared_folder()
    if folder is not None:
        told = changed_texts(folder, [*statements, *articles])
        print("\n".join(("", *told)) if told else "\nAll texts are those that were judged.")


def judged(name: str, folder: Path = JUDGED) -> list[Verdict]:
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
    sure = [one for one in statements if not SURELY & set(one["wrong"])]
    whole = [one for one in statements if not one["wrong"]]
    yield f"  content and speaker    {Share(len(sure), len(statements))}"
    yield f"  all right              {Share(len(whole), len(statements))}"
    said = sum(one["confidence"] for one in statements) / len(statements)
    yield f"  confidence said of content and speaker, mean {said:.3f}"
    yield from causes(one["cause"] for one in statements if one["wrong"])


def recall_lines(articles: list[Verdict]) -> Iterator[str]:
    """Gives how many statements were found of all in the articles, and why others were not."""
    missed = [each for one in articles for each in one["missed"]]
    found = sum(one["found"] - len(one["false"]) for one in articles)
    yield f"{len(articles)} articles read for misses"
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
