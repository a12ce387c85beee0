"""Readers that end their process; in a module of their own, which workers can import."""

import os
import signal
from pathlib import Path

from invented_readings import read_invented


def read_or_die(received, lexicon, site):
    """«DIE» ends the process, as the system does when memory runs out."""
    if b"DIE" in received.data:
        os.kill(os.getpid(), signal.SIGKILL)
    return read_invented(received)


def read_or_die_once(received, lexicon, site):
    """The page names a file that says whether it was tried before."""
    mark = Path(received.data.decode())
    if not mark.exists():
        mark.touch()
        os.kill(os.getpid(), signal.SIGKILL)
    return read_invented(received)
