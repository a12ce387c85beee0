"""One page after the other, in this process: the reference for every other engine."""

from collections.abc import Iterable, Iterator

from musnad.model.records import Received
from musnad.pipeline.work import Outcome, PageWork


def read_inline(work: PageWork, pages: Iterable[Received]) -> Iterator[Outcome]:
    """Gives the outcome of each page in turn."""
    yield from map(work, pages)
