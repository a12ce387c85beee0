"""Real news articles: for counting and measuring, never for the repository."""

import gzip
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

CORPORA = ("news_2013", "news_2023_24", "news_tunisia_2012_17")


def articles(shared: Path, name: str) -> Iterator[dict[str, Any]]:
    """Gives the articles of one corpus as they are stored: title, text, outlet, time."""
    with gzip.open(shared / "data" / "news" / f"{name}.jsonl.gz", "rt", encoding="utf-8") as lines:
        yield from map(json.loads, lines)
