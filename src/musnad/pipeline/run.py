"""Pages received become readings in a workspace."""

from collections import Counter, deque
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from dataclasses import replace
from typing import NamedTuple

from musnad.errors import UNREADABLE, MusnadError
from musnad.fetch import FetchIssue
from musnad.model.records import Issue, Received, Record
from musnad.pipeline.neural import LIGHT, page_work
from musnad.pipeline.sites import count_site, read_otherwise
from musnad.pipeline.versions import refresh_states
from musnad.pipeline.work import Engine, Outcome, PageWork, failed, raw_page_id, unreadable
from musnad.store import Workspace

Progress = Callable[[str], None]
"""Called with the name of each page that is done."""
NO_FILE = "M-115"
"""The issue of a row of a manifest, forgotten when its file comes."""


class Summary(Record, frozen=True, kw_only=True):
    """What a run did: pages by what became of them; articles, statements, issues of those read.

    `again` pages were read a second time, when it was known what their sites repeat.
    """

    new: int = 0
    changed: int = 0
    same: int = 0
    failed: int = 0
    articles: int = 0
    statements: int = 0
    issues: int = 0
    again: int = 0


class _Task(NamedTuple):
    """A page on its way through the engine; `page_id` is its id in the workspace, if known."""

    received: Received
    page_id: str | None = None


def add_paths(
    workspace: Workspace,
    received: Iterable[Received | FetchIssue],
    *,
    progress: Progress | None = None,
    engine: Engine = map,
    work: PageWork | None = None,
) -> Summary:
    """Reads the pages that the workspace does not have and stores each; gives what was done.

    Broken off at any moment and run again, it ends as if it had never been broken off. A page
    that cannot be read becomes an issue. Raises `MusnadError` M-007 when a lexicon of the workspace
    cannot be used, M-011 when another writer is busy.
    """
    run = _Run(workspace, progress or _silent, _with_sites(workspace, work))
    run.over(run.unknown(received), engine)
    return run.ended(engine)


def reread(
    workspace: Workspace,
    *,
    progress: Progress | None = None,
    engine: Engine = map,
    work: PageWork | None = None,
) -> Summary:
    """Reads every page of the workspace again, with today's rules and lexicons.

    Ids, human decisions and older versions of the readings stay. Raises as `add_paths` does.
    """
    run = _Run(workspace, progress or _silent, _with_sites(workspace, work))
    run.over(run.stored(), engine)
    for page_id in workspace.changed_pages():
        refresh_states(workspace, page_id, run.work)
    return run.ended(engine)


def _with_sites(workspace: Workspace, work: PageWork | None) -> PageWork:
    """Gives the work with the lexicons of the workspace, refused here when they are bad.

    It knows what the sites repeat as it is when the run begins, so that the order of the pages
    does not matter.
    """
    own = work or page_work(workspace.lexicons(), LIGHT)
    return replace(own, sites=workspace.repeated_lines())


def _silent(_name: str) -> None:
    pass


