"""Rows of a table of figures become one line each; tables that lay out a page stay as read."""

from collections.abc import Iterator
from itertools import accumulate
from typing import Final

from musnad.stages.ingest_pages.elements import Element, Line, Source

BETWEEN: Final = " | "
CELLS: Final = range(2, 13)
WORDS: Final = 12
ROWS: Final = 2


def join_rows(source: Source) -> Source:
    """Gives the page with a line for each row of its tables of figures."""
    elements = source.elements
    tables = (n for n, element in enumerate(elements) if element.tag == "table")
    joined = {line for table in tables for line in _joined(source, table)}
    return _without_breaks(source, joined) if joined else source


def _joined(source: Source, table: int) -> Iterator[int]:
    """The lines that belong to the line before them: cells after the first of their row."""
    rows: list[Element] = []
    for element in source.elements[table + 1 :]:
        if element.first >= source.elements[table].last:
            break
        lines = element.last - element.first
        if element.tag == "table" or (element.tag in {"td", "th"} and lines > 1):
            return
        if element.tag == "tr" and lines:
            rows.append(element)
    if sum(row.last - row.first in CELLS for row in rows) < ROWS:
        return
    for row in rows:
        if all(_is_cell(line) for line in source.lines[row.first : row.last]):
            yield from range(row.first + 1, row.last)


def _is_cell(line: Line) -> bool:
    return line.text.count(" ") < WORDS and 2 * line.linked <= len(line.text)


def _without_breaks(source: Source, joined: set[int]) -> Source:
    """The page with every line of `joined` written behind the one before it."""
    lines: list[Line] = []
    for number, line in enumerate(source.lines):
        if number in joined:
            before = lines[-1]
            text, linked = before.text + BETWEEN + line.text, before.linked + line.linked
            lines[-1] = Line(text, linked, before.element, min(before.height, line.height))
        else:
            lines.append(line)
    numbers = list(accumulate((n not in joined for n in range(len(source.lines))), initial=0))
    for element in source.elements:
        element.first, element.last = numbers[element.first], numbers[element.last]
    numbers.append(numbers[-1] + 1)  # a time below the last line
    times = {numbers[number + 1] - 1: time for number, time in source.times.items()}
    return Source(source.elements, lines, list(_moved(source, joined)), times)


def _moved(source: Source, joined: set[int]) -> Iterator[tuple[int, int, int]]:
    places = iter([*source.places, (-1, 0, 0)])
    at, start, length = next(places)
    end = shift = 0
    for number, line in enumerate(source.lines):
        end += len(line.text) + 1
        shift += (len(BETWEEN) - 1) * (number in joined)
        while 0 <= at < end:
            yield at + shift, start, length
            at, start, length = next(places)
