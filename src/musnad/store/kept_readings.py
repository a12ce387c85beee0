"""The articles of a workspace: what was read in them, found again."""

from collections.abc import Iterator
from typing import Any

import msgspec
from sqlalchemy import Select, select

from musnad.errors import MusnadError
from musnad.model.records import Reading
from musnad.store import writes
from musnad.store.decisions import apply_decisions
from musnad.store.opened import Opened
from musnad.store.queries import article_query, statement_query
from musnad.store.rows import statement_shape, unpack, version_shape
from musnad.store.shapes import ArticleRow, DecisionRow, ReadingVersion, StatementRow, Wanted
from musnad.store.tables import OLDER_READING, READING, READING_HISTORY, RECORD


class KeptReadings(Opened):
    """Articles, statements and readings, human decisions applied."""

    def articles(
        self, *, text: str = "", offset: int = 0, limit: int | None = None
    ) -> tuple[ArticleRow, ...]:
        """Gives the articles that hold every word of `text`, in the order of source ids."""
        rows = self._rows(_cut(article_query(text), offset, limit))
        return tuple(msgspec.convert(row, ArticleRow) for row in rows)

    def statements(
        self, wanted: Wanted = Wanted(), *, offset: int = 0, limit: int | None = None
    ) -> tuple[StatementRow, ...]:
        """Gives the wanted statements, decisions applied, without rejected ones."""
        rows = self._rows(_cut(statement_query(wanted), offset, limit))
        return tuple(statement_shape(row) for row in rows)

    def reading(self, article_id: str) -> Reading:
        """Gives the reading with human decisions applied; raises `MusnadError` M-004, M-013.

        A decided statement says so in its last `why`, a rejected one too.
        """
        machine = self.machine_reading(article_id)
        return apply_decisions(machine, self.decisions(article_id)).reading

    def machine_reading(self, article_id: str) -> Reading:
        """Gives the reading as Musnad made it; raises `MusnadError` M-004, M-013."""
        query = select(READING).where(READING.c.article_id == article_id)
        return unpack(self._one(query, article_id)["json"])

    def readings(self) -> Iterator[Reading]:
        """Gives every reading, decisions applied, in the order of source ids, one at a time."""
        for row in self._rows(article_query("")):
            yield self.reading(row["id"])

    def history(self, article_id: str) -> tuple[ReadingVersion, ...]:
        """Gives every reading that was made of an article, in the order they were made.

        Those of what the page was before are among them; see `states`.
        """
        rows: list[dict[str, Any]] = []
        for table in (READING_HISTORY, OLDER_READING, READING):
            rows += self._rows(select(table).where(table.c.article_id == article_id))
        return tuple(version_shape(row) for row in sorted(rows, key=lambda row: row["version"]))

    def find(self, record_id: str) -> tuple[str, str]:
        """Gives (kind, article id) of a record; the beginning of its id is enough if unique.

        An entity is found in the first of its articles. Raises `MusnadError` M-004.
        """
        columns, end = RECORD.c, record_id + "\uffff"
        ids = select(columns.id).where(columns.id >= record_id, columns.id <= end)
        found = [row["id"] for row in self._rows(ids.distinct().order_by(columns.id).limit(2))]
        if not found or (len(found) > 1 and found[0] != record_id):
            several = f"Several ids begin with «{record_id}»." if found else f"«{record_id}»."
            raise MusnadError("M-004", several)
        query = select(RECORD).where(columns.id == found[0]).order_by(columns.article_id)
        row = self._one(query.limit(1), record_id)
        return row["kind"], row["article_id"]

    def decisions(self, article_id: str | None = None) -> tuple[DecisionRow, ...]:
        """Gives the decisions about one article, or all, in the order they were made."""
        with self._engine.connect() as connection:
            return tuple(writes.decision_rows(connection, article_id))


def _cut(query: Select[Any], offset: int, limit: int | None) -> Select[Any]:
    return query.offset(offset).limit(limit if limit is not None else -1)
