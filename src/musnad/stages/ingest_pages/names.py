"""What tag, class and id of an element say about what it holds."""

import re
from collections import defaultdict
from collections.abc import Sequence
from functools import cache, lru_cache
from typing import Final

from musnad.rules.tables import load_table
from musnad.stages.ingest_pages.tokens import is_hidden

NAMED: Final = re.compile(
    r"""(?:^|\s)(class|id|role|itemprop|data-testid)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))""",
    re.IGNORECASE,
)
CAPITAL: Final = re.compile(r"(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])")
BREAK: Final = re.compile(r"[-_.:/]+")
TAGS: Final = {
    "nav": "nav", "footer": "nav", "aside": "related", "form": "form", "dialog": "notice",
    "menu": "nav", "amp-sidebar": "nav", "amp-social-share": "share", "figcaption": "caption",
    "address": "author", "fieldset": "form",
}  # fmt: skip
ROLES: Final = {
    "navigation": "nav", "banner": "nav", "contentinfo": "nav", "complementary": "related",
    "search": "nav", "dialog": "notice", "alertdialog": "notice", "menu": "nav",
    "articlebody": "body", "caption": "caption",
}  # fmt: skip
NEUTRAL: Final = frozenset(("html", "body", "main", "article", "h1"))
EMBED: Final = re.compile(
    r"twitter-(?:tweet|video)|instagram-media|tiktok-embed|telegram-post|fb-post"
)


BEGINNING: Final = 3
"""Letters by which words that may go on are looked up; none of them is shorter."""
LONGEST: Final = 4
"""Words of a name that say one thing together."""


class Look:
    """What an element's names say: its kind (empty when nothing) and its classes as a key."""

    def __init__(self, kind: str, classes: str) -> None:
        self.kind = kind
        self.classes = classes


@lru_cache(maxsize=8192)
def look_at(tag: str, attributes: str) -> Look:
    """Gives the kind of an element by its tag and names, and the classes that it is alike by."""
    if len(attributes) < 6:
        return Look(TAGS.get(tag, ""), "")
    named = {name.lower(): one or two or bare for name, one, two, bare in NAMED.findall(attributes)}
    classes = " ".join(sorted(named.get("class", "").split()))
    if tag in NEUTRAL:
        return Look("", classes)
    if is_hidden(attributes):
        return Look("hidden", classes)
    if EMBED.search(classes):
        return Look("embed", classes)
    return Look(_kind(tag, tuple(named.values())), classes)


def _kind(tag: str, names: Sequence[str]) -> str:
    for name in names:
        known = ROLES.get(name.lower())
        if known:
            return known
    if TAGS.get(tag):
        return TAGS[tag]
    words = _words()
    return words.kind(min(map(_rank, " ".join(names).split()), default=words.none))


@lru_cache(maxsize=8192)
def _rank(name: str) -> int:
    """What one name says, as a rank; the names of one site stand on all its elements."""
    ignored, cut = _beginnings()
    words = _words()
    if name.startswith(ignored):
        return words.none
    beginning = cut.match(name)
    return words.rank(_parted(name[beginning.end() :] if beginning else name))


def _parted(name: str) -> str:
    """The words of a name with «-» between them."""
    if name.islower() and name.isalpha():
        return name
    if not name.islower():
        name = CAPITAL.sub("-", name).lower()
    return BREAK.sub("-", name)


@cache
def _beginnings() -> tuple[tuple[str, ...], re.Pattern[str]]:
    """The beginnings of names that say nothing, and those that are cut off."""
    table = load_table("musnad.stages.ingest_pages", "names")
    return tuple(table["ignored"]), re.compile(f"^(?:{'|'.join(table['cut'])})")


class Words:
    """Which kind the words of names say; where several do, the first in the order of the file."""

    def __init__(self, kinds: Sequence[tuple[str, Sequence[str]]]) -> None:
        self._kinds = [*(kind for kind, _ in kinds), ""]
        self.none = len(kinds)
        self._exact: dict[str, int] = {}
        self._begun: defaultdict[str, list[tuple[str, int]]] = defaultdict(list)
        for rank, (_, words) in enumerate(kinds):
            for word in map(str.lower, words):
                if word.endswith("*"):
                    self._begun[word[:BEGINNING]].append((word[:-1], rank))
                else:
                    self._exact.setdefault(word, rank)

    def kind(self, rank: int) -> str:
        """Gives the kind of a rank; empty for that of names which say nothing."""
        return self._kinds[rank]

    def rank(self, name: str) -> int:
        """Gives the rank of the kind that a name says, its words parted by «-»."""
        best = self.none
        words = name.split("-")
        for start, first in enumerate(words):
            phrase = first
            rank = self._exact.get(phrase, best)
            best = rank if rank < best else best
            for word in words[start + 1 : start + LONGEST]:
                phrase = f"{phrase}-{word}" if phrase else word
                rank = self._exact.get(phrase, best)
                best = rank if rank < best else best
            for stem, rank in self._begun.get(phrase[:BEGINNING], ()):
                if rank < best and phrase.startswith(stem):
                    best = rank
        return best


@cache
def _words() -> Words:
    rows = load_table("musnad.stages.ingest_pages", "names")["kind"]
    return Words([(row["role"], row["words"]) for row in rows])
