"""The pages a command was given, from files or stdin, and their readings without a workspace."""

import shutil
import sys
import tempfile
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from musnad.cli.options import lexicon_text
from musnad.cli.printing import say
from musnad.config import Run
from musnad.errors import ISSUES, UNREADABLE
from musnad.model.records import Given, Reading, Received

if TYPE_CHECKING:
    from musnad.fetch import FetchIssue

NO_PAGE = "No page was found: folders are searched for pages, tables, feeds and archives."
_STDIN = Path("-")


@contextmanager
def named_pages(paths: Sequence[Path]) -> Iterator[tuple[Path, ...]]:
    """Gives the paths, «-» replaced by a file that holds what comes in on stdin while it lasts."""
    if _STDIN not in paths:
        yield tuple(paths)
        return
    from musnad.fetch.kinds import START, suffix_of_start  # noqa: PLC0415 - slow to import

    with tempfile.TemporaryDirectory(prefix="musnad-") as folder:
        start = sys.stdin.buffer.read(START)
        file = Path(folder) / f"stdin{suffix_of_start(start)}"
        with file.open("wb") as kept:
            kept.write(start)
            shutil.copyfileobj(sys.stdin.buffer, kept)
        yield tuple(file if path == _STDIN else path for path in paths)


@contextmanager
def received_pages(
    paths: Sequence[Path], about: Given, manifest: Path | None, limit: int
) -> Iterator[Iterator["Received | FetchIssue"]]:
    """Gives the pages at the paths and on stdin, with what is said about each."""
    from musnad.fetch import receive  # noqa: PLC0415 - slow to import

    with named_pages(paths) as named:
        yield receive(named, given=about, manifest=manifest, limit=limit)


def said_about(
    outlet: str | None, published: str | None, url: str | None, title: str | None
) -> Given:
    """Gives what the options say about every page."""
    return Given(outlet=outlet, published=published, url=url, title=title)


class PageRun:
    """One run over pages; what is wrong with pages that were not read is told at its end."""

    def __init__(self, lexicons: list[Path], how: Run, done: Callable[[str], None]) -> None:
        self.lexicons, self.how, self.done = lexicons, how, done
        self._lines: list[str] = []
        self._failed = False
        self._empty = False
        self._names: deque[str] = deque()

    def readings(self, found: Iterable["Received | FetchIssue"]) -> Iterator[Reading]:
        """Gives the readings of the pages in their order."""
        from musnad.engines import choose_engine  # noqa: PLC0415 - slow to import
        from musnad.pipeline.neural import page_work  # noqa: PLC0415 - slow to import
        from musnad.pipeline.work import unreadable  # noqa: PLC0415 - slow to import

        work = page_work(tuple(map(lexicon_text, self.lexicons)), self.how.names)
        for outcome in choose_engine(self.how.jobs)(work, self._received(found)):
            name = self._names.popleft()
            failure = outcome.failure or unreadable(outcome.readings)
            if failure:
                self._note(name, failure.code, failure.detail)
            yield from outcome.readings
            self.done(name)

    def tell(self) -> None:
        """Says what is wrong; ends the command with status 1 when a page, or all, are missing."""
        for line in self._lines:
            say(line)
        if self._empty:
            say(NO_PAGE)
        if self._failed or self._empty:
            raise typer.Exit(1)

    def _received(self, found: Iterable["Received | FetchIssue"]) -> Iterator[Received]:
        self._empty = True
        for one in found:
            if isinstance(one, Received):
                self._empty = False
                self._names.append(one.name)
                yield one
            else:
                self._note(one.path, one.code, one.detail)

    def _note(self, name: str, code: str, detail: str) -> None:
        self._lines.append(issue_line(name, code, detail))
        if code in UNREADABLE:
            self._failed, self._empty = True, False


def issue_line(name: str, code: str, detail: str) -> str:
    """Gives the line that tells what is wrong with a file."""
    return f"{name}: {code} {ISSUES[code]} {detail}".rstrip()
