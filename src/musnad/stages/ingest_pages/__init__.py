"""Bytes received become a page of text."""

import re
from codecs import BOM_UTF8
from hashlib import sha256
from typing import Final, TypeVar

from msgspec import structs

from musnad.config import DEFAULT_LIMITS
from musnad.model.ids import identity
from musnad.model.records import Declared, Fetched, Given, Issue, Page, PageFormat, Received
from musnad.stages.ingest_pages.address import normalise_url
from musnad.stages.ingest_pages.decode import Decoded, decode, remove_unreadable
from musnad.stages.ingest_pages.markup import looks_like_html, read_html
from musnad.stages.ingest_pages.record import is_record, read_record

__all__ = ["ingest_pages"]

CHARSET: Final = re.compile(r"charset\s*=\s*[\"']?\s*([\w-]{2,40})", re.IGNORECASE)
Fields = TypeVar("Fields", Given, Declared)
FORMATS: Final[dict[str, PageFormat]] = {
    ".html": "html", ".htm": "html", ".xhtml": "html", ".shtml": "html",
    ".json": "record", ".jsonl": "record", ".ndjson": "record",
    ".txt": "text", ".text": "text", ".md": "text",
}  # fmt: skip


def ingest_pages(received: Received) -> Page:
    """Gives the page of these bytes: its text decoded, with what the caller or the page says of it.

    Never raises: what cannot be read gives an empty text and an issue (M-101 to M-111).
    """
    problem = _unreadable(received.data)
    charset = _charset(received.fetched)
    decoded = Decoded("", "utf-8", (problem,)) if problem else decode(received.data, charset)
    form = received.format or _sniff(received.name, decoded.text)
    if form == "record":
        return _ingest_record(received, decoded)
    if form == "html":
        return _ingest_html(received, decoded, "html", received.given)
    return _page(received, decoded, "text", received.given)


def _unreadable(data: bytes) -> Issue | None:
    if len(data) > DEFAULT_LIMITS.page_bytes:
        return Issue(code="M-102", detail=f"{len(data)} bytes of {DEFAULT_LIMITS.page_bytes}")
    if not data.strip(b" \t\r\n\xef\xbb\xbf"):
        return Issue(code="M-101", detail=f"{len(data)} bytes, all of them white space")
    return None


def _charset(fetched: Fetched | None) -> str | None:
    """Gives the encoding that the headers of the response name."""
    headers = fetched.headers if fetched else ()
    kinds = (value for name, value in headers if name.lower() == "content-type")
    named = CHARSET.search(next(kinds, ""))
    return named[1] if named else None


def _sniff(name: str, text: str) -> PageFormat:
    known = FORMATS.get(_stem_and_suffix(name.partition("#")[0])[1].lower())
    if known:
        return known
    start = text[:4000]
    if is_record(start):
        return "record"
    return "html" if looks_like_html(start) else "text"


def _stem_and_suffix(path: str) -> tuple[str, str]:
    """The name of a file before and from its last dot, as `pathlib` has it, in less time."""
    name = next((part for part in reversed(path.split("/")) if part not in {"", "."}), "")
    dot = name.rfind(".")
    return (name[:dot], name[dot:]) if 0 < dot < len(name) - 1 else (name, "")


def _ingest_record(received: Received, decoded: Decoded) -> Page:
    if not decoded.text:
        return _page(received, decoded, "record", received.given)
    content = read_record(decoded.text)
    if isinstance(content, str):
        issue = Issue(code="M-111", detail=content)
        broken = Decoded("", decoded.encoding, (*decoded.issues, issue))
        return _page(received, broken, "record", received.given)
    given = _first_wins(received.given, content.given)
    if content.html is not None:
        source = _with_text(decoded, content.html)
        return _ingest_html(received, source, "record", given, content.declared)
    body = "\n".join(content.paragraphs) if content.paragraphs is not None else content.text or ""
    clean = _with_text(decoded, f"{given.title}\n{body}" if given.title else body)
    page = _page(received, clean, "record", given, content.declared)
    if content.paragraphs is None:
        return page
    paragraphs = tuple(remove_unreadable(paragraph)[0] for paragraph in content.paragraphs)
    return structs.replace(page, paragraphs=paragraphs)


def _ingest_html(
    received: Received,
    decoded: Decoded,
    form: PageFormat,
    given: Given,
    declared: Declared | None = None,
) -> Page:
    whole = received.data if _is_as_read(received, decoded, form) else None
    markup = read_html(decoded.text, whole, given.url)
    clean = Decoded(markup.text, decoded.encoding, decoded.issues)
    told = _first_wins(declared, markup.declared) if declared else markup.declared
    page = _page(received, clean, form, given, told)
    return structs.replace(page, roles=markup.roles, openings=markup.openings, places=markup.places)


def _is_as_read(received: Received, decoded: Decoded, form: PageFormat) -> bool:
    """Says whether the bytes are the text in UTF-8 and nothing else."""
    whole = form == "html" and decoded.encoding == "utf-8" and not decoded.issues
    return whole and not received.data.startswith(BOM_UTF8)


def _first_wins(first: Fields, second: Fields) -> Fields:
    """The first record, its empty fields taken from the second."""
    filled = {
        name: getattr(first, name) or getattr(second, name) for name in first.__struct_fields__
    }
    return type(first)(**filled)


def _with_text(decoded: Decoded, text: str) -> Decoded:
    """The text inside a record or HTML page, where escapes can hide NUL and surrogates."""
    cleaned, removed = remove_unreadable(text)
    return Decoded(cleaned, decoded.encoding, (*decoded.issues, *removed))


def _page(
    received: Received,
    decoded: Decoded,
    form: PageFormat,
    given: Given,
    declared: Declared = Declared(),
) -> Page:
    digest = sha256(received.data).hexdigest()
    address = normalise_url(given.url) if given.url else ""
    name, _, number = received.name.partition("#")
    stem, _ = _stem_and_suffix(name.replace("\\", "/"))
    return Page(
        id=identity("page", address or digest),
        source_id=given.source_id or (f"{stem}-{number}" if number else stem),
        sha256=digest,
        encoding=decoded.encoding,
        format=form,
        text=decoded.text,
        given=given,
        declared=declared,
        fetched=received.fetched,
        feed=received.feed,
        issues=decoded.issues,
    )
