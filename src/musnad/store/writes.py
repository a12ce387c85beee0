"""How a page gets into the tables; every function runs inside one write transaction."""

from collections.abc import Sequence
from pathlib import PurePath
from typing import NamedTuple

import msgspec
from sqlalchemy import Connection, delete, insert, select, union, update

from musnad.errors import MusnadError
from musnad.model.records import Given, Issue, Reading, Received, Record, Versions
from musnad.store.decisions import Applied, apply_decisions, find_again, settle
from musnad.store.kept_sites import forget_lines
from musnad.store.rows import (
    Row,
    article_row,
    issue_row,
    pack,
    reading_issue_rows,
    record_rows,
    statement_rows,
    unpack,
    unpacked_json,
)
from musnad.store.shapes import Decision, DecisionRow, RemovedRow
from musnad.store.states import (
    basis_of,
    current_readings,
    holds_article,
    keep_state,
    next_version,
    page_states,
    put_older_reading,
    state_readings,
    stored_readings,
    without_site,
)
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

EXACTLY = frozenset({"same", "exact"})
"""How a decision is found in another article of the page than the one it was made on."""


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
        "fetched": as_json(received.fetched),
        "feed": as_json(received.feed),
    }


def as_json(record: Record | None) -> str | None:
    """Gives a record as it is stored, None when there is none."""
    return msgspec.json.encode(record).decode() if record is not None else None


def stored_page(connection: Connection, page_id: str) -> Row | None:
    """Gives the row of the page, None when the workspace does not have it."""
    row = connection.execute(select(PAGE).where(PAGE.c.id == page_id)).mappings().first()
    return dict(row) if row else None


def same_page(old: Row, page: Row) -> bool:
    """Says whether bytes and what is said of them are those that are stored."""
    told = page["feed"] is None or old["feed"] == page["feed"]
    return told and all(old[key] == page[key] for key in ("sha256", "given"))


def only_name_differs(old: Row, page: Row) -> bool:
    """Says whether a page that was read comes in again under another name."""
    return same_page(old, page) and old["name"] != page["name"] and not old["failed"]


def put_page(connection: Connection, old: Row | None, page: Row) -> int | None:
    """Inserts the page, or updates it; gives the number in its history of what it was before."""
    if old is None:
        connection.execute(insert(PAGE), page)
        return None
    number = None
    if same_page(old, page):
        page = {**page, "added": old["added"], "versions": page["versions"] or old["versions"]}
        page |= {"fetched": old["fetched"] or page["fetched"], "feed": page["feed"] or old["feed"]}
    else:
        number = keep_state(connection, old, basis_of(old))
    connection.execute(update(PAGE).where(PAGE.c.id == page["id"]).values(page))
    return number if number and old["sha256"] != page["sha256"] else None


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
    forget_lines(connection, page_id)
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
    rows = [row for one in readings for row in reading_issue_rows(one, page_id)]
    if rows:
        connection.execute(insert(ISSUE), rows)


def put_readings(
    connection: Connection,
    page_id: str,
    readings: Sequence[Reading],
    made_at: str,
    state: int | None = None,
) -> bool:
    """Replaces the readings of the page, the old ones kept; gives whether any byte changed.

    The old ones are those of the older `state` of the page, if it has one.
    """
    before = _before(connection, page_id, readings, state)
    changed = list(before.rows) != [r.article.id for r in readings] or len(before.same) != len(
        readings
    )
    if changed:
        numbers = _keep_readings(connection, page_id, readings, before)
        connection.execute(delete(ARTICLE).where(ARTICLE.c.page_id == page_id))
        for place, reading in enumerate(readings):
            article_id = reading.article.id
            _insert_article(connection, reading, page_id, place)
            if article_id in before.same:
                connection.execute(insert(READING), before.rows[article_id])
            else:
                version = numbers.get(article_id) or next_version(connection, article_id)
                _insert_reading(connection, reading, version, made_at)
        _settle_page(connection, page_id)
    put_issues(connection, page_id, readings, ())
    return changed


class _Before(NamedTuple):
    """The rows of the readings that are there, those that stay, and the state they belong to."""

    rows: dict[str, Row]
    same: frozenset[str]
    state: int | None


