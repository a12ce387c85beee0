"""The likeliest labels of a row of words, and the names that they make up."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import exp
from operator import add

from musnad.stages.read_language.proposals import Proposal, ProposedType
from musnad.trained.weights import SCALE, Cells

KINDS: dict[str, ProposedType] = {"PERS": "person", "LOC": "place", "ORG": "organisation"}
OUTSIDE = 0
"""The place of «no name» among the labels."""
HOPE = -100
"""How much better «no name» may be at a word with its neighbours that may still be in a name."""
LEAST_GAIN = 0
"""At least one word of a name is better as a name than as none."""
LIMIT = 50.0
IMPOSSIBLE = -(10**9)


@dataclass(slots=True, eq=False)
class Chain:
    """The labels, and what it counts to go from one to another.

    `before` has for each label those that may stand before it, None where all may.
    """

    labels: tuple[str, ...]
    moves: tuple[Cells, ...]
    towards: tuple[Cells, ...]
    before: tuple[tuple[int, int] | None, ...]
    alone: Cells


def make_chain(labels: tuple[str, ...], moves: Sequence[Cells]) -> Chain:
    """Gives the chain; `moves[from][to]`; a name goes on only as the kind that it began as."""
    allowed = tuple(
        tuple(
            move if label[0] != "I" or labels[one][2:] == label[2:] else IMPOSSIBLE
            for label, move in zip(labels, row, strict=True)
        )
        for one, row in enumerate(moves)
    )
    towards = tuple(zip(*allowed, strict=True))
    alone = tuple(map(add, allowed[OUTSIDE], towards[OUTSIDE]))
    before = tuple(
        (labels.index(f"B-{label[2:]}"), at) if label[0] == "I" else None
        for at, label in enumerate(labels)
    )
    return Chain(labels, allowed, towards, before, alone)


def names_in(chain: Chain, rows: Sequence[Cells], start: int) -> Iterator[Proposal]:
    """Gives the names in words with these weights for each label, the first being word `start`."""
    path = best_path(chain, rows) if len(rows) > 1 else [best_alone(chain, rows[0])]
    if not any(path):
        return
    labels = [chain.labels[each] for each in path]
    for first, last in spans(labels):
        share = share_of(chain, rows[first:last], path[first:last])
        yield Proposal(first + start, last + start, KINDS[labels[first][2:]], share)


def best_alone(chain: Chain, row: Cells) -> int:
    """Gives the best label of a word between words that are no names."""
    ways = list(map(add, row, chain.alone))
    return ways.index(max(ways))


def best_path(chain: Chain, rows: Sequence[Cells]) -> list[int]:
    """Gives the labels with the greatest sum of weights, between words that are no names."""
    first = zip(rows[0], chain.moves[OUTSIDE], strict=True)
    reached = [[weight + move for weight, move in first]]
    ways = tuple(zip(chain.towards, chain.before, strict=True))
    for row in rows[1:]:
        best = reached[-1]
        steps = [
            max(map(add, best, moves))
            if pair is None
            else max(best[pair[0]] + moves[pair[0]], best[pair[1]] + moves[pair[1]])
            for moves, pair in ways
        ]
        reached.append(list(map(add, steps, row)))
    path = [OUTSIDE]
    for best in reversed(reached):
        sums = list(map(add, best, chain.towards[path[-1]]))
        path.append(sums.index(max(sums)))
    return path[:0:-1]


def path_of(chain: Chain, kind: str, length: int) -> list[int]:
    """Gives the labels of a name of this kind over so many words."""
    begin, inside = chain.labels.index(f"B-{kind}"), chain.labels.index(f"I-{kind}")
    return [begin] + [inside] * (length - 1)


def share_of(chain: Chain, rows: Sequence[Cells], path: Sequence[int]) -> float:
    """Gives how likely words have these labels rather than being no name, from 0 to 1."""
    moves, before = chain.moves, OUTSIDE
    gain = -(len(path) + 1) * moves[OUTSIDE][OUTSIDE]
    for row, label in zip(rows, path, strict=True):
        gain += moves[before][label] + row[label] - row[OUTSIDE]
        before = label
    gain += moves[before][OUTSIDE]
    return 1 / (1 + exp(max(min(-gain / SCALE, LIMIT), -LIMIT)))


def spans(labels: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Gives where names begin and end in a row of labels."""
    start = -1
    for at, label in enumerate((*labels, "O")):
        if start >= 0 and label[0] != "I":
            yield start, at
            start = -1
        if label[0] == "B":
            start = at
