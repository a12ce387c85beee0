"""What a page was at other times: its older states, and those that never became the current one.

Every function runs inside one transaction. A state has the bytes of one time and the readings that
today's rules make of them, so that two states can be compared.
"""

from collections.abc import Sequence
from hashlib import sha256
from itertools import groupby
from typing import Any

import msgspec
from sqlalchemy import Connection, delete, func, insert, select, update

from musnad.model.records import FeedItem, Fetched, Reading, Versions
from musnad.model.sites import SITE_LINES
from musnad.store.rows import Row, pack, unpack
from musnad.store.shapes import PageState
from musnad.store.tables import ARTICLE, OLDER_READING, PAGE, PAGE_HISTORY, READING, READING_HISTORY

ERROR_STATUS = 400
"""The status from which a response is no page but an error."""
UNKNOWN = "und"
KEPT = ("name", "given", "sha256", "added", "fetched", "feed")


def seen(row: Row) -> str:
    """Gives when a page was as the row says: when it was fetched, else when it was added."""
    fetched = fetched_of(row)
    return (fetched.at if fetched else None) or str(row["added"])


def fetched_of(row: Row) -> Fetched | None:
    """Gives how the page came over the network, None when it did not."""
    return msgspec.json.decode(row["fetched"], type=Fetched) if row["fetched"] else None


def feed_of(row: Row) -> FeedItem | None:
    """Gives what a feed says about the page, None when it came from none."""
    return msgspec.json.decode(row["feed"], type=FeedItem) if row["feed"] else None


def basis_of(page: Row) -> str | None:
    """Gives what two readings must have in common to be compared: rules, models, what is said.

    The lines that a site repeats are left out: they differ from page to page.
    """
    if not page["versions"]:
        return None
    versions = msgspec.json.encode(
        without_site(msgspec.json.decode(page["versions"], type=Versions))
    )
    return sha256(versions + str(page["given"]).encode()).hexdigest()


def without_site(versions: Versions) -> Versions:
    """Gives the versions without the lines that the site repeats."""
    models = {name: value for name, value in versions.models.items() if name != SITE_LINES}
    return msgspec.structs.replace(versions, models=models)


def stays_aside(connection: Connection, old: Row, page: Row, readings: Sequence[Reading]) -> bool:
    """Says whether what came in does not become what the page is now.

    It is an older state that came late, or the page came without the article it had.
    """
    if old["sha256"] == page["sha256"]:
        return False
    before, now = fetched_of(old), fetched_of(page)
    if before and now and before.at and now.at and now.at < before.at:
        return True
    if any(holds_article(reading, now) for reading in readings):
        return False
    return any(holds_article(one, before) for one in current_readings(connection, old["id"]))


def holds_article(reading: Reading, fetched: Fetched | None) -> bool:
    """Says whether there is an article in the reading, and not a page of an error."""
    if fetched and fetched.status is not None and fetched.status >= ERROR_STATUS:
        return False
    article, blocks = reading.article, reading.blocks
    body = not blocks or any(block.kind == "body" for block in blocks)
    return bool(article.text) and article.language != UNKNOWN and body


def stored_readings(connection: Connection, page_id: str) -> list[Row]:
    """Gives the rows of the readings of the page, in the order of the page."""
    joined = READING.join(ARTICLE, ARTICLE.c.id == READING.c.article_id)
    query = select(READING).select_from(joined).where(ARTICLE.c.page_id == page_id)
    return [dict(row) for row in connection.execute(query.order_by(ARTICLE.c.place)).mappings()]


def current_readings(connection: Connection, page_id: str) -> list[Reading]:
    """Gives the readings of what the page is now, in the order of the page."""
    return [unpack(row["json"]) for row in stored_readings(connection, page_id)]


def keep_state(connection: Connection, page: Row, basis: str | None) -> int:
    """Notes a state of the page in its history; gives its number."""
    page_id = page["id"]
    last = select(func.max(PAGE_HISTORY.c.number)).where(PAGE_HISTORY.c.page_id == page_id)
    number = 1 + (connection.execute(last).scalar() or 0)
    row = {key: page[key] for key in KEPT}
    connection.execute(
        insert(PAGE_HISTORY).values(page_id=page_id, number=number, basis=basis, **row)
    )
    return number


