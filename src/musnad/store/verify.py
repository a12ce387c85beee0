"""Whether what is stored is what it claims to be."""

from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

from sqlalchemy import Connection, func, select, union

from musnad.errors import MusnadError
from musnad.model.records import Reading
from musnad.model.verify import broken_spans
from musnad.store.decisions import apply_decisions
from musnad.store.raw import read_raw
from musnad.store.rows import (
    Row,
    article_row,
    reading_issue_rows,
    record_rows,
    statement_rows,
    unpack,
)
from musnad.store.tables import (
    ARTICLE,
    ISSUE,
    OLDER_READING,
    PAGE,
    PAGE_HISTORY,
    READING,
    RECORD,
    STATEMENT,
)
from musnad.store.writes import decision_rows


def broken_workspace(connection: Connection, pages: Path) -> Iterator[str]:
    """Gives a line for everything that is wrong in the database and the raw pages."""
    for (line,) in connection.exec_driver_sql("PRAGMA integrity_check"):
        if line != "ok":
            yield f"database: {line}"
    for row in connection.exec_driver_sql("PRAGMA foreign_key_check"):
        yield f"database: a row of {row[0]} points at nothing in {row[2]}"
    yield from _broken_pages(connection, pages)
    yield from _broken_states(connection)
    articles = select(ARTICLE).order_by(ARTICLE.c.source_id, ARTICLE.c.id)
    for article in connection.execute(articles).mappings().all():
        yield from _broken_article(connection, dict(article))


def _broken_pages(connection: Connection, pages: Path) -> Iterator[str]:
    held = select(PAGE.c.id, PAGE.c.sha256)
    older = select(PAGE_HISTORY.c.page_id, PAGE_HISTORY.c.sha256)
    for page_id, digest in connection.execute(union(held, older)).all():
        try:
            read_raw(pages, digest)
        except MusnadError as error:
            yield f"page {page_id}: {error.detail}"


def _broken_states(connection: Connection) -> Iterator[str]:
    """The readings of what pages were before: whole, and their spans right."""
    columns = (OLDER_READING.c.page_id, OLDER_READING.c.number, OLDER_READING.c["json"])
    for page_id, number, packed in connection.execute(select(*columns)):
        where = f"page {page_id}, older state {number}"
        try:
            yield from (f"{where}: {line}" for line in broken_spans(unpack(packed)))
        except MusnadError as error:
            yield f"{where}: {error.detail}"


def _broken_article(connection: Connection, article: Row) -> Iterator[str]:
    where = f"article {article['id']} ({article['source_id']})"
    query = select(READING).where(READING.c.article_id == article["id"])
    row = connection.execute(query).mappings().first()
    if row is None:
        yield f"{where}: it has no reading"
        return
    try:
        reading = unpack(row["json"])
    except MusnadError as error:
        yield f"{where}: {error.detail}"
        return
    for line in (*_broken_text(reading, row["text_sha256"]), *broken_spans(reading)):
        yield f"{where}: {line}"
    for table in _stale_tables(connection, reading, article):
        yield f"{where}: its rows in {table} are not those of its reading"


def _broken_text(reading: Reading, stored: str) -> Iterator[str]:
    digest = sha256(reading.article.text.encode()).hexdigest()
    if not digest == stored == reading.article.text_sha256:
        yield f"the sha256 of its text is {digest}, not {stored}"


def _stale_tables(connection: Connection, reading: Reading, article: Row) -> Iterator[str]:
    article_id = article["id"]
    applied = apply_decisions(reading, decision_rows(connection, article_id))
    statements = statement_rows(applied.reading, applied.rejected)
    shown = sum(not row["rejected"] for row in statements)
    if article != article_row(reading, article["page_id"], article["place"], shown):
        yield "article"
    query = select(STATEMENT).where(STATEMENT.c.article_id == article_id)
    if _rows(connection, query.order_by(STATEMENT.c.number)) != statements:
        yield "statement"
    records = _rows(connection, select(RECORD).where(RECORD.c.article_id == article_id))
    if sorted(map(str, records)) != sorted(map(str, record_rows(reading))):
        yield "record"
    issues = select(func.count()).where(ISSUE.c.article_id == article_id)
    expected = len(reading_issue_rows(reading, article["page_id"]))
    if connection.execute(issues).scalar() != expected:
        yield "issue"


def _rows(connection: Connection, query: object) -> list[Row]:
    return [dict(row) for row in connection.execute(query).mappings()]  # type: ignore[call-overload]
