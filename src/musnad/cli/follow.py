"""`musnad follow`."""

import re
import time
from contextlib import suppress
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Annotated

import typer

from musnad.cli.options import JobsOption, NamesOption, WorkspaceOption, opened, settings
from musnad.cli.printing import counted, say
from musnad.cli.progress import progress_bar, say_summary

if TYPE_CHECKING:
    from musnad.config import Settings
    from musnad.fetch.web import How, Passed

EXAMPLES = """
  musnad follow https://sada.example/rss.xml
  musnad follow feeds.opml --workspace archive --every 15m
  musnad follow addresses.txt https://sada.example/sitemap.xml --most 200
"""
UNITS = {"s": 1, "m": 60, "h": 3600, "d": 86_400}


def _seconds(text: str) -> int:
    found = re.fullmatch(r"(\d{1,6})([smhd])", text)
    if not found or not int(found[1]):
        raise typer.BadParameter(f"«{text}» is no length of time: 90s, 15m, 2h, 1d.")
    return int(found[1]) * UNITS[found[2]]


def follow(  # noqa: PLR0913, PLR0917 - each is an option
    what: Annotated[
        list[str],
        typer.Argument(metavar="WHAT", help="Addresses, OPML lists, feeds, files of addresses."),
    ],
    every: Annotated[
        int | None,
        typer.Option(parser=_seconds, metavar="TIME", help="Go on, a pass every 90s, 15m, 2h, 1d."),
    ] = None,
    most: Annotated[
        int, typer.Option(min=1, metavar="NUMBER", help="Pages that one pass asks for.")
    ] = 1000,
    refresh: Annotated[
        bool, typer.Option("--refresh", help="Ask whether known pages that are listed changed.")
    ] = False,
    jobs: JobsOption = None,
    names: NamesOption = None,
    workspace: WorkspaceOption = None,
) -> None:
    """Fetch new pages of feeds, sitemaps and addresses into a workspace.

    A pass asks each feed whether it changed, fetches the pages that it names and the workspace
    does not have, and reads them. It keeps to robots.txt, asks one host at its pace, and never
    follows into a private network; docs/follow.md tells the limits. An address that gives no page
    is listed by `musnad issues`. A pass that was broken off is simply run again.
    """
    from musnad.fetch.web import How  # noqa: PLC0415 - slow to import

    found = settings(workspace, run__jobs=jobs, run__names=names)
    how = How(refresh, most)
    if every is None:
        _pass(what, found, how)
        return
    with suppress(KeyboardInterrupt):
        while True:
            began = datetime.now().astimezone()
            with suppress(typer.Exit):
                _pass(what, found, how)
            due = began + timedelta(seconds=every)
            say(f"The next pass begins at {due:%H:%M:%S}; Ctrl-C ends.")
            time.sleep(max(0.0, (due - datetime.now().astimezone()).total_seconds()))


def _pass(what: list[str], found: "Settings", how: "How") -> None:
    """Makes one pass and says what it did; ends with status 1 when an address gave no page."""
    from musnad.engines import choose_engine  # noqa: PLC0415 - slow to import
    from musnad.fetch.web import Client, Follow, read_starts  # noqa: PLC0415 - slow to import
    from musnad.pipeline.neural import page_work  # noqa: PLC0415 - slow to import
    from musnad.pipeline.run import add_paths  # noqa: PLC0415 - slow to import
    from musnad.store import Visits  # noqa: PLC0415 - slow to import

    limit = found.limits.page_bytes
    starts = read_starts(what, limit)
    with (
        opened(found.workspace, create=True) as store,
        Visits(store) as visits,
        progress_bar("following") as bar,
    ):
        following = Follow(Client(found.fetch, limit), visits, how)

        def done(name: str) -> None:
            following.done(name)
            bar(name)

        work, engine = page_work(store.lexicons(), found.run.names), choose_engine(found.run.jobs)
        pages = following.pages(starts)
        summary = add_paths(store, pages, progress=done, engine=engine, work=work)
    say(_told(following.passed(), how))
    say_summary(summary)


def _told(passed: "Passed", how: "How") -> str:
    lists = f"{counted(passed.lists, 'feed')} read, {passed.unchanged} unchanged"
    parts = {
        "known": passed.known,
        "asked again and unchanged": passed.same,
        "forbidden by robots.txt": passed.forbidden,
        "failed": passed.failed,
        f"left for the next pass (--most {how.most})": passed.left,
    }
    pages = [counted(passed.fetched, "page") + " fetched"]
    pages += [f"{number} {what}" for what, number in parts.items() if number]
    return f"{lists}; {', '.join(pages)}."
