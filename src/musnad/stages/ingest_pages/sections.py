"""Which section of its site a page says that it stands in.

In words of the site: a name in Latin letters beside an Arabic headline is that of a folder or a
key of the system and is left out. An entry of the menu counts where the menu marks it as open.
"""

import re
from collections.abc import Iterator
from typing import Final

from selectolax.lexbor import LexborNode

from musnad.fold import exact_words
from musnad.stages.ingest_pages.authors import PAGES
from musnad.stages.ingest_pages.linked_data import LinkedData
from musnad.stages.ingest_pages.strings import all_texts, folded, shared_part, words
from musnad.stages.ingest_pages.tree import Tree, select

NAMED: Final = (
    "[itemprop~=articleSection]", "a[rel~=category]", "[class*=entry-category] a",
    "[class*=post-category] a", "[class*=cat-links] a", "[id$=Category]",
    "[class*=article-category] a", "[class*=itemCategory] a", "[class*=field-section] a",
    "[class*=field-category] a", "[data-hook*=category-label]", "[class*=cat-name]",
    "[class~=kicker]",
)  # fmt: skip
CRUMBS: Final = ("[itemtype*=BreadcrumbList] [itemprop~=name]", "[class*=crumb] a",
          "[id*=breadcrumb] a", "[class*=entry-crumb]", "nav[aria-label*=readcrumb] a",
          "[class~=bread] a", "[class*=sitemappath] a", "[class*=cat_path] a")  # fmt: skip
OPEN: Final = (
    "[class*=current-post-parent] > a", "[class*=current-post-ancestor] > a",
    "[class*=current-menu-item] > a", "[class*=active-trail] > a", "nav a[aria-current]",
    "nav li[class~=active] > a", "nav li[class~=current] > a", "nav li[class~=selected] > a",
    "ul[class*=nav] li[class~=active] > a", "ul[class*=menu] li[class~=active] > a",
    "ul[class*=menu] li[class~=current] > a", "ul[class*=menu] li[class~=selected] > a",
)  # fmt: skip
PATH: Final = re.compile(r"(?:[a-z]+:)?(?://[^/?#]*)?(/[^?#]*)", re.I)
ARABIC: Final = re.compile(r"[\u0621-\u064a]")
FOLDER: Final = re.compile(r"(?=.*[a-z]{3})[\w%.~-]{3,60}")
NOT_SECTIONS: Final = frozenset(("post", "posts", "blog", "article", "articles", "story", "stories",
                          "item", "node", "archive", "archives", "index.php", "home", "live",
                          "live-blog", "liveblog", "tag", "tags", "topic", "video",
                          "author"))  # fmt: skip
HOMES: Final = frozenset(map(exact_words, ("الرئيسية", "الصفحة الرئيسية", "رئيسية", "home")))
KICKER: Final = re.compile(
    r"(?:^|[\s_-])(?:cat|cats|category|categories|section|kicker|channel|rubric)(?:$|[\s_-])", re.I
)
HEADINGS: Final = ("h1", "h2", "h3")
OUTER: Final = frozenset(("body", "main", "html"))
DIGIT: Final = re.compile(r"\d")
SAME_TITLE: Final = 0.7
MOST_CRUMBS: Final = 8
LOOKED_AT: Final = 20
LONGEST: Final = 5
STEPS: Final = 3
KICKER_WORDS: Final = 4


