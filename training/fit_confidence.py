"""Writes trained/confidence.json: what tells whether a statement is right, by annotated articles.

Needs the articles beside the checkout; without them says so and changes nothing.
"""

import sys

import msgspec
from shared import ROOT, absence, shared_folder
from statements.confidence import judged
from statements.logistic import fitted

TARGET = ROOT / "src" / "musnad" / "trained" / "confidence.json"


def main() -> int:
    """Writes the weights, or says why not."""
    folder = shared_folder()
    if folder is None:
        print(absence("Confidence was"))
        return 0
    found = judged(folder)
    if len(set(found.articles)) < 2:
        print("The annotated articles have no text here; confidence stays as it is.")
        return 0
    written = msgspec.json.encode(fitted(found.signs, found.right)._asdict())
    TARGET.write_bytes(msgspec.json.format(written, indent=1) + b"\n")
    print(f"{TARGET.name}: {len(found.right)} statements of {len(set(found.articles))} articles")
    return 0


if __name__ == "__main__":
    sys.exit(main())
