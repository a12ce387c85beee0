#!/usr/bin/env python3
"""Scores readings against annotated articles and ends with status 1 when a floor is not held."""

import argparse
import json
import subprocess
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import msgspec
from corpora.annotated import Pair, annotated, write_pairs
from facts import fact_figures
from floors import Floors, below, load_floors, raised, save_floors, table
from shared import ROOT, absence, shared_folder

from musnad import read_all
from musnad.evaluate import evaluate, load_gold
from musnad.fetch import receive
from musnad.model.records import Given, Reading, Received

SAMPLE = ROOT / "sample"
SCORED = ROOT / ".score"
MUST_BE_ZERO = ("spans that are not the text", "documents without a reading")
FLOORED = (
    "statement F1 @0.5", "statement F1 @0.8", "complete statement F1", "speaker", "speaker kind",
    "mode", "act", "relays exact (all)", "relays exact (where gold has any)", "first relay",
    "no false relay (of matched without any)", "recall direct @0.5", "recall mixed @0.5",
    "recall indirect @0.5", "title", "outlet", "published", "articles on the page",
    "time text and value F1", "count value and role F1", "time value F1", "quantity recall",
    "casualty/people count F1 (value + role)", "event F1", "junk paragraph F1",
)  # fmt: skip
"""The figures that get a floor; the others are printed, and may move against each other."""
FALSE_RELAYS = "false relays (of matched without any)"
"""Lower is better, so that it is turned round to have a floor."""
OUTLET_FIGURES = (
    "statement F1 @0.5", "statement F1 @0.8", "complete statement F1", "speaker", "documents",
)  # fmt: skip

Figures = dict[str, float | None]


