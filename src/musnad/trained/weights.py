"""The weights of a linear-chain tagger, as training packed them.

What counts is how much more each label weighs than the first one. The weights of one feature stand
in a row of two whole numbers, in hundredths: three labels in each, every one worth 2**20 times the
one before. Adding two numbers adds three weights at once, and the numbers are so short that
compiled code adds them without making objects.
"""

import gzip
from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from musnad.trained.files import trained_bytes

SCALE: Final = 100
LABELS: Final = 7
"""«No name», and two for each of three kinds of names."""
BITS: Final = 20
MASK: Final = (1 << BITS) - 1
LIFT: Final = 1 << (BITS - 1)
"""It raises all labels alike before they are taken apart, so that none is negative."""
LIFTED: Final = LIFT + (LIFT << BITS) + (LIFT << 2 * BITS)

Row = tuple[int, int]
Cells = tuple[int, ...]


class Weights:
    """The labels, `moves[from][to]` between them, and a line for each feature."""

    def __init__(self, labels: tuple[str, ...], moves: tuple[Cells, ...], lines: list[str]) -> None:
        self.labels = labels
        self.moves = moves
        self._lines = lines

    def rows(self) -> Iterator[tuple[str, str, Row]]:
        """Gives the kind and the value of each feature, with its row of weights."""
        for line in self._lines:
            name, *cells = line.split("\t")
            kind, _, value = name.partition("=")
            yield kind, value, row_of([int(cell) if cell else 0 for cell in cells])


def load_weights(name: str) -> Weights:
    """Gives the weights in the trained file `name`; FileNotFoundError when there is none."""
    return unpack_weights(trained_bytes(name))


def row_of(cells: list[int]) -> Row:
    """Gives the weights of all labels, in hundredths, as a row."""
    none, one, two, three, four, five, six = cells
    low = (one - none) + ((two - none) << BITS) + ((three - none) << 2 * BITS)
    return low, (four - none) + ((five - none) << BITS) + ((six - none) << 2 * BITS)


def cells_of(low: int, high: int) -> Cells:
    """Gives the weights of all labels, raised by LIFT, from the two sums of rows."""
    low += LIFTED
    high += LIFTED
    return (
        LIFT, low & MASK, low >> BITS & MASK, low >> 2 * BITS,
        high & MASK, high >> BITS & MASK, high >> 2 * BITS,
    )  # fmt: skip


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
    """Gives the weights in the content of a file; ValueError when it has not seven labels."""
    head, *lines = gzip.decompress(content).decode().split("\n")
    labels = tuple(head.split("\t")[1:])
    if len(labels) != LABELS:
        raise ValueError(f"{len(labels)} labels are not {LABELS}")
    moves = tuple(tuple(_cells(line)) for line in lines[:LABELS])
    return Weights(labels, moves, lines[LABELS:])


def _line(name: str, cells: Iterable[int]) -> str:
    return "\t".join((name, *(str(cell or "") for cell in cells)))


def _cells(line: str) -> list[int]:
    return [int(cell or 0) for cell in line.split("\t")[1:]]
