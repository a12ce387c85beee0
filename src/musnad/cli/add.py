"""`musnad add`."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from musnad.cli.options import (
    JobsOption,
    LexiconOption,
    ManifestOption,
    OutletOption,
    PublishedOption,
    TitleOption,
    UrlOption,
    WorkspaceOption,
    lexicon_text,
    loaded,
    opened,
    settings,
)
from musnad.cli.pages import named_pages, said_about
from musnad.cli.progress import progress_bar, say_summary

if TYPE_CHECKING:
    from musnad.store import Workspace

EXAMPLES = """
  musnad add pages/
  musnad add pages/ --manifest pages.csv --lexicon marsa.toml --jobs 4
  musnad add page.txt --outlet "صدى مرسى" --published 2031-05-14 --workspace archive
"""


def add(  # noqa: PLR0913, PLR0917 - each is an option
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
    workspace: WorkspaceOption = None,
) -> None:
    """Read pages into a workspace.

    The workspace is made when there is none. The same page twice changes nothing; a run that was
    broken off is simply run again. A bad page is listed by `musnad issues` and the run goes on.
    A lexicon file is copied into the workspace and serves every later reading. The exit status is
    1 when a page could not be read.
    """
    from musnad.engines import choose_engine  # noqa: PLC0415 - slow to import
    from musnad.fetch import receive  # noqa: PLC0415 - slow to import
    from musnad.pipeline.run import add_paths  # noqa: PLC0415 - slow to import

    found = settings(workspace, run__jobs=jobs)
    loaded(lexicon)
    about = said_about(outlet, published, url, title)
    with (
        opened(workspace, create=True) as store,
        named_pages(paths) as named,
        progress_bar("reading") as done,
    ):
        _keep_lexicons(store, lexicon or [])
        received = receive(named, given=about, manifest=manifest, limit=found.limits.page_bytes)
        engine = choose_engine(found.run.jobs)
        summary = add_paths(store, received, progress=done, engine=engine)
    say_summary(summary)


def _keep_lexicons(store: "Workspace", paths: Sequence[Path]) -> None:
    folder = store.path / "lexicons"
    for path in paths:
        folder.mkdir(exist_ok=True)
        (folder / path.name).write_text(lexicon_text(path), encoding="utf-8")
