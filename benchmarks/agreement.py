#!/usr/bin/env python3
"""Prints how far the second readings of annotated articles agree with the first."""

import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from corpora.annotated import FILES, FOLDER, Annotation, Pair, Span, annotated, text_of, write_pairs
from score import SCORED, Figures, judged
from shared import absence, shared_folder

SECOND = FOLDER / "second"
FIGURES = (
    "documents", "statement F1 @0.5", "statement F1 @0.8", "complete statement F1", "cue exact",
    "speaker", "speaker kind", "relays exact (all)", "relays exact (where gold has any)", "act",
    "mode", "source exact", "time value F1", "casualty/people count F1 (value + role)", "event F1",
    "event status",
)  # fmt: skip

Marks = dict[str, Any]
Readings = list[tuple[Annotation, Annotation]]
"""The first and the second reading of each article."""


def main() -> None:
    """Prints a line for each figure; the scorer takes the second reading for one of Musnad."""
    folder = shared_folder()
    if folder is None:
        print(absence("The second readings were"))
        return
    second = readings_in(SECOND)
    pairs = [pair for pair in annotated(folder).pairs if pair.gold["id"] in second]
    print("\n".join(lines({name: figures(folder, some, second) for name, some in groups(pairs)})))


def groups(pairs: list[Pair]) -> Iterator[tuple[str, list[Pair]]]:
    """Gives the articles of each batch, then all of them."""
    for batch in sorted({pair.gold["batch"] for pair in pairs}):
        yield f"batch {batch}", [pair for pair in pairs if pair.gold["batch"] == batch]
    yield "all", pairs


def readings_in(folder: Path) -> dict[str, Annotation]:
    """Gives the annotations in the folder by the id of their article."""
    found = (json.loads(path.read_text("utf-8")) for path in sorted(folder.glob(FILES)))
    return {one["id"]: one for one in found}


def figures(folder: Path, pairs: list[Pair], second: dict[str, Annotation]) -> Figures:
    """Gives how far the two readings of these articles agree."""
    gold = SCORED / "gold" / "second"
    write_pairs(pairs, gold)
    first, texts = readings_in(FOLDER), {pair.gold["id"]: text_of(pair.article) for pair in pairs}
    both = [(first[name], second[name]) for name in texts]
    found = judged(folder, gold, [reading_of(second[name], text) for name, text in texts.items()])
    return {
        "statements of the first reading": sum(len(one["statements"]) for one, _ in both),
        "statements of the second reading": sum(len(other["statements"]) for _, other in both),
        **{name: found[name] for name in FIGURES},
        "people counts F1, wherever they stand": people_f1(both),
        "act, beyond chance (kappa)": kappa(labels("act", both)),
        "mode, beyond chance (kappa)": kappa(labels("mode", both)),
    }


def lines(found: dict[str, Figures]) -> Iterator[str]:
    """Gives the names of the groups, then the figures, one a line with a column for each group."""
    yield " " * 42 + "".join(f"{name:>9s}" for name in found)
    for figure in next(iter(found.values())):
        yield f"{figure:42s}" + "".join(f"{printed(one[figure]):>9s}" for one in found.values())


def printed(value: float | None) -> str:
    """Gives a whole number as it is, a share with three figures, nothing as a dash."""
    if value is None:
        return "-"
    return f"{value:.3f}" if isinstance(value, float) else str(value)


def reading_of(one: Annotation, text: str) -> Marks:
    """Gives an annotation as the scorer wants a reading; junk paragraphs stay in its text."""
    return {
        "article": {"source_id": one["id"], "text": text},
        "statements": [statement_of(each, text) for each in one["statements"]],
        "times": [each | marked(each["span"], text) for each in one["times"]],
        "quantities": [each | marked(each["span"], text) for each in one["quantities"]],
        "events": [event_of(each, text) for each in one["events"]],
    }


def statement_of(one: Annotation, text: str) -> Marks:
    """Gives a statement with its spans marked; names after the first are aliases."""
    name, *aliases = (one["who"] or "").split("|")
    return one | {
        "cue": marked(one["cue"], text),
        "source": marked(one["source"], text) if one["source"] else None,
        "content": [marked(part, text) for part in one["content"]],
        "speaker": {"name": name or None, "aliases": aliases, "kind": one["kind"]},
        "medium": one.get("medium", "").split("|")[0],
    }


def event_of(one: Annotation, text: str) -> Marks:
    """Gives an event with its trigger marked and its participants named."""
    named = {role: {"name": one[role]} for role in ("actor", "recipient", "place")}
    return one | named | {"trigger": marked(one["trigger"], text)}


def marked(span: Span, text: str) -> Marks:
    """Gives a span with the text it covers."""
    start, end = span
    return {"start": start, "end": end, "text": text[start:end]}


def people_f1(pairs: Readings) -> float:
    """Gives the agreement on counts of people: role and value, wherever in the article."""
    same = all_counts = 0
    for first, second in pairs:
        one, other = people_of(first), people_of(second)
        same += (one & other).total()
        all_counts += one.total() + other.total()
    return 2 * same / all_counts if all_counts else 1.0


def labels(key: str, pairs: Readings) -> list[tuple[str, str]]:
    """Gives what both readings have under the key, of the statements whose cues overlap."""
    return [
        (one[key], other[key])
        for first, second in pairs
        for one in first["statements"]
        for other in second["statements"]
        if one["cue"][0] < other["cue"][1] and other["cue"][0] < one["cue"][1]
    ]


def kappa(found: list[tuple[str, str]]) -> float:
    """Gives Cohen's kappa: the share of equal labels beyond what their frequencies make equal."""
    if not found:
        return 1.0
    same = sum(one == other for one, other in found) / len(found)
    ours, theirs = (Counter(side) for side in zip(*found, strict=True))
    chance = sum(ours[label] * theirs[label] for label in ours) / len(found) ** 2
    return 1.0 if chance == 1 else (same - chance) / (1 - chance)


def people_of(one: Annotation) -> Counter[tuple[str, float | None]]:
    """Gives role and value of the counts of people harmed, taken or displaced."""
    counts = (each for each in one["quantities"] if each["role"] != "other")
    return Counter((each["role"], each["value"]) for each in counts)


if __name__ == "__main__":
    main()
