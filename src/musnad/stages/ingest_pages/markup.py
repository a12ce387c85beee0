"""HTML becomes the lines a reader sees, each with the role of its place on the page."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from resiliparse.extract.html2text import extract_plain_text
from selectolax.lexbor import LexborHTMLParser, LexborNode

from musnad.config import DEFAULT_LIMITS
from musnad.model.records import Declared, LineRole
from musnad.stages.ingest_pages.metadata import read_metadata

START = re.compile(r"\s*(?:<\?xml|<!doctype\s+html|<!--|<html\b|<head\b|<body\b)", re.I)
ELEMENT = re.compile(r"<(?:p|div|span|article|br|a)\b[^<>]{0,300}>", re.I)
TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]*)")
SPACE = re.compile(r"[ \t\r\n\f]+")
UNREAD = frozenset(
    [
        "head",
        "script",
        "style",
        "noscript",
        "template",
        "svg",
        "iframe",
        "object",
        "select",
        "option",
        "textarea",
        "button",
    ]
)
INLINE = frozenset(
    [
        "a",
        "abbr",
        "acronym",
        "b",
        "bdi",
        "bdo",
        "big",
        "cite",
        "code",
        "data",
        "dfn",
        "em",
        "font",
        "i",
        "ins",
        "kbd",
        "mark",
        "q",
        "rp",
        "rt",
        "ruby",
        "s",
        "samp",
        "small",
        "span",
        "strike",
        "strong",
        "sub",
        "sup",
        "time",
        "tt",
        "u",
        "var",
        "wbr",
        "img",
        "label",
        "picture",
    ]
)
UNCLOSED = frozenset(
    [
        "area",
        "base",
        "br",
        "col",
        "embed",
        "hr",
        "img",
        "input",
        "link",
        "meta",
        "param",
        "source",
        "track",
        "wbr",
        "p",
        "li",
        "option",
        "dt",
        "dd",
        "tr",
        "td",
        "th",
        "thead",
        "tbody",
        "tfoot",
        "rp",
        "rt",
    ]
)
OUTSIDE = frozenset(["nav", "aside", "footer", "form", "dialog", "menu"])
HINT = re.compile(
    r"(?:^|[\s_-])(?:related|comments?|share|sharing|social|tags?|breadcrumbs?|menu|nav|navbar|footer"
    r"|sidebar|widget|popular|most\w*|trending|promo|adverts?|ads?|newsletter|cookies?|recommend\w*"
    r"|also|subscribe|pagination|copyright|ticker|latest)(?:[\s_-]|$)",
    re.I,
)
CAPTION = re.compile(r"(?:^|[\s_-])(?:caption|img-?desc|photo-?credit)", re.I)
HEADINGS = frozenset(["h2", "h3", "h4", "h5", "h6"])
GUIDED = 2_000_000
"""Characters of HTML above which the main text is not looked for with Resiliparse."""


class Line(NamedTuple):
    """A visible line: its text, how much of it is link text, its tag and whether it is outside."""

    text: str
    linked: int
    tag: str
    outside: bool


def looks_like_html(start: str) -> bool:
    """Says whether a page that begins like this is HTML."""
    return bool(START.match(start)) or len(ELEMENT.findall(start)) > 2


def read_html(html: str) -> tuple[str, tuple[LineRole, ...], Declared]:
    """Gives the visible lines one below the other, their roles, and what the page declares.

    HTML nested deeper than the limit is read as bare text between tags.
    """
    if _depth(html) > DEFAULT_LIMITS.html_depth:
        lines = [SPACE.sub(" ", piece).strip() for piece in _between_tags(html)]
        kept = [line for line in lines if line]
        return "\n".join(kept), tuple("main" for _ in kept), Declared()
    tree = LexborHTMLParser(html)
    declared = read_metadata(tree)
    found = list(_lines(tree.body)) if tree.body else []
    main = _main_lines(html)
    roles = tuple(_role(line, main) for line in found)
    return "\n".join(line.text for line in found), roles, declared


def _depth(html: str) -> int:
    deepest = depth = 0
    for closing, name in TAG.findall(html):
        if name.lower() not in UNCLOSED:
            depth = max(0, depth - 1) if closing else depth + 1
            deepest = max(deepest, depth)
    return deepest


def _between_tags(html: str) -> Iterator[str]:
    """Texts between tags; scripts and styles are left out."""
    for piece in html.split("<"):
        name, _, text = piece.partition(">")
        if text.strip() and not name[:6].lower().startswith(("script", "style")):
            yield text


def _main_lines(html: str) -> frozenset[str]:
    if len(html) > GUIDED:
        return frozenset()
    text = extract_plain_text(html, main_content=True, alt_texts=False, links=False)
    return frozenset(" ".join(line.split()) for line in text.split("\n") if line.strip())


def _role(line: Line, main: frozenset[str]) -> LineRole:
    if line.tag == "h1":
        return "title"
    if line.outside:
        return "outside"
    if line.tag == "caption":
        return "caption"
    if line.linked > 0.6 * len(line.text):
        return "links"
    if line.tag in HEADINGS:
        return "heading"
    return "main" if not main or " ".join(line.text.split()) in main else "outside"


class _Walk:
    """Collects lines; a line ends where a block begins or ends."""

    def __init__(self) -> None:
        self.pieces: list[str] = []
        self.linked = 0
        self.links = 0
        self.outside = 0
        self.tags: list[str] = []

    def add(self, text: str) -> None:
        self.pieces.append(text)
        if self.links:
            self.linked += len(text.strip())

    def line(self) -> Line | None:
        text = SPACE.sub(" ", "".join(self.pieces)).strip(" ")
        tag = self.tags[-1] if self.tags else ""
        line = Line(text, self.linked, tag, self.outside > 0)
        self.pieces, self.linked = [], 0
        return line if text.strip() else None


def _lines(body: LexborNode) -> Iterator[Line]:
    """The visible lines of the page, in order; walks without recursion."""
    walk = _Walk()
    total = len(body.text(deep=True))
    node, entering = body, True
    while True:
        if entering:
            line = _enter(walk, node, total)
            if line:
                yield line
            child = None if node.tag in UNREAD else node.child
            if child is not None:
                node = child
                continue
        line = _leave(walk, node)
        if line:
            yield line
        following = node.next if node.mem_id != body.mem_id else None
        if following is not None:
            node, entering = following, True
            continue
        parent = node.parent
        if node.mem_id == body.mem_id or parent is None:
            return
        node, entering = parent, False


def _enter(walk: _Walk, node: LexborNode, total: int) -> Line | None:
    tag = node.tag or ""
    if tag == "-text":
        walk.add(node.text(deep=False))
        return None
    if tag == "a":
        walk.links += 1
    if tag in INLINE or tag[:1] in "-_!":
        return None
    line = walk.line()
    if walk.outside or _is_outside(node, tag, total):
        walk.outside += 1
    walk.tags.append(_kind(node, tag, walk.tags))
    return line


def _leave(walk: _Walk, node: LexborNode) -> Line | None:
    tag = node.tag or ""
    if tag == "a":
        walk.links -= 1
    if tag in INLINE or tag[:1] in "-_!":
        return None
    line = walk.line()
    walk.outside = max(0, walk.outside - 1)
    walk.tags.pop()
    return line


def _kind(node: LexborNode, tag: str, above: list[str]) -> str:
    inherited = above[-1] if above and above[-1] in {"h1", "caption", *HEADINGS} else ""
    if tag == "h1" or tag in HEADINGS:
        return tag
    if tag == "figcaption" or CAPTION.search(node.attributes.get("class") or ""):
        return "caption"
    return inherited


def _is_outside(node: LexborNode, tag: str, total: int) -> bool:
    if tag in OUTSIDE:
        return len(node.text(deep=True)) < 0.5 * total
    if tag in {"body", "main", "article", "h1", "p"}:
        return False
    attributes = node.attributes
    names = f"{attributes.get('class') or ''} {attributes.get('id') or ''}"
    return bool(HINT.search(names)) and len(node.text(deep=True)) < 0.3 * total
