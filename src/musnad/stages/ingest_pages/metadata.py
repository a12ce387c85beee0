"""What an HTML page declares of itself: JSON-LD, OpenGraph, meta tags and `<time>`."""

import re
from collections.abc import Iterator
from typing import Any

from selectolax.lexbor import LexborNode

from musnad.model.records import Declared
from musnad.stages.ingest_pages.declared_dates import read_dates
from musnad.stages.ingest_pages.linked_data import LinkedData, read_linked_data
from musnad.stages.ingest_pages.site_names import read_site_name
from musnad.stages.ingest_pages.strings import first_name, first_text, folded, shared_part, words
from musnad.stages.ingest_pages.tree import Tree, select

AUTHORS = (
    "[itemprop~=author] [itemprop~=name]", "[itemprop~=author]", "a[rel~=author]",
    "[class*=author-name] a", "[class*=author-name]", "[class*=field-author]", "[class*=byline]",
    "[id$=Author]", "[id$=Writer]", "[class*=writer]", "[class~=author]",
)  # fmt: skip
SECTIONS = (
    "a[rel~=category]", "[class*=entry-category] a", "[class*=post-category] a",
    "[class*=cat-links] a", "[id$=Category]", "[class*=article-category] a", "[class*=cat-name]",
    "[class~=kicker]",
)  # fmt: skip
CRUMBS = ("[itemtype*=BreadcrumbList] [itemprop~=name]", "[class*=crumb] a",
          "[id*=breadcrumb] a", "[class*=entry-crumb]", "nav[aria-label*=readcrumb] a")  # fmt: skip
TAGGED = ("[class*=tags]", "[id*=tags]", "[class*=keywords]")
TAGS = re.compile(r"(?:^|[\s_-])(?:tags|keywords)(?:[\s_-]|$)", re.I)
CLOUD = re.compile(r"cloud|popular|trend|menu|sidebar|widget", re.I)
BAR, DIGIT = re.compile(r"\s*[|•·]\s*"), re.compile(r"\d")
SEPARATORS = re.compile(r"[,،;؛|]+")
COMMENT = re.compile(r"(?:^|[\s_-])comments?(?:[\s_-]|$)", re.I)
MOST_TAGS, MOST_AUTHORS, MOST_CRUMBS, LOOKED_AT = 30, 5, 8, 20
NAME_LENGTH, CONTENT_WORD = 60, 4


def read_metadata(tree: Tree) -> Declared:
    """Gives what the page declares; JSON-LD wins over OpenGraph, that over tags and `<title>`."""
    meta = _meta(tree)
    heading = tree.css_first("title")
    shown = meta.get("og:title") or folded(heading.text() if heading else None)
    url = _canonical(tree) or meta.get("og:url")
    linked = read_linked_data(tree, shown, url)
    article = linked.article
    title = first_text(article.get("headline")) or shown
    site = read_site_name(tree, linked, meta, title)
    dates, header_days = read_dates(tree, linked, title)
    return Declared(
        title=title,
        outlet=site,
        published=next((date.written for date in dates if date.kind == "published"), None),
        url=url,
        byline=_byline(tree, article, meta),
        section=_section(tree, linked, meta, title),
        tags=_tags(tree, article, meta, words(title) - words(site)),
        dates=dates,
        header_days=header_days,
    )


def _meta(tree: Tree) -> dict[str, str]:
    found: dict[str, str] = {}
    for attributes in tree.metas:
        name = attributes.get("property") or attributes.get("name") or attributes.get("itemprop")
        content = folded(attributes.get("content"))
        if name and content:
            found.setdefault(name.lower(), content)
    return found


def _select(tree: Tree, selector: str) -> list[LexborNode]:
    """The elements of a selector; what is to stand inside another is sought where that is found."""
    outer, _, inner = selector.partition(" ")
    return [] if inner and tree.css_first(outer) is None else tree.css(selector)


def _canonical(tree: Tree) -> str | None:
    node = tree.css_first("link[rel=canonical][href]")
    url = folded(node.attributes.get("href")) if node else None
    return url if url and url.startswith("http") else None


