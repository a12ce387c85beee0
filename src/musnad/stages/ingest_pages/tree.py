"""A parsed page that is asked by selectors; what its tags cannot meet is not sought in its tree."""

import re
from collections.abc import Sequence
from functools import cached_property, lru_cache
from html import unescape
from operator import itemgetter
from threading import local
from typing import Any, Final

from selectolax.lexbor import LexborCSSSelector, LexborHTMLParser, LexborNode

from musnad.stages.ingest_pages.strings import folded
from musnad.stages.ingest_pages.tokens import Token

FIRST: Final = re.compile(r"(?P<tag>[a-z]\w*)?(?:#(?P<id>\w+))?(?P<conditions>(?:\[[^\]]*\])*)")
CONDITION: Final = re.compile(r"\[([\w-]+)(?:[~|^$*]?=['\"]?([^'\"\]]*))?")
BEGUN: Final = re.compile(r"<([a-zA-Z][^\s/<>]*)")
PROGRAM: Final = "<script"
UNASKED: Final = (PROGRAM, "<style", "</")
UNNAMED: Final = frozenset(("script", "title"))
"""Elements that are one token, which has no name."""
RANKS: Final = ("h1", "h2", "h3", "h4")
USUAL: Final = frozenset(("class", "id", "href", "rel"))
"""Attributes that every page has."""
ANY_CASE: Final = frozenset(("rel", "type"))
"""Attributes whose values fit in whatever case they are written."""
STEMS: Final = (
    b"__n", b"application/", b"author", b"categor", b"crumb", b"current", b"field-", b"pub",
    b"tag", b"user", b"writer",
)  # fmt: skip
"""What several words hold: where it is not on the page, none of them has to be looked for."""
NAME: Final = itemgetter(1)
ATTRIBUTES: Final = itemgetter(2)
"""The parts of a token that are signs."""


class Signs:
    """What stands in the tags of a page: their names, and all attributes, also in small letters.

    They are in UTF-8, which is searched sooner than letters. `known` has what was looked up.
    """

    def __init__(self, tags: frozenset[str], written: bytes) -> None:
        self.tags = tags
        self.written = written
        self.lower = written.lower()
        self.known: dict[bytes, bool] = {}

    def meets(self, selector: str) -> bool:
        """Says whether all that a selector asks for stands in the tags."""
        met = False
        for demand in demands(selector):
            met = met or self._meets(demand)
        return met

    def _meets(self, demand: "Demand") -> bool:
        if demand.tag and demand.tag not in self.tags:
            return False
        known = self.known
        for word in demand.lower:
            found = known.get(word)
            if found is None:
                found = known[word] = word in self.lower
            if not found:
                return False
        return not demand.written or all(word in self.written for word in demand.written)


class Demand:
    """What must stand in the tags of a page for a selector to find anything."""

    __slots__ = ("lower", "tag", "written")

    def __init__(self, tag: str, written: tuple[bytes, ...], lower: tuple[bytes, ...]) -> None:
        self.tag = tag
        self.written = written
        self.lower = lower


class Tree:
    """The elements of a page, asked by selectors."""

    def __init__(self, html: str | bytes, signs: Signs | None = None) -> None:
        self._tree = LexborHTMLParser(html)
        self._root = self._tree.root
        self._signs = signs

    @property
    def body(self) -> LexborNode | None:
        """Gives the body of the page."""
        return self._tree.body

    @cached_property
    def metas(self) -> list[dict[str, str | None]]:
        """Gives the attributes of each `<meta>`."""
        return [node.attributes for node in self._found("meta")]

    @cached_property
    def title(self) -> str | None:
        """Gives the text of the `<title>`."""
        node = self.css_first("title")
        return folded(node.text()) if node else None

    @cached_property
    def headings(self) -> dict[str, list[LexborNode]]:
        """Gives the headings of each of the upper ranks."""
        return {rank: self.css(rank) for rank in RANKS}

    def css(self, selector: str) -> list[LexborNode]:
        """Gives the elements that a selector finds, in the order of the page."""
        return self._found(selector) if self._may_hold(selector) else []

    def css_within(self, selector: str) -> list[LexborNode]:
        """Gives what a selector finds, sought only where the first of its elements is there."""
        if not self._may_hold(selector):
            return []
        outer, _, inner = selector.partition(" ")
        return [] if inner and self.css_first(outer) is None else self._found(selector)

    def _found(self, selector: str) -> list[LexborNode]:
        if selector.isalnum():
            return self._tree.tags(selector)
        return select(self._root, selector) if self._root is not None else []

    def css_first(self, selector: str) -> LexborNode | None:
        """Gives the first element that a selector finds."""
        if self._root is None or not self._may_hold(selector):
            return None
        found: list[LexborNode] = _finder().find_first(selector, self._root)
        return found[0] if found else None

    def _may_hold(self, selector: str) -> bool:
        signs = self._signs
        return signs is None or signs.meets(selector)


def select(node: LexborNode, selector: str) -> list[LexborNode]:
    """Gives the elements in `node` that a selector finds, in the order of the page."""
    found: list[LexborNode] = _finder().find(selector, node)
    return found


_HELD = local()


def _finder() -> Any:
    """What reads selectors, made once for all trees of a thread and not for each of them."""
    held = getattr(_HELD, "finder", None)
    if held is None:
        held = _HELD.finder = LexborCSSSelector()  # type: ignore[no-untyped-call]
    return held


@lru_cache(maxsize=512)
def demands(selector: str) -> tuple[Demand, ...]:
    """Gives what the first part of each selector of a list asks for.

    Some selectors hold a folder of the page's address: only the last ones are kept in mind.
    """
    return tuple(map(_demand, selector.split(",")))


def _demand(selector: str) -> Demand:
    first = FIRST.match(selector)
    if first is None:
        return Demand("", (), ())
    written: list[bytes] = []
    lower = [first["id"].encode().lower()] if first["id"] else []
    for name, value in CONDITION.findall(first["conditions"]):
        word = value.encode()
        lower += [b"" if name in USUAL else name.encode(), word.lower()]
        if word != word.lower() and name not in ANY_CASE:
            written.append(word)
    tag = first["tag"] or ""
    stems = [stem for stem in STEMS if any(stem in word for word in lower)]
    asked = tuple(filter(None, dict.fromkeys(stems + lower)))
    return Demand("" if tag in UNNAMED else tag, tuple(written), asked)


def read_signs(tokens: Sequence[Token]) -> Signs | None:
    """Gives the signs of a page, None where a tag is broken and may hold others.

    Of comments and elements that are one token, all is a sign.
    """
    names, held = set(map(NAME, tokens)), set(map(ATTRIBUTES, tokens))
    attributes = "\n".join(held).encode("utf-8", "surrogatepass")
    unnamed = [token for token in tokens if not token[1]]
    if b"<" in attributes or any(token[5] and token[5][0] != "/" for token in unnamed):
        return None
    odd = "\n".join([token[4] for token in unnamed if not token[4].startswith(UNASKED)])
    programs = [_begin(token[4]) for token in unnamed if token[4].startswith(PROGRAM)]
    written = attributes + "\n".join((odd, *programs)).encode("utf-8", "surrogatepass")
    if b"&#" in written:
        written += unescape(written.decode("utf-8", "surrogatepass")).encode("utf-8", "replace")
    names.update(BEGUN.findall(odd))
    return Signs(frozenset(map(str.lower, names)), written)


def _begin(program: str) -> str:
    """The tag that begins a program; all of it where a value may hold the end of a tag."""
    tag = program[: program.find(">")]
    return program if tag.count('"') % 2 or tag.count("'") % 2 else tag
