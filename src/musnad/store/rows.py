"""Readings become rows and rows what is shown: pure, so that `verify` can make them again."""

from collections.abc import Iterator
from typing import Any

import msgspec
import zstandard

from musnad.errors import MusnadError
from musnad.fold import fold_key
from musnad.model.records import Issue, Outlet, Reading, Statement, Versions
from musnad.store.shapes import DateBasis, PageRow, ReadingVersion, StatementRow

Row = dict[str, Any]
LOCAL_MINUTE = len("2031-05-04T14:05")


def pack(reading: Reading) -> bytes:
    """Gives the reading as compressed JSON."""
    return zstandard.compress(msgspec.json.encode(reading))


def unpack(packed: bytes) -> Reading:
    """Gives the reading back; raises `MusnadError` M-013 when it is damaged."""
    try:
        return msgspec.json.decode(unpacked_json(packed), type=Reading)
    except (zstandard.ZstdError, msgspec.MsgspecError) as error:
        raise MusnadError("M-013", f"A reading cannot be decoded: {error}.") from error


def unpacked_json(packed: bytes) -> bytes:
    """Gives the JSON of a packed reading, byte for byte as it was made."""
    return zstandard.ZstdDecompressor().decompressobj().decompress(packed)


def article_row(reading: Reading, page_id: str, place: int, statements: int) -> Row:
    """Gives the row that lists show; `statements` counts those that are not rejected."""
    article = reading.article
    return {
        "id": article.id,
        "page_id": page_id,
        "place": place,
        "source_id": article.source_id,
        "title": article.title,
        "outlet": outlet_name(article.outlet),
        "published": article.published.value if article.published else None,
        "statements": statements,
        "issues": len(reading.issues),
        "keys": fold_key(f"{article.title or ''}\n{article.text}"),
    }


def outlet_name(outlet: Outlet | None) -> str | None:
    """Gives the name of the outlet, None when it is unknown."""
    return outlet.name if outlet else None


def statement_rows(reading: Reading, rejected: frozenset[str]) -> list[Row]:
    """Gives a row for each statement of a reading that has its decisions applied."""
    return [
        _statement_row(reading, number, statement, statement.id in rejected)
        for number, statement in enumerate(reading.statements)
    ]


def _statement_row(reading: Reading, number: int, statement: Statement, rejected: bool) -> Row:
    date, basis = dated(reading, statement)
    content = "\n".join(span.text for span in statement.content)
    speaker = statement.speaker
    source = statement.source.text if statement.source else ""
    return {
        "article_id": reading.article.id,
        "number": number,
        "id": statement.id,
        "start": statement.cue.start,
        "date": date,
        "date_basis": basis,
        "speaker": speaker.name,
        "speaker_keys": fold_key("\n".join((speaker.name, *speaker.aliases))),
        "act": statement.act,
        "content": content,
        "keys": fold_key(f"{content}\n{source}\n{speaker.name}"),
        "confidence": statement.confidence,
        "json": msgspec.json.encode(statement).decode(),
        "rejected": int(rejected),
    }


def dated(reading: Reading, statement: Statement) -> tuple[str | None, DateBasis]:
    """Gives the date a statement is listed under, and whether it was said or published then.

    A time of publication is local, its zone left out: dates compare as they are printed.
    """
    if statement.said:
        return statement.said, "said"
    if reading.article.published:
        return reading.article.published.value[:LOCAL_MINUTE], "published"
    return None, "unknown"


def record_rows(reading: Reading) -> list[Row]:
    """Gives a row for each record of the reading that has an id, the article first."""
    article_id = reading.article.id
    found = dict.fromkeys(_record_ids(reading))
    return [{"id": id_, "kind": kind, "article_id": article_id} for kind, id_ in found]


def _record_ids(reading: Reading) -> Iterator[tuple[str, str]]:
    yield "article", reading.article.id
    for kind, records in (
        ("entity", reading.entities),
        ("mention", reading.mentions),
        ("time", reading.times),
        ("quantity", reading.quantities),
        ("passage", reading.passages),
        ("statement", reading.statements),
        ("event", reading.events),
    ):
        yield from ((kind, record.id) for record in records)


def issue_row(page_id: str | None, article_id: str | None, source_id: str, issue: Issue) -> Row:
    """Gives the row of one issue."""
    return {
        "page_id": page_id,
        "article_id": article_id,
        "source_id": source_id,
        "code": issue.code,
        "detail": issue.detail,
    }


def reading_issue_rows(reading: Reading, page_id: str) -> list[Row]:
    """Gives a row for each issue of the reading."""
    article = reading.article
    return [issue_row(page_id, article.id, article.source_id, one) for one in reading.issues]


def page_shape(row: Row) -> PageRow:
    """Gives the page as the store shows it."""
    versions = row["versions"]
    return PageRow(
        id=row["id"],
        source_id=row["source_id"],
        sha256=row["sha256"],
        added=row["added"],
        versions=msgspec.json.decode(versions, type=Versions) if versions else None,
    )


def version_shape(row: Row) -> ReadingVersion:
    """Gives one version of a reading as the store shows it."""
    shown = {key: row[key] for key in ("article_id", "version", "made_at", "text_sha256")}
    return ReadingVersion(**shown, versions=unpack(row["json"]).versions)


def statement_shape(row: Row) -> StatementRow:
    """Gives a statement with its article as the store shows it."""
    return StatementRow(
        article_id=row["article_id"],
        article_title=row["title"],
        outlet=row["outlet"],
        published=row["published"],
        date=row["date"],
        date_basis=row["date_basis"],
        statement=msgspec.json.decode(row["json"], type=Statement),
    )
