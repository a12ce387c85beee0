"""What a page calls its site: in JSON-LD, meta tags, or beside the headline in its `<title>`."""

import re
from collections.abc import Iterator
from typing import Final

from musnad.stages.ingest_pages.linked_data import LinkedData
from musnad.stages.ingest_pages.strings import folded, words
from musnad.stages.ingest_pages.tree import Tree

NAMES: Final = ("og:site_name", "application-name", "apple-mobile-web-app-title")
PARTS: Final = re.compile(r"\s+[|–—:•»«-]+\s+|\s*[|•»«]\s*|:\s+")
FEED_LINKS: Final = (
    "link[type='application/rss+xml'][title],link[type='application/atom+xml'][title]"
)
HOMES: Final = (
    "a[rel~=home]", "[class*=logo]", "[id*=logo]", "[class*=site-title]", "[class*=copyright]",
    "footer", "[id*=footer]", "[class*=footer]",
)  # fmt: skip
RIGHTS: Final = ("حقوق", "©")
YEARS: Final = re.compile(r"(?:19|20)\d\d\s*[-–]\s*(?:19|20)\d\d")
LINE: Final = 160
HOME_LINK: Final = "a[href='/'],a[href='./']"
LOGOS: Final = ("[class*=logo] img[alt]", "[id*=logo] img[alt]", "a[rel~=home] img[alt]",
         "a[title*='الرئيسية'] img[alt]", "[class*=brand] img[alt]")  # fmt: skip
LOGO: Final = re.compile(r"^(?:شعار|لوجو|لوغو|logo)\s*:?\s*|\s+logo$", re.I)
HOME: Final = re.compile(r"^(?:الصفحة )?الرئيسية$|^home(?: ?page)?$", re.I)
LETTER: Final = re.compile(r"[^\W\d_]")
SHORT: Final = 6
LOOKED_AT: Final = 4


def read_site_name(
    tree: Tree, linked: LinkedData, meta: dict[str, str], headline: str | None
) -> str | None:
    """Gives the name of the site that the page belongs to, None where it does not say."""
    declared = linked.name_of(linked.article.get("publisher"))
    declared = declared or next((meta[name] for name in NAMES if name in meta), None)
    return declared or linked.site or _beside_headline(tree, headline) or _on_logo(tree)


def _on_logo(tree: Tree) -> str | None:
    """The name that stands for the picture of the logo."""
    for selector in LOGOS:
        for node in tree.css_within(selector)[:LOOKED_AT]:
            name = LOGO.sub("", folded(node.attributes.get("alt")) or "")
            if LETTER.search(name) and not HOME.match(name) and len(words(name)) <= SHORT:
                return name
    return None


def _beside_headline(tree: Tree, headline: str | None) -> str | None:
    """The part of the `<title>` that stands elsewhere as the site's name: on its logo or feed,
    beside its rights. Without such a second place it may as well be a section.
    """
    title = tree.title
    named = [part for part in PARTS.split(title or "") if 0 < len(words(part)) <= SHORT]
    named = [part for part in named if words(part) != words(headline) or part == title]
    linked = [folded(node.text()) for node in tree.css(HOME_LINK)[:LOOKED_AT]]
    named += [text for text in linked if text and 1 < len(words(text)) <= SHORT]
    logos = {folded(node.attributes.get("alt")) for node in tree.css("img[alt]")[:LOOKED_AT]}
    logo = next((part for part in named if part in logos), None)
    return logo or (next(_named_at_home(tree, named), None) if named else None)


def _named_at_home(tree: Tree, named: list[str]) -> Iterator[str]:
    for text in _homes(tree):
        own = words(text)
        own |= {word.removeprefix("ل") for word in own}  # «محفوظة ليومية …»
        yield from (part for part in named if words(part) <= own)


def _homes(tree: Tree) -> Iterator[str]:
    for node in tree.css(FEED_LINKS)[:LOOKED_AT]:
        yield node.attributes.get("title") or ""
    for selector in HOMES:
        for node in tree.css(selector)[:LOOKED_AT]:
            yield node.text(separator=" ")
    text = tree.body.text(separator="\n") if tree.body else ""
    lines = (line for line in text.split("\n") if SHORT < len(line) <= LINE)
    for line in lines:
        years = ("20" in line or "19" in line) and YEARS.search(line)
        if years or any(mark in line for mark in RIGHTS):
            yield line
