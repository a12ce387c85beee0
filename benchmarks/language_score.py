#!/usr/bin/env python3
"""Measures the language stage beside others; ends with status 1 when a floor is not held."""

import argparse
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

from floors import below, load_floors, raised, save_floors
from language import Row, Table
from language.linking import measure as linking
from language.names import measure as names
from language.names_neural import measure as names_neural
from language.number_cases import measure as number_cases
from language.places import measure as places
from language.segmentation import measure as segmentation
from language.time_cases import measure as time_cases
from language.times import measure as times
from language.verbs import measure as verbs
from shared import absence, shared_folder

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
SECTION = "language"


def main() -> None:
    """Prints a table for each matter; `--raise` lifts the floors, `--only` picks modules."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--raise", dest="lift", action="store_true", help="lift the floors")
    parser.add_argument("--only", action="append", default=[], help="a module of language/")
    parser.add_argument("--brief", action="store_true", help="without the cases listed below")
    wanted = parser.parse_args()
    shared = shared_folder()
    if shared is None:
        print(absence("The language stage was"))
        return
    asked_for = [one for one in (*MEASURES, *ASKED_FOR) if module(one) in wanted.only]
    measures = asked_for if wanted.only else MEASURES
    tables = [measure(shared) for measure in measures]
    reached = {row.floor: row.ours for table in tables for row in table.rows if row.floor}
    if wanted.lift:
        floors = load_floors()
        save_floors(floors | {SECTION: raised(reached, floors.get(SECTION, {}))})
    held = load_floors().get(SECTION, {})
    floors_now = held if not wanted.only else {name: held[name] for name in reached if name in held}
    for table in tables:
        shown = table._replace(notes=()) if wanted.brief else table
        print("\n".join(lines(shown, floors_now)), end="\n\n")
    sys.exit(1 if below(reached, floors_now) else 0)


def module(measure: Callable[[Path], Table]) -> str:
    """Gives the name of the module that a measure stands in."""
    return measure.__module__.rpartition(".")[2]


def lines(table: Table, floors: dict[str, float]) -> Iterator[str]:
    """Gives the lines of a table: what, ours, floor, the others."""
    yield f"{table.title} ({table.about})"
    for row in table.rows:
        yield line(row, floors)
    yield from (f"  {note}" for note in table.notes)


def line(row: Row, floors: dict[str, float]) -> str:
    """Gives one line of a table."""
    floor = f"{floors[row.floor]:5.2f}" if row.floor in floors else "    -"
    others = "  ".join(f"{name} {value:.3f}" for name, value in row.others)
    return f"  {row.what:48s} {row.ours:6.3f}  {floor}  {others}".rstrip()


if __name__ == "__main__":
    main()
