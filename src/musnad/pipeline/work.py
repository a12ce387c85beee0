"""One page is read: what an engine is given to do, and what it gives back."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from hashlib import sha256

from musnad.errors import UNREADABLE
from musnad.lexicons import Lexicon, load_lexicon
from musnad.model.ids import identity
from musnad.model.records import Issue, Reading, Received, Record
from musnad.stages.ingest_pages import ingest_pages
from musnad.stages.ingest_pages.address import normalise_url

ReadPage = Callable[[Received, Lexicon], tuple[Reading, ...]]


def read_rules(received: Received, lexicon: Lexicon) -> tuple[Reading, ...]:
    """Gives the readings of a page by the rules of this version."""
    from musnad.pipeline.read import read_page  # noqa: PLC0415 - slow to import

    return read_page(received, lexicon)


class Outcome(Record, frozen=True, kw_only=True):
    """What came of one page: its readings, or the failure that prevented them."""

    page_id: str
    readings: tuple[Reading, ...] = ()
    failure: Issue | None = None


@dataclass(frozen=True)
class PageWork:
    """Reads pages with the built-in lexicons and those of the workspace; sent to workers once."""

    lexicons: tuple[str, ...] = ()
    read: ReadPage = read_rules

    def __call__(self, received: Received) -> Outcome:
        """Gives the outcome of one page; a stage that fails is a failure M-190, never raised."""
        page_id = raw_page_id(received)
        try:
            page_id = ingest_pages(received).id
            readings = self.read(received, load_lexicon(self.lexicons))
        except Exception as error:
            return failed(page_id, f"{type(error).__name__}: {error}")
        return Outcome(page_id=page_id, readings=readings)


Engine = Callable[[PageWork, Iterable[Received]], Iterator[Outcome]]
"""Gives the outcomes of the pages in the order of the pages."""


def failed(page_id: str, detail: str) -> Outcome:
    """Gives the outcome of a page that could not be read."""
    return Outcome(page_id=page_id, failure=Issue(code="M-190", detail=detail))


def unreadable(readings: Iterable[Reading]) -> Issue | None:
    """Gives the issue for which nothing of a page could be read, None when something was."""
    empty = (reading for reading in readings if not reading.article.text)
    issues = (issue for reading in empty for issue in reading.issues)
    return next((issue for issue in issues if issue.code in UNREADABLE), None)


def raw_page_id(received: Received) -> str:
    """Gives the id of a page that cannot be looked into: of its given URL, else of its bytes."""
    url = received.given.url
    address = normalise_url(url) if url else ""
    return identity("page", address or sha256(received.data).hexdigest())
