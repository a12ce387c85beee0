"""The lines of a page with their places, and the shape by which prose is told from furniture."""

import re
from collections.abc import Iterable, Iterator
from itertools import accumulate
from typing import Final

from musnad.config import DEFAULT_LIMITS
from musnad.fold import exact_words
from musnad.model.records import LineRole, Page
from musnad.stages.clean_articles.furniture import first_word

BREAK: Final = re.compile("\r\n|[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]")
AFTER_END: Final = " \t\u00a0\"'»”)]\u200e\u200f"
SIGN: Final = re.compile(r"[^\W_]")
QUOTE_OR_BRACKET: Final = re.compile(r"[\"'«»“”()\[\]‹›]")


class PageLine:
    """A line without the white space around it; offsets are code points of the page text."""

    __slots__ = ("_words", "end", "role", "start", "text")

    def __init__(self, start: int, text: str, role: LineRole) -> None:
        self.start = start
        self.end = start + len(text)
        self.text = text
        self.role = role
        self._words = -1

    @property
    def words(self) -> int:
        """Gives the number of words, counted once; of most lines of a menu nobody asks it."""
        if self._words < 0:
            self._words = len(self.text.split())
        return self._words

    @property
    def ends_sentence(self) -> bool:
        """Says whether the line ends with the mark of a sentence."""
        return self.text.rstrip(AFTER_END)[-1:] in MARKS

    @property
    def is_prose(self) -> bool:
        """Says whether the line is a paragraph of prose by its length and its end."""
        return (
            self.words >= 20
            or len(self.text) > 400
            or (self.words >= 7 and self.text.rstrip(AFTER_END)[-1:] in STOPS)
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


MARKS: Final = frozenset(".!؟?…")
STOPS: Final = frozenset(".…")


def read_lines(page: Page) -> list[PageLine]:
    """Gives the lines of the page that hold anything; overlong ones are cut at white space."""
    roles = iter(page.roles)
    lines: list[PageLine] = []
    limit = DEFAULT_LIMITS.line_characters
    for at, whole in _begun(page.text.split("\n")) if page.roles else _cut(page.text):
        role: LineRole = next(roles, "main")
        if len(whole) <= limit:
            _enter(lines, at, whole, role)
        else:
            for start, piece in _pieces(at, whole):
                _enter(lines, start, piece, role)
    return lines


def _enter(lines: list[PageLine], at: int, piece: str, role: LineRole) -> None:
    text = piece.strip()
    if text:
        first = at + piece.index(text[0]) if len(text) < len(piece) else at
        lines.append(PageLine(first, text, role))


def _cut(text: str) -> Iterable[tuple[int, str]]:
    """The lines with where they start."""
    lines = text.split("\n")
    if "\r" in text or len(text.splitlines()) != len(lines) - (not lines[-1]):
        bounds = [(match.start(), match.end()) for match in BREAK.finditer(text)]
        starts = [0, *(end for _, end in bounds)]
        ends = [*(start for start, _ in bounds), len(text)]
        return [(start, text[start:end]) for start, end in zip(starts, ends, strict=True)]
    return _begun(lines)


def _begun(lines: list[str]) -> Iterable[tuple[int, str]]:
    """The lines that nothing but one sign parts; those of HTML hold no other that ends lines."""
    return zip(accumulate([len(line) + 1 for line in lines], initial=0), lines, strict=False)


def _pieces(at: int, line: str) -> Iterator[tuple[int, str]]:
    """The line, in pieces where it is longer than the limit."""
    limit = DEFAULT_LIMITS.line_characters
    while len(line) > limit:
        space = line.rfind(" ", 1, limit)
        stop = space if space > 0 else limit
        yield at, line[:stop]
        at, line = at + stop, line[stop:]
    yield at, line
