"""What the pages of a workspace were at other times, with the bytes and readings of each time."""

from collections.abc import Sequence

import msgspec
from sqlalchemy import select

from musnad.errors import MusnadError
from musnad.model.records import Given, Reading, Received
from musnad.store import states, writes
from musnad.store.opened import Opened
from musnad.store.raw import read_raw
from musnad.store.rows import Row
from musnad.store.shapes import PageState
from musnad.store.tables import ARTICLE, PAGE, PAGE_HISTORY


class KeptStates(Opened):
    """The states of pages that came in again with other bytes."""

    def changed_pages(self) -> tuple[str, ...]:
        """Gives the ids of the pages that came in with other bytes before or since."""
        return tuple(row["id"] for row in self._rows(states.changed_pages_query()))

    def find_page(self, wanted: str) -> str:
        """Gives the id of a page by its id or that of its article; a beginning is enough.

        Raises `MusnadError` M-004 when there is none, or several.
        """
        ids = select(PAGE.c.id).where(PAGE.c.id.startswith(wanted, autoescape=True))
        pages = select(ARTICLE.c.page_id.label("id"))
        pages = pages.where(ARTICLE.c.id.startswith(wanted, autoescape=True))
        found = {row["id"] for query in (ids, pages) for row in self._rows(query.limit(2))}
        if not wanted or len(found) != 1:
            several = f"Several pages begin with «{wanted}»." if found else f"«{wanted}»."
            raise MusnadError("M-004", several)
        return str(found.pop())

    def states(self, page_id: str) -> tuple[PageState, ...]:
        """Gives what the page was at each time, oldest first; raises `MusnadError` M-004."""
        page = self._page(page_id)
        with self._engine.connect() as connection:
            return tuple(states.page_states(connection, page))

    def state_readings(self, page_id: str, state: PageState) -> tuple[Reading, ...]:
        """Gives the readings of a state, as the machine made them, in the order of the page."""
        with self._engine.connect() as connection:
            if state.number is None:
                return tuple(states.current_readings(connection, page_id))
            return tuple(states.state_readings(connection, page_id, state.number))

    def state_received(self, page_id: str, state: PageState) -> Received:
        """Gives the page as it was received in that state, with what is said about it today.

        Raises `MusnadError` M-004 or M-013.
        """
        page = self._page(page_id)
        row = page if state.number is None else self._state_row(page_id, state.number)
        return Received(
            data=read_raw(self._pages, state.sha256),
            name=row["name"],
            format=page["format"],
            given=msgspec.json.decode(page["given"], type=Given),
            fetched=states.fetched_of(row),
            feed=states.feed_of(row),
        )

    def put_state(self, page_id: str, state: PageState, readings: Sequence[Reading]) -> None:
        """Replaces the readings of an older state by those that today's rules make of it."""
        page = {**self._page(page_id), "added": self._clock()}
        if state.number is None:
            raise ValueError("the current state is stored by add_page")
        with self._writing() as connection:
            states.put_state_readings(connection, page, state.number, readings)
            current = states.current_readings(connection, page_id)
            writes.put_issues(connection, page_id, current, ())

    def _page(self, page_id: str) -> Row:
        return self._one(select(PAGE).where(PAGE.c.id == page_id), page_id)

    def _state_row(self, page_id: str, number: int) -> Row:
        here = (PAGE_HISTORY.c.page_id == page_id, PAGE_HISTORY.c.number == number)
        return self._one(select(PAGE_HISTORY).where(*here), f"{page_id} {number}")
