#!/usr/bin/env python3
"""Reads the sample into .demo/workspace, shows three statements and serves the pages."""

import argparse
import os
import shutil
import socket
import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

import typer

from musnad.cli.reading_view import bold, statement_lines
from musnad.model.records import Reading, Statement
from musnad.store import open_workspace

ROOT = Path(__file__).parents[1]
SAMPLE = ROOT / "sample"
WORKSPACE = ROOT / ".demo" / "workspace"
MUSNAD = (sys.executable, "-m", "musnad")
HOST = "127.0.0.1"
PORTS_TRIED = 50

Found = tuple[Reading, Statement]
SHOWN: tuple[tuple[str, Callable[[Statement], bool]], ...] = (
    (
        "an unnamed source, passed on by others",
        lambda s: s.speaker.kind == "anonymous" and bool(s.relays) and s.inside is None,
    ),
    ("a denial", lambda s: s.act == "deny" and s.inside is None),
    ("words quoted of a person", lambda s: s.speaker.kind == "person" and s.mode == "direct"),
)
"""What the three statements are that the demo shows, and how they are told."""


def main() -> None:
    """Runs the demo; ends after the summary with `--serve 0`."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--serve", type=int, default=1, help="0: end after the summary")
    parser.add_argument("--port", type=int, default=8765, help="the first port to try")
    wanted = parser.parse_args()
    read_sample()
    show_statements()
    if wanted.serve:
        serve(wanted.port)


def read_sample() -> None:
    """Reads the pages of the sample into a new workspace."""
    shutil.rmtree(WORKSPACE, ignore_errors=True)
    names = ("--manifest", SAMPLE / "manifest.csv", "--lexicon", SAMPLE / "lexicon.toml")
    words = ("add", SAMPLE / "pages", *names, "--workspace", WORKSPACE)
    told([str(word) for word in words])
    if subprocess.run([*MUSNAD, *map(str, words)], cwd=ROOT, check=False).returncode > 1:
        sys.exit("The sample could not be read.")


def show_statements() -> None:
    """Prints how much was found, and one statement of each of the kinds in SHOWN."""
    with open_workspace(WORKSPACE) as workspace:
        readings = tuple(workspace.readings())
    found = [(reading, each) for reading in readings for each in reading.statements]
    typer.echo(f"\n{len(found)} statements in {len(readings)} articles. Three of them:\n")
    for title, fits in SHOWN:
        print_one(title, [one for one in found if fits(one[1])])


def print_one(title: str, found: Sequence[Found]) -> None:
    """Prints the statement with the longest chain under a title, nothing when there is none."""
    if not found:
        return
    reading, statement = max(found, key=lambda one: len(one[1].chain))
    typer.echo(bold(f"— {title}"))
    typer.echo("\n".join(statement_lines(statement, reading.article)) + "\n")


def serve(port: int) -> None:
    """Serves the workspace on the first free port from `port` on, until Ctrl-C."""
    words = ["serve", "--workspace", str(WORKSPACE), "--port", str(free_port(port))]
    told(words)
    os.execv(sys.executable, [*MUSNAD, *words])


def free_port(first: int) -> int:
    """Gives the first port from `first` on that nobody listens on."""
    for port in range(first, first + PORTS_TRIED):
        with socket.socket() as one:
            one.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                one.bind((HOST, port))
            except OSError:
                continue
            return port
    sys.exit(f"No port from {first} to {first + PORTS_TRIED - 1} is free; name one with PORT=.")


def told(words: Sequence[str]) -> None:
    """Prints the command that is about to run, paths as seen from the repository."""
    shown = (word.replace(f"{ROOT}/", "") for word in words)
    typer.echo(f"$ musnad {' '.join(shown)}")


if __name__ == "__main__":
    main()
