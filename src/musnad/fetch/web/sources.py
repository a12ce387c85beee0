"""What `musnad follow` was told to follow: addresses, files of addresses, OPML lists, feeds."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from musnad.errors import MusnadError
from musnad.fetch.bodies import read_all
from musnad.fetch.feeds import Entry, FeedError, feed_entries, is_feed
from musnad.fetch.files import unreadable
from musnad.fetch.opened import FetchIssue
from musnad.model.records import FeedItem

WEB = ("http://", "https://")
COMMENT = "#"


class Start(NamedTuple):
    """An address to begin with: a feed, a sitemap or a page, as it will turn out."""

    url: str
    item: FeedItem | None = None


def read_starts(words: Sequence[str], limit: int) -> Iterator[Start | FetchIssue]:
    """Gives the addresses that the words name, and an issue for each line or file that is none.

    A word is an address or the path of a file; raises `MusnadError` M-005 for a path to nothing.
    """
    for word in words:
        if not word.startswith(WEB) and not Path(word).is_file():
            raise MusnadError("M-005", f"«{word}» is no file and no address.")
    return _all_starts(words, limit)


def _all_starts(words: Sequence[str], limit: int) -> Iterator[Start | FetchIssue]:
    for word in words:
        if word.startswith(WEB):
            yield Start(word)
        else:
            yield from _in_file(Path(word), limit)


def _in_file(path: Path, limit: int) -> Iterator[Start | FetchIssue]:
    try:
        with path.open("rb") as stream:
            data = read_all(stream, limit)
    except OSError as error:
        yield unreadable(path, error)
        return
    if len(data) > limit:
        yield FetchIssue(path=str(path), code="M-102", detail=f"more than {limit} bytes")
    elif is_feed(data):
        yield from _in_feed(path, data)
    else:
        yield from _in_lines(path, data.decode("utf-8-sig", "replace"))


def _in_feed(path: Path, data: bytes) -> Iterator[Start | FetchIssue]:
    try:
        for entry in feed_entries(data, path.name):
            if entry.item.link:
                yield _start(entry, entry.item.link)
    except FeedError as error:
        yield FetchIssue(path=str(path), code="M-121", detail=str(error))


def _start(entry: Entry, link: str) -> Start:
    return Start(link, entry.item if entry.kind in ("item", "entry", "url") else None)


def _in_lines(path: Path, text: str) -> Iterator[Start | FetchIssue]:
    for number, line in enumerate(text.splitlines(), 1):
        word = line.partition(" ")[0].strip()
        if word.startswith(WEB):
            yield Start(word)
        elif word and not word.startswith(COMMENT):
            detail = f"«{line.strip()[:200]}»"
            yield FetchIssue(path=f"{path}#{number}", code="M-147", detail=detail)
