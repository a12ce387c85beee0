import gzip
import json

import pytest
from made import packed, page, received, record, told, zipped

from musnad.fetch.kinds import START, suffix_of_start

RSS = b"<?xml version='1.0'?>\n<rss><channel></channel></rss>"
LINE = b'{"id": "n-1", "text": "x"}\n'
EXPORT = b'{\n "name": "x",\n "type": "public_channel",\n "id": 7,\n "messages": []\n}'


@pytest.mark.parametrize(
    ("data", "suffix"),
    [
        (packed(record("https://a.example/", page())), ".warc.gz"),
        (record("https://a.example/", page()), ".warc"),
        (zipped([("a.txt", page())]), ".zip"),
        (LINE * 9, ".jsonl"), (b"\xef\xbb\xbf " + LINE, ".jsonl"),
        (gzip.compress(LINE), ".jsonl.gz"),
        (EXPORT, ".json"), (RSS, ".xml"), (gzip.compress(RSS * 900), ".xml.gz"),
        ("title;text\nأ;ب".encode("utf-16"), ".csv"), (b"title,text,nonsense\n", ""),
        (page(), ""), ("نص خبر، text".encode(), ""), (b"", ""), (b"\x1f\x8bxxxxxxxxxxxxx", ".gz"),
    ],
    ids=lambda value: value if isinstance(value, str) else str(len(value)),
)  # fmt: skip
def test_what_comes_without_a_name_is_known_by_its_beginning(data, suffix):
    assert suffix_of_start(data[:START]) == suffix


@pytest.mark.parametrize(
    ("name", "data", "found"),
    [
        ("a.html.gz", page(), ["a.html.gz"]),
        ("a.jsonl.gz", LINE, ["n-1"]),
        ("a.csv.gz", b"text\none\n", ["a.csv.gz#2"]),
        ("a.json.gz", json.dumps({"id": 8, "text": "x"}).encode(), ["8"]),
    ],
)
def test_a_packed_file_is_read_as_what_it_holds(tmp_path, name, data, found):
    assert told(received(tmp_path / name, gzip.compress(data))) == found
    cut = told(received(tmp_path / name, gzip.compress(data)[:-9]))
    assert cut[-1] == f"{name} M-118"


def test_a_packed_page_over_the_limit_is_not_unpacked(tmp_path):
    bomb = gzip.compress(b"0" * 10_000_000)
    assert told(received(tmp_path / "a.txt.gz", bomb, limit=100)) == ["a.txt.gz M-102"]


def test_a_folder_gives_archives_and_tables_too(tmp_path):
    (tmp_path / "c.warc.gz").write_bytes(packed(record("https://a.example/", page())))
    (tmp_path / "p.zip").write_bytes(zipped([("a.txt", page())]))
    (tmp_path / "t.csv").write_bytes(b"text\none\n")
    (tmp_path / "old.tar.gz").write_bytes(b"x")
    assert told(received(tmp_path)) == ["c.warc.gz#1", "a.txt", "t.csv#2"]