def main() -> None:
    """Prints a table for each set; `--raise` lifts the floors, `--outlets` tells outlets apart."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--raise", dest="lift", action="store_true", help="lift the floors")
    parser.add_argument("--outlets", action="store_true", help="annotated articles by outlet too")
    options = parser.parse_args()
    reached = {"sample": sample_figures()} | shared_figures()
    if options.lift:
        save_floors(lifted(reached, load_floors()))
    floors, failed = load_floors(), []
    for name, found in reached.items():
        print("\n".join(table(name, found, floors.get(name, {}))), end="\n\n")
        failed += failures(found, floors.get(name, {}))
    if options.outlets:
        print("\n".join(outlet_lines()))
    sys.exit(1 if failed else 0)


def lifted(reached: dict[str, Figures], floors: Floors) -> Floors:
    """Gives the floors of all sets lifted to what was reached."""
    return floors | {
        name: raised(rated(found), floors.get(name, {})) for name, found in reached.items()
    }


def rated(found: Figures) -> Figures:
    """Gives the figures that get a floor."""
    return {name: value for name, value in found.items() if name in FLOORED}


def failures(found: Figures, floors: dict[str, float]) -> list[str]:
    """Gives the figures that do not hold."""
    return below(found, floors) + [name for name in MUST_BE_ZERO if found[name]]


def sample_figures() -> Figures:
    """Gives the figures of the sample, which every checkout has."""
    lexicon = (SAMPLE / "lexicon.toml").read_text("utf-8")
    received = receive([SAMPLE / "pages"], given=Given(), manifest=SAMPLE / "manifest.csv")
    readings = readings_of([one for one in received if isinstance(one, Received)], lexicon)
    scores = evaluate(load_gold(SAMPLE / "gold"), readings)
    return {
        "statement F1 @0.5": scores.statements_half.f1,
        "statement F1 @0.8": scores.statements_most.f1,
        "complete statement F1": scores.complete.f1,
        "speaker": scores.speaker,
        "speaker kind": scores.kind,
        "mode": scores.mode,
        "act": scores.act,
        "relays exact (all)": scores.relays,
        **fact_figures(SAMPLE / "gold", readings),
        "spans that are not the text": scores.broken_spans,
        "documents without a reading": scores.without_reading,
    }


def shared_figures() -> dict[str, Figures]:
    """Gives the figures of the real articles, where they are."""
    folder = shared_folder()
    if folder is None:
        print(absence("Real articles were"), end="\n\n")
        return {}
    lines = (folder / "gold" / "dev" / "input.jsonl").read_bytes().splitlines()
    articles = [Received(data=one, name="input.jsonl", format="record") for one in lines if one]
    files = sorted((folder / "pages").glob("*.txt"))
    pages = [Received(data=path.read_bytes(), name=path.name) for path in files]
    return {
        "dev": judged(folder, folder / "gold" / "dev", readings_of(articles)),
        "pages": judged(folder, folder / "gold" / "pages", readings_of(pages)),
    } | annotated_figures(folder)


def annotated_figures(folder: Path) -> dict[str, Figures]:
    """Gives the figures of each batch annotated in gold/, where its text is."""
    found = annotated(folder)
    if not found.pairs:
        print("Annotated articles were left out: their text is not in data/news.", end="\n\n")
        return {}
    for line in found.told:
        print(f"annotated article left out: {line}")
    batches: dict[str, list[Pair]] = {}
    for pair in found.pairs:
        batches.setdefault(set_name(pair.gold["batch"]), []).append(pair)
    return {name: pair_figures(folder, pairs, name) for name, pairs in batches.items()}


def set_name(batch: int) -> str:
    """Gives the name that a batch is printed under."""
    return "annotated" if batch == 1 else f"annotated {batch}"


def pair_figures(folder: Path, pairs: Sequence[Pair], name: str) -> Figures:
    """Gives the figures of these articles; their gold is written for the scorer."""
    gold = SCORED / "gold" / name
    write_pairs(pairs, gold)
    lines = [msgspec.json.encode(article) for article, _ in pairs]
    received = [Received(data=one, name=name, format="record") for one in lines]
    return judged(folder, gold, readings_of(received))


def outlet_lines() -> Iterator[str]:
    """Gives a line for each outlet of the annotated articles."""
    folder = shared_folder()
    if folder is None:
        return
    pairs = annotated(folder).pairs
    yield " | ".join(("outlet", *OUTLET_FIGURES))
    for outlet in sorted({article["outlet"] for article, _ in pairs}):
        those = [one for one in pairs if one.article["outlet"] == outlet]
        found = pair_figures(folder, those, "outlet")
        values = (found[name] for name in OUTLET_FIGURES)
        yield " | ".join((outlet, *("-" if one is None else f"{one:.3g}" for one in values)))


def readings_of(pages: Sequence[Received], *lexicons: str) -> list[Reading]:
    """Gives the readings of all articles on the pages."""
    return [reading for page in pages for reading in read_all(page, lexicons=lexicons)]


def judged(folder: Path, gold: Path, readings: Sequence[Reading | dict[str, Any]]) -> Figures:
    """Gives the figures that the scorer beside the articles reports; F1 of three-part ones."""
    SCORED.mkdir(exist_ok=True)
    written, told = SCORED / f"{gold.name}.jsonl", SCORED / f"{gold.name}.json"
    written.write_bytes(b"".join(msgspec.json.encode(one) + b"\n" for one in readings))
    given = ["--gold", str(gold), "--readings", str(written), "--json", str(told)]
    words = [sys.executable, str(folder / "tools" / "score.py"), *given]
    subprocess.run(words, check=True, stdout=subprocess.DEVNULL)
    found: dict[str, Any] = json.loads(told.read_text("utf-8"))
    flat = {key: one["F1"] if isinstance(one, dict) else one for key, one in found.items()}
    flat["no false relay (of matched without any)"] = 1 - flat[FALSE_RELAYS]
    return {key: None if value != value else value for key, value in flat.items()}  # noqa: PLR0124


if __name__ == "__main__":
    main()
