"""WARC archives: one response, resource or conversion record, one page."""

import zlib
from typing import TYPE_CHECKING

from msgspec import structs

from musnad.fetch.bodies import BodyError, dechunked, decoded, header, read_all
from musnad.fetch.opened import FetchIssue, Found, Opened
from musnad.model.records import Fetched, PageFormat, Received

if TYPE_CHECKING:
    from fastwarc.warc import WarcRecord

FORMATS: dict[str, PageFormat | None] = {
    "text/html": "html", "application/xhtml+xml": "html", "text/plain": "text", "": None,
}  # fmt: skip
"""Types of content that are pages; a page without a type is looked at."""
DAMAGED = (OSError, ValueError, RuntimeError, zlib.error)


def read_warc(opened: Opened) -> Found:
    """Gives the pages that were received with status 200, one at a time, in their order.

    The number in the name of a page counts the records. Other records, images and redirects are
    no pages; what stands behind damage is not read, and an issue says so.
    """
    from fastwarc import warc  # noqa: PLC0415 - slow to import

    number = 0
    wanted = warc.response | warc.resource | warc.conversion
    try:
        for record in warc.ArchiveIterator(opened.stream, record_types=wanted):
            number += 1
            found = _read_record(opened, record, number)
            if found is not None:
                yield found
    except DAMAGED as error:
        yield opened.issue("M-118", f"{error}, after {number} records")
        return
    if not number:
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
    return decoded(dechunked(raw, fetched.headers, limit), fetched.headers, limit)
