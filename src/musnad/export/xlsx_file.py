"""A workbook that reads from right to left, with a sheet that explains its columns."""

import re
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from musnad.errors import MusnadError
from musnad.export.columns import COLUMNS, Line
from musnad.export.csv_file import joined

_NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_CELL_MOST = 32_767
_ROWS_MOST = 1_048_576
_CUT = " …[cut]"
_EXPLAINED = (("column", 20), ("العمود", 22), ("meaning", 70), ("المعنى", 70))


def write_xlsx(path: Path, found: Iterable[Line]) -> int:
    """Writes the statements, one a row, and gives their number.

    Cells are texts or numbers, never formulas; a text longer than a cell can hold is cut and says
    so. Raises M-009 when there are more statements than a sheet has rows.
    """
    from openpyxl import Workbook  # noqa: PLC0415 - slow to import

    book: Any = Workbook(write_only=True)
    sheet = _sheet(book, "Statements", [column.width for column in COLUMNS])
    sheet.append(_heads(sheet, [f"{column.title}\n{column.key}" for column in COLUMNS]))
    written = 0
    for line in found:
        written += 1
        if written >= _ROWS_MOST:
            raise MusnadError("M-009", f"A sheet holds {_ROWS_MOST} rows; use .csv or .jsonl.")
        sheet.append(_cells(sheet, [joined(column.value(line), column) for column in COLUMNS]))
    sheet.auto_filter.ref = f"A1:{_letter(len(COLUMNS))}{written + 1}"
    _explain(book)
    book.save(path)
    return written


def _sheet(book: Any, title: str, widths: list[int]) -> Any:
    sheet = book.create_sheet(title)
    sheet.sheet_view.rightToLeft = True
    sheet.freeze_panes = "A2"
    for number, width in enumerate(widths, 1):
        sheet.column_dimensions[_letter(number)].width = width
    return sheet


def _explain(book: Any) -> None:
    sheet = _sheet(book, "Columns", [width for _, width in _EXPLAINED])
    sheet.append(_heads(sheet, [name for name, _ in _EXPLAINED]))
    for each in COLUMNS:
        sheet.append(_cells(sheet, [each.key, each.title, each.meaning, each.arabic_meaning]))


def _heads(sheet: Any, names: list[str]) -> list[Any]:
    from openpyxl.styles import Font, PatternFill  # noqa: PLC0415 - slow to import

    cells = _cells(sheet, names)
    for cell in cells:
        cell.font = Font(bold=True)
        cell.fill = PatternFill("solid", fgColor="FFE8EEF2")
    return cells


def _cells(sheet: Any, values: Iterable[str | int | float]) -> list[Any]:
    from openpyxl.cell import WriteOnlyCell  # noqa: PLC0415 - slow to import
    from openpyxl.styles import Alignment  # noqa: PLC0415 - slow to import

    cells = []
    for value in values:
        cell = WriteOnlyCell(sheet, value=None if value == "" else _fitting(value))
        if isinstance(cell.value, str):
            cell.data_type = "s"
        cell.alignment = Alignment(wrap_text=True, vertical="top")
        cells.append(cell)
    return cells


def _fitting(value: str | int | float) -> str | int | float:
    if not isinstance(value, str):
        return value
    text = _NOT_XML.sub("", value)
    return text if len(text) <= _CELL_MOST else text[: _CELL_MOST - len(_CUT)] + _CUT


def _letter(number: int) -> str:
    from openpyxl.utils import get_column_letter  # noqa: PLC0415 - slow to import

    return str(get_column_letter(number))
