"""The pages of a workspace: bytes as received, each read, known again, or removed."""

from collections.abc import Sequence
from hashlib import sha256
from typing import Any

import msgspec
from sqlalchemy import Connection, select
from sqlalchemy.exc import IntegrityError

from musnad.model.records import Given, Issue, Reading, Received
from musnad.model.sites import PageLines
from musnad.store import states, writes
from musnad.store.connection import plain_faults
from musnad.store.kept_sites import put_lines
from musnad.store.lexicon_files import lexicon_texts, write_lexicon
from musnad.store.opened import LEXICONS, Opened
from musnad.store.queries import same_bytes_query, sighting_query
from musnad.store.raw import delete_raw, read_raw, write_raw
from musnad.store.rows import Row, issue_row, page_shape
from musnad.store.shapes import Added, PageRow, RemovedRow
from musnad.store.tables import PAGE, REMOVED, UNWANTED


class KeptPages(Opened):
    """Pages and the lexicons that they are read with."""

    def lexicons(self) -> tuple[str, ...]:
        """Gives the texts of `lexicons/*.toml`, sorted by name; raises M-007 naming the file."""
        return lexicon_texts(self.path / LEXICONS)

    def keep_lexicon(self, name: str, text: str) -> bool:
        """Keeps a lexicon beside the others; gives whether it is new; raises M-017."""
        with plain_faults():
            return write_lexicon(self.path / LEXICONS, name, text)

    def has_page(self, received: Received) -> bool:
        """Says whether these bytes were read under this name and `given` says nothing new."""
        rows = self._sightings(received)
        return any(not row["failed"] and _says_nothing_new(received, row) for row in rows)

    def known_page(self, received: Received) -> tuple[str, Received] | None:
        """Gives the id of the page that has these bytes, None when there is none.

        It is the page of this name, or the only one with these bytes if `given` says nothing new;
        with it comes the page as received, what was said before added where nothing is said now.
        """
        row = next(iter(self._sightings(received)), None) or self._page_with(received)
        if row is None:
            return None
        given = msgspec.json.decode(writes.with_known(received, row["given"]), type=Given)
        return row["page_id"], msgspec.structs.replace(received, given=given)

    def holds(self, page_id: str) -> bool:
        """Says whether there is a page of this id."""
        return self._first(select(PAGE.c.id).where(PAGE.c.id == page_id)) is not None

    def add_page(
        self,
        received: Received,
        page_id: str,
        readings: Sequence[Reading],
        lines: PageLines | None = None,
    ) -> Added:
        """Stores the page and all its articles in one transaction; the same twice is `same`.

        When it returns, page and readings survive a crash. Readings that changed are kept in
        the history; decisions about them are found again. `lines` are kept to learn what its
        site repeats. Raises `ValueError`, and stores nothing, when two readings have one id.
        """
        try:
            with self._writing() as connection:
                added = self._add_page(connection, received, page_id, readings)
                if lines and self._is_current(connection, page_id, received):
                    put_lines(connection, page_id, lines)
                return added
        except IntegrityError as error:
            raise ValueError(f"the readings of page {page_id}: {error.orig}") from error

    def _add_page(
        self, connection: Connection, received: Received, page_id: str, readings: Sequence[Reading]
    ) -> Added:
        digest = write_raw(self._pages, received.data, self._level)
        page = writes.page_row(received, page_id, digest, readings)
        old = writes.stored_page(connection, page_id)
        if old and writes.only_name_differs(old, page):
            writes.put_sighting(connection, page_id, received, digest)
            return "same"
        now = self._clock()
        page["added"] = now
        if old and states.stays_aside(connection, old, page, readings):
            writes.put_sighting(connection, page_id, received, digest)
            return self._put_aside(connection, old, page, readings)
        state = writes.put_page(connection, old, page)
        writes.put_sighting(connection, page_id, received, digest)
        if old is None:
            writes.put_new_readings(connection, page_id, readings, now)
            return "new"
        changed = writes.put_readings(connection, page_id, readings, now, state)
        return "changed" if changed or not writes.same_page(old, page) else "same"

    def _is_current(self, connection: Connection, page_id: str, received: Received) -> bool:
        page = writes.stored_page(connection, page_id)
        return page is not None and page["sha256"] == sha256(received.data).hexdigest()

    def _put_aside(
        self, connection: Connection, old: Row, page: Row, readings: Sequence[Reading]
    ) -> Added:
        """Keeps a state that does not become the current one: an older one, or an empty one."""
        if states.known_state(connection, page):
            return "same"
        number = states.keep_state(connection, page, None)
        states.put_state_readings(connection, page, number, readings)
        current = states.current_readings(connection, old["id"])
        writes.put_issues(connection, old["id"], current, ())
        return "changed"

    def fail_page(self, received: Received, page_id: str, issue: Issue) -> None:
        """Stores a page that could not be read, with its issue; a later `reread` tries again.

        Readings that there are of the page stay: of the same bytes, or of those before.
        """
        with self._writing() as connection:
            digest, now = write_raw(self._pages, received.data, self._level), self._clock()
            old = writes.stored_page(connection, page_id)
            page = {**writes.page_row(received, page_id, digest, ()), "failed": 1, "added": now}
            kept = states.current_readings(connection, page_id) if old else []
            if old and kept and old["sha256"] != digest:
                if not states.known_state(connection, page):
                    states.keep_state(connection, page, None)
            else:
                writes.put_page(connection, old, page)
            writes.put_sighting(connection, page_id, received, digest)
            row = issue_row(page_id, None, str(page["source_id"]), issue)
            writes.put_issues(connection, page_id, kept, (row,))

    def pages(self) -> tuple[PageRow, ...]:
        """Gives the pages in the order of their source ids."""
        rows = self._rows(select(PAGE).order_by(PAGE.c.source_id, PAGE.c.id))
        return tuple(page_shape(row) for row in rows)

    def received(self, page_id: str) -> Received:
        """Gives the page as it was received; raises `MusnadError` M-004 or M-013."""
        row = self._one(select(PAGE).where(PAGE.c.id == page_id), page_id)
        return Received(
            data=read_raw(self._pages, row["sha256"]),
            name=row["name"],
            format=row["format"],
            given=msgspec.json.decode(row["given"], type=Given),
            fetched=states.fetched_of(row),
            feed=states.feed_of(row),
        )

    def remove_page(self, page_id: str, reason: str) -> RemovedRow:
        """Deletes the page and all that came from it; gives the trace that stays.

        The raw bytes go too unless another page has the same. Raises `MusnadError` M-004.
        """
        with self._writing() as connection:
            row = writes.remove_page(connection, page_id, self._clock(), reason)
        self.sweep()
        with self._engine.connect() as connection:
            connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")
        return row

    def sweep(self) -> None:
        """Deletes raw bytes that a removal left, also one that was interrupted."""
        if self._first(select(UNWANTED)) is None:
            return
        with self._writing() as connection:
            for digest in writes.take_unwanted(connection):
                delete_raw(self._pages, digest)

    def removed(self) -> tuple[RemovedRow, ...]:
        """Gives the traces of removed pages, in the order of their removal."""
        rows = self._rows(select(REMOVED).order_by(REMOVED.c.number))
        return tuple(msgspec.convert(row, RemovedRow) for row in rows)

    def _sightings(self, received: Received) -> list[dict[str, Any]]:
        return self._rows(sighting_query(received.name, sha256(received.data).hexdigest()))

    def _page_with(self, received: Received) -> dict[str, Any] | None:
        rows = self._rows(same_bytes_query(sha256(received.data).hexdigest()).limit(2))
        only = rows[0] if len(rows) == 1 else None
        return (
            only if only and writes.with_known(received, only["given"]) == only["given"] else None
        )


def _says_nothing_new(received: Received, row: Row) -> bool:
    told = received.feed is None or writes.as_json(received.feed) == row["feed"]
    return bool(told and writes.with_known(received, row["given"]) == row["given"])
