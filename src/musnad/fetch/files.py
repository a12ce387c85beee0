"""Files under the given paths, in a fixed order, and what cannot be received."""

import stat
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from musnad.model.records import Record

PAGE_SUFFIXES = frozenset(
    ("", ".txt", ".text", ".html", ".htm", ".xhtml", ".shtml", ".php", ".asp", ".aspx", ".jsp",
     ".json", ".jsonl", ".ndjson")
)  # fmt: skip
"""Files of a folder that are pages; a file named by the caller is always received."""

Place = tuple[int, int]


class FetchIssue(Record, frozen=True, kw_only=True):
    """A file that was not received, or a row of the manifest without one, and the reason."""

    path: str
    code: str
    detail: str


class _Pending(NamedTuple):
    path: Path
    above: frozenset[Place]
    named: bool


def page_suffix(path: Path) -> str:
    """Gives the suffix of the file in lower case, without a query («index.html?id=3»)."""
    return Path(path.name.partition("?")[0]).suffix.lower()


def walk(paths: Sequence[Path]) -> Iterator[Path | FetchIssue]:
    """Gives the page files at and under `paths`, folders in sorted order, hidden ones left out."""
    pending = [_Pending(path, frozenset(), True) for path in reversed(paths)]
    while pending:
        one = pending.pop()
        try:
            status = one.path.stat()
        except (OSError, ValueError) as error:
            yield unreadable(one.path, error)
            continue
        if stat.S_ISDIR(status.st_mode):
            found = _open_folder(one, (status.st_dev, status.st_ino))
            if isinstance(found, FetchIssue):
                yield found
            else:
                pending += found
        elif one.named or page_suffix(one.path) in PAGE_SUFFIXES:
            regular = stat.S_ISREG(status.st_mode)
            yield one.path if regular else _issue(one.path, "It is no regular file.")


def _open_folder(folder: _Pending, place: Place) -> list[_Pending] | FetchIssue:
    if place in folder.above:
        return _issue(folder.path, "The link leads back to a folder that holds it.")
    try:
        found = sorted(folder.path.iterdir(), reverse=True)
    except OSError as error:
        return unreadable(folder.path, error)
    above = folder.above | {place}
    return [_Pending(path, above, False) for path in found if not path.name.startswith(".")]


def unreadable(path: Path, error: Exception) -> FetchIssue:
    """Gives the issue of a file that the system does not let us read."""
    return _issue(path, getattr(error, "strerror", None) or str(error))


def _issue(path: Path, detail: str) -> FetchIssue:
    return FetchIssue(path=printable(path), code="M-112", detail=detail)


def printable(path: Path) -> str:
    """Gives the path as text; bytes of a name that are not UTF-8 are shown escaped."""
    return path.as_posix().encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")
