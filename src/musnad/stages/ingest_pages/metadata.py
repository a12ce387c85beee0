"""What an HTML page declares of itself: JSON-LD, OpenGraph, meta tags and `<time>`."""

from musnad.model.records import Declared
from musnad.stages.ingest_pages.app_data import app_author, app_section
from musnad.stages.ingest_pages.authors import read_author
from musnad.stages.ingest_pages.declared_dates import read_dates
from musnad.stages.ingest_pages.keywords import read_keywords
from musnad.stages.ingest_pages.linked_data import LinkedData, read_linked_data
from musnad.stages.ingest_pages.sections import Sections, read_section
from musnad.stages.ingest_pages.site_names import read_site_name
from musnad.stages.ingest_pages.strings import first_text, folded
from musnad.stages.ingest_pages.tree import Tree


def read_metadata(tree: Tree, address: str | None = None) -> Declared:
    """Gives what the page declares; JSON-LD wins over OpenGraph, that over tags and `<title>`.

    `address` is that under which the page came.
    """
    meta = _meta(tree)
    shown = meta.get("og:title") or tree.title
    url = _canonical(tree) or meta.get("og:url")
    linked = read_linked_data(tree, shown, url)
    title = first_text(linked.article.get("headline")) or shown
    site = read_site_name(tree, linked, meta, title)
    dates, header_days = read_dates(tree, linked, title)
    return Declared(
        title=title,
        outlet=site,
        published=next((date.written for date in dates if date.kind == "published"), None),
        url=url,
        byline=read_author(tree, linked, meta) or app_author(tree, title),
        section=_section(tree, linked, meta, Sections(tree, title, site), url or address),
        tags=read_keywords(tree, linked.article.get("keywords"), meta, title, site),
        dates=dates,
        header_days=header_days,
        locked=_is_locked(linked, meta),
    )


def _is_locked(linked: LinkedData, meta: dict[str, str]) -> bool:
    """Says whether the page declares that its article is for subscribers."""
    free = str(linked.article.get("isAccessibleForFree")).lower()
    return free == "false" or meta.get("article:content_tier") in {"locked", "metered"}


def _meta(tree: Tree) -> dict[str, str]:
    found: dict[str, str] = {}
    for attributes in tree.metas:
        name = attributes.get("property") or attributes.get("name") or attributes.get("itemprop")
        content = folded(attributes.get("content"))
        if name and content:
            found.setdefault(name.lower(), content)
    return found


def _section(
    tree: Tree,
    linked: LinkedData,
    meta: dict[str, str],
    sections: Sections,
    address: str | None,
) -> str | None:
    declared = read_section(sections, linked, meta, address)
    named = None if declared else app_section(tree, sections.title)
    return declared or (named if named and sections.names_section(named) else None)


def _canonical(tree: Tree) -> str | None:
    node = tree.css_first("link[rel=canonical][href]")
    url = folded(node.attributes.get("href")) if node else None
    return url if url and url.startswith("http") else None
