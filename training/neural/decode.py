"""From probabilities to labels: the likeliest row in which every name begins with its B."""

import numpy as np

from neural.labels import LABELS

IMPOSSIBLE = -1e4


def allowed() -> np.ndarray:
    """Gives what may follow what: an inside only after the same kind."""
    table = np.zeros((len(LABELS), len(LABELS)))
    for before, one in enumerate(LABELS):
        for after, other in enumerate(LABELS):
            if other[0] == "I" and (one == "O" or one[2:] != other[2:]):
                table[before, after] = IMPOSSIBLE
    return table


FOLLOWS = allowed()
STARTS = np.array([IMPOSSIBLE if label[0] == "I" else 0.0 for label in LABELS])


def decoded(read: np.ndarray) -> list[str]:
    """Gives the labels of a sentence (Viterbi)."""
    logs = np.log(read.astype(np.float64) + 1e-9)
    best = logs[0] + STARTS
    back = []
    for row in logs[1:]:
        ways = best[:, None] + FOLLOWS
        back.append(ways.argmax(0))
        best = ways.max(0) + row
    at = int(best.argmax())
    path = [at]
    for pointers in reversed(back):
        at = int(pointers[at])
        path.append(at)
    return [LABELS[one] for one in reversed(path)]
