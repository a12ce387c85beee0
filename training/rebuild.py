"""Makes the trained files again, each with the state of the repository named in `made.toml`.

What a tagger of names learns depends on rules and lexicons, which change from day to day; the file
is made bit for bit from those of its day. Name files to make them alone, also with the present
state (`--now`) when they are to change.
"""

import argparse
import os
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import msgspec
from shared import VARIABLE, absence, shared_folder

ROOT = Path(__file__).parents[1]
TRAINED = Path("src", "musnad", "trained")
STATES = ROOT / ".neural" / "states"


class Made(msgspec.Struct):
    """Files that come about together: by which scripts, at which commit (empty: any)."""

    files: list[str]
    scripts: list[str]
    commit: str = ""
    asked_for: bool = False


def main() -> None:
    """Makes the files named, or all that are not made only when asked for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("files", nargs="*", help="the files to make")
    parser.add_argument("--now", action="store_true", help="with the present state")
    wanted = parser.parse_args()
    shared = shared_folder()
    if shared is None:
        print(absence("The trained files were"))
        return
    for made in listed():
        if wanted.files and not set(made.files) & set(wanted.files):
            continue
        if wanted.files or not made.asked_for:
            make(made if not wanted.now else msgspec.structs.replace(made, commit=""), shared)


def listed() -> list[Made]:
    """Gives what `made.toml` lists."""
    written = tomllib.loads(Path(__file__).with_name("made.toml").read_text("utf-8"))
    return msgspec.convert(written["made"], list[Made])


def make(made: Made, shared: Path) -> None:
    """Makes files and puts them into the package."""
    with state(made.commit) as root:
        paths = [root / folder for folder in ("src", "benchmarks", "scripts")]
        told = {"PYTHONPATH": os.pathsep.join(map(str, paths)), VARIABLE: str(shared.resolve())}
        for script in made.scripts:
            command = [sys.executable, str(root / "training" / f"{script}.py")]
            subprocess.run(command, check=True, cwd=root, env=os.environ | told)
        for name in made.files:
            if root != ROOT:
                shutil.copyfile(root / TRAINED / name, ROOT / TRAINED / name)


@contextmanager
def state(commit: str) -> Iterator[Path]:
    """Gives where the repository lies as it was at a commit; as it is where none is named."""
    if not commit:
        yield ROOT
        return
    root = STATES / commit
    git = ["git", "-C", str(ROOT), "worktree"]
    subprocess.run([*git, "add", "--force", "--detach", str(root), commit], check=True)
    try:
        yield root
    finally:
        subprocess.run([*git, "remove", "--force", str(root)], check=True)


if __name__ == "__main__":
    main()
