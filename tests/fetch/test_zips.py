import struct
import zipfile

import pytest
from made import packed, page, received, record, told, zipped


def test_members_are_read_like_files_in_the_order_of_the_archive(tmp_path):
    members = [
        ("b/2.html", page(2)), ("b/style.css", b"x"), ("a.txt", page(1)), (".hidden.txt", page()),
        ("rows.csv", b"text\none\ntwo\n"), ("lines.jsonl", b'{"id": "n-1", "text": "x"}\n'),
        ("crawl.warc.gz", packed(record("https://a.example/", page(3)))), ("empty/", b""),
    ]  # fmt: skip
    found = received(tmp_path / "p.zip", zipped(members))
    assert told(found) == [
        "2.html", "a.txt", "rows.csv#2", "rows.csv#3", "n-1", "crawl.warc.gz#1",
    ]  # fmt: skip
    assert found[0].name == f"{tmp_path}/p.zip/b/2.html"
    assert (found[0].data, found[0].format, found[1].format) == (page(2), "html", "text")


def test_the_parts_of_a_saved_page_are_no_pages_in_an_archive_either(tmp_path):
    members = [("a/1.html", page(1)), ("a/1_files/x.html", page(2)), ("2_files/x.html", page(3))]
    assert [one.data for one in received(tmp_path / "p.zip", zipped(members))] == [page(1), page(3)]


def test_a_path_that_leads_outside_is_only_a_name(tmp_path):
    found = received(tmp_path / "p.zip", zipped([("../../etc/\x1bx.txt", page())]))
    assert [one.name for one in found] == [f"{tmp_path}/p.zip/../../etc/\\x1bx.txt"]
    assert sorted(path.name for path in tmp_path.rglob("*")) == ["p.zip"]


def test_a_member_without_a_name_is_no_page(tmp_path):
    archive = zipped([("b.txt", page(1)), ("a.txt", page(2))]).replace(b"b.txt", b"\0.txt")
    assert [one.data for one in received(tmp_path / "p.zip", archive)] == [page(2)]


def test_what_expands_like_a_bomb_is_not_read(tmp_path):
    bomb = zipped([("zero.txt", b"0" * 5_000_000), ("fits.txt", page())])
    found = received(tmp_path / "p.zip", bomb)
    assert told(found) == ["zero.txt M-119", "fits.txt"]
    assert "expands" in found[0].detail


def test_a_member_over_the_limit_is_an_issue(tmp_path):
    data = zipped([("big.txt", b"x" * 11), ("fits.txt", b"x" * 10)])
    assert told(received(tmp_path / "p.zip", data, limit=10)) == ["big.txt M-102", "fits.txt"]


def test_an_archive_within_an_archive_is_not_opened(tmp_path):
    data = zipped([("inner.zip", zipped([("a.txt", page())])), ("a.txt", page())])
    assert told(received(tmp_path / "p.zip", data)) == ["inner.zip M-119", "a.txt"]


def test_an_encrypted_member_and_a_link_are_issues(tmp_path):
    secret = bytearray(zipped([("s.txt", page())]))
    for signature, flags in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        secret[secret.index(signature) + flags] |= 1
    assert told(received(tmp_path / "s.zip", bytes(secret))) == ["s.txt M-119"]
    link = zipfile.ZipInfo("link.txt")
    link.external_attr = 0o120777 << 16
    found = received(tmp_path / "l.zip", zipped([(link, b"/etc/passwd")]))
    assert told(found) == ["link.txt M-119"] and found[0].detail == "it is a link"


@pytest.mark.parametrize("cut", [10, 60, -30, -5])
def test_a_damaged_archive_is_an_issue(tmp_path, cut):
    data = zipped([("a.txt", page())])[:cut]
    assert told(received(tmp_path / "p.zip", data)) == ["p.zip M-118"]


def test_a_damaged_member_does_not_cost_the_next(tmp_path):
    data = bytearray(zipped([("a.txt", bytes(range(256)) * 9), ("b.txt", page())]))
    data[60] ^= 0xFF
    assert told(received(tmp_path / "p.zip", bytes(data))) == ["a.txt M-119", "b.txt"]


def test_a_list_of_members_too_long_for_memory_is_refused(tmp_path):
    data = bytearray(zipped([("a.txt", page())]))
    struct.pack_into("<I", data, data.rindex(b"PK\x05\x06") + 12, 65_000_000)
    found = received(tmp_path / "p.zip", bytes(data))
    assert told(found) == ["p.zip M-118"] and "too long" in found[0].detail
