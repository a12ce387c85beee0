"""Trains the neural tagger of names and writes `names_neural.onnx`; each step is kept.

1. Two taggers learn half of ANERcorp each, with AQMAR and Wojood; each reads the other half.
2. Where they differ from the labels, the labels are corrected (`neural/correct.py`).
3. Both label news.
4. The mean of their weights learns the corrected labels and the news, with what rules and lexicon
   say of each word: it is the tagger.

On one machine the same state of the repository gives the same file, bit for bit. With `--every N`
only every N-th sentence is taken and nothing shipped is written: that proves it in minutes.
"""

import argparse
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path
from typing import TypeVar

import torch
from neural import steps
from neural.export import written_model
from shared import absence, shared_folder

ROOT = Path(__file__).parents[1]
WORK = ROOT / ".neural"
TRAINED = ROOT / "src" / "musnad" / "trained" / "names_neural.onnx"
Made = TypeVar("Made")


def main() -> None:
    """Writes the file from the corpora beside the checkout."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--every", type=int, default=1, help="take every N-th sentence alone")
    parser.add_argument("--work", type=Path, default=WORK, help="where each step is kept")
    wanted = parser.parse_args()
    shared = shared_folder()
    if shared is None:
        print(absence("The neural tagger of names was"))
        return
    wanted.work.mkdir(parents=True, exist_ok=True)
    path = TRAINED if wanted.every == 1 else wanted.work / TRAINED.name
    reached = train(shared, wanted.work, wanted.every, path)
    digest = sha256(path.read_bytes()).hexdigest()
    print(f"{path.name}: {path.stat().st_size} bytes, sha256 {digest}; AQMAR dev {reached}")


def train(shared: Path, work: Path, every: int, path: Path) -> str:
    """Writes the model to `path`; gives what it reaches by itself."""

    def kept(name: str, make: Callable[[], Made]) -> Made:
        return kept_in(work / f"{name}.pt", make)

    basis = kept("basis", lambda: steps.basis(shared, every))
    teachers = [
        kept(f"teacher{part}", lambda part=part: steps.teacher(basis, part)) for part in (0, 1)
    ]
    gold = kept("gold", lambda: steps.gold(basis, teachers))
    silver = kept("silver", lambda: steps.silver(shared, basis, teachers, every))
    state = kept("tagger", lambda: steps.finished(basis, teachers, [*gold, silver]))
    tagger = basis.tagger(state)
    written_model(tagger, steps.held(basis), path)
    return steps.score(shared, tagger, basis)


def kept_in(path: Path, make: Callable[[], Made]) -> Made:
    """Gives what a step made, from its file when it has run before."""
    if path.exists():
        found: Made = torch.load(path, weights_only=False)
        return found
    print(path.stem, flush=True)
    made = make()
    torch.save(made, path)
    return made


if __name__ == "__main__":
    main()
