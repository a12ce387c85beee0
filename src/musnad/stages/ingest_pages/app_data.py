"""The article in the data that an app's page carries for its scripts, found by its title."""

from collections.abc import Iterator
from typing import Any, Final

from musnad.stages.ingest_pages.linked_data import Node, parse_json
from musnad.stages.ingest_pages.strings import first_name, first_text, shared_part, words
from musnad.stages.ingest_pages.tree import Tree

APP: Final = "script#__NEXT_DATA__,script#__NUXT_DATA__,script[type='application/json']"
APP_SIZE: Final = 500_000
APP_NODES: Final = 5_000
AUTHORS: Final = ("authors", "author", "writers", "writer", "byline")
SECTIONS: Final = ("section", "category", "mainCategory", "primaryCategory", "channel", "sections",
            "categories")  # fmt: skip


def app_articles(tree: Tree, title: str | None, keys: tuple[str, ...]) -> Iterator[Node]:
    """Gives what data of the page that know one of the keys say of the article with this title."""
    told = words(title)
    for script in tree.css(APP) if told else ():
        text = script.text()
        if len(text) <= APP_SIZE and any(key in text for key in keys):
            yield next(_titled(parse_json(text), told), {})


def app_author(tree: Tree, title: str | None) -> str | None:
    """Gives the author that the data of an app name."""
    return _name(tree, title, AUTHORS)


def app_section(tree: Tree, title: str | None) -> str | None:
    """Gives the section that the data of an app name."""
    return _name(tree, title, SECTIONS)


def _name(tree: Tree, title: str | None, keys: tuple[str, ...]) -> str | None:
    nodes = app_articles(tree, title, keys)
    names = (first_name(node.get(key)) for node in nodes for key in keys)
    return next(filter(None, names), None)


def _titled(value: Any, title: frozenset[str]) -> Iterator[Node]:
    waiting = [value]
    for _ in range(APP_NODES):
        if not waiting:
            return
        node = waiting.pop()
        if isinstance(node, list):
            waiting.extend(node)
        elif isinstance(node, dict):
            own = words(first_text(node.get("title")) or first_text(node.get("headline")))
            if len(own & title) >= 3 and shared_part(own, title) == 1:
                yield node
            waiting.extend(node.values())
