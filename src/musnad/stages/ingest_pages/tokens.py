"""The tags of HTML: where they stand, what each does to the lines of a page, which hide theirs."""

import re
import sys
from collections.abc import Iterable
from functools import lru_cache
from typing import Final, cast

from musnad.stages.ingest_pages.tags import (
    BREAKS,
    HIDDEN,
    HIDING,
    HIDING_SIGNS,
    INLINE,
    UNREAD,
    VALUES,
    VOID,
)

Token = tuple[str, str, str, str, str, str]
"""Text up to a tag, its name, its attributes, text that it holds alone; or the tag, a broken name.

Text that a tag holds alone ends with «<», and its end tag belongs to it.
"""

PLAIN: Final = "[a-hj-ru-wyzA-HJ-RU-WYZ]"
"""Letters with which no name of RAW begins."""
RAW: Final = "script|style|textarea|title|iframe|xmp|SCRIPT|STYLE|TEXTAREA|TITLE|IFRAME|XMP"


def many(group: str, *, right: bool = sys.version_info >= (3, 11, 5)) -> str:
    """Gives the pattern of a group any number of times that is never gone back into.

    `right`: Python repeats such a group rightly. Before 3.11.5 it goes on behind the letters that a
    last, failing turn had read (CPython issue 106052); what serves there takes more memory.
    """
    return f"(?:{group})*+" if right else f"(?>(?:{group})*)"


QUOTED: Final = r"""[^<>"']*+""" + many(r"""(?:"[^"]*"|'[^']*')[^<>"']*+""")
NO_TAG: Final = many(r"<(?![a-zA-Z]|/[a-zA-Z]|!--|(?:[!?]|/(?![a-zA-Z]))[^>]*+>)[^<]*+")
NO_END: Final = many(rf"<(?!/(?:{RAW})\b)[^<]*+")
TOKEN: Final = re.compile(
    rf"([^<]*+{NO_TAG})"
    rf"(?:<(/?(?:{PLAIN}|(?!(?:{RAW})\b)[a-zA-Z])[^\s/<>]*+)({QUOTED})>(?:([^<]*+<)/\2>|)"
    rf"|(<(?:(?:{RAW})\b[^<>]*+>[^<]*+{NO_END}"
    rf"|!--[^-]*+{many('-(?!->)[^-]*+')}(?:-->|\Z)|(?:[!?]|/(?![a-zA-Z]))[^>]*+>"
    r"|(/?[a-zA-Z][^\s/<>]*+)[^<>]*+>?))|\Z)"
)
"""Text up to a tag, and the tag; with an element that holds nothing but text, its text and end."""
MOST_KNOWN: Final = 1024
"""Tags that are kept in mind; pages hold far fewer, but for broken ones."""
NOTHING: Final = 0
BEGINS_INLINE: Final = 1
LEAVES_INLINE: Final = 2
ENDS_LINE: Final = 3
LEAVES: Final = 4
BEGINS: Final = 5
HOLDS: Final = 6
"""What a tag does; what `HOLDS` begins a block, which may be taken up whole where it is text."""
LARGE: Final = 1_000_000
"""Letters of a page above which its tags are not held all at once."""


def read_tokens(html: str) -> Iterable[Token]:
    """Gives the tags of the page with the text before each; together they are the page."""
    if len(html) <= LARGE:
        found: list[Token] = TOKEN.findall(html)
        return found
    return map(_token, TOKEN.finditer(html))


def _token(match: re.Match[str]) -> Token:
    return cast(Token, match.groups(""))


class _Known(dict[str, tuple[str, int]]):
    """What tags do, worked out when one is met first."""

    def __missing__(self, printed: str) -> tuple[str, int]:
        found = _what_tag(printed)
        if len(self) < MOST_KNOWN:
            self[printed] = found
        return found


def _what_tag(printed: str) -> tuple[str, int]:
    tag = printed.lower()
    if not tag or tag in VOID:
        return tag, NOTHING
    if tag in INLINE:
        return tag, BEGINS_INLINE
    if tag[0] == "/":
        return tag[1:], LEAVES_INLINE if tag[1:] in INLINE else LEAVES
    if tag in BREAKS:
        return tag, ENDS_LINE
    plain = tag not in UNREAD and tag != "pre" and f"/{tag}" not in VOID
    return tag, HOLDS if plain else BEGINS


KNOWN: Final = _Known()
"""By each tag as written: its name, and what it does to lines and elements."""


@lru_cache(maxsize=2048)
def is_hidden(attributes: str) -> bool:
    """Says whether the attributes keep an element from readers' eyes."""
    lower = attributes.lower()
    if not any(map(lower.__contains__, HIDING_SIGNS)):
        return False
    if HIDING.search(lower):
        return True
    return "hidden" in lower and bool(HIDDEN.search(VALUES.sub("", lower)))
