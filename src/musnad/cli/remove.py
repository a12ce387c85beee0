"""`musnad remove`."""

from typing import Annotated

import typer

from musnad.cli.options import WorkspaceOption, opened
from musnad.cli.printing import say

EXAMPLES = """
  musnad remove 5f0c2a91d3e4 --reason "asked for by the author"
  musnad remove 5f0c2a91d3e4 --reason "added twice" --yes
"""


def remove(
    page_id: Annotated[str, typer.Argument(metavar="PAGE_ID", help="The id of the page.")],
    reason: Annotated[str, typer.Option(help="Why; it is kept with the trace.")],
    yes: Annotated[bool, typer.Option("--yes", "-y", help="Do not ask.")] = False,
    workspace: WorkspaceOption = None,
) -> None:
    """Delete a page and all that came from it.

    A trace that it existed stays. The ids of pages are in `musnad show --format jsonl` (`page_id`).
    """
    with opened(workspace) as store:
        found = [page for page in store.pages() if page.id == page_id]
        if found and not yes:
            name = found[0].source_id
            typer.confirm(f"Delete page {page_id} ({name}) and its readings?", abort=True, err=True)
        store.remove_page(page_id, reason)
    say(f"Removed {page_id}.")
