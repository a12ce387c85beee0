"""News without labels: a seeded choice of articles, none of those that people annotated."""

import json
import random
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from corpora.annotated import FILES, FOLDER
from corpora.news import CORPORA, articles

WORDS = {"news_2013": 300_000, "news_2023_24": 200_000, "news_tunisia_2012_17": 100_000}
"""How many words are taken of each corpus."""
TAG = re.compile(r"<[^>\n]*>")
PARTS = re.compile(r"<(?:TITLE|TEXT)>(.*?)</(?:TITLE|TEXT)>", re.DOTALL)
TOLD_LETTERS = 40
"""So many letters of a line tell where it is from."""

Row = tuple[str, str, float]
"""A word, its label, and how likely that is."""


def news_texts(shared: Path, share: float = 1.0, seed: int = 1) -> Iterator[str]:
    """Gives the texts of chosen articles, `share` of what is taken; none repeats a line."""
    seen, measured = annotated_lines(shared), annotated_articles()
    for corpus in CORPORA:
        listed = (each for each in articles(shared, corpus) if each["id"] not in measured)
        texts = [article_text(article) for article in listed]
        random.Random(seed).shuffle(texts)
        left = share * WORDS[corpus]
        for text in texts:
            marks = marks_of(text.split("\n"))
            if marks & seen:
                continue
            seen |= marks
            yield text
            left -= len(text.split())
            if left <= 0:
                break


def article_text(article: dict[str, Any]) -> str:
    """Gives title and text of an article; raw ones have them in elements."""
    if "raw" in article:
        return TAG.sub("", "\n".join(PARTS.findall(article["raw"])))
    return f"{article.get('title') or ''}\n{article.get('text') or ''}"


def annotated_articles() -> set[str]:
    """Gives the ids of the articles of the corpora that the repository annotates."""
    return {json.loads(path.read_text("utf-8"))["article"] for path in FOLDER.glob(FILES)}


def annotated_lines(shared: Path) -> set[str]:
    """Gives the marks of all lines of the annotated articles, which are never learnt from."""
    found: set[str] = set()
    for path in sorted((shared / "gold").rglob("*.json")):
        if not path.name.endswith(".gold.json"):
            found |= marks_of(texts(json.loads(path.read_text("utf-8"))))
    return found


def texts(value: Any) -> Iterator[str]:
    """Gives the lines of all texts inside a record."""
    if isinstance(value, str):
        yield from value.split("\n")
    elif isinstance(value, dict | list):
        for inner in value.values() if isinstance(value, dict) else value:
            yield from texts(inner)


def marks_of(lines: Iterable[str]) -> set[str]:
    """Gives the marks of the lines that are long enough to tell."""
    return {mark for mark in map(line_mark, lines) if len(mark) >= TOLD_LETTERS}


def line_mark(line: str) -> str:
    """Gives the first letters of a line without anything between them."""
    return "".join(filter(str.isalpha, line))[:TOLD_LETTERS]


def write_labelled(path: Path, sentences: Iterable[Iterable[Row]]) -> None:
    """Writes word, label and its share a line, an empty line after each sentence."""
    with path.open("w", encoding="utf-8") as file:
        for rows in sentences:
            file.write("".join(f"{one}\t{two}\t{share:.3f}\n" for one, two, share in rows) + "\n")
