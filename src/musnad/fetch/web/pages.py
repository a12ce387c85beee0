"""An answer becomes a page as received, or the reason why it is none."""

import re

from musnad.fetch.web.addresses import Address, FetchError, web_address
from musnad.fetch.web.client import Answer
from musnad.model.records import FeedItem, Given, PageFormat, Received

FORMATS: dict[str, PageFormat | None] = {
    "text/html": "html", "application/xhtml+xml": "html", "text/plain": "text", "text/xml": None,
    "application/xml": None, "": None,
}  # fmt: skip
CHARSET = re.compile(r"charset\s*=\s*[\"']?([\w-]{2,40})", re.IGNORECASE)
SCHEME = re.compile(r"^https?://")


def read_answer(address: Address, answer: Answer, item: FeedItem | None) -> Received | FetchError:
    """Gives the page with its last address, headers and what its feed said."""
    kind = answer.header("content-type").partition(";")[0].strip().lower()
    if kind not in FORMATS:
        return FetchError("M-146", f"it is {kind[:100]}")
    last = web_address(answer.fetched.final_url or address.url)
    if last.target == "/" != address.target:
        return FetchError("M-148", last.url)
    return Received(
        data=answer.data,
        name=address.url,
        format=FORMATS[kind],
        given=Given(source_id=SCHEME.sub("", last.url), url=last.url),
        fetched=answer.fetched,
        feed=item,
    )


def charset(answer: Answer) -> str:
    """Gives the encoding that the headers name, "" when they name none."""
    named = CHARSET.search(answer.header("content-type"))
    return named[1] if named else ""
