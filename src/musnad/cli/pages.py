"""The pages a command was given: files, folders, JSON lines, or what comes in on stdin."""

import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from musnad.model.records import Given

_STDIN = Path("-")


@contextmanager
def named_pages(paths: Sequence[Path]) -> Iterator[tuple[Path, ...]]:
    """Gives the paths, «-» replaced by a file that holds what comes in on stdin while it lasts."""
    if _STDIN not in paths:
        yield tuple(paths)
        return
    data = sys.stdin.buffer.read()
    name = "stdin.jsonl" if data.lstrip()[:1] == b"{" else "stdin.txt"
    with tempfile.TemporaryDirectory(prefix="musnad-") as folder:
        file = Path(folder) / name
        file.write_bytes(data)
        yield tuple(file if path == _STDIN else path for path in paths)


def said_about(
    outlet: str | None, published: str | None, url: str | None, title: str | None
) -> Given:
    """Gives what the options say about every page."""
    return Given(outlet=outlet, published=published, url=url, title=title)
