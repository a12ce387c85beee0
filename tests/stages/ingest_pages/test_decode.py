import random

import pytest

from musnad.model.records import Fetched, Received
from musnad.stages.ingest_pages import ingest_pages

TEXT = "قال المتحدث باسم الحكومة في الصفا إن الميناء مغلق على كل السفن التي تصل من الشمال"


def read(data, name="page.txt"):
    page = ingest_pages(Received(data=data, name=name))
    return page, [issue.code for issue in page.issues]


@pytest.mark.parametrize(
    ("written", "named"),
    [
        ("utf-8", "utf-8"),
        ("utf-8-sig", "utf-8"),
        ("utf-16", "utf-16-le"),
        ("utf-16-le", "utf-16-le"),
        ("utf-16-be", "utf-16-be"),
        ("windows-1256", "windows-1256"),
        ("iso-8859-6", "iso-8859-6"),
    ],
)
def test_every_encoding_gives_the_same_text(written, named):
    page, codes = read(TEXT.encode(written))
    assert (page.text, page.encoding, codes) == (TEXT, named, [])


def test_a_page_cut_inside_a_letter_keeps_the_rest():
    page, codes = read(TEXT.encode()[:-1])
    assert page.text == TEXT[:-1]
    assert codes == ["M-104"]


def test_a_few_faulty_bytes_do_not_change_the_encoding():
    page, codes = read((TEXT + "\n").encode() * 20 + b"\xff" + TEXT.encode())
    assert page.encoding == "utf-8"
    assert page.text.startswith(TEXT)
    assert codes == ["M-104"]


@pytest.mark.parametrize(
    ("data", "codes"),
    [
        (b"", ["M-101"]),
        (b"  \r\n\t", ["M-101"]),
        (b"\x00" * 64, ["M-103"]),
        (b"%PDF-1.7 \x00\x01", ["M-103"]),
        (random.Random(7).randbytes(4000), ["M-103"]),
        (b"a" * 20_000_001, ["M-102"]),
    ],
    ids=["empty", "white", "nul", "pdf", "random", "large"],
)
def test_what_cannot_be_read_is_an_empty_page_with_an_issue(data, codes):
    page, found = read(data)
    assert (page.text, found) == ("", codes)


def test_nul_and_lone_surrogates_are_removed():
    page, codes = read(
        b'{"title": "\\ud800", "paragraphs": ["\\udfff\\u0000' + TEXT.encode() + b'"]}', "a.json"
    )
    assert page.text == TEXT
    assert page.paragraphs == (TEXT,)
    assert page.given.title is None
    assert codes == ["M-107"]


def test_a_wrong_declaration_is_noted():
    html = f'<html><head><meta charset="windows-1256"></head><body><p>{TEXT}</p></body></html>'
    page, codes = read(html.encode(), "page.html")
    assert page.text == TEXT
    assert codes == ["M-109"]


@pytest.mark.parametrize(
    ("header", "meta", "written", "said"),
    [
        ("windows-1256", None, "utf-8", "windows-1256 (HTTP), written in utf-8"),
        ("utf-8", None, "windows-1256", "utf-8 (HTTP), written in windows-1256"),
        ("utf-8", "iso-8859-6", "utf-8", "iso-8859-6, written in utf-8"),
        ("iso-8859-6", "utf-8", "windows-1256",
         "utf-8 / iso-8859-6 (HTTP), written in windows-1256"),
        ("x-unknown", None, "utf-8", "x-unknown (HTTP), written in utf-8"),
        ("UTF8", "utf-8", "utf-8", None),
        ('"cp1256"', None, "windows-1256", None),
        (None, None, "utf-8", None),
    ],
)  # fmt: skip
def test_what_headers_and_page_declare_is_held_against_the_bytes(header, meta, written, said):
    kind = f"text/html; charset={header}" if header else "text/html"
    html = f"<meta charset={meta}>{TEXT}" if meta else TEXT
    fetched = Fetched(headers=(("X-Powered-By", "x"), ("content-type", kind)))
    page = ingest_pages(Received(data=html.encode(written), name="a.html", fetched=fetched))
    assert (page.encoding, TEXT in page.text) == (written, True)
    details = [issue.detail for issue in page.issues if issue.code == "M-109"]
    assert details == ([f"declared {said}"] if said else [])


@pytest.mark.parametrize("surrogate", [b"\xed\xa0\x80", b"\xed\xbf\xbf\xed\xa0\x81"])
def test_surrogates_written_as_utf8_are_removed_from_a_short_page_too(surrogate):
    page, codes = read("السوق ".encode() + surrogate + "مفتوح.".encode())
    assert (page.text, page.encoding, codes) == ("السوق مفتوح.", "utf-8", ["M-107"])


def test_surrogates_beside_a_faulty_byte_are_removed():
    page, codes = read((TEXT * 3).encode() + b"\xed\xa0\x80 \xff")
    assert (page.text, codes) == (TEXT * 3 + " \ufffd", ["M-104", "M-107"])
