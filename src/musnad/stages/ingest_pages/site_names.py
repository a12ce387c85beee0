"""What a page calls its site: in JSON-LD, meta tags, or beside the headline in its `<title>`."""

import re
from collections.abc import Iterator

from selectolax.lexbor import LexborHTMLParser

from musnad.stages.ingest_pages.linked_data import LinkedData
from musnad.stages.ingest_pages.strings import first_name, folded, shared_part, words

NAMES = ("og:site_name", "application-name", "apple-mobile-web-app-title")
PARTS = re.compile(r"\s+[|–—:•»«-]+\s+|\s*[|•»«]\s*|:\s+")
FEED_LINKS = "link[type='application/rss+xml'][title],link[type='application/atom+xml'][title]"
HOMES = ("a[rel~=home]", "[class*=logo] img[alt]", "[id*=logo] img[alt]", "[class*=site-title]",
         "[class*=copyright]", "footer", "[id*=footer]", "[class*=footer]", "h1 a")  # fmt: skip
SHORT, LOOKED_AT = 6, 4


def read_site_name(
    tree: LexborHTMLParser, linked: LinkedData, meta: dict[str, str], headline: str | None
) -> str | None:
    """Gives the name of the site that the page belongs to, None where it does not say."""
    declared = first_name(linked.article.get("publisher"))
    declared = declared or next((meta[name] for name in NAMES if name in meta), None)
    return declared or linked.site or _beside_headline(tree, headline)


def _beside_headline(tree: LexborHTMLParser, headline: str | None) -> str | None:
    """The part of the `<title>` that is not the headline and stands elsewhere as the site's name.

    Without such a second place it may as well be a section.
    """
    heading = tree.css_first("title")
    title = folded(heading.text()) if heading else None
    known = words(headline)
    parts = [part for part in PARTS.split(title or "") if part]
    others = [
        part
        for part in parts
        if shared_part(words(part), known) < 1 and 0 < len(words(part)) <= SHORT
    ]
    if len(others) == len(parts):
        return None
    named = [words(text) for text in _homes(tree)] if others else []
    return next((part for part in others if any(words(part) <= own for own in named)), None)


def _homes(tree: LexborHTMLParser) -> Iterator[str]:
    for node in tree.css(FEED_LINKS)[:LOOKED_AT]:
        yield node.attributes.get("title") or ""
    for selector in HOMES:
        for node in tree.css(selector)[:LOOKED_AT]:
            yield node.attributes.get("alt") or node.text()
