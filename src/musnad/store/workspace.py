"""A workspace folder: musnad.sqlite, raw pages, lexicons; many readers, one writer."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path
from types import TracebackType
from typing import Any, Self

import msgspec
from sqlalchemy import Connection, Engine, Select, delete, func, insert, select
from sqlalchemy.exc import IntegrityError

from musnad.errors import MusnadError
from musnad.model.records import Given, Issue, Reading, Received
from musnad.store import writes
from musnad.store.connection import BUSY_TIMEOUT_MS, open_engine, plain_faults, writing
from musnad.store.decisions import apply_decisions
from musnad.store.lexicon_files import lexicon_texts, write_lexicon
from musnad.store.migrate import migrate
from musnad.store.queries import article_query, same_bytes_query, sighting_query, statement_query
from musnad.store.raw import delete_raw, read_raw, write_raw
from musnad.store.rows import issue_row, page_shape, statement_shape, unpack, version_shape
from musnad.store.shapes import (
    Added,
    ArticleRow,
    Counts,
    Decision,
    DecisionRow,
    IssueRow,
    PageRow,
    ReadingVersion,
    RemovedRow,
    StatementRow,
    Wanted,
)
from musnad.store.tables import (
    ARTICLE,
    DECISION,
    ISSUE,
    PAGE,
    READING,
    READING_HISTORY,
    RECORD,
    REMOVED,
    STATEMENT,
    UNWANTED,
)
from musnad.store.verify import broken_workspace

DATABASE = "musnad.sqlite"
PAGES = "pages"
LEXICONS = "lexicons"


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


class Workspace:
    """Pages, their readings and what humans decided about them, in one folder."""

    def __init__(
        self, path: Path, engine: Engine, clock: Callable[[], str], compression_level: int
    ) -> None:
        self.path = path
        self.busy_timeout_ms = BUSY_TIMEOUT_MS
        self._engine = engine
        self._clock = clock
        self._level = compression_level

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """Closes all connections."""
        self._engine.dispose()

    # --- pages -----------------------------------------------------------------------------

    def lexicons(self) -> tuple[str, ...]:
        """Gives the texts of `lexicons/*.toml`, sorted by name; raises M-007 naming the file."""
        return lexicon_texts(self.path / LEXICONS)

    def keep_lexicon(self, name: str, text: str) -> bool:
        """Keeps a lexicon beside the others; gives whether it is new; raises M-017."""
        with plain_faults():
            return write_lexicon(self.path / LEXICONS, name, text)

    def has_page(self, received: Received) -> bool:
        """Says whether these bytes were read under this name and `given` says nothing new."""
        rows = self._sightings(received)
        return any(
            not row["failed"] and writes.with_known(received, row["given"]) == row["given"]
            for row in rows
        )

    def known_page(self, received: Received) -> tuple[str, Received] | None:
        """Gives the id of the page that has these bytes, None when there is none.

        It is the page of this name, or the only one with these bytes if `given` says nothing new;
        with it comes the page as received, what was said before added where nothing is said now.
        """
        row = next(iter(self._sightings(received)), None) or self._page_with(received)
        if row is None:
            return None
        given = msgspec.json.decode(writes.with_known(received, row["given"]), type=Given)
        return row["page_id"], msgspec.structs.replace(received, given=given)

    def holds(self, page_id: str) -> bool:
        """Says whether there is a page of this id."""
        return self._first(select(PAGE.c.id).where(PAGE.c.id == page_id)) is not None

    def add_page(self, received: Received, page_id: str, readings: Sequence[Reading]) -> Added:
        """Stores the page and all its articles in one transaction; the same twice is `same`.

        When it returns, page and readings survive a crash. Readings that changed are kept in
        the history; decisions about them are found again. Raises `ValueError`, and stores
        nothing, when two readings have one id.
        """
        try:
            with self._writing() as connection:
                return self._add_page(connection, received, page_id, readings)
        except IntegrityError as error:
            raise ValueError(f"the readings of page {page_id}: {error.orig}") from error

    def _add_page(
        self, connection: Connection, received: Received, page_id: str, readings: Sequence[Reading]
    ) -> Added:
        digest = write_raw(self._pages, received.data, self._level)
        page = writes.page_row(received, page_id, digest, readings)
        old = writes.stored_page(connection, page_id)
        if old and writes.only_name_differs(old, page):
            writes.put_sighting(connection, page_id, received, digest)
            return "same"
        now = self._clock()
        writes.put_page(connection, old, {**page, "added": now})
        writes.put_sighting(connection, page_id, received, digest)
        if old is None:
            writes.put_new_readings(connection, page_id, readings, now)
            return "new"
        changed = writes.put_readings(connection, page_id, readings, now)
        return "changed" if changed or not writes.same_page(old, page) else "same"

    def fail_page(self, received: Received, page_id: str, issue: Issue) -> None:
        """Stores a page that could not be read, with its issue; a later `reread` tries again.

        Readings that an older version made of the same page stay.
        """
        with self._writing() as connection:
            digest, now = write_raw(self._pages, received.data, self._level), self._clock()
            old = writes.stored_page(connection, page_id)
            page = {**writes.page_row(received, page_id, digest, ()), "failed": 1}
            writes.put_page(connection, old, {**page, "added": now})
            writes.put_sighting(connection, page_id, received, digest)
            if not (old and writes.same_page(old, page)):
                writes.put_readings(connection, page_id, (), now)
            kept = [unpack(row["json"]) for row in writes.stored_readings(connection, page_id)]
            row = issue_row(page_id, None, str(page["source_id"]), issue)
            writes.put_issues(connection, page_id, kept, (row,))

    def pages(self) -> tuple[PageRow, ...]:
        """Gives the pages in the order of their source ids."""
        rows = self._rows(select(PAGE).order_by(PAGE.c.source_id, PAGE.c.id))
        return tuple(page_shape(row) for row in rows)

    def received(self, page_id: str) -> Received:
        """Gives the page as it was received; raises `MusnadError` M-004 or M-013."""
        row = self._one(select(PAGE).where(PAGE.c.id == page_id), page_id)
        return Received(
            data=read_raw(self._pages, row["sha256"]),
            name=row["name"],
            format=row["format"],
            given=msgspec.json.decode(row["given"], type=Given),
        )

    def remove_page(self, page_id: str, reason: str) -> RemovedRow:
        """Deletes the page and all that came from it; gives the trace that stays.

        The raw bytes go too unless another page has the same. Raises `MusnadError` M-004.
        """
        with self._writing() as connection:
            row = writes.remove_page(connection, page_id, self._clock(), reason)
        self.sweep()
        with self._engine.connect() as connection:
            connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")
        return row

    def sweep(self) -> None:
        """Deletes raw bytes that a removal left, also one that was interrupted."""
        if self._first(select(UNWANTED)) is None:
            return
        with self._writing() as connection:
            for digest in writes.take_unwanted(connection):
                delete_raw(self._pages, digest)

    def removed(self) -> tuple[RemovedRow, ...]:
        """Gives the traces of removed pages, in the order of their removal."""
        rows = self._rows(select(REMOVED).order_by(REMOVED.c.number))
        return tuple(msgspec.convert(row, RemovedRow) for row in rows)

    # --- articles, statements, readings ----------------------------------------------------

    def articles(
        self, *, text: str = "", offset: int = 0, limit: int | None = None
    ) -> tuple[ArticleRow, ...]:
        """Gives the articles that hold every word of `text`, in the order of source ids."""
        rows = self._rows(_cut(article_query(text), offset, limit))
        return tuple(msgspec.convert(row, ArticleRow) for row in rows)

    def statements(
        self, wanted: Wanted = Wanted(), *, offset: int = 0, limit: int | None = None
    ) -> tuple[StatementRow, ...]:
        """Gives the wanted statements, decisions applied, without rejected ones."""
        rows = self._rows(_cut(statement_query(wanted), offset, limit))
        return tuple(statement_shape(row) for row in rows)

    def reading(self, article_id: str) -> Reading:
        """Gives the reading with human decisions applied; raises `MusnadError` M-004, M-013.

        A decided statement says so in its last `why`, a rejected one too.
        """
        machine = self.machine_reading(article_id)
        return apply_decisions(machine, self.decisions(article_id)).reading

    def machine_reading(self, article_id: str) -> Reading:
        """Gives the reading as Musnad made it; raises `MusnadError` M-004, M-013."""
        query = select(READING).where(READING.c.article_id == article_id)
        return unpack(self._one(query, article_id)["json"])

    def readings(self) -> Iterator[Reading]:
        """Gives every reading, decisions applied, in the order of source ids, one at a time."""
        for row in self._rows(article_query("")):
            yield self.reading(row["id"])

    def history(self, article_id: str) -> tuple[ReadingVersion, ...]:
        """Gives the versions of the reading of an article, oldest first, the current one last."""
        rows: list[dict[str, Any]] = []
        for table in (READING_HISTORY, READING):
            query = select(table).where(table.c.article_id == article_id)
            rows += self._rows(query.order_by(table.c.version))
        return tuple(version_shape(row) for row in rows)

    def find(self, record_id: str) -> tuple[str, str]:
        """Gives (kind, article id) of a record; the beginning of its id is enough if unique.

        An entity is found in the first of its articles. Raises `MusnadError` M-004.
        """
        columns, end = RECORD.c, record_id + "\uffff"
        ids = select(columns.id).where(columns.id >= record_id, columns.id <= end)
        found = [row["id"] for row in self._rows(ids.distinct().order_by(columns.id).limit(2))]
        if not found or (len(found) > 1 and found[0] != record_id):
            several = f"Several ids begin with «{record_id}»." if found else f"«{record_id}»."
            raise MusnadError("M-004", several)
        query = select(RECORD).where(columns.id == found[0]).order_by(columns.article_id)
        row = self._one(query.limit(1), record_id)
        return row["kind"], row["article_id"]

    # --- issues, decisions, the whole ------------------------------------------------------

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

    def decisions(self, article_id: str | None = None) -> tuple[DecisionRow, ...]:
        """Gives the decisions about one article, or all, in the order they were made."""
        with self._engine.connect() as connection:
            return tuple(writes.decision_rows(connection, article_id))

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

    # --- how -------------------------------------------------------------------------------

    @property
    def _pages(self) -> Path:
        return self.path / PAGES

    @contextmanager
    def _writing(self) -> Iterator[Connection]:
        with writing(self._engine, self.busy_timeout_ms) as connection:
            yield connection

    def _sightings(self, received: Received) -> list[dict[str, Any]]:
        return self._rows(sighting_query(received.name, sha256(received.data).hexdigest()))

    def _page_with(self, received: Received) -> dict[str, Any] | None:
        rows = self._rows(same_bytes_query(sha256(received.data).hexdigest()).limit(2))
        only = rows[0] if len(rows) == 1 else None
        return (
            only if only and writes.with_known(received, only["given"]) == only["given"] else None
        )

    def _rows(self, query: Select[Any]) -> list[dict[str, Any]]:
        with plain_faults(), self._engine.connect() as connection:
            return [dict(row) for row in connection.execute(query).mappings()]

    def _first(self, query: Select[Any]) -> dict[str, Any] | None:
        return next(iter(self._rows(query.limit(1))), None)

    def _one(self, query: Select[Any], wanted: str) -> dict[str, Any]:
        row = self._first(query)
        if row is None:
            raise MusnadError("M-004", f"«{wanted}».")
        return row

    def _count(self, query: Select[Any]) -> int:
        counted = self._first(select(func.count().label("n")).select_from(query.subquery()))
        return int(counted["n"]) if counted else 0


def _cut(query: Select[Any], offset: int, limit: int | None) -> Select[Any]:
    return query.offset(offset).limit(limit if limit is not None else -1)
