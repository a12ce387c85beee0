"""How far a run is and what it did, on stderr; the bar only on a terminal."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

import typer

from musnad.cli.printing import counted, say

if TYPE_CHECKING:
    from musnad.pipeline.run import Summary


@contextmanager
def progress_bar(title: str, *, beside_data: bool = False) -> Iterator[Callable[[str], None]]:
    """Gives what is to be called with the name of each page done; the bar is on stderr.

    With `beside_data` there is no bar when stdout is a terminal too: it would cut into the data.
    """
    if not sys.stderr.isatty() or (beside_data and sys.stdout.isatty()):
        yield lambda _: None
        return
    from rich.console import Console  # noqa: PLC0415 - slow to import
    from rich.progress import (  # noqa: PLC0415 - slow to import
        MofNCompleteColumn,
        Progress,
        SpinnerColumn,
        TextColumn,
        TimeElapsedColumn,
    )

    columns = (
        SpinnerColumn(),
        TextColumn("{task.description}"),
        MofNCompleteColumn(),
        TimeElapsedColumn(),
        TextColumn("{task.fields[name]}"),
    )
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task(title, total=None, name="")
        yield lambda name: bar.update(task, advance=1, name=name)


def say_summary(summary: "Summary") -> None:
    """Says what a run did; ends the command with status 1 when a page could not be read."""
    pages = f"{counted(summary.new, 'page')} new, {summary.changed} changed, {summary.same} same"
    found = [
        counted(number, noun)
        for number, noun in (
            (summary.articles, "article"),
            (summary.statements, "statement"),
            (summary.issues, "issue"),
        )
    ]
    say(f"{pages}, {summary.failed} failed; {', '.join(found)}.")
    if summary.again:
        again = counted(summary.again, "page")
        say(f"{again} read again: their sites repeat lines that are no article text.")
    if summary.failed:
        say("`musnad issues` tells why pages failed.")
        raise typer.Exit(1)
