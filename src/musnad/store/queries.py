"""What is asked of the tables: pure SQLAlchemy Core expressions."""

from typing import Any

from sqlalchemy import ColumnElement, Select, and_, func, literal, or_, select

from musnad.fold import fold_key
from musnad.store.shapes import ArticleRow, Wanted
from musnad.store.tables import ARTICLE, PAGE, SIGHTING, STATEMENT

Rows = Select[Any]


def article_query(text: str) -> Rows:
    """Gives the articles that hold every word of `text`, in the order of their source ids."""
    wanted = _holds_words(ARTICLE.c["keys"], text)
    columns = (ARTICLE.c[name] for name in ArticleRow.__struct_fields__)
    return select(*columns).where(*wanted).order_by(ARTICLE.c.source_id, ARTICLE.c.id)


def statement_query(wanted: Wanted) -> Rows:
    """Gives the wanted statements that nobody rejected, undated ones last."""
    joined = STATEMENT.join(ARTICLE, ARTICLE.c.id == STATEMENT.c.article_id)
    columns = (
        STATEMENT.c.article_id, ARTICLE.c.title, ARTICLE.c.outlet, ARTICLE.c.published,
        STATEMENT.c.date, STATEMENT.c.date_basis, STATEMENT.c.json,
    )  # fmt: skip
    order: tuple[Any, ...] = (ARTICLE.c.source_id, ARTICLE.c.id, STATEMENT.c.start,
                              STATEMENT.c.number)  # fmt: skip
    if wanted.order == "date":
        order = (STATEMENT.c.date.is_(None), STATEMENT.c.date, *order)
    conditions = _conditions(wanted)
    return select(*columns).select_from(joined).where(*conditions).order_by(*order)


def _conditions(wanted: Wanted) -> list[ColumnElement[bool]]:
    columns = STATEMENT.c
    conditions = [columns.rejected == 0, *_holds_words(columns["keys"], wanted.text)]
    if wanted.speaker is not None:
        conditions += _holds_words(columns.speaker_keys, wanted.speaker)
    if wanted.act is not None:
        conditions.append(columns.act == wanted.act)
    if wanted.article_id is not None:
        conditions.append(columns.article_id == wanted.article_id)
    if wanted.since is not None:
        conditions.append(_from(wanted.since))
    if wanted.until is not None:
        conditions.append(func.substr(columns.date, 1, len(wanted.until)) <= wanted.until)
    if wanted.confidence is not None:
        conditions.append(columns.confidence >= wanted.confidence)
    return conditions


def _from(since: str) -> ColumnElement[bool]:
    """A date that names only the month of `since` may be after it, so it is wanted."""
    date = STATEMENT.c.date
    within = func.substr(literal(since), 1, func.length(date)) == date
    return and_(date.is_not(None), or_(date >= since, within))


def _holds_words(column: ColumnElement[Any], text: str) -> list[ColumnElement[bool]]:
    return [func.instr(column, word) > 0 for word in fold_key(text).split()]


def sighting_query(name: str, digest: str) -> Rows:
    """Gives the query for pages whose bytes came in under this name, what says most first."""
    return (
        select(SIGHTING.c.page_id, SIGHTING.c.given, PAGE.c.failed, PAGE.c.feed)
        .select_from(SIGHTING.join(PAGE, PAGE.c.id == SIGHTING.c.page_id))
        .where(SIGHTING.c.name == name, SIGHTING.c.sha256 == digest)
        .order_by(func.length(SIGHTING.c.given).desc(), SIGHTING.c.page_id)
    )


def same_bytes_query(digest: str) -> Rows:
    """Gives the query for the pages that have these bytes."""
    return select(PAGE.c.id.label("page_id"), PAGE.c.given).where(PAGE.c.sha256 == digest)
