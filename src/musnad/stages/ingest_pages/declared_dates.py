"""The dates that an HTML page declares of its article: JSON-LD, meta tags, the data of an app."""

from collections.abc import Iterator
from typing import Final, NamedTuple

from musnad.model.records import DateKind, DeclaredDate
from musnad.stages.ingest_pages.app_data import app_articles
from musnad.stages.ingest_pages.linked_data import LinkedData
from musnad.stages.ingest_pages.marked_dates import MarkedDates, declared_date, meta_kind
from musnad.stages.ingest_pages.strings import first_text, folded, words
from musnad.stages.ingest_pages.tree import Tree

LINKED: Final[tuple[tuple[str, DateKind], ...]] = (
    ("datePublished", "published"),
    ("dateModified", "modified"),
    ("dateCreated", "created"),
)
APP_DATES: Final = ("datePublished", "publishedAt", "published_at", "publishDate", "publish_date",
             "publicationDate", "publishedDate", "published_date")  # fmt: skip


class Dates(NamedTuple):
    """The dates of the article, the most telling first, and the days shown in the site's head."""

    dates: tuple[DeclaredDate, ...]
    header_days: tuple[str, ...]


def read_dates(tree: Tree, linked: LinkedData, title: str | None) -> Dates:
    """Gives the dates of the article with this title: JSON-LD, meta, microdata, `<time>`."""
    found = [*_linked(linked), *_metas(tree)]
    marked = MarkedDates(tree, words(title))
    found += marked.dates()
    if not any(date.kind == "published" for date in found):
        found += _app(tree, title) if title else ()
        found += marked.plain()
    return Dates(tuple(found), marked.header_days())


def _linked(linked: LinkedData) -> Iterator[DeclaredDate]:
    for node, of in ((linked.article, "json-ld"), (linked.page, "json-ld page")):
        for key, kind in LINKED:
            written = first_text(node.get(key))
            if written:
                yield declared_date(written, kind, f"{of} {key}")
        if linked.article.get("datePublished"):
            return


def _metas(tree: Tree) -> Iterator[DeclaredDate]:
    seen: set[str] = set()
    for attributes in tree.metas:
        name = attributes.get("property") or attributes.get("name") or attributes.get("http-equiv")
        kind = meta_kind(name) if name else None
        written = folded(attributes.get("content")) if kind else None
        if kind and name and written and name.lower() not in seen:
            seen.add(name.lower())
            yield declared_date(written, kind, f"meta {name}")


def _app(tree: Tree, title: str) -> Iterator[DeclaredDate]:
    """The date beside the title in the data of an app that the page carries."""
    for node in app_articles(tree, title, APP_DATES):
        for key in APP_DATES:
            written = first_text(node.get(key))
            if written:
                yield declared_date(written, "published", f"app {key}")
                return
