"""The likeliest labels of a row of words, and the names that they make up."""

from collections.abc import Sequence
from math import exp
from typing import Final

from musnad.stages.read_language.proposals import Proposal, ProposedType
from musnad.trained.weights import SCALE, Cells

KINDS: Final[dict[str, ProposedType]] = {"PERS": "person", "LOC": "place", "ORG": "organisation"}
OUTSIDE: Final = 0
"""The place of «no name» among the labels."""
HOPE: Final = -100
"""How much better «no name» may be at a word with its neighbours that may still be in a name."""
LEAST_GAIN: Final = 0
"""At least one word of a name is better as a name than as none."""
LIMIT: Final = 50.0
IMPOSSIBLE: Final = -(10**9)


class Chain:
    """The labels, and what it counts to go from one to another.

    `begins` has for each label that goes on with a name the one that begins it, else -1: any
    label may stand before it.
    """

    def __init__(self, labels: tuple[str, ...], moves: list[Cells]) -> None:
        self.labels = labels
        self.moves = moves
        self.towards: list[Cells] = list(zip(*moves, strict=True))
        self.begins = [labels.index(f"B{each[1:]}") if each[0] == "I" else -1 for each in labels]
        ways = zip(moves[OUTSIDE], self.towards[OUTSIDE], strict=True)
        self.alone: Cells = tuple([there + back for there, back in ways])


def make_chain(labels: tuple[str, ...], moves: Sequence[Cells]) -> Chain:
    """Gives the chain; `moves[from][to]`; a name goes on only as the kind that it began as."""
    allowed = [
        tuple(
            [
                move if label[0] != "I" or labels[one][2:] == label[2:] else IMPOSSIBLE
                for label, move in zip(labels, row, strict=True)
            ]
        )
        for one, row in enumerate(moves)
    ]
    return Chain(labels, allowed)


def names_in(chain: Chain, rows: list[Cells], start: int) -> list[Proposal]:
    """Gives the names in words with these weights for each label, the first being word `start`."""
    path = best_path(chain, rows) if len(rows) > 1 else [best_alone(chain, rows[0])]
    found: list[Proposal] = []
    for first, last in spans(chain, path):
        kind = KINDS[chain.labels[path[first]][2:]]
        share = share_of(chain, rows[first:last], path[first:last])
        found.append(Proposal(first + start, last + start, kind, share))
    return found


def gain_of(row: Cells) -> int:
    """Gives how much better the best label of a name is at a word than «no name»."""
    most = row[1]
    for weight in row[2:]:
        most = weight if weight > most else most
    return most - row[OUTSIDE]


def best_alone(chain: Chain, row: Cells) -> int:
    """Gives the best label of a word between words that are no names."""
    alone = chain.alone
    ways = [weight + alone[label] for label, weight in enumerate(row)]
    return ways.index(max(ways))


def best_path(chain: Chain, rows: list[Cells]) -> list[int]:
    """Gives the labels with the greatest sum of weights, between words that are no names."""
    moves = chain.moves[OUTSIDE]
    best = [weight + moves[label] for label, weight in enumerate(rows[0])]
    reached = [best]
    for row in rows[1:]:
        best = _onward(chain, best, row)
        reached.append(best)
    label, path = OUTSIDE, list[int]()
    while reached:
        moves = chain.towards[label]
        ways = [each + moves[at] for at, each in enumerate(reached.pop())]
        label = ways.index(max(ways))
        path.append(label)
    path.reverse()
    return path


def _onward(chain: Chain, best: list[int], row: Cells) -> list[int]:
    """Gives the greatest sums up to a word, from those up to the word before it."""
    towards, begins, reached = chain.towards, chain.begins, list[int]()
    for label, weight in enumerate(row):
        moves, begin = towards[label], begins[label]
        if begin < 0:
            most = best[OUTSIDE] + moves[OUTSIDE]
            for at, each in enumerate(best):
                way = each + moves[at]
                most = way if way > most else most
        else:
            most = max(best[begin] + moves[begin], best[label] + moves[label])
        reached.append(most + weight)
    return reached


def path_of(chain: Chain, kind: str, length: int) -> list[int]:
    """Gives the labels of a name of this kind over so many words."""
    begin, inside = chain.labels.index(f"B-{kind}"), chain.labels.index(f"I-{kind}")
    return [begin] + [inside] * (length - 1)


def share_of(chain: Chain, rows: list[Cells], path: list[int]) -> float:
    """Gives how likely words have these labels rather than being no name, from 0 to 1."""
    moves, before = chain.moves, OUTSIDE
    gain = -(len(path) + 1) * moves[OUTSIDE][OUTSIDE]
    for at, label in enumerate(path):
        row = rows[at]
        gain += moves[before][label] + row[label] - row[OUTSIDE]
        before = label
    gain += moves[before][OUTSIDE]
    return 1 / (1 + exp(max(min(-gain / SCALE, LIMIT), -LIMIT)))


def spans(chain: Chain, path: list[int]) -> list[tuple[int, int]]:
    """Gives where names begin and end in a row of labels; no name goes on where none began."""
    found: list[tuple[int, int]] = []
    start = -1
    for at, label in enumerate(path):
        goes_on = chain.begins[label] >= 0
        if start >= 0 and not goes_on:
            found.append((start, at))
            start = -1
        if label != OUTSIDE and not goes_on:
            start = at
    return found if start < 0 else [*found, (start, len(path))]
