"""The open database of a workspace: how its parts read it and write to it."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, Select, func, select

from musnad.errors import MusnadError
from musnad.store.connection import BUSY_TIMEOUT_MS, plain_faults, writing

PAGES = "pages"
LEXICONS = "lexicons"


class Opened:
    """The folder and the database that the parts of a workspace share."""

    def __init__(
        self, path: Path, engine: Engine, clock: Callable[[], str], compression_level: int
    ) -> None:
        self.path = path
        self.busy_timeout_ms = BUSY_TIMEOUT_MS
        self._engine = engine
        self._clock = clock
        self._level = compression_level

    def close(self) -> None:
        """Closes all connections."""
        self._engine.dispose()

    @property
    def _pages(self) -> Path:
        return self.path / PAGES

    @contextmanager
    def _writing(self) -> Iterator[Connection]:
        with writing(self._engine, self.busy_timeout_ms) as connection:
            yield connection

    def _rows(self, query: Select[Any]) -> list[dict[str, Any]]:
        with plain_faults(), self._engine.connect() as connection:
            return [dict(row) for row in connection.execute(query).mappings()]

    def _first(self, query: Select[Any]) -> dict[str, Any] | None:
        return next(iter(self._rows(query.limit(1))), None)

    def _one(self, query: Select[Any], wanted: str) -> dict[str, Any]:
        row = self._first(query)
        if row is None:
            raise MusnadError("M-004", f"«{wanted}».")
        return row

    def _count(self, query: Select[Any]) -> int:
        counted = self._first(select(func.count().label("n")).select_from(query.subquery()))
        return int(counted["n"]) if counted else 0
