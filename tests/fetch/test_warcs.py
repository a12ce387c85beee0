import gzip
import zlib

import pytest
from made import HTML, packed, page, received, record, told, zipped

from musnad.model.records import Fetched, Given


def test_each_page_of_a_crawl_comes_with_its_address_time_and_headers(tmp_path):
    headers = (*HTML, ("Set-Cookie", "a"), ("Set-Cookie", "b"))
    records = [record(f"https://sada.example/{n}", page(n), headers) for n in range(3)]
    for name, data in {"c.warc.gz": packed(*records), "c.warc": b"".join(records)}.items():
        found = received(tmp_path / name, data, given=Given(outlet="صدى مرسى"))
        assert told(found) == [f"{name}#{n}" for n in (1, 2, 3)]
        assert [one.data for one in found] == [page(n) for n in range(3)]
        assert found[1].format == "html"
        assert found[1].given == Given(outlet="صدى مرسى", url="https://sada.example/1")
        assert found[1].fetched == Fetched(
            url="https://sada.example/1", at="2031-05-04T09:30:00Z", status=200, headers=headers
        )


def test_what_is_no_page_is_left_out(tmp_path):
    url = "https://a.example/"
    records = [
        record(url, b"\x89PNG", (("Content-Type", "image/png"),)),
        record(url, page(), status="404 Not Found"),
        record(url, b"", (("Location", "/x"),), status="302 Found"),
        record(url, page(), kind="request"),
        record(url, page(7), ()),
    ]
    assert told(received(tmp_path / "c.warc.gz", packed(*records))) == ["c.warc.gz#4"]


def test_a_text_that_a_crawler_extracted_is_a_page(tmp_path):
    text = "نص الخبر".encode()
    head = (
        f"WARC/1.0\r\nWARC-Type: conversion\r\nWARC-Target-URI: https://a.example/\r\n"
        f"Content-Type: text/plain\r\nContent-Length: {len(text)}\r\n\r\n"
    )
    (found,) = received(tmp_path / "c.wet.warc", head.encode() + text + b"\r\n\r\n")
    assert (found.data, found.format, found.fetched.status) == (text, "text", None)


RAW = zlib.compressobj(wbits=-15)
DEFLATED = RAW.compress(page()) + RAW.flush()


@pytest.mark.parametrize(
    ("headers", "body"),
    [
        ({"Content-Encoding": "gzip"}, gzip.compress(page())),
        ({"Content-Encoding": "deflate"}, zlib.compress(page())),
        ({"Content-Encoding": "deflate"}, DEFLATED),
        ({"Content-Encoding": "gzip"}, page()),
        ({"Transfer-Encoding": "chunked"}, b"5\r\n" + page()[:5] + b"\r\n%x\r\n" % (len(page()) - 5)
         + page()[5:] + b"\r\n0\r\n\r\n"),
        ({"Transfer-Encoding": "chunked"}, page()),
    ],
    ids=["gzip", "zlib", "deflate", "gzip-taken-out", "chunked", "chunks-taken-out"],
)  # fmt: skip
def test_the_page_comes_out_of_its_encodings(tmp_path, headers, body):
    data = packed(record("https://a.example/", body, (*HTML, *headers.items())))
    (found,) = received(tmp_path / "c.warc.gz", data)
    assert found.data == page()


CUT = gzip.compress(b"".join(map(page, range(50))), mtime=0)[:-20]


def test_bodies_that_cannot_be_unpacked_cost_themselves_only(tmp_path):
    broken = gzip.compress(page())[:12] + b"xxxxxxxxxxx"
    bomb = gzip.compress(b"0" * 100_000)
    records = [
        record("https://a.example/1", broken, (*HTML, ("Content-Encoding", "gzip"))),
        record("https://a.example/2", bomb, (*HTML, ("Content-Encoding", "gzip"))),
        record("https://a.example/3", page(), (*HTML, ("Content-Encoding", "x-rot13"))),
        record("https://a.example/4", b"x" * 5001),
        record("https://a.example/5", page()),
        record("https://a.example/6", CUT, (*HTML, ("Content-Encoding", "gzip"))),
    ]
    found = received(tmp_path / "c.warc.gz", packed(*records), limit=5000)
    assert told(found) == [
        "c.warc.gz#1 M-146", "c.warc.gz#2 M-102", "c.warc.gz#3 M-146", "c.warc.gz#4 M-102",
        "c.warc.gz#5", "c.warc.gz#6 M-146",
    ]  # fmt: skip


def test_an_archive_that_ends_early_gives_what_is_whole(tmp_path):
    records = [record(f"https://a.example/{n}", page(n)) for n in range(3)]
    plain = b"".join(records)[:-40]
    assert told(received(tmp_path / "c.warc", plain)) == ["c.warc#1", "c.warc#2", "c.warc#3 M-118"]
    found = received(tmp_path / "c.warc.gz", packed(*records)[:-40])
    assert told(found)[:2] == ["c.warc.gz#1", "c.warc.gz#2"]
    assert told(found)[-1].endswith(" M-118")


@pytest.mark.parametrize(
    "data",
    [b"", b"garbage" * 100, gzip.compress(b"x"), b"WARC/1.0\r\n"],
    ids=["empty", "garbage", "packed", "head"],
)
def test_what_is_no_archive_is_an_issue(tmp_path, data):
    assert told(received(tmp_path / "c.warc.gz", data)) == ["c.warc.gz M-118"]


def test_a_wacz_is_read_by_its_archives(tmp_path):
    crawl = packed(record("https://a.example/", page()))
    members = [
        ("archive/data.warc.gz", crawl),
        ("datapackage.json", b"{}"),
        ("pages/pages.jsonl", b'{"format": "json-pages-1.0"}\n'),
    ]
    assert told(received(tmp_path / "c.wacz", zipped(members))) == ["data.warc.gz#1"]
