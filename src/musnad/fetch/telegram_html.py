"""Channel exports of Telegram Desktop in HTML (messages*.html): one message, one page."""

import re

from msgspec import structs
from selectolax.lexbor import LexborHTMLParser, LexborNode

from musnad.fetch.opened import Found, Opened, record_bytes
from musnad.model.records import FeedItem, Received

EXPORT = re.compile(rb'class="page_body chat_page"|onload="CheckLocation\(\)')
MOMENT = re.compile(r"(\d\d)\.(\d\d)\.(\d{4}) (\d\d:\d\d)(?::\d\d)?(?: UTC([+-]\d\d:\d\d))?")
FORWARDED = ".forwarded.body"


def is_html_export(start: bytes) -> bool:
    """Says whether an HTML file that begins like this is an export of Telegram."""
    return bool(EXPORT.search(start))


def read_html_export(opened: Opened) -> Found:
    """Gives each message that holds text; the outlet is the name of the chat.

    Such a file holds a thousand messages at most and is held whole.
    """
    data = opened.stream.read(opened.limit + 1)
    if len(data) > opened.limit:
        yield opened.too_large()
        return
    tree = LexborHTMLParser(data.decode("utf-8", "replace"))
    chat = _text(tree.css_first(".page_header .text"))
    for message in tree.css(".history .message.default"):
        words = _text(message.css_first(".text"))
        if words:
            yield _received(opened, chat, message, words)


def _text(node: LexborNode | None) -> str | None:
    """Gives the text of an element with its line breaks."""
    if node is None:
        return None
    for end in node.css("br"):
        end.replace_with("\n")
    return node.text().strip() or None


def _received(opened: Opened, chat: str | None, message: LexborNode, words: str) -> Received:
    number = (message.attributes.get("id") or "").removeprefix("message")
    published = _published(message)
    source = _text(message.css_first(f"{FORWARDED} .from_name"))
    fields = {"text": words, "published": published, "outlet": chat}
    return Received(
        data=record_bytes(fields),
        name=opened.part(number),
        format="record",
        given=structs.replace(opened.given, url=None),
        feed=FeedItem(
            feed=opened.name,
            guid=number,
            published=published,
            source=MOMENT.sub("", source).strip() if source else None,
        ),
    )


def _published(message: LexborNode) -> str | None:
    """Gives the time in the title of the clock: «14.05.2031 09:30:00 UTC+03:00»."""
    clock = message.css_first(".body > .date")
    found = MOMENT.search((clock.attributes.get("title") or "") if clock else "")
    if found is None:
        return None
    day, month, year, time, zone = found.groups()
    return f"{year}-{month}-{day}T{time}{zone or ''}"
