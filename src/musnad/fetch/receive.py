"""Files, folders and JSONL become pages as received, one at a time."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import BinaryIO

import msgspec

from musnad.config import DEFAULT_LIMITS
from musnad.errors import MusnadError
from musnad.fetch.files import FetchIssue, page_suffix, printable, unreadable, walk
from musnad.fetch.manifest import Manifest, given_of, read_manifest, row_of
from musnad.model.records import Given, PageFormat, Received

HTML = (".html", ".htm", ".xhtml", ".shtml")
LINES = (".jsonl", ".ndjson")
FORMATS: dict[str, PageFormat] = {
    **dict.fromkeys(HTML, "html"), ".txt": "text", ".text": "text", ".json": "record",
}  # fmt: skip


class _Named(msgspec.Struct):
    id: str | int | None = None


def receive(
    paths: Sequence[Path],
    *,
    given: Given = Given(),
    manifest: Path | None = None,
    limit: int = DEFAULT_LIMITS.page_bytes,
) -> Iterator[Received | FetchIssue]:
    """Gives the pages at and under `paths`; what cannot be received is given as an issue.

    Folders are walked in sorted order; each line of a JSONL file is one page. No more than one
    page is held in memory. A page longer than `limit` bytes is an issue M-102 and not read; at the
    end each row of the manifest that no file has is an issue M-115.
    Raises `MusnadError`: M-005 when a path is missing, M-006 when the manifest cannot be used.
    """
    for path in paths:
        if not path.exists() and not path.is_symlink():
            raise MusnadError("M-005", f"«{printable(path)}».")
    rows = read_manifest(manifest) if manifest else {}
    return _receive_all(paths, rows, given, limit)


def _receive_all(
    paths: Sequence[Path], rows: Manifest, given: Given, limit: int
) -> Iterator[Received | FetchIssue]:
    without_file = dict.fromkeys(rows)
    for file in walk(paths):
        row = row_of(rows, file.path if isinstance(file, FetchIssue) else file.as_posix())
        without_file.pop(row or "", None)
        if isinstance(file, FetchIssue):
            yield file
            continue
        try:
            yield from _receive_file(file, given_of(rows, row, given), limit)
        except OSError as error:
            yield unreadable(file, error)
    for name in without_file:
        yield FetchIssue(path=name, code="M-115", detail="")


def _receive_file(file: Path, given: Given, limit: int) -> Iterator[Received | FetchIssue]:
    suffix = page_suffix(file)
    with file.open("rb") as opened:
        if suffix in LINES:
            yield from _receive_lines(file, opened, given, limit)
            return
        data = opened.read(limit + 1)
    if len(data) > limit:
        yield _too_large(printable(file), limit)
        return
    form = FORMATS.get(suffix)
    name = _record_name(data, printable(file)) if form == "record" else printable(file)
    yield Received(data=data, name=name, format=form, given=given)


def _receive_lines(
    file: Path, opened: BinaryIO, given: Given, limit: int
) -> Iterator[Received | FetchIssue]:
    number = 0
    while line := opened.readline(limit + 2):
        number += 1
        name = f"{printable(file)}#{number}"
        data = line.rstrip(b"\r\n")
        if len(data) > limit:
            while line and not line.endswith(b"\n"):
                line = opened.readline(limit)
            yield _too_large(name, limit)
        elif data.strip(b" \t\xef\xbb\xbf"):
            yield Received(data=data, name=_record_name(data, name), format="record", given=given)


def _record_name(data: bytes, otherwise: str) -> str:
    try:
        named = msgspec.json.decode(data.removeprefix(b"\xef\xbb\xbf"), type=_Named).id
    except (msgspec.MsgspecError, RecursionError):
        return otherwise
    return otherwise if named is None or named == "" else str(named)


def _too_large(name: str, limit: int) -> FetchIssue:
    return FetchIssue(path=name, code="M-102", detail=f"more than {limit} bytes")
