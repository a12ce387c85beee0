"""What `make score` measures of the language stage, one module for each table."""

from collections.abc import Sequence
from typing import NamedTuple


class Row(NamedTuple):
    """One measured line: ours beside what others reach in the same run; shares of 1.

    `floor` is the name of the figure in floors.toml, empty where it has none.
    """

    what: str
    ours: float
    others: tuple[tuple[str, float], ...] = ()
    floor: str = ""


class Table(NamedTuple):
    """A table of one matter, with a sentence on what is measured, and lines listed below it."""

    title: str
    about: str
    rows: Sequence[Row]
    notes: Sequence[str] = ()
