"""Elements that are marked as dates: by `<time>`, microdata or class, and how near the headline."""

import re
from collections import Counter, defaultdict
from collections.abc import Mapping
from functools import lru_cache
from typing import Final, NamedTuple

from selectolax.lexbor import LexborNode

from musnad.model.records import DateKind, DeclaredDate
from musnad.stages.ingest_pages.strings import folded, shared_part, words
from musnad.stages.ingest_pages.tree import Tree, select

PUBLISHED: Final = frozenset([
    "articlepublishedtime", "ogarticlepublishedtime", "ogpublishedtime", "publishedtime",
    "datepublished", "publisheddate", "publishdate", "pubdate", "publicationdate", "ogpubdate",
    "parselypubdate", "sailthrudate", "dcdateissued", "dctermsissued", "dcissued", "btpubdate",
    "citationpublicationdate", "articlepublished", "articlepublicationdate", "rnewsdatepublished",
    "articledateoriginal", "originalpublicationdate", "cxenseparserecspublishtime", "ogregdate",
    "shareaholicarticlepublishedtime", "articlepublishdate", "articlepubdate", "publishedat",
])  # fmt: skip
MODIFIED: Final = frozenset([
    "articlemodifiedtime", "ogarticlemodifiedtime", "ogupdatedtime", "ogmodifiedtime", "lastmod",
    "datemodified", "lastmodified", "dcmodified", "dctermsmodified", "dcdatemodified", "revised",
    "modifiedtime", "updatedtime", "articleupdated", "dateupdated", "articlemodified",
])  # fmt: skip
CREATED: Final = frozenset([
    "date", "dcdate", "dctermsdate", "dccreated", "dctermscreated", "dcdatecreated",
    "datecreated", "created", "articlecreated", "dateposted", "creationdate",
])  # fmt: skip
NAME_MARKS: Final = re.compile(r"[\s_.:-]")
HEADLINE_MARK: Final = "[itemprop~=headline]"
MARKED: Final = (
    "[itemprop*=date]", "[property*=date]", "[property*=created]", "time", "[pubdate]",
    "abbr[title]", "[class*=created]", "[class*=submitted]", "[class*=date]", "[class*=time]",
    "[class*=publish]", "[class*=today]", "[id*=date]", "[id$=Date]", "[class~=pub]",
)  # fmt: skip
MOST_MARKED: Final = 60
"""Elements looked at by each selector."""
FARTHEST: Final = 6
"""Steps above the headline within which an element that only looks like a date counts."""
NEAR: Final = 3
SEVERAL: Final = 3
HEADLINE: Final = 4
OWN: Final = re.compile(r"(?:post|entry|article|publi|meta)", re.I)
PLAIN: Final = ("span", "small", "em", "font", "i", "b")
MOST_PLAIN: Final = 300
PLAIN_LENGTH: Final = 40
MACHINE: Final = ("datetime", "content", "title", "data-date", "data-datetime", "data-time",
           "data-timestamp", "data-published", "data-utime")  # fmt: skip
