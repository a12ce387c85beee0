#!/usr/bin/env python3
"""Reads the same articles with two interpreters that take turns, and compares times and readings.

The machine is never quiet: only what was measured in turns says which of two is faster. Ends with
status 1 when one byte of the readings differs, or an interpreter is not of the kind that is asked.
"""

import argparse
import json
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from hashlib import sha256
from itertools import islice
from pathlib import Path
from time import process_time
from typing import Any

import msgspec
from shared import ROOT, absence
from speed import BLOCK, STAGES, TAGGER, corpus, how_it_runs, time_stages

from musnad import read_all
from musnad.lexicons import load_lexicon
from musnad.model.records import Received
from musnad.pipeline import read as pipeline

SAMPLE = ROOT / "sample"
ARTICLES, WARM_UP = 500, 2
PARTS = [*dict.fromkeys(STAGES.values()), TAGGER, "whole"]
"""No clock reaches the tagger where it is compiled: what is compiled calls it past the clock."""


def main() -> None:
    """Prints the table of times, or works as one of the two interpreters."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("one", nargs="?", help="an interpreter where Musnad is installed")
    parser.add_argument("other", nargs="?", help="another one")
    parser.add_argument("--articles", type=int, default=ARTICLES, help="how many are read")
    parser.add_argument("--kinds", nargs=2, help="what the two must be: plain, compiled")
    wanted = parser.parse_args()
    if wanted.one is None:
        work(wanted.articles)
    else:
        sys.exit(compare([wanted.one, wanted.other], wanted.articles, wanted.kinds))


def work(articles: int) -> None:
    """Reads one block for each line that comes in, and answers with its times and a digest."""
    print(json.dumps(how_it_runs()), flush=True)
    times: Counter[str] = Counter()
    time_stages(times)
    for _, block in zip(sys.stdin, blocks(articles), strict=False):
        times.clear()
        began = process_time()
        encoded = [msgspec.json.encode(reading) for reading in block]
        times["whole"] = process_time() - began
        print(json.dumps([times, sha256(b"\n".join(encoded)).hexdigest()]), flush=True)


def blocks(articles: int) -> Iterator[Iterator[Any]]:
    """Gives blocks of readings, made when they are asked for: the sample, then the corpus."""
    lexicons = ((SAMPLE / "lexicon.toml").read_text("utf-8"),)
    pages = sorted((SAMPLE / "pages").iterdir())
    yield (reading for page in pages for reading in read_all(page, lexicons=lexicons))
    received = corpus(articles)
    while block := list(islice(received, BLOCK)):
        yield (reading for page in block for reading in readings_of(page))


def readings_of(page: Received) -> tuple[Any, ...]:
    """Gives the readings of a page, or the failure in their place."""
    try:
        return pipeline.read_page(page, load_lexicon())
    except Exception as error:
        return (f"{type(error).__name__}: {error}",)


def compare(interpreters: list[str], articles: int, kinds: list[str] | None) -> int:
    """Lets two interpreters take turns and prints the table; gives the status to end with."""
    workers = [start(interpreter, articles) for interpreter in interpreters]
    found = [answer(worker) for worker in workers]
    if kinds and found != kinds:
        print(f"The two interpreters run Musnad {found}, not {kinds}.")
        return 1
    answers = list(turns(workers))
    if len(answers) <= WARM_UP:
        print(absence("Articles were"))
    differing = [at for at, ((_, one), (_, other)) in enumerate(answers) if one != other]
    print("\n".join(report(found, answers[WARM_UP:], (len(answers) - WARM_UP) * BLOCK)))
    told = f"differ in the blocks {differing} (0: the sample)" if differing else "are the same"
    print(f"The readings of {len(answers)} blocks {told}, byte for byte.")
    return 1 if differing else 0


def start(interpreter: str, articles: int) -> subprocess.Popen[str]:
    """Starts an interpreter that waits for its turn."""
    command = [interpreter, str(Path(__file__)), "--articles", str(articles)]
    return subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, encoding="utf-8"
    )


def answer(worker: subprocess.Popen[str]) -> Any:
    """Gives what an interpreter says next; None when it has come to its end."""
    assert worker.stdout is not None
    line = worker.stdout.readline()
    return json.loads(line) if line else None


def turns(workers: list[subprocess.Popen[str]]) -> Iterator[list[Any]]:
    """Gives what both say of one block after the other; who begins changes each time."""
    for at in range(sys.maxsize):
        answers = {}
        for worker in workers[:: 1 if at % 2 else -1]:
            assert worker.stdin is not None
            worker.stdin.write("next\n")
            worker.stdin.flush()
            answers[worker.pid] = answer(worker)
        if None in answers.values():
            return
        yield [answers[worker.pid] for worker in workers]


def report(kinds: list[str], answers: list[list[Any]], articles: int) -> Iterator[str]:
    """Gives the lines of the table: milliseconds an article, and how much faster the second is."""
    yield f"| ms an article | {kinds[0]} | {kinds[1]} | times as fast |"
    yield "|---|---:|---:|---:|"
    for part in PARTS:
        one, other = (sum(both[at][0].get(part, 0.0) for both in answers) for at in (0, 1))
        if one and other:
            ms = f"{1000 * one / articles:.2f} | {1000 * other / articles:.2f}"
            yield f"| {part} | {ms} | {one / other:.2f} |"


if __name__ == "__main__":
    main()
