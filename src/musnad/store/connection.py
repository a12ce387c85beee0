"""One database file, one writer: the engine, its pragmas, the write transaction."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.exc import DatabaseError, OperationalError

from musnad.errors import MusnadError

BUSY_TIMEOUT_MS = 5000
PRAGMAS = (
    f"PRAGMA busy_timeout = {BUSY_TIMEOUT_MS}",
    "PRAGMA journal_mode = WAL",
    "PRAGMA synchronous = FULL",
    "PRAGMA foreign_keys = ON",
    "PRAGMA secure_delete = ON",
)


def open_engine(file: Path) -> Engine:
    """Gives the engine of the database file; each statement outside `writing` stands alone."""
    engine = create_engine(f"sqlite:///{file}", isolation_level="AUTOCOMMIT")
    event.listen(engine, "connect", _set_pragmas)
    return engine


def _set_pragmas(connection: sqlite3.Connection, _record: object) -> None:
    for pragma in PRAGMAS:
        connection.execute(pragma)


@contextmanager
def writing(engine: Engine, busy_timeout_ms: int = BUSY_TIMEOUT_MS) -> Iterator[Connection]:
    """Gives a connection inside one write transaction, committed at the end.

    Raises `MusnadError` M-011 when another writer does not end within the timeout.
    """
    with engine.connect() as connection:
        _begin(connection, busy_timeout_ms)
        try:
            yield connection
        except BaseException:
            connection.exec_driver_sql("ROLLBACK")
            raise
        connection.exec_driver_sql("COMMIT")


def _begin(connection: Connection, busy_timeout_ms: int) -> None:
    connection.exec_driver_sql(f"PRAGMA busy_timeout = {busy_timeout_ms}")
    try:
        connection.exec_driver_sql("BEGIN IMMEDIATE")
    except OperationalError as error:
        if "locked" not in str(error):
            raise
        raise MusnadError("M-011", f"It was still held after {busy_timeout_ms} ms.") from error


@contextmanager
def plain_faults(file: Path) -> Iterator[None]:
    """Turns what SQLite says about a damaged file into `MusnadError` M-013."""
    try:
        yield
    except OperationalError:
        raise
    except DatabaseError as error:
        raise MusnadError("M-013", f"{file}: {error.orig}.") from error
