#!/usr/bin/env python3
"""Measures how fast articles are read on one core, and what each stage costs."""

import argparse
import cProfile
import gzip
import json
import platform
import pstats
import re
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from itertools import islice
from time import process_time
from typing import Any

import msgspec
import simplemma
from floors import load_floors
from shared import absence, shared_folder

from musnad.fold import fold_view
from musnad.lexicons import Lexicon, load_lexicon
from musnad.lexicons.lexicon import PIECES
from musnad.model.records import Received
from musnad.pipeline import read as pipeline
from musnad.stages.read_language import mentions
from musnad.stages.read_language.names_tagger import NamesTagger
from musnad.text import tokens

CORPUS = "data/news/news_2013.jsonl.gz"
ARTICLES, WARM_UP, BLOCK = 5000, 200, 100
STAGES = {
    "ingested": "clean", "clean_articles": "clean", "analyse": "language",
    "read_language": "language", "attribute_statements": "attribution", "code_events": "events",
}  # fmt: skip
"""The functions of the pipeline that are timed, and the part of the budget each belongs to."""
BUDGET_MS = {
    "clean": 0.2, "language": 1.5, "attribution": 0.7, "events": 0.4, "records, JSON": 0.4,
}  # fmt: skip
WHOLE_MS = 3.3
TOKEN = re.compile(r"\w+|[^\w\s]")
CEILING = "reading / floor of the machine, at most"
TAGGER = "tagger"


@dataclass
class Measured:
    """Seconds of processor time by part, over so many articles of so many code points and tokens.

    `lemmas_s`: another library gives each word its lemma, less than the language stage does.
    """

    articles: int = 0
    characters: int = 0
    statements: int = 0
    failed: int = 0
    tokens: int = 0
    reading_s: float = 0.0
    floor_s: float = 0.0
    lemmas_s: float = 0.0
    tagger_s: float = 0.0
    parts_s: Counter[str] = field(default_factory=Counter)

    def ms(self, seconds: float) -> float:
        """Gives milliseconds for one article."""
        return 1000 * seconds / self.articles

    @property
    def ratio(self) -> float:
        """Gives how many times the floor of the machine a reading costs."""
        return self.reading_s / self.floor_s

    @property
    def rules_ratio(self) -> float:
        """Gives how many times the floor a reading costs without what the tagger of names adds."""
        return (self.reading_s - self.tagger_s) / self.floor_s

    @property
    def per_second(self) -> float:
        """Gives articles read per second on one core."""
        return self.articles / self.reading_s


