"""HTML as it was received becomes elements and the lines they hold, each with its places.

One pass over the tags, without a tree: unclosed and crossed tags are mended where they matter for
where a line ends and which element holds it.
"""

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import Final

from musnad.config import DEFAULT_LIMITS
from musnad.stages.ingest_pages.elements import NORMAL, Element, Line, Place, Source
from musnad.stages.ingest_pages.tags import (
    CLOSED_BY,
    ENDS_PARAGRAPH,
    INLINE,
    SCOPES,
    TABLE_PARTS,
    UNREAD,
)
from musnad.stages.ingest_pages.tokens import (
    BEGINS,
    BEGINS_INLINE,
    ENDS_LINE,
    HOLDS,
    KNOWN,
    LEAVES,
    LEAVES_INLINE,
    Token,
    is_hidden,
)
from musnad.stages.ingest_pages.white_space import even_parts, is_uneven

BLANK: Final = re.compile(r"(\n[ \t\r]*\n\s*)")
LINE_END: Final = re.compile(r"(\s*\n\s*)")
HREF: Final = re.compile(r"\bhref\b", re.IGNORECASE)
DATETIME: Final = re.compile(r"""datetime\s*=\s*["']?([^"'>]{4,40})""", re.IGNORECASE)
DEEPEST: Final = DEFAULT_LIMITS.html_depth
BOLD: Final = frozenset(("b", "strong"))
HIGHEST: Final = 99
FONT: Final = re.compile(
    r"""(?:^|\s)size\s*=\s*["']?\s*([+-]?)([1-7])(?!\d)|font-size\s*:\s*(\d{1,3})(?:\.\d+)?(px|pt)"""
)
PIXELS: Final = {"px": 16, "pt": 12}


def read_source(tokens: Iterable[Token]) -> Source:
    """Gives the elements of the page and the lines a reader sees, in their order.

    Elements nested deeper than the limit are read as part of the one that holds them.
    """
    reader = _Reader()
    reader.read(tokens)
    return reader.end()


@lru_cache(maxsize=512)
def letter_height(attributes: str, around: int) -> int:
    """Gives the height of letters that the attributes state, else that of the letters around."""
    font = FONT.search(attributes)
    if not font:
        return around
    sign, size, pixels, unit = font.groups()
    if pixels:
        return 2 * round(int(pixels) * 3 / PIXELS[unit]) | around & 1
    step = {"+": 3 + int(size), "-": 3 - int(size)}.get(sign, int(size))
    return 2 * max(step, 1) | around & 1


Piece = tuple[str, int, int, int]
"""Text between two tags, where it stands, whether it is a link, and the height of its letters."""


