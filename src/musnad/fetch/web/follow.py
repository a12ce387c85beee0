"""One pass over feeds, sitemaps and pages: what is new is fetched, what is known is not."""

from collections import Counter
from collections.abc import Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from http import HTTPStatus
from time import monotonic, sleep
from typing import NamedTuple, Protocol

from msgspec import structs

from musnad.fetch.feeds import Entry, FeedError, feed_entries, is_feed
from musnad.fetch.opened import FetchIssue, Found
from musnad.fetch.web.addresses import Address, FetchError, web_address
from musnad.fetch.web.client import Answer, Client
from musnad.fetch.web.pages import charset, read_answer
from musnad.fetch.web.queue import HostQueue
from musnad.fetch.web.robots import Robots
from musnad.fetch.web.sources import Start
from musnad.model.ids import identity
from musnad.model.records import FeedItem, Received, Record, Visit

DEEPEST = 3
"""Sitemaps within sitemaps."""
LONGEST_WAIT_SECONDS = 300
"""A server that wants more time is asked in the next pass."""
SILENT = frozenset(("M-140", "M-141"))
PASSING = frozenset(("M-140", "M-141", "M-143", "M-144"))
"""Issues of addresses that are asked again in the next pass; others are remembered."""


class Memory(Protocol):
    """What is known of addresses from earlier passes."""

    def visit(self, url: str) -> Visit | None:
        """Gives what the last answer said, None when there was none."""

    def keep_visit(self, visit: Visit) -> None:
        """Keeps what an answer said."""


class Passed(Record, frozen=True, kw_only=True):
    """What a pass did: lists are feeds, sitemaps and OPML; `left` is for the next pass.

    Of the pages that were `asked`, those that had not changed are the `same`.
    """

    lists: int = 0
    unchanged: int = 0
    asked: int = 0
    fetched: int = 0
    same: int = 0
    known: int = 0
    forbidden: int = 0
    failed: int = 0
    left: int = 0


class How(NamedTuple):
    """How a pass is made: known pages asked again, or not; how many pages at most."""

    refresh: bool = False
    most: int = 1000


class _List:
    """A feed or sitemap; its visit is kept when all that it names is settled."""

    def __init__(self, visit: Visit, parent: "_List | None") -> None:
        self.visit, self.parent = visit, parent
        self.left, self.failed = 1, False


class _Job(NamedTuple):
    """An address to ask; `item` is what a feed says of it, `known` its last visit."""

    address: Address
    item: FeedItem | None
    known: Visit | None
    parent: _List | None
    depth: int
    tries: int = 0


