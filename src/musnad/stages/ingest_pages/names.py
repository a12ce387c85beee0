"""What tag, class and id of an element say about what it holds."""

import re
from functools import cache, lru_cache
from typing import NamedTuple

from musnad.rules.tables import load_table
from musnad.stages.ingest_pages.source import is_hidden

NAMED = re.compile(
    r"""(?:^|\s)(?:class|id|role|itemprop|data-testid)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))""",
    re.IGNORECASE,
)
CLASS = re.compile(r"""(?:^|\s)class\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))""", re.IGNORECASE)
CAPITAL = re.compile(r"(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])")
BREAK = re.compile(r"[-_.:/]+")
TAGS = {
    "nav": "nav", "footer": "nav", "aside": "related", "form": "form", "dialog": "notice",
    "menu": "nav", "amp-sidebar": "nav", "amp-social-share": "share", "figcaption": "caption",
    "address": "author", "fieldset": "form",
}  # fmt: skip
ROLES = {
    "navigation": "nav", "banner": "nav", "contentinfo": "nav", "complementary": "related",
    "search": "nav", "dialog": "notice", "alertdialog": "notice", "menu": "nav",
    "articlebody": "body", "caption": "caption",
}  # fmt: skip
NEUTRAL = frozenset(("html", "body", "main", "article", "h1"))
EMBED = re.compile(r"twitter-(?:tweet|video)|instagram-media|tiktok-embed|telegram-post|fb-post")


class Look(NamedTuple):
    """What an element's names say: its kind (empty when nothing) and its classes as a key."""

    kind: str
    classes: str


@lru_cache(maxsize=8192)
def look_at(tag: str, attributes: str) -> Look:
    """Gives the kind of an element by its tag and names, and the classes that it is alike by."""
    if len(attributes) < 6:
        return Look(TAGS.get(tag, ""), "")
    found = CLASS.search(attributes)
    classes = " ".join(sorted((found[1] or found[2] or found[3] or "").split())) if found else ""
    if tag not in NEUTRAL and is_hidden(attributes):
        return Look("hidden", classes)
    if tag in NEUTRAL:
        return Look("", classes)
    if EMBED.search(attributes):
        return Look("embed", classes)
    return Look(_kind(tag, attributes), classes)


def _kind(tag: str, attributes: str) -> str:
    names = [one or two or three for one, two, three in NAMED.findall(attributes)]
    for name in names:
        known = ROLES.get(name.lower())
        if known:
            return known
    if TAGS.get(tag):
        return TAGS[tag]
    match = _words().search(_split(" ".join(names)))
    return match.lastgroup or "" if match else ""


def _split(names: str) -> str:
    """The names as words with «-» between those of one name, spaces between names."""
    ignored, cut = _beginnings()
    kept = (cut.sub("", name) for name in names.split() if not name.startswith(ignored))
    return " ".join(BREAK.sub("-", CAPITAL.sub("-", name)).lower() for name in kept)


@cache
def _beginnings() -> tuple[tuple[str, ...], re.Pattern[str]]:
    """The beginnings of names that say nothing, and those that are cut off."""
    table = load_table("musnad.stages.ingest_pages", "names")
    return tuple(table["ignored"]), re.compile(f"^(?:{'|'.join(table['cut'])})")


@cache
def _words() -> re.Pattern[str]:
    """One pattern with a group for each kind; kinds in the order of the file."""
    kinds = []
    for row in load_table("musnad.stages.ingest_pages", "names")["kind"]:
        words = sorted((w.lower() for w in row["words"]), key=len, reverse=True)
        ends = (re.escape(w[:-1]) + "[a-z0-9]*" if w[-1] == "*" else re.escape(w) for w in words)
        kinds.append(rf"(?P<{row['role']}>(?:.*?[-\s])??(?:{'|'.join(ends)})(?![a-z0-9]))")
    return re.compile(rf"^(?:{'|'.join(kinds)})")
