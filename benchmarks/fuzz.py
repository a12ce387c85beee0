#!/usr/bin/env python3
"""Faulty pages, feeds, tables and archives for as long as is asked: no crash, no hang, no bloat."""

import argparse
import gzip
import json
import resource
import signal
import sys
import time
import traceback
import zipfile
from collections import Counter
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from random import Random
from typing import NoReturn

from crawl_archive import PAGES, archive_bytes

from musnad.fetch.feeds import FeedError, feed_entries
from musnad.fetch.kinds import reader_of
from musnad.fetch.opened import FetchIssue, Opened
from musnad.lexicons import load_lexicon
from musnad.model.records import Given, Received
from musnad.stages.clean_articles import clean_articles
from musnad.stages.ingest_pages import ingest_pages

LIMIT = 300_000
"""Bytes of one page while fuzzing."""
HANG_SECONDS = 20
MOST_MEMORY = 3_000_000_000
"""Bytes of address space; what asks for more fails as a crash."""
KEPT = Path(".fuzz")

SPLICES = (
    b"<", b">", b"&", b'"', b"'", b"\x00", b"\xff", b"\xed\xa0\x80", b"<!--", b"]]>", b"<![CDATA[",
    b"<!DOCTYPE a [<!ENTITY a 'b'>]>", b"&a;", b"&#x110000;", b"<div>" * 300, b"</" * 50,
    b"<table><tr><td>" * 60, b"\r\n\r\n", b"Content-Length: 99999999999\r\n", b"WARC/1.0\r\n",
    b"Transfer-Encoding: chunked\r\n", b"Content-Encoding: gzip\r\n", b"\x1f\x8b\x08\x00",
    b"PK\x03\x04", b"PK\x01\x02", b"{", b"[" * 2000, b"\\ud800", b"1" * 400, "\u202e".encode(),
    b"charset=utf-7", b"encoding='utf-16'", b"-1", b"<script>", b"<svg>", b"<template>",
)  # fmt: skip
RSS = """<?xml version="1.0" encoding="utf-8"?><rss version="2.0"
 xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>صدى</title>
<item><title>خبر &amp; آخر</title><link>https://sada.example/1</link><guid>1</guid>
<pubDate>Sun, 04 May 2031 09:30:00 +0300</pubDate><source url="https://a.example/">الساحل</source>
<content:encoded><![CDATA[<p>أغلق الميناء.</p>]]></content:encoded></item></channel></rss>"""
ATOM = """<feed xmlns="http://www.w3.org/2005/Atom"><entry><title>خبر</title><id>1</id>
<link rel="alternate" href="https://ufuq.example/1"/><source><title>الساحل</title></source>
<content type="xhtml"><div><p>نص</p></div></content></entry></feed>"""
SITEMAP = """<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"><url>
<loc>https://sada.example/1</loc><lastmod>2031-05-04</lastmod></url></urlset>"""
TELEGRAM = {
    "name": "مرسى", "type": "public_channel", "id": 7, "messages": [
        {"id": n, "type": "message", "date": "2031-05-04T12:30:00", "date_unixtime": "1935653400",
         "text": ["عاجل ", {"type": "bold", "text": "أغلق الميناء"}]} for n in range(4)
    ],
}  # fmt: skip
TABLE = 'title,text,published\nخبر,"أغلق ""الميناء""\nأمس",2031-05-04\n,نص,\n'


def _zipped() -> bytes:
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in (("a.txt", "نص"), ("b.csv", TABLE), ("f.xml", RSS)):
            archive.writestr(zipfile.ZipInfo(name), data)
    return out.getvalue()


def seeds() -> dict[str, list[bytes]]:
    """Gives whole files of each kind, by the suffix under which they are read."""
    pages = sorted(file for folder in PAGES for file in folder.rglob("*.html"))
    crawl = archive_bytes(12, padded=0)
    return {
        ".html": [file.read_bytes() for file in pages],
        ".xml": [text.encode() for text in (RSS, ATOM, SITEMAP)],
        ".warc": [crawl],
        ".warc.gz": [archive_bytes(12, padded=0, packed=True), gzip.compress(crawl, mtime=0)],
        ".zip": [_zipped()],
        ".csv": [TABLE.encode(), TABLE.encode("utf-16")],
        ".json": [json.dumps(TELEGRAM, ensure_ascii=False, indent=1).encode()],
        ".jsonl": [b'{"id": "a", "html": "<p>x</p>"}\n' * 3],
    }


