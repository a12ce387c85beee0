"""Workers end when the process that began them is killed."""

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

SCRIPT = Path(__file__).with_name("endless_add.py")
PATIENCE_S = 60


def alive(pid):
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except OSError:  # it ended, perhaps while it was looked at
        return False


@pytest.mark.skipif(not Path("/proc/self").exists(), reason="needs /proc to look at processes")
def test_workers_end_with_the_run_that_began_them(tmp_path):
    with subprocess.Popen(
        [sys.executable, str(SCRIPT)], stdout=subprocess.PIPE, text=True
    ) as process:
        workers = {int(process.stdout.readline()) for _ in range(20)}
        assert os.getpid() not in workers and all(map(alive, workers))
        process.kill()
    deadline = time.monotonic() + PATIENCE_S
    while any(map(alive, workers)) and time.monotonic() < deadline:
        time.sleep(0.1)
    assert not any(map(alive, workers))
