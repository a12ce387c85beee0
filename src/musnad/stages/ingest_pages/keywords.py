"""The keywords that a page declares of its article, told from those of its site."""

import re
from collections.abc import Iterator, Sequence
from typing import Any, Final

from selectolax.lexbor import LexborNode

from musnad.fold import exact_words
from musnad.stages.ingest_pages.strings import folded, words
from musnad.stages.ingest_pages.tree import Tree, select

TAGGED: Final = ("[itemprop~=keywords]", "[class*=tags]", "[class*=Tags]", "[id*=tags]",
          "[class*=keywords]", "[data-hook*=tags]")  # fmt: skip
TAGS: Final = re.compile(r"(?:^|[\s_-]|[a-z])(?:tags|keywords|Tags)(?:[\s_A-Z-]|$)")
CLOUD: Final = re.compile(r"cloud|popular|trend|menu|sidebar|widget", re.I)
SEPARATORS: Final = re.compile(r"[,،;؛|]+")
MOST_TAGS: Final = 30
LOOKED_AT: Final = 20
CONTENT_WORD: Final = 4
HEADLINE: Final = 4


def read_keywords(
    tree: Tree, stated: Any, meta: dict[str, str], title: str | None, site: str | None
) -> tuple[str, ...]:
    """Gives the keywords that JSON-LD states (`stated`), else those of tags, links and meta tags.

    Keywords of a meta tag count when they speak of what the article does, and are not its headline
    cut into words.
    """
    stated_here = (_own(each, title) for each in (split_keywords(stated), _properties(tree)))
    declared = next(filter(None, stated_here), ()) or _own(_tag_links(tree), title)
    if declared:
        return declared
    keywords = split_keywords(meta.get("news_keywords") or meta.get("keywords"))
    own, described = words(site), words(meta.get("description"))
    told = words(title) | (frozenset() if own & described else described)
    return _own(keywords, title) if _are_of_article(keywords, _stems(told - own)) else ()


def split_keywords(value: Any) -> tuple[str, ...]:
    """Gives the keywords of a list or of a text with commas."""
    parts = SEPARATORS.split(value) if isinstance(value, str) else value
    if not isinstance(parts, list):
        return ()
    tags = (folded(part) for part in parts if isinstance(part, str))
    return tuple(tag for tag in tags if tag)


def _are_of_article(keywords: Sequence[str], told: frozenset[str]) -> bool:
    """Says whether half of the keywords share a word with title and description."""
    shared = sum(bool(_stems(words(keyword)) & told) for keyword in keywords)
    return 0 < 2 * shared >= len(keywords)


def _own(keywords: tuple[str, ...], title: str | None) -> tuple[str, ...]:
    """The keywords without the headline, none where they are its words in its order."""
    printed = exact_words(title or "")
    cut = [exact_words(keyword) for keyword in keywords]
    places = [printed.index(words[0]) for words in cut if len(words) == 1 and words[0] in printed]
    alike = len(places) >= HEADLINE and 4 * len(places) >= 3 * len(keywords)
    if alike and places == sorted(places):
        return ()
    return tuple(each for each, told in zip(keywords, cut, strict=True) if told != printed)


def _stems(told: frozenset[str]) -> frozenset[str]:
    content = {word for word in told if len(word) >= CONTENT_WORD}
    return frozenset(content | {word.removeprefix("ال") for word in content})


def _properties(tree: Tree) -> tuple[str, ...]:
    nodes = tree.css("meta[property='article:tag'][content]")[:MOST_TAGS]
    return tuple(tag for node in nodes for tag in split_keywords(node.attributes.get("content")))


def _tag_links(tree: Tree) -> tuple[str, ...]:
    nodes = tree.css("a[rel~=tag]") or next(filter(None, map(_links, _tag_boxes(tree))), [])
    return tuple(filter(None, (folded(node.text()) for node in nodes[:MOST_TAGS])))


def _tag_boxes(tree: Tree) -> Iterator[LexborNode]:
    for selector in TAGGED:
        for node in tree.css(selector)[:LOOKED_AT]:
            given = (node.attributes.get(name) or "" for name in ("class", "id", "itemprop"))
            names = " ".join(filter(None, (*given, node.attributes.get("data-hook"))))
            if TAGS.search(names) and not CLOUD.search(names):
                yield node


def _links(node: LexborNode) -> list[LexborNode]:
    return select(node, "a")
