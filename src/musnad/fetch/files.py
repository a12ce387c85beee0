"""Files under the given paths, in a fixed order, and what cannot be received."""

import stat
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from musnad.fetch.kinds import reader_of
from musnad.fetch.opened import FetchIssue
from musnad.fetch.saved_pages import holds_parts

Place = tuple[int, int]


class _Pending(NamedTuple):
    path: Path
    above: frozenset[Place]
    named: bool


def walk(paths: Sequence[Path]) -> Iterator[Path | FetchIssue]:
    """Gives the page files at and under `paths`, folders in sorted order, hidden ones left out.

    A file that the caller names is always given, one of a folder when its name is that of a page
    and no browser saved it as a part of one.
    """
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
        elif one.named or reader_of(one.path.name) is not None:
            regular = stat.S_ISREG(status.st_mode)
            yield one.path if regular else _issue(one.path, "It is no regular file.")


def _open_folder(folder: _Pending, place: Place) -> list[_Pending] | FetchIssue:
    if place in folder.above:
        return _issue(folder.path, "The link leads back to a folder that holds it.")
    try:
        found = sorted(folder.path.iterdir(), reverse=True)
    except OSError as error:
        return unreadable(folder.path, error)
    above, names = folder.above | {place}, {path.name for path in found}
    return [
        _Pending(path, above, False)
        for path in found
        if not path.name.startswith(".") and not holds_parts(path.name, names)
    ]


def unreadable(path: Path, error: Exception) -> FetchIssue:
    """Gives the issue of a file that the system does not let us read."""
    return _issue(path, getattr(error, "strerror", None) or str(error))


def _issue(path: Path, detail: str) -> FetchIssue:
    return FetchIssue(path=printable(path), code="M-112", detail=detail)


def printable(path: Path) -> str:
    """Gives the path as text; bytes of a name that are not UTF-8 are shown escaped."""
    return path.as_posix().encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")
