"""The only place where spans are made: always from the text they point into."""

from collections.abc import Iterable, Iterator

from musnad.model.records import Mention, Span


def make_span(text: str, start: int, end: int) -> Span:
    """Gives the span of `text[start:end]`, offsets in code points, half open.

    Raises `ValueError` when the offsets are empty, reversed or outside the text.
    """
    return Span(start=start, end=end, text=span_text(text, start, end))


def span_text(text: str, start: int, end: int) -> str:
    """Gives `text[start:end]` for a record that has a span of its own; raises as `make_span`."""
    if not 0 <= start < end <= len(text):
        raise ValueError(f"span {start}:{end} is not inside a text of {len(text)} code points")
    return text[start:end]


def outermost(mentions: Iterable[Mention]) -> Iterator[Mention]:
    """Gives the mentions that lie inside of no other, of mentions in text order."""
    reached = 0
    for each in mentions:
        if each.end > reached:
            yield each
            reached = each.end