def mutated(chance: Random, seed: bytes, others: list[bytes]) -> bytes:
    """Gives the file with faults: bytes changed, cut out, doubled, put in, joined to another."""
    data = bytearray(seed)
    for _ in range(chance.choice((1, 1, 2, 4, 16))):
        at = chance.randrange(len(data) + 1)
        length = chance.choice((1, 2, 8, 64, 1024))
        match chance.randrange(6):
            case 0:
                data[at : at + length] = chance.randbytes(length)
            case 1:
                del data[at : at + length]
            case 2:
                data[at:at] = data[at : at + length] * chance.choice((1, 2, 50))
            case 3:
                data[at:at] = chance.choice(SPLICES)
            case 4:
                del data[at:]
            case _:
                other = chance.choice(others)
                data[at:] = other[chance.randrange(len(other) + 1) :]
    return bytes(data[: 4 * LIMIT])


def read_faulty(suffix: str, data: bytes) -> int:
    """Reads a file to its end, and every page in it; gives the number of what was received.

    Raises when anything but pages within the limit and issues with a code comes out.
    """
    read = reader_of(f"faulty{suffix}")
    if read is None:
        raise AssertionError(suffix)
    number = 0
    for found in read(Opened(f"faulty{suffix}", BytesIO(data), Given(), LIMIT)):
        number += 1
        if isinstance(found, FetchIssue):
            continue
        if not isinstance(found, Received) or len(found.data) > LIMIT:
            raise AssertionError(f"{type(found).__name__}, {len(found.data)} bytes")
        clean_articles(ingest_pages(found), load_lexicon())
    if suffix == ".xml":
        _read_as_feed(data)
    return number


def _read_as_feed(data: bytes) -> None:
    try:
        for entry in feed_entries(data, "https://sada.example/rss", "windows-1256"):
            repr(entry)
    except FeedError:
        pass


def main() -> None:
    """Fuzzes for a time; a file that fails is kept in `.fuzz`, and the status is 1."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--minutes", type=float, default=10)
    parser.add_argument("--seed", type=int, default=1)
    wanted = parser.parse_args()
    resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY, MOST_MEMORY))
    signal.signal(signal.SIGALRM, _hangs)
    failed = fuzz(Random(wanted.seed), wanted.minutes * 60, _keep)
    sys.exit(1 if failed else 0)


def fuzz(chance: Random, seconds: float, keep: Callable[[str, bytes], None]) -> int:
    """Gives how many files failed; says what was read."""
    files, counts, failed = seeds(), Counter[str](), 0
    every = [data for kind in files.values() for data in kind]
    load_lexicon()
    slowest, began = (0.0, ""), time.monotonic()
    while time.monotonic() - began < seconds:
        suffix = chance.choice(list(files))
        data = mutated(chance, chance.choice(files[suffix]), every)
        started = time.process_time()
        signal.alarm(HANG_SECONDS)
        try:
            counts["read"] += read_faulty(suffix, data)
        except Exception:  # whatever it is, it is what is looked for
            signal.alarm(0)
            failed += 1
            traceback.print_exc()
            keep(suffix, data)
        signal.alarm(0)
        counts[suffix] += 1
        slowest = max(slowest, (time.process_time() - started, suffix))
    _tell(counts, slowest, failed)
    return failed


def _tell(counts: Counter[str], slowest: tuple[float, str], failed: int) -> None:
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    read = counts.pop("read", 0)
    kinds = ", ".join(f"{number:,} {suffix}" for suffix, number in sorted(counts.items()))
    print(f"{sum(counts.values()):,} faulty files ({kinds}), {read:,} pages and issues")
    print(f"slowest {slowest[0]:.1f} s ({slowest[1]}), peak {peak:.0f} MB, {failed} failed")


def _hangs(*_: object) -> NoReturn:
    raise TimeoutError(f"more than {HANG_SECONDS} seconds")


def _keep(suffix: str, data: bytes) -> None:
    KEPT.mkdir(exist_ok=True)
    file = KEPT / f"{len(list(KEPT.iterdir()))}{suffix}"
    file.write_bytes(data)
    print(f"kept as {file}", file=sys.stderr)


if __name__ == "__main__":
    main()
