"""Times of annotated news: right values, and wrong ones given as certain, beside dateparser."""

import json
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

import dateparser.search
from score import Figures, judged, readings_of

from language import Row, Table
from musnad.model.records import Received

SET = "dev"
FIGURES = {
    "time span F1 (relaxed)": "",
    "time value F1": "time values",
    "time silent error rate": "",
}
"""What is shown of the scorer's figures, and the name of the floor."""
ABOUT = (
    "the figures of the scorer: spans that share words are paired and values must be equal; a"
    " silent error is a wrong value given as certain, as a share of the times found (lower is"
    " better); dateparser is search_dates, each find taken as a day"
)


def measure(shared: Path) -> Table:
    """Gives the figures of both readers on the annotated articles."""
    gold = shared / "gold" / SET
    lines = (gold / "input.jsonl").read_bytes().splitlines()
    peer = judged(shared, gold, [dateparser_reading(json.loads(line)) for line in lines if line])
    articles = [Received(data=one, name="input.jsonl", format="record") for one in lines if one]
    ours = judged(shared, gold, readings_of(articles))
    return Table("Times in annotated news", ABOUT, list(rows(ours, peer)))


def rows(ours: Figures, peer: Figures) -> Iterator[Row]:
    """Gives a line for each figure."""
    for what, floor in FIGURES.items():
        yield Row(what, ours[what] or 0.0, (("dateparser", peer[what] or 0.0),), floor)


def dateparser_reading(article: dict[str, Any]) -> dict[str, Any]:
    """Gives the times that dateparser finds, in the form of a reading."""
    text = "\n".join((article["title"], *article["paragraphs"]))
    settings = {"RELATIVE_BASE": datetime.fromisoformat(article["published"][:10])}
    found = dateparser.search.search_dates(text, languages=["ar"], settings=settings) or []
    times, at = [], 0
    for words, moment in found:
        start = text.find(words, at)
        if start < 0:
            continue
        at = start + len(words)
        times.append({"start": start, "end": at, "text": words, "value": f"{moment.date()}"})
    return {"article": {"source_id": article["id"], "text": text}, "times": times}
