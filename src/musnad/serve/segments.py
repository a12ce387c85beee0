"""An article text cut at every span border, so that overlapping statements can be marked."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from musnad.model.records import Block, Reading, Span, Statement

Part = Literal["cue", "source", "relay", "content"]


@dataclass(frozen=True, slots=True)
class Segment:
    """A piece of text inside the same spans throughout; innermost statement first."""

    text: str
    statements: tuple[str, ...]
    parts: frozenset[str]
    starts: tuple[str, ...]
    ends: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Piece:
    """A block of the text with its segments; `kind` is None for what lies between blocks."""

    kind: str | None
    segments: tuple[Segment, ...]


@dataclass(frozen=True, slots=True)
class Mark:
    """A span of a statement in the text."""

    start: int
    end: int
    statement: str
    part: Part
    last: bool = False


def cut_text(reading: Reading) -> tuple[Piece, ...]:
    """Gives the text as pieces whose segments, joined, are `article.text` exactly."""
    text = reading.article.text
    marks = sorted(_marks(reading.statements), key=lambda mark: (mark.start, mark.end))
    order = _inner_first(reading.statements)
    return tuple(
        Piece(kind, _segments(text, start, end, marks, order))
        for kind, start, end in _stretches(text, reading.blocks)
    )


def _marks(statements: Iterable[Statement]) -> list[Mark]:
    marks = []
    for statement in statements:
        spans: list[tuple[Part, Span | None]] = [("source", statement.source)]
        spans += [("relay", relay.span) for relay in statement.relays if not relay.inherited_from]
        cue = statement.cue
        marks.append(Mark(cue.start, cue.end, statement.id, "cue"))
        marks += [Mark(span.start, span.end, statement.id, part) for part, span in spans if span]
        marks += [
            Mark(span.start, span.end, statement.id, "content", last=span is statement.content[-1])
            for span in statement.content
        ]
    return marks


def _inner_first(statements: Sequence[Statement]) -> dict[str, int]:
    def size(statement: Statement) -> int:
        return sum(span.end - span.start for span in statement.content)

    return {made.id: rank for rank, made in enumerate(sorted(statements, key=size))}


def _stretches(text: str, blocks: Sequence[Block]) -> list[tuple[str | None, int, int]]:
    if not blocks:
        return _lines(text)
    stretches: list[tuple[str | None, int, int]] = []
    last = 0
    for block in sorted(blocks, key=lambda block: block.start):
        if not last <= block.start < block.end <= len(text):
            continue
        if last < block.start:
            stretches.append((None, last, block.start))
        stretches.append((block.kind, block.start, block.end))
        last = block.end
    if last < len(text):
        stretches.append((None, last, len(text)))
    return stretches


def _lines(text: str) -> list[tuple[str | None, int, int]]:
    stretches: list[tuple[str | None, int, int]] = []
    start = 0
    for line in text.split("\n"):
        end = start + len(line)
        if line:
            stretches.append(("body", start, end))
        if end < len(text):
            stretches.append((None, end, end + 1))
        start = end + 1
    return stretches


def _segments(
    text: str, start: int, end: int, marks: Sequence[Mark], order: dict[str, int]
) -> tuple[Segment, ...]:
    inside = [mark for mark in marks if mark.start < end and mark.end > start]
    borders = {start, end}
    for mark in inside:
        borders |= {max(mark.start, start), min(mark.end, end)}
    edges = sorted(borders)
    segments, active, waiting = [], [], 0
    for left, right in pairwise(edges):
        while waiting < len(inside) and inside[waiting].start <= left:
            active.append(inside[waiting])
            waiting += 1
        active = [mark for mark in active if mark.end > left]
        segments.append(_segment(text, left, right, active, order))
    return tuple(segments)


def _segment(
    text: str, left: int, right: int, active: Sequence[Mark], order: dict[str, int]
) -> Segment:
    ids = sorted({mark.statement for mark in active}, key=order.__getitem__)
    return Segment(
        text=text[left:right],
        statements=tuple(ids),
        parts=frozenset(mark.part for mark in active),
        starts=tuple(
            mark.statement for mark in active if mark.part == "cue" and mark.start == left
        ),
        ends=tuple(mark.statement for mark in active if mark.last and mark.end == right),
    )
