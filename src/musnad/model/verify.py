"""Whether a reading points at the words it claims."""

from collections.abc import Iterator

import msgspec

from musnad.model.records import Reading


def broken_spans(reading: Reading) -> tuple[str, ...]:
    """Gives a line for each span that is not `article.text[start:end]`; empty when all are."""
    text = reading.article.text
    return tuple(
        f"{where}: {start}:{end} is «{text[start:end]}», not «{quote}»"
        for where, start, end, quote in _spans("reading", msgspec.to_builtins(reading))
        if text[start:end] != quote
    )


def _spans(where: str, value: object) -> Iterator[tuple[str, int, int, str]]:
    if isinstance(value, dict):
        if {"start", "end", "text"} <= value.keys():
            yield where, value["start"], value["end"], value["text"]
        for key, inner in value.items():
            yield from _spans(f"{where}.{key}", inner)
    elif isinstance(value, list | tuple):
        for index, inner in enumerate(value):
            yield from _spans(f"{where}[{index}]", inner)
