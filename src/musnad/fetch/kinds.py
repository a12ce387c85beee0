"""Which reader reads a file, by its name and its first bytes."""

import gzip
import zlib
from functools import partial
from pathlib import PurePath
from typing import BinaryIO, cast

from musnad.fetch.feeds import is_feed, read_feed
from musnad.fetch.opened import Found, Opened, Reader, read_lines, read_single
from musnad.fetch.tables import is_table, read_table
from musnad.fetch.telegram import is_export, read_export
from musnad.fetch.telegram_html import is_html_export, read_html_export
from musnad.fetch.warcs import read_warc
from musnad.fetch.zips import read_zip

START = 4096
"""Bytes by which a file is known."""
PACKED, ZIP, WARC = b"\x1f\x8b", b"PK\x03\x04", b"WARC/"
DAMAGED = (EOFError, zlib.error, gzip.BadGzipFile)


def read_json(opened: Opened) -> Found:
    """Gives a page record, or the messages of a Telegram export."""
    read = read_export if is_export(_start(opened)) else partial(read_single, form="record")
    yield from read(opened)


def read_html(opened: Opened) -> Found:
    """Gives a page, or the messages of a Telegram export."""
    read = read_html_export if is_html_export(_start(opened)) else partial(read_single, form="html")
    yield from read(opened)


def read_xml(opened: Opened) -> Found:
    """Gives the items of a feed; another XML file is a page."""
    read = read_feed if is_feed(_start(opened)) else partial(read_single, form=None)
    yield from read(opened)


def _start(opened: Opened) -> bytes:
    start = opened.stream.read(START)
    opened.stream.seek(0)
    return start


def read_pages_zip(opened: Opened) -> Found:
    """Gives the pages of a ZIP."""
    return read_zip(opened, partial(reader_of, nested=True))


def read_wacz(opened: Opened) -> Found:
    """Gives the pages of the WARC files in a WACZ."""
    return read_zip(opened, lambda name: read_warc if ".warc" in name.lower() else None)


def refuse_nested(opened: Opened) -> Found:
    """Gives the issue of an archive within an archive."""
    yield opened.issue("M-119", "it is an archive within an archive")


PAGES: dict[str, Reader] = {
    **dict.fromkeys((".html", ".htm", ".xhtml", ".shtml"), read_html),
    **dict.fromkeys((".txt", ".text"), partial(read_single, form="text")),
    **dict.fromkeys(("", ".php", ".asp", ".aspx", ".jsp"), partial(read_single, form=None)),
    **dict.fromkeys((".jsonl", ".ndjson"), read_lines),
    **dict.fromkeys((".csv", ".tsv"), read_table),
    **dict.fromkeys((".xml", ".rss", ".atom", ".rdf"), read_xml),
    ".json": read_json,
    ".warc": read_warc,
}
"""The reader of each suffix that a page, or a file of many pages, has."""
ARCHIVES: dict[str, Reader] = {".zip": read_pages_zip, ".wacz": read_wacz}
"""The reader of each suffix of an archive, which is not opened within another."""


def reader_of(name: str, *, nested: bool = False) -> Reader | None:
    """Gives the reader for a file name, None for what is no page (pictures, style sheets)."""
    suffix = suffix_of(name)
    if suffix in ARCHIVES:
        return refuse_nested if nested else ARCHIVES[suffix]
    if suffix == ".gz":
        inner = name.partition("?")[0].removesuffix(".gz").removesuffix(".GZ")
        if suffix_of(inner) == ".warc":
            return read_warc  # it unpacks record by record
        read = PAGES.get(suffix_of(inner))
        return partial(read_gzip, read=read) if read and suffix_of(inner) else None
    return PAGES.get(suffix)


def read_gzip(opened: Opened, read: Reader) -> Found:
    """Gives the pages of a file that is packed with gzip."""
    try:
        with gzip.GzipFile(fileobj=opened.stream) as unpacked:
            yield from read(opened._replace(stream=cast(BinaryIO, unpacked)))
    except DAMAGED as error:
        yield opened.issue("M-118", str(error) or type(error).__name__)


def suffix_of(name: str) -> str:
    """Gives the suffix of a file name in lower case, without a query («index.html?id=3»)."""
    return PurePath(name.partition("?")[0]).suffix.lower()


def suffix_of_start(start: bytes) -> str:
    """Gives the suffix that a file which begins like this should have, "" when it is any page."""
    if start.startswith(PACKED):
        return f"{suffix_of_start(_unpacked(start))}.gz"
    if start.startswith(ZIP):
        return ".zip"
    if start.startswith(WARC):
        return ".warc"
    if start.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{"):
        return ".json" if is_export(start) else ".jsonl"
    if is_feed(start):
        return ".xml"
    return ".csv" if is_table(start) else ""


def _unpacked(start: bytes) -> bytes:
    try:
        return zlib.decompressobj(31).decompress(start, START)
    except zlib.error:
        return b""
