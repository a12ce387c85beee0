"""Where the annotated real articles and the corpora lie: outside of the repository, or nowhere."""

import os
from pathlib import Path

ROOT = Path(__file__).parents[1]
VARIABLE = "MUSNAD_SHARED"


def shared_folder() -> Path | None:
    """Gives the folder named by MUSNAD_SHARED, else `shared` beside the checkout, else None."""
    folder = Path(os.environ.get(VARIABLE) or ROOT.parent / "shared")
    return folder if folder.is_dir() else None


def absence(what: str) -> str:
    """Gives the sentence that says what was left out, and how to have it."""
    return (
        f"{what} left out: there is no `shared` folder beside the checkout and {VARIABLE} names"
        " none. Real articles belong to their outlets and are not part of the repository."
    )
