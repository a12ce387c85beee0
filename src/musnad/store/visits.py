"""What is known of web addresses that were asked, kept in the workspace."""

from types import TracebackType
from typing import Self

import msgspec
from sqlalchemy import delete, insert, select

from musnad.model.records import Visit
from musnad.store.connection import open_engine, plain_faults, writing
from musnad.store.tables import ISSUE, VISIT
from musnad.store.workspace import DATABASE, Workspace

ANSWERED = (200, 304)


class Visits:
    """The visits of a workspace, by address."""

    def __init__(self, workspace: Workspace) -> None:
        self._engine = open_engine(workspace.path / DATABASE)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._engine.dispose()

    def visit(self, url: str) -> Visit | None:
        """Gives the last visit of the address, None when it was never asked."""
        query = select(VISIT.c["json"]).where(VISIT.c.url == url)
        with plain_faults(), self._engine.connect() as connection:
            kept = connection.execute(query).scalar()
        return msgspec.json.decode(kept, type=Visit) if kept else None

    def keep_visit(self, visit: Visit) -> None:
        """Keeps a visit; an address that answered has no issue any more."""
        row = {"url": visit.url, "json": msgspec.json.encode(visit).decode()}
        with writing(self._engine) as connection:
            connection.execute(insert(VISIT).prefix_with("OR REPLACE"), row)
            if visit.status in ANSWERED:
                failed = (ISSUE.c.source_id == visit.url, ISSUE.c.page_id.is_(None))
                connection.execute(delete(ISSUE).where(*failed))
