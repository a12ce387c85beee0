"""How a page gets into the tables; every function runs inside one write transaction."""

from collections.abc import Sequence
from pathlib import PurePath

import msgspec
from sqlalchemy import Connection, delete, func, insert, select, union, update

from musnad.errors import MusnadError
from musnad.model.records import Given, Reading, Received
from musnad.store.decisions import Applied, apply_decisions, settle
from musnad.store.rows import (
    Row,
    article_row,
    pack,
    reading_issue_rows,
    record_rows,
    statement_rows,
    unpack,
    unpacked_json,
)
from musnad.store.shapes import Decision, DecisionRow, RemovedRow
from musnad.store.tables import (
    ARTICLE,
    DECISION,
    ISSUE,
    PAGE,
    PAGE_HISTORY,
    READING,
    READING_HISTORY,
    RECORD,
    REMOVED,
    SIGHTING,
    STATEMENT,
    UNWANTED,
)


def given_json(received: Received) -> str:
    """Gives what the caller said about the page, as it is stored."""
    return msgspec.json.encode(received.given).decode()


def with_known(received: Received, stored: str) -> str:
    """Gives what is said about the page now, its empty fields taken from what is stored."""
    now, known = received.given, msgspec.json.decode(stored, type=Given)
    fields = {name: getattr(now, name) or getattr(known, name) for name in now.__struct_fields__}
    return msgspec.json.encode(Given(**fields)).decode()


def page_row(received: Received, page_id: str, digest: str, readings: Sequence[Reading]) -> Row:
    """Gives the row of a page, without the time it was added."""
    named = received.given.source_id or PurePath(received.name).stem
    return {
        "id": page_id,
        "source_id": readings[0].article.source_id if readings else named,
        "name": received.name,
        "format": received.format,
        "given": given_json(received),
        "sha256": digest,
        "versions": msgspec.json.encode(readings[0].versions).decode() if readings else None,
        "failed": 0,
    }


def stored_page(connection: Connection, page_id: str) -> Row | None:
    """Gives the row of the page, None when the workspace does not have it."""
    row = connection.execute(select(PAGE).where(PAGE.c.id == page_id)).mappings().first()
    return dict(row) if row else None


def same_page(old: Row, page: Row) -> bool:
    """Says whether bytes and `given` are those that are stored."""
    return all(old[key] == page[key] for key in ("sha256", "given"))


def only_name_differs(old: Row, page: Row) -> bool:
    """Says whether a page that was read comes in again under another name."""
    return same_page(old, page) and old["name"] != page["name"] and not old["failed"]


def put_page(connection: Connection, old: Row | None, page: Row) -> None:
    """Inserts the page, or updates it and keeps what it was in its history."""
    if old is None:
        connection.execute(insert(PAGE), page)
        return
    if same_page(old, page):
        page = {**page, "added": old["added"], "versions": page["versions"] or old["versions"]}
    else:
        _keep_page(connection, old)
    connection.execute(update(PAGE).where(PAGE.c.id == page["id"]).values(page))


def _keep_page(connection: Connection, old: Row) -> None:
    kept = select(func.count()).where(PAGE_HISTORY.c.page_id == old["id"])
    number = 1 + (connection.execute(kept).scalar() or 0)
    row = {key: old[key] for key in ("name", "given", "sha256", "added")}
    connection.execute(insert(PAGE_HISTORY).values(page_id=old["id"], number=number, **row))


def remove_page(connection: Connection, page_id: str, removed: str, reason: str) -> RemovedRow:
    """Deletes the page and what came from it, leaves its trace; raises `MusnadError` M-004."""
    page = stored_page(connection, page_id)
    if page is None:
        raise MusnadError("M-004", f"«{page_id}».")
    trace = RemovedRow(
        page_id=page_id,
        source_id=page["source_id"],
        sha256=page["sha256"],
        removed=removed,
        reason=reason,
    )
    older = select(PAGE_HISTORY.c.sha256).where(PAGE_HISTORY.c.page_id == page_id)
    for digest in {page["sha256"], *connection.execute(older).scalars()}:
        connection.execute(insert(UNWANTED).prefix_with("OR IGNORE").values(sha256=digest))
    connection.execute(delete(PAGE).where(PAGE.c.id == page_id))
    connection.execute(insert(REMOVED), msgspec.structs.asdict(trace))
    return trace


def take_unwanted(connection: Connection) -> list[str]:
    """Gives the digests of raw bytes that no page has any more, and forgets them."""
    used = union(select(PAGE.c.sha256), select(PAGE_HISTORY.c.sha256))
    query = select(UNWANTED.c.sha256).where(UNWANTED.c.sha256.not_in(used))
    digests = list(connection.execute(query).scalars())
    connection.execute(delete(UNWANTED))
    return digests


def put_sighting(connection: Connection, page_id: str, received: Received, digest: str) -> None:
    """Notes under which name the bytes came in, and clears what went wrong under that name."""
    row = {"page_id": page_id, "name": received.name, "sha256": digest}
    seen = insert(SIGHTING).prefix_with("OR REPLACE")
    connection.execute(seen, {"given": given_json(received), **row})
    failed = (ISSUE.c.source_id == received.name, ISSUE.c.page_id.is_(None))
    connection.execute(delete(ISSUE).where(*failed))


def put_new_readings(
    connection: Connection, page_id: str, readings: Sequence[Reading], made_at: str
) -> None:
    """Inserts the readings of a page that was not there before."""
    for place, reading in enumerate(readings):
        _insert_article(connection, reading, page_id, place)
        _insert_reading(connection, reading, 1, made_at)
    put_issues(connection, page_id, readings, ())


