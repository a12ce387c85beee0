"""The text of the article as the page's own data state it (`articleBody` of JSON-LD)."""

import json
import re
from typing import Final

from musnad.stages.ingest_pages.decode import remove_unreadable
from musnad.stages.ingest_pages.elements import Line, Place
from musnad.stages.ingest_pages.white_space import SPACE

BODY: Final = re.compile(r'"articleBody"\s*:\s*("(?>(?:[^"\\]++|\\.)*)")')
MARK: Final = re.compile(r"<[^<>]{0,500}>")
LINES: Final = re.compile(r"[\r\n]+|<(?:br|p|/p)\b[^<>]{0,100}>")
SHORTEST: Final = 200
OPENING: Final = 40


class Stated:
    """Paragraphs that the page's data hold, and where their data stand in it."""

    def __init__(self, html: str) -> None:
        found = BODY.search(html) if "articleBody" in html else None
        self.start, self.end = found.span(1) if found else (0, 0)
        self.paragraphs = _paragraphs(found[1]) if found else []
        self._text = " ".join(self.paragraphs)

    @property
    def size(self) -> int:
        """Gives the letters of the text."""
        return len(self._text)

    @property
    def is_told(self) -> bool:
        """Says whether there is as much text as an article has."""
        return self.size >= SHORTEST

    def holds(self, line: str) -> bool:
        """Says whether a line begins in these words."""
        return line[:OPENING] in self._text

    def lines(self, html: str, at: int) -> tuple[list[Line], list[Place]]:
        """Gives the paragraphs as lines of the page's text from `at` on, placed where they can be.

        A paragraph whose letters are escaped stands nowhere letter for letter.
        """
        lines: list[Line] = []
        places: list[Place] = []
        source = self.start
        for paragraph in self.paragraphs:
            lines.append(Line(paragraph, 0, 0))
            found = html.find(paragraph, source, self.end)
            if found >= 0:
                places.append((at, found, len(paragraph)))
                source = found + len(paragraph)
            at += len(paragraph) + 1
        return lines, places


def _paragraphs(written: str) -> list[str]:
    try:
        text = json.loads(written, strict=False)
    except ValueError:
        return []
    readable, _ = remove_unreadable(text)
    pieces = (SPACE.sub(" ", MARK.sub(" ", piece)).strip() for piece in LINES.split(readable))
    return [piece for piece in pieces if piece]


NOTHING: Final = Stated("")
