"""`musnad read`."""

import sys
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from musnad.cli.options import (
    Format,
    JobsOption,
    LexiconOption,
    ManifestOption,
    OutletOption,
    PublishedOption,
    TitleOption,
    UrlOption,
    lexicon_text,
    loaded,
    settings,
)
from musnad.cli.pages import named_pages, said_about
from musnad.cli.printing import print_json, say
from musnad.cli.progress import progress_bar
from musnad.cli.reading_view import reading_lines
from musnad.errors import ISSUES
from musnad.model.records import Reading, Received

if TYPE_CHECKING:
    from musnad.fetch import FetchIssue

EXAMPLES = """
  musnad read page.html
  musnad read page.txt --outlet "صدى مرسى" --published 2031-05-14
  musnad read pages/ --manifest pages.csv --format jsonl > readings.jsonl
  zcat crawl.jsonl.gz | musnad read - --lexicon marsa.toml | grep -c speaker
"""


def read(  # noqa: PLR0913, PLR0917 - each is an option
    paths: Annotated[
        list[Path],
        typer.Argument(metavar="PATH", help="Files, folders, JSON lines; - is stdin."),
    ],
    outlet: OutletOption = None,
    published: PublishedOption = None,
    url: UrlOption = None,
    title: TitleOption = None,
    manifest: ManifestOption = None,
    lexicon: LexiconOption = None,
    jobs: JobsOption = None,
    format_: Annotated[
        Format | None,
        typer.Option("--format", "-f", help="[default: table on a terminal, else jsonl]"),
    ] = None,
) -> None:
    """Read pages and print their readings.

    No workspace is needed. A reading holds the article, every statement with its chain of
    sources, times, quantities and events; docs/reference/reading.md explains it. JSON lines may
    hold id, title, paragraphs (or text or html), published, outlet and url. The exit status is 1
    when a page was not readable.
    """
    from musnad.fetch import receive  # noqa: PLC0415 - slow to import

    found = settings(None, run__jobs=jobs)
    loaded(lexicon)
    about = said_about(outlet, published, url, title)
    with named_pages(paths) as named, progress_bar("reading") as done:
        received = receive(named, given=about, manifest=manifest, limit=found.limits.page_bytes)
        run = _Run(lexicon or [], found.run.jobs, done)
        _print(run.readings(received), format_ or _usual_format())
    for line in run.failures:
        say(line)
    if run.failures:
        raise typer.Exit(1)


class _Run:
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

    def _received(self, found: Iterable["Received | FetchIssue"]) -> Iterator[Received]:
        for one in found:
            if isinstance(one, Received):
                self._names.append(one.name)
                yield one
            else:
                self._fail(one.path, one.code, one.detail)

    def _fail(self, name: str, code: str, detail: str) -> None:
        self.failures.append(f"{name}: {code} {ISSUES[code]} {detail}")


def _print(readings: Iterable[Reading], format_: Format) -> None:
    if format_ is not Format.table:
        print_json(readings, format_)
        return
    for reading in readings:
        for line in reading_lines(reading):
            typer.echo(line)


def _usual_format() -> Format:
    return Format.table if sys.stdout.isatty() else Format.jsonl
