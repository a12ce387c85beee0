"""`musnad read`."""

import sys
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from musnad.cli.options import (
    Format,
    LexiconOption,
    ManifestOption,
    OutletOption,
    PublishedOption,
    TitleOption,
    UrlOption,
    loaded,
    settings,
)
from musnad.cli.pages import named_pages, said_about
from musnad.cli.printing import print_json, say
from musnad.cli.progress import progress_bar
from musnad.cli.reading_view import reading_lines
from musnad.model.records import Reading, Received

if TYPE_CHECKING:
    from musnad.fetch import FetchIssue
    from musnad.lexicons import Lexicon

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

    about = said_about(outlet, published, url, title)
    limit = settings().limits.page_bytes
    words = loaded(lexicon)
    unreadable: list[FetchIssue] = []
    with named_pages(paths) as named, progress_bar("reading") as done:
        received = receive(named, given=about, manifest=manifest, limit=limit)
        pages = _readable(received, unreadable)
        _print(_readings(pages, words, done), format_ or _usual_format())
    for one in unreadable:
        say(f"{one.path}: {one.code} {one.detail}")
    if unreadable:
        raise typer.Exit(1)


def _readings(
    pages: Iterable[Received], lexicon: "Lexicon", done: Callable[[str], None]
) -> Iterator[Reading]:
    from musnad.pipeline.read import read_page  # noqa: PLC0415 - slow to import

    for page in pages:
        yield from read_page(page, lexicon)
        done(page.name)


def _readable(
    found: Iterable["Received | FetchIssue"], unreadable: list["FetchIssue"]
) -> Iterator[Received]:
    for one in found:
        if isinstance(one, Received):
            yield one
        else:
            unreadable.append(one)


def _print(readings: Iterable[Reading], format_: Format) -> None:
    if format_ is not Format.table:
        print_json(readings, format_)
        return
    for reading in readings:
        for line in reading_lines(reading):
            typer.echo(line)


def _usual_format() -> Format:
    return Format.table if sys.stdout.isatty() else Format.jsonl
