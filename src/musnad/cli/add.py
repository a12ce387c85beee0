"""`musnad add`."""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from musnad.cli.options import (
    JobsOption,
    LexiconOption,
    ManifestOption,
    NamesOption,
    OutletOption,
    PathsArgument,
    PublishedOption,
    TitleOption,
    UrlOption,
    WorkspaceOption,
    lexicon_text,
    loaded,
    opened,
    settings,
)
from musnad.cli.pages import NO_PAGE, issue_line, received_pages, said_about
from musnad.cli.printing import say
from musnad.cli.progress import progress_bar, say_summary
from musnad.errors import UNREADABLE
from musnad.model.records import Received

if TYPE_CHECKING:
    from musnad.fetch import FetchIssue
    from musnad.store import Workspace

EXAMPLES = """
  musnad add pages/
  musnad add pages/ --manifest pages.csv --lexicon marsa.toml --jobs 4
  musnad add crawl.warc.gz telegram/result.json --jobs 4
  musnad add page.txt --outlet "صدى مرسى" --published 2031-05-14 --workspace archive
"""


def add(  # noqa: PLR0913, PLR0917 - each is an option
    paths: PathsArgument,
    outlet: OutletOption = None,
    published: PublishedOption = None,
    url: UrlOption = None,
    title: TitleOption = None,
    manifest: ManifestOption = None,
    lexicon: LexiconOption = None,
    jobs: JobsOption = None,
    names: NamesOption = None,
    workspace: WorkspaceOption = None,
) -> None:
    """Read pages into a workspace.

    The workspace is made when there is none. The same page twice changes nothing; a run that was
    broken off is simply run again: it passes over what it has, in an archive too. A bad page is
    listed by `musnad issues` and the run goes on. docs/archives.md tells what can be added.
    A lexicon file is copied into the workspace and serves every later reading. The exit status is
    1 when a page could not be read at all: empty, too large, binary, no page record.
    """
    from musnad.engines import choose_engine  # noqa: PLC0415 - slow to import
    from musnad.pipeline.neural import page_work  # noqa: PLC0415 - slow to import
    from musnad.pipeline.run import add_paths  # noqa: PLC0415 - slow to import

    found = settings(workspace, run__jobs=jobs, run__names=names)
    loaded(lexicon)
    about, limit = said_about(outlet, published, url, title), found.limits.page_bytes
    warnings: list[str] = []
    with (
        received_pages(paths, about, manifest, limit) as received,
        opened(workspace, create=True) as store,
        progress_bar("reading") as done,
    ):
        _keep_lexicons(store, lexicon or [])
        noted = _noting(received, warnings)
        work, engine = page_work(store.lexicons(), found.run.names), choose_engine(found.run.jobs)
        summary = add_paths(store, noted, progress=done, engine=engine, work=work)
    for line in warnings:
        say(line)
    say_summary(summary)
    if NO_PAGE in warnings:
        raise typer.Exit(1)


def _noting(
    received: Iterable["Received | FetchIssue"], warnings: list[str]
) -> Iterator["Received | FetchIssue"]:
    """Gives what was received; what is wrong without a page being lost goes to `warnings`."""
    empty = True
    for one in received:
        if isinstance(one, Received) or one.code in UNREADABLE:
            empty = False
        else:
            warnings.append(issue_line(one.path, one.code, one.detail))
        yield one
    if empty:
        warnings.append(NO_PAGE)


def _keep_lexicons(store: "Workspace", paths: Sequence[Path]) -> None:
    new = [store.keep_lexicon(path.name, lexicon_text(path)) for path in paths]
    if any(new) and store.counts().pages:
        say("The new lexicon serves pages to come; `musnad reread` applies it to those here.")
