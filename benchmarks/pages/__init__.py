"""HOW WELL are pages taken apart? Labelled pages, tools that read them, and what is measured.

`developing/` holds pages that may be looked at while rules are written, `measuring/` pages that
only the totals are read of.
"""

from collections.abc import Callable
from typing import Any

from msgspec import Struct


class LabelledArticle(Struct, frozen=True, kw_only=True):
    """What a reader finds to be one article of the page; the body has no captions."""

    title: str
    subtitle: str | None = None
    byline: str | None = None
    dateline: str | None = None
    credits: tuple[str, ...] = ()
    section: str | None = None
    tags: tuple[str, ...] = ()
    time: str | None = None
    published: str | None = None
    modified: str | None = None
    paragraphs: tuple[str, ...] = ()
    captions: tuple[str, ...] = ()


class Labels(Struct, frozen=True, kw_only=True):
    """What a reader finds on one page: its articles, the main one first, and its furniture."""

    layout: str
    url: str
    outlet: str | None
    language: str
    articles: tuple[LabelledArticle, ...]
    not_article: tuple[str, ...] = ()


class LabelledPage(Struct, frozen=True, kw_only=True):
    """A page as received beside its labels; `measured` names what the labels can judge."""

    name: str
    data: bytes
    labels: Labels
    measured: frozenset[str]

    def __repr__(self) -> str:
        """Gives the name: a test that fails prints no page."""
        return f"LabelledPage({self.name})"


class Found(Struct, frozen=True, kw_only=True):
    """What a tool finds on a page: the lines of the main article, its title and publication."""

    lines: tuple[str, ...] = ()
    title: str | None = None
    published: str | None = None


class Tool(Struct, frozen=True, kw_only=True):
    """A tool with the settings that are tried; `gives` names what it finds beside the body."""

    name: str
    settings: dict[str, dict[str, Any]]
    read: Callable[..., Found]
    gives: frozenset[str] = frozenset()


class PageSet(Struct, frozen=True, kw_only=True):
    """Pages measured together; `open` says whether their single figures may be looked at."""

    name: str
    pages: tuple[LabelledPage, ...]
    open: bool