class Sections:
    """The names that a page may give its section by, those that tell most first."""

    def __init__(self, tree: Tree, title: str | None, site: str | None) -> None:
        self.tree, self.title, self.site = tree, title, site
        self.arabic = bool(ARABIC.search(title or ""))

    def declared(self, linked: LinkedData, meta: dict[str, str]) -> Iterator[str]:
        """Gives the names that JSON-LD and meta tags state."""
        yield from all_texts(linked.article.get("articleSection"))
        yield from filter(None, (meta.get("article:section"), linked.section))

    def shown(self, url: str | None) -> Iterator[str]:
        """Gives the names that the page shows: breadcrumb, link, folder, open entry of the menu."""
        yield from self._crumbs()
        yield from self._above_headline()
        for selector in NAMED:
            yield from self._texts(self.tree.css_within(selector)[:1])
        yield from self._folders(url)
        for selector in OPEN:
            nodes = [node for node in self.tree.css_within(selector)[:LOOKED_AT] if _leads(node)]
            names = {name for name in self._texts(nodes) if self.names_section(name)}
            if len(names) == 1:
                yield from names

    def names_section(self, name: str) -> bool:
        """Says whether words can name a section of this site."""
        if name == self.site or exact_words(name) in HOMES or len(name.split()) > LONGEST:
            return False
        return not self.arabic or bool(ARABIC.search(name))

    def _texts(self, nodes: list[LexborNode]) -> Iterator[str]:
        for node in nodes:
            text = folded(node.text(separator=" ") or node.attributes.get("content"))
            if text:
                yield text

    def _crumbs(self) -> Iterator[str]:
        """The last link of a breadcrumb behind the first, which is the home page."""
        for selector in CRUMBS:
            steps = list(self._texts(self.tree.css_within(selector)[:MOST_CRUMBS]))
            told = words(self.title)
            kept = [s for s in steps[1:] if shared_part(words(s), told) < 1 or s.count(" ") < 2]
            yield from kept[-1:]

    def _above_headline(self) -> Iterator[str]:
        """The words right above the headline that lead to other pages or have a name for this."""
        told = words(self.title)
        headings = (node for tag in HEADINGS for node in self.tree.headings[tag][:LOOKED_AT])
        heads = (node for node in headings if shared_part(words(node.text()), told) >= SAME_TITLE)
        node = next(heads, None)
        for _ in range(STEPS):
            if node is None or node.tag in OUTER:
                return
            above = _element_before(node)
            if above is not None and _is_kicker(above):
                links = select(above, "a")
                yield from self._texts(links if len(links) == 1 else [above])
            node = node.parent

    def _folders(self, url: str | None) -> Iterator[str]:
        """The text of the link to a folder that the page's address lies in, the innermost first."""
        parts = _path(url).split("/")[1:-1]
        for count in range(len(parts), 0, -1):
            if parts[count - 1] in NOT_SECTIONS or not FOLDER.fullmatch(parts[count - 1]):
                continue
            path = "/" + "/".join(parts[:count])
            if not re.fullmatch(r"[\w%./~-]+", path):
                return
            for end in (path, f"{path}/"):
                nodes = self.tree.css(f"a[href$='{end}']")[:LOOKED_AT]
                yield from self._texts(
                    [
                        each
                        for each in nodes
                        if _path(each.attributes.get("href")).rstrip("/") == path
                    ]
                )


def read_section(
    sections: Sections, linked: LinkedData, meta: dict[str, str], url: str | None
) -> str | None:
    """Gives the section that a page names, None where it names none in its own language."""
    for names in (sections.declared(linked, meta), sections.shown(url)):
        found = next(filter(sections.names_section, names), None)
        if found:
            return found
    return None


def _element_before(node: LexborNode) -> LexborNode | None:
    above = node.prev
    while above is not None and (above.tag or "-").startswith("-"):
        above = above.prev
    return above


def _is_kicker(node: LexborNode) -> bool:
    """Says whether an element is one link, but not to an author, or is named for sections."""
    text = folded(node.text(separator=" ")) or ""
    if not text or DIGIT.search(text) or text.count(" ") >= KICKER_WORDS:
        return False
    links = [node] if node.tag == "a" else select(node, "a")
    named = [each.attributes.get("class") or "" for each in (node, *select(node, "*")[:STEPS])]
    if any(KICKER.search(name) for name in named):
        return True
    lone = len(links) == 1 and folded(links[0].text(separator=" ")) == text
    return lone and not PAGES.search(links[0].attributes.get("href") or "")


def _path(address: str | None) -> str:
    match = PATH.match(address or "")
    return match[1] if match else ""


def _leads(node: LexborNode) -> bool:
    """Says whether a link leads to another page, which a tab does not."""
    href = node.attributes.get("href") or ""
    return href not in {"", "/"} and not href.startswith(("#", "javascript"))
