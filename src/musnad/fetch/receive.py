"""Files and folders become pages as received, one at a time."""

from collections.abc import Iterable, Sequence
from functools import partial
from pathlib import Path

from musnad.config import DEFAULT_LIMITS
from musnad.errors import MusnadError
from musnad.fetch.files import printable, unreadable, walk
from musnad.fetch.kinds import reader_of
from musnad.fetch.manifest import Manifest, given_of, read_manifest, row_of
from musnad.fetch.opened import FetchIssue, Found, Opened, read_single
from musnad.model.records import Given

WHOLE = partial(read_single, form=None)
"""Reads a file that the caller names and whose suffix tells nothing."""


def receive(
    paths: Sequence[Path],
    *,
    given: Given = Given(),
    manifest: Path | None = None,
    limit: int = DEFAULT_LIMITS.page_bytes,
) -> Found:
    """Gives the pages at and under `paths`; what cannot be received is given as an issue.

    Folders are walked in sorted order; each line of JSON lines, row of a table, item of a feed,
    member or record of an archive is one page. No more than one page is held in memory. A page
    longer than `limit` bytes is an issue M-102 and not read; at the end each row of the manifest
    that no file has is an issue M-115.
    Raises `MusnadError`: M-005 when a path is missing, M-006 when the manifest cannot be used.
    """
    for path in paths:
        if not path.exists() and not path.is_symlink():
            raise MusnadError("M-005", f"«{printable(path)}».")
    rows = read_manifest(manifest) if manifest else {}
    files = (one for one in walk(paths) if not manifest or one != manifest)
    return _receive_all(files, rows, given, limit)


def _receive_all(
    files: Iterable[Path | FetchIssue], rows: Manifest, given: Given, limit: int
) -> Found:
    without_file = dict.fromkeys(rows)
    for file in files:
        row = row_of(rows, file.path if isinstance(file, FetchIssue) else file.as_posix())
        without_file.pop(row or "", None)
        if isinstance(file, FetchIssue):
            yield file
            continue
        try:
            with file.open("rb") as stream:
                opened = Opened(printable(file), stream, given_of(rows, row, given), limit)
                yield from (reader_of(file.name) or WHOLE)(opened)
        except OSError as error:
            yield unreadable(file, error)
    for name in without_file:
        yield FetchIssue(path=name, code="M-115", detail="")
