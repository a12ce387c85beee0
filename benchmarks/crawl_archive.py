"""A WARC archive of any size made of the project's own pages, and what has to come out of it."""

import gzip
from collections.abc import Iterator
from itertools import count, islice
from pathlib import Path
from random import Random
from typing import NamedTuple

ROOT = Path(__file__).parents[1]
PAGES = (ROOT / "sample" / "pages", ROOT / "benchmarks" / "pages" / "developing")
PADDED = 190_000
"""Bytes of a page of the press with its scripts; those of plain text are shorter."""
HOSTS = 20


class Made(NamedTuple):
    """What an archive holds: records, pages (addresses with a readable page), bytes."""

    records: int
    pages: int
    size: int


class _Record(NamedTuple):
    """One response of a crawl; `page` says whether it is a page that can be read."""

    url: str
    status: str
    headers: dict[str, str]
    body: bytes
    page: bool


def write_archive(path: Path, size: int, padded: int = PADDED) -> Made:
    """Writes a WARC of at least `size` bytes, the same each time, packed for a name in `.gz`."""
    addresses: set[str] = set()
    written = 0
    with path.open("wb") as stream:
        for number, record in enumerate(_records(padded), 1):
            written += stream.write(_bytes(record, packed=path.suffix == ".gz"))
            if record.page:
                addresses.add(record.url)
            if written >= size:
                return Made(number, len(addresses), written)
    raise AssertionError("the records have no end")


def archive_bytes(records: int, padded: int = PADDED, *, packed: bool = False) -> bytes:
    """Gives the beginning of such an archive."""
    return b"".join(_bytes(record, packed=packed) for record in islice(_records(padded), records))


def _records(padded: int) -> Iterator[_Record]:
    """Gives responses for ever: pages in their order, and now and then what a crawl meets."""
    sources = _sources()
    for n in count():
        page = _page(sources[n % len(sources)], n, padded)
        yield page
        if n % 13 == 5:
            yield page._replace(url=page.url + ".png", headers=_type("image/png"), page=False)
        if n % 37 == 5:
            yield page._replace(url=page.url + "/gone", status="404 Not Found", page=False)
        if n % 101 == 5:
            broken = {**page.headers, "Content-Encoding": "gzip"}
            body = gzip.compress(page.body)[:200] + b"broken"
            yield page._replace(url=page.url + "/broken", headers=broken, body=body, page=False)
        if n % 149 == 5:
            yield page._replace(body=page.body + b"<!-- changed -->")
        if n % 199 == 5:
            yield page._replace(url=page.url + "?copy=1")


def _sources() -> list[tuple[str, bytes]]:
    """Gives the pages: what each is (html or plain) and its bytes."""
    files = sorted(file for folder in PAGES for file in folder.rglob("*"))
    kinds = {".html": "html", ".txt": "plain"}
    return [(kinds[file.suffix], file.read_bytes()) for file in files if file.suffix in kinds]


def _page(source: tuple[str, bytes], n: int, padded: int) -> _Record:
    kind, body = source
    if kind == "html":
        noise = Random(n).randbytes(max(0, padded - len(body)) // 2).hex()
        body += f"<script>var page = {n}, state = '{noise}';</script>".encode()
    else:
        body += f"\n{n}".encode()
    if n % 11 == 3:
        body = _otherwise(body)
    headers = {**_type(f"text/{kind}; charset=utf-8"), "Server": "example"}
    return _Record(f"https://site{n % HOSTS}.example/news/{n}", "200 OK", headers, body, page=True)


def _otherwise(body: bytes) -> bytes:
    """Gives the page in windows-1256 where that can write it, against what its headers say."""
    try:
        return body.decode().encode("windows-1256")
    except UnicodeError:
        return body


def _type(kind: str) -> dict[str, str]:
    return {"Content-Type": kind}


def _bytes(record: _Record, *, packed: bool) -> bytes:
    lines = [f"HTTP/1.1 {record.status}", *(f"{k}: {v}" for k, v in record.headers.items())]
    content = "\r\n".join([*lines, "", ""]).encode() + record.body
    head = [
        "WARC/1.0", "WARC-Type: response", f"WARC-Target-URI: {record.url}",
        "WARC-Date: 2031-05-04T09:30:00Z", "Content-Type: application/http; msgtype=response",
        f"Content-Length: {len(content)}", "", "",
    ]  # fmt: skip
    data = "\r\n".join(head).encode() + content + b"\r\n\r\n"
    return gzip.compress(data, 6, mtime=0) if packed else data
