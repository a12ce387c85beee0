"""Pages side by side in worker processes, outcomes in the order of the pages."""

import os
import signal
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import closing
from multiprocessing import get_context, parent_process
from threading import Thread

import msgspec

from musnad.model.records import Received
from musnad.pipeline.work import Outcome, PageWork, failed, raw_page_id

AHEAD = 4
"""Pages under way for each worker; no more are held in memory."""

DIED = "the process that read the page died, twice"

_OUTCOME = msgspec.msgpack.Decoder(Outcome)
_work: PageWork | None = None

UnderWay = deque[tuple[Received, "Future[bytes]"]]


def read_in_processes(work: PageWork, pages: Iterable[Received], jobs: int) -> Iterator[Outcome]:
    """Gives the outcome of each page, read by `jobs` workers, in the order of the pages.

    When a worker dies, each page that was under way is read again in a fresh process of its own;
    the one that ends that process too becomes an issue M-190.
    """
    with closing(_Workers(work, jobs)) as workers:
        under_way: UnderWay = deque()
        for received in pages:
            under_way.append((received, workers.submit(received)))
            if len(under_way) >= jobs * AHEAD:
                yield workers.outcome(*under_way.popleft())
        while under_way:
            yield workers.outcome(*under_way.popleft())


class _Workers:
    """A pool of processes that is replaced when it breaks."""

    def __init__(self, work: PageWork, jobs: int) -> None:
        self.work = work
        self.jobs = jobs
        self.pool = _open_pool(work, jobs)

    def submit(self, received: Received) -> "Future[bytes]":
        """Gives the outcome to come."""
        try:
            return self.pool.submit(_read_packed, received)
        except BrokenProcessPool:
            self.close()
            self.pool = _open_pool(self.work, self.jobs)
            return self.pool.submit(_read_packed, received)

    def outcome(self, received: Received, future: "Future[bytes]") -> Outcome:
        """Gives the outcome of a page that was submitted, read alone when its pool broke."""
        try:
            return _OUTCOME.decode(future.result())
        except BrokenProcessPool:
            return self._read_alone(received)

    def _read_alone(self, received: Received) -> Outcome:
        with _open_pool(self.work, 1) as pool:
            try:
                return _OUTCOME.decode(pool.submit(_read_packed, received).result())
            except BrokenProcessPool:
                return failed(raw_page_id(received), DIED)

    def close(self) -> None:
        """Ends the workers; pages not yet begun are left."""
        self.pool.shutdown(cancel_futures=True)


def _open_pool(work: PageWork, jobs: int) -> ProcessPoolExecutor:
    return ProcessPoolExecutor(
        jobs, get_context("spawn"), initializer=_begin_work, initargs=(work,)
    )


def _begin_work(work: PageWork) -> None:
    """Runs first in each worker: the work comes once, Ctrl-C is left to the parent."""
    global _work  # noqa: PLW0603 - the one way a pool hands a worker its start
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    Thread(target=_end_with_parent, daemon=True).start()
    _work = work


def _end_with_parent() -> None:
    """A worker would wait for ever for the next page of a parent that was killed."""
    parent = parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)


def _read_packed(received: Received) -> bytes:
    if _work is None:
        raise RuntimeError("the worker was not begun")
    return msgspec.msgpack.encode(_work(received))