def _before(
    connection: Connection, page_id: str, readings: Sequence[Reading], state: int | None
) -> _Before:
    rows = {row["article_id"]: row for row in stored_readings(connection, page_id)}
    new = {one.article.id: msgspec.json.encode(one) for one in readings}
    same = (id_ for id_, row in rows.items() if unpacked_json(row["json"]) == new.get(id_))
    return _Before(rows, frozenset(same), state)


def _keep_readings(
    connection: Connection, page_id: str, readings: Sequence[Reading], before: _Before
) -> dict[str, int]:
    """Keeps what is replaced; gives the numbers of readings that only new lines of the site change.

    Those are provisional: they are replaced without a trace.
    """
    versions = {one.article.id: one.versions for one in readings}
    numbers: dict[str, int] = {}
    for place, (article_id, row) in enumerate(before.rows.items()):
        if before.state is not None:
            put_older_reading(connection, page_id, before.state, place, row)
        elif article_id in before.same:
            continue
        elif _only_site_differs(row, versions.get(article_id)):
            numbers[article_id] = row["version"]
        else:
            connection.execute(insert(READING_HISTORY).values(page_id=page_id, **row))
    return numbers


def _only_site_differs(row: Row, versions: Versions | None) -> bool:
    before = unpack(row["json"]).versions
    if versions is None or versions == before:
        return False
    return without_site(before) == without_site(versions)


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
    articles = connection.execute(decided).scalars().all()
    for article_id in articles:
        settle_article(connection, article_id)
    if articles:
        _move_home(connection, page_id)


def _move_home(connection: Connection, page_id: str) -> None:
    """Gives a moved decision to the one other article of the page that has its very words."""
    readings = current_readings(connection, page_id)
    moved = DECISION.c.page_id == page_id, DECISION.c.state == "moved"
    query = select(DECISION.c.id, DECISION.c["json"]).where(*moved)
    for id_, packed in connection.execute(query).all():
        decision = msgspec.json.decode(packed, type=Decision)
        found = ((one.article.id, find_again(decision, one)) for one in readings)
        homes = [home for home, again in found if again and again.how in EXACTLY]
        if len(homes) == 1:
            here = update(DECISION).where(DECISION.c.id == id_)
            connection.execute(here.values(article_id=homes[0]))
            settle_article(connection, homes[0])


def settle_article(connection: Connection, article_id: str) -> None:
    """Finds the decisions about the article again in its reading and makes its rows."""
    query = select(READING.c["json"]).where(READING.c.article_id == article_id)
    packed = connection.execute(query).scalar()
    reading = unpack(packed) if packed else None
    rows = settle((row.decision for row in decision_rows(connection, article_id)), reading)
    for row in rows:
        here = update(DECISION).where(DECISION.c.id == row.decision.id)
        connection.execute(here.values(state=row.state, target=row.target, how=row.how))
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
    rows += [*issues, *_page_issues(connection, page_id)]
    if rows:
        connection.execute(insert(ISSUE), rows)


def _page_issues(connection: Connection, page_id: str) -> list[Row]:
    """Gives what is wrong with the page itself: decisions without their words, a lost article."""
    page = stored_page(connection, page_id) or {}
    query = select(DECISION.c["json"]).where(DECISION.c.page_id == page_id)
    moved = query.where(DECISION.c.state == "moved").order_by(DECISION.c.at, DECISION.c.id)
    packed = connection.execute(moved).scalars().all()
    decisions = (msgspec.json.decode(one, type=Decision) for one in packed)
    issues = [Issue(code="M-151", detail=f"«{one.anchor.quote}», {one.id}") for one in decisions]
    last = page_states(connection, page)[-1]
    if last.number is not None and last.basis is not None:
        readings = state_readings(connection, page_id, last.number)
        if not any(holds_article(one, last.fetched) for one in readings):
            issues.append(Issue(code="M-150", detail=last.seen))
    return [issue_row(page_id, None, page["source_id"], one) for one in issues]


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
            how=row["how"],
        )
        for row in connection.execute(query).mappings()
    ]
