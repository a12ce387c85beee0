import csv
import json
from pathlib import Path

import pytest

from musnad.lexicons import load_lexicon
from musnad.model.records import Given, Received
from musnad.stages.clean_articles import clean_articles
from musnad.stages.ingest_pages import ingest_pages

SAMPLE = Path(__file__).parents[3] / "sample"
PAGES = sorted((SAMPLE / "pages").glob("*.*"))


def clean_page(path):
    lexicon = load_lexicon(((SAMPLE / "lexicon.toml").read_text("utf-8"),))
    with (SAMPLE / "manifest.csv").open(encoding="utf-8", newline="") as manifest:
        rows = {row["file"]: row for row in csv.DictReader(manifest)}
    row = rows.get(path.name, {})
    given = Given(**{key: row.get(key) or None for key in ("outlet", "published", "url")})
    page = ingest_pages(Received(data=path.read_bytes(), name=path.name, given=given))
    return [cleaned.article for cleaned in clean_articles(page, lexicon)]


def words(line):
    return " ".join(line.split())


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_the_kept_lines_of_every_sample_page_are_right(path):
    for article in clean_page(path):
        gold = json.loads((SAMPLE / "gold" / f"{article.source_id}.gold.json").read_text("utf-8"))
        page = json.loads((SAMPLE / "gold" / f"{article.source_id}.json").read_text("utf-8"))
        kept = [p for n, p in enumerate(page["paragraphs"]) if n not in gold["junk_paragraphs"]]
        expected = [page["title"], *kept] if page["title"] else kept
        assert [words(line) for line in article.text.split("\n")] == list(map(words, expected))
        assert (article.outlet and article.outlet.name) == gold["outlet"]
        assert bool(article.published) == bool(gold["published"])
