"""The only place where records become JSON."""

from collections.abc import Sequence
from itertools import accumulate
from typing import Any

import msgspec

from musnad.model.records import Reading, Record


def record_json(record: Record) -> Any:
    """Gives a record as JSON values."""
    return msgspec.to_builtins(record)


def reading_json(reading: Reading, *, utf16: bool = False) -> Any:
    """Gives a reading as JSON values; with `utf16` text offsets count as JavaScript does.

    Offsets into the page (`page_start`, `page_end`, the right half of `map`) stay code points.
    """
    values = msgspec.to_builtins(reading)
    if utf16:
        table = utf16_table(reading.article.text)
        _convert(values, table)
        values["article"]["page"]["map"] = [
            (table[start], table[start + length] - table[start], page, page_length)
            for start, length, page, page_length in values["article"]["page"]["map"]
        ]
    return values


def utf16_table(text: str) -> list[int]:
    """Gives for each code point offset the number of UTF-16 units before it; one entry more."""
    return [0, *accumulate(2 if letter > "\uffff" else 1 for letter in text)]


def _convert(value: Any, table: Sequence[int]) -> None:
    if isinstance(value, dict):
        if "start" in value and "end" in value:
            value["start"], value["end"] = table[value["start"]], table[value["end"]]
        for part in value.values():
            _convert(part, table)
    elif isinstance(value, list | tuple):
        for part in value:
            _convert(part, table)
