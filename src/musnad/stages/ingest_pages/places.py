"""Where the text read from an HTML page stands in its source."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from html import unescape
from typing import NamedTuple

Place = tuple[int, int, int]
"""Text start, source start, length: the two pieces are the same letters."""

UNREAD = r"(?:head|script|style|noscript|template|textarea|select|svg)\b"
TOKEN = re.compile(
    rf"(?P<shown>(?:<(?!!--|{UNREAD})[^<>]*>[ \t\r\n\f]*)+)|[^<&]+|(?P<reference>&#?\w{{1,32}};?)"
    rf"|(?P<opening><(?:!--|(?P<tag>{UNREAD})[^<>]*>))|[<&]",
    re.IGNORECASE,
)
WORD = re.compile(r"[^ \t\r\n\f]+")
SPACE = re.compile(r"[ \t\r\n\f]+")
REACH = 5000
"""Letters of the source passed over while a line is looked for."""


class _Chunk(NamedTuple):
    """A stretch of source between tags; a character reference is not literal."""

    at: int
    start: int
    end: int
    literal: bool


def place_lines(html: str, text: str) -> tuple[Place, ...]:
    """Gives the runs of `text`, in its order, that stand in `html` letter for letter.

    Tags and character references inside a line end a run; a line not found has no run.
    """
    stream, chunks = _read_stream(html)
    starts = [chunk.at for chunk in chunks]
    places: list[Place] = []
    at = offset = 0
    for line in text.split("\n"):
        bare = line.replace(" ", "")
        found = stream.find(bare, at, at + len(bare) + REACH) if bare else -1
        if found >= 0:
            first = bisect_right(starts, found) - 1
            places += _joined(_runs(html, chunks, first, found, line), html, offset)
            at = found + len(bare)
        offset += len(line) + 1
    return tuple(places)


def _read_stream(html: str) -> tuple[str, list[_Chunk]]:
    """The letters between the tags without white space, and the chunks they came from."""
    letters: list[str] = []
    chunks: list[_Chunk] = []
    unclosed: set[str] = set()
    at = total = 0
    while at < len(html):
        token = TOKEN.match(html, at)
        if token is None:
            break
        start, at = token.span()
        if token["shown"]:
            continue
        if token["opening"]:
            at = _past(html, at, token, unclosed)
            continue
        reference = token["reference"]
        piece = SPACE.sub("", unescape(reference) if reference else token[0])
        if piece:
            letters.append(piece)
            chunks.append(_Chunk(total, start, at, not reference))
            total += len(piece)
    return "".join(letters), chunks


def _past(html: str, at: int, opening: re.Match[str], unclosed: set[str]) -> int:
    """The end of what is not shown; `at` when it is never closed, which `unclosed` remembers."""
    if opening[0].endswith("/>"):
        return at
    closing = f"</{opening['tag']}" if opening["tag"] else "-->"
    end = -1 if closing in unclosed else html.find(closing, at)
    if end < 0:
        unclosed.add(closing)
    return max(at, end)


def _runs(html: str, chunks: list[_Chunk], first: int, found: int, line: str) -> Iterator[Place]:
    """The pieces of words of a line that starts at letter `found` of the stream."""
    words = [(match.start(), match.end()) for match in WORD.finditer(line)]
    letters = _letters(html, chunks, first, found)
    start, source, left = 0, 0, 0
    for begin, end in words:
        at = begin
        while at < end:
            if not left:
                source, left = next(letters, (-1, end - at))
            taken = min(left, end - at)
            if source >= 0:
                start = at
                yield start, source, taken
                source += taken
            at, left = at + taken, left - taken


def _letters(html: str, chunks: list[_Chunk], first: int, found: int) -> Iterator[tuple[int, int]]:
    """Source start and length of each word from letter `found` on; start -1 of references."""
    for number in range(first, len(chunks)):
        chunk = chunks[number]
        skip = max(0, found - chunk.at)
        if not chunk.literal:
            size = len(SPACE.sub("", unescape(html[chunk.start : chunk.end]))) - skip
            yield -1, size
            continue
        for word in WORD.finditer(html, chunk.start, chunk.end):
            size = word.end() - word.start()
            if skip < size:
                yield word.start() + skip, size - skip
            skip = max(0, skip - size)


def _joined(runs: Iterator[Place], html: str, offset: int) -> Iterator[Place]:
    """Runs joined where one space parts them in the line and in the source."""
    last: Place | None = None
    for start, source, length in runs:
        if last is not None:
            gap = start - last[0] - last[2]
            near = source - last[1] - last[2] == gap
            if near and (gap == 0 or (gap == 1 and html[source - 1] == " ")):
                last = (last[0], last[1], start + length - last[0])
                continue
            yield (last[0] + offset, last[1], last[2])
        last = (start, source, length)
    if last is not None:
        yield (last[0] + offset, last[1], last[2])
