"""The schema is brought up to date: each file of migrations/ once, with its own record."""

import sqlite3
from collections.abc import Iterator
from importlib.resources import files

from sqlalchemy import Connection, Engine, func, insert, select

from musnad.errors import MusnadError
from musnad.store.connection import writing
from musnad.store.tables import MIGRATION

SCHEMA_FILE = "schema.sql"


def migrations() -> tuple[tuple[int, str, str], ...]:
    """Gives (version, name, script) of every migration, oldest first."""
    folder = files("musnad.store") / "migrations"
    found = sorted((one for one in folder.iterdir() if one.name.endswith(".sql")), key=_name)
    return tuple((int(one.name[:4]), one.name, one.read_text("utf-8")) for one in found)


def _name(file: object) -> str:
    return str(getattr(file, "name", file))


def migrate(engine: Engine, applied_at: str) -> None:
    """Applies the migrations that are missing; raises M-003 when the schema is a newer one."""
    known = migrations()
    with engine.connect() as connection:
        version = _version(connection)
    _refuse_newer(version, known[-1][0])
    for number, name, script in known:
        if number > version:
            _apply(engine, (number, name, script), applied_at)


def _apply(engine: Engine, migration: tuple[int, str, str], applied_at: str) -> None:
    number, name, script = migration
    with writing(engine) as connection:
        if _version(connection) >= number:
            return
        for statement in sql_statements(script):
            connection.exec_driver_sql(statement)
        row = {"version": number, "name": name, "applied_at": applied_at}
        connection.execute(insert(MIGRATION).values(row))


def _refuse_newer(version: int, known: int) -> None:
    if version > known:
        raise MusnadError("M-003", f"Its schema is version {version}, known is {known}.")


def _version(connection: Connection) -> int:
    tables = "SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = 'migration'"
    if connection.exec_driver_sql(tables).first() is None:
        return 0
    return connection.execute(select(func.max(MIGRATION.c.version))).scalar() or 0


def sql_statements(script: str) -> Iterator[str]:
    """Gives the statements of a script one by one."""
    pending = ""
    for line in script.splitlines(keepends=True):
        pending += line
        if sqlite3.complete_statement(pending):
            yield pending
            pending = ""


def schema_script() -> str:
    """Gives the text of schema.sql, the readable truth."""
    return (files("musnad.store") / SCHEMA_FILE).read_text("utf-8")
