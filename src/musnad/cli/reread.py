"""`musnad reread`."""

from musnad.cli.options import JobsOption, NamesOption, WorkspaceOption, opened, settings
from musnad.cli.progress import progress_bar, say_summary

EXAMPLES = """
  musnad reread
  musnad reread --workspace archive --jobs 4
"""


def reread(
    jobs: JobsOption = None, names: NamesOption = None, workspace: WorkspaceOption = None
) -> None:
    """Read all pages again with today's rules and lexicons.

    Ids, human decisions and history stay. The exit status is 1 when a page could not be read.
    """
    from musnad.engines import choose_engine  # noqa: PLC0415 - slow to import
    from musnad.pipeline.neural import page_work  # noqa: PLC0415 - slow to import
    from musnad.pipeline.run import reread as reread_pages  # noqa: PLC0415 - slow to import

    found = settings(workspace, run__jobs=jobs, run__names=names).run
    with opened(workspace) as store, progress_bar("reading again") as done:
        work = page_work(store.lexicons(), found.names)
        engine = choose_engine(found.jobs)
        summary = reread_pages(store, progress=done, engine=engine, work=work)
    say_summary(summary)