class Follow:
    """One pass. `pages` gives what is fetched; `done` has to be called when a page is stored."""

    def __init__(self, client: Client, memory: Memory, how: How = How()) -> None:
        self.client, self.memory, self.how = client, memory, how
        self.robots = Robots(client)
        self.queue: HostQueue[_Job] = HostQueue()
        self.counts: Counter[str] = Counter()
        self._seen: set[str] = set()
        self._under_way: dict[Future[Answer], tuple[str, _Job]] = {}
        self._given: dict[str, tuple[Visit, _List | None]] = {}

    def pages(self, starts: Iterable[Start | FetchIssue]) -> Found:
        """Gives each page as it comes, and an issue for each address that gave none."""
        threads = ThreadPoolExecutor(self.client.how.connections)
        try:
            for start in starts:
                yield from self._begin(start)
            while self._waits(threads):
                for future in self._answers():
                    yield from self._settle(*self._under_way.pop(future), future)
        finally:
            self.client.close()
            threads.shutdown(cancel_futures=True)

    def done(self, name: str) -> None:
        """Remembers that what was given under this name is stored."""
        visit, parent = self._given.pop(name, (None, None))
        if visit is not None:
            self.memory.keep_visit(visit)
            self._leave(parent)

    def passed(self) -> Passed:
        """Gives what the pass has done so far."""
        return Passed(**self.counts)

    # --- what is asked ---------------------------------------------------------------------

    def _begin(self, start: Start | FetchIssue) -> Iterator[FetchIssue]:
        if isinstance(start, FetchIssue):
            self.counts["failed"] += 1
            yield start
        else:
            yield from self._enter(start.url, start.item, None, 0)

    def _enter(
        self, url: str, item: FeedItem | None, parent: _List | None, depth: int
    ) -> Iterator[FetchIssue]:
        """Takes an address into the queue unless it is known, too much or no address."""
        try:
            address = web_address(url)
        except FetchError as error:
            self.counts["failed"] += 1
            yield FetchIssue(path=url[:500], code=error.code, detail=error.detail)
            return
        if address.url in self._seen:
            return
        self._seen.add(address.url)
        known = self.memory.visit(address.url)
        if item and known and known.item == item_id(item) and not self.how.refresh:
            self.counts["known"] += 1
            return
        if item and self.counts["asked"] >= self.how.most:
            self._leave_for_later(parent)
            return
        self.counts["asked"] += 1 if item else 0
        if parent:
            parent.left += 1
        self.queue.add(address.origin, _Job(address, item, known, parent, depth))

    def _waits(self, threads: ThreadPoolExecutor) -> bool:
        """Asks every host that may be asked; says whether an answer will come."""
        while True:
            while len(self._under_way) < self.client.how.connections:
                taken = self.queue.take(monotonic())
                if taken is None:
                    break
                self._under_way[threads.submit(self._ask, taken[1])] = taken
            at = self.queue.next_at()
            if self._under_way or at is None:
                return bool(self._under_way)
            sleep(max(0.0, at - monotonic()))

    def _answers(self) -> list[Future[Answer]]:
        at = self.queue.next_at()
        full = len(self._under_way) >= self.client.how.connections
        seconds = None if at is None or full else max(0.0, at - monotonic())
        return list(wait(self._under_way, seconds, FIRST_COMPLETED).done)

    def _ask(self, job: _Job) -> Answer:
        known, headers = job.known, dict[str, str]()
        if known is not None and (job.item or not self.how.refresh):
            headers = {"If-None-Match": known.etag or "", "If-Modified-Since": known.modified or ""}
        given = {name: value for name, value in headers.items() if value}
        return self.client.get(job.address.url, given, self.robots.permit)

    # --- what came of it -------------------------------------------------------------------

    def _settle(self, host: str, job: _Job, future: Future[Answer]) -> Found:
        pace = max(self.client.how.pace_seconds, self.robots.delay(host))
        try:
            answer = future.result()
        except FetchError as error:
            yield from self._failed(host, job, error)
            return
        self.queue.release(host, monotonic() + pace)
        if answer.fetched.status == HTTPStatus.NOT_MODIFIED:
            self._unchanged(job)
        elif job.item is None and is_feed(answer.data):
            yield from self._read_list(job, answer)
        else:
            yield self._read_page(job, answer)

    def _unchanged(self, job: _Job) -> None:
        self.counts["same" if job.item else "unchanged"] += 1
        if job.known:
            item = item_id(job.item)
            self.memory.keep_visit(structs.replace(job.known, item=item, status=200))
        self._leave(job.parent)

    def _read_list(self, job: _Job, answer: Answer) -> Iterator[FetchIssue]:
        self.counts["lists"] += 1
        here = _List(_visit(job, answer), job.parent)
        try:
            for entry in feed_entries(answer.data, job.address.url, charset(answer)):
                yield from self._read_entry(entry, here, job.depth)
        except FeedError as error:
            here.failed = True
            yield self._issue(job, FetchError("M-121", str(error)))
        self._leave(here)

    def _read_entry(self, entry: Entry, here: _List, depth: int) -> Iterator[FetchIssue]:
        link, names_pages = entry.item.link, entry.kind in ("item", "entry", "url")
        if link is None or (depth >= DEEPEST and not names_pages):
            return
        yield from self._enter(link, entry.item if names_pages else None, here, depth + 1)

    def _read_page(self, job: _Job, answer: Answer) -> Received | FetchIssue:
        found = read_answer(job.address, answer, job.item)
        if isinstance(found, FetchError):
            return self._remembered(job, found)
        self.counts["fetched"] += 1
        self._given[found.name] = _visit(job, answer), job.parent
        return found

    def _failed(self, host: str, job: _Job, error: FetchError) -> Iterator[FetchIssue]:
        pace, now = self.client.how.pace_seconds, monotonic()
        pause = max(error.wait or 0.0, float(pace * 4 ** (job.tries + 1)))
        again = error.wait is not None and error.wait <= LONGEST_WAIT_SECONDS
        if again and job.tries < self.client.how.retries:
            self.queue.add(host, job._replace(tries=job.tries + 1))
            self.queue.release(host, now + pause)
            return
        self.queue.release(host, now + pace)
        if error.code in SILENT and not self.robots.answered(host):
            self._give_up(host)
        if error.code in PASSING or error.wait is not None or job.item is None:
            yield self._issue(job, error)
            self._leave(job.parent, failed=error.code != "M-143")
        else:
            yield self._remembered(job, error)

    def _give_up(self, host: str) -> None:
        """A host that never answered is not asked for its other pages in this pass."""
        for job in self.queue.drop(host):
            self._leave(job.parent, failed=True)
            self.counts["left"] += 1

    def _remembered(self, job: _Job, error: FetchError) -> FetchIssue:
        """Gives the issue of a page that is not asked again while its feed says the same of it."""
        visit = Visit(url=job.address.url, item=item_id(job.item))
        self._given[job.address.url] = visit, job.parent
        return self._issue(job, error)

    def _issue(self, job: _Job, error: FetchError) -> FetchIssue:
        self.counts["forbidden" if error.code == "M-143" else "failed"] += 1
        return FetchIssue(path=job.address.url, code=error.code, detail=error.detail)

    def _leave(self, here: _List | None, failed: bool = False) -> None:
        """One address of a list is settled; the last one settles the list."""
        while here is not None:
            here.left -= 1
            here.failed = here.failed or failed
            if here.left:
                return
            failed = here.failed
            if not failed:
                self.memory.keep_visit(here.visit)
            here = here.parent

    def _leave_for_later(self, parent: _List | None) -> None:
        self.counts["left"] += 1
        if parent is not None:
            parent.failed = True


def item_id(item: FeedItem | None) -> str | None:
    """Gives a mark that changes when the feed says something else of the page."""
    return identity("item", item.title or "", item.published or "") if item else None


def _visit(job: _Job, answer: Answer) -> Visit:
    return Visit(
        url=job.address.url,
        at=answer.fetched.at,
        status=answer.fetched.status,
        etag=answer.header("etag") or None,
        modified=answer.header("last-modified") or None,
        item=item_id(job.item),
    )
