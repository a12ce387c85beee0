import json

import pytest

from musnad.model.records import FeedItem, Fetched, Given, Received
from musnad.stages.ingest_pages import ingest_pages
from musnad.stages.ingest_pages.address import normalise_url

RECORD = {
    "id": "r-7",
    "title": "إغلاق الميناء",
    "paragraphs": ["أغلقت الصفا ميناءها أمس.", "وقال الوزير إن الإغلاق مؤقت."],
    "published": "2031-05-04",
    "outlet": "صدى مرسى",
    "url": "https://sada.example/a?utm_source=x",
}


def record(fields, name="file.jsonl#3", given=None):
    data = json.dumps(fields, ensure_ascii=False).encode()
    return ingest_pages(Received(data=data, name=name, given=given or Given()))


def test_a_record_becomes_its_title_and_paragraphs():
    page = record(RECORD)
    assert page.text == "\n".join([RECORD["title"], *RECORD["paragraphs"]])
    assert page.paragraphs == tuple(RECORD["paragraphs"])
    assert (page.source_id, page.format) == ("r-7", "record")
    assert (page.given.published, page.given.outlet) == ("2031-05-04", "صدى مرسى")


def test_the_caller_wins_over_the_record():
    page = record(RECORD, given=Given(source_id="mine", outlet="قناة الأفق"))
    assert (page.source_id, page.given.outlet) == ("mine", "قناة الأفق")
    assert page.given.published == "2031-05-04"


def test_records_without_id_are_told_apart_by_their_line():
    assert record({"text": "نص"}).source_id == "file-3"


def test_the_same_address_is_the_same_page():
    other = RECORD | {"url": "http://www.sada.example/a/#top", "id": "r-8"}
    assert record(RECORD).id == record(other).id


def test_without_address_the_bytes_are_the_page():
    one, two = record({"text": "نص"}), record({"text": "نص آخر"})
    assert one.id != two.id
    assert one.id == record({"text": "نص"}, name="other.jsonl#9").id


@pytest.mark.parametrize(
    ("data", "name"),
    [(b"<p>\xd9\x86\xd8\xb5", "a.html"), ("نص".encode(), "a.txt"), (b'{"text": "a"}', "a.json"),
     (b"", "empty")],
)  # fmt: skip
def test_how_a_page_came_is_handed_on(data, name):
    fetched = Fetched(
        url="https://sada.example/1",
        final_url="https://www.sada.example/1",
        at="2031-05-04T09:30:00Z",
        status=200,
        headers=(("Content-Type", "text/html"),),
    )
    feed = FeedItem(feed="https://sada.example/rss", title="خبر", source="وكالة الساحل")
    page = ingest_pages(Received(data=data, name=name, fetched=fetched, feed=feed))
    assert (page.fetched, page.feed) == (fetched, feed)
    plain = ingest_pages(Received(data=data, name=name))
    assert (plain.fetched, plain.feed, plain.id) == (None, None, page.id)


@pytest.mark.parametrize("fields", [[1, 2], {"id": 1}, "نص", {"paragraphs": "نص واحد"}])
def test_a_line_that_is_no_record_is_an_issue(fields):
    page = record(fields)
    assert [issue.code for issue in page.issues] == ["M-111"]
    assert page.text == ""


def test_the_format_is_sniffed_from_the_content():
    def form(data):
        return ingest_pages(Received(data=data.encode(), name="page")).format

    assert form("<!DOCTYPE html><p>نص") == "html"
    assert form('{"text": "نص"}') == "record"
    assert form("{نص}") == "text"


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("https://www.Sada.example:443/a/", "sada.example/a"),
        ("http://sada.example/a?b=1&utm_medium=x#c", "sada.example/a?b=1"),
        ("//sada.example/%d8%b5", "sada.example/%D8%B5"),
        ("sada", "sada"),
    ],
)
def test_spellings_of_an_address_are_one(url, expected):
    assert normalise_url(url) == expected
