"""News without labels: a seeded choice of articles, cut into words the way ANERcorp is."""

import json
import random
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from corpora.news import CORPORA, articles

WORDS = {"news_2013": 750_000, "news_2023_24": 500_000, "news_tunisia_2012_17": 250_000}
"""How many words are taken of each corpus."""
WORD = re.compile(r"\d+(?:[.,٫٬]\d+)*|(?:[^\W\d_]|[\u064b-\u0652\u0670\u0640])+|[^\w\s]|_")
ENDS = frozenset(".؟!?")
TAG = re.compile(r"<[^>\n]*>")
PARTS = re.compile(r"<(?:TITLE|TEXT)>(.*?)</(?:TITLE|TEXT)>", re.DOTALL)
LONGEST_SENTENCE = 64
TOLD_LETTERS = 40
"""So many letters of a line tell where it is from."""


def news_sentences(shared: Path, seed: int = 1) -> Iterator[list[str]]:
    """Gives the sentences of chosen articles, without annotated articles and repeated lines."""
    seen = annotated_lines(shared)
    for corpus in CORPORA:
        listed = list(articles(shared, corpus))
        random.Random(seed).shuffle(listed)
        left = WORDS[corpus]
        for article in listed:
            lines = article_text(article).split("\n")
            marks = {mark for mark in map(line_mark, lines) if len(mark) >= TOLD_LETTERS}
            if marks & seen:
                continue
            seen |= marks
            for sentence in (each for line in lines for each in cut(line)):
                yield sentence
                left -= len(sentence)
            if left <= 0:
                break


def article_text(article: dict[str, Any]) -> str:
    """Gives title and text of an article; raw ones have them in elements."""
    if "raw" in article:
        return TAG.sub("", "\n".join(PARTS.findall(article["raw"])))
    return f"{article.get('title') or ''}\n{article.get('text') or ''}"


def annotated_lines(shared: Path) -> set[str]:
    """Gives the marks of all lines of the annotated articles, which are never learnt from."""
    found = set()
    for path in sorted((shared / "gold").rglob("*.json")):
        if not path.name.endswith(".gold.json"):
            found |= set(map(line_mark, texts(json.loads(path.read_text("utf-8")))))
    return {mark for mark in found if len(mark) >= TOLD_LETTERS}


def texts(value: Any) -> Iterator[str]:
    """Gives the lines of all texts inside a record."""
    if isinstance(value, str):
        yield from value.split("\n")
    elif isinstance(value, dict | list):
        for inner in value.values() if isinstance(value, dict) else value:
            yield from texts(inner)


def line_mark(line: str) -> str:
    """Gives the first letters of a line without anything between them."""
    return "".join(filter(str.isalpha, line))[:TOLD_LETTERS]


def cut(line: str) -> Iterator[list[str]]:
    """Gives the sentences of a line as words; clitics stay, marks stand apart."""
    held: list[str] = []
    for word in WORD.findall(line):
        held.append(word)
        if word in ENDS or len(held) >= LONGEST_SENTENCE:
            yield held
            held = []
    if held:
        yield held


def write_labelled(
    path: Path, sentences: Iterable[tuple[list[str], list[str], list[float]]]
) -> None:
    """Writes word, label and its probability a line, an empty line after each sentence."""
    with path.open("w", encoding="utf-8") as file:
        for words, labels, shares in sentences:
            rows = zip(words, labels, shares, strict=True)
            file.write("".join(f"{one}\t{two}\t{share:.3f}\n" for one, two, share in rows) + "\n")