def _byline(tree: Tree, article: dict[str, Any], meta: dict[str, str]) -> str | None:
    named = _authors(article.get("author")) or meta.get("author") or meta.get("article:author")
    if named and "http" not in named:
        return named
    for selector in AUTHORS:
        nodes = (node for node in _select(tree, selector)[:LOOKED_AT] if not _is_comment(node))
        text = next(filter(None, map(_author, nodes)), None)
        if text:
            return text
    return None


def _author(node: LexborNode) -> str | None:
    """The name in an element of the author, up to a bar; a date beside it would be told as well."""
    text = folded(node.attributes.get("content") or node.text(separator=" "))
    name = BAR.split(text)[0] if text and "http" not in text else ""
    return name if name and len(name) <= NAME_LENGTH and not DIGIT.search(name) else None


def _is_comment(node: LexborNode) -> bool:
    above: LexborNode | None = node
    while above is not None:
        names = f"{above.attributes.get('class') or ''} {above.attributes.get('id') or ''}"
        if COMMENT.search(names):
            return True
        above = above.parent
    return False


def _authors(value: Any) -> str | None:
    several = value if isinstance(value, list) else [value]
    names = filter(None, map(first_name, several[:MOST_AUTHORS]))
    return "، ".join(dict.fromkeys(names)) or None


def _section(tree: Tree, linked: LinkedData, meta: dict[str, str], title: str | None) -> str | None:
    named = first_text(linked.article.get("articleSection")) or meta.get("article:section")
    if named or linked.section:
        return named or linked.section
    crumb = _crumb(tree, title)
    if crumb:
        return crumb
    nodes = next((found for each in SECTIONS if (found := _select(tree, each))), [])
    return folded(nodes[0].text()) if nodes else None


def _crumb(tree: Tree, title: str | None) -> str | None:
    """The last link of a breadcrumb behind the first, which is the home page."""
    for selector in CRUMBS:
        steps = [folded(node.text()) for node in _select(tree, selector)[:MOST_CRUMBS]]
        kept = [step for step in steps[1:] if step and shared_part(words(step), words(title)) < 1]
        if kept:
            return kept[-1]
    return None


def _tags(
    tree: Tree, article: dict[str, Any], meta: dict[str, str], matter: frozenset[str]
) -> tuple[str, ...]:
    declared = _split(article.get("keywords")) or _properties(tree) or _tag_links(tree)
    keywords = _split(meta.get("news_keywords") or meta.get("keywords"))
    return declared or (keywords if _is_of_article(keywords, matter) else ())


def _is_of_article(keywords: tuple[str, ...], matter: frozenset[str]) -> bool:
    """Says whether keywords are of the article: those of the site share no word with its title."""
    own = {word for word in matter if len(word) >= CONTENT_WORD}
    own |= {word.removeprefix("ال") for word in own}
    return any(words(keyword) & own for keyword in keywords)


def _tag_links(tree: Tree) -> tuple[str, ...]:
    nodes = tree.css("a[rel~=tag]") or next(filter(None, map(_links, _tag_boxes(tree))), [])
    return tuple(filter(None, (folded(node.text()) for node in nodes[:MOST_TAGS])))


def _tag_boxes(tree: Tree) -> Iterator[LexborNode]:
    for node in (node for selector in TAGGED for node in tree.css(selector)[:LOOKED_AT]):
        names = f"{node.attributes.get('class') or ''} {node.attributes.get('id') or ''}"
        if TAGS.search(names) and not CLOUD.search(names):
            yield node


def _links(node: LexborNode) -> list[LexborNode]:
    return select(node, "a")


def _properties(tree: Tree) -> tuple[str, ...]:
    nodes = tree.css("meta[property='article:tag'][content]")[:MOST_TAGS]
    return tuple(tag for node in nodes for tag in _split(node.attributes.get("content")))


def _split(value: Any) -> tuple[str, ...]:
    parts = SEPARATORS.split(value) if isinstance(value, str) else value
    if not isinstance(parts, list):
        return ()
    tags = (folded(part) for part in parts if isinstance(part, str))
    return tuple(tag for tag in tags if tag)
