"""What an HTML page declares of itself: JSON-LD, OpenGraph, meta tags and `<time>`."""

import json
import re
from collections.abc import Iterator
from typing import Any

from selectolax.lexbor import LexborHTMLParser

from musnad.model.records import Declared
from musnad.stages.ingest_pages.decode import remove_unreadable

ARTICLE = re.compile(r"Article|BlogPosting|Report")
CONTROL = re.compile("[\x00-\x1f]")
PUBLISHED = (
    "article:published_time", "og:article:published_time", "og:published_time", "datepublished",
    "pubdate", "publishdate", "publish-date", "publish_date", "parsely-pub-date", "sailthru.date",
    "dc.date.issued", "dcterms.created", "dc.date", "date", "article.published",
    "cxenseparse:recs:publishtime", "article_date_original", "og:pubdate",
)  # fmt: skip
TIMES = (
    "time[itemprop~=datePublished][datetime]", "[itemprop~=datePublished][content]",
    "time[pubdate][datetime]", "article header time[datetime]", "article time[datetime]",
    "main time[datetime]", "time[class*=publish][datetime]",
)  # fmt: skip
NESTED = 200
"""JSON-LD nodes looked at on one page."""


def read_metadata(tree: LexborHTMLParser) -> Declared:
    """Gives what the page declares; JSON-LD wins over OpenGraph, that over `<time>`, `<title>`."""
    linked = _linked_article(tree)
    meta = _meta(tree)
    heading = tree.css_first("title")
    headline = heading.text() if heading else None
    return Declared(
        title=_text(linked.get("headline")) or meta.get("og:title") or _strip(headline),
        outlet=_name(linked.get("publisher")) or meta.get("og:site_name"),
        published=_text(linked.get("datePublished")) or _first(meta, PUBLISHED) or _time(tree),
        url=_canonical(tree) or meta.get("og:url"),
        byline=_name(linked.get("author")) or meta.get("author") or meta.get("article:author"),
        section=_text(linked.get("articleSection")) or meta.get("article:section"),
        tags=_tags(linked.get("keywords") or meta.get("keywords")),
    )


def _linked_article(tree: LexborHTMLParser) -> dict[str, Any]:
    for script in tree.css('script[type="application/ld+json"]'):
        for node in _nodes(_json(script.text())):
            if ARTICLE.search(str(node.get("@type"))):
                return node
    return {}


def _json(text: str) -> Any:
    try:
        return json.loads(CONTROL.sub(" ", text))
    except (ValueError, RecursionError):
        return None


def _nodes(value: Any) -> Iterator[dict[str, Any]]:
    """All objects of a JSON-LD block, outermost first; walks without recursion."""
    waiting = [value]
    for _ in range(NESTED):
        if not waiting:
            return
        node = waiting.pop(0)
        if isinstance(node, list):
            waiting.extend(node[:NESTED])
        elif isinstance(node, dict):
            yield node
            waiting.extend(
                node[key] for key in ("@graph", "mainEntity", "itemListElement") if key in node
            )


def _meta(tree: LexborHTMLParser) -> dict[str, str]:
    found: dict[str, str] = {}
    for node in tree.css("meta[content]"):
        attributes = node.attributes
        name = attributes.get("property") or attributes.get("name") or attributes.get("itemprop")
        content = _strip(attributes.get("content"))
        if name and content:
            found.setdefault(name.lower(), content)
    return found


def _first(meta: dict[str, str], names: tuple[str, ...]) -> str | None:
    return next((meta[name] for name in names if name in meta), None)


def _time(tree: LexborHTMLParser) -> str | None:
    for selector in TIMES:
        node = tree.css_first(selector)
        if node is not None:
            return _strip(node.attributes.get("datetime") or node.attributes.get("content"))
    return None


def _canonical(tree: LexborHTMLParser) -> str | None:
    node = tree.css_first("link[rel=canonical][href]")
    url = _strip(node.attributes.get("href")) if node else None
    return url if url and url.startswith("http") else None


def _strip(value: str | None) -> str | None:
    return (" ".join(remove_unreadable(value)[0].split()) or None) if value else None


def _text(value: Any) -> str | None:
    if isinstance(value, list) and value:
        value = value[0]
    return _strip(value) if isinstance(value, str) else None


def _name(value: Any) -> str | None:
    if isinstance(value, list) and value:
        value = value[0]
    return _text(value.get("name")) if isinstance(value, dict) else _text(value)


def _tags(value: Any) -> tuple[str, ...]:
    parts = re.split("[,،]", value) if isinstance(value, str) else value
    if not isinstance(parts, list):
        return ()
    tags = (_strip(part) for part in parts if isinstance(part, str))
    return tuple(tag for tag in tags if tag)
