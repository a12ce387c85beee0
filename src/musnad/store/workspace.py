"""A workspace folder: musnad.sqlite, raw pages, lexicons; many readers, one writer."""

from collections.abc import Callable
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from typing import Self

import msgspec
from sqlalchemy import delete, insert, select

from musnad.errors import MusnadError
from musnad.model.records import Issue
from musnad.store import writes
from musnad.store.connection import open_engine, plain_faults
from musnad.store.kept_pages import KeptPages
from musnad.store.kept_readings import KeptReadings
from musnad.store.kept_sites import KeptSites
from musnad.store.kept_states import KeptStates
from musnad.store.migrate import migrate
from musnad.store.opened import LEXICONS, PAGES
from musnad.store.rows import issue_row
from musnad.store.shapes import Counts, Decision, IssueRow
from musnad.store.tables import ARTICLE, DECISION, ISSUE, PAGE, REMOVED, STATEMENT
from musnad.store.verify import broken_workspace

DATABASE = "musnad.sqlite"


def utc_now() -> str:
    """Gives the time now, ISO 8601 in UTC, to the second."""
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def open_workspace(
    path: Path,
    *,
    create: bool = False,
    clock: Callable[[], str] = utc_now,
    compression_level: int = 3,
) -> "Workspace":
    """Gives the workspace in the folder `path`, its schema brought up to date.

    `clock` gives the time written with what is stored; `compression_level` (1 to 19) is that of
    raw pages to come.

    Raises `MusnadError`: M-002 when there is none and not `create`, M-003 when a newer Musnad
    made it, M-013 when its database is damaged, M-017 when it cannot be made.
    """
    file = path / DATABASE
    if path.is_file():
        raise MusnadError("M-002", f"{path} is a file, not a folder.")
    if not file.exists():
        if not create:
            raise MusnadError("M-002", f"There is no {file}.")
        with plain_faults():
            (path / PAGES).mkdir(parents=True, exist_ok=True)
            (path / LEXICONS).mkdir(exist_ok=True)
    engine = open_engine(file)
    try:
        with plain_faults():
            migrate(engine, clock())
    except BaseException:
        engine.dispose()
        raise
    workspace = Workspace(path, engine, clock, compression_level)
    with suppress(MusnadError):  # another writer is at work: it is swept another time
        workspace.sweep()
    return workspace


class Workspace(KeptPages, KeptReadings, KeptStates, KeptSites):
    """Pages, their readings and what humans decided about them, in one folder."""

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def stamp(self) -> tuple[tuple[int, int], ...]:
        """Gives what is another one as soon as anything was written, by whatever program."""
        files = (self.path / f"{DATABASE}{end}" for end in ("", "-wal"))
        found = (file.stat() for file in files if file.exists())
        return tuple((one.st_mtime_ns, one.st_size) for one in found)

    def issues(self) -> tuple[IssueRow, ...]:
        """Gives everything that went wrong, in the order of source ids."""
        rows = self._rows(select(ISSUE).order_by(ISSUE.c.source_id, ISSUE.c.number))
        return tuple(msgspec.convert(row, IssueRow) for row in rows)

    def save_issue(self, source_id: str, issue: Issue) -> None:
        """Notes what went wrong before there was a page; replaces the same issue."""
        with self._writing() as connection:
            here = (ISSUE.c.source_id == source_id, ISSUE.c.page_id.is_(None))
            connection.execute(delete(ISSUE).where(*here, ISSUE.c.code == issue.code))
            connection.execute(insert(ISSUE).values(issue_row(None, None, source_id, issue)))

    def clear_issue(self, source_id: str) -> None:
        """Forgets what went wrong with a page that is well now."""
        here = (ISSUE.c.source_id == source_id, ISSUE.c.page_id.is_(None))
        if self._first(select(ISSUE.c.number).where(*here)) is not None:
            with self._writing() as connection:
                connection.execute(delete(ISSUE).where(*here))

    def decide(self, decision: Decision) -> None:
        """Stores a human decision and applies it; raises `MusnadError` M-004."""
        with self._writing() as connection:
            query = select(ARTICLE.c.page_id).where(ARTICLE.c.id == decision.article_id)
            page_id = connection.execute(query).scalar()
            if page_id is None:
                raise MusnadError("M-004", f"«{decision.article_id}».")
            writes.put_decision(connection, decision, page_id)
            writes.settle_article(connection, decision.article_id)

    def counts(self) -> Counts:
        """Gives how much the workspace holds."""
        return Counts(
            pages=self._count(select(PAGE)),
            articles=self._count(select(ARTICLE)),
            statements=self._count(select(STATEMENT).where(STATEMENT.c.rejected == 0)),
            issues=self._count(select(ISSUE)),
            decisions=self._count(select(DECISION)),
            removed=self._count(select(REMOVED)),
        )

    def verify(self) -> tuple[str, ...]:
        """Gives a line for everything that is wrong with what is stored; empty when all is well."""
        with self._engine.connect() as connection:
            return tuple(broken_workspace(connection, self._pages))