DATED: Final = re.compile(
    r"(?:^|[\s_-])(?:(?:post|news|article|entry|story)?date|datetime|time|timestamp|published"
    r"|publish|pub|pubdate|posted|created"
    r"|submitted|today)(?:[\s_-]|$)|(?:Date|Time|PubDate)$",
    re.I,
)
CHANGED: Final = re.compile(r"(?:^|[\s_-])(?:updated?|modified|lastmod|edited)(?:[\s_-]|$)", re.I)
EVENT: Final = re.compile(r"event|match|birth|expir|deadline|start|end-?date", re.I)
ISSUED: Final = re.compile(r"publish|entry-date|post-date", re.I)
TODAY: Final = re.compile(
    r"(?:^|[\s_-])(?:today|current|now|clock|hijri|(?:header|head|top|site)-?(?:date|time))", re.I
)
HEADER: Final = re.compile(
    r"(?:^|[\s_-])(?:top-?bar|top-?head(?:er)?|site-?header|masthead|nav\w*|menu|ticker)(?:[\s_-]|$)"
    r"|(?:^|\s)(?:header|top)(?:\s|$)",
    re.I,
)
ASIDE: Final = re.compile(
    r"(?:^|[\s_-])(?:related|comments?|comment-\w+|sidebar|(?<!post-)(?<!entry-)(?<!article-)footer|latest|most\w*|also|(?:\w+)?nav(?:bar)?|menu"
    r"|recommend\w*|popular|trending|ticker|more|cards?|teaser|read-?next|prev|next)(?:[\s_-]|$)",
    re.I,
)
WORDS: Final = {
    "aside": ASIDE,
    "changed": CHANGED,
    "dated": DATED,
    "event": EVENT,
    "header": HEADER,
    "issued": ISSUED,
    "today": TODAY,
}
"""What names of elements say. They are found by name: a pattern is hashed anew each time."""
OUTER: Final = frozenset(["nav", "aside", "footer", "form", "a", "header"])
NAMELESS: Final = " "
DIGIT: Final = re.compile(r"\d")
YEAR: Final = re.compile(r"\d{4}")
SHORT: Final = 120
LABEL: Final = 40
KEPT: Final = 2


@lru_cache(maxsize=512)
def meta_kind(name: str) -> DateKind | None:
    """Gives what the date in a meta tag of this name says, None when it holds no date."""
    bare = NAME_MARKS.sub("", name.lower())
    if bare in PUBLISHED:
        return "published"
    if bare in MODIFIED:
        return "modified"
    return "created" if bare in CREATED else None


def declared_date(
    written: str, kind: DateKind, place: str, beside: str | None = None
) -> DeclaredDate:
    """Gives a date as the page writes it, cut to the length of a line."""
    return DeclaredDate(written=written[:SHORT], kind=kind, place=place, beside=beside)


class _Candidate(NamedTuple):
    """An element marked as a date: its kind, how it is marked, and the rank of its place."""

    node: LexborNode
    kind: DateKind
    place: str
    written: str


