"""Tables of measures: printed beside their floors, which a change may not make lower."""

import argparse
import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from floors import below, load_floors, raised, save_floors
from language import Row, Table
from shared import absence, shared_folder

Measure = Callable[[Path], Table]


def show(section: str, measures: Sequence[Measure], asked_for: Sequence[Measure] = ()) -> None:
    """Prints a table for each measure; ends with status 1 when a floor of the section is not held.

    `--raise` lifts the floors, `--only` picks modules, also of those that are only asked for.
    """
    wanted = parser(section).parse_args()
    shared = shared_folder()
    if shared is None:
        print(absence(f"The tables of {section} were"))
        return
    chosen = [one for one in (*measures, *asked_for) if module(one) in wanted.only]
    tables = [measure(shared) for measure in (chosen if wanted.only else measures)]
    reached = {row.floor: row.ours for table in tables for row in table.rows if row.floor}
    if wanted.lift:
        floors = load_floors()
        save_floors(floors | {section: raised(reached, floors.get(section, {}))})
    held = load_floors().get(section, {})
    floors_now = held if not wanted.only else {name: held[name] for name in reached if name in held}
    for table in tables:
        shown = table._replace(notes=()) if wanted.brief else table
        print("\n".join(lines(shown, floors_now)), end="\n\n")
    sys.exit(1 if below(reached, floors_now) else 0)


def parser(section: str) -> argparse.ArgumentParser:
    """Gives the options that all tables have."""
    found = argparse.ArgumentParser(description=f"Measures of {section}, beside their floors.")
    found.add_argument("--raise", dest="lift", action="store_true", help="lift the floors")
    found.add_argument("--only", action="append", default=[], help="a module of the folder")
    found.add_argument("--brief", action="store_true", help="without the cases listed below")
    return found


def module(measure: Measure) -> str:
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
