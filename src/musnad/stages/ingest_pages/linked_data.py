"""JSON-LD: the node of this article among all that a page holds."""

import json
import re
from collections.abc import Iterator
from typing import Any, Final, NamedTuple

from musnad.stages.ingest_pages.strings import first_name, first_text, shared_part, words
from musnad.stages.ingest_pages.tree import Tree

LINKED: Final = 'script[type="application/ld+json"]'
ARTICLE: Final = re.compile(r"Article|BlogPosting|Report|SocialMediaPosting")
WEB_PAGE: Final = re.compile(r"WebPage$|ItemPage$")
SITE: Final = re.compile(r"^WebSite$|NewsMediaOrganization$")
CONTROL: Final = re.compile("[\x00-\x1f]")
WRAPPED: Final = re.compile(r"^\s*(?:<!--|//\s*<!\[CDATA\[|/\*\s*<!\[CDATA\[\s*\*/|<!\[CDATA\[)"
                     r"|(?:-->|//\s*\]\]>|/\*\s*\]\]>\s*\*/|\]\]>|;)\s*$")  # fmt: skip
OPENED: Final = ("{", "[")
CLOSED: Final = ("}", "]")
"""How a JSON text begins and ends that nothing is wrapped around."""
COMMA: Final = re.compile(r",\s*([}\]])")
WITHIN: Final = ("@graph", "mainEntity", "mainEntityOfPage", "itemListElement", "item", "hasPart")
LISTED: Final = frozenset(["itemListElement", "item", "hasPart"])
NESTED: Final = 200
"""JSON-LD nodes looked at in one block."""
SAME_TITLE: Final = 0.6

Node = dict[str, Any]


class LinkedData(NamedTuple):
    """The node of the article, that of the page, the last breadcrumb, the name of the site.

    `names` has the names of the nodes that others refer to by their `@id`.
    """

    article: Node
    page: Node
    section: str | None
    site: str | None
    names: dict[str, str]

    def name_of(self, value: Any) -> str | None:
        """Gives the name of an object, of a list the first, also where it is only referred to."""
        if isinstance(value, list) and value:
            value = value[0]
        referred = value.get("@id") if isinstance(value, dict) else None
        known = self.names.get(referred) if isinstance(referred, str) else None
        return first_name(value) or known


class _Found(NamedTuple):
    node: Node
    listed: bool


def read_linked_data(tree: Tree, title: str | None, url: str | None) -> LinkedData:
    """Gives what JSON-LD says of the article with this title and address."""
    found = [each for script in tree.css(LINKED) for each in _nodes(parse_json(script.text()))]
    pages = [each.node for each in found if WEB_PAGE.search(_type(each.node))]
    steps = [each.node for each in found if _type(each.node) == "BreadcrumbList"]
    return LinkedData(
        _article(found, words(title), url),
        pages[0] if pages else {},
        _section(steps[0], words(title)) if steps else None,
        next(
            (first_text(each.node.get("name")) for each in found if SITE.search(_type(each.node))),
            None,
        ),
        {
            each.node["@id"]: name
            for each in found
            if isinstance(each.node.get("@id"), str) and (name := first_text(each.node.get("name")))
        },
    )


def parse_json(text: str) -> Any:
    """Gives the value of a JSON text, None when it is broken beyond a comma too many."""
    bare = CONTROL.sub(" ", text)
    held = bare.strip()
    if held[:1] not in OPENED or held[-1:] not in CLOSED:
        bare = WRAPPED.sub("", bare)
    found = _loaded(bare)
    return _loaded(COMMA.sub(r"\1", bare)) if found is None else found


def _loaded(written: str) -> Any:
    try:
        return json.loads(written)
    except (ValueError, RecursionError):
        return None


def _nodes(value: Any) -> Iterator[_Found]:
    """All objects of a JSON-LD block, outermost first; walks without recursion."""
    waiting: list[tuple[Any, bool]] = [(value, False)]
    for _ in range(NESTED):
        if not waiting:
            return
        node, listed = waiting.pop(0)
        if isinstance(node, list):
            waiting.extend((each, listed) for each in node[:NESTED])
        elif isinstance(node, dict):
            yield _Found(node, listed)
            waiting.extend((node[key], listed or key in LISTED) for key in WITHIN if key in node)


def _type(node: Node) -> str:
    kind = node.get("@type")
    return str(kind[0] if isinstance(kind, list) and kind else kind)


def _article(found: list[_Found], title: frozenset[str], url: str | None) -> Node:
    """The node with the page's address, else its title, else the only one outside of lists."""
    articles = [each for each in found if ARTICLE.search(str(each.node.get("@type")))]
    for each in articles:
        if url and url in _addresses(each.node):
            return each.node
    for each in articles:
        if shared_part(words(first_text(each.node.get("headline"))), title) >= SAME_TITLE:
            return each.node
    alone = [each.node for each in articles if not each.listed]
    told = {str(node.get("datePublished")) for node in alone}
    return alone[0] if alone and len(told) == 1 else {}


def _addresses(node: Node) -> set[str]:
    main = node.get("mainEntityOfPage")
    named = main.get("@id") if isinstance(main, dict) else main
    return {value for value in (node.get("url"), node.get("@id"), named) if isinstance(value, str)}


def _section(breadcrumb: Node, title: frozenset[str]) -> str | None:
    """The last step before the article; the first step is the home page."""
    steps = breadcrumb.get("itemListElement")
    if not isinstance(steps, list):
        return None
    names = [name for name in map(_step, steps[1:NESTED]) if name]
    kept = [name for name in names if shared_part(words(name), title) < 1 or len(words(name)) < 3]
    return kept[-1] if kept else None


def _step(step: Any) -> str | None:
    if not isinstance(step, dict):
        return None
    return first_text(step.get("name")) or first_name(step.get("item"))
