"""A logistic model over signs: fitted, tried on what it has not seen, and its calibration."""

from collections.abc import Sequence

import numpy as np

from musnad.stages.attribute_statements.confidence import Weights, chance

PENALTY = 5.0
"""How strongly weights are drawn towards 0: a sign seen rarely tells little."""
STEPS = 15
FOLDS = 10
BINS = 10

Signs = Sequence[str]


def fitted(seen: Sequence[Signs], right: Sequence[bool]) -> Weights:
    """Gives the weights that explain best which statements are right (Newton's method)."""
    names = sorted({sign for signs in seen for sign in signs})
    column = {name: at for at, name in enumerate(names, 1)}
    table = np.zeros((len(seen), len(names) + 1))
    table[:, 0] = 1.0
    for row, signs in enumerate(seen):
        table[row, [column[sign] for sign in signs]] = 1.0
    penalty = np.diag([1e-6, *[PENALTY] * len(names)])
    wanted, weights = np.array(right, dtype=float), np.zeros(len(names) + 1)
    for _ in range(STEPS):
        chances = 1 / (1 + np.exp(-table @ weights))
        slope = table.T @ (chances - wanted) + penalty @ weights
        curve = (table * (chances * (1 - chances))[:, None]).T @ table + penalty
        weights = weights - np.linalg.solve(curve, slope)
    base, *rest = (round(float(weight), 3) for weight in weights)
    return Weights(base=base, signs=dict(zip(names, rest, strict=True)))


def tried(seen: Sequence[Signs], right: Sequence[bool], groups: Sequence[str]) -> list[float]:
    """Gives each statement's chance by a model that saw none of its group."""
    fold = {group: at % FOLDS for at, group in enumerate(sorted(set(groups)))}
    chances = [0.0] * len(seen)
    for left_out in range(FOLDS):
        learnt = [at for at, group in enumerate(groups) if fold[group] != left_out]
        model = fitted([seen[at] for at in learnt], [right[at] for at in learnt])
        for at, group in enumerate(groups):
            if fold[group] == left_out:
                chances[at] = chance(model, seen[at])
    return chances


def binned(chances: Sequence[float], right: Sequence[bool]) -> list[tuple[float, float, int]]:
    """Gives for each tenth, the least sure first: mean chance, share right, how many."""
    order = sorted(range(len(chances)), key=chances.__getitem__)
    parts = [[int(at) for at in part] for part in np.array_split(order, BINS) if len(part)]
    return [
        (
            sum(chances[at] for at in part) / len(part),
            sum(right[at] for at in part) / len(part),
            len(part),
        )
        for part in parts
    ]


def calibration_error(chances: Sequence[float], right: Sequence[bool]) -> float:
    """Gives how far chance and share right are apart in a tenth, on average."""
    parts = binned(chances, right)
    return sum(abs(mean - share) * size for mean, share, size in parts) / len(chances)


def told_apart(chances: Sequence[float], right: Sequence[bool]) -> float:
    """Gives how often a right statement is surer than a wrong one; ties count half (AUC)."""
    good = [one for one, is_right in zip(chances, right, strict=True) if is_right]
    bad = [one for one, is_right in zip(chances, right, strict=True) if not is_right]
    above = sum((one > other) + (one == other) / 2 for one in good for other in bad)
    return above / (len(good) * len(bad))
