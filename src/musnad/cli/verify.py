"""`musnad verify`."""

import typer

from musnad.cli.options import WorkspaceOption, opened
from musnad.cli.printing import say

EXAMPLES = """
  musnad verify
  musnad verify --workspace archive && echo "every span is right"
"""


def verify(workspace: WorkspaceOption = None) -> None:
    """Check that everything stored is whole and right.

    Every span must stand in its article. Prints one line for each thing that is wrong; the exit
    status is 1 when there is any.
    """
    with opened(workspace) as store:
        broken = store.verify()
        counts = store.counts()
    for line in broken:
        typer.echo(line)
    if broken:
        say(f"{len(broken)} things are wrong.")
        raise typer.Exit(1)
    say(f"All is well: {counts.articles} articles, {counts.statements} statements.")
