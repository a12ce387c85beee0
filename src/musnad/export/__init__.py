"""HOW does it leave? One file per format, one row per statement."""

from musnad.export.columns import COLUMNS, Column, Line, lines
from musnad.export.formats import FORMATS, export_lines

__all__ = ["COLUMNS", "FORMATS", "Column", "Line", "export_lines", "lines"]
