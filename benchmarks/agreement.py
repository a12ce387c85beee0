#!/usr/bin/env python3
"""Prints how far the second reading of the annotated articles agrees with the first."""

import json
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from corpora.annotated import FILES, FOLDER, Annotation, Pair, Span, annotated, text_of, write_pairs
from score import SCORED, judged
from shared import absence, shared_folder

SECOND = FOLDER / "second"
FIGURES = (
    "documents", "statement F1 @0.5", "statement F1 @0.8", "complete statement F1", "cue exact",
    "speaker", "speaker kind", "relays exact (all)", "relays exact (where gold has any)", "act",
    "mode", "source exact", "time value F1", "casualty/people count F1 (value + role)", "event F1",
    "event status",
)  # fmt: skip

Marks = dict[str, Any]


def main() -> None:
    """Prints a line for each figure; the scorer takes the second reading for one of Musnad."""
    folder = shared_folder()
    if folder is None:
        print(absence("The second readings were"))
        return
    second = readings_in(SECOND)
    pairs = [pair for pair in annotated(folder).pairs if pair.gold["id"] in second]
    print("\n".join(lines(folder, pairs, second)))


def readings_in(folder: Path) -> dict[str, Annotation]:
    """Gives the annotations in the folder by the id of their article."""
    found = (json.loads(path.read_text("utf-8")) for path in sorted(folder.glob(FILES)))
    return {one["id"]: one for one in found}


def lines(folder: Path, pairs: list[Pair], second: dict[str, Annotation]) -> Iterator[str]:
    """Gives the figures, one a line."""
    gold = SCORED / "gold" / "second"
    write_pairs(pairs, gold)
    readings = [reading_of(second[pair.gold["id"]], text_of(pair.article)) for pair in pairs]
    found = judged(folder, gold, readings)
    for name in FIGURES:
        value = found[name]
        yield f"{name:42s} {'-' if value is None else f'{value:.3f}'}"
    counts = people_f1((pair.gold, second[pair.gold["id"]]) for pair in pairs)
    yield f"{'people counts F1, wherever they stand':42s} {counts:.3f}"


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


def people_f1(pairs: Iterable[tuple[Annotation, Annotation]]) -> float:
    """Gives the agreement on counts of people: role and value, wherever in the article."""
    same = all_counts = 0
    for first, second in pairs:
        one, other = people_of(first), people_of(second)
        same += (one & other).total()
        all_counts += one.total() + other.total()
    return 2 * same / all_counts if all_counts else 1.0


def people_of(one: Annotation) -> Counter[tuple[str, float | None]]:
    """Gives role and value of the counts of people harmed, taken or displaced."""
    counts = (each for each in one["quantities"] if each["role"] != "other")
    return Counter((each["role"], each["value"]) for each in counts)


if __name__ == "__main__":
    main()
