"""RSS, Atom, sitemap and OPML files: what they say about pages, and the text they carry."""

import codecs
import re
from collections.abc import Iterator
from html import entities, escape
from io import BytesIO
from typing import Any, NamedTuple
from urllib.parse import urljoin

from musnad.fetch.bodies import read_all
from musnad.fetch.opened import Found, Opened, record_bytes
from musnad.model.records import FeedItem, Received

ROOT = re.compile(r"<(?:\w+:)?(rss|feed|RDF|urlset|sitemapindex|opml)\b")
PROLOG = re.compile(r"^\s*<\?xml[^>]*\?>")
DECLARED = re.compile(rb"""<\?xml[^>]{0,200}?encoding\s*=\s*["']([\w-]{2,40})""")
ENTITY = re.compile(r"&(\w{2,32});")
KEPT = frozenset(("amp", "lt", "gt", "quot", "apos"))
NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")
ITEMS = frozenset(("item", "entry", "url", "sitemap", "outline"))
OTHER_SPACES = re.compile(
    r"\{[^}]*(?:mrss|itunes|sitemap-image|sitemap-video)[^}]*\}|(?:media|itunes|image|video):"
)
"""Namespaces that describe pictures and sound, with titles of their own."""
SHOWN = 4000
"""Characters in which the root of a feed stands."""


class FeedError(Exception):
    """A feed that cannot be read, and why."""


class Entry(NamedTuple):
    """One item of a feed, an address of a sitemap, a feed of an OPML list.

    `kind` is the name of its element; `html` is the text that it carries itself.
    """

    kind: str
    item: FeedItem
    html: str | None = None
    byline: str | None = None


def is_feed(start: bytes) -> bool:
    """Says whether a file that begins like this is a feed, a sitemap or an OPML list."""
    return bool(ROOT.search(_decoded(start[:SHOWN])))


def read_feed(opened: Opened) -> Found:
    """Gives the items that carry text as pages; an issue counts those that only name a page."""
    data = read_all(opened.stream, opened.limit)
    if len(data) > opened.limit:
        yield opened.too_large()
        return
    bare = 0
    try:
        for number, entry in enumerate(feed_entries(data, opened.name), 1):
            if entry.html and entry.html.strip():
                yield _received(opened, number, entry)
            else:
                bare += 1
    except FeedError as error:
        yield opened.issue("M-121", str(error))
    if bare:
        yield opened.issue("M-122", f"{bare} of them")


def _received(opened: Opened, number: int, entry: Entry) -> Received:
    item = entry.item
    fields = {"title": item.title, "html": entry.html, "url": item.link, "byline": entry.byline}
    return Received(
        data=record_bytes(fields),
        name=opened.part(number),
        format="record",
        given=opened.given,
        feed=item,
    )


def feed_entries(data: bytes, address: str, declared: str = "") -> Iterator[Entry]:
    """Gives the entries of a feed, a sitemap or an OPML list in their order.

    `declared` is the encoding that its headers name. Faulty XML is read as far as it makes sense;
    raises `FeedError` when it is no feed or declares entities of its own.
    """
    text = _decoded(data, declared)
    root = ROOT.search(text[:SHOWN])
    if root is None:
        raise FeedError("it is no RSS, Atom, sitemap or OPML")
    if "<!ENTITY" in text[: root.start()]:
        raise FeedError("it declares entities of its own")
    for element in _elements(text):
        entry = _entry(element, address)
        if entry.item.link or entry.html:
            yield entry


def _decoded(data: bytes, declared: str = "") -> str:
    """Gives the text by what gives text without a fault: UTF-8 first, whatever is declared."""
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return data.decode("utf-16", "replace")
    inside = DECLARED.search(data[:400])
    for name in ("utf-8-sig", declared, inside[1].decode() if inside else ""):
        try:
            return data.decode(name or "utf-8-sig")
        except (UnicodeDecodeError, LookupError):
            continue
    cut = data.decode("utf-8", "replace")
    outside = sum(character > "\x7f" for character in cut)
    return cut if cut.count("\ufffd") < 0.05 * outside else data.decode("windows-1256", "replace")


