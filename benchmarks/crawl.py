#!/usr/bin/env python3
"""A large WARC is added, killed three times and resumed: same result, in constant memory."""

import argparse
import resource
import shutil
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import closing
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

from crawl_archive import Made, write_archive

KILLED_AT = (0.25, 0.5, 0.75)
"""After which share of the pages each run is killed."""
UNORDERED = "issue"
"""The table whose numbers tell the order of writing."""


class Run(NamedTuple):
    """One run of `musnad add`: pages done, seconds, seconds over known pages, peak megabytes."""

    pages: int
    seconds: float
    known_seconds: float
    megabytes: float


def main() -> None:
    """Makes the archive, runs, and ends with status 1 when the two workspaces differ."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--megabytes", type=int, default=1000, help="size of the archive")
    parser.add_argument("--folder", type=Path, help="where to work; a temporary folder if not said")
    parser.add_argument("--add", type=Path, nargs=2, help=argparse.SUPPRESS)
    wanted = parser.parse_args()
    if wanted.add:
        add(*wanted.add)
        return
    folder = Path(tempfile.mkdtemp(prefix="musnad-crawl-", dir=wanted.folder))
    try:
        same = compare(folder, wanted.megabytes * 1_000_000)
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    sys.exit(0 if same else 1)


def compare(folder: Path, size: int) -> bool:
    """Says whether killed and uninterrupted runs left the same, every page once."""
    archive, whole, killed = folder / "crawl.warc", folder / "whole", folder / "killed"
    made = write_archive(archive, size)
    print(f"archive        {made.size:,} bytes, {made.records:,} records, {made.pages:,} pages")
    show("uninterrupted", run(archive, whole))
    for number, share in enumerate(KILLED_AT, 1):
        show(f"killed, run {number}", run(archive, killed, int(share * made.pages)))
    show("the last run", run(archive, killed))
    digests = [digest(each) for each in (whole, killed)]
    print(f"digests        {digests[0][:16]} uninterrupted, {digests[1][:16]} killed three times")
    return digests[0] == digests[1] and every_page_once(killed, made)


def every_page_once(workspace: Path, made: Made) -> bool:
    """Says whether there are as many pages as readable addresses in the archive."""
    with closing(sqlite3.connect(workspace / "musnad.sqlite")) as connection:
        read = "SELECT count(*), count(DISTINCT json_extract(given, '$.url')) FROM page"
        pages, addresses = connection.execute(f"{read} WHERE failed = 0").fetchone()
    print(f"pages          {pages:,} with {addresses:,} addresses, expected {made.pages:,}")
    return pages == addresses == made.pages


def show(title: str, done: Run) -> None:
    """Prints one run."""
    print(
        f"{title:<14} {done.pages:,} pages in {done.seconds:.0f} s, peak {done.megabytes:.0f} MB;"
        f" over known pages in {done.known_seconds:.1f} s",
        flush=True,
    )


def run(archive: Path, workspace: Path, kill_after: int | None = None) -> Run:
    """Gives what one run did; it is killed when the workspace holds `kill_after` pages."""
    before, began, known_until = count_pages(workspace), time.monotonic(), None
    command = [sys.executable, __file__, "--add", str(archive), str(workspace)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        pages = peak = 0
        for line in process.stdout or ():
            pages, kilobytes = map(int, line.split())
            peak = max(peak, kilobytes)
            if known_until is None and pages > before:
                known_until = time.monotonic()
            if kill_after is not None and pages >= kill_after:
                process.send_signal(signal.SIGKILL)
                break
    seconds = time.monotonic() - began
    known = (known_until or time.monotonic()) - began if before else 0.0
    return Run(pages, seconds, known, peak / 1024)


def count_pages(workspace: Path) -> int:
    """Gives the number of names under which pages are stored, 0 without a workspace."""
    if not (workspace / "musnad.sqlite").exists():
        return 0
    with closing(sqlite3.connect(workspace / "musnad.sqlite")) as connection:
        found = connection.execute("SELECT count(*) FROM sighting").fetchone()[0]
    return int(found)


def add(archive: Path, workspace: Path) -> None:
    """Adds the archive, printing for each page its number and the memory held till then."""
    from musnad.fetch import receive  # noqa: PLC0415 - only the child reads
    from musnad.pipeline.run import add_paths  # noqa: PLC0415
    from musnad.store import open_workspace  # noqa: PLC0415

    done = 0

    def tell(_name: str) -> None:
        nonlocal done
        done += 1
        print(done, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss, flush=True)

    with open_workspace(workspace, create=True, clock=lambda: "2031-05-07T00:00:00Z") as store:
        add_paths(store, receive([archive]), progress=tell)


def digest(workspace: Path) -> str:
    """Gives one number for all that is stored: every row of every table, every raw page."""
    whole = sha256()
    for line in sorted(_rows(workspace)):
        whole.update(line.encode())
    for file in sorted((workspace / "pages").rglob("*.zst")):
        whole.update(file.name.encode() + sha256(file.read_bytes()).digest())
    return whole.hexdigest()


def _rows(workspace: Path) -> Iterator[str]:
    with closing(sqlite3.connect(workspace / "musnad.sqlite")) as connection:
        for line in connection.iterdump():
            if not line.startswith(f'INSERT INTO "{UNORDERED}"'):
                yield line
        for row in connection.execute(f"SELECT page_id, source_id, code, detail FROM {UNORDERED}"):
            yield repr(row)


if __name__ == "__main__":
    main()
