import gzip
import zlib

import pytest
from made import HTML, packed, page, received, record, told, zipped

from musnad.fetch import FetchIssue
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


FOUR = [record(f"https://a.example/{n}", page(n) * 9) for n in range(4)]
OPTIONS = record("https://a.example/1", b"", kind="request")


def spoilt(record, place=0.5):
    """Gives the record with some bytes overwritten."""
    at = int(len(record) * place)
    return record[:at] + b"\x55" * 20 + record[at + 20 :]


@pytest.mark.parametrize(
    ("name", "data", "codes"),
    [
        ("c.warc.gz", packed(*FOUR[:1]) + spoilt(packed(FOUR[1])) + packed(*FOUR[2:]), 1),
        ("c.warc.gz", packed(FOUR[0]) + b"zzz" + packed(*FOUR[2:]), 1),
        ("c.warc", FOUR[0] + spoilt(FOUR[1], 0.01) + FOUR[2] + FOUR[3], 1),
        ("c.warc", FOUR[0] + FOUR[1][:-200] + FOUR[2] + FOUR[3], 2),
        ("c.warc", FOUR[0] + FOUR[1] + FOUR[2][150:] + OPTIONS + FOUR[3], 1),
    ],
    ids=["packed", "between", "head", "bytes-lost", "head-lost"],
)
def test_behind_damage_reading_goes_on_with_the_next_record(tmp_path, name, data, codes):
    found = received(tmp_path / name, data)
    urls = [one.given.url[-1] for one in found if not isinstance(one, FetchIssue)]
    lost = [one for one in found if isinstance(one, FetchIssue)]
    assert urls in (["0", "2", "3"], ["0", "1", "3"])
    assert {one.code for one in lost} == {"M-118"} and len(lost) == codes
    assert all(one.data == page(int(one.given.url[-1])) * 9 for one in found if one not in lost)


def test_the_issue_of_damage_tells_where_it_is_and_where_reading_goes_on(tmp_path):
    first, second = packed(FOUR[0]), spoilt(packed(FOUR[1]))
    found = received(tmp_path / "c.warc.gz", first + second + packed(FOUR[2]))
    (issue,) = [one for one in found if isinstance(one, FetchIssue)]
    assert f"goes on at byte {len(first + second)}" in issue.detail


def test_each_damage_of_an_archive_is_an_issue_of_its_own(tmp_path):
    data = b"".join(packed(FOUR[0]) + spoilt(packed(FOUR[1])) for _ in range(3))
    lost = [one.path for one in received(tmp_path / "c.warc.gz", data) if hasattr(one, "code")]
    assert len(set(lost)) == 3


def test_an_archive_of_damage_alone_is_given_up(tmp_path):
    found = received(tmp_path / "c.warc", b"WARC/1.0\r\nx\r\n" * 5000)
    assert 0 < len(found) <= 102


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
