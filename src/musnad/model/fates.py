"""What became of each block of a page, and where each fact about its articles came from."""

from typing import Literal

from musnad.model.records import Issue, Record

Fate = Literal["kept", "left"]


class BlockFate(Record, frozen=True, kw_only=True):
    """A block of the page in its order: kept in an article or left out, by which rule and why.

    `article` is the number of the article on the page, from 1, that the block belongs to.
    """

    article: int
    fate: Fate
    kind: str
    page_start: int
    text: str
    rule: str | None
    why: str


class Evidence(Record, frozen=True, kw_only=True):
    """Something that tells a fact: where it stands, as written, and what became of it."""

    place: str
    written: str
    fate: str
    reason: str | None = None


class Fact(Record, frozen=True, kw_only=True):
    """A fact about an article: its value, by which method it was found, all evidence for it."""

    name: str
    value: str | None
    method: str | None
    evidence: tuple[Evidence, ...] = ()


class ArticleFates(Record, frozen=True, kw_only=True):
    """The facts and the issues of one article of the page."""

    article_id: str
    title: str | None
    facts: tuple[Fact, ...]
    issues: tuple[Issue, ...]


class PageFates(Record, frozen=True, kw_only=True):
    """A page explained: how it came, what its articles are, and every block in page order."""

    page_id: str
    name: str
    url: str | None
    format: str
    encoding: str
    sha256: str
    articles: tuple[ArticleFates, ...]
    blocks: tuple[BlockFate, ...]
