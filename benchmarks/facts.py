"""What `musnad evaluate` does not judge: facts of the article, times and counts, against gold."""

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

from musnad.fold import fold_key
from musnad.model.records import Article, Reading

Gold = dict[str, Any]
FACTS = ("title", "outlet", "published", "articles on the page")


def fact_figures(folder: Path, readings: Sequence[Reading]) -> dict[str, float]:
    """Gives the share of right facts and the F1 of times and counts over a gold folder."""
    by_source = {reading.article.source_id: reading for reading in readings}
    on_page = Counter(page_of(source) for source in by_source)
    right: Counter[str] = Counter()
    documents = [json.loads(path.read_text("utf-8")) for path in folder.glob("*.gold.json")]
    for gold in documents:
        reading = by_source.get(gold["id"])
        if reading is not None:
            right.update(right_facts(gold, reading.article, on_page[page_of(gold["id"])]))
    shares = {name: right[name] / len(documents) for name in FACTS}
    pairs = [(gold, by_source.get(gold["id"])) for gold in documents]
    return shares | {
        "time text and value F1": f1((times(gold), found_times(one)) for gold, one in pairs),
        "count value and role F1": f1((counts(gold), found_counts(one)) for gold, one in pairs),
    }


def page_of(source_id: str) -> str:
    """Gives the id of the page: of «page#2» it is «page»."""
    return source_id.partition("#")[0]


def right_facts(gold: Gold, article: Article, articles: int) -> Iterator[str]:
    """Gives the names of the facts that are right; an unknown one is right where gold has null."""
    if fold_key(gold["title"] or "") == fold_key(article.title or ""):
        yield "title"
    if fold_key(gold["outlet"] or "") == fold_key(article.outlet.name if article.outlet else ""):
        yield "outlet"
    found = article.published.value if article.published else ""
    if bool(gold["published"]) == bool(found) and found.startswith(gold["published"] or ""):
        yield "published"
    if gold["articles_on_page"] == articles:
        yield "articles on the page"


def times(gold: Gold) -> Counter[Any]:
    """Gives the annotated times as (folded text, value)."""
    return Counter((fold_key(each["text"]), each["value"] or None) for each in gold["times"])


def found_times(reading: Reading | None) -> Counter[Any]:
    """Gives the times of a reading as (folded text, value)."""
    return Counter((fold_key(each.text), each.value) for each in (reading.times if reading else ()))


def counts(gold: Gold) -> Counter[Any]:
    """Gives the annotated counts of people as (value, comparator, role)."""
    return Counter(
        (each["value"], each["comparator"], each["role"])
        for each in gold["quantities"]
        if each.get("role") not in {None, "other"}
    )


def found_counts(reading: Reading | None) -> Counter[Any]:
    """Gives the counts of people in a reading as (value, comparator, role)."""
    return Counter(
        (each.value, each.comparator, each.role)
        for each in (reading.quantities if reading else ())
        if each.role != "other"
    )


def f1(pairs: Iterable[tuple[Counter[Any], Counter[Any]]]) -> float:
    """Gives the F1 over all documents of what both sides hold."""
    both = wanted = found = 0
    for gold, mine in pairs:
        both += (gold & mine).total()
        wanted += gold.total()
        found += mine.total()
    return 2 * both / (wanted + found) if wanted + found else 0.0
