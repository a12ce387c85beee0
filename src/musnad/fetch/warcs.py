"""WARC archives: one response, resource or conversion record, one page."""

import re
from typing import TYPE_CHECKING

from msgspec import structs

from musnad.fetch.bodies import BodyError, dechunked, decoded, header, read_all
from musnad.fetch.opened import FetchIssue, Found, Opened
from musnad.fetch.warc_records import Damage, read_records
from musnad.model.records import Fetched, PageFormat, Received

if TYPE_CHECKING:
    from fastwarc.warc import WarcRecord

FORMATS: dict[str, PageFormat | None] = {
    "text/html": "html", "application/xhtml+xml": "html", "text/plain": "text", "": None,
}  # fmt: skip
"""Types of content that are pages; a page without a type is looked at."""
NEXT = re.compile(rb"WARC/1\.[01]\r?\n[A-Za-z-]+: ")
"""How the next record begins."""
PAGE_TYPES = frozenset({"response", "resource", "conversion"})
"""Types of records that may hold a page."""


def read_warc(opened: Opened) -> Found:
    """Gives the pages that were received with status 200, one at a time, in their order.

    The number in the name of a page counts the records. Other records, images and redirects are
    no pages. Behind damage reading goes on with the next record, and an issue says where.
    """
    number, damaged = 0, False
    for record in read_records(opened.stream):
        if isinstance(record, Damage):
            damaged = True
            part = f"byte {record.after}" if record.after else None
            yield opened.issue("M-118", record.told(), part)
        elif record.headers.get("WARC-Type") in PAGE_TYPES:
            number += 1
            found = _read_record(opened, record, number)
            if found is not None:
                yield found
        elif not record.headers.get("WARC-Type"):
            damaged = True
            place = record.stream_pos
            part = f"byte {place}" if place else None
            yield opened.issue("M-118", "the head of the record is lost", part)
    if not number and not damaged:
        yield opened.issue("M-118", "it holds no record of a page")


def _read_record(opened: Opened, record: "WarcRecord", number: int) -> Received | FetchIssue | None:
    fetched = _fetched(record)
    kind = header(fetched.headers, "content-type").partition(";")[0].strip().lower()
    if fetched.status not in (None, 200) or kind not in FORMATS or not fetched.url:
        return None
    try:
        data = _body(record, fetched, opened.limit)
    except BodyError as error:
        return opened.issue(error.code, error.detail, number)
    given = opened.given if opened.given.url else structs.replace(opened.given, url=fetched.url)
    return Received(
        data=data,
        name=opened.part(number),
        format=FORMATS[kind],
        given=given,
        fetched=fetched,
    )


def _fetched(record: "WarcRecord") -> Fetched:
    http = record.http_headers if record.is_http_parsed else None
    url = record.headers.get("WARC-Target-URI")
    kept = record.headers.get("Content-Type")
    own = (("Content-Type", kept),) if kept and not record.is_http else ()
    return Fetched(
        url=url.strip("<> ") if url else None,
        at=record.headers.get("WARC-Date"),
        status=http.status_code if http else None,
        headers=tuple(http.items()) if http else own,
    )


def _body(record: "WarcRecord", fetched: Fetched, limit: int) -> bytes:
    """Gives the body as a page; raises `BodyError` when it is not whole or too long."""
    length = record.content_length
    raw = read_all(record.reader, limit)
    if len(raw) > limit:
        raise BodyError("M-102", f"more than {limit} bytes")
    if len(raw) < length:
        raise BodyError("M-118", "the archive ends within this record")
    if NEXT.search(raw):
        raise BodyError("M-118", "another record begins within this one: bytes of it are lost")
    return decoded(dechunked(raw, fetched.headers, limit), fetched.headers, limit)