def main() -> None:
    """Prints the table; ends with status 1 when the ratio to the floor is above its ceiling."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=int, default=ARTICLES, help="how many are read")
    parser.add_argument("--profile", action="store_true", help="the costliest functions as well")
    wanted = parser.parse_args()
    pages = list(corpus(wanted.articles))
    if not pages:
        print(absence("Reading speed was"))
        return
    measured = measure(pages)
    print("\n".join(report(measured)))
    if wanted.profile:
        profile(pages[:1000])
    too_slow = measured.ratio > load_floors()["speed"][CEILING]
    sys.exit(1 if too_slow or measured.failed else 0)


def corpus(articles: int) -> Iterator[Received]:
    """Gives the first articles of the corpus as records; none when it is not there."""
    folder = shared_folder()
    if folder is None:
        return
    with gzip.open(folder / CORPUS) as lines:
        for line in islice(lines, articles):
            yield Received(data=line, name="news_2013.jsonl", format="record")


def measure(pages: list[Received]) -> Measured:
    """Gives the times of all pages, floor and reading taking turns, after a warm-up."""
    lexicon = load_lexicon()
    read_block(pages[:WARM_UP], lexicon, Measured())
    for page in pages[:WARM_UP]:
        floor(page, lexicon)
        lemmas(page)
    measured = Measured()
    restore = time_stages(measured.parts_s)
    for at in range(0, len(pages), BLOCK):
        block = pages[at : at + BLOCK]
        measured.floor_s += timed(lambda block=block: [floor(page, lexicon) for page in block])
        measured.lemmas_s += timed(lambda block=block: [lemmas(page) for page in block])
        measured.reading_s += timed(lambda block=block: read_block(block, lexicon, measured))
    restore()
    measured.tagger_s = measured.parts_s.pop(TAGGER, 0.0)
    measured.articles = len(pages)
    measured.tokens = sum(len(tokens_of(page)) for page in pages)
    measured.parts_s["records, JSON"] = measured.reading_s - measured.parts_s.total()
    return measured


def read_block(pages: list[Received], lexicon: Lexicon, measured: Measured) -> None:
    """Reads pages and encodes their readings, as `musnad read` does; counts those that fail."""
    for page in pages:
        try:
            readings = pipeline.read_page(page, lexicon)
        except Exception as error:
            measured.failed += 1
            print(f"{type(error).__name__}: {error} in {page.data[:120].decode()}", file=sys.stderr)
            continue
        for reading in readings:
            msgspec.json.encode(reading)
            measured.characters += len(reading.article.text)
            measured.statements += len(reading.statements)


def floor(page: Received, lexicon: Lexicon) -> int:
    """Decodes the text, folds it and looks up every word: less, no reading can do."""
    record = json.loads(page.data)
    keys = PIECES.findall(fold_view(f"{record['title']}\n{record['text']}").text)
    return sum(lexicon.match(keys, at) is not None for at in range(len(keys)))


def tokens_of(page: Received) -> list[str]:
    """Gives the words, numbers and marks of an article as they are written."""
    record = json.loads(page.data)
    return TOKEN.findall(f"{record['title']}\n{record['text']}")


def lemmas(page: Received) -> list[str]:
    """Decodes the text and gives each word its lemma by simplemma."""
    return [simplemma.lemmatize(word, "ar") for word in tokens_of(page)]


def timed(work: Callable[[], object]) -> float:
    """Gives the processor time of the work in seconds."""
    began = process_time()
    work()
    return process_time() - began


def time_stages(parts_s: Counter[str]) -> Callable[[], None]:
    """Puts a clock around each function of the pipeline; gives what takes the clocks off."""
    timed_ones = [(pipeline, name, part) for name, part in STAGES.items()]
    timed_ones += [(NamesTagger, "tag", TAGGER), (mentions, "with_proposals", TAGGER)]
    plain = [(owner, name, getattr(owner, name)) for owner, name, _ in timed_ones]
    for owner, name, part in timed_ones:
        setattr(owner, name, clocked(getattr(owner, name), parts_s, part))

    def restore() -> None:
        for owner, name, function in plain:
            setattr(owner, name, function)

    return restore


def clocked(function: Callable[..., Any], parts_s: Counter[str], part: str) -> Callable[..., Any]:
    """Gives the function with its processor time added to a part."""

    def run(*arguments: Any) -> Any:
        began = process_time()
        try:
            return function(*arguments)
        finally:
            parts_s[part] += process_time() - began

    return run


def how_it_runs() -> str:
    """Gives whether the code that reads is compiled (docs/compiled.md) or plain Python."""
    return "plain" if str(tokens.__file__).endswith(".py") else "compiled"


def python_told() -> str:
    """Gives which Python reads, and how."""
    return f"Python {platform.python_version()}, {how_it_runs()} code"


def report(measured: Measured) -> Iterator[str]:
    """Gives the lines of the report, in Markdown."""
    size = f"{measured.articles} articles, {measured.characters / measured.articles:.0f} characters"
    found = f"{measured.statements / measured.articles:.1f} statements"
    machine = f"{python_told()}, {platform.machine()}, one core"
    yield f"{size} and {found} each on average; {machine}."
    yield ""
    yield "| part | ms an article | budget |"
    yield "|---|---:|---:|"
    for part, budget in BUDGET_MS.items():
        yield f"| {part} | {measured.ms(measured.parts_s[part]):.2f} | {budget} |"
    if measured.tagger_s:
        yield f"| of it the tagger of names | {measured.ms(measured.tagger_s):.2f} | |"
    yield f"| **whole reading** | **{measured.ms(measured.reading_s):.2f}** | {WHOLE_MS} |"
    yield f"| floor of the machine | {measured.ms(measured.floor_s):.2f} | |"
    yield f"| simplemma: lemmas alone | {measured.ms(measured.lemmas_s):.2f} | |"
    yield ""
    language = measured.tokens / measured.parts_s["language"]
    yield f"The language stage reads {language / 1000:.0f}k tokens a second; simplemma gives"
    yield f"{measured.tokens / measured.lemmas_s / 1000:.0f}k tokens a second their lemmas."
    yield ""
    most = load_floors()["speed"][CEILING]
    yield f"**{measured.per_second:.0f} articles a second on one core**; a reading costs"
    yield f"{measured.ratio:.1f} times the floor of the machine (at most {most})."
    if measured.tagger_s:  # no clock reaches it where it is compiled
        yield f"Without the tagger of names it costs {measured.rules_ratio:.1f} times the floor."
    if measured.failed:
        yield f"\n{measured.failed} articles could not be read: a stage failed on them."


def profile(pages: list[Received]) -> None:
    """Prints the thirty functions that cost most."""
    lexicon = load_lexicon()
    profiler = cProfile.Profile()
    profiler.runcall(read_block, pages, lexicon, Measured())
    pstats.Stats(profiler).sort_stats("tottime").print_stats(30)


if __name__ == "__main__":
    main()
