"""One file, or a member of an archive, open for the reader of its kind."""

from collections.abc import Callable, Iterator
from typing import BinaryIO, NamedTuple

import msgspec

from musnad.model.records import Given, PageFormat, Received, Record


class FetchIssue(Record, frozen=True, kw_only=True):
    """What was not received (a file, a row, a member, an address) and the reason."""

    path: str
    code: str
    detail: str


class Opened(NamedTuple):
    """A stream with its name, what the caller says about its pages, and the bytes of one page."""

    name: str
    stream: BinaryIO
    given: Given
    limit: int

    def issue(self, code: str, detail: str, part: object = None) -> FetchIssue:
        """Gives the issue of the file, or of a numbered part of it."""
        return FetchIssue(path=self.part(part), code=code, detail=detail)

    def part(self, number: object = None) -> str:
        """Gives the name of a numbered part: «pages.jsonl#3»."""
        return self.name if number is None else f"{self.name}#{number}"

    def too_large(self, part: object = None) -> FetchIssue:
        """Gives the issue of a page over the limit."""
        return self.issue("M-102", f"more than {self.limit} bytes", part)


Found = Iterator[Received | FetchIssue]
Reader = Callable[[Opened], Found]
"""Gives the pages in a stream, and an issue for what cannot be received."""


class _Named(msgspec.Struct):
    id: str | int | None = None


def read_single(opened: Opened, form: PageFormat | None) -> Found:
    """Gives the whole stream as one page."""
    data = opened.stream.read(opened.limit + 1)
    if len(data) > opened.limit:
        yield opened.too_large()
        return
    name = record_name(data, opened.name) if form == "record" else opened.name
    yield Received(data=data, name=name, format=form, given=opened.given)


def read_lines(opened: Opened) -> Found:
    """Gives each line as one page record; lines that hold nothing are none."""
    number, stream, limit = 0, opened.stream, opened.limit
    while line := stream.readline(limit + 2):
        number += 1
        data = line.rstrip(b"\r\n")
        if len(data) > limit:
            while line and not line.endswith(b"\n"):
                line = stream.readline(limit)
            yield opened.too_large(number)
        elif data.strip(b" \t\xef\xbb\xbf"):
            name = record_name(data, opened.part(number))
            yield Received(data=data, name=name, format="record", given=opened.given)


def record_name(data: bytes, otherwise: str) -> str:
    """Gives the `id` of a record, `otherwise` when it has none."""
    try:
        named = msgspec.json.decode(data.removeprefix(b"\xef\xbb\xbf"), type=_Named).id
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError):
        return otherwise
    return otherwise if named is None or named == "" else str(named)


def record_bytes(fields: dict[str, str | None]) -> bytes:
    """Gives the page record of these fields, empty ones left out."""
    return msgspec.json.encode({name: value for name, value in fields.items() if value})