class MarkedDates:
    """Elements that are marked as dates, by how near they stand to the headline."""

    def __init__(self, tree: Tree, title: frozenset[str]) -> None:
        self.tree = tree
        marked: dict[int, LexborNode] = {}
        for name in MARKED:
            for node in tree.css(name)[:MOST_MARKED]:
                marked[node.mem_id] = node
        self.nodes = list(marked.values())
        self.headings: list[LexborNode] = []
        self.title = title
        self.chain: dict[int, int] = {}
        self.branches: list[LexborNode] = []
        self.other: dict[tuple[int, bool], bool] = {}
        self.headed: dict[int, bool] = {}
        self.holding: frozenset[int] = frozenset()
        if self.nodes:
            self._find_place()

    def _find_place(self) -> None:
        """Notes the elements that hold the headline, and those that hold others."""
        headed = (*self.tree.headings.values(), self.tree.css(HEADLINE_MARK))
        self.headings = [node for nodes in headed for node in nodes[:MOST_MARKED]]
        node = self._title(self.title)
        while node is not None:
            self.chain[node.mem_id] = len(self.chain)
            self.branches.append(node)
            node = node.parent
        self.holding = self._holding()

    def _title(self, title: frozenset[str]) -> LexborNode | None:
        best, most = None, 0.0
        for node in self.headings:
            own = words(node.text() or node.attributes.get("content"))
            share = shared_part(own, title) if len(own) > 1 or not title else 0.0
            share += 0.1 * (node.tag == "h1") + 0.2 * (own == title)
            if share > most:
                best, most = node, share
        return best

    def _holding(self) -> frozenset[int]:
        """The elements that hold another heading than that of the article."""
        holding: set[int] = set()
        for heading in self.headings:
            node: LexborNode | None = heading
            while node is not None and node.mem_id not in self.chain:
                if node.mem_id in holding:
                    break
                holding.add(node.mem_id)
                node = node.parent
        return frozenset(holding)

    def dates(self) -> list[DeclaredDate]:
        """Gives for each kind and manner the dates nearest to the headline."""
        ranked: defaultdict[tuple[DateKind, str], list[tuple[tuple[int, bool], int, _Candidate]]]
        ranked = defaultdict(list)
        candidates = [found for found in map(_candidate, self.nodes) if found]
        alike = Counter(found.place for found in candidates)
        for number, found in enumerate(candidates):
            rank = self._rank(found.node, own=bool(OWN.search(found.place)))
            if rank is not None and not _is_far(found, rank, alike[found.place]):
                manner = found.place.partition(" ")[0]
                ranked[found.kind, manner].append((rank, number, found))
        nearest = (found for each in ranked.values() for _, _, found in sorted(each)[:KEPT])
        return [
            declared_date(found.written, found.kind, found.place, _before(found.node))
            for found in nearest
        ]

    def _rank(self, node: LexborNode, *, own: bool) -> tuple[int, bool] | None:
        """How far above the headline one element holds both, and whether the date comes first.

        None is for what belongs to other matter: a card, comments, the footer, and for what
        stands below the text without the name of the article's `own` date.
        """
        below: list[LexborNode] = [node]
        above = node.parent
        while above is not None and above.mem_id not in self.chain:
            below.append(above)
            above = above.parent
        within = any(each.tag == "article" for each in below)
        within = within or (above is not None and above.tag == "article")
        if any(self._is_other(each, within) for each in below):
            return None
        if above is None:
            return None if self.chain else (NEAR + 1, False)
        level = self.chain[above.mem_id]
        passed = _between(self.branches[level - 1], below[-1]) if level else 0
        if any(map(_is_card, below[1:])) or (passed is not None and passed > 1 and not own):
            return None
        return level, passed is None

    def plain(self) -> list[DeclaredDate]:
        """Gives the dates alone in an unmarked element right below the headline."""
        found: list[DeclaredDate] = []
        if not self.chain:
            self._find_place()
        for node in (node for name in PLAIN for node in self.tree.css(name)[:MOST_PLAIN]):
            text = node.text()
            if len(text) > PLAIN_LENGTH or not YEAR.search(text) or not self.branches:
                continue
            if _is_of_other_day(f"{_names(node)} {_names(node.parent)}"):
                continue
            rank = self._rank(node, own=False)
            if rank is not None and rank[0] <= NEAR and not rank[1]:
                written = folded(text) or ""
                place = f"element {node.tag}"
                found.append(declared_date(written, "published", place, _before(node)))
        return found[:KEPT]

    def _is_other(self, node: LexborNode, own: bool) -> bool:
        key = (node.mem_id, own)
        known = self.other.get(key)
        if known is None:
            known = self.other[key] = node.mem_id in self.holding or _is_other(node, own)
        return known

    def header_days(self) -> tuple[str, ...]:
        """Gives the short texts that say the day in the head of the site."""
        found: dict[str, None] = {}
        for node in self.nodes:
            names = _names(node)
            if node.mem_id in self.chain or not (node.tag == "time" or _says("dated", names)):
                continue
            if _says("today", names) or self._in_header(node):
                text = folded(node.text())
                if text and len(text) < SHORT and YEAR.search(text):
                    found[text] = None
        return tuple(found)[:5]

    def _in_header(self, node: LexborNode) -> bool:
        above = node.parent
        passed: list[int] = []
        found = False
        while above is not None and above.mem_id not in self.chain:
            number, tag = above.mem_id, above.tag
            if number in self.headed:
                found = self.headed[number]
                break
            passed.append(number)
            if tag in {"header", "nav"} or _says("header", _names(above)):
                found = tag != "header" or number not in self.holding
                break
            above = above.parent
        self.headed.update(dict.fromkeys(passed, found))
        return found


