"""What an HTML page declares of itself: JSON-LD, OpenGraph, meta tags and `<time>`."""

import re
from typing import Any

from selectolax.lexbor import LexborHTMLParser

from musnad.model.records import Declared
from musnad.stages.ingest_pages.declared_dates import read_dates
from musnad.stages.ingest_pages.linked_data import LinkedData, read_linked_data
from musnad.stages.ingest_pages.site_names import read_site_name
from musnad.stages.ingest_pages.strings import first_name, first_text, folded, shared_part, words

AUTHORS = ("[itemprop~=author] [itemprop~=name]", "[itemprop~=author]", "a[rel~=author]")
TAG_LINKS = (
    "a[rel~=tag]",
    "[class*=post-tags] a",
    "[class*=article-tags] a",
    "[class*=entry-tags] a",
)
SECTION_LINKS = "a[rel~=category]"
CRUMBS = (
    "[itemtype*=BreadcrumbList] [itemprop~=name]",
    "[class*=breadcrumb] a",
    "[id*=breadcrumb] a",
    "nav[aria-label*=readcrumb] a",
)
MOST_TAGS, MOST_AUTHORS, MOST_CRUMBS = 30, 5, 8
NAME_LENGTH = 60


def read_metadata(tree: LexborHTMLParser) -> Declared:
    """Gives what the page declares; JSON-LD wins over OpenGraph, that over tags and `<title>`."""
    meta = _meta(tree)
    heading = tree.css_first("title")
    shown = meta.get("og:title") or folded(heading.text() if heading else None)
    url = _canonical(tree) or meta.get("og:url")
    linked = read_linked_data(tree, shown, url)
    article = linked.article
    title = first_text(article.get("headline")) or shown
    dates, header_days = read_dates(tree, linked, title)
    return Declared(
        title=title,
        outlet=read_site_name(tree, linked, meta, title),
        published=next((date.written for date in dates if date.kind == "published"), None),
        url=url,
        byline=_byline(tree, article, meta),
        section=_section(tree, linked, meta, title),
        tags=_tags(tree, article, meta),
        dates=dates,
        header_days=header_days,
    )


def _meta(tree: LexborHTMLParser) -> dict[str, str]:
    found: dict[str, str] = {}
    for node in tree.css("meta[content]"):
        attributes = node.attributes
        name = attributes.get("property") or attributes.get("name") or attributes.get("itemprop")
        content = folded(attributes.get("content"))
        if name and content:
            found.setdefault(name.lower(), content)
    return found


def _canonical(tree: LexborHTMLParser) -> str | None:
    node = tree.css_first("link[rel=canonical][href]")
    url = folded(node.attributes.get("href")) if node else None
    return url if url and url.startswith("http") else None


def _byline(tree: LexborHTMLParser, article: dict[str, Any], meta: dict[str, str]) -> str | None:
    named = _authors(article.get("author")) or meta.get("author") or meta.get("article:author")
    if named and "http" not in named:
        return named
    for selector in AUTHORS:
        nodes = tree.css(selector)
        text = folded(nodes[0].text()) if len(nodes) == 1 else None
        if text and len(text) <= NAME_LENGTH and "http" not in text:
            return text
    return None


def _authors(value: Any) -> str | None:
    several = value if isinstance(value, list) else [value]
    names = filter(None, map(first_name, several[:MOST_AUTHORS]))
    return "، ".join(dict.fromkeys(names)) or None


def _section(
    tree: LexborHTMLParser, linked: LinkedData, meta: dict[str, str], title: str | None
) -> str | None:
    named = first_text(linked.article.get("articleSection")) or meta.get("article:section")
    if named or linked.section:
        return named or linked.section
    nodes = tree.css(SECTION_LINKS)
    return (folded(nodes[0].text()) if len(nodes) == 1 else None) or _crumb(tree, title)


def _crumb(tree: LexborHTMLParser, title: str | None) -> str | None:
    """The last link of a breadcrumb behind the first, which is the home page."""
    for selector in CRUMBS:
        steps = [folded(node.text()) for node in tree.css(selector)[:MOST_CRUMBS]]
        kept = [step for step in steps[1:] if step and shared_part(words(step), words(title)) < 1]
        if kept:
            return kept[-1]
    return None


def _tags(tree: LexborHTMLParser, article: dict[str, Any], meta: dict[str, str]) -> tuple[str, ...]:
    declared = _split(article.get("keywords")) or _properties(tree)
    nodes = next((nodes for nodes in map(tree.css, TAG_LINKS) if nodes), [])
    linked = tuple(filter(None, (folded(node.text()) for node in nodes[:MOST_TAGS])))
    return declared or linked or _split(meta.get("news_keywords") or meta.get("keywords"))


def _properties(tree: LexborHTMLParser) -> tuple[str, ...]:
    nodes = tree.css("meta[property='article:tag'][content]")[:MOST_TAGS]
    return tuple(tag for node in nodes for tag in _split(node.attributes.get("content")))


def _split(value: Any) -> tuple[str, ...]:
    parts = re.split("[,،]", value) if isinstance(value, str) else value
    if not isinstance(parts, list):
        return ()
    tags = (folded(part) for part in parts if isinstance(part, str))
    return tuple(tag for tag in tags if tag)
