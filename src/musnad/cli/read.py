"""`musnad read`."""

import sys
from collections.abc import Iterable
from typing import Annotated

import typer

from musnad.cli.options import (
    Format,
    JobsOption,
    LexiconOption,
    ManifestOption,
    NamesOption,
    OutletOption,
    PathsArgument,
    PublishedOption,
    TitleOption,
    UrlOption,
    loaded,
    settings,
)
from musnad.cli.pages import PageRun, received_pages, said_about
from musnad.cli.printing import print_json
from musnad.cli.progress import progress_bar
from musnad.cli.reading_view import reading_lines
from musnad.model.records import Reading

EXAMPLES = """
  musnad read page.html
  musnad read page.txt --outlet "صدى مرسى" --published 2031-05-14
  musnad read pages/ --manifest pages.csv --format jsonl > readings.jsonl
  musnad read crawl.warc.gz --format jsonl > readings.jsonl
  zcat crawl.jsonl.gz | musnad read - --lexicon marsa.toml | grep -c speaker
"""


def read(  # noqa: PLR0913, PLR0917 - each is an option
    paths: PathsArgument,
    outlet: OutletOption = None,
    published: PublishedOption = None,
    url: UrlOption = None,
    title: TitleOption = None,
    manifest: ManifestOption = None,
    lexicon: LexiconOption = None,
    jobs: JobsOption = None,
    names: NamesOption = None,
    format_: Annotated[
        Format | None,
        typer.Option("--format", "-f", help="[default: table on a terminal, else jsonl]"),
    ] = None,
) -> None:
    """Read pages and print their readings.

    No workspace is needed. A reading holds the article, every statement with its chain of
    sources, times, quantities and events; docs/reference/reading.md explains it. JSON lines and CSV
    columns may hold id, title, text (or html; in JSON paragraphs too), published, outlet and url;
    docs/archives.md tells what else is read: ZIP, WARC, WACZ, feeds, Telegram exports. The exit
    status is 1 when a page could not be read at all: empty, too large, binary, no page record.
    """
    found = settings(None, run__jobs=jobs, run__names=names)
    loaded(lexicon)
    about, limit = said_about(outlet, published, url, title), found.limits.page_bytes
    with (
        received_pages(paths, about, manifest, limit) as received,
        progress_bar("reading", beside_data=True) as done,
    ):
        run = PageRun(lexicon or [], found.run, done)
        _print(run.readings(received), format_ or _usual_format())
    run.tell()


def _print(readings: Iterable[Reading], format_: Format) -> None:
    if format_ is not Format.table:
        print_json(readings, format_)
        return
    for reading in readings:
        for line in reading_lines(reading):
            typer.echo(line)


def _usual_format() -> Format:
    return Format.table if sys.stdout.isatty() else Format.jsonl
