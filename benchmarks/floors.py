"""Floors: the values that a change may not fall below, kept in floors.toml."""

import math
import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path

PATH = Path(__file__).with_name("floors.toml")
HEADER = """\
# What a change may not make worse; `make score` and `make bench` end with status 1 if it does.
# `make score SCORE=--raise` lifts the floors to what was reached, rounded down; it lowers none.
# Under [speed] stands the most that reading may cost, as a multiple of the floor of the machine.
"""

Values = Mapping[str, float | None]
Floors = dict[str, dict[str, float]]


def load_floors() -> Floors:
    """Gives the floors of each set by the name of the figure."""
    return tomllib.loads(PATH.read_text("utf-8")) if PATH.is_file() else {}


def save_floors(floors: Floors) -> None:
    """Writes floors.toml."""
    sections = (
        f"[{section(name)}]\n" + "".join(f'"{one}" = {value}\n' for one, value in figures.items())
        for name, figures in floors.items()
    )
    PATH.write_text("\n".join((HEADER, *sections)), "utf-8")


def section(name: str) -> str:
    """Gives the name of a set as TOML writes it."""
    return name if name.replace("-", "").isalnum() else f'"{name}"'


def below(reached: Values, floors: Mapping[str, float]) -> list[str]:
    """Gives the figures that are absent or lower than their floor."""
    return [name for name, floor in floors.items() if (reached.get(name) or 0.0) < floor - 1e-9]


def raised(reached: Values, floors: Mapping[str, float]) -> dict[str, float]:
    """Gives the floors lifted to the values reached, rounded down to two decimals."""
    best = {name: math.floor(value * 100 + 1e-9) / 100 for name, value in reached.items() if value}
    return {
        name: max(best.get(name, 0.0), floors.get(name, 0.0))
        for name in dict.fromkeys((*floors, *best))
    }


def table(title: str, reached: Values, floors: Mapping[str, float]) -> Iterator[str]:
    """Gives the lines of a table: figure, value, floor, and a mark where it is lower."""
    low = below(reached, floors)
    yield f"{title:44s} value  floor"
    for name in dict.fromkeys((*floors, *reached)):
        value = reached.get(name)
        told = "    -" if value is None else f"{value:5.3f}"
        floor = f"{floors[name]:5.2f}" if name in floors else "    -"
        yield f"  {name:42s} {told}  {floor}{'  LOWER' if name in low else ''}"
