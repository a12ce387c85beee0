"""`musnad reread`."""

from musnad.cli.options import WorkspaceOption, opened
from musnad.cli.printing import say
from musnad.cli.progress import progress_bar

EXAMPLES = """
  musnad reread
  musnad reread --workspace archive
"""


def reread(workspace: WorkspaceOption = None) -> None:
    """Read all pages again with today's rules and lexicons.

    Ids, human decisions and history stay.
    """
    from musnad.pipeline.run import reread as reread_pages  # noqa: PLC0415 - slow to import

    with opened(workspace) as store, progress_bar("reading again") as done:
        summary = reread_pages(store, progress=done)
    say(f"{summary}")
