"""White space and escapes of HTML as a reader sees them."""

import re
from html import unescape
from typing import Final

WHITE: Final = " \t\r\n\f\v\x1c\x1d\x1e\x85\u2028\u2029"
UNEVEN: Final = re.compile(rf"[{WHITE[1:]}&]|  ")
PART: Final = re.compile(rf"[{WHITE}]+|&#?[0-9a-zA-Z]{{1,32}};?|[^{WHITE}&]+|&")
SPACE: Final = re.compile(rf"[{WHITE}]+")


def is_uneven(raw: str) -> bool:
    """Says whether a piece has white space to fold, or escapes."""
    return ("&" in raw or "  " in raw) if raw.isprintable() else UNEVEN.search(raw) is not None


def even_parts(raw: str, start: int) -> list[tuple[str, int]]:
    """Gives a piece of text with its white space folded, part by part, and where each stands.

    That is -1 where the letters are not the same.
    """
    if not is_uneven(raw):
        return [(raw, start)]
    parts: list[tuple[str, int]] = []
    for match in PART.finditer(raw):
        text, source = match[0], start + match.start()
        if text[0] == "&":
            text = SPACE.sub(" ", unescape(text))
            source = -1 if text != match[0] else source
        elif text[0] in WHITE and text != " ":
            text, source = " ", -1
        if text:
            parts.append((text, source))
    return parts
