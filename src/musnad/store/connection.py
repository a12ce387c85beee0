"""One database file, one writer: the engine, its pragmas, the write transaction."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import URL, Connection, Engine, create_engine, event
from sqlalchemy.exc import DatabaseError, IntegrityError, OperationalError

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
    engine = create_engine(URL.create("sqlite", database=str(file)), isolation_level="AUTOCOMMIT")
    event.listen(engine, "connect", _set_pragmas)
    return engine


def _set_pragmas(connection: sqlite3.Connection, _record: object) -> None:
    for pragma in PRAGMAS:
        connection.execute(pragma)


@contextmanager
def writing(engine: Engine, busy_timeout_ms: int = BUSY_TIMEOUT_MS) -> Iterator[Connection]:
    """Gives a connection inside one write transaction, committed at the end.

    Raises `MusnadError` M-011 when another writer does not end within the timeout, M-017 when
    the disk refuses; then nothing is changed.
    """
    with plain_faults(), engine.connect() as connection:
        connection.exec_driver_sql(f"PRAGMA busy_timeout = {busy_timeout_ms}")
        connection.exec_driver_sql("BEGIN IMMEDIATE")
        try:
            yield connection
            connection.exec_driver_sql("COMMIT")
        except BaseException:
            if _in_transaction(connection):
                connection.exec_driver_sql("ROLLBACK")
            raise


def _in_transaction(connection: Connection) -> bool:
    """Says whether SQLite has not rolled back by itself, as it does on a full disk."""
    return bool(getattr(connection.connection.driver_connection, "in_transaction", False))


@contextmanager
def plain_faults() -> Iterator[None]:
    """Turns what SQLite and the disk say into `MusnadError`: M-011, M-013 or M-017."""
    try:
        yield
    except IntegrityError:
        raise
    except OperationalError as error:
        code = "M-011" if "locked" in str(error.orig) else "M-017"
        raise MusnadError(code, f"SQLite says: {error.orig}.") from error
    except DatabaseError as error:
        raise MusnadError("M-013", f"SQLite says: {error.orig}.") from error
    except OSError as error:
        raise MusnadError("M-017", f"{error}.") from error
