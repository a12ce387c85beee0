"""ON WHAT are pages read?"""

from functools import partial

from musnad.engines.inline import read_inline
from musnad.engines.processes import read_in_processes
from musnad.pipeline.work import Engine

__all__ = ["choose_engine", "read_in_processes", "read_inline"]


def choose_engine(jobs: int) -> Engine:
    """Gives the engine that reads `jobs` pages side by side; one job needs no other process."""
    return read_inline if jobs <= 1 else partial(read_in_processes, jobs=jobs)
