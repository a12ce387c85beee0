"""One page is read: what an engine is given to do, and what it gives back."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from hashlib import sha256
from typing import Protocol

from musnad.errors import UNREADABLE
from musnad.lexicons import Lexicon, load_lexicon
from musnad.model.ids import identity
from musnad.model.records import Issue, Reading, Received, Record, SiteLines
from musnad.model.sites import NO_SITE, PageLines
from musnad.pipeline.ingested import ingested
from musnad.pipeline.sites import known_lines, page_lines, site_of
from musnad.stages.ingest_pages.address import normalise_url


class ReadPage(Protocol):
    """Gives the readings of a page; `site` are lines of it that its site is known to repeat."""

    def __call__(
        self, received: Received, lexicon: Lexicon, site: SiteLines = ..., /
    ) -> tuple[Reading, ...]:
        """Gives the readings of a page, at least one."""


def read_rules(
    received: Received, lexicon: Lexicon, site: SiteLines = NO_SITE
) -> tuple[Reading, ...]:
    """Gives the readings of a page by the rules of this version."""
    from musnad.pipeline.read import read_page  # noqa: PLC0415 - slow to import

    return read_page(received, lexicon, site=site)


class Outcome(Record, frozen=True, kw_only=True):
    """What came of one page: its readings and lines, or the failure that prevented them."""

    page_id: str
    readings: tuple[Reading, ...] = ()
    failure: Issue | None = None
    lines: PageLines | None = None


@dataclass(frozen=True)
class PageWork:
    """Reads pages with the built-in lexicons and those of the workspace; sent to workers once.

    `sites` has the keys of the lines that each site is known to repeat.
    """

    lexicons: tuple[str, ...] = ()
    read: ReadPage = read_rules
    sites: Mapping[str, bytes] = field(default_factory=dict)

    def __call__(self, received: Received) -> Outcome:
        """Gives the outcome of one page; a stage that fails is a failure M-190, never raised."""
        page_id = raw_page_id(received)
        try:
            page = ingested(received)
            page_id = page.id
            site, used = known_lines(page, self.sites.get(site_of(page, received.name), b""))
            readings = self.read(received, load_lexicon(self.lexicons), site)
            lines = page_lines(page, received, readings, used)
        except Exception as error:
            return failed(page_id, f"{type(error).__name__}: {error}")
        return Outcome(page_id=page_id, readings=readings, lines=lines)


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
