"""CSV that Excel and LibreOffice open right: UTF-8 with a mark, CRLF, no cell is a formula."""

import csv
from collections.abc import Iterable
from pathlib import Path

from musnad.export.columns import ARROW, COLUMNS, Cell, Column, Line

_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def write_csv(path: Path, found: Iterable[Line]) -> int:
    """Writes the statements, one a row under a header of column keys, and gives their number."""
    written = 0
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        table = csv.writer(file, lineterminator="\r\n")
        table.writerow([column.key for column in COLUMNS])
        for line in found:
            table.writerow([_cell(column.value(line), column) for column in COLUMNS])
            written += 1
    return written


def _cell(value: Cell, column: Column) -> str | int | float:
    text = joined(value, column)
    return "'" + text if isinstance(text, str) and text.startswith(_FORMULA) else text


def joined(value: Cell, column: Column) -> str | int | float:
    """Gives the value for one cell: a list of names becomes one text, nothing an empty one."""
    if isinstance(value, tuple):
        return (ARROW if column.key == "chain" else "؛ ").join(value)
    return "" if value is None else value
