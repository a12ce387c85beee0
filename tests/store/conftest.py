import sys
from pathlib import Path

import pytest

from musnad.store import open_workspace

sys.path.insert(0, str(Path(__file__).parent))


@pytest.fixture
def clock():
    """A clock that moves one second a look."""
    seconds = iter(range(60 * 60))
    return lambda: f"2031-03-06T10:{(s := next(seconds)) // 60:02d}:{s % 60:02d}Z"


@pytest.fixture
def workspace(tmp_path, clock):
    with open_workspace(tmp_path / "work", create=True, clock=clock) as opened:
        yield opened