def put_readings(
    connection: Connection, page_id: str, readings: Sequence[Reading], made_at: str
) -> bool:
    """Replaces the readings of the page, the old ones kept; gives whether any byte changed."""
    put_issues(connection, page_id, readings, ())
    old = {row["article_id"]: row for row in stored_readings(connection, page_id)}
    new = {one.article.id: msgspec.json.encode(one) for one in readings}
    same = {id_ for id_, row in old.items() if unpacked_json(row["json"]) == new.get(id_)}
    if list(old) == list(new) and len(same) == len(readings):
        return False
    _keep_readings(connection, page_id, [row for id_, row in old.items() if id_ not in same])
    connection.execute(delete(ARTICLE).where(ARTICLE.c.page_id == page_id))
    for place, reading in enumerate(readings):
        article_id = reading.article.id
        _insert_article(connection, reading, page_id, place)
        if article_id in same:
            connection.execute(insert(READING), old[article_id])
        else:
            version = _last_version(connection, article_id) + 1
            _insert_reading(connection, reading, version, made_at)
    _settle_page(connection, page_id)
    return True


def stored_readings(connection: Connection, page_id: str) -> list[Row]:
    """Gives the rows of the readings of the page, in the order of the page."""
    joined = READING.join(ARTICLE, ARTICLE.c.id == READING.c.article_id)
    query = select(READING).select_from(joined).where(ARTICLE.c.page_id == page_id)
    return [dict(row) for row in connection.execute(query.order_by(ARTICLE.c.place)).mappings()]


def _keep_readings(connection: Connection, page_id: str, rows: list[Row]) -> None:
    for row in rows:
        connection.execute(insert(READING_HISTORY).values(page_id=page_id, **row))


def _last_version(connection: Connection, article_id: str) -> int:
    last = select(func.max(READING_HISTORY.c.version))
    last = last.where(READING_HISTORY.c.article_id == article_id)
    return connection.execute(last).scalar() or 0


def _insert_article(connection: Connection, reading: Reading, page_id: str, place: int) -> None:
    """Inserts all rows of the article but its reading, as if nobody had decided anything."""
    statements = statement_rows(reading, frozenset())
    connection.execute(
        insert(ARTICLE).values(article_row(reading, page_id, place, len(statements)))
    )
    connection.execute(insert(RECORD), record_rows(reading))
    if statements:
        connection.execute(insert(STATEMENT), statements)


def _insert_reading(connection: Connection, reading: Reading, version: int, made_at: str) -> None:
    row = {
        "article_id": reading.article.id,
        "version": version,
        "made_at": made_at,
        "text_sha256": reading.article.text_sha256,
        "json": pack(reading),
    }
    connection.execute(insert(READING), row)


def _settle_page(connection: Connection, page_id: str) -> None:
    """Finds the decisions about all articles that the page has or had again."""
    decided = select(DECISION.c.article_id).where(DECISION.c.page_id == page_id).distinct()
    for article_id in connection.execute(decided).scalars().all():
        settle_article(connection, article_id)


def settle_article(connection: Connection, article_id: str) -> None:
    """Finds the decisions about the article again in its reading and makes its rows."""
    query = select(READING.c["json"]).where(READING.c.article_id == article_id)
    packed = connection.execute(query).scalar()
    reading = unpack(packed) if packed else None
    rows = settle((row.decision for row in decision_rows(connection, article_id)), reading)
    for row in rows:
        here = update(DECISION).where(DECISION.c.id == row.decision.id)
        connection.execute(here.values(state=row.state, target=row.target))
    if reading:
        _replace_statements(connection, apply_decisions(reading, rows))


def _replace_statements(connection: Connection, applied: Applied) -> None:
    """Makes the statement rows of one article again, its decisions applied."""
    article_id = applied.reading.article.id
    connection.execute(delete(STATEMENT).where(STATEMENT.c.article_id == article_id))
    rows = statement_rows(applied.reading, applied.rejected)
    if rows:
        connection.execute(insert(STATEMENT), rows)
    shown = sum(not row["rejected"] for row in rows)
    here = update(ARTICLE).where(ARTICLE.c.id == article_id)
    connection.execute(here.values(statements=shown))


def put_issues(
    connection: Connection, page_id: str, readings: Sequence[Reading], issues: Sequence[Row]
) -> None:
    """Replaces the issues of the page by those of its readings and `issues`."""
    connection.execute(delete(ISSUE).where(ISSUE.c.page_id == page_id))
    rows = [row for one in readings for row in reading_issue_rows(one, page_id)]
    if rows or issues:
        connection.execute(insert(ISSUE), [*rows, *issues])


def put_decision(connection: Connection, decision: Decision, page_id: str) -> None:
    """Inserts the decision; the same decision twice changes nothing."""
    row = {
        "id": decision.id,
        "page_id": page_id,
        "article_id": decision.article_id,
        "at": decision.at,
        "state": "held",
        "target": decision.target,
        "json": msgspec.json.encode(decision).decode(),
    }
    connection.execute(insert(DECISION).prefix_with("OR IGNORE").values(row))


def decision_rows(connection: Connection, article_id: str | None = None) -> list[DecisionRow]:
    """Gives the decisions about one article, or all, in the order they were made."""
    query = select(DECISION).order_by(DECISION.c.at, DECISION.c.id)
    if article_id is not None:
        query = query.where(DECISION.c.article_id == article_id)
    return [
        DecisionRow(
            decision=msgspec.json.decode(row["json"], type=Decision),
            state=row["state"],
            target=row["target"],
        )
        for row in connection.execute(query).mappings()
    ]