def _is_far(found: _Candidate, rank: tuple[int, bool], alike: int) -> bool:
    """Says whether a date is too far above the headline to be its own.

    Several of one class stand in a list of cards, one before the headline in the site's head.
    """
    level, before = rank
    if found.place.startswith("element") and level > FARTHEST:
        return True
    return level > NEAR and (alike >= SEVERAL or before)


def _between(branch: LexborNode, other: LexborNode) -> int | None:
    """How many paragraphs stand between two children of one element, None if `other` is first."""
    count, node = 0, branch.next
    while node is not None:
        if node.mem_id == other.mem_id:
            return count
        count += 1 if node.tag == "p" else len(select(node, "p")[:2])
        node = node.next
    return None


def _is_card(node: LexborNode) -> bool:
    """Says whether a part of the page links to another article by its headline."""
    return any(len(words(link.text())) >= HEADLINE for link in select(node, "a")[:SEVERAL])


def _names(node: LexborNode | None) -> str:
    attributes = node.attributes if node is not None else {}
    return _joined(attributes)


def _joined(attributes: Mapping[str, str | None]) -> str:
    return f"{attributes.get('class') or ''} {attributes.get('id') or ''}"


@lru_cache(maxsize=4096)
def _says(sign: str, names: str) -> bool:
    """Says whether the names of an element hold a word; a page has the same ones many times."""
    return names != NAMELESS and WORDS[sign].search(names) is not None


def _is_other(node: LexborNode, own: bool) -> bool:
    """Says whether a part of the page is by its name no part of the article."""
    tag = node.tag or ""
    if tag in OUTER and not (own and tag in {"footer", "header"}):
        return tag != "a" or "/20" not in (node.attributes.get("href") or "")
    names = _names(node)
    return _says("aside", names) or (not own and _says("header", names))


def _is_of_other_day(names: str) -> bool:
    """Says whether an element is named after the day of the visit or of an event."""
    return _says("today", names) or _says("event", names)


def _candidate(node: LexborNode) -> _Candidate | None:
    attributes, tag = node.attributes, node.tag or ""
    names = " ".join(filter(None, (attributes.get("itemprop"), attributes.get("property"))))
    kind = next((kind for name in names.split() if (kind := meta_kind(_local(name)))), None)
    if kind:
        own = tag == "meta" and attributes.get("property")
        written = None if own else _value(node, attributes)
        return _Candidate(node, kind, f"microdata {names}", written) if written else None
    classes = _joined(attributes)
    dated = tag == "time" or "pubdate" in attributes or _says("dated", classes)
    if not dated or _is_of_other_day(classes):
        return None
    written = _value(node, attributes)
    if not written:
        return None
    changed = _says("changed", classes) and not _says("issued", classes)
    place = "time" if tag == "time" and attributes.get("datetime") else "element"
    named = f"{place} {(attributes.get('class') or attributes.get('id') or tag).strip()}"
    return _Candidate(node, "modified" if changed else "published", named, written)


def _local(name: str) -> str:
    return name.rsplit(":", 1)[-1].rsplit("/", 1)[-1]


def _value(node: LexborNode, attributes: Mapping[str, str | None]) -> str | None:
    machine = next((attributes[name] for name in MACHINE if attributes.get(name)), None)
    value = folded(machine) if machine and DIGIT.search(machine) else folded(node.text())
    return value if value and len(value) <= SHORT and DIGIT.search(value) else None


def _before(node: LexborNode) -> str | None:
    """The words before a date in its element, or before that, where its label stands."""
    told = ""
    for near in (node, node.parent):
        sibling = near.prev if near is not None and near.tag != "body" else None
        while sibling is not None and len(told) < LABEL:
            told = f"{(sibling.text() or '')[-LABEL:]} {told}"
            sibling = sibling.prev
        if told.strip():
            break
    return folded(told[-LABEL:])
