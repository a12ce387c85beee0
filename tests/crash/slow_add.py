"""Adds the pages of a folder to a workspace, telling each page that is acknowledged.

Run as `python slow_add.py PAGES WORKSPACE`; its clock stands still so that runs can be compared.
"""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "store"))

from invented_readings import read_invented

from musnad.fetch import receive
from musnad.pipeline.run import add_paths
from musnad.pipeline.work import PageWork
from musnad.store import open_workspace


def main(pages: str, workspace: str) -> None:
    with open_workspace(
        Path(workspace), create=True, clock=lambda: "2031-05-07T00:00:00Z"
    ) as store:
        add_paths(
            store,
            receive([Path(pages)]),
            progress=lambda name: print(name, flush=True),
            work=PageWork(read=read_invented),
        )


if __name__ == "__main__":
    main(*sys.argv[1:])