class _Run:
    """One run over pages, counting as it goes."""

    def __init__(self, workspace: Workspace, progress: Progress, work: PageWork) -> None:
        self.workspace = workspace
        self.progress = progress
        self.work = work
        self.counts: Counter[str] = Counter()

    def unknown(self, received: Iterable[Received | FetchIssue]) -> Iterator[_Task]:
        """Gives the pages that have to be read; notes the issues of the others."""
        without_file = {r.source_id for r in self.workspace.issues() if r.code == NO_FILE}
        for one in received:
            if isinstance(one, FetchIssue):
                self._refuse(one.path, Issue(code=one.code, detail=one.detail))
                continue
            for name in without_file & _ends(one.name):
                self.workspace.clear_issue(name)
            if self.workspace.has_page(one):
                self.workspace.clear_issue(one.name)
                self._done(one.name, "same")
            else:
                yield self._task(one)

    def _task(self, received: Received) -> _Task:
        """A page that was here before stays the page it is, unless its new address has one."""
        known = self.workspace.known_page(received)
        if known is None:
            return _Task(received)
        page_id, complete = known
        own = raw_page_id(complete)
        return _Task(complete, None if own != page_id and self.workspace.holds(own) else page_id)

    def stored(self) -> Iterator[_Task]:
        """Gives the pages of the workspace; one whose raw bytes are damaged becomes an issue."""
        for page in self.workspace.pages():
            try:
                received = self.workspace.received(page.id)
            except MusnadError as error:
                self._refuse(page.source_id, Issue(code="M-112", detail=error.detail))
                continue
            self.workspace.clear_issue(page.source_id)
            yield _Task(received, page.id)

    def _kept(self, page_ids: Iterable[str]) -> Iterator[_Task]:
        """Gives the pages whose raw bytes are whole; `reread` lists the others."""
        for page_id in page_ids:
            with suppress(MusnadError):
                yield _Task(self.workspace.received(page_id), page_id)

    def over(self, tasks: Iterable[_Task], engine: Engine) -> None:
        """Stores the outcome of every task, in order."""
        under_way: deque[_Task] = deque()
        for outcome in engine(self.work, _received(tasks, under_way)):
            self._store(under_way.popleft(), outcome)

    def ended(self, engine: Engine) -> Summary:
        """Gives the summary after what the sites repeat was counted again.

        Pages that hold lines of which it was not known when they were read are read again. A run
        that is broken off here leaves its sites stale, and the next one ends it.
        """
        for site in self.workspace.stale_sites():
            known = self.work.sites.get(site, b"")
            found = count_site(self.workspace.lines_of(site), known)
            self.workspace.put_repeated(site, found.pages, found.keys)
            self.work = replace(self.work, sites={**self.work.sites, site: found.keys})
            self._read_again(site, found.keys, engine)
            self.workspace.settle_site(site)
        return Summary(**self.counts)

    def _read_again(self, site: str, repeated: bytes, engine: Engine) -> None:
        again = list(read_otherwise(self.workspace.lines_of(site), repeated))
        several = frozenset(self.workspace.changed_pages())
        under_way: deque[_Task] = deque()
        for outcome in engine(self.work, _received(self._kept(again), under_way)):
            task = under_way.popleft()
            page_id = task.page_id or outcome.page_id
            if outcome.failure is None:
                self.workspace.add_page(task.received, page_id, outcome.readings, outcome.lines)
                if page_id in several:
                    refresh_states(self.workspace, page_id, self.work, every=True)
            self.counts["again"] += 1

    def _store(self, task: _Task, outcome: Outcome) -> None:
        page_id = task.page_id or outcome.page_id
        unread = unreadable(outcome.readings)
        if unread is not None:
            outcome = Outcome(page_id=page_id, failure=unread)
        if outcome.failure is None:
            try:
                added = self._add(task, page_id, outcome)
            except ValueError as error:
                outcome = failed(page_id, f"{type(error).__name__}: {error}")
        if outcome.failure is not None:
            self.workspace.fail_page(task.received, page_id, outcome.failure)
            self.counts["issues"] += 1
            self._done(task.received.name, "failed")
            return
        self._count_readings(outcome)
        self._done(task.received.name, added)

    def _add(self, task: _Task, page_id: str, outcome: Outcome) -> str:
        added = self.workspace.add_page(task.received, page_id, outcome.readings, outcome.lines)
        if added == "changed":
            refresh_states(self.workspace, page_id, self.work)
        return added

    def _count_readings(self, outcome: Outcome) -> None:
        self.counts["articles"] += len(outcome.readings)
        for reading in outcome.readings:
            self.counts["statements"] += len(reading.statements)
            self.counts["issues"] += len(reading.issues)

    def _refuse(self, name: str, issue: Issue) -> None:
        self.workspace.save_issue(name, issue)
        self.counts["issues"] += 1
        if issue.code in UNREADABLE:
            self._done(name, "failed")

    def _done(self, name: str, became: str) -> None:
        self.counts[became] += 1
        self.progress(name)


def _ends(name: str) -> set[str]:
    """Gives what a manifest may call the file of a page."""
    parts = name.partition("#")[0].split("/")
    return {"/".join(parts[start:]) for start in range(len(parts))}


def _received(tasks: Iterable[_Task], under_way: deque[_Task]) -> Iterator[Received]:
    for task in tasks:
        under_way.append(task)
        yield task.received