def known_state(connection: Connection, page: Row) -> bool:
    """Says whether these bytes, fetched at the same time, are in the history already."""
    query = select(PAGE_HISTORY.c.fetched, PAGE_HISTORY.c.added).where(
        PAGE_HISTORY.c.page_id == page["id"], PAGE_HISTORY.c.sha256 == page["sha256"]
    )
    now = fetched_of(page)
    rows = connection.execute(query).mappings().all()
    return any(not now or fetched_of(dict(row)) == now for row in rows)


def put_state_readings(
    connection: Connection, page: Row, number: int, readings: Sequence[Reading]
) -> None:
    """Replaces the readings of a state; `page` tells when they were made, and by what."""
    here = (OLDER_READING.c.page_id == page["id"], OLDER_READING.c.number == number)
    query = select(OLDER_READING.c.article_id, OLDER_READING.c.version).where(*here)
    known = {row.article_id: row.version for row in connection.execute(query)}
    connection.execute(delete(OLDER_READING).where(*here))
    for place, reading in enumerate(readings):
        article_id = reading.article.id
        row = {
            "article_id": article_id,
            "version": known.get(article_id) or next_version(connection, article_id),
            "made_at": page["added"],
            "text_sha256": reading.article.text_sha256,
            "json": pack(reading),
        }
        put_older_reading(connection, page["id"], number, place, row)
    state = (PAGE_HISTORY.c.page_id == page["id"], PAGE_HISTORY.c.number == number)
    connection.execute(update(PAGE_HISTORY).where(*state).values(basis=basis_of(page)))


def put_older_reading(
    connection: Connection, page_id: str, number: int, place: int, row: Row
) -> None:
    """Keeps a row of `reading` as that of an older state."""
    connection.execute(
        insert(OLDER_READING).values(page_id=page_id, number=number, place=place, **row)
    )


def next_version(connection: Connection, article_id: str) -> int:
    """Gives the number of the next reading of an article, from 1."""
    tables = (READING_HISTORY, OLDER_READING, READING)
    each = (
        connection.execute(
            select(func.max(table.c.version)).where(table.c.article_id == article_id)
        ).scalar()
        for table in tables
    )
    return 1 + max(number or 0 for number in each)


def page_states(connection: Connection, page: Row) -> list[PageState]:
    """Gives the states of the page whose bytes differ from the one before, oldest first."""
    older = select(PAGE_HISTORY).where(PAGE_HISTORY.c.page_id == page["id"])
    rows = [dict(row) for row in connection.execute(older).mappings()]
    states = [_state(row, row["number"], row["basis"]) for row in rows]
    states.append(_state(page, None, basis_of(page)))
    states.sort(key=lambda one: (one.seen, one.number is None, one.number or 0))
    runs = (list(run) for _, run in groupby(states, key=lambda one: one.sha256))
    return [_one_state(run) for run in runs]


def _one_state(run: list[PageState]) -> PageState:
    """States of the same bytes are one: the current one of them, else the last that was read."""
    told = [one for one in run if one.number is None] or [one for one in run if one.basis] or run
    return msgspec.structs.replace(told[-1], seen=run[0].seen)


def _state(row: Row, number: int | None, basis: str | None) -> PageState:
    return PageState(
        number=number,
        seen=seen(row),
        added=row["added"],
        name=row["name"],
        sha256=row["sha256"],
        fetched=fetched_of(row),
        basis=basis,
    )


def state_readings(connection: Connection, page_id: str, number: int) -> list[Reading]:
    """Gives the readings of an older state, in the order of the page."""
    query = select(OLDER_READING.c["json"]).where(
        OLDER_READING.c.page_id == page_id, OLDER_READING.c.number == number
    )
    packed = connection.execute(query.order_by(OLDER_READING.c.place)).scalars()
    return [unpack(one) for one in packed]


def changed_pages_query() -> Any:
    """Gives the query for pages whose bytes have been others."""
    joined = PAGE_HISTORY.join(PAGE, PAGE.c.id == PAGE_HISTORY.c.page_id)
    query = select(PAGE.c.id, PAGE.c.source_id).select_from(joined).distinct()
    return query.where(PAGE_HISTORY.c.sha256 != PAGE.c.sha256).order_by(PAGE.c.source_id, PAGE.c.id)
