import os
import sys
from pathlib import Path
from typing import NamedTuple

import pytest

sys.path.insert(0, str(Path(__file__).parents[1] / "pipeline"))
sys.path.insert(0, str(Path(__file__).parents[1]))

from hand_made import PAGE, PAGE_ID, READING
from musnad.cli import main
from musnad.store import open_workspace


class Ran(NamedTuple):
    status: int
    out: str
    err: str


@pytest.fixture(autouse=True)
def own_folder(tmp_path, monkeypatch):
    """Each test runs in a folder of its own, with no settings from outside."""
    for name in [name for name in os.environ if name.startswith("MUSNAD_")]:
        monkeypatch.delenv(name)
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def musnad(capfd):
    """Runs the command line in this process."""

    def run(*words: str) -> Ran:
        with pytest.raises(SystemExit) as ended:
            main(words)
        out, err = capfd.readouterr()
        return Ran(ended.value.code or 0, out, err)

    return run


@pytest.fixture
def workspace(own_folder):
    """A workspace that holds one reading made by hand."""
    path = own_folder / "musnad-workspace"
    with open_workspace(path, create=True) as store:
        store.add_page(PAGE, PAGE_ID, [READING])
    return path
