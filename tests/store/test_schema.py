import sqlite3

import pytest

from musnad.errors import MusnadError
from musnad.store import open_workspace
from musnad.store.migrate import migrations, schema_script, sql_statements
from musnad.store.tables import TABLES


def shape(connection):
    """Gives what the database is, without comments and layout."""
    query = "SELECT type, name, tbl_name FROM sqlite_master ORDER BY type, name"
    found = {row: [] for row in connection.execute(query)}
    for kind, name, _table in found:
        pragmas = ("table_xinfo", "foreign_key_list", "index_list") if kind == "table" else ()
        for pragma in (*pragmas, "index_xinfo"):
            found[kind, name, _table] += connection.execute(f"PRAGMA {pragma}({name})").fetchall()
    return found


@pytest.fixture
def by_schema():
    connection = sqlite3.connect(":memory:")
    connection.executescript(schema_script())
    yield connection
    connection.close()


def test_migrations_build_what_the_schema_says(by_schema, tmp_path):
    open_workspace(tmp_path, create=True).close()
    by_migrations = sqlite3.connect(tmp_path / "musnad.sqlite")
    assert shape(by_migrations) == shape(by_schema)
    assert len(shape(by_schema)) > len(TABLES)
    by_migrations.close()


def test_the_tables_in_python_are_those_of_the_schema(by_schema):
    query = "SELECT name FROM sqlite_master WHERE type = 'table'"
    assert {table.name for table in TABLES} == {row[0] for row in by_schema.execute(query)}
    for table in TABLES:
        columns = [row[1] for row in by_schema.execute(f"PRAGMA table_info({table.name})")]
        assert [column.name for column in table.columns] == columns


def test_migrations_are_numbered_without_gap():
    assert [version for version, _name, _script in migrations()] == [
        *range(1, len(migrations()) + 1)
    ]


def test_each_migration_leaves_its_record_once(tmp_path):
    for _ in range(2):
        open_workspace(tmp_path, create=True, clock=lambda: "2031-05-07T00:00:00Z").close()
    connection = sqlite3.connect(tmp_path / "musnad.sqlite")
    rows = connection.execute("SELECT * FROM migration").fetchall()
    connection.close()
    assert rows == [(v, name, "2031-05-07T00:00:00Z") for v, name, _script in migrations()]


def test_a_workspace_of_a_newer_musnad_is_refused_and_left_alone(tmp_path):
    open_workspace(tmp_path, create=True).close()
    connection = sqlite3.connect(tmp_path / "musnad.sqlite")
    connection.execute("INSERT INTO migration VALUES (99, '0099_later.sql', 'later')")
    connection.commit()
    connection.close()
    with pytest.raises(MusnadError, match="M-003") as caught:
        open_workspace(tmp_path)
    assert "99" in caught.value.detail


def test_a_failed_migration_leaves_no_trace(tmp_path, monkeypatch):
    broken = (*migrations(), (99, "0099_broken.sql", "CREATE TABLE extra (x);\nNOT SQL;\n"))
    monkeypatch.setattr("musnad.store.migrate.migrations", lambda: broken)
    with pytest.raises(MusnadError, match="M-017"):
        open_workspace(tmp_path, create=True)
    monkeypatch.undo()
    open_workspace(tmp_path).close()
    connection = sqlite3.connect(tmp_path / "musnad.sqlite")
    assert connection.execute("SELECT max(version) FROM migration").fetchone() == (
        migrations()[-1][0],
    )
    assert not connection.execute("PRAGMA table_info(extra)").fetchall()
    connection.close()


def test_statements_are_cut_where_they_end():
    script = "-- one; two\nCREATE TABLE a (x -- ; not here\n);\n\nINSERT INTO a VALUES (';');\n"
    assert len(list(sql_statements(script))) == 2
