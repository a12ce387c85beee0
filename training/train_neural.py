"""Trains the neural tagger of names and writes `names_neural.onnx`; each step is kept.

1. Two taggers learn half of ANERcorp each, with AQMAR and Wojood; each reads the other half.
2. Where they differ from the labels, the labels are corrected (`neural/correct.py`).
3. The mean of their weights learns the corrected labels, with what rules and lexicon say of each
   word: it is the tagger.

With `--silver` the teachers label news, for others to learn from.
"""

import argparse
import os
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import torch
from neural import steps
from neural.export import written_model
from shared import absence, shared_folder

ROOT = Path(__file__).parents[1]
WORK = ROOT / ".neural"
TRAINED = ROOT / "src" / "musnad" / "trained" / "names_neural.onnx"
PARTS = (0, 1)
Made = TypeVar("Made")


def main() -> None:
    """Writes the file from the corpora beside the checkout; `--silver` writes labelled news too."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--silver", type=Path, help="where the labels of the news are written")
    wanted = parser.parse_args()
    shared = shared_folder()
    if shared is None:
        print(absence("The neural tagger of names was"))
        return
    WORK.mkdir(exist_ok=True)
    os.environ["OMP_NUM_THREADS"] = "1"
    basis = kept("basis", lambda: steps.basis(shared))
    teachers = in_parts("teacher", steps.teacher, basis)
    gold = kept("gold", lambda: steps.gold(basis, teachers))
    if wanted.silver is not None:
        silver = kept("silver", lambda: steps.silver(shared, basis, teachers))
        steps.write_silver(wanted.silver, silver)
    tagger = basis.tagger(kept("tagger", lambda: steps.finished(basis, teachers, gold)))
    written_model(tagger, steps.held(basis), TRAINED)
    reached = steps.score(shared, tagger, basis)
    print(f"{TRAINED.name}: {TRAINED.stat().st_size} bytes; AQMAR dev {reached}")


def kept(name: str, make: Callable[[], Made]) -> Made:
    """Gives what a step made, from its file when it has run before."""
    path = WORK / f"{name}.pt"
    if path.exists():
        found: Made = torch.load(path, weights_only=False)
        return found
    print(name, flush=True)
    made = make()
    torch.save(made, path)
    return made


def in_parts(
    name: str, make: Callable[[steps.Basis, int], steps.State], basis: steps.Basis
) -> list[steps.State]:
    """Gives what a step makes of each part, the parts side by side."""
    with ProcessPoolExecutor(len(PARTS), get_context("spawn")) as pool:
        missing = [part for part in PARTS if not (WORK / f"{name}{part}.pt").exists()]
        running = {part: pool.submit(make, basis, part) for part in missing}
        return [kept(f"{name}{part}", lambda part=part: running[part].result()) for part in PARTS]


if __name__ == "__main__":
    main()
