"""Spans are made in one place, from the text that they point into."""

import ast
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec
import pytest

import musnad
from musnad.model.records import Reading

PACKAGE = Path(musnad.__file__).parent
MAKERS = {"model/spans.py"}


def calls(path: Path, name: str) -> Iterator[int]:
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Call):
            called = node.func
            if name in {getattr(called, "id", None), getattr(called, "attr", None)}:
                yield node.lineno


@pytest.mark.parametrize("path", sorted(PACKAGE.rglob("*.py")), ids=lambda p: p.name)
def test_spans_are_constructed_in_model_spans_only(path: Path) -> None:
    made = list(calls(path, "Span"))
    expected = path.relative_to(PACKAGE).as_posix() in MAKERS
    assert bool(made) == expected, f"lines {made}"


def spans_in(value: Any) -> Iterator[dict[str, Any]]:
    if isinstance(value, dict):
        if {"start", "end", "text"} <= value.keys():
            yield value
        for one in value.values():
            yield from spans_in(one)
    elif isinstance(value, list | tuple):
        for one in value:
            yield from spans_in(one)


def test_every_span_of_the_sample_is_the_text(readings: tuple[Reading, ...]) -> None:
    found = 0
    for reading in readings:
        text = reading.article.text
        for span in spans_in(msgspec.to_builtins(reading)):
            assert text[span["start"] : span["end"]] == span["text"], reading.article.source_id
            found += 1
    assert found > 1000


def test_the_map_leads_back_to_the_page(readings: tuple[Reading, ...]) -> None:
    for reading in readings:
        at = 0
        for start, length, _, page_length in reading.article.page.map:
            assert at <= start
            assert length == page_length
            at = start + length
        assert at == len(reading.article.text)