def _elements(text: str) -> Iterator[Any]:
    """Gives each item element when it is complete; what it held is let go then."""
    from lxml import etree  # noqa: PLC0415 - slow to import

    plain = PROLOG.sub("", NOT_XML.sub("", ENTITY.sub(_character, text)))
    source = BytesIO(plain.encode())
    events = etree.iterparse(
        source, events=("end",), recover=True, encoding="utf-8", no_network=True, load_dtd=False,
        resolve_entities=False, huge_tree=False, remove_comments=True, remove_pis=True,
    )  # fmt: skip
    try:
        for _, element in events:
            if _name(element) in ITEMS:
                yield element
                element.clear()
    except etree.XMLSyntaxError as error:
        raise FeedError(str(error)) from error


def _character(reference: re.Match[str]) -> str:
    name = reference[1]
    return reference[0] if name in KEPT else entities.html5.get(f"{name};", reference[0])


def _name(element: Any) -> str:
    """Gives the name of an element without its namespace, "" for that of a picture."""
    tag = element.tag
    if not isinstance(tag, str) or OTHER_SPACES.match(tag):
        return ""
    return tag.rpartition("}")[2].rpartition(":")[2]


def _entry(element: Any, address: str) -> Entry:
    kind, parts = _name(element), _parts(element)
    source = parts.get("source")
    link = _link(parts, element)
    item = FeedItem(
        feed=address,
        guid=_words(parts, "guid", "id"),
        link=_joined(address, link) if link else None,
        title=_words(parts, "title") or element.get("title") or element.get("text"),
        published=_words(parts, "pubDate", "published", "publication_date", "date", "issued"),
        source=_source_name(source) if source is not None else _words(parts, "name"),
        source_url=_source_url(source) if source is not None else None,
    )
    html = _html(parts, "encoded", "content") or _html(parts, "description", "summary")
    return Entry(kind, item, html, _words(parts, "creator", "author"))


def _parts(element: Any) -> dict[str, Any]:
    """Gives the first child of each name; those of `<news:news>` too, and the best Atom link."""
    parts: dict[str, Any] = {}
    for child in element:
        name = _name(child)
        if name == "link" and child.get("rel", "alternate") != "alternate":
            continue
        parts.setdefault(name, child)
        if name == "news":
            for inner in child.iterdescendants():
                parts.setdefault(_name(inner), inner)
    return parts


def _words(parts: dict[str, Any], *names: str) -> str | None:
    for name in names:
        if name in parts:
            words = " ".join("".join(parts[name].itertext()).split())
            if words:
                return words
    return None


def _link(parts: dict[str, Any], element: Any) -> str | None:
    link = parts.get("link")
    inside = (link.get("href") or _words(parts, "link")) if link is not None else None
    guid = parts.get("guid")
    lasting = guid is not None and guid.get("isPermaLink", "true") == "true"
    address = _words(parts, "guid") if lasting else None
    own = address if address and address.startswith("http") else None
    return inside or _words(parts, "loc") or element.get("xmlUrl") or own


def _joined(address: str, link: str) -> str:
    try:
        return urljoin(address, link)
    except ValueError:
        return link


def _source_name(source: Any) -> str | None:
    """Gives the name in RSS `<source url>` and in Atom `<source><title>`."""
    parts = _parts(source)
    return _words(parts, "title") if parts else _words({"source": source}, "source")


def _source_url(source: Any) -> str | None:
    parts = _parts(source)
    return _link(parts, source) if parts else source.get("url")


def _html(parts: dict[str, Any], *names: str) -> str | None:
    for name in names:
        element = parts.get(name)
        if element is None:
            continue
        if len(element):
            return _markup(element)
        text = element.text or ""
        if text.strip():
            return escape(text) if element.get("type") == "text" else text
    return None


def _markup(element: Any) -> str:
    from lxml import etree  # noqa: PLC0415 - slow to import

    inner = (etree.tostring(child, encoding="unicode", method="xml") for child in element)
    return escape(element.text or "") + "".join(inner)
