#!/usr/bin/env python3
"""Measures the language stage beside others; ends with status 1 when a floor is not held."""

from collections.abc import Callable
from pathlib import Path

from language import Table
from language.linking import measure as linking
from language.names import measure as names
from language.names_neural import measure as names_neural
from language.number_cases import measure as number_cases
from language.places import measure as places
from language.segmentation import measure as segmentation
from language.time_cases import measure as time_cases
from language.times import measure as times
from language.verbs import measure as verbs
from tables import show

MEASURES: tuple[Callable[[Path], Table], ...] = (
    linking,
    names,
    number_cases,
    places,
    segmentation,
    time_cases,
    times,
    verbs,
)
"""The tables, each measured by the function `measure` of its module in `language/`."""
ASKED_FOR: tuple[Callable[[Path], Table], ...] = (names_neural,)
"""Tables that take longer than the others together: measured with `--only` their module."""


if __name__ == "__main__":
    show("language", MEASURES, ASKED_FOR)
