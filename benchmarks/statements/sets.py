"""The annotated real articles with what Musnad reads in them, read once for all tables."""

import json
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

import msgspec
from corpora.annotated import Pair, annotated, write_pairs
from score import SCORED, set_name

from musnad.evaluate import GoldDocument, load_gold
from musnad.lexicons import load_lexicon
from musnad.model.records import Reading, Received
from musnad.pipeline.read import read_page

Record = dict[str, Any]


class Known(NamedTuple):
    """An article as received, its gold and its reading."""

    article: Record
    document: GoldDocument
    reading: Reading

    @property
    def outlet(self) -> str:
        """Gives the name of its outlet."""
        return str(self.article["outlet"])


@cache
def gold_sets(shared: Path) -> dict[str, tuple[Known, ...]]:
    """Gives the articles of dev and of each annotated batch whose text is there."""
    sets = {"dev": known(shared / "gold" / "dev")}
    batches: dict[str, list[Pair]] = {}
    for pair in annotated(shared).pairs:
        batches.setdefault(set_name(pair.gold["batch"]), []).append(pair)
    for name, pairs in batches.items():
        folder = SCORED / "gold" / name
        write_pairs(pairs, folder)
        sets[name] = known(folder)
    return sets


def known(folder: Path) -> tuple[Known, ...]:
    """Gives the articles of a gold folder with their readings."""
    articles = {
        document.id: json.loads((folder / f"{document.id}.json").read_text("utf-8"))
        for document in load_gold(folder)
    }
    return tuple(
        Known(articles[document.id], document, reading_of(articles[document.id]))
        for document in load_gold(folder)
    )


def reading_of(article: Record) -> Reading:
    """Gives the reading of an article given as a record."""
    page = Received(data=msgspec.json.encode(article), name="article.json", format="record")
    return read_page(page, load_lexicon())[0]
