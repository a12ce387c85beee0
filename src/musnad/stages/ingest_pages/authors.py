"""Whom a page names as the author of its article: in its data, or in an element for that."""

import re
from collections.abc import Iterator
from typing import Any, Final

from selectolax.lexbor import LexborNode

from musnad.stages.ingest_pages.linked_data import LinkedData
from musnad.stages.ingest_pages.strings import folded
from musnad.stages.ingest_pages.tree import Tree

AUTHORS: Final = (
    "[itemprop~=author] [itemprop~=name]", "[itemprop~=author]", "a[rel~=author]",
    "[class*=author-name] a", "[class*=author-name]", "[class*=author_name] a",
    "[class*=meta-author] a", "[class*=meta_author] a", "[class*=post-author] a",
    "[class*=entry-author] a", "[class*=field-author]", "[class*=field-writer]",
    "[class*=byline]", "[id$=Author]", "[id$=Writer]", "[class*=writer]", "[class~=author]",
    "[data-hook~=user-name]", "[class~=username]",
)  # fmt: skip
PAGES: Final = re.compile(
    r"/(?:authors?|writers?|columnists?|journalists?|reporters?|kuttab|كاتب)/", re.I
)
LINKS: Final = ("a[href*='/author']", "a[href*='/writer']", "a[href*='/columnist']",
         "a[href*='/journalist']", "a[href*='/reporter']", "a[href*='/kuttab/']")  # fmt: skip
BAR: Final = re.compile(r"\s*[|•·]\s*")
DIGIT: Final = re.compile(r"\d")
LABEL: Final = re.compile(r"^[^:]{2,20}:\s*")
COMMENT: Final = re.compile(r"(?:^|[\s_-])comments?(?:[\s_-]|$)", re.I)
MOST_AUTHORS: Final = 5
LOOKED_AT: Final = 20
NAME_LENGTH: Final = 60
NAME_WORDS: Final = 5


def read_author(tree: Tree, linked: LinkedData, meta: dict[str, str]) -> str | None:
    """Gives who is named as the author, as the page writes it, None where nobody is."""
    told = linked.article.get("author") or linked.page.get("author")
    named = _joined(told, linked) or meta.get("author") or meta.get("article:author")
    if named and "http" not in named:
        return named
    for selector in AUTHORS:
        nodes = (node for node in tree.css_within(selector)[:LOOKED_AT] if not _is_comment(node))
        text = next(filter(None, map(_author, nodes)), None)
        if text:
            return text
    return _linked_author(tree)


def _joined(value: Any, linked: LinkedData) -> str | None:
    several = value if isinstance(value, list) else [value]
    names = filter(None, map(linked.name_of, several[:MOST_AUTHORS]))
    return "، ".join(dict.fromkeys(names)) or None


def _author(node: LexborNode) -> str | None:
    """The name in an element of the author, up to a bar; a date beside it would be told as well."""
    text = folded(node.attributes.get("content") or node.text(separator=" "))
    name = BAR.split(text)[0] if text and "http" not in text else ""
    if LABEL.fullmatch(name) or len(name) > NAME_LENGTH or DIGIT.search(name):
        return None
    return name or None


def _is_comment(node: LexborNode) -> bool:
    above: LexborNode | None = node
    while above is not None:
        names = f"{above.attributes.get('class') or ''} {above.attributes.get('id') or ''}"
        if COMMENT.search(names):
            return True
        above = above.parent
    return False


def _linked_author(tree: Tree) -> str | None:
    """The one name on the page that leads to the page of an author."""
    names = set(_linked_names(tree))
    return names.pop() if len(names) == 1 else None


def _linked_names(tree: Tree) -> Iterator[str]:
    for selector in LINKS:
        for node in tree.css(selector)[:LOOKED_AT]:
            name = _author(node) if PAGES.search(node.attributes.get("href") or "") else None
            if name and 1 < len(name.split()) <= NAME_WORDS:
                yield name
