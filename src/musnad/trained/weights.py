"""The weights of a linear-chain tagger, as training packed them.

The weights of one feature for all labels stand in one whole number, in hundredths, each worth
2**32 times the one before: adding two numbers adds all their weights at once.
"""

import gzip
from collections.abc import Callable, Iterable, Mapping
from struct import Struct as Layout

from msgspec import Struct

from musnad.trained.files import trained_bytes

SCALE = 100
BITS = 32
LIFT = 1 << 24
"""It raises all labels alike before they are taken apart, so that none is negative."""

Cells = tuple[int, ...]


class Weights(Struct, frozen=True):
    """By kind and value of a feature its row of weights; `moves[from][to]` between the labels."""

    labels: tuple[str, ...]
    states: dict[str, dict[str, int]]
    moves: tuple[Cells, ...]


def load_weights(name: str) -> Weights:
    """Gives the weights in the trained file `name`; FileNotFoundError when there is none."""
    return unpack_weights(trained_bytes(name))


def row_of(cells: Iterable[int]) -> int:
    """Gives the weights of all labels, in hundredths, as one number."""
    return sum(cell << (BITS * place) for place, cell in enumerate(cells))


def taking_apart(labels: tuple[str, ...]) -> Callable[[int], Cells]:
    """Gives what takes a sum of rows apart: the weights of all labels, raised by LIFT."""
    layout, lift = Layout(f"<{len(labels)}I"), row_of([LIFT] * len(labels))
    size, unpack = layout.size, layout.unpack

    def cells_of(row: int) -> Cells:
        return unpack((row + lift).to_bytes(size, "little"))

    return cells_of


def pack_weights(
    labels: tuple[str, ...],
    states: Mapping[tuple[str, str], float],
    moves: Mapping[tuple[str, str], float],
) -> bytes:
    """Gives the content of the file for weights by (feature, label) and by (label, label)."""
    rows: dict[str, list[int]] = {}
    place = {label: at for at, label in enumerate(labels)}
    for (feature, label), weight in states.items():
        row = rows.setdefault(feature, [0] * len(labels))
        row[place[label]] = round(weight * SCALE)
    between = ([round(moves.get((one, other), 0.0) * SCALE) for other in labels] for one in labels)
    lines = ["\t".join(("", *labels)), *(_line("", cells) for cells in between)]
    lines += [_line(feature, cells) for feature, cells in sorted(rows.items()) if any(cells)]
    return gzip.compress("\n".join(lines).encode(), compresslevel=9, mtime=0)


def unpack_weights(content: bytes) -> Weights:
    """Gives the weights in the content of a file."""
    head, *lines = gzip.decompress(content).decode().split("\n")
    labels = tuple(head.split("\t")[1:])
    moves = tuple(tuple(_cells(line)) for line in lines[: len(labels)])
    states: dict[str, dict[str, int]] = {}
    for line in lines[len(labels) :]:
        kind, _, value = line.partition("\t")[0].partition("=")
        states.setdefault(kind, {})[value] = row_of(_cells(line))
    return Weights(labels, states, moves)


def _line(name: str, cells: Iterable[int]) -> str:
    return "\t".join((name, *(str(cell or "") for cell in cells)))


def _cells(line: str) -> list[int]:
    return [int(cell or 0) for cell in line.split("\t")[1:]]