class _Reader:
    """Keeps the open elements and the pieces of the line that is being read.

    `open` has for each open element its tag, its number (of inline elements that of the block
    around them), whether its text is not read, and the height and the links outside of it.
    """

    def __init__(self) -> None:
        self.elements = [Element(-1, "", "", 0)]
        self.lines: list[Line] = []
        self.places: list[Place] = []
        self.times: dict[int, str] = {}
        self.open: list[tuple[str, int, bool, int, int]] = [("", 0, False, NORMAL, 0)]
        self.element = self.unread = self.links = self.beyond = self.written = 0
        self.height = NORMAL
        self.printed = 0
        self.pieces: list[Piece] = []

    def read(self, tokens: Iterable[Token], at: int = 0) -> None:
        """Goes down the page from `at` on."""
        for text, printed, attributes, inner, other, broken in tokens:
            if text:
                if not self.unread and (self.pieces or not text.isspace()):
                    self.take(text, at)
                at += len(text)
            at += len(printed) + len(attributes) + 2 if printed else len(other)
            known = KNOWN[printed or broken]
            name, does = known
            if inner:
                self._take_whole(known, printed, attributes, inner[:-1], at)
                at += len(inner) + len(printed) + 2
            elif does >= BEGINS:
                self.begin(name, attributes)
            elif does == LEAVES:
                self.leave(name)
            elif does == BEGINS_INLINE:
                self.begin_inline(name, attributes)
            elif does == LEAVES_INLINE:
                self.leave_inline(name)
            elif does == ENDS_LINE and self.pieces:
                self.end_line()

    def _take_whole(
        self, known: tuple[str, int], printed: str, attributes: str, text: str, at: int
    ) -> None:
        """Takes up an element that holds only text, its begin and its end apart where it is odd.

        The text begins at `at`.
        """
        name, does = known
        if does == BEGINS_INLINE:
            held = self.hold_inline(name, attributes, text, at)
        else:
            held = does == HOLDS and self.hold_block(name, attributes, text, at)
        if not held:
            end = "" if printed[0] == "/" else f"/{printed}"
            apart = ("", printed, attributes, "", "", ""), (text, end, "", "", "", "")
            self.read(apart, at - len(printed) - len(attributes) - 2)

    def take(self, text: str, at: int) -> None:
        """Takes up what stands between two tags."""
        if self.printed:
            self._take_printed(text, at)
        else:
            self.pieces.append((text, at, self.links, self.height))

    def end(self) -> Source:
        """Gives what was read; elements left open end with the page."""
        self.end_line()
        for element in self.elements:
            if element.last < 0:
                element.last = len(self.lines)
        return Source(self.elements, self.lines, self.places, self.times)

    # --- tags ---

    def begin_inline(self, tag: str, attributes: str) -> None:
        """Goes on inside an element of the line."""
        if len(self.open) > DEEPEST:
            return
        hidden = False
        links = self.links
        if tag == "a":
            if links:
                self.leave_inline("a")
            links = self.links
            self.links += attributes.startswith(" href=") or HREF.search(attributes) is not None
        elif tag == "time":
            self._note_time(attributes)
        elif len(attributes) > 6 and is_hidden(attributes):
            hidden = True
            self.unread += 1
        self.open.append((tag, self.element, hidden, self.height, links))
        if tag in BOLD:
            self.height |= 1
        elif "size" in attributes:
            self.height = letter_height(attributes, self.height)

    def hold_inline(self, tag: str, attributes: str, text: str, at: int) -> bool:
        """Takes up an element of the line that holds only text, False where it is an odd one."""
        if tag == "time" or self.printed or len(self.open) > DEEPEST:
            return False
        links, height = self.links, self.height
        if tag == "a":
            if links:
                return False
            links = attributes.startswith(" href=") or HREF.search(attributes) is not None
        elif len(attributes) > 6 and is_hidden(attributes):
            return True
        if self.unread or not text or (text.isspace() and not self.pieces):
            return True
        if tag in BOLD:
            height |= 1
        elif "size" in attributes:
            height = letter_height(attributes, height)
        self.pieces.append((text, at, links, height))
        return True

    def _note_time(self, attributes: str) -> None:
        stated = DATETIME.search(attributes)
        if stated:
            self.times.setdefault(len(self.lines), stated[1])

    def begin(self, tag: str, attributes: str) -> None:
        """Goes on inside a block, which ends the line."""
        self._make_room(tag)
        still_open, height = self.open, self.height
        if len(still_open) > DEEPEST:
            self.beyond += 1
            return
        number = len(self.elements)
        self.elements.append(Element(self.element, tag, attributes, len(self.lines)))
        self.element = number
        unread = tag in UNREAD
        still_open.append((tag, number, unread, height, self.links))
        if unread:
            self.unread += 1
        elif tag == "pre":
            self.printed += 1
        if "font-size" in attributes:
            self.height = letter_height(attributes, height)

    def hold_block(self, tag: str, attributes: str, text: str, at: int) -> bool:
        """Takes up a block that holds only text, False where it is too deep or text as printed."""
        if self.printed or len(self.open) > DEEPEST:
            return False
        self._make_room(tag)
        lines, around = self.lines, self.element
        element = Element(around, tag, attributes, len(lines))
        if not self.unread and not text.isspace():
            self.element = len(self.elements)
            sized = "font-size" in attributes
            height = letter_height(attributes, self.height) if sized else self.height
            self._write_pieces([(text, at, self.links, height)])
            self.element = around
        element.last = len(lines)
        self.elements.append(element)
        return True

    def _make_room(self, tag: str) -> None:
        """Ends the line, and what a block of this name ends."""
        if self.pieces:
            self.end_line()
        above = self.open[-1][0]
        if tag in CLOSED_BY:
            ended, scope = CLOSED_BY[tag]
            if above not in scope:
                self._close_before(ended, scope)
        elif tag in ENDS_PARAGRAPH and (above == "p" or above in INLINE):
            self._close_paragraph()

    def _close_paragraph(self) -> None:
        """A block inside a paragraph ends it."""
        for at in range(len(self.open) - 1, 0, -1):
            tag = self.open[at][0]
            if tag == "p":
                self._pop(at)
            if tag not in INLINE:
                return

    def _close_before(self, ended: frozenset[str], scope: frozenset[str]) -> None:
        """An item ends the item before it, a cell the cell, within their list or table."""
        for at in range(len(self.open) - 1, 0, -1):
            above = self.open[at][0]
            if above in scope:
                return
            if above in ended:
                self._pop(at)

    def leave(self, tag: str) -> None:
        """Ends a block, and what is still open in it."""
        if self.pieces:
            self.end_line()
        if self.beyond:
            self.beyond -= 1
            return
        still_open = self.open
        name, number, unread, height, links = still_open[-1]
        if name == tag:
            del still_open[-1]
            self.elements[number].last = len(self.lines)
            self.element, self.height, self.links = still_open[-1][1], height, links
            self.unread -= unread
            if tag == "pre":
                self.printed -= 1
            return
        for at in range(len(self.open) - 1, 0, -1):
            above = self.open[at][0]
            if above == tag:
                self._pop(at)
                return
            if above in SCOPES and tag not in TABLE_PARTS:
                return

    def leave_inline(self, tag: str) -> None:
        """Ends an element of the line, wherever it was opened within its cell."""
        for at in range(len(self.open) - 1, 0, -1):
            above = self.open[at]
            if above[0] == tag:
                del self.open[at]
                self.unread -= above[2]
                self.height = above[3]
                self.links = above[4] if tag == "a" else self.links
                return
            if above[0] in SCOPES:
                return

    def _pop(self, at: int) -> None:
        lines = len(self.lines)
        self.height, self.links = self.open[at][3:]
        for tag, element, unread, _, _ in self.open[at:]:
            self.unread -= unread
            if tag not in INLINE:
                self.elements[element].last = lines
                self.printed -= tag == "pre"
        del self.open[at:]
        self.element = self.open[-1][1]

    # --- lines ---

    def _take_printed(self, text: str, at: int) -> None:
        """Takes up text of which the line ends count: empty lines part it, else each line end."""
        for part in (BLANK if BLANK.search(text) else LINE_END).split(text):
            if part and not part.isspace():
                self.pieces.append((part, at, self.links, self.height))
            at += len(part)
            if part and LINE_END.match(part):
                self.end_line()

    def end_line(self) -> None:
        """Ends the line that is being read where a block begins or ends."""
        pieces = self.pieces
        if pieces:
            self.pieces = []
            self._write_pieces(pieces)

    def _write_pieces(self, pieces: list[Piece]) -> None:
        """Enters a line of one or several pieces; the first and the last begin and end it."""
        if len(pieces) == 1:
            raw, start, links, height = pieces[0]
            if not is_uneven(raw):
                self._write_even(raw, start, links, height)
                return
        texts: list[str] = []
        runs: list[Place] = []
        linked = size = 0
        height = HIGHEST
        white = True
        for raw, start, links, high in pieces:
            before = size
            for part, source in even_parts(raw, start):
                cut = white and part[0] == " "
                text = part[1:] if cut else part
                if text:
                    texts.append(text)
                    runs.append((size, source + (cut and source >= 0), len(text)))
                    size += len(text)
                    white = text[-1] == " "
            linked += size - before if links else 0
            height = min(height, high) if size - before > 1 else height
        if size and white:
            texts[-1] = texts[-1][:-1]
            size -= 1
        if size:
            height = NORMAL if height == HIGHEST else height
            self.lines.append(Line("".join(texts), min(linked, size), self.element, height))
            self._write(runs, size)

    def _write_even(self, raw: str, start: int, links: int, height: int) -> None:
        """Enters a line that stands in the source as it is read."""
        text = raw.strip(" ")
        size = len(text)
        if size:
            written = self.written
            self.lines.append(Line(text, size if links else 0, self.element, height))
            self.places.append((written, start + (raw[0] == " "), size))
            self.written = written + size + 1

    def _write(self, runs: list[Place], size: int) -> None:
        """Enters the places of a line of `size` letters, neighbouring runs as one."""
        begin = source = length = 0
        for at, start, count in runs:
            if length and source + length == start:
                length += count
                continue
            if length and source >= 0:
                self.places.append((begin + self.written, source, length))
            begin, source, length = at, start, count
        length = min(length, size - begin)
        if length > 0 and source >= 0:
            self.places.append((begin + self.written, source, length))
        self.written += size + 1
