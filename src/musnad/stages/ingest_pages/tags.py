"""The elements of HTML by what they do to the lines of a page."""

import re
from typing import Final

INLINE: Final = frozenset([
    "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "blink", "cite", "code", "data", "del",
    "dfn", "em", "font", "i", "ins", "kbd", "label", "mark", "nobr", "output", "picture", "q",
    "rp", "rt", "ruby", "s", "samp", "small", "span", "strike", "strong", "sub", "sup", "time",
    "tt", "u", "var",
])  # fmt: skip
VOID: Final = frozenset([
    "area", "base", "basefont", "bgsound", "col", "embed", "frame", "img", "input", "keygen",
    "link", "meta", "param", "source", "track", "wbr", "html", "head", "body",
    "amp-img", "amp-pixel",
    "/html", "/head", "/body", "/script", "/style", "/textarea", "/title", "/iframe",
    "/xmp", "/img", "/input",
])  # fmt: skip
"""Tags that neither begin nor end a line."""
BREAKS: Final = frozenset(("br", "hr"))
UNREAD: Final = frozenset([
    "noscript", "template", "svg", "object", "applet", "select", "option", "optgroup", "datalist",
    "button", "audio", "video", "canvas", "math", "map", "progress", "meter",
    "amp-ad", "amp-analytics", "amp-embed", "amp-sticky-ad", "amp-consent",
    "amp-iframe", "amp-auto-ads",
])  # fmt: skip
"""Elements whose text is not shown, or is a label of a control."""
ENDS_PARAGRAPH: Final = frozenset([
    "address", "article", "aside", "blockquote", "center", "details", "dialog", "dir", "div",
    "dl", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5",
    "h6", "header", "hgroup", "main", "menu", "nav", "ol", "p", "pre", "search", "section",
    "summary", "table", "ul",
])  # fmt: skip
TABLE_PARTS: Final = frozenset([
    "table", "tr", "td", "th", "thead", "tbody", "tfoot", "caption",
])  # fmt: skip
SCOPES: Final = frozenset([
    "td", "th", "table", "caption", "object", "template",
])  # fmt: skip
"""An end tag inside these closes nothing outside of them, unless it is of a table."""

_LIST = frozenset([
    "ul", "ol", "menu", "dir", "td", "th", "table",
])  # fmt: skip
_TABLE = frozenset(("table",))
_ROW_OR_CELL = frozenset(("tr", "td", "th"))
_ALL_PARTS = frozenset([
    "tr", "td", "th", "thead", "tbody", "tfoot", "caption",
])  # fmt: skip
CLOSED_BY: Final = {
    "li": (frozenset(("li",)), _LIST),
    "dt": (frozenset(("dt", "dd")), frozenset(("dl", "td", "th", "table"))),
    "dd": (frozenset(("dt", "dd")), frozenset(("dl", "td", "th", "table"))),
    "td": (frozenset(("td", "th")), frozenset(("tr", "table"))),
    "th": (frozenset(("td", "th")), frozenset(("tr", "table"))),
    "tr": (_ROW_OR_CELL, _TABLE),
    "thead": (_ALL_PARTS, _TABLE),
    "tbody": (_ALL_PARTS, _TABLE),
    "tfoot": (_ALL_PARTS, _TABLE),
    "option": (frozenset(("option",)), frozenset(("select", "datalist"))),
}
"""Which open elements a tag ends, and the elements that it does not look beyond."""
HIDING: Final = re.compile(
    r"""display\s*:\s*none|visibility\s*:\s*hidden|aria-hidden\s*=\s*["']?true"""
    r"""|class\s*=\s*["'](?:[^"']*\s)?(?:hidden|sr-only|d-none|visually-?hidden|u-hidden|is-hidden"""
    r"""|screen-reader-(?:text|only)|hide|element-invisible)[\s"']"""
)
"""Attributes in small letters that keep an element from readers' eyes."""
HIDING_SIGNS: Final = ("hid", "none", "sr-only", "screen-reader", "invisible")
"""One of these stands in every such attribute."""
VALUES: Final = re.compile(r"""=\s*(?:"[^"]*"|'[^']*'|[^\s"'>]+)""")
HIDDEN: Final = re.compile(r"(?<![\w-])hidden(?![\w-])")
"""The attribute `hidden`, which has no value or any."""
