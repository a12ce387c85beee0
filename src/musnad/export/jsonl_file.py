"""JSON lines: one statement a line, the same keys as the other formats, lists kept as lists."""

from collections.abc import Iterable
from pathlib import Path

import msgspec

from musnad.export.columns import COLUMNS, Line


def write_jsonl(path: Path, found: Iterable[Line]) -> int:
    """Writes the statements, one JSON object a line, and gives their number."""
    written = 0
    with path.open("wb") as file:
        for line in found:
            file.write(json_line(line))
            written += 1
    return written


def json_line(line: Line) -> bytes:
    """Gives one statement as a line of JSON, with its line end."""
    return msgspec.json.encode({column.key: column.value(line) for column in COLUMNS}) + b"\n"
