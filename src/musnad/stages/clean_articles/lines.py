"""The lines of a page with their places, and the shape by which prose is told from furniture."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from musnad.config import DEFAULT_LIMITS
from musnad.fold import exact_words
from musnad.model.records import LineRole, Page
from musnad.stages.clean_articles.furniture import first_word

BREAK = re.compile("\r\n|[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]")
END = re.compile(r"[.!؟?…][\s\"'»”)\]\u200e\u200f]*$")
STOP = re.compile(r"[.…][\s\"'»”)\]\u200e\u200f]*$|\.[\"»”]?\s*$")
SIGN = re.compile(r"[^\W_]")
QUOTE_OR_BRACKET = re.compile(r"[\"'«»“”()\[\]‹›]")


@dataclass(frozen=True, slots=True)
class PageLine:
    """A line without the white space around it; offsets are code points of the page text."""

    start: int
    end: int
    text: str
    role: LineRole
    words: int

    @property
    def ends_sentence(self) -> bool:
        """Says whether the line ends with the mark of a sentence."""
        return bool(END.search(self.text))

    @property
    def is_prose(self) -> bool:
        """Says whether the line is a paragraph of prose by its length and its end."""
        return (
            self.words >= 20
            or len(self.text) > 400
            or (self.words >= 7 and bool(STOP.search(self.text)))
        )

    @property
    def is_empty(self) -> bool:
        """Says whether the line has neither letter nor digit."""
        return not SIGN.search(self.text)

    def opening(self) -> tuple[int, str]:
        """Gives the number of words and the first one folded: lines that differ here differ."""
        return self.words, first_word(self.text.split(None, 1)[0])

    def key(self) -> tuple[str, ...]:
        """Gives the folded words: two lines with the same key say the same word for word."""
        return exact_words(self.text)


def read_lines(page: Page) -> list[PageLine]:
    """Gives the lines of the page that hold anything; overlong ones are cut at white space."""
    roles = iter(page.roles)
    lines: list[PageLine] = []
    at = 0
    text = page.text
    for match in (*BREAK.finditer(text), None):
        end = match.start() if match else len(text)
        role: LineRole = next(roles, "main")
        if end > at and not text[at:end].isspace():
            lines.extend(_pieces(text, at, end, role))
        at = match.end() if match else end
    return lines


def _pieces(text: str, start: int, end: int, role: LineRole) -> Iterator[PageLine]:
    limit = DEFAULT_LIMITS.line_characters
    while start < end:
        stop = end
        if end - start > limit:
            space = text.rfind(" ", start + 1, start + limit)
            stop = space if space > start else start + limit
        piece = text[start:stop]
        inner = piece.strip()
        if inner:
            first = start + len(piece) - len(piece.lstrip())
            yield PageLine(first, first + len(inner), inner, role, len(inner.split()))
        start = stop
