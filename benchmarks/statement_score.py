#!/usr/bin/env python3
"""Measures statements beside others; ends with status 1 when a floor is not held."""

from collections.abc import Callable
from pathlib import Path

from language import Table
from statements.confidence import measure as confidence
from statements.mutations import measure as mutations
from statements.quotations import measure as quotations
from tables import show

MEASURES: tuple[Callable[[Path], Table], ...] = (quotations, confidence, mutations)
"""The tables, each measured by the function `measure` of its module in `statements/`."""


if __name__ == "__main__":
    show("statements", MEASURES)
