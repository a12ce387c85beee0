"""Real articles annotated by reading: offsets in gold/, text in the corpora outside."""

import gzip
import hashlib
import json
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

import msgspec
from shared import ROOT

FOLDER = ROOT / "gold"
FILES = "b*.json"
TAGGED = "news_tunisia_2012_17"
"""The corpus whose records are marked up; the others name their fields."""
DAY_FIRST = re.compile(r"(\d\d)/(\d\d)/(\d{4})")

Annotation = dict[str, Any]
Record = dict[str, Any]
Span = tuple[int, int]


class Pair(NamedTuple):
    """An article as Musnad receives it, and its gold as the scorer reads it."""

    article: Record
    gold: Annotation


class Found(NamedTuple):
    """What could be joined, and what is to be told of the rest."""

    pairs: list[Pair]
    told: list[str]


class Named(msgspec.Struct):
    """The one field that tells whether a record is wanted."""

    id: str


def annotated(shared: Path, folder: Path = FOLDER) -> Found:
    """Gives the annotated articles whose text is there and unchanged."""
    annotations = [json.loads(path.read_text("utf-8")) for path in sorted(folder.glob(FILES))]
    stored = stored_articles(shared, annotations)
    pairs, told = [], []
    for one in annotations:
        texts = stored.get((one["corpus"], one["article"]), [])
        same = [article for article in texts if digest(article) == one["text_sha256"]]
        if same:
            pairs.append(Pair({"id": one["id"], **same[0]}, gold_of(one, text_of(same[0]))))
        else:
            told.append(f"{one['id']}: {'text differs' if texts else 'not'} in {one['corpus']}")
    return Found(pairs, told)


def stored_articles(
    shared: Path, annotations: Iterable[Annotation]
) -> dict[tuple[str, str], list[Record]]:
    """Gives the articles that the annotations name, by corpus and id; an id may stand twice."""
    wanted: dict[str, set[str]] = {}
    for one in annotations:
        wanted.setdefault(one["corpus"], set()).add(one["article"])
    found: dict[tuple[str, str], list[Record]] = {}
    for corpus, ids in wanted.items():
        for record in records(shared / "data" / "news" / f"{corpus}.jsonl.gz", ids):
            found.setdefault((corpus, record["id"]), []).append(article_of(corpus, record))
    return found


def records(path: Path, ids: set[str]) -> Iterator[Record]:
    """Gives the records with these ids; none where the file is absent."""
    if not path.is_file():
        return
    name = msgspec.json.Decoder(Named)
    with gzip.open(path) as lines:
        yield from (json.loads(line) for line in lines if name.decode(line).id in ids)


def article_of(corpus: str, record: Record) -> Record:
    """Gives title, paragraphs, time and outlet: paragraphs are the stripped lines, without empty
    ones, of `text` or of the <TEXT> of a marked-up record."""
    if corpus == TAGGED:
        title, text, published, outlet = (
            tagged(record["raw"], tag) for tag in ("TITLE", "TEXT", "TIME", "SRC")
        )
    else:
        title, text = record["title"].strip(), record["text"]
        published, outlet = record["published"], record["outlet"]
    return {
        "title": title,
        "paragraphs": [line.strip() for line in text.split("\n") if line.strip()],
        "published": DAY_FIRST.sub(r"\3-\2-\1", published),
        "outlet": outlet,
    }


def tagged(raw: str, tag: str) -> str:
    """Gives what stands between the tags, empty if nothing does."""
    found = re.search(rf"<{tag}>(.*?)</{tag}>", raw, re.DOTALL)
    return found[1].strip() if found else ""


def text_of(article: Record) -> str:
    """Gives the text that offsets count in: title and paragraphs, one a line."""
    return "\n".join((article["title"], *article["paragraphs"]))


def digest(article: Record) -> str:
    """Gives the sha256 of the text."""
    return hashlib.sha256(text_of(article).encode()).hexdigest()


def gold_of(annotation: Annotation, text: str) -> Annotation:
    """Gives the annotation with literals in place of offsets, as the scorer wants it."""
    kept = {
        key: annotation[key] for key in ("id", "batch", "junk_paragraphs", "dateline", "credit")
    }
    return kept | {
        "statements": [statement_of(one, text) for one in annotation["statements"]],
        "times": [marked(one, text, "span", "text") for one in annotation["times"]],
        "quantities": [marked(one, text, "span", "text") for one in annotation["quantities"]],
        "events": [marked(one, text, "trigger", "trigger") for one in annotation["events"]],
    }


def statement_of(one: Annotation, text: str) -> Annotation:
    """Gives a statement with its cue, source and content as literals."""
    made = {key: value for key, value in one.items() if key not in ("source", "rest")}
    cue = marked(made, text, "cue", "cue", "cue_n")
    if one["source"] is None:
        source = {"source": None}
    else:
        source = marked({"source": one["source"]}, text, "source", "source", "source_n")
    return {**cue, **source, "content": [text[start:end] for start, end in one["content"]]}


def marked(one: Annotation, text: str, span: str, name: str, count: str = "n") -> Annotation:
    """Gives the annotation with paragraph, literal and, where it repeats, its occurrence."""
    start, end = one[span]
    begin = text.rfind("\n", 0, start) + 1
    literal = text[start:end]
    lines_before = text.count("\n", 0, start)
    place = {"p": lines_before - 1 if lines_before else "t", name: literal}
    occurrence = occurrences(text, literal, (begin, start))
    repeated = {count: occurrence} if occurrence > 1 else {}
    return {**{key: value for key, value in one.items() if key != span}, **place, **repeated}


def occurrences(text: str, literal: str, within: Span) -> int:
    """Gives how many times the literal starts in this part, its last character included."""
    begin, last = within
    return sum(text.startswith(literal, at) for at in range(begin, last + 1))


def write_pairs(pairs: Iterable[Pair], folder: Path) -> None:
    """Writes articles and gold as the scorer reads them: two files each."""
    folder.mkdir(parents=True, exist_ok=True)
    for old in folder.glob("*.json"):
        old.unlink()
    for article, gold in pairs:
        for end, content in (("json", article), ("gold.json", gold)):
            path = folder / f"{gold['id']}.{end}"
            path.write_text(json.dumps(content, ensure_ascii=False), "utf-8")
