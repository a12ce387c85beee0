"""The pages a command was given, from files or stdin, and their readings without a workspace."""

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
from musnad.errors import ISSUES
from musnad.model.records import Given, Reading, Received

if TYPE_CHECKING:
    from musnad.fetch import FetchIssue

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


class PageRun:
    """One run over pages; `failures` has a line for each page that was not read."""

    def __init__(self, lexicons: list[Path], jobs: int, done: Callable[[str], None]) -> None:
        self.lexicons, self.jobs, self.done = lexicons, jobs, done
        self.failures: list[str] = []
        self._names: deque[str] = deque()

    def readings(self, found: Iterable["Received | FetchIssue"]) -> Iterator[Reading]:
        """Gives the readings of the pages in their order."""
        from musnad.engines import choose_engine  # noqa: PLC0415 - slow to import
        from musnad.pipeline.work import PageWork  # noqa: PLC0415 - slow to import

        work = PageWork(tuple(map(lexicon_text, self.lexicons)))
        for outcome in choose_engine(self.jobs)(work, self._received(found)):
            name = self._names.popleft()
            if outcome.failure:
                self._fail(name, outcome.failure.code, outcome.failure.detail)
            yield from outcome.readings
            self.done(name)

    def tell(self) -> None:
        """Says which pages were not read; ends the command with status 1 when there are any."""
        for line in self.failures:
            say(line)
        if self.failures:
            raise typer.Exit(1)

    def _received(self, found: Iterable["Received | FetchIssue"]) -> Iterator[Received]:
        for one in found:
            if isinstance(one, Received):
                self._names.append(one.name)
                yield one
            else:
                self._fail(one.path, one.code, one.detail)

    def _fail(self, name: str, code: str, detail: str) -> None:
        self.failures.append(f"{name}: {code} {ISSUES[code]} {detail}")
